"""Results written to the database. `app.rows` reads them back."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence

import sqlite_utils

from app.models import Note, Result, Translation
from app.rows import NO_DETAILS, Details, storable, text_key, to_json


def insert_thread(
    db: sqlite_utils.Database, uuid: str, created_at: str, title: str, source_text: str
) -> int:
    """Store a thread without its comments; return its id."""
    cursor = db.conn.execute(
        "INSERT INTO threads(uuid, created_at, title, source_text) VALUES (?, ?, ?, ?)",
        (storable(uuid), storable(created_at), storable(title), storable(source_text)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def insert_results(
    db: sqlite_utils.Database,
    thread_id: int,
    created_at: str,
    results: Sequence[Result],
    positions: Sequence[int] | None = None,
) -> list[int]:
    """Store the comments of a thread and what was found in them; return their ids, in order.

    `positions` are their places in the thread, rising; by default from 0 on.

    Ids fall as the position rises, so that going through all comments by falling id gives the
    newest thread first and its comments from the top.
    """
    taken = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'comments'").fetchone()
    highest = (taken[0] if taken else 0) + len(results)
    ids = [highest - count for count in range(len(results))]
    places = range(len(results)) if positions is None else positions
    db.conn.executemany(
        "INSERT INTO comments(id, thread_id, position, text, text_key, author, posted, place,"
        " likes, reply_to, ordinal, depth, badges, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row_id, thread_id, place, *_comment_values(result))
            for row_id, place, result in zip(ids, places, results, strict=True)
        ),
    )
    _insert_annotations(db, created_at, zip(ids, results, strict=True))
    db.conn.executemany(
        _UPSERT_TRANSLATION,
        (
            (row_id, *translation_values(result.translation))
            for row_id, result in zip(ids, results, strict=True)
            if result.translation is not None
        ),
    )
    return ids


def _comment_values(result: Result) -> tuple[str | int, ...]:
    comment = result.comment
    badges = json.dumps(comment.badges, ensure_ascii=False) if comment.badges else ""
    return (
        storable(comment.text),
        text_key(comment.text),
        storable(comment.author),
        storable(comment.posted),
        storable(comment.place),
        storable(comment.likes),
        storable(comment.reply_to),
        comment.ordinal,
        comment.depth,
        storable(badges),
        result.language,
    )


def put_notes(db: sqlite_utils.Database, row_id: int, created_at: str, result: Result) -> None:
    """Store language and notes of a comment that has been stored without having been read."""
    db.execute("UPDATE comments SET language = ? WHERE id = ?", (result.language, row_id))
    _insert_annotations(db, created_at, [(row_id, result)])


def _insert_annotations(
    db: sqlite_utils.Database, created_at: str, pairs: Iterable[tuple[int, Result]]
) -> None:
    entries: dict[str, int] = {}
    notes: dict[Note, int] = {}
    met: Counter[int] = Counter()
    rows: list[tuple[int, int, int, int, int, str, int | None]] = []
    for row_id, result in pairs:
        for position, annotation in enumerate(result.annotations):
            name = storable(annotation.entry_id)
            if name not in entries:
                entries[name] = entry_key(db, name)
            note = result.notes[position] if position < len(result.notes) else None
            if note is not None and note not in notes:
                notes[note] = _note_key(db, note)
            met[entries[name]] += 1
            rows.append(
                (
                    row_id,
                    position,
                    annotation.start,
                    annotation.end,
                    entries[name],
                    annotation.certainty,
                    None if note is None else notes[note],
                )
            )
    db.conn.executemany("INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    db.conn.executemany(
        "UPDATE entries SET times = times + :n, last_met = max(last_met, :at),"
        " first_met = CASE WHEN times = 0 OR first_met > :at THEN :at ELSE first_met END"
        " WHERE id = :id",
        [{"n": count, "at": created_at, "id": key} for key, count in met.items()],
    )


def entry_key(db: sqlite_utils.Database, name: str) -> int:
    """Return the key of the entry called `name`, giving it one if it is met for the first time."""
    db.execute("INSERT INTO entries(name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    return int(db.execute("SELECT id FROM entries WHERE name = ?", (name,)).fetchone()[0])


def _note_key(db: sqlite_utils.Database, note: Note) -> int:
    body = to_json(note)
    key = hashlib.blake2b(body.encode(), digest_size=16).digest()
    db.execute("INSERT INTO notes(key, body) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, body))
    return int(db.execute("SELECT id FROM notes WHERE key = ?", (key,)).fetchone()[0])


_UPSERT_TRANSLATION = """
    INSERT INTO translations(comment_id, text, source, target, engine, details)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT(comment_id) DO UPDATE SET text = excluded.text, source = excluded.source,
        target = excluded.target, engine = excluded.engine, details = excluded.details
"""


def translation_values(translation: Translation) -> tuple[str, str, str, str, str]:
    """Return the columns text, source, target, engine, details of the table `translations`."""
    details = Details(
        translation.alternatives,
        translation.flags,
        translation.substitutions,
        translation.without,
    )
    return (
        storable(translation.text),
        storable(translation.source),
        storable(translation.target),
        storable(translation.engine),
        "" if details == NO_DETAILS else to_json(details),
    )


def put_translation(db: sqlite_utils.Database, row_id: int, translation: Translation) -> None:
    """Store the engine's answer; a correction by hand stays and still wins.

    A comment that is not there any more is passed over.
    """
    if db.execute("SELECT 1 FROM comments WHERE id = ?", (row_id,)).fetchone():
        db.execute(_UPSERT_TRANSLATION, (row_id, *translation_values(translation)))
