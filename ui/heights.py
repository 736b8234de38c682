"""Where each row of a long page lies, when most rows have only a guessed height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights of rows and the tops that follow from them; tops are summed only when asked for."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._tops: list[float] | None = [0.0]

    def reset(self, heights: Iterable[float]) -> None:
        """Start anew with a height for each row."""
        self._heights = list(heights)
        self._tops = None

    def set(self, row: int, height: float) -> float:
        """Change one row's height; return by how much it grew."""
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            self._tops = None
        return grown

    def height(self, row: int) -> float:
        """Return a row's height."""
        return self._heights[row]

    def top(self, row: int) -> float:
        """Return where a row begins; the row after the last begins at the end."""
        return self._sums()[row]

    @property
    def total(self) -> float:
        """The height of all rows."""
        return self._sums()[-1]

    def row_at(self, y: float) -> int:
        """Return the row at a height, the nearest one outside; -1 without rows."""
        if not self._heights:
            return -1
        row = bisect_right(self._sums(), y) - 1
        return max(0, min(row, len(self._heights) - 1))

    def _sums(self) -> list[float]:
        if self._tops is None:
            self._tops = [0.0, *accumulate(self._heights)]
        return self._tops
