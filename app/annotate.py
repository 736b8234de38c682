"""Entries found in a comment, by longest match and each entry's context rules.

Matching works on a folded copy of the same length (width, Latin case, traditional characters), so
offsets need no translation; stretched writing (绝了了了, yydssss, 蹲蹲蹲蹲) is matched on squeezed
views that remember where each character stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import ahocorasick

from app import frames
from app.context import Match, holds
from app.lexicon import Entries, Entry, Lexicon
from app.models import Annotation, Certainty, Segment, SegmentKind
from app.spans import Spans
from app.views import HAN, close_up, fold, is_uneven, squeeze

_NO_NOTES = (SegmentKind.URL, SegmentKind.MENTION)
_JOINER = "\u200d"
# Forms of so many characters are also found with a comma or a space in the middle.
_LONG_FORM = 6
# Dictionary words say whether a form of one or two Han characters stands for itself; longer forms
# are their own evidence.
_GUARDED_HAN = 2

Tokens = Callable[[str], Sequence[tuple[int, int]]]
# The id of an entry, and its form or frame as it is written there.
_Owner = tuple[str, str]


class Annotator:
    """Find the entries of a lexicon in comments. Build once, use from one thread.

    `tokens` gives the edges of plain dictionary words in a text; it is what keeps 卷 quiet in 试卷.
    """

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self._lexicon = lexicon
        self._tokens = tokens
        # By what is looked for, the forms and frames with their entries' ids.
        forms: dict[str, tuple[_Owner, ...]] = {}
        framed: dict[str, tuple[_Owner, ...]] = {}
        for head in Entries.of(lexicon.entries).heads():
            for form in head.forms:
                folded = fold(form)
                for variant in _variants(folded) if head.repeat else (folded,):
                    key = squeeze(variant, 3, 3).text if is_uneven(variant) else variant
                    forms[key] = (*forms.get(key, ()), (head.id, form))
            for frame in head.frames:
                key = frames.anchor(frame)
                framed[key] = (*framed.get(key, ()), (head.id, frame))
        self._automaton = ahocorasick.Automaton()
        for key, owners in forms.items():
            self._automaton.add_word(key, (len(key), owners, framed.pop(key, ())))
        for key, owners in framed.items():
            self._automaton.add_word(key, (len(key), (), owners))
        self._empty = not len(self._automaton)
        if not self._empty:
            self._automaton.make_automaton()

    def annotate(self, text: str, segments: Iterable[Segment] = ()) -> tuple[Annotation, ...]:
        """Return what is known in `text`, left to right, without overlaps.

        Longest matches win, then certain ones, then the earlier. Links and @names are left alone.
        """
        folded = fold(text)
        closed = Spans((s.start, s.end) for s in segments if s.kind in _NO_NOTES)
        edges = cache(lambda: self._edges(folded))  # cut once, and only where it is asked for
        matches = self._matches(folded, edges)
        found: list[tuple[Match, Certainty]] = []
        for match in matches:
            if closed.meet(match.start, match.end):
                continue
            certainty = self._judge(match, folded, edges)
            if certainty is not None:
                found.append((match, certainty))
        found.sort(
            key=lambda f: (
                -(f[0].end - f[0].start),
                f[0].entry.id not in self._lexicon.own,
                not f[0].exact,
                f[0].framed,
                f[1] is not Certainty.KNOWN,
                f[0].start,
            )
        )
        taken = bytearray(len(text))
        chosen: list[Annotation] = []
        for match, certainty in found:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                chosen.append(Annotation(match.start, match.end, match.entry.id, certainty))
        chosen.sort(key=lambda a: a.start)
        return _merge(chosen)

    def exact(self, form: str) -> Entry | None:
        """Return the entry that has this form, if one has it in every context."""
        owned: tuple[int, tuple[_Owner, ...], object] = self._automaton.get(form, (0, (), ()))
        found = [self._lexicon.entries[name] for name, _ in owned[1]]
        return next((e for e in found if e.context is None), found[0] if found else None)

    def _matches(self, folded: str, edges: frames.Edges) -> list[Match]:
        if self._empty:
            return []
        # Each view with the length of its shortest form; all but the first are only for what was
        # taken out of the text.
        views = [(squeeze(folded, 3, 3), 1)]
        views += [
            (v, n)
            for v, n in ((squeeze(folded, 2, 1), 1), (close_up(folded), _LONG_FORM))
            if len(v.text) < len(folded)
        ]
        entries = self._lexicon.entries
        found: dict[tuple[int, int, str], Match] = {}
        for number, (view, shortest) in enumerate(views):
            for last, (length, owners, framed) in self._automaton.iter(view.text):
                start, end = view.starts[last - length + 1], view.ends[last]
                taken_out = end - start > length
                if framed and number == 0 and not taken_out:
                    owning = ((entries[name], frame) for name, frame in framed)
                    for match in _framed(owning, folded, start, edges):
                        found.setdefault((match.start, match.end, match.entry.id), match)
                if length < shortest or (number > 0 and not taken_out):
                    continue
                if not _ascii_edges(folded, start, end) or _joined(folded, start, end):
                    continue
                for name, form in owners:
                    if (start, end, name) not in found:
                        match = Match(start, end, entries[name], form, number == 0)
                        found[start, end, name] = match
        return list(found.values())

    def _edges(self, folded: str) -> frozenset[int]:
        edges = {0, len(folded)}
        for start, end in self._tokens(folded):
            edges.add(start)
            edges.add(end)
        return frozenset(edges)

    @staticmethod
    def _stands_for_itself(match: Match, folded: str, edges: frames.Edges) -> bool:
        """Say whether dictionary words leave a short form standing.

        A form of two characters that is never a plain word may begin or end inside a word, for the
        cutter knows no slang (早八谁 is cut 早|八谁); others may not.
        """
        if match.framed or match.entry.boundary == "free" or len(match.form) > _GUARDED_HAN:
            return True
        cuts = (match.start in edges()) + (match.end in edges())
        if cuts == 2 or (cuts == 1 and len(match.form) == 2 and match.entry.context is None):
            return True
        return not all(map(HAN.match, folded[match.start : match.end]))

    def _judge(self, match: Match, folded: str, edges: frames.Edges) -> Certainty | None:
        if not self._stands_for_itself(match, folded, edges):
            return None
        context = match.entry.context
        if context is None:
            return Certainty.KNOWN
        for plain in context.plain_in:
            at = folded.find(
                plain, max(0, match.start - len(plain) + 1), match.end + len(plain) - 1
            )
            if at != -1:
                return None
        for rule in context.rules:
            if holds(rule, match, folded):
                return _CERTAINTY[rule.then]
        return _CERTAINTY[context.otherwise]


_CERTAINTY: dict[str, Certainty | None] = {
    "known": Certainty.KNOWN,
    "guess": Certainty.GUESS,
    "plain": None,
}


def _framed(
    owners: Iterable[tuple[Entry, str]], folded: str, at: int, edges: frames.Edges
) -> Iterator[Match]:
    """Yield the frames that stand around an anchor which begins at `at`."""
    for entry, text in owners:
        span = frames.ready(text, entry.slots).find(folded, at, edges)
        if span and _ascii_edges(folded, *span):
            yield Match(*span, entry, text, exact=True, framed=True)


def _variants(form: str) -> tuple[str, ...]:
    """Return a repeatable form once, twice and three times; longer runs are squeezed to three."""
    if len(set(form)) == 1:
        return tuple(form[0] * n for n in range(len(form), max(len(form), 3) + 1))
    return (form, form * 2, form * 3)


def _ascii_edges(folded: str, start: int, end: int) -> bool:
    """Refuse Latin letters inside a longer Latin word, and digits inside a longer number."""
    return not (
        (start > 0 and _glued(folded[start - 1], folded[start]))
        or (end < len(folded) and _glued(folded[end - 1], folded[end]))
    )


def _joined(folded: str, start: int, end: int) -> bool:
    """Say whether a match is part of a joined emoji: 😮‍💨 is one face, not 😮 and 💨."""
    return _JOINER in (folded[start - 1 : start], folded[end : end + 1])


def _glued(left: str, right: str) -> bool:
    if not (left.isascii() and right.isascii()):
        return False
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _merge(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Join neighbours that say the same thing again (yydsyyds, 救命救命)."""
    merged: list[Annotation] = []
    for item in annotations:
        last = merged[-1] if merged else None
        if last and last.entry_id == item.entry_id and last.end == item.start:
            merged[-1] = Annotation(last.start, item.end, item.entry_id, last.certainty)
        else:
            merged.append(item)
    return tuple(merged)
