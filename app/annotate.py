"""Entries found in a comment, by longest match and each entry's context rules.

Matching works on a folded copy of the same length (width, Latin case, traditional characters), so
offsets need no translation; stretched writing (绝了了了, yydssss, 蹲蹲蹲蹲) is matched on squeezed
views that remember where each character stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick
import opencc

from app.lexicon import Entry, Lexicon, Rule
from app.models import Annotation, Certainty, Segment, SegmentKind

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LATIN_END = re.compile(r"[a-z0-9] \Z")
_LATIN_BEGIN = re.compile(r" [a-z0-9]")
_WORD = re.compile(r"[^\W_]")
_CLAUSE_BREAK = re.compile(r"[，。！？!?,;；…\n~～、]|\s{2,}")
_SHAPELESS = frozenset("\ufe0e\ufe0f\u200b\u2060\ufeff🏻🏼🏽🏾🏿")
# What squeezing changes: three of one character in a row, or a sign without a shape.
_UNEVEN = re.compile(rf"(.)\1\1|[{''.join(_SHAPELESS)}]", re.DOTALL)
_PICTURED = frozenset(map(chr, (*range(0x1F200, 0x1F300), *range(0x3297, 0x329A))))
_NO_NOTES = (SegmentKind.URL, SegmentKind.MENTION)
# Dictionary words say whether a form of one or two Han characters stands for itself; longer forms
# are their own evidence.
_GUARDED_HAN = 2

Tokens = Callable[[str], Sequence[tuple[int, int]]]


@lru_cache(maxsize=1)
def _converter() -> Any:
    return opencc.OpenCC("t2s")


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met.

    Every character has one in its place, so that offsets stay. Signs that show a character in a
    square or circle (🉑, ㊙) stay as they are: they are written for their look.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char).lower()
        if char in _PICTURED or len(folded) != 1:
            folded = char
        elif _HAN.match(folded):
            simplified: str = _converter().convert(folded)
            folded = simplified if len(simplified) == 1 else folded
        self[code] = folded
        return folded


_FOLDED = _FoldTable()


def fold(text: str) -> str:
    """Return `text` as it is matched: half width, lower case, simplified; same length."""
    return text.translate(_FOLDED)


def simplified(text: str) -> str:
    """Return `text` in simplified characters, by OpenCC; the length may change."""
    converted: str = _converter().convert(text)
    return converted


def squeeze(text: str, longest: int, keep: int) -> tuple[str, Sequence[int], Sequence[int]]:
    """Shorten runs of one character longer than `longest` to `keep`; leave out what has no shape.

    Variation selectors and skin tones belong to the sign before them (👍🏻 is matched as 👍).
    Returns the squeezed text and, for each of its characters, where it starts and ends in `text`.
    """
    if not _UNEVEN.search(text):
        return text, range(len(text)), range(1, len(text) + 1)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(text):
        if text[i] in _SHAPELESS:
            if ends:
                ends[-1] = i + 1
            i += 1
            continue
        j = i + 1
        while j < len(text) and text[j] == text[i]:
            j += 1
        count = j - i if j - i <= longest else keep
        for k in range(count):
            out.append(text[i])
            starts.append(i + k)
            ends.append(i + k + 1 if k < count - 1 else j)
        i = j
    return "".join(out), starts, ends


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    entry: Entry
    form: str
    exact: bool


class Annotator:
    """Find the entries of a lexicon in comments. Build once, use from one thread.

    `tokens` gives the edges of plain dictionary words in a text; it is what keeps 卷 quiet in 试卷.
    """

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self._lexicon = lexicon
        self._tokens = tokens
        self._automaton = ahocorasick.Automaton()
        forms: dict[str, list[tuple[Entry, str]]] = {}
        # Compiled when the first comment comes: starting must not wait for it.
        self._patterns: list[tuple[str, Entry]] = []
        for entry in lexicon.entries.values():
            for form in entry.forms:
                folded = fold(form)
                for variant in _variants(folded) if entry.repeat else (folded,):
                    forms.setdefault(squeeze(variant, 3, 3)[0], []).append((entry, form))
            self._patterns += [(p, entry) for p in entry.patterns]
        for folded, owners in forms.items():
            self._automaton.add_word(folded, (len(folded), tuple(owners)))
        if forms:
            self._automaton.make_automaton()
        self._empty = not forms

    def annotate(self, text: str, segments: Iterable[Segment] = ()) -> tuple[Annotation, ...]:
        """Return what is known in `text`, left to right, without overlaps.

        Longest matches win, then certain ones, then the earlier. Links and @names are left alone.
        """
        folded = fold(text)
        closed = [(s.start, s.end) for s in segments if s.kind in _NO_NOTES]
        matches = self._matches(folded)
        if not matches:
            return ()
        edges = self._edges(folded)
        found: list[tuple[_Match, Certainty]] = []
        for match in matches:
            if any(match.start < end and start < match.end for start, end in closed):
                continue
            certainty = self._judge(match, folded, edges)
            if certainty is not None:
                found.append((match, certainty))
        found.sort(
            key=lambda f: (
                -(f[0].end - f[0].start),
                f[0].entry.id not in self._lexicon.own,
                not f[0].exact,
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
        _, owners = self._automaton.get(form, (0, ()))
        return next((e for e, _ in owners if e.context is None), owners[0][0] if owners else None)

    def _matches(self, folded: str) -> list[_Match]:
        views = [(squeeze(folded, 3, 3), True)]
        stretched = squeeze(folded, 2, 1)
        if len(stretched[0]) < len(folded):
            views.append((stretched, False))
        found: dict[tuple[int, int, str], _Match] = {}
        for (view, starts, ends), exact in views:
            if self._empty:
                break
            for last, (length, owners) in self._automaton.iter(view):
                start, end = starts[last - length + 1], ends[last]
                if not exact and end - start == length:
                    continue  # nothing was squeezed in it: the first view has it
                if not _ascii_edges(folded, start, end):
                    continue
                for entry, form in owners:
                    found.setdefault((start, end, entry.id), _Match(start, end, entry, form, exact))
        for pattern, entry in self._patterns:
            for hit in _regex(pattern).finditer(folded):
                if hit.end() > hit.start():
                    match = _Match(hit.start(), hit.end(), entry, entry.forms[0], True)
                    found.setdefault((match.start, match.end, entry.id), match)
        return list(found.values())

    def _edges(self, folded: str) -> frozenset[int]:
        edges = {0, len(folded)}
        for start, end in self._tokens(folded):
            edges.add(start)
            edges.add(end)
        return frozenset(edges)

    @staticmethod
    def _stands_for_itself(match: _Match, folded: str, edges: frozenset[int]) -> bool:
        """Say whether dictionary words leave a short form standing.

        A form of two characters that is never a plain word may begin or end inside a word, for the
        cutter knows no slang (早八谁 is cut 早|八谁); others may not.
        """
        if match.entry.boundary == "free" or len(match.form) > _GUARDED_HAN:
            return True
        cuts = (match.start in edges) + (match.end in edges)
        if cuts == 2 or (cuts == 1 and len(match.form) == 2 and match.entry.context is None):
            return True
        return not all(map(_HAN.match, folded[match.start : match.end]))

    def _judge(self, match: _Match, folded: str, edges: frozenset[int]) -> Certainty | None:
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
            if _holds(rule, match, folded):
                return _CERTAINTY[rule.then]
        return _CERTAINTY[context.otherwise]


_CERTAINTY: dict[str, Certainty | None] = {
    "known": Certainty.KNOWN,
    "guess": Certainty.GUESS,
    "plain": None,
}


# Rules are written as people type, in full width; they are matched against folded text.
# (～ is escaped, for two ~ in a character class would one day be an operator.)
_AS_FOLDED = str.maketrans(
    {"，": ",", "！": "!", "？": r"\?", "（": r"\(", "）": r"\)", "：": ":", "；": ";", "～": r"\~"}
)


@lru_cache(maxsize=8192)
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.translate(_AS_FOLDED))


@lru_cache(maxsize=8192)
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern.translate(_AS_FOLDED)})\\Z")


def _holds(rule: Rule, match: _Match, folded: str) -> bool:
    """Say whether all conditions of a rule hold at a match."""
    if rule.forms and match.form not in rule.forms:
        return False
    if rule.before and not _ending(rule.before).search(folded, 0, match.start):
        return False
    if rule.after and not _regex(rule.after).match(folded, match.end):
        return False
    if rule.comment and not _regex(rule.comment).search(folded):
        return False
    if rule.clause or rule.alone == "clause":
        start, end = _clause(folded, match.start, match.end)
        if rule.clause and not _regex(rule.clause).search(folded, start, end):
            return False
        if rule.alone == "clause":
            start, end = _between_spaces(folded, start, end, match)
            if not _alone(folded, start, end, match):
                return False
    return rule.alone != "comment" or _alone(folded, 0, len(folded), match)


def _clause(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch between the clause breaks around a match."""
    left = 0
    for hit in _CLAUSE_BREAK.finditer(folded, 0, start):
        left = hit.end()
    right = _CLAUSE_BREAK.search(folded, end)
    return left, right.start() if right else len(folded)


def _between_spaces(folded: str, start: int, end: int, match: _Match) -> tuple[int, int]:
    """Narrow a clause to the spaces around a match: between Han they serve as commas."""
    left = folded.rfind(" ", start, match.start) + 1 or start
    right = folded.find(" ", match.end, end)
    if left > start and _LATIN_END.search(folded, start, left):
        left = start
    if right != -1 and _LATIN_BEGIN.match(folded, right):
        right = -1
    return left, right if right != -1 else end


def _alone(folded: str, start: int, end: int, match: _Match) -> bool:
    rest = folded[start : match.start] + folded[match.end : end]
    return not _WORD.search(re.sub(r"\[[^\[\]]{1,8}\]", "", rest))


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
