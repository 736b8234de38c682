"""Keeping the search index in step with the comments.

Indexing costs more than storing, so a comment first waits in `search_pending`, and the index takes
it in when there is time, or at the latest when somebody searches. The index is contentless: to
take tokens out, it must be told which it has, and so the tokens of a comment are noted before the
comment changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib import metadata

import sqlite_utils

from app.index_text import INDEX_VERSION, fold, spell, tokens
from app.rows import id_list, load_rows

_ADD = "INSERT INTO search(rowid, tokens) VALUES (?, ?)"
_DROP = "INSERT INTO search(search, rowid, tokens) VALUES ('delete', ?, ?)"

# What is deleted waits on, in case that it comes back.
_WAITING = (
    "FROM search_pending p CROSS JOIN comments c ON c.id = p.comment_id WHERE c.deletion IS NULL"
)


def queue(db: sqlite_utils.Database, ids: Iterable[int]) -> None:
    """Let new comments wait for the index."""
    db.conn.executemany(
        "INSERT INTO search_pending(comment_id, indexed) VALUES (?, '')", ((i,) for i in ids)
    )


def touch(db: sqlite_utils.Database, ids: Sequence[int]) -> None:
    """Note what the index has of these comments; to be called before they change."""
    current = _indexed(db, ids)
    db.conn.executemany(
        "INSERT INTO search_pending(comment_id, indexed) VALUES (?, ?)",
        _tokens_of(db, current).items(),
    )


def add_token(db: sqlite_utils.Database, ids: Sequence[int], token: str) -> None:
    """Add one token to comments that do not have it; those that wait get it in their turn."""
    _swap(db, [(row_id, "", token) for row_id in _indexed(db, ids)])


def drop_token(db: sqlite_utils.Database, ids: Sequence[int], token: str) -> None:
    """Take one token from comments that have it."""
    _swap(db, [(row_id, token, "") for row_id in _indexed(db, ids)])


def index_pending(db: sqlite_utils.Database, limit: int) -> int:
    """Take up to `limit` waiting comments into the index, newest first; return how many wait on."""
    waiting = dict(
        db.execute(
            f"SELECT p.comment_id, p.indexed {_WAITING} ORDER BY p.comment_id DESC LIMIT ?",
            (limit,),
        ).fetchall()
    )
    changes, fresh = [], []
    for row_id, now in sorted(_tokens_of(db, list(waiting)).items()):
        before = waiting[row_id]
        if before:
            old, new = set(before.split(" ")), set(now.split(" "))
            changes.append((row_id, " ".join(sorted(old - new)), " ".join(sorted(new - old))))
        else:
            fresh.append((row_id, now))
    _swap(db, changes)
    db.conn.executemany(_ADD, fresh)
    db.execute(
        "DELETE FROM search_pending WHERE comment_id IN (SELECT value FROM json_each(?))",
        (id_list(list(waiting)),),
    )
    return waiting_count(db)


def waiting_count(db: sqlite_utils.Database) -> int:
    """Return how many comments the index has yet to take in; 10,000 stands for more, too."""
    found: int = db.execute(f"SELECT count(*) FROM (SELECT 1 {_WAITING} LIMIT 10000)").fetchone()[0]
    return found


def remove(db: sqlite_utils.Database, ids: Sequence[int]) -> None:
    """Take comments out of the index for good; to be called before they are removed."""
    noted = dict(
        db.execute(
            "SELECT comment_id, indexed FROM search_pending"
            " WHERE indexed <> '' AND comment_id IN (SELECT value FROM json_each(?))",
            (id_list(ids),),
        ).fetchall()
    )
    noted.update(_tokens_of(db, _indexed(db, ids)))
    db.conn.executemany(_DROP, sorted(noted.items()))


def has(db: sqlite_utils.Database, ids: Sequence[int]) -> bool:
    """Return whether any of these comments is in the index."""
    return bool(_indexed(db, ids))


def rebuild(db: sqlite_utils.Database) -> None:
    """Empty the index and let every comment wait for it."""
    db.execute("INSERT INTO search(search) VALUES ('delete-all')")
    db.execute("DELETE FROM readings")
    db.execute("DELETE FROM search_pending")
    db.execute("INSERT INTO search_pending(comment_id, indexed) SELECT id, '' FROM comments")


def is_current(db: sqlite_utils.Database) -> bool:
    """Return whether the index was made by these rules and readings of characters."""
    found = db.execute("SELECT value FROM facts WHERE name = 'search'").fetchone()
    return found is not None and found[0] == _rules()


def make_current(db: sqlite_utils.Database) -> None:
    """Begin the index anew if other rules made it."""
    if not is_current(db):
        rebuild(db)
        db.execute("INSERT OR REPLACE INTO facts(name, value) VALUES ('search', ?)", (_rules(),))


def _rules() -> str:
    return f"{INDEX_VERSION}, pypinyin {metadata.version('pypinyin')}"


def _indexed(db: sqlite_utils.Database, ids: Sequence[int]) -> list[int]:
    """Return those of `ids` that exist and do not wait."""
    return [
        row[0]
        for row in db.execute(
            "SELECT id FROM comments WHERE id IN (SELECT value FROM json_each(?))"
            " AND id NOT IN (SELECT comment_id FROM search_pending) ORDER BY id",
            (id_list(ids),),
        )
    ]


def readings_of(db: sqlite_utils.Database, ids: Sequence[int]) -> dict[int, str]:
    """Return how the index reads these comments, by id; those it has yet to take in are missing."""
    return dict(
        db.execute(
            "SELECT comment_id, spelled FROM readings"
            " WHERE comment_id IN (SELECT value FROM json_each(?))",
            (id_list(ids),),
        ).fetchall()
    )


def _tokens_of(db: sqlite_utils.Database, ids: Sequence[int]) -> dict[int, str]:
    """Return the tokens of comments, by id, reading aloud those that have not been read yet."""
    keys: defaultdict[int, list[int]] = defaultdict(list)
    for row_id, entry in db.execute(
        "SELECT comment_id, entry FROM annotations"
        " WHERE comment_id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    ):
        keys[row_id].append(entry)
    known = readings_of(db, ids)
    rows = load_rows(db, ids)
    new = {row.id: spell(fold(row.result.comment.text)) for row in rows if row.id not in known}
    db.conn.executemany("INSERT INTO readings(comment_id, spelled) VALUES (?, ?)", new.items())
    known |= new
    return {
        row.id: " ".join(sorted(tokens(row, keys.get(row.id, ()), known[row.id]))) for row in rows
    }


def _swap(db: sqlite_utils.Database, changes: Iterable[tuple[int, str, str]]) -> None:
    """Take tokens out and put others in, row by row in rising order.

    FTS5 counts a row out and in again, whatever its tokens; both are told even when one is empty,
    or its count of rows would drift and it would call itself corrupt.
    """
    for row_id, old, new in changes:
        db.conn.execute(_DROP, (row_id, old))
        db.conn.execute(_ADD, (row_id, new))
