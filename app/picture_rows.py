"""The lines of a picture side by side: rows, columns, and what is no text of anybody's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app import paste_lines
from app.ocr import TextLine

_SAME = 0.5  # of the lower one's height: what shares that much stands in one row
_GUTTER = 0.02  # of the width: the least between two columns
_LINES = 3  # a column has at least so many lines of text
_LETTERS = 6  # and a line of text so many letters
_COUNT = re.compile(r"[^\w+]*[√vVO口♡♥]?\s*(\d{1,7}(?:[.,]\d{1,3})?\s?[万萬千wWkK]?\+?)")
_PAGE = re.compile(
    r"全部评论|评论详情|评论|笔记详情|全部回复|回复详情|Comments|说点什么.*|說點什麼.*|留下你的.*|"
    r"有话要说.*|快来评论.*|爱评论的人.*|Add a comment.*|Say something.*|发送|搜索"
)
_ICON_LETTERS = 2
_SURE_LETTER = 0.7


@dataclass(frozen=True, slots=True)
class Band:
    """What stands at one height: the numbers of lines, from left to right."""

    pieces: tuple[int, ...]
    all: Sequence[TextLine]

    @property
    def top(self) -> float:
        """Where its highest line begins."""
        return min(self.all[i].box.top for i in self.pieces)

    @property
    def bottom(self) -> float:
        """Where its lowest line ends."""
        return max(self.all[i].box.bottom for i in self.pieces)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def lines(self) -> Iterator[tuple[int, TextLine]]:
        """Yield its lines with their numbers."""
        for i in self.pieces:
            yield i, self.all[i]


def bands(lines: Sequence[TextLine]) -> list[Band]:
    """Return lines grouped by height, from top to bottom."""
    groups: list[list[int]] = []
    for i in sorted(range(len(lines)), key=lambda i: lines[i].box.middle):
        box = lines[i].box
        for group in groups[-3:]:
            other = lines[group[0]].box
            shared = min(box.bottom, other.bottom) - max(box.top, other.top)
            if shared > _SAME * min(box.height, other.height):
                group.append(i)
                break
        else:
            groups.append([i])
    return [Band(tuple(sorted(g, key=lambda i: lines[i].box.left)), lines) for g in groups]


def columns(found: Sequence[Band], width: float) -> list[list[Band]]:
    """Return the columns of a page, from left to right; most pictures have one.

    Columns stand side by side with a gutter that no line crosses; like counts at the right and
    bubbles that keep to their sides are no columns.
    """
    cut = _gutter(found, width)
    if cut is None:
        return [list(found)] if found else []
    sides: list[list[Band]] = [[], []]
    for band in found:
        for side, left in ((0, True), (1, False)):
            pieces = tuple(i for i, line in band.lines() if (line.box.left < cut) == left)
            if pieces:
                sides[side].append(replace(band, pieces=pieces))
    return [*columns(sides[0], width), *columns(sides[1], width)]


def _gutter(found: Sequence[Band], width: float) -> float | None:
    lines = [line for band in found for _, line in band.lines()]
    text = [line for line in lines if len(line.text) >= _LETTERS]
    edge = 0.0
    for line in sorted(lines, key=lambda line: line.box.left):
        cut = line.box.left
        if edge and cut - edge > _GUTTER * width:
            left = [t for t in text if t.box.right <= edge]
            right = [t for t in text if t.box.left >= cut]
            level = sum(
                any(abs(r.box.middle - t.box.middle) < t.box.height for r in right) for t in left
            )
            if min(len(left), len(right)) >= _LINES and level >= _LINES and _is_text(right):
                return cut - 1
        edge = max(edge, line.box.right)
    return None


def _is_text(lines: Sequence[TextLine]) -> bool:
    """Say whether lines are more than times, places and buttons at a margin."""
    metas = sum(paste_lines.meta(paste_lines.label(line.text)) is not None for line in lines)
    return metas * 2 < len(lines)


def count_in(text: str) -> str | None:
    """Return the like count that a piece at the right is, with what the heart was read as."""
    hit = _COUNT.fullmatch(text.strip())
    return hit[1].replace(" ", "") if hit else None


def is_page(text: str) -> bool:
    """Say whether a line is a title or an input line of the app."""
    return _PAGE.fullmatch(paste_lines.label(text)) is not None


def is_icon(line: TextLine, *, alone: bool) -> bool:
    """Say whether a line is a drawing that was taken for letters: an avatar, an arrow, a heart."""
    text = line.text.strip()
    if len(text) > _ICON_LETTERS:
        return False
    if line.confidence < _SURE_LETTER:
        return True
    plain = all(unicodedata.category(c)[0] in "PS" and ord(c) < 0x1F000 for c in text)
    return plain and (not alone or len(text) == 1)
