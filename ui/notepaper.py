"""Paper for notes: paragraphs, links and marks, from plain text only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.card_paint import draw_mark
from ui.colours import Mark
from ui.theme import Theme


class Notepaper(QTextBrowser):
    """All text is inserted as plain text; links are our own, and nothing is ever fetched."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[tuple[int, int, Mark]] = []
        self._rules: list[int] = []
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)

    def fresh(self) -> QTextCursor:
        """Empty the paper and return where to write."""
        self._marks, self._rules = [], []
        self.clear()
        self.document().setDocumentMargin(self._theme.px(20))
        return QTextCursor(self.document())

    def word(self, cursor: QTextCursor, text: str, mark: Mark) -> None:
        """Begin a note with its expression, underlined in the manner of its kind."""
        self.block(cursor, 4)
        start = cursor.positionInBlock()
        self.say(cursor, text, 26, "ink")
        self._marks.append((cursor.blockNumber(), cursor.positionInBlock() - start, mark))

    def loadResource(self, kind: int, name: QUrl) -> None:
        """Load nothing: what was pasted must not fetch anything."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            self._paint_lines(painter)
        finally:
            painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scroll = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for number in self._rules:
            box = layout.blockBoundingRect(self.document().findBlockByNumber(number))
            y = round(box.top()) - scroll + self._theme.px(14)
            painter.fillRect(
                round(box.left()), y, round(box.width()), 1, self._theme.colour("line")
            )
        for number, length, mark in self._marks:
            block = self.document().findBlockByNumber(number)
            box = layout.blockBoundingRect(block)
            line = block.layout().lineForTextPosition(0)
            if not line.isValid():
                continue
            left, right = line.cursorToX(0)[0], line.cursorToX(length)[0]
            y = box.top() + line.y() + line.ascent() + line.descent() * 0.8 - scroll
            start = QPointF(block.layout().position().x() + left, y)
            colour = QColor(self._theme.colours.marks[mark])
            draw_mark(painter, mark, colour, start, right - left, self._theme.zoom / 100 * 1.2)

    def block(self, cursor: QTextCursor, above: float, *, hang: float = 0) -> None:
        """Begin a paragraph, `above` pixels (at 100 %) below the one before."""
        shape = QTextBlockFormat()
        if hang:
            indent = self._theme.px(hang)
            shape.setLeftMargin(indent)
            shape.setTextIndent(-indent)
            stop = QTextOption.Tab(indent, QTextOption.TabType.LeftTab)
            shape.setTabPositions([stop])
        shape.setTopMargin(self._theme.px(above) if above else 0)
        shape.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.atStart():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)

    def shape(self, size: float, colour: str, *, bold: bool = False) -> QTextCharFormat:
        """Return a character format."""
        shape = QTextCharFormat()
        shape.setFont(self._theme.font(size, bold=bold))
        shape.setForeground(self._theme.colour(colour))
        return shape

    def say(
        self, cursor: QTextCursor, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Write plain text."""
        cursor.insertText(text.replace("\n", " "), self.shape(size, colour, bold=bold))

    def link(self, cursor: QTextCursor, text: str, target: str, *, size: float = 14) -> None:
        """Write a link; `target` is one of our own names, never an address."""
        shape = self.shape(size, "seal")
        shape.setAnchor(True)
        shape.setAnchorHref(target)
        shape.setFontUnderline(True)
        cursor.insertText(text, shape)

    def heading(self, cursor: QTextCursor, text: str, *, first: bool = False) -> None:
        """Begin a small heading."""
        self.block(cursor, 4 if first else 16)
        shape = self.shape(12, "second", bold=True)
        shape.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        shape.setFontLetterSpacing(self._theme.px(1) * 0.4)
        cursor.insertText(text, shape)

    def rule(self, cursor: QTextCursor) -> None:
        """Leave room for the hair line that `paintEvent` draws between two notes."""
        self.block(cursor, 8)
        self.say(cursor, " ", 12, "second")
        self._rules.append(cursor.blockNumber())
