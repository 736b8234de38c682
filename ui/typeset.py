"""Lines of mixed Chinese and Latin text, with room for a reading above each word.

Qt's own text layout knows no ruby text. Here a text is cut into units (a word with its reading, or
whatever lies between two places where a line may break), the units are set into lines, and
everything else (hit testing, marks, selection) is asked of the lines. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.measuring import advance, advance_of, key_of
from ui.qtext import graphemes, line_breaks


@dataclass(frozen=True, slots=True)
class Reading:
    """How `text[start:end]` is read aloud; it is set above and never broken apart."""

    start: int
    end: int
    text: str
    syllables: tuple[str, ...] = ()
    tones: tuple[int, ...] = ()

    def coloured(self) -> list[tuple[str, int]]:
        """Return the pieces of `text` with their tones, apostrophes with what follows them."""
        pieces = []
        rest = self.text
        for syllable, tone in zip(self.syllables, self.tones, strict=True):
            end = rest.index(syllable) + len(syllable)
            pieces.append((rest[:end], tone))
            rest = rest[end:]
        return pieces


@dataclass(slots=True)
class Unit:
    """What stays together on a line. `width` is the text's own, `advance` the room it takes."""

    start: int
    end: int
    text: str
    width: float
    advance: float
    reading: Reading | None = None
    reading_width: float = 0.0
    x: float = 0.0

    @property
    def text_x(self) -> float:
        """Where the text begins; it stands in the middle under a wider reading."""
        return self.x + (self.advance - self.width) / 2 if self.reading else self.x


@dataclass(slots=True)
class Line:
    """One line: its units, its first and last offset, and where it lies."""

    units: list[Unit]
    start: int
    end: int
    top: float = 0.0
    baseline: float = 0.0
    height: float = 0.0


@dataclass(slots=True)
class Typeset:
    """A text set into lines of at most `width` pixels.

    `readings` must be in order and not overlap; the stretches in `whole` are not broken.
    `line_height` is the distance of baselines without readings; lines that carry a reading are
    higher by the reading's own height.
    """

    text: str
    font: QFont
    width: float
    line_height: float
    readings: Sequence[Reading] = ()
    reading_font: QFont | None = None
    whole: Sequence[tuple[int, int]] = ()
    lines: list[Line] = field(default_factory=list)
    height: float = 0.0
    widest: float = 0.0
    _key: str = field(init=False)

    def __post_init__(self) -> None:
        self._key = key_of(self.font)
        self._fill(self._units())
        self._place()

    @property
    def first_width(self) -> float:
        """How far to the right the first line reaches."""
        units = self.lines[0].units
        return units[-1].x + units[-1].advance if units else 0.0

    def line_at(self, y: float) -> Line:
        """Return the line at or nearest to a height."""
        index = bisect_right(self.lines, y, key=lambda line: line.top) - 1
        return self.lines[max(0, index)]

    def hit(self, x: float, y: float) -> int:
        """Return the caret offset nearest to a point."""
        line = self.line_at(y)
        for unit in line.units:
            if x < unit.x + unit.advance:
                stops = [0, *graphemes(unit.text)]
                return unit.start + min(
                    stops, key=lambda s: abs(unit.text_x + self._measure(unit.text[:s]) - x)
                )
        return line.end - (1 if self.text[line.start : line.end].endswith("\n") else 0)

    def offset_under(self, x: float, y: float) -> int | None:
        """Return the offset of the character that lies under a point, if one does."""
        if not 0 <= y < self.height:
            return None
        for unit in self.line_at(y).units:
            if unit.x <= x < unit.x + unit.advance:
                last = 0
                for stop in graphemes(unit.text):
                    if x < unit.text_x + self._measure(unit.text[:stop]):
                        return unit.start + last
                    last = stop
                return unit.end - 1
        return None

    def spans(self, start: int, end: int) -> list[tuple[Line, float, float]]:
        """Return for each line that holds a part of `text[start:end]` its left and right edge."""
        found = []
        for line in self.lines:
            if line.end <= start or line.start >= end:
                continue
            units = [u for u in line.units if u.end > start and u.start < end]
            if units:
                found.append((line, self._edge(units[0], start), self._edge(units[-1], end)))
        return found

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes that cover `text[start:end]`, one a line."""
        return [
            QRectF(left, line.top, max(1.0, right - left), line.height)
            for line, left, right in self.spans(start, end)
        ]

    def paint(
        self,
        painter: QPainter,
        origin: QPointF,
        ink: QColor,
        reading_ink: QColor | None = None,
        tone_inks: Sequence[QColor] = (),
    ) -> None:
        """Draw text and readings with the top left corner at `origin`.

        `tone_inks` are five colours for the syllables' tones; without them readings are of one
        colour.
        """
        painter.setFont(self.font)
        painter.setPen(ink)
        plain = not self.readings
        for line in self.lines:
            y = origin.y() + line.baseline
            if plain:
                text = self.text[line.start : line.end].rstrip("\n")
                painter.drawText(QPointF(origin.x(), y), text)
                continue
            for unit in line.units:
                painter.drawText(QPointF(origin.x() + unit.text_x, y), unit.text)
        if plain or self.reading_font is None:
            return
        painter.setFont(self.reading_font)
        painter.setPen(reading_ink or ink)
        rise = QFontMetricsF(self.font).ascent() * 0.92 + self.reading_font.pixelSize() * 0.22
        for line in self.lines:
            y = origin.y() + line.baseline - rise
            for unit in line.units:
                if unit.reading is None:
                    continue
                x = origin.x() + unit.x + (unit.advance - unit.reading_width) / 2
                if not tone_inks:
                    painter.drawText(QPointF(x, y), unit.reading.text)
                    continue
                for piece, tone in unit.reading.coloured():
                    painter.setPen(tone_inks[tone - 1])
                    painter.drawText(QPointF(x, y), piece)
                    x += advance(piece, self.reading_font)

    def _measure(self, text: str) -> float:
        return advance_of(text, self._key)

    def _edge(self, unit: Unit, offset: int) -> float:
        if offset <= unit.start:
            return unit.text_x
        if offset >= unit.end:
            return unit.text_x + unit.width
        return unit.text_x + self._measure(unit.text[: offset - unit.start])

    def _units(self) -> list[Unit]:
        """Cut the text at line breaks and around words with readings."""
        cuts = set(line_breaks(self.text))
        joined = {r.start: r for r in self.readings if r.end <= len(self.text)}
        for start, end in self.whole:
            cuts -= set(range(start + 1, end))
        for reading in joined.values():
            cuts -= set(range(reading.start + 1, reading.end))
            cuts |= {reading.start, reading.end}
        units: list[Unit] = []
        start = 0
        for end in sorted(cuts | {len(self.text)}):
            if end <= start:
                continue
            units.append(self._unit(start, end, joined.get(start)))
            start = end
        return units

    def _unit(self, start: int, end: int, reading: Reading | None) -> Unit:
        text = self.text[start:end]
        width = self._measure(text.rstrip("\n"))
        unit = Unit(start, end, text, width, width)
        if reading is not None and self.reading_font is not None and reading.text:
            unit.reading = reading
            unit.reading_width = advance(reading.text, self.reading_font)
            gap = self.reading_font.pixelSize() * 0.5
            unit.advance = max(width, unit.reading_width + gap)
        return unit

    def _fill(self, units: list[Unit]) -> None:
        """Set units into lines; one wider than a line is broken between its characters."""
        line: list[Unit] = []
        x = 0.0
        previous_end = 0
        breaks = set(line_breaks(self.text)) if self.readings else None

        def close() -> None:
            nonlocal x, line, previous_end
            end = line[-1].end if line else previous_end
            self.lines.append(Line(line, previous_end, end))
            previous_end = end
            line, x = [], 0.0

        pending = list(reversed(units))
        while pending:
            unit = pending.pop()
            visible = self._measure(unit.text.rstrip()) if not unit.reading else unit.advance
            allowed = breaks is None or unit.start in breaks
            if line and x + visible > self.width + 0.01:
                if not allowed and len(line) > 1:
                    # A closing mark does not begin a line: its word comes along.
                    pending += [unit, line.pop()]
                    close()
                    continue
                close()
            if visible > self.width and len(unit.text) > 1 and not unit.reading:
                head = self._fitting(unit.text)
                pending.append(self._unit(unit.start + head, unit.end, None))
                unit = self._unit(unit.start, unit.start + head, None)
            unit.x = x
            line.append(unit)
            x += unit.advance
            self.widest = max(self.widest, min(x, self.width))
            if unit.text.endswith("\n"):
                close()
        if line or not self.lines or self.text.endswith("\n"):
            close()

    def _fitting(self, text: str) -> int:
        """Return how many code points of a long word fit on a line; at least one grapheme."""
        stops = graphemes(text)
        fitting = bisect_right(stops, self.width, key=lambda s: self._measure(text[:s]))
        best = stops[max(0, fitting - 1)]
        return best if best < len(text) else stops[-2] if len(stops) > 1 else best

    def _place(self) -> None:
        metrics = QFontMetricsF(self.font)
        extra = 0.0
        if self.readings and self.reading_font is not None:
            extra = self.reading_font.pixelSize() * 1.1
        top = 0.0
        for line in self.lines:
            rise = extra if any(u.reading for u in line.units) else 0.0
            line.top = top
            line.height = self.line_height + rise
            leading = (self.line_height - metrics.height()) / 2
            line.baseline = top + rise + leading + metrics.ascent()
            top += line.height
        self.height = top
