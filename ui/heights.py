"""Where each row of a long page lies, when most rows have only a guessed height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from app.models import Result
from ui.card import Look

_LATIN = 0.55  # the width of a Latin letter, where a Chinese character is 1


def guess(results: Sequence[Result], width: float, look: Look) -> Iterator[float]:
    """Guess the heights of cards of this width from how much text they hold."""
    theme = look.theme
    per_line = max(1.0, (width - 2 * look.margin) / look.original.pixelSize())
    line = theme.line_height(look.original) + theme.line_height(look.translation)
    if look.choices.pinyin:
        line += look.reading.pixelSize() * 1.1
    meta, foot = theme.line_height(look.meta), theme.line_height(look.foot)
    around = 2 * look.margin + look.gap
    for result in results:
        text = result.comment.text
        # In UTF-8 a Chinese character has three bytes; this is asked of thousands at a time.
        wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2
        letters = wide + _LATIN * max(0.0, len(text) - wide)
        height = around + line * max(1.0, letters // per_line + 1)
        if result.comment.author or result.comment.likes:
            height += meta
        yield height + (foot if result.annotations else 0)


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
