"""Reading what can be read of a damaged history into a blank one, row by row."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
import sqlite_utils

from app import indexing
from app.database import timestamp, writing
from app.models import Certainty, Language, Note
from app.pages import PageRow, read_rows
from app.reread import reread
from app.rows import Details

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table to be saved, and how its rows can be told when they are found on a page alone.

    `key` is the column of whole numbers by which SQLite keeps the rows in order. `kinds` has a
    letter for each column: k the key, i integer, t text, b blob, and upper case for those that may
    be null. With `own_key` the key is not among the values (it is the rowid).
    """

    name: str
    key: str
    kinds: str
    own_key: bool = True


# Parents before children; the search index is made anew. A step that adds a column adds its letter.
_TABLES = (
    _Table("deletions", "id", "kt"),
    _Table("threads", "id", "kttttI"),
    _Table("comments", "id", "kiititttttiittitI"),
    _Table("entries", "id", "ktitt"),
    _Table("notes", "id", "kbt"),
    _Table("annotations", "comment_id", "iiiiitI", own_key=False),
    _Table("translations", "comment_id", "kTttttTT"),
    _Table("tags", "comment_id", "it", own_key=False),
)
_HIGHEST_KEY = 1 << 40
_MOST_FAILURES = 20_000


@dataclass(frozen=True, slots=True)
class Saved:
    """How much was read."""

    threads: int
    comments: int
    translations: int


def salvage(damaged: Path, db: sqlite_utils.Database, moment: datetime) -> Saved:
    """Copy into the blank history `db` every row of `damaged` that can be read and makes sense."""
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with (
            closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as source,
            writing(db),
        ):
            # So SQLite reads on in a file that is shorter than its header says; nothing is written.
            source.execute("PRAGMA writable_schema = ON")
            source.text_factory = lambda data: data.decode("utf-8", "replace")
            broken = [table for table in _TABLES if not _copy(source, db, table)]
            if broken:
                _copy_from_pages(damaged, db, broken)
            make_whole(db, timestamp(moment))
            reread(db)
            indexing.rebuild(db)
    finally:
        db.execute("PRAGMA foreign_keys = ON")
    threads, comments, translations = (
        int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in ("threads", "comments", "translations")
    )
    return Saved(threads, comments, translations)


def _copy(source: sqlite3.Connection, db: sqlite_utils.Database, table: _Table) -> bool:
    """Copy what SQLite can reach of a table; return whether that was, to all signs, all of it."""
    reader = _Reader(source, table)
    for row in reader.rows():
        _insert(db, table, row)
    return not reader.failures


def _copy_from_pages(damaged: Path, db: sqlite_utils.Database, tables: Sequence[_Table]) -> None:
    """Add rows that are on pages to which no way led. Those that were copied already win."""
    for found in read_rows(damaged):
        for table in tables:
            row = _row_of(table, found)
            if row is not None:
                _insert(db, table, row)


def _row_of(table: _Table, found: PageRow) -> Row | None:
    """Return a row found on a page as a row of `table`, or None if it cannot be one."""
    values = found.values
    if len(values) != len(table.kinds) or table.own_key != (found.rowid is not None):
        return None
    if not all(map(_is_kind, table.kinds, values)):
        return None
    if table.name == "deletions" and not _is_time(values[1]):
        return None
    return (found.rowid, *values[1:]) if table.own_key else values


def _is_kind(kind: str, value: object) -> bool:
    if kind == "k" or (kind.isupper() and value is None):
        return value is None
    return isinstance(value, {"i": int, "t": str, "b": bytes}[kind.lower()])


def _insert(db: sqlite_utils.Database, table: _Table, row: Row) -> None:
    if len(row) != len(table.kinds):
        return
    marks = ", ".join("?" * len(row))
    # A garbled row may lack what it must have, and a row may come twice; the others are good.
    with suppress(sqlite3.IntegrityError):
        try:
            db.conn.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)
        except sqlite3.OperationalError as error:
            # An index reads the JSON of notes; a full disk, say, is no fault of the row.
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise


class _Reader:
    """Reads the rows of one table around the pages that cannot be read."""

    def __init__(self, source: sqlite3.Connection, table: _Table) -> None:
        self.failures = 0
        self._source = source
        self._table = table.name
        self._key = table.key

    def rows(self) -> Iterator[Row]:
        """Yield every row that can be reached, each once."""
        if self._is_known():
            yield from self._between(0, self._highest())

    def _is_known(self) -> bool:
        """Say whether the file still tells where the table is; without that no row is reached."""
        try:
            self._source.execute(f"SELECT {self._key} FROM {self._table} WHERE 0")
        except sqlite3.DatabaseError:
            self.failures += 1
            return False
        return True

    def _highest(self) -> int:
        """Return a key that none is above; the closer, the less is looked for in the void."""
        with suppress(sqlite3.DatabaseError):
            (most,) = self._source.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()
            # Notes and entries have no count of their own; a comment has a few at most.
            return min(_HIGHEST_KEY, 16 * int(most or 0) + 1000)
        return _HIGHEST_KEY

    def _between(self, low: int, high: int) -> Iterator[Row]:
        """Yield rows with keys from `low` to `high`.

        First from below as far as that goes, then from above as far as that goes, and then both
        halves of what is left in the middle. Of a comment whose annotations lie on two pages, those
        on the bad one are lost.
        """
        reached = low - 1
        for found in self._scan(low, high, "ASC"):
            if found is None:
                break
            reached, row = found
            yield row
        else:
            return
        above = high + 1
        for found in self._scan(reached + 1, high, "DESC"):
            if found is None:
                break
            above, row = found
            yield row
        else:
            return
        low, high = reached + 1, above - 1
        if low >= high or self.failures > _MOST_FAILURES:
            return
        middle = (low + high) // 2
        yield from self._between(low, middle)
        yield from self._between(middle + 1, high)

    def _scan(self, low: int, high: int, order: str) -> Iterator[tuple[int, Row] | None]:
        """Yield (key, row) in order; at the end None if reading failed there."""
        try:
            for key, *row in self._source.execute(
                f"SELECT {self._key}, * FROM {self._table} WHERE {self._key} BETWEEN ? AND ?"
                f" ORDER BY {self._key} {order}",
                (low, high),
            ):
                yield (key, tuple(row)) if isinstance(key, int) else None
        except sqlite3.DatabaseError:
            self.failures += 1
            yield None


def make_whole(db: sqlite_utils.Database, now: str) -> None:
    """Mend what refers to rows that were lost, and values that make no sense."""
    _refer_only_to_what_is_there(db, now)
    _keep(db, "comments", "language", lambda value: value in set(Language), Language.NONE)
    _keep(db, "comments", "badges", lambda value: value == "" or _is_list_of_text(value), "")
    for column in ("position", "ordinal", "depth", "favourite"):
        _keep(db, "comments", column, lambda value: isinstance(value, int), 0)
    for column in ("text", "author", "posted", "place", "likes", "reply_to", "remark"):
        _keep(db, "comments", column, lambda value: isinstance(value, str), "")
    for column in ("title", "source_text"):
        _keep(db, "threads", column, lambda value: isinstance(value, str), "")
    _keep(db, "threads", "created_at", _is_time, now)
    _keep(db, "translations", "details", lambda v: v == "" or _fits(v, Details), "")
    readable = [
        row_id for row_id, body in db.execute("SELECT id, body FROM notes") if _fits(body, Note)
    ]
    db.execute(
        "DELETE FROM notes WHERE id NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(readable),),
    )
    certainties = ", ".join(f"'{certainty}'" for certainty in Certainty)
    db.execute(
        "DELETE FROM annotations WHERE note NOT IN (SELECT id FROM notes)"
        " OR entry NOT IN (SELECT id FROM entries)"
        f" OR certainty NOT IN ({certainties})"
        " OR typeof(start) <> 'integer' OR typeof(\"end\") <> 'integer' OR start < 0"
        ' OR "end" < start OR "end" > (SELECT length(text) FROM comments WHERE id = comment_id)'
    )
    db.execute(
        "UPDATE entries SET (times, first_met, last_met) ="
        " (SELECT count(*), ifnull(min(h.created_at), ''), ifnull(max(h.created_at), '')"
        " FROM annotations a JOIN comments c ON c.id = a.comment_id"
        " JOIN threads h ON h.id = c.thread_id WHERE a.entry = entries.id AND c.deletion IS NULL)"
    )


def _refer_only_to_what_is_there(db: sqlite_utils.Database, now: str) -> None:
    for table in ("threads", "comments"):
        # Rather shown again than lost.
        db.execute(
            f"UPDATE {table} SET deletion = NULL WHERE deletion NOT IN (SELECT id FROM deletions)"
        )
    orphans = db.execute(
        "SELECT thread_id, group_concat(text, char(10)) FROM"
        " (SELECT * FROM comments WHERE thread_id NOT IN (SELECT id FROM threads)"
        " ORDER BY position) GROUP BY thread_id"
    ).fetchall()
    db.conn.executemany(
        "INSERT INTO threads(id, uuid, created_at, title, source_text)"
        " VALUES (?, ?, ?, 'Recovered', ?)",
        [(thread_id, secrets.token_hex(16), now, text) for thread_id, text in orphans],
    )
    for table in ("annotations", "translations", "tags"):
        db.execute(f"DELETE FROM {table} WHERE comment_id NOT IN (SELECT id FROM comments)")


def _keep(
    db: sqlite_utils.Database,
    table: str,
    column: str,
    makes_sense: Callable[[object], bool],
    otherwise: str | int,
) -> None:
    """Put `otherwise` in place of values of a column that make no sense."""
    bad = [
        (otherwise, row_id)
        for row_id, value in db.execute(f"SELECT rowid, {column} FROM {table}")
        if not makes_sense(value)
    ]
    db.conn.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", bad)


def _is_list_of_text(value: object) -> bool:
    return _fits(value, list[str])


def _is_time(value: object) -> bool:
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.json.decode(str(value), type=kind)
    except (msgspec.MsgspecError, ValueError):
        return False
    return True
