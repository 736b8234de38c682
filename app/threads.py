"""The list of threads: what was pasted together, newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import sqlite_utils

from app.models import Result

TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class ThreadSummary:
    """One line of the list of threads; `created_at` and `id` say where the next page begins."""

    id: int
    created_at: str
    title: str
    comments: int
    translated: int
    favourites: int


Stretch = tuple[ThreadSummary | None, ThreadSummary | None]
"""Threads that follow one another in the list: from the newest to the oldest, both included.
None is the beginning or the end of the list."""


def title(source_text: str, results: Sequence[Result]) -> str:
    """Return the first line that says something: of the first comment, or else of the paste."""
    for text in (*(result.comment.text for result in results[:1]), source_text):
        for line in text.splitlines():
            if line.strip():
                return line.strip()[:TITLE_LENGTH]
    return ""


def page(
    db: sqlite_utils.Database, limit: int, before: ThreadSummary | None
) -> list[ThreadSummary]:
    """Return threads, newest first; `before` is the last one of the page before."""
    after = ("\U0010ffff", 0) if before is None else (before.created_at, before.id)
    sql = _PAGE.format(place="AND (created_at, id) < (?, ?)", offset="")
    return [ThreadSummary(*row) for row in db.execute(sql, (*after, limit))]


def page_at(db: sqlite_utils.Database, offset: int, limit: int) -> list[ThreadSummary]:
    """Return threads, newest first, from the one on before which there are `offset` others.

    Only the small index is gone through to get there: about 50 ms for a million.
    """
    sql = _PAGE.format(place="", offset="OFFSET ?")
    return [ThreadSummary(*row) for row in db.execute(sql, (limit, offset))]


_PAGE = """
    SELECT h.id, h.created_at, h.title,
        count(c.id), count(t.comment_id), ifnull(sum(c.favourite), 0)
    FROM (
        SELECT id, created_at, title FROM threads WHERE id IN (
            SELECT id FROM threads
            WHERE deletion IS NULL {place}
            ORDER BY created_at DESC, id DESC LIMIT ? {offset}
        )
    ) h
    LEFT JOIN comments c ON c.thread_id = h.id AND c.deletion IS NULL
    LEFT JOIN translations t ON t.comment_id = c.id
    GROUP BY h.id ORDER BY h.created_at DESC, h.id DESC
"""


def ids_between(
    db: sqlite_utils.Database, newest: ThreadSummary | None, oldest: ThreadSummary | None
) -> list[int]:
    """Return the ids of the threads of one `Stretch`, newest first."""
    first = ("\U0010ffff", 0) if newest is None else (newest.created_at, newest.id)
    last = ("", 0) if oldest is None else (oldest.created_at, oldest.id)
    return [
        row[0]
        for row in db.execute(
            "SELECT id FROM threads WHERE deletion IS NULL AND (created_at, id) <= (?, ?)"
            " AND (created_at, id) >= (?, ?) ORDER BY created_at DESC, id DESC",
            (*first, *last),
        )
    ]


def count(db: sqlite_utils.Database) -> int:
    """Return how many threads there are."""
    found: int = db.execute("SELECT count(*) FROM threads WHERE deletion IS NULL").fetchone()[0]
    return found


def count_comments(db: sqlite_utils.Database) -> int:
    """Return how many comments there are; both counts go over a small index only."""
    total: int = db.execute("SELECT count(*) FROM comments").fetchone()[0]
    hidden: int = db.execute("SELECT count(*) FROM comments WHERE deletion IS NOT NULL").fetchone()[
        0
    ]
    return total - hidden


def comment_ids(db: sqlite_utils.Database, thread_id: int) -> list[int]:
    """Return the ids of the comments of a thread, in the order in which they were pasted."""
    return [
        row[0]
        for row in db.execute(
            "SELECT id FROM comments WHERE thread_id = ? AND deletion IS NULL ORDER BY position",
            (thread_id,),
        )
    ]


def source_text(db: sqlite_utils.Database, thread_id: int) -> str:
    """Return what was pasted, whole; empty when there is no such thread."""
    found = db.execute(
        "SELECT source_text FROM threads WHERE id = ? AND deletion IS NULL", (thread_id,)
    ).fetchone()
    return found[0] if found else ""


def places(db: sqlite_utils.Database, uuids: Sequence[str]) -> dict[tuple[str, int], int]:
    """Return the ids of the comments of some threads by uuid and place in the thread."""
    return {
        (uuid, position): row_id
        for uuid, position, row_id in db.execute(
            "SELECT h.uuid, c.position, c.id FROM comments c JOIN threads h ON h.id = c.thread_id"
            " WHERE c.deletion IS NULL AND h.uuid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(uuids)),),
        )
    }
