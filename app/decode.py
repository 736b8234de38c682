"""What rules can read without an entry, each reading with its certainty.

A rule that can be read in one way only is DECODED; one that chooses among readings is a GUESS. The
rules themselves are in `app.amounts`, `app.shop_terms`, `app.spelling` and `app.kaomoji`; here
they meet each other and the entries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app import amounts, kaomoji, shop_terms, spelling
from app.lexicon import Entry, Lexicon
from app.models import Annotation, Note, Segment, SegmentKind
from app.spans import Spans

Finding = tuple[Annotation, Note]
Lookup = Callable[[str], Entry | None]
Fill = Callable[[Mapping[str, str]], tuple[Mapping[str, str], Mapping[str, str]]]

_READ = (SegmentKind.TEXT, SegmentKind.CODE, SegmentKind.TOPIC)


def decode(
    text: str, folded: str, segments: Sequence[Segment], look_up: Lookup
) -> tuple[Finding, ...]:
    """Return what the rules read in a comment, in the order of the text, without overlaps.

    `folded` is the comment as it is matched (`app.views.fold`); `look_up` finds the entry that
    has exactly the given form.
    """
    closed = Spans((s.start, s.end) for s in segments if s.kind not in _READ)
    found = [
        *amounts.find(text, folded),
        *amounts.times(text, folded),
        *amounts.items(text),
        *shop_terms.find(text, folded),
        *spelling.morse(text),
        *spelling.apart(text, folded, look_up),
        *spelling.split_characters(text, folded),
        *spelling.initials(text, folded, look_up),
        *spelling.pinyin(text, folded),
    ]
    found = [f for f in found if not closed.meet(f[0].start, f[0].end)]
    found += kaomoji.find(text, segments)
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    out: list[Finding] = []
    for finding in found:
        if not out or finding[0].start >= out[-1][0].end:
            out.append(finding)
    return tuple(out)


def combine(
    annotations: Sequence[Annotation],
    decoded: Sequence[Finding],
    text: str,
    lexicon: Lexicon,
    read: Fill = lambda _: ({}, {}),
) -> tuple[Finding, ...]:
    """Join entries and decoded readings: the longer wins, an entry among equals.

    `read` gives plain Chinese and English for what fills the slots of a frame.
    """
    known = Spans((a.start, a.end) for a in annotations)
    kept = [f for f in decoded if not _is_covered(f[0], known)]
    spans = Spans((f[0].start, f[0].end) for f in kept)
    entries = [
        (a, _note(lexicon.entries[a.entry_id], text[a.start : a.end], read))
        for a in annotations
        if not spans.meet(a.start, a.end)
    ]
    return tuple(sorted([*entries, *kept], key=lambda f: f[0].start))


def _note(entry: Entry, surface: str, read: Fill) -> Note:
    fillers = entry.fillers(surface)
    return entry.to_note(surface, *read(fillers)) if fillers else entry.to_note(surface)


def _is_covered(decoded: Annotation, entries: Spans) -> bool:
    """Say whether an entry overlaps a decoded reading and is at least as long."""
    start, end = decoded.start, decoded.end
    return any(e - s >= end - start for s, e in entries.met(start, end))
