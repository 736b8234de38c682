"""The cards under the pointer: what is lit, selected, clicked, and the word it rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.settings import ViewChoices
from ui import messages
from ui.card import Block, Card, State
from ui.card_lines import Foot, FootKind
from ui.flow import CardFlow
from ui.qtext import tooltip
from ui.theme import Theme

_REST_MS = 280  # how long the pointer rests on a word before it is explained


class PointedFlow(CardFlow):
    """Shows a CommentModel to somebody with a pointer.

    `current_changed` tells row and annotation (-1: none), `pointed` what lies under the pointer,
    `take_back` and `put_back` a substitution the reader clicked, `opened` that the reader asked for
    the notes of the current comment, `word_wanted` row and offset of a word to be explained
    (`show_word` then marks it), `word_left` the end of that.
    """

    current_changed = Signal(int, int)
    pointed = Signal(int, int)
    take_back = Signal(int, str)
    put_back = Signal(int, str)
    opened = Signal()
    word_wanted = Signal(int, int)
    word_left = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: ViewChoices = ViewChoices(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, choices, parent)
        self._annotation = -1
        self._pointed = (-1, -1)
        self._hovered = -1
        self._selection: tuple[int, Block, int, int] | None = None
        self._selecting = False
        self._keyboard_used = False
        self._word: tuple[int, int, int] | None = None
        self._under: tuple[int, int] | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self.setMouseTracking(True)

    @property
    def current_annotation(self) -> int:
        """The current annotation of the current comment, or -1."""
        return self._annotation

    def set_annotation(self, annotation: int) -> None:
        """Make an annotation of the current comment the current one (-1: none)."""
        self._annotation = annotation
        self.viewport().update()
        self.current_changed.emit(self.current_row, annotation)

    def selected_text(self) -> str:
        """Return the text selected with the pointer, or nothing."""
        if self._selection is None:
            return ""
        row, block, start, end = self._selection
        lines = self.card(row).block(block)
        return lines.text[min(start, end) : max(start, end)] if lines else ""

    def show_word(self, row: int, start: int, end: int) -> QRect:
        """Mark a word as the one that is explained; return where it is on the screen."""
        self._word = (row, start, end)
        self.viewport().update()
        box = self.card(row).text_rect(start, end).translated(self.card_rect(row).topLeft())
        return QRect(self.viewport().mapToGlobal(box.topLeft().toPoint()), box.size().toSize())

    def drop_word(self) -> None:
        """Take the mark away."""
        if self._word is not None:
            self._word = None
            self.viewport().update()

    @property
    def word(self) -> tuple[int, int, int] | None:
        """Row, start and end of the word that is explained."""
        return self._word

    def state(self, row: int) -> State:
        current = row == self.current_row
        selection = self._selection
        return State(
            current=current,
            hovered=row == self._hovered,
            annotation=self._annotation if current else -1,
            pointed=self._pointed[1] if self._pointed[0] == row else -1,
            selection=selection[1:] if selection and selection[0] == row else None,
            word=self._word[1:] if self._word and self._word[0] == row else None,
            focus=self.hasFocus() and self._keyboard_used,
        )

    def forget(self) -> None:
        """Forget all layouts, and what the pointer was at."""
        self._rest.stop()
        self._word = self._selection = None
        self._annotation = self._hovered = -1
        self._pointed = (-1, -1)
        super().forget()

    # Pointer

    def _find(self, position: QPointF) -> tuple[int, Card, QPointF] | None:
        index = self.indexAt(position.toPoint())
        if not index.isValid():
            return None
        row = index.row()
        return row, self.card(row), position - self.card_rect(row).topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._find(event.position())
        if self._selecting and self._selection is not None:
            row, block, start, _ = self._selection
            point = event.position() - self.card_rect(row).topLeft()
            self._selection = (row, block, start, self.card(row).hit(block, point))
            self.viewport().update()
            return
        hovered, pointed = -1, (-1, -1)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None:
            row, card, point = found
            if 0 <= point.x() < card.width:
                hovered = row
                pointed = (row, card.annotation_at(point))
                if pointed[1] >= 0 or card.foot_at(point) is not None:
                    shape = Qt.CursorShape.PointingHandCursor
                elif card.block_at(point) is not None:
                    shape = Qt.CursorShape.IBeamCursor
        self._follow_word(found)
        self.viewport().setCursor(shape)
        if (hovered, pointed) != (self._hovered, self._pointed):
            self._hovered, self._pointed = hovered, pointed
            self.viewport().update()
            self.pointed.emit(*(pointed if pointed[1] >= 0 else (-1, -1)))

    def _follow_word(self, found: tuple[int, Card, QPointF] | None) -> None:
        """Wait for the pointer to rest on another word; leave the one it was on."""
        offset = found[1].offset_under(Block.ORIGINAL, found[2]) if found else None
        under = (found[0], offset) if found and offset is not None else None
        word = self._word
        if under and word and under[0] == word[0] and word[1] <= under[1] < word[2]:
            self._rest.stop()
            return
        if word is not None:
            self.word_left.emit()
        self._under = under
        if under is not None:
            self._rest.start()
        else:
            self._rest.stop()

    def _rested(self) -> None:
        if self._under is not None and not self._selecting:
            self.word_wanted.emit(*self._under)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._rest.stop()
        self.word_left.emit()
        self._hovered, self._pointed = -1, (-1, -1)
        self.viewport().update()
        self.pointed.emit(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard_used = False
        found = self._find(event.position())
        if found is not None:
            self.setCurrentIndex(self.comment_model().index(found[0]))
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._selection = None
        if found is None:
            self.viewport().update()
            return
        row, card, point = found
        foot = card.foot_at(point)
        if foot is not None:
            self._press_foot(row, foot, event.globalPosition().toPoint())
            return
        annotation = card.annotation_at(point)
        if annotation >= 0:
            self.set_annotation(annotation)
            self.opened.emit()
        block = card.block_at(point)
        if block is not None:
            at = card.hit(block, point)
            self._selection = (row, block, at, at)
            self._selecting = True
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._selecting = False
        if self._selection is not None and self._selection[2] == self._selection[3]:
            self._selection = None
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._find(event.position())
        if found is None:
            return
        row, card, point = found
        block = card.block_at(point)
        if block is None:
            return
        annotation = card.annotation_at(point)
        if annotation >= 0:
            place = card.result.annotations[annotation]
            self._selection = (row, block, place.start, place.end)
        elif self._word and self._word[0] == row and block is Block.ORIGINAL:
            self._selection = (row, block, self._word[1], self._word[2])
        elif lines := card.block(block):
            self._selection = (row, block, 0, len(lines.text))
        self.viewport().update()

    def _press_foot(self, row: int, foot: Foot, where: QPoint) -> None:
        if foot.kind is FootKind.FLAG and foot.flag is not None:
            words = messages.flag(foot.flag)
            QToolTip.showText(where, tooltip(f"{words.why} {words.remedy}".strip()), self)
        elif foot.kind is FootKind.SUBSTITUTED:
            self.take_back.emit(row, foot.entry_id)
        elif foot.kind is FootKind.UNDONE:
            self.put_back.emit(row, foot.entry_id)
        elif foot.kind is FootKind.GLOSS:
            self.set_annotation(foot.annotation)
            self.opened.emit()
