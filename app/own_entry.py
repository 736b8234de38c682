"""An entry as it is written in a form: few fields, checked as a row of a table is."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.csv_cells import csv_cell
from app.errors import said
from app.lexicon import Entry
from app.models import Example
from app.packs import own_id
from app.packs_csv import Fault, read_csv


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form. Several forms or renderings are parted by `|`.

    `examples` has one a line, Chinese and English parted by `|`.
    """

    forms: str = ""
    pinyin: str = ""
    meaning: str = ""
    renderings: str = ""
    note: str = ""
    examples: str = ""
    kind: str = "general"
    use: str = "yes"


def draft_of(entry: Entry) -> Draft:
    """Return an entry as it is shown in the form."""
    return Draft(
        " | ".join(entry.forms),
        entry.pinyin,
        entry.meaning,
        " | ".join(entry.renderings),
        entry.note,
        "\n".join(f"{e.zh} | {e.en}" for e in entry.examples),
        entry.kind,
        entry.use,
    )


def entry_of(
    draft: Draft, taken: Collection[str], old: Entry | None = None
) -> tuple[Entry | None, tuple[Fault, ...]]:
    """Return the entry that a form describes, or what is wrong with it, named by field.

    What the form does not show is kept from `old`, the entry that is changed; a new one gets an id
    that is not `taken`.
    """
    examples, faults = _examples(draft.examples)
    cells: Mapping[str, str] = {
        "forms": draft.forms,
        "pinyin": draft.pinyin,
        "meaning": draft.meaning,
        "renderings": draft.renderings,
        "note": " ".join(draft.note.split()),
        "kind": draft.kind,
        "use": draft.use,
    }
    entries, wrong = read_csv(_table(cells))
    faults += wrong
    if faults or not entries:
        return None, tuple(faults)
    new = replace(entries[0], examples=examples)
    if old is None:
        return replace(new, id=own_id(new.forms[0], dict.fromkeys(taken))), ()
    return replace(
        old,
        forms=new.forms,
        pinyin=new.pinyin,
        meaning=new.meaning,
        renderings=new.renderings,
        note=new.note,
        examples=examples,
        kind=new.kind,
        use=new.use,
    ), ()


def _examples(text: str) -> tuple[tuple[Example, ...], list[Fault]]:
    examples: list[Example] = []
    for line in filter(str.strip, text.splitlines()):
        chinese, bar, english = (part.strip() for part in line.partition("|"))
        if not (chinese and bar and english):
            return (), [Fault(1, "examples", said("Every example needs its English after a |."))]
        examples.append(Example(chinese, english))
    return tuple(examples), []


def _table(cells: Mapping[str, str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([list(cells), [csv_cell(text) for text in cells.values()]])
    return out.getvalue().encode()
