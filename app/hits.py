"""Where in a comment a search term stands: what is marked, and the last word on what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.index_text import UNSPACED_RUN, fields, fold, runs_with_readings
from app.models import HistoryRow
from app.query import Query, Term

_IN_WORD = rf"[^\W_{UNSPACED_RUN.pattern[1:-2]}]"


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch to be marked, in code points of the field; see `index_text.Field` for its name."""

    field: str
    start: int
    end: int
    index: int = 0
    part: int = 0


def find(query: Query, row: HistoryRow, spelled: str) -> tuple[Hit, ...] | None:
    """Return where the terms stand in a comment; None when it is not what `query` asks for.

    `spelled` is how `index_text.spell` reads the comment. Dates and entries are left to the
    database, which is exact in them.
    """
    if query.favourite and not row.favourite:
        return None
    tags = {tag.casefold() for tag in row.tags}
    if any(tag.casefold() not in tags for tag in query.tags):
        return None
    author = fold(row.result.comment.author)
    names = [fold(name).strip() for name in query.authors]
    if any(name not in author for name in names):
        return None
    searched = [(field, fold(field.text)) for field in fields(row) if field.text]
    runs = list(runs_with_readings(fold(row.result.comment.text), spelled))
    hits = [Hit("author", at, at + len(name)) for name in names for at in [author.index(name)]]
    hits += (
        Hit("text", mark.start, mark.end)
        for mark, note in zip(row.result.annotations, row.result.notes, strict=True)
        if mark.entry_id in query.entries or note.surface in query.entries
    )
    for term in query.terms:
        before = len(hits)
        pattern = _pattern(term.folded)
        for field, folded in searched:
            hits += (
                Hit(field.name, *match.span(), field.index, field.part)
                for match in pattern.finditer(folded)
            )
        if term.letters:
            for start, run in runs:
                hits += (Hit("text", start + one, start + end) for one, end in _spoken(term, run))
        if len(hits) == before:
            return None
    return _merged(hits)


def _pattern(folded: str) -> re.Pattern[str]:
    # re keeps the patterns it compiled. A word is found from its beginning on, but need not end.
    escaped = r"\s+".join(map(re.escape, folded.split(" ")))
    begins_in_word = re.match(_IN_WORD, folded)
    return re.compile(f"(?<!{_IN_WORD}){escaped}" if begins_in_word else escaped)


def _spoken(term: Term, spelled: list[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield where a run of Han reads as the term's pinyin, or has its letters as initials."""
    starts, length = [], 0
    for syllable, _ in spelled:
        starts.append(length)
        length += len(syllable)
    whole = "".join(syllable for syllable, _ in spelled)
    owner = [at for at, (syllable, _) in enumerate(spelled) for _ in syllable]
    for at, start in enumerate(starts):
        if whole.startswith(term.letters, start) and all(
            spelled[owner[start + letter]][1] == tone for letter, tone in term.tones
        ):
            yield at, owner[start + len(term.letters) - 1] + 1
    if term.initials:
        initials = "".join(syllable[:1] for syllable, _ in spelled)
        at = initials.find(term.initials)
        while at >= 0:
            yield at, at + len(term.initials)
            at = initials.find(term.initials, at + 1)


def _merged(hits: list[Hit]) -> tuple[Hit, ...]:
    """Return hits in order, those that touch or overlap as one."""
    merged: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.index, h.field, h.part, h.start, h.end)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and (last.field, last.index, last.part) == (hit.field, hit.index, hit.part)
            and hit.start <= last.end
        ):
            merged[-1] = Hit(hit.field, last.start, max(last.end, hit.end), hit.index, hit.part)
        else:
            merged.append(hit)
    return tuple(merged)
