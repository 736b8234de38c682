"""Packs as tables: one entry a row, for spreadsheets.

Only `forms` and `meaning` must be filled. Several values in a cell are parted by `|`. Columns may
stand in any order, and unknown ones are refused, since a misspelt heading would lose what is in it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.csv_cells import csv_cell, csv_text
from app.errors import Sentence, said
from app.lexicon import Context, Entry
from app.models import Example
from app.paths import RESOURCES

COLUMNS = (
    "forms", "meaning", "renderings", "literal", "standard", "note", "pinyin", "kind", "tone",
    "register", "use", "use_note", "since", "certainty", "example_zh", "example_en", "plain_in",
    "id",
)  # fmt: skip
_NEEDED = ("forms", "meaning")
_LONGEST_CELL = 4000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row; 0 is the file as a whole, rows count from 1 below the heading."""

    row: int
    column: str
    text: Sentence | str

    def sentence(self) -> Sentence:
        """Say where the fault is and what it is."""
        places = {"row": self.row, "column": self.column, "text": self.text}
        if self.row and self.column:
            return said("Row {row}, {column}: {text}", **places)
        if self.row:
            return said("Row {row}: {text}", **places)
        if self.column:
            return said("The file, {column}: {text}", **places)
        return said("The file: {text}", **places)

    def __str__(self) -> str:
        """Say it in English."""
        return str(self.sentence())


@lru_cache(maxsize=1)
def _choices() -> dict[str, frozenset[str]]:
    """Return the words that the schema allows, by column."""
    schema = json.loads((RESOURCES / "lexicon" / "lexicon.schema.json").read_text("utf-8"))
    fields = schema["$defs"]["entry"]["properties"]
    single = {n: frozenset(fields[n]["enum"]) for n in ("kind", "register", "use", "certainty")}
    return {**single, "tone": frozenset(fields["tone"]["items"]["enum"])}


def read_csv(data: bytes) -> tuple[list[Entry], list[Fault]]:
    """Return the entries of a table and everything that is wrong with it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [Fault(0, "", said("It is not in UTF-8. Save it as “CSV UTF-8” and try again."))]
    if "\0" in text:
        return [], [Fault(0, "", said("It is no text."))]
    # Spreadsheets in some countries part cells by semicolons or tabs.
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return [], [Fault(0, "", said("It is no table: {reason}.", reason=error))]
    if not table:
        return [], [Fault(0, "", said("It is empty."))]
    heading = [cell.strip().casefold() for cell in table[0]]
    faults = [Fault(0, c, said("There is no such column.")) for c in heading if c not in COLUMNS]
    faults += [Fault(0, c, said("This column is missing.")) for c in _NEEDED if c not in heading]
    if faults:
        return [], faults
    entries: list[Entry] = []
    ids: set[str] = set()
    for number, cells in enumerate(table[1:], 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(heading):
            faults.append(Fault(number, "", said("There are more cells than headings.")))
            continue
        row = {c: csv_text(v).strip() for c, v in zip(heading, cells, strict=False)}
        wrong = _wrong(row)
        faults += [Fault(number, column, text) for column, text in wrong]
        if not wrong:
            entry = _entry(row, ids)
            if entry.id in ids:
                faults.append(Fault(number, "id", said("The id {id} stands twice.", id=entry.id)))
            ids.add(entry.id)
            entries.append(entry)
    return entries, faults


def _wrong(row: dict[str, str]) -> list[tuple[str, Sentence]]:
    found = [(c, said("This cell must be filled.")) for c in _NEEDED if not row.get(c)]
    found += [(c, said("This cell is too long.")) for c, v in row.items() if len(v) > _LONGEST_CELL]
    for column, allowed in _choices().items():
        for word in _several(row.get(column, "")):
            if word not in allowed:
                known = ", ".join(sorted(allowed))
                text = said(
                    "“{word}” is not known here; it may be {known}.", word=word[:30], known=known
                )
                found.append((column, text))
    if row.get("since") and not re.fullmatch(r"(about )?(19|20)\d\ds?|traditional", row["since"]):
        found.append(("since", said("Write a year, as 2021, about 2019 or 2010s.")))
    if row.get("id") and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
        found.append(("id", said("Use small Latin letters, digits and hyphens only.")))
    if len(_several(row.get("example_zh", ""))) != len(_several(row.get("example_en", ""))):
        found.append(
            ("example_en", said("Every example needs its English, and the other way round."))
        )
    return found


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _entry(row: dict[str, str], taken: Iterable[str]) -> Entry:
    from app.packs import own_id

    forms = _several(row["forms"])
    plain = tuple(_several(row.get("plain_in", "")))
    return Entry(
        id=row.get("id") or own_id(forms[0], dict.fromkeys(taken)),
        forms=tuple(dict.fromkeys(forms)),
        kind=row.get("kind") or "general",
        pos="phrase",
        literal=row.get("literal", ""),
        meaning=row["meaning"],
        renderings=tuple(_several(row.get("renderings", ""))) or (row["meaning"],),
        note=row.get("note", ""),
        tone=tuple(_several(row.get("tone", ""))) or ("neutral",),
        register=row.get("register") or "casual",
        use=row.get("use") or "yes",
        since=row.get("since", ""),
        certainty=row.get("certainty") or "sure",
        examples=tuple(
            Example(zh, en)
            for zh, en in zip(
                _several(row.get("example_zh", "")),
                _several(row.get("example_en", "")),
                strict=True,
            )
        ),
        pinyin=row.get("pinyin", ""),
        standard=row.get("standard", ""),
        use_note=row.get("use_note", ""),
        context=Context(plain_in=plain) if plain else None,
    )


def write_csv(entries: Sequence[Entry]) -> str:
    """Return a table of entries. Context rules do not fit into cells; JSON keeps them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        cells = {
            "forms": entry.forms,
            "renderings": entry.renderings,
            "tone": entry.tone,
            "example_zh": [e.zh for e in entry.examples],
            "example_en": [e.en for e in entry.examples],
            "plain_in": entry.context.plain_in if entry.context else (),
        }
        writer.writerow(
            csv_cell(" | ".join(cells[c]) if c in cells else str(getattr(entry, c)))
            for c in COLUMNS
        )
    return out.getvalue()
