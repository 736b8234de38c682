"""Where each row of a long page lies, when most rows have only a guessed height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from app.models import Result
from ui.card import Look

_LATIN = 0.55  # the width of a Latin letter, where a Chinese character is 1
_CHUNK = 128  # rows whose heights are summed together


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
    """Heights of rows and the tops that follow from them.

    Tops are summed only when asked for, and by chunks: while one scrolls through thousands of rows,
    every row that comes into sight turns out to be another height than was guessed.
    """

    def __init__(self) -> None:
        self.reset(())

    def reset(self, heights: Iterable[float]) -> None:
        """Start anew with a height for each row."""
        self._heights = list(heights)
        chunks = -(-len(self._heights) // _CHUNK)
        self._inside: list[list[float] | None] = [None] * chunks
        self._starts: list[float] | None = None

    def set(self, row: int, height: float) -> float:
        """Change one row's height; return by how much it grew."""
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            self._inside[row // _CHUNK] = None
            self._starts = None
        return grown

    def height(self, row: int) -> float:
        """Return a row's height."""
        return self._heights[row]

    def top(self, row: int) -> float:
        """Return where a row begins; the row after the last begins at the end."""
        chunk, place = divmod(row, _CHUNK)
        start = self._chunk_starts()[chunk]
        return start + self._tops_inside(chunk)[place] if place else start

    @property
    def total(self) -> float:
        """The height of all rows."""
        return self._chunk_starts()[-1]

    def row_at(self, y: float) -> int:
        """Return the row at a height, the nearest one outside; -1 without rows."""
        if not self._heights:
            return -1
        starts = self._chunk_starts()
        chunk = max(0, min(bisect_right(starts, y), len(self._inside)) - 1)
        # Added up as `top` does, or rounding would put a row's own top into the row before.
        place = bisect_right(self._tops_inside(chunk), y, key=lambda top: starts[chunk] + top) - 1
        return max(0, min(chunk * _CHUNK + place, len(self._heights) - 1))

    def _chunk_starts(self) -> list[float]:
        """Return where each chunk begins, and where the last one ends."""
        if self._starts is None:
            sizes = (self._tops_inside(chunk)[-1] for chunk in range(len(self._inside)))
            self._starts = list(accumulate(sizes, initial=0.0))
        return self._starts

    def _tops_inside(self, chunk: int) -> list[float]:
        """Return where the rows of a chunk begin in it, and where the last one ends."""
        tops = self._inside[chunk]
        if tops is None:
            rows = self._heights[chunk * _CHUNK : (chunk + 1) * _CHUNK]
            tops = self._inside[chunk] = list(accumulate(rows, initial=0.0))
        return tops
