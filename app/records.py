"""The history as a stream of records: what JSON Lines exports hold, and what imports merge.

A thread comes before its comments. A comment carries the engine's translation and the reader's
correction apart, so that nothing is lost on the way; ids do not travel, since they mean nothing
in another database: a thread is known by its uuid, a comment by its place in the thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import sqlite_utils

from app import indexing, insert, keeping, rows, threads
from app.index_text import FAVOURITE, tag_token
from app.models import HistoryRow, Language, Result


@dataclass(frozen=True, slots=True)
class ThreadRecord:
    """What was pasted at one time; `created_at` is UTC, ISO 8601."""

    uuid: str
    created_at: str
    title: str
    source_text: str
    kind: Literal["thread"] = "thread"
    format: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class CommentRecord:
    """A comment with what was found in it and what the reader made of it."""

    thread: str
    position: int
    result: Result
    favourite: bool = False
    tags: tuple[str, ...] = ()
    remark: str = ""
    corrected: str | None = None
    corrected_at: str | None = None
    kind: Literal["comment"] = "comment"


@dataclass(frozen=True, slots=True)
class ThreadWithRows:
    """A thread as exports get it: the rows are as the reader sees them, the records lossless."""

    thread: ThreadRecord
    rows: tuple[HistoryRow, ...]
    comments: tuple[CommentRecord, ...]


def all_threads(
    db: sqlite_utils.Database,
    thread_ids: Sequence[int] | None = None,
    row_ids: Sequence[int] | None = None,
) -> Iterator[ThreadWithRows]:
    """Yield threads with their comments, oldest first, without what is deleted.

    `thread_ids` asks for some threads only, `row_ids` for some comments only: of a thread of which
    not all are wanted nothing else is told, neither its title nor what was pasted.
    """
    conditions, parameters = ["deletion IS NULL"], []
    if thread_ids is not None:
        conditions.append("id IN (SELECT value FROM json_each(?))")
        parameters.append(rows.id_list(thread_ids))
    if row_ids is not None:
        conditions.append(
            "id IN (SELECT thread_id FROM comments WHERE deletion IS NULL"
            " AND id IN (SELECT value FROM json_each(?)))"
        )
        parameters.append(rows.id_list(row_ids))
    found = db.execute(
        f"SELECT id FROM threads WHERE {' AND '.join(conditions)} ORDER BY created_at, id",
        parameters,
    ).fetchall()
    wanted = None if row_ids is None else set(row_ids)
    for (thread_id,) in found:
        yield _thread(db, thread_id, wanted)


def _thread(db: sqlite_utils.Database, thread_id: int, wanted: set[int] | None) -> ThreadWithRows:
    uuid, created_at, title, source_text = db.execute(
        "SELECT uuid, created_at, title, source_text FROM threads WHERE id = ?", (thread_id,)
    ).fetchone()
    places = dict(
        db.execute(
            "SELECT id, position FROM comments WHERE thread_id = ? AND deletion IS NULL"
            " ORDER BY position",
            (thread_id,),
        ).fetchall()
    )
    chosen = [row_id for row_id in places if wanted is None or row_id in wanted]
    shown = rows.load_rows(db, chosen)
    if len(chosen) < len(places):
        source_text = "\n".join(row.result.comment.text for row in shown)
        title = threads.title(source_text, [row.result for row in shown])
    apart = rows.load_corrections(db, chosen)
    return ThreadWithRows(
        ThreadRecord(uuid, created_at, title, source_text),
        tuple(shown),
        tuple(_record(uuid, places[row.id], row, apart.get(row.id)) for row in shown),
    )


def _record(uuid: str, place: int, row: HistoryRow, apart: rows.Correction | None) -> CommentRecord:
    record = CommentRecord(uuid, place, row.result, row.favourite, row.tags, row.remark)
    if apart is None:
        return record
    return replace(
        record,
        result=replace(row.result, translation=apart.machine),
        corrected=apart.text,
        corrected_at=apart.at,
    )


@dataclass(slots=True)
class Merged:
    """What an import brought.

    New threads, new comments, comments that were here and got something more, and comments that
    were here just so.
    """

    threads: int = 0
    comments: int = 0
    completed: int = 0
    known: int = 0


def merge(
    db: sqlite_utils.Database,
    thread: ThreadRecord,
    comments: Sequence[CommentRecord],
    merged: Merged,
) -> None:
    """Add a thread and its comments unless they are here; then complete what is here.

    Tags come together, a favourite stays one, missing notes and translations are filled in, the
    newer correction wins, and of two different remarks both are kept. What the reader had deleted
    comes back, since importing it asks for that.
    """
    _bury(db, thread.uuid)
    known = db.execute("SELECT id FROM threads WHERE uuid = ?", (thread.uuid,)).fetchone()
    if known is None:
        thread_id = insert.insert_thread(
            db, thread.uuid, thread.created_at, thread.title, thread.source_text
        )
        merged.threads += 1
    else:
        thread_id = known[0]
    here = dict(
        db.execute("SELECT position, id FROM comments WHERE thread_id = ?", (thread_id,)).fetchall()
    )
    fresh = sorted(
        {c.position: c for c in comments if c.position not in here}.values(),
        key=lambda comment: comment.position,
    )
    ids = insert.insert_results(
        db,
        thread_id,
        thread.created_at,
        [comment.result for comment in fresh],
        [comment.position for comment in fresh],
    )
    indexing.queue(db, ids)
    for row_id, comment in zip(ids, fresh, strict=True):
        if comment.tags or comment.favourite or comment.remark or comment.corrected is not None:
            _complete(db, row_id, comment)
    merged.comments += len(fresh)
    for comment in comments:
        if comment.position in here:
            if _complete(db, here[comment.position], comment):
                merged.completed += 1
            else:
                merged.known += 1


def _bury(db: sqlite_utils.Database, uuid: str) -> None:
    """Remove for good what is marked as deleted in this thread."""
    condition = "deletion IS NOT NULL AND thread_id = (SELECT id FROM threads WHERE uuid = ?)"
    ids = [row[0] for row in db.execute(f"SELECT id FROM comments WHERE {condition}", (uuid,))]
    indexing.remove(db, ids)
    db.execute(f"DELETE FROM comments WHERE {condition}", (uuid,))
    db.execute("DELETE FROM threads WHERE deletion IS NOT NULL AND uuid = ?", (uuid,))


def _complete(db: sqlite_utils.Database, row_id: int, comment: CommentRecord) -> bool:
    """Give a stored comment what the record has and it has not; return whether there was any."""
    (row,) = rows.load_rows(db, [row_id])
    apart = rows.load_corrections(db, [row_id]).get(row_id)
    changes: list[Callable[[], object]] = []
    found = comment.result
    unread = row.result.language is Language.NONE and not row.result.annotations
    if unread and found.language is not Language.NONE and found.comment == row.result.comment:
        changes.append(lambda: insert.put_notes(db, row_id, row.created_at, found))
    machine = found.translation
    if machine is not None and (apart.machine if apart else row.result.translation) is None:
        changes.append(lambda: insert.put_translation(db, row_id, machine))
    if comment.corrected is not None and (
        apart is None or (apart.at or "") < (comment.corrected_at or "")
    ):
        changes.append(
            lambda: keeping.correct_translation(
                db, row_id, comment.corrected, comment.corrected_at or ""
            )
        )
    if comment.remark and rows.storable(comment.remark) not in row.remark:
        both = f"{row.remark}\n{comment.remark}" if row.remark else comment.remark
        changes.append(lambda: keeping.set_remark(db, row_id, both))
    if changes:
        indexing.touch(db, [row_id])
        for change in changes:
            change()
    tags = [tag for tag in map(keeping.clean_tag, comment.tags) if tag not in row.tags]
    for tag in tags:
        indexing.add_token(db, keeping.add_tag(db, [row_id], tag), tag_token(tag))
    if comment.favourite and not row.favourite:
        indexing.add_token(db, keeping.set_favourite(db, [row_id], True), FAVOURITE)
        return True
    return bool(changes or tags)
