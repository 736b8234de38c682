"""Lines read off a screenshot -> the text that copying the same comments would have given.

`app.paste` knows what a copied thread looks like; this module only puts the lines of a picture into
that shape: columns one after the other, what stands side by side as one row, wrapped lines as one
line again, answers further in, and what belongs to the phone or the page left out. What is left out
is told, so that the reader can take it back.

All measures are shares of the picture's width or of a line's height, so that they hold for every
screen.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app import paste_lines
from app.ocr import TextLine
from app.ocr_boxes import Box
from app.picture_rows import Band, bands, columns, count_in, is_icon, is_page

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:：][0-5]\d(?:\s?[AP]M)?")
_CLOCK_AFTER = re.compile(r"(?<=[天日\d])(?=(?:[01]\d|2[0-3])[:：][0-5]\d)\s?")
_EDGE = 0.17  # of the width: how high the bars of a phone are
_RIGHT = 0.72  # of the width: like counts stand to the right of this
_INDENT = 0.05  # of the width: answers stand further in by at least this
_PICTURE = "[图片]"  # stands for a comment that is nothing but a picture
# 前 and 复 are small and grey where they matter most; no other letter can stand there.
_AGO = re.compile(r"(?<=\d)(秒|分钟|小时|天|周|个月|年)(?!前)\S?")
_BUTTON_AT_END = re.compile(r"回\S$")
_BADGE_AT_END = re.compile(r"(?<=\S)(?:作者|置顶|首评)$")
_REPLY_AT_START = re.compile(r"^(?:回复|回覆)(?=[^\s@:：]{1,24}\s?[:：])")
_FIRST_WORD = re.compile(r"[A-Za-z0-9'’.,!?@#-]+|.")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the text: `sources` are the numbers of the picture's lines that it comes from."""

    text: str
    sources: tuple[int, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Arranged:
    """The text of a picture, row by row, and the lines that are no part of it."""

    rows: tuple[Row, ...]
    left_out: tuple[int, ...] = ()


def arrange(lines: Sequence[TextLine], width: float, height: float) -> Arranged:
    """Return the lines of a picture of that size (px) in reading order, as copied text."""
    kept = _without_bars(bands(lines), lines, width, height)
    rows: list[Row] = []
    for column in columns(kept, width):
        if rows:
            rows.append(Row(""))
        rows += _Column(column, width).rows()
    used = {source for row in rows for source in row.sources}
    return Arranged(tuple(rows), tuple(i for i in range(len(lines)) if i not in used))


def follow_on(before: Sequence[Row], after: Sequence[Row]) -> int:
    """Return with how many rows `after` repeats the end of `before`.

    Screenshots of one thread overlap. A single row that is the same proves nothing.
    """
    ends, starts = [r.text for r in before], [r.text for r in after]
    for count in range(min(len(ends), len(starts)), 0, -1):
        if ends[-count:] == starts[:count]:
            return count if sum(map(bool, starts[:count])) > 1 else 0
    return 0


def _without_bars(
    found: list[Band], lines: Sequence[TextLine], width: float, height: float
) -> list[Band]:
    """Leave out the clock with all above it, the input line with all below it, and icons."""
    top, bottom = 0.0, height
    for band in found:
        for i in band.pieces:
            box, text = lines[i].box, lines[i].text
            if _CLOCK.fullmatch(text) and box.bottom < _EDGE * width and len(found) > 2:
                top = max(top, band.bottom)
            if is_page(text) and box.top > height - 2 * _EDGE * width:
                bottom = min(bottom, band.top)
    kept = []
    for band in found:
        if band.middle < top or band.middle > bottom:
            continue
        pieces = tuple(i for i in band.pieces if not is_icon(lines[i], alone=len(band.pieces) == 1))
        if pieces and not all(is_page(lines[i].text) for i in pieces):
            kept.append(replace(band, pieces=pieces))
    return kept


@dataclass(slots=True)
class _Line:
    """A row of a column while comments are made of it."""

    text: str
    box: Box
    sources: tuple[int, ...]
    confidence: float
    contrast: float
    meta: bool = False
    likes: str = ""

    def row(self, text: str = "") -> Row:
        """Return it as a row of the text."""
        return Row(text or self.text, self.sources, self.confidence)


class _Column:
    """One column of comments."""

    def __init__(self, found: Sequence[Band], width: float) -> None:
        self._width = width
        self._counts: list[tuple[float, Row]] = []
        texts = [(line.text, line.box) for band in found for _, line in band.lines()]
        self._timed = any(_split_meta(text)[1] for text, _ in texts) or any(
            paste_lines.is_header(paste_lines.label(text)) for text, _ in texts
        )
        self._lines = [made for band in found for made in self._read(band)]
        text = [line for line in self._lines if not line.meta]
        self._limit = max((line.box.right for line in text), default=width)
        self._left = 0.0

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the text."""
        blocks = list(self._blocks())
        names = [b[0].contrast for b, meta in blocks[1:] if meta and len(b) > 1]
        grey = statistics.median(names) if names else 0.0
        lefts = sorted(b[0].box.left for b, meta in blocks if b and meta)
        near = _INDENT / 2 * self._width
        pairs = (one for one, two in pairwise(lefts) if two - one < near)
        self._left = next(pairs, lefts[0] if lefts else 0.0)
        for number, (block, meta) in enumerate(blocks):
            if number and self._timed:
                yield Row("")
            if meta is None and not self._timed:
                yield from self._joined(block)
                continue
            cut = number == 0 and grey > 0 and block and block[0].contrast > 1.25 * grey
            yield from self._comment(block, meta, headless=bool(cut))

    def _read(self, band: Band) -> Iterator[_Line]:
        """Yield what a band holds: a line, and the time that may follow it in the same line."""
        pieces: list[tuple[int, TextLine]] = []
        for i, line in band.lines():
            count = count_in(line.text)
            at_right = self._timed and line.box.left > _RIGHT * self._width
            if at_right and (count is not None or (len(line.text) < 4 and line.confidence < 0.7)):
                self._counts.append((line.box.middle, Row(count or "", (i,), line.confidence)))
            else:
                pieces.append((i, line))
        if not pieces:
            return
        box = Box(
            min(line.box.left for _, line in pieces),
            min(line.box.top for _, line in pieces),
            max(line.box.right for _, line in pieces),
            max(line.box.bottom for _, line in pieces),
        )
        text = " ".join(line.text for _, line in pieces)
        made = _Line(
            text,
            box,
            tuple(i for i, _ in pieces),
            min(line.confidence for _, line in pieces),
            pieces[0][1].contrast,
        )
        before, after = _split_meta(text)
        if after and not before:
            made.meta = True
            made.text = after
        elif after:
            yield replace(made, text=before)
            made = replace(made, text=after, meta=True, sources=made.sources)
        yield made

    def _blocks(self) -> Iterator[tuple[list[_Line], _Line | None]]:
        """Yield the lines between two times, and the time that ends them."""
        block: list[_Line] = []
        for line in self._lines:
            name = paste_lines.label(line.text)
            if line.meta:
                yield block, line
                block = []
            elif self._timed and (
                paste_lines.is_chrome(name) or (not block and paste_lines.is_badge(name))
            ):
                if block:
                    yield block, None
                yield [line], None
                block = []
            else:
                block.append(line)
        if block:
            yield block, None

    def _comment(self, block: list[_Line], meta: _Line | None, *, headless: bool) -> Iterator[Row]:
        """Yield name, text, time and likes of one comment."""
        if headless:
            whole = list(self._joined(block))
            text = " ".join(row.text for row in whole)
            sources = tuple(s for row in whole for s in row.sources)
            yield Row(text, sources, min(row.confidence for row in whole))
        elif block:
            name, rest = block[0], block[1:]
            deep = name.box.left > self._left + _INDENT * self._width
            start = "  " if deep and (rest or meta) else ""
            if rest or meta:
                yield name.row(start + _BADGE_AT_END.sub(r" \g<0>", name.text))
            else:
                yield name.row()
            for number, row in enumerate(self._joined(rest)):
                if number == 0 and deep:
                    row = replace(row, text=_REPLY_AT_START.sub(r"\g<0> ", row.text))
                yield row
            if not rest and meta and meta.box.top - name.box.bottom > 1.5 * name.box.height:
                yield Row(_PICTURE)
        if meta is not None:
            yield meta.row(_spaced(meta.text))
            top = block[0].box.top if block else meta.box.top
            yield from self._likes(top, meta.box.bottom)

    def _likes(self, top: float, bottom: float) -> Iterator[Row]:
        """Yield the like count that stands beside a comment, if it has one."""
        beside = [row for y, row in self._counts if top <= y <= bottom]
        counted = [row for row in beside if row.text]
        if counted:
            sources = tuple(s for row in beside for s in row.sources)
            yield replace(counted[-1], sources=sources)

    def _joined(self, block: Sequence[_Line]) -> Iterator[Row]:
        """Yield the lines of a text, wrapped ones put together again."""
        row: Row | None = None
        last: _Line | None = None
        for line in block:
            if row is not None and last is not None and self._wraps(last, line):
                latin = row.text[-1:].isascii() and line.text[:1].isascii()
                text = row.text + (" " if latin else "") + line.text
                least = min(row.confidence, line.confidence)
                row = Row(text, row.sources + line.sources, least)
            else:
                if row is not None:
                    yield row
                row = line.row()
            last = line
        if row is not None:
            yield row

    def _wraps(self, line: _Line, after: _Line) -> bool:
        """Say whether the first word of the next line would not have fitted into this one."""
        high = max(line.box.height, after.box.height)
        if after.box.top - line.box.bottom > 0.9 * high or self._limit < 0.5 * self._width:
            return False
        first = _FIRST_WORD.match(after.text)
        letters = max(1, len(after.text))
        wide = after.box.width / letters * (len(first.group()) if first else 1)
        return line.box.right + wide > self._limit - 0.02 * self._width


def _spaced(name: str) -> str:
    """Return a time line with the spaces that are lost when it is read."""
    meta = paste_lines.meta(name)
    if meta is None:
        return name
    posted = _CLOCK_AFTER.sub(r" \g<0>", meta.posted)
    return " ".join(filter(None, (posted, meta.place, "回复" if meta.reply else "", meta.likes)))


def _split_meta(text: str) -> tuple[str, str]:
    """Return a line as text and the time line at its end, either of which may be empty.

    A time inside a line counts only with a place or the reply button behind it.
    """
    name = paste_lines.label(text)
    if paste_lines.meta(name):
        return "", name
    mended = _BUTTON_AT_END.sub("回复", _AGO.sub(r"\g<1>前", name))
    meta = paste_lines.meta(mended)
    if meta and meta.place:
        return "", mended
    for hit in re.finditer(r"(?<=\S)\s*(?=\d|刚刚|今天|昨天|前天|编辑于)", name):
        rest = paste_lines.label(name[hit.end() :])
        meta = paste_lines.meta(rest)
        if meta and (meta.place or meta.reply):
            return name[: hit.start()], rest
    return text, ""
