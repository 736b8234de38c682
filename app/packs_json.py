"""Packs as JSON, in the format of the bundled entries."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import msgspec

from app import frames
from app.errors import Sentence, said
from app.lexicon import Entry, LexiconFile
from app.packs_csv import Fault


def read_json(data: bytes, stem: str) -> tuple[str, list[Entry], list[Fault]]:
    """Return title, entries and faults of a pack; `stem` is its title when it has none."""
    try:
        raw = json.loads(data)
        rows = raw["entries"]
        title = str(raw.get("title") or stem)
        if not isinstance(rows, list):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return stem, [], [Fault(0, "", said("It is no pack: there is no list of entries in it."))]
    entries: list[Entry] = []
    faults: list[Fault] = []
    for number, row in enumerate(rows, 1):
        try:
            entry = msgspec.convert(row, Entry)
        except msgspec.ValidationError as error:
            faults.append(Fault(number, "", f"{error}."))
            continue
        faults += [Fault(number, column, text) for column, text in _unusable(entry)]
        if any(entry.id == e.id for e in entries):
            faults.append(Fault(number, "id", said("The id {id} stands twice.", id=entry.id)))
        entries.append(entry)
    return title, entries, faults


def _unusable(entry: Entry) -> list[tuple[str, Sentence | str]]:
    """Return what would keep an entry from being matched or shown."""
    found: list[tuple[str, Sentence | str]] = []
    if not entry.id.strip() or not entry.meaning.strip():
        found.append(("meaning", said("An entry needs an id and a meaning.")))
    if not entry.forms or not all(form.strip() for form in entry.forms):
        found.append(("forms", said("An entry needs at least one form, and none may be empty.")))
    rules = entry.context.rules if entry.context else ()
    found += [("frames", fault) for fault in frames.faults(entry.frames, entry.slots)]
    for pattern in (p for r in rules for p in (r.before, r.after, r.clause, r.comment)):
        try:
            re.compile(pattern)
        except re.error as error:
            text = said(
                "The pattern {pattern} cannot be read: {reason}.", pattern=pattern, reason=error
            )
            found.append(("context", text))
    return found


def write_json(title: str, entries: Sequence[Entry]) -> bytes:
    """Return a pack as the bundled entries are written."""
    file = LexiconFile(title=title, licence="", entries=tuple(entries))
    # What is at its default is left out, as people write it by hand.
    data = json.loads(msgspec.json.encode(file))
    data["entries"] = [
        {k: v for k, v in e.items() if v not in ("", [], None, False, 0)} for e in data["entries"]
    ]
    for entry in data["entries"]:
        for needed in ("renderings", "tone", "examples"):
            entry.setdefault(needed, [])
        for needed in ("literal", "note", "register", "use", "since", "certainty"):
            entry.setdefault(needed, "")
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8")
