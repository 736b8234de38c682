"""Finding comments: the index chooses candidates, the text decides, pages follow the row ids.

The newest come first. Row ids rise from thread to thread and fall within one, so that a thread's
comments come in their order; threads that were imported come in where the import was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlite_utils

from app.candidates import expression
from app.hits import Hit, find
from app.indexing import readings_of
from app.models import HistoryRow
from app.query import Query
from app.rows import load_rows

CANDIDATES = 150
"""How many candidates a page looks at, at most. It matters only for what the index cannot tell
(punctuation, tones, phrases): such a page may come short, and says where to go on."""


@dataclass(frozen=True, slots=True)
class Found:
    """A comment and where in it the terms stand."""

    row: HistoryRow
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found.

    `after` leads to the next page; None says, truly, that there is nothing more. A page may hold
    fewer than asked for, or nothing, and still lead on. `waiting` is how many comments (older or
    just edited) the index has yet to take in, so that they cannot be found so far.
    """

    found: tuple[Found, ...]
    after: int | None
    waiting: int


def search(
    db: sqlite_utils.Database, query: Query, limit: int, after: int | None, waiting: int
) -> Page:
    """Return up to `limit` comments that answer `query`, from below row id `after` on."""
    if not db.execute("SELECT 1 FROM threads WHERE deletion IS NULL LIMIT 1").fetchone():
        return Page((), None, waiting)
    sql, parameters = _statement(db, query)
    found: list[Found] = []
    position = after if after is not None else 1 << 62
    left = max(CANDIDATES, limit)
    spoken = any(term.letters for term in query.terms)
    while left > 0:
        batch = min(left, limit + 1)
        ids = [row[0] for row in db.execute(sql, {**parameters, "after": position, "batch": batch})]
        spelled = readings_of(db, ids) if spoken else {}
        for row in load_rows(db, ids):
            if len(found) == limit:
                return Page(tuple(found), position, waiting)
            hits = find(query, row, spelled.get(row.id, ""))
            if hits is not None:
                found.append(Found(row, hits))
            position = row.id
        if len(ids) < batch:
            return Page(tuple(found), None, waiting)
        left -= batch
    return Page(tuple(found), position, waiting)


def _statement(db: sqlite_utils.Database, query: Query) -> tuple[str, dict[str, object]]:
    entry_keys = [_entry_keys(db, name) for name in query.entries]
    wanted = expression(query, entry_keys, _days(db))
    parameters: dict[str, object] = {"wanted": wanted}
    # CROSS JOIN keeps SQLite to this order: candidates first, by falling row id.
    tables, conditions, key = "comments c", ["c.id < :after", "c.deletion IS NULL"], "c.id"
    if wanted:
        tables, key = "search CROSS JOIN comments c ON c.id = search.rowid", "search.rowid"
        conditions = ["search MATCH :wanted", "search.rowid < :after", "c.deletion IS NULL"]
    if query.since or query.until:
        tables += " CROSS JOIN threads h ON h.id = c.thread_id"
        conditions.append("h.created_at >= :since AND h.created_at < :until")
        parameters["since"] = _stored(query.since) if query.since else ""
        parameters["until"] = _stored(query.until) if query.until else "\U0010ffff"
    where = " AND ".join(conditions)
    return f"SELECT c.id FROM {tables} WHERE {where} ORDER BY {key} DESC LIMIT :batch", parameters


def _stored(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _entry_keys(db: sqlite_utils.Database, name: str) -> list[int]:
    """Return the keys of the entries that are called `name`, or were met written so."""
    return [
        row[0]
        for row in db.execute(
            "SELECT id FROM entries WHERE name = :name OR name IN"
            " (SELECT json_extract(body, '$.entry_id') FROM notes"
            " WHERE json_extract(body, '$.surface') = :name)",
            {"name": name},
        )
    ]


def _days(db: sqlite_utils.Database) -> tuple[date, date] | None:
    first, last = db.execute(
        "SELECT (SELECT min(created_at) FROM threads WHERE deletion IS NULL),"
        " (SELECT max(created_at) FROM threads WHERE deletion IS NULL)"
    ).fetchone()
    return (date.fromisoformat(first[:10]), date.fromisoformat(last[:10])) if first else None
