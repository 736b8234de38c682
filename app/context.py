"""Context rules: what makes a form slang here and a plain word there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.lexicon import Entry, Rule

_LATIN_END = re.compile(r"[a-z0-9] ")
_LATIN_BEGIN = re.compile(r" [a-z0-9]")
# Nothing that is read: signs, and stickers by their names.
_SILENT = re.compile(r"(?:\[[^\[\]]{1,8}\]|[\W_])*+")
# What stands before a form is looked for no further back; the rules mean what is next to it.
_FAR = 200
_CLAUSE_BREAK = re.compile(r"[，。！？!?,;；…\n~～、]|\s{2,}")


@dataclass(frozen=True, slots=True)
class Match:
    """A form or frame of an entry found in a text, before its context was asked."""

    start: int
    end: int
    entry: Entry
    form: str
    exact: bool
    framed: bool = False


# Rules are written as people type, in full width; they are matched against folded text.
# (～ is escaped, for two ~ in a character class would one day be an operator.)
_AS_FOLDED = str.maketrans(
    {"，": ",", "！": "!", "？": r"\?", "（": r"\(", "）": r"\)", "：": ":", "；": ";", "～": r"\~"}
)


@lru_cache(maxsize=8192)
def regex(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern compiled, once."""
    return re.compile(pattern.translate(_AS_FOLDED))


@lru_cache(maxsize=8192)
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern.translate(_AS_FOLDED)})\\Z")


def holds(rule: Rule, match: Match, folded: str) -> bool:
    """Say whether all conditions of a rule hold at a match."""
    if rule.forms and match.form not in rule.forms:
        return False
    if rule.before:
        near = max(0, match.start - _FAR)
        if not _ending(rule.before).search(folded, near, match.start):
            return False
    if rule.after and not regex(rule.after).match(folded, match.end):
        return False
    if rule.comment and not _is_in(rule.comment, folded, 0, len(folded)):
        return False
    if rule.clause or rule.alone == "clause":
        start, end = _clause(folded, match.start, match.end)
        if rule.clause and not _is_in(rule.clause, folded, start, end):
            return False
        if rule.alone == "clause":
            start, end = _between_spaces(folded, start, end, match)
            if not _alone(folded, start, end, match):
                return False
    return rule.alone != "comment" or _alone(folded, 0, len(folded), match)


@lru_cache(maxsize=1024)  # what is asked of a stretch is the same for all that is found in it
def _is_in(pattern: str, folded: str, start: int, end: int) -> bool:
    return regex(pattern).search(folded, start, end) is not None


def _clause(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch between the clause breaks around a match."""
    begins, ends = _clauses(folded)
    return begins[bisect_right(begins, start) - 1], ends[bisect_left(ends, end)]


@lru_cache(maxsize=16)
def _clauses(folded: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the clauses of a text begin, and where they end."""
    breaks = [hit.span() for hit in _CLAUSE_BREAK.finditer(folded)]
    return [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(folded)]


def _between_spaces(folded: str, start: int, end: int, match: Match) -> tuple[int, int]:
    """Narrow a clause to the spaces around a match: between Han they serve as commas."""
    left = folded.rfind(" ", start, match.start) + 1 or start
    right = folded.find(" ", match.end, end)
    if left - 2 >= start and _LATIN_END.match(folded, left - 2):
        left = start
    if right != -1 and _LATIN_BEGIN.match(folded, right):
        right = -1
    return left, right if right != -1 else end


def _alone(folded: str, start: int, end: int, match: Match) -> bool:
    rest = folded[start : match.start] + folded[match.end : end]
    return _SILENT.fullmatch(rest) is not None
