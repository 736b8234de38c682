"""Delete with undo: what is deleted is only marked, and hidden, until it is purged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlite_utils

from app import indexing, memory
from app.database import writing
from app.rows import id_list
from app.watched import UNWATCHED, Watched

MARK_STEP = 5000
PURGE_STEP = 1000


@dataclass(frozen=True, slots=True)
class UndoToken:
    """One act of deleting: what `undo` takes, and how much was deleted."""

    id: int
    threads: int
    comments: int


def delete_threads(
    db: sqlite_utils.Database,
    at: str,
    condition: str,
    parameters: Sequence[object] = (),
    watched: Watched = UNWATCHED,
) -> UndoToken:
    """Mark as deleted the threads that fulfil `condition`, SQL over `threads`, comments and all."""
    with writing(db):
        deletion = _new_deletion(db, at)
        threads = db.conn.execute(
            f"UPDATE threads SET deletion = ? WHERE deletion IS NULL AND ({condition})",
            (deletion, *parameters),
        ).rowcount
        ids = _ids(
            db,
            "SELECT id FROM comments WHERE deletion IS NULL AND thread_id IN"
            " (SELECT id FROM threads WHERE deletion = ?)",
            deletion,
        )
        _mark(db, ids, deletion, watched)
    return UndoToken(deletion, threads, len(ids))


def delete_comments(
    db: sqlite_utils.Database, at: str, ids: Sequence[int], watched: Watched = UNWATCHED
) -> UndoToken:
    """Mark single comments as deleted, and the threads that have none left."""
    with writing(db):
        deletion = _new_deletion(db, at)
        living = _ids(
            db,
            "SELECT id FROM comments WHERE deletion IS NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            id_list(ids),
        )
        _mark(db, living, deletion, watched)
        threads = db.conn.execute(
            "UPDATE threads SET deletion = :deletion WHERE deletion IS NULL"
            " AND id IN (SELECT thread_id FROM comments WHERE deletion = :deletion)"
            " AND NOT EXISTS (SELECT 1 FROM comments WHERE thread_id = threads.id"
            " AND deletion IS NULL)",
            {"deletion": deletion},
        ).rowcount
    return UndoToken(deletion, threads, len(living))


def undo(db: sqlite_utils.Database, token: UndoToken, watched: Watched = UNWATCHED) -> bool:
    """Bring back what one act deleted; return whether there was anything left to bring back."""
    with writing(db):
        ids = _ids(db, "SELECT id FROM comments WHERE deletion = ?", token.id)
        _mark(db, ids, None, watched)
        threads = db.conn.execute(
            "UPDATE threads SET deletion = NULL WHERE deletion = ?", (token.id,)
        ).rowcount
        db.execute("DELETE FROM deletions WHERE id = ?", (token.id,))
    return bool(ids) or threads > 0


def purge_some(db: sqlite_utils.Database, before: str) -> int:
    """Remove for good up to a thousand comments deleted before `before`; return how many.

    With the last of them go their threads, and the notes and words that nothing refers to any
    more. Foreign keys carry the removal to annotations, translations and tags.
    """
    ids = [
        row[0]
        for row in db.execute(
            "SELECT id FROM comments WHERE deletion IN (SELECT id FROM deletions WHERE at < ?)"
            " ORDER BY id LIMIT ?",
            (before, PURGE_STEP),
        )
    ]
    with writing(db):
        if len(ids) == PURGE_STEP and indexing.has(db, ids) and _is_most(db):
            # To index anew what stays is less work than to take out what goes.
            indexing.rebuild(db)
        indexing.remove(db, ids)
        db.execute(
            "DELETE FROM comments WHERE id IN (SELECT value FROM json_each(?))", (id_list(ids),)
        )
        if len(ids) < PURGE_STEP:
            _purge_rest(db, before)
    return len(ids)


def _purge_rest(db: sqlite_utils.Database, before: str) -> None:
    db.execute(
        "DELETE FROM threads WHERE deletion IN (SELECT id FROM deletions WHERE at < ?)", (before,)
    )
    if db.conn.execute("DELETE FROM deletions WHERE at < ?", (before,)).rowcount:
        memory.forget(db)
        db.execute(
            "DELETE FROM entries"
            " WHERE NOT EXISTS (SELECT 1 FROM annotations WHERE entry = entries.id)"
        )
        db.execute(
            "DELETE FROM notes WHERE NOT EXISTS (SELECT 1 FROM annotations WHERE note = notes.id)"
        )
        if not db.execute("SELECT 1 FROM comments LIMIT 1").fetchone():
            # Nothing is left to find: the words of what was deleted go too.
            indexing.rebuild(db)


def _is_most(db: sqlite_utils.Database) -> bool:
    """Return whether more comments are deleted than not."""
    total: int = db.execute("SELECT count(*) FROM comments").fetchone()[0]
    gone: int = db.execute("SELECT count(*) FROM comments WHERE deletion IS NOT NULL").fetchone()[0]
    return gone * 2 > total


def _new_deletion(db: sqlite_utils.Database, at: str) -> int:
    cursor = db.conn.execute("INSERT INTO deletions(at) VALUES (?)", (at,))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _ids(db: sqlite_utils.Database, sql: str, parameter: object) -> list[int]:
    return [row[0] for row in db.execute(f"{sql} ORDER BY id", (parameter,))]


def _mark(
    db: sqlite_utils.Database, ids: Sequence[int], deletion: int | None, watched: Watched
) -> None:
    """Mark comments as deleted, or (None) as not; count the words met without them, or with them.

    Most of the time goes into the first of the two, a third into the second.
    """
    met: dict[int, _Met] = {}
    for first in range(0, len(ids), MARK_STEP):
        watched.tell(first / len(ids) * 0.7)
        some = id_list(ids[first : first + MARK_STEP])
        for entry, *found in db.execute(
            "SELECT a.entry, count(*), min(h.created_at), max(h.created_at)"
            " FROM comments c JOIN annotations a ON a.comment_id = c.id"
            " JOIN threads h ON h.id = c.thread_id"
            " WHERE c.id IN (SELECT value FROM json_each(?)) GROUP BY a.entry",
            (some,),
        ):
            met.setdefault(entry, _Met(entry)).add(*found)
        db.execute(
            "UPDATE comments SET deletion = ? WHERE id IN (SELECT value FROM json_each(?))",
            (deletion, some),
        )
    sql = _COUNT_IN if deletion is None else _COUNT_OUT
    for number, one in enumerate(met.values()):
        watched.tell(0.7 + number / len(met) * 0.3)
        db.execute(
            sql, {"entry": one.entry, "times": one.times, "first": one.first, "last": one.last}
        )


@dataclass(slots=True)
class _Met:
    """How often an entry was met in the comments of one act, when first and last."""

    entry: int
    times: int = 0
    first: str = "\U0010ffff"
    last: str = ""

    def add(self, times: int, first: str, last: str) -> None:
        self.times += times
        self.first, self.last = min(self.first, first), max(self.last, last)


# Ids rise with time except after an import of older threads, where the first date is the date of
# the first that was stored: near enough for "met since", and it needs no pass over all comments.
_NEAREST = """
    SELECT h.created_at FROM annotations a JOIN comments c ON c.id = a.comment_id
        JOIN threads h ON h.id = c.thread_id
    WHERE a.entry = :entry AND c.deletion IS NULL ORDER BY a.comment_id
"""
_COUNT_OUT = (
    "UPDATE entries SET times = times - :times,"
    f" first_met = ifnull(({_NEAREST} ASC LIMIT 1), ''),"
    f" last_met = ifnull(({_NEAREST} DESC LIMIT 1), '') WHERE id = :entry"
)
_COUNT_IN = (
    "UPDATE entries SET times = times + :times, last_met = max(last_met, :last),"
    " first_met = iif(first_met = '', :first, min(first_met, :first)) WHERE id = :entry"
)
