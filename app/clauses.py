"""How a comment is cut before the engine sees it: at what is carried over, at slang, at clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.detect import OTHER_SCRIPT
from app.frames import OPEN
from app.glossary import Gloss, Glossary
from app.lexicon import Entry, Lexicon
from app.models import Annotation, Certainty, Note, Segment, SegmentKind
from app.patterns import later
from app.spans import Spans

# Two breaks of a clause: punctuation, or white space that has no Latin on either side, for in
# "我的 crush 今天" the spaces belong to the English word.
_BREAK = later(r"[，。！？!?；;…~～、\n]+|(?<![A-Za-z0-9.,'’])[ \u3000]+(?![A-Za-z0-9])")
# English that stands for itself inside a Chinese comment: four words or more in a row.
_WORDS = r"[A-Za-z][A-Za-z0-9'’\-]*(?:[ ,.!?:;/&\"()%$#\d\-]+[A-Za-z0-9'’\-]+){3,}[.!?]*"
# In quotation marks it takes them along: half of a pair is more than the engine can bear.
_ENGLISH = later(rf"“{_WORDS}”|「{_WORDS}」|『{_WORDS}』|\"{_WORDS}\"|{_WORDS}\"?")
# What counts the lines of a list; the engine would take it for a sum.
_LIST = later(r"(?m)^[ \t]*(?:\d{1,2}[.、．)）](?!\d)|[①-⑳])[ \t]*(?=\S)")
_LINES = later(r"[ \t]*\n[ \t\n]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the comment: plain text, carried text, or one annotation to substitute.

    A guess is not `sure`: it is worth plain Chinese in its place, but no more. `gloss` is English
    for a plain word that the engine hardly knows.
    """

    start: int
    end: int
    text: str
    carried: bool = False
    note: Note | None = None
    entry: Entry | None = None
    sure: bool = True
    gloss: str = ""

    @property
    def renderings(self) -> tuple[str, ...]:
        """The curated English for it; one with a slot that nothing fills says too little."""
        return tuple(r for r in self.note.renderings if OPEN not in r) if self.note else ()

    @property
    def standard(self) -> str:
        """The plain Chinese that may stand in its place, "" for none."""
        said = self.note.standard if self.note else ""
        return "" if OPEN in said else said


def items_of(
    text: str,
    segments: Sequence[Segment],
    chosen: Sequence[tuple[Annotation, Note]],
    lexicon: Lexicon,
    source: str,
) -> list[Item]:
    """Cut a comment at segments, annotations, line breaks and stretches of English."""
    cuts: list[Item] = []
    for annotation, note in chosen:
        entry = lexicon.entries.get(annotation.entry_id)
        surface = text[annotation.start : annotation.end]
        sure = annotation.certainty is not Certainty.GUESS
        cuts.append(
            Item(annotation.start, annotation.end, surface, note=note, entry=entry, sure=sure)
        )
    taken = Spans((c.start, c.end) for c in cuts)
    for segment in segments:
        if segment.kind is not SegmentKind.TEXT and not taken.meet(segment.start, segment.end):
            cuts.append(
                Item(segment.start, segment.end, text[segment.start : segment.end], carried=True)
            )
    for pattern in (_LINES, _LIST, _ENGLISH, OTHER_SCRIPT) if source == "zh" else (_LINES,):
        taken = Spans((c.start, c.end) for c in cuts)
        for hit in pattern.finditer(text):
            if not taken.meet(*hit.span()):
                cuts.append(Item(*hit.span(), hit.group(), carried=True))
    cuts.sort(key=lambda c: c.start)
    items: list[Item] = []
    at = 0
    for cut in cuts:
        if cut.start > at:
            items.append(Item(at, cut.start, text[at : cut.start]))
        items.append(cut)
        at = cut.end
    if at < len(text):
        items.append(Item(at, len(text), text[at:]))
    return items


def glossed(item: Item, spelled: str, glossary: Glossary) -> list[Item]:
    """Return plain text as the engine spells it, cut at the words that the engine hardly knows."""
    if len(spelled) != len(item.text):  # put into standard Chinese: the places are not the same
        return [replace(item, text=spelled)]
    items: list[Item] = []
    at = 0
    for word in (*glossary.find(spelled), Gloss(len(spelled), len(spelled), "")):
        if word.start > at:
            items.append(Item(item.start + at, item.start + word.start, spelled[at : word.start]))
        if word.english:
            start, end = item.start + word.start, item.start + word.end
            items.append(Item(start, end, spelled[word.start : word.end], gloss=word.english))
        at = word.end
    return items


def clauses_of(items: Sequence[Item]) -> list[list[Item]]:
    """Group items into clauses; each clause keeps the break that ends it."""
    whole = "".join(item.text for item in items)
    ends = [hit.end() for hit in _BREAK.finditer(whole)]
    clauses: list[list[Item]] = [[]]
    base = 0
    for item in items:
        at = 0
        first, last = bisect_right(ends, base), bisect_right(ends, base + len(item.text))
        for end in ends[first:last] if item.note is None else ():
            cut = end - base
            clauses[-1].append(Item(item.start + at, item.start + cut, item.text[at:cut]))
            clauses.append([])
            at = cut
        if at < len(item.text):
            rest = item.text[at:]
            clauses[-1].append(replace(item, start=item.start + at, text=rest) if at else item)
        base += len(item.text)
    return [c for c in clauses if c]
