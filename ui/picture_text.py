"""The text of pictures, to be corrected: every row knows the lines that it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.picture_layout import Row
from ui.picture_file import pictures_in
from ui.theme import Theme

DOUBTFUL = 0.7  # a row with a letter read less surely than this is worth a look


class PictureText(QPlainTextEdit):
    """`reached` tells the lines of the picture that the row under the cursor comes from.

    `kept_changed` comes when other rows than before are still in the text, `brought` when pictures
    were pasted.
    """

    reached = Signal(object)
    kept_changed = Signal()
    brought = Signal(QMimeData)
    submitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[QTextCursor, Row]] = []
        self._kept: list[Row] = []
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # what is dropped goes to the page, which knows pictures
        self.cursorPositionChanged.connect(self._moved)
        self.textChanged.connect(self._changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show what was read; corrections of an earlier picture are gone."""
        self._rows, self._kept = [], []
        self.setPlainText("\n".join(row.text for row in rows))
        block = self.document().firstBlock()
        for row in rows:
            self._rows.append((_anchor(block), row))
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._changed()
        self._moved()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Put the rows of another picture below the text, which stays as it was corrected."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n")
        for row in rows:
            cursor.insertText(f"\n{row.text}")
            self._rows.append((_anchor(cursor.block()), row))
        cursor.endEditBlock()
        self._changed()
        self.kept_changed.emit()  # the frames are other ones
        if rows:
            self._go(cursor.blockNumber() - len(rows) + 1)

    def take_in(self, row: Row) -> None:
        """Put a row where it stands in the picture: below the last one that comes before it."""
        before = [
            (max(kept.sources), cursor)
            for cursor, kept in self._rows
            if kept in self._kept and kept.sources and max(kept.sources) < min(row.sources)
        ]
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if before:
            cursor.setPosition(max(before, key=lambda one: one[0])[1].position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText(f"\n{row.text}")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            cursor.insertText(f"{row.text}\n" if self.toPlainText() else row.text)
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.endEditBlock()
        taken = set(row.sources)
        self._rows = [r for r in self._rows if r[1] in self._kept or taken.isdisjoint(r[1].sources)]
        self._rows.append((_anchor(cursor.block()), row))
        self._changed()
        self._go(cursor.blockNumber())

    def kept(self) -> list[Row]:
        """Return the rows of the picture that are in the text, corrected or not."""
        return self._kept

    def doubtful(self) -> list[int]:
        """Return the blocks that hold rows read with doubt and not corrected since."""
        return [
            cursor.blockNumber()
            for cursor, row in self._rows
            if row.confidence < DOUBTFUL and cursor.block().text() == row.text
        ]

    def go_to_doubtful(self) -> None:
        """Go to the next row that may be misread, from the end to the first again."""
        blocks = self.doubtful()
        here = self.textCursor().blockNumber()
        if blocks:
            self._go(next((b for b in blocks if b > here), blocks[0]))

    def go_to_line(self, line: int) -> None:
        """Put the cursor into the row that a line of the picture belongs to."""
        for cursor, row in self._rows:
            if line in row.sources and self.textCursor().blockNumber() != cursor.blockNumber():
                self._go(cursor.blockNumber())
                return

    def sources(self) -> tuple[int, ...]:
        """Return the lines of the picture behind the row under the cursor."""
        here = self.textCursor().blockNumber()
        return next((row.sources for c, row in self._rows if c.blockNumber() == here), ())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, mime: QMimeData) -> bool:
        return bool(pictures_in(mime)) or super().canInsertFromMimeData(mime)

    def insertFromMimeData(self, mime: QMimeData) -> None:
        if pictures_in(mime):
            self.brought.emit(mime)
        else:
            super().insertFromMimeData(mime)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._theme.font(13, bold=True))
        painter.setPen(self._theme.colour("seal"))
        for number in self.doubtful():
            block = self.document().findBlockByNumber(number)
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.intersects(QRectF(event.rect())):
                high = self.fontMetrics().height()
                room = QRectF(0, place.top(), self._theme.px(20), high)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "?")

    def _go(self, number: int) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        self.setTextCursor(cursor)
        self.centerCursor()

    def _changed(self) -> None:
        """Find out which rows are still there."""
        kept = self._find_kept()
        if len(kept) < len(self._rows) and self._anchor_again(kept):
            kept = self._find_kept()
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit()
        self._mark()

    def _find_kept(self) -> list[Row]:
        """Return the rows that are there: a deleted one leaves its cursor in another's block."""
        at: dict[int, list[Row]] = {}
        for cursor, row in self._rows:
            at.setdefault(cursor.blockNumber(), []).append(row)
        kept: list[Row] = []
        for number, rows in at.items():
            text = self.document().findBlockByNumber(number).text()
            whole = [row for row in rows if row.text in text]
            if not whole and text.strip():  # it was corrected, and the others are gone
                letters = set(text)
                whole = [max(rows, key=lambda row: len(letters.intersection(row.text)))]
            kept += whole
        return kept

    def _anchor_again(self, kept: Sequence[Row]) -> bool:
        """Find rows that came back with undo; say whether there were any."""
        held = {cursor.blockNumber() for cursor, row in self._rows if row in kept}
        free: dict[str, QTextBlock] = {}
        block = self.document().firstBlock()
        while block.isValid():
            if block.blockNumber() not in held:
                free.setdefault(block.text(), block)
            block = block.next()
        found = False
        for number, (_, row) in enumerate(self._rows):
            if row not in kept and row.text in free:
                self._rows[number] = _anchor(free.pop(row.text)), row
                found = True
        return found

    def _moved(self) -> None:
        self._mark()
        self.reached.emit(self.sources())

    def _mark(self) -> None:
        """Underline what may be misread, tint the row under the cursor."""
        selections = []
        here = QTextEdit.ExtraSelection()
        here.format.setBackground(self._theme.colour("hover"))
        here.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        here.cursor = self.textCursor()
        here.cursor.clearSelection()
        if not self.document().isEmpty():
            selections.append(here)
        for number in self.doubtful():
            one = QTextEdit.ExtraSelection()
            one.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            one.format.setUnderlineColor(self._theme.colour("seal"))
            one.cursor = QTextCursor(self.document().findBlockByNumber(number))
            one.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            one.cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            selections.append(one)
        self.setExtraSelections(selections)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(16))
        self.document().setDocumentMargin(self._theme.px(20))  # room for the marks
        self._mark()


def _anchor(block: QTextBlock) -> QTextCursor:
    """Return a cursor that stays with a row when something is written or deleted before it."""
    cursor = QTextCursor(block)
    cursor.setKeepPositionOnInsert(True)
    return cursor
