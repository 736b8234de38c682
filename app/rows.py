"""Results read back from the database as they were; `app.insert` writes them.

Notes are kept as they were shown, each distinct one once: a later lexicon does not change what
the reader saw, and a thousand comments with 蹲 share one row.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import sqlite_utils

from app.models import (
    BY_HAND,
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

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Details:
    """What a translation holds besides its text, kept as one JSON column."""

    alternatives: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    without: tuple[str, ...] = ()


_NOTES = msgspec.json.Decoder(Note)
_DETAILS = msgspec.json.Decoder(Details)
NO_DETAILS = Details()


def storable(text: str) -> str:
    """Return `text` with U+FFFD for half surrogates, which UTF-8 and so SQLite cannot hold.

    They come from text cut in the middle of an emoji and stand for nothing; offsets stay right.
    """
    return _SURROGATE.sub("\ufffd", text)


def to_json(value: object) -> str:
    """Return a dataclass as JSON that can be stored; msgspec's own encoder refuses what is cut."""
    return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))


def text_key(text: str) -> int:
    """Return the 64-bit key under which the same comment is found again, whatever its spacing."""
    compact = "".join(text.split())
    digest = hashlib.blake2b(storable(compact).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def read_note(body: str) -> Note:
    """Return a note as it is stored. Raises msgspec.MsgspecError when it is none."""
    return _NOTES.decode(body)


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
    machine = None
    if text is not None:
        more = _DETAILS.decode(details) if details else NO_DETAILS
        machine = Translation(
            text, source or "", target or "", engine or "",
            more.alternatives, more.flags, more.substitutions, more.without,
        )  # fmt: skip
    if corrected is None:
        return machine
    if machine is None:
        return Translation(corrected, source or "", target or "", BY_HAND)
    return Translation(
        corrected,
        machine.source,
        machine.target,
        BY_HAND,
        (machine.text, *machine.alternatives),
        (),
        machine.substitutions,
        machine.without,
    )


@dataclass(frozen=True, slots=True)
class Correction:
    """The reader's translation, when it was made, and the engine's beside it, if there is one."""

    text: str
    at: str | None
    machine: Translation | None


def load_corrections(db: sqlite_utils.Database, ids: Sequence[int]) -> dict[int, Correction]:
    """Return the corrections among these comments, by id."""
    found = {}
    for row_id, corrected, at, *machine in db.execute(
        "SELECT comment_id, corrected, corrected_at, text, source, target, engine, details"
        " FROM translations WHERE corrected IS NOT NULL"
        " AND comment_id IN (SELECT value FROM json_each(?))",
        (id_list(ids),),
    ):
        found[row_id] = Correction(corrected, at, _translation([*machine, None]))
    return found
