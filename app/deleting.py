"""Delete with undo: what is deleted is only marked, and hidden, until it is purged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlite_utils

from app import indexing, memory
from app.database import writing
from app.rows import id_list

PURGE_STEP = 1000


@dataclass(frozen=True, slots=True)
class UndoToken:
    """One act of deleting: what `undo` takes, and how much was deleted."""

    id: int
    threads: int
    comments: int


def delete_threads(
    db: sqlite_utils.Database, at: str, condition: str, parameters: Sequence[object] = ()
) -> UndoToken:
    """Mark as deleted the threads that fulfil `condition`, SQL over `threads`, comments and all."""
    with writing(db):
        deletion = _new_deletion(db, at)
        threads = db.conn.execute(
            f"UPDATE threads SET deletion = ? WHERE deletion IS NULL AND ({condition})",
            (deletion, *parameters),
        ).rowcount
        comments = db.conn.execute(
            "UPDATE comments SET deletion = :deletion WHERE deletion IS NULL AND thread_id IN"
            " (SELECT id FROM threads WHERE deletion = :deletion)",
            {"deletion": deletion},
        ).rowcount
        _count_entries(db, deletion, -1)
    return UndoToken(deletion, threads, comments)


def delete_comments(db: sqlite_utils.Database, at: str, ids: Sequence[int]) -> UndoToken:
    """Mark single comments as deleted, and the threads that have none left."""
    with writing(db):
        deletion = _new_deletion(db, at)
        comments = db.conn.execute(
            "UPDATE comments SET deletion = ? WHERE deletion IS NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            (deletion, id_list(ids)),
        ).rowcount
        threads = db.conn.execute(
            "UPDATE threads SET deletion = :deletion WHERE deletion IS NULL"
            " AND id IN (SELECT thread_id FROM comments WHERE deletion = :deletion)"
            " AND NOT EXISTS (SELECT 1 FROM comments WHERE thread_id = threads.id"
            " AND deletion IS NULL)",
            {"deletion": deletion},
        ).rowcount
        _count_entries(db, deletion, -1)
    return UndoToken(deletion, threads, comments)


def undo(db: sqlite_utils.Database, token: UndoToken) -> bool:
    """Bring back what one act deleted; return whether there was anything left to bring back."""
    with writing(db):
        _count_entries(db, token.id, +1)
        restored = 0
        for table in ("comments", "threads"):
            restored += db.conn.execute(
                f"UPDATE {table} SET deletion = NULL WHERE deletion = ?", (token.id,)
            ).rowcount
        db.execute("DELETE FROM deletions WHERE id = ?", (token.id,))
    return restored > 0


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


def _count_entries(db: sqlite_utils.Database, deletion: int, sign: int) -> None:
    """Take the comments of one deletion out of the count of words met, or put them back."""
    met = [
        {"entry": entry, "times": times, "first": first, "last": last}
        for entry, times, first, last in db.execute(
            "SELECT a.entry, count(*), min(h.created_at), max(h.created_at)"
            " FROM comments c JOIN annotations a ON a.comment_id = c.id"
            " JOIN threads h ON h.id = c.thread_id WHERE c.deletion = ? GROUP BY a.entry",
            (deletion,),
        )
    ]
    if sign > 0:
        sql = (
            "UPDATE entries SET times = times + :times, last_met = max(last_met, :last),"
            " first_met = iif(first_met = '', :first, min(first_met, :first)) WHERE id = :entry"
        )
    else:
        sql = (
            "UPDATE entries SET times = times - :times,"
            f" first_met = ifnull(({_NEAREST} ASC LIMIT 1), ''),"
            f" last_met = ifnull(({_NEAREST} DESC LIMIT 1), '') WHERE id = :entry"
        )
    db.conn.executemany(sql, met)


# Ids rise with time except after an import of older threads, where the first date is the date of
# the first that was stored: near enough for "met since", and it needs no pass over all comments.
_NEAREST = """
    SELECT h.created_at FROM annotations a JOIN comments c ON c.id = a.comment_id
        JOIN threads h ON h.id = c.thread_id
    WHERE a.entry = :entry AND c.deletion IS NULL ORDER BY a.comment_id
"""
