"""Results to rows and back, without loss.

Notes are kept as they were shown, each distinct one once: a later lexicon does not change what
the reader saw, and a thousand comments with 蹲 share one row.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import sqlite_utils

from app.models import (
    Annotation,
    Certainty,
    Comment,
    Flag,
    HistoryRow,
    Language,
    Note,
    Result,
    Substitution,
    Translation,
)

BY_HAND = "by hand"
"""The engine named in a translation that the reader corrected; the engine's own wording is then
the first of the alternatives."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Details:
    alternatives: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    substitutions: tuple[Substitution, ...] = ()


_NOTES = msgspec.json.Decoder(Note)
_DETAILS = msgspec.json.Decoder(_Details)
_NO_DETAILS = _Details()


def storable(text: str) -> str:
    """Return `text` with U+FFFD for half surrogates, which UTF-8 and so SQLite cannot hold.

    They come from text cut in the middle of an emoji and stand for nothing; offsets stay right.
    """
    return _SURROGATE.sub("\ufffd", text)


def text_key(text: str) -> int:
    """Return the 64-bit key under which the same comment is found again, whatever its spacing."""
    compact = "".join(text.split())
    digest = hashlib.blake2b(storable(compact).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def insert_results(
    db: sqlite_utils.Database, thread_id: int, created_at: str, results: Sequence[Result]
) -> list[int]:
    """Store the comments of a thread and what was found in them; return their ids, in order.

    Ids fall as the position rises, so that going through all comments by falling id gives the
    newest thread first and its comments from the top.
    """
    taken = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'comments'").fetchone()
    highest = (taken[0] if taken else 0) + len(results)
    ids = [highest - position for position in range(len(results))]
    db.conn.executemany(
        "INSERT INTO comments(id, thread_id, position, text, text_key, author, posted, place,"
        " likes, reply_to, ordinal, depth, badges, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row_id, thread_id, position, *_comment_values(result))
            for position, (row_id, result) in enumerate(zip(ids, results, strict=True))
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


def _to_json(value: Note | _Details) -> str:
    # msgspec's own encoder refuses half surrogates.
    return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))


def _note_key(db: sqlite_utils.Database, note: Note) -> int:
    body = _to_json(note)
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
    details = _Details(translation.alternatives, translation.flags, translation.substitutions)
    return (
        storable(translation.text),
        storable(translation.source),
        storable(translation.target),
        storable(translation.engine),
        "" if details == _NO_DETAILS else _to_json(details),
    )


def put_translation(db: sqlite_utils.Database, row_id: int, translation: Translation) -> None:
    """Store the engine's answer; a correction by hand stays and still wins.

    A comment that is not there any more is passed over.
    """
    if db.execute("SELECT 1 FROM comments WHERE id = ?", (row_id,)).fetchone():
        db.execute(_UPSERT_TRANSLATION, (row_id, *translation_values(translation)))


def id_list(ids: Sequence[int]) -> str:
    """Return ids as the one parameter that `IN (SELECT value FROM json_each(?))` takes."""
    return json.dumps(list(ids))


def living(db: sqlite_utils.Database, ids: Sequence[int]) -> list[int]:
    """Return those of `ids` that exist and are not deleted, in the order given."""
    found = db.execute(
        "SELECT id FROM comments WHERE deletion IS NULL AND id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    )
    known = {row[0] for row in found}
    return [row_id for row_id in ids if row_id in known]


def load_rows(db: sqlite_utils.Database, ids: Sequence[int]) -> list[HistoryRow]:
    """Return the comments with these ids, in the order of `ids`; unknown ids are left out."""
    wanted = id_list(ids)
    annotations = _load_annotations(db, wanted)
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for row_id, tag in db.execute(
        "SELECT comment_id, tag FROM tags WHERE comment_id IN (SELECT value FROM json_each(?))"
        " ORDER BY comment_id, tag",
        (wanted,),
    ):
        tags[row_id].append(tag)
    found: dict[int, HistoryRow] = {}
    for row in db.execute(_SELECT_ROWS, (wanted,)):
        row_id, thread_id, created_at, favourite, remark, language = row[:6]
        marks, notes = annotations.get(row_id, ((), ()))
        result = Result(
            comment=_comment(row[6:15]),
            language=Language(language),
            annotations=marks,
            notes=notes,
            translation=_translation(row[15:]),
        )
        found[row_id] = HistoryRow(
            row_id, thread_id, created_at, result, bool(favourite), tuple(tags[row_id]), remark
        )
    return [found[row_id] for row_id in ids if row_id in found]


_SELECT_ROWS = """
    SELECT c.id, c.thread_id, h.created_at, c.favourite, c.remark, c.language,
        c.text, c.author, c.posted, c.place, c.likes, c.reply_to, c.ordinal, c.depth, c.badges,
        t.text, t.source, t.target, t.engine, t.details, t.corrected
    FROM comments c JOIN threads h ON h.id = c.thread_id
        LEFT JOIN translations t ON t.comment_id = c.id
    WHERE c.id IN (SELECT value FROM json_each(?))
"""


def _load_annotations(
    db: sqlite_utils.Database, wanted: str
) -> dict[int, tuple[tuple[Annotation, ...], tuple[Note, ...]]]:
    marks: defaultdict[int, list[Annotation]] = defaultdict(list)
    notes: defaultdict[int, list[Note]] = defaultdict(list)
    decoded: dict[int, Note] = {}
    for row_id, start, end, name, certainty, note_id, body in db.execute(
        'SELECT a.comment_id, a.start, a."end", e.name, a.certainty, a.note, n.body'
        " FROM annotations a JOIN entries e ON e.id = a.entry LEFT JOIN notes n ON n.id = a.note"
        " WHERE a.comment_id IN (SELECT value FROM json_each(?))"
        " ORDER BY a.comment_id, a.position",
        (wanted,),
    ):
        marks[row_id].append(Annotation(start, end, name, Certainty(certainty)))
        if body is not None:
            if note_id not in decoded:
                decoded[note_id] = _NOTES.decode(body)
            notes[row_id].append(decoded[note_id])
    return {row_id: (tuple(found), tuple(notes[row_id])) for row_id, found in marks.items()}


def _comment(values: Sequence[str | int]) -> Comment:
    text, author, posted, place, likes, reply_to, ordinal, depth, badges = values
    return Comment(
        text=str(text),
        author=str(author),
        posted=str(posted),
        place=str(place),
        likes=str(likes),
        reply_to=str(reply_to),
        ordinal=int(ordinal),
        depth=int(depth),
        badges=tuple(json.loads(str(badges))) if badges else (),
    )


def _translation(values: Sequence[str | None]) -> Translation | None:
    text, source, target, engine, details, corrected = values
    if text is None:
        return None
    more = _DETAILS.decode(details) if details else _NO_DETAILS
    machine = Translation(
        text, source or "", target or "", engine or "",
        more.alternatives, more.flags, more.substitutions,
    )  # fmt: skip
    return machine if corrected is None else corrected_by_hand(machine, corrected)


def corrected_by_hand(machine: Translation, corrected: str) -> Translation:
    """Return the reader's wording, with the engine's kept as the first alternative."""
    kept = (machine.text, *machine.alternatives) if machine.text else machine.alternatives
    return Translation(
        corrected, machine.source, machine.target, BY_HAND, kept, (), machine.substitutions
    )
