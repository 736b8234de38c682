"""What the commands share: the parts of the program, and how results are printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import lexicon
from app.models import HistoryRow, Result
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import Paths
from app.pipeline import Pipeline

if TYPE_CHECKING:
    from app.ocr_pixels import Pixels


@dataclass
class Program:
    """What the commands work with, put together when it is first needed."""

    paths: Paths
    open_window: Callable[[], int] | None = None
    load_picture: Callable[[Path], Pixels] | None = None

    @cached_property
    def packages(self) -> PackageStore:
        """The language packages."""
        return PackageStore(self.paths.bundled_packages, self.paths.packages)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The way of a comment, with all entries in force."""
        entries = PackStore(self.paths.packs).load(lexicon.bundled_files(self.paths.lexicon))
        return Pipeline(entries, self.packages)


def as_json(result: Result) -> dict[str, Any]:
    """Return what the JSON Lines format says about a result; offsets are code points."""
    translation = result.translation
    return {
        "text": result.comment.text,
        "language": str(result.language),
        "translation": translation.text if translation else None,
        "engine": translation.engine if translation else "",
        "flags": [str(f) for f in translation.flags] if translation else [],
        "notes": [
            {
                "start": a.start,
                "end": a.end,
                "surface": n.surface,
                "entry": n.entry_id,
                "certainty": str(a.certainty),
                "meaning": n.meaning,
                "renderings": list(n.renderings),
                "note": n.note,
            }
            for a, n in zip(result.annotations, result.notes, strict=True)
        ],
    }


class Printer:
    """Print results as they come, as text for people or one JSON object a line."""

    def __init__(self, form: str, *, bare: bool = False) -> None:
        self._form = form
        self._bare = bare

    def show(
        self, result: Result, row: HistoryRow | None = None, *, read_back: str | None = None
    ) -> None:
        """Print a result; `row` and `read_back` add what is known of it."""
        if self._form == "jsonl":
            kept = {"id": row.id, "thread": row.thread_id, "created": row.created_at} if row else {}
            back = {} if read_back is None else {"read_back": read_back}
            line = json.dumps({**as_json(result), **kept, **back}, ensure_ascii=False)
        elif self._bare and result.translation:
            said = [result.translation.text] + ([] if read_back is None else [read_back])
            line = "\t".join(part.replace("\n", " ") for part in said)
        else:
            line = _card(result, read_back)
        print(line, flush=True)


def _card(result: Result, read_back: str | None) -> str:
    comment = result.comment
    meta = " · ".join(p for p in (comment.author, comment.place, comment.posted) if p)
    lines = [meta] if meta else []
    lines.append(comment.text)
    if result.translation and result.translation.text:
        lines.append(result.translation.text)
    if read_back:
        lines.append(f"  Read back: {read_back}")
    for annotation, note in zip(result.annotations, result.notes, strict=True):
        doubt = "" if annotation.certainty == "known" else f" ({annotation.certainty})"
        lines.append(f"  {note.surface}{doubt}: {note.meaning}")
    indent = "    " * comment.depth
    return "\n".join(indent + part for line in lines for part in line.splitlines()) + "\n"
