"""Stretches of a text that lie side by side, asked which of them another stretch meets.

A comment can be as long as a chapter: to compare each thing that is found in it with each other
takes seconds then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Spans:
    """Stretches, each with start and end, none of which overlaps another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take stretches in any order."""
        self._spans = sorted(spans)
        self._ends = [end for _, end in self._spans]

    def met(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield those that overlap the stretch from `start` to `end`, left to right."""
        for at in range(bisect_right(self._ends, start), len(self._spans)):
            if self._spans[at][0] >= end:
                return
            yield self._spans[at]

    def meet(self, start: int, end: int) -> bool:
        """Say whether any overlaps the stretch from `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._spans) and self._spans[at][0] < end
