"""The reading column: what the pointer and the keyboard do with the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.settings import ViewChoices
from ui import messages
from ui.card import Block, Card, Foot, FootKind, State
from ui.flow import CardFlow
from ui.qtext import is_han, tooltip
from ui.theme import Theme

_REST_MS = 280  # how long the pointer rests on a word before it is explained
_Index = QModelIndex | QPersistentModelIndex


class ReadingView(CardFlow):
    """Shows a CommentModel.

    `current_changed` tells row and annotation (-1: none), `pointed` what lies under the pointer,
    `take_back` and `put_back` a substitution the reader
    clicked, `opened` that the reader asked for the notes of the current comment, `word_wanted` row
    and offset of a word to be explained (`show_word` then marks it), `word_left` the end of that,
    `known_wanted` that the reader knows the word, or not after all.
    """

    current_changed = Signal(int, int)
    pointed = Signal(int, int)
    take_back = Signal(int, str)
    put_back = Signal(int, str)
    opened = Signal()
    copied = Signal()
    word_wanted = Signal(int, int)
    word_left = Signal()
    star_wanted = Signal()
    known_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

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
        self.setAccessibleName(self.tr("Comments"))

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

    # Changes

    def forget(self) -> None:
        """Forget all layouts, and what the pointer was at."""
        self._rest.stop()
        self._word = self._selection = None
        self._annotation = self._hovered = -1
        self._pointed = (-1, -1)
        super().forget()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, roles)
        if first.row() <= self.current_row <= last.row():
            notes = len(self.comment_model().result(self.current_row).notes)
            self._annotation = min(self._annotation, notes - 1)
            self.current_changed.emit(self.current_row, self._annotation)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._annotation = -1
        if current.isValid():
            self.scrollTo(current)
        self.viewport().update()
        self.current_changed.emit(current.row(), -1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Comments"))

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
        else:
            self.set_annotation(foot.annotation)
            self.opened.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        found = self._find(QPointF(event.pos()))
        foot = found[1].foot_at(found[2]) if found else None
        text = ""
        if foot is not None and foot.flag is not None:
            words = messages.flag(foot.flag)
            text = f"{words.why} {words.remedy}".strip()
        elif foot is not None and foot.kind is FootKind.SUBSTITUTED:
            text = self.tr("The engine was given this instead. Click to translate without it.")
        elif foot is not None and foot.kind is FootKind.UNDONE:
            text = self.tr("The engine was given this as written. Click to put it back.")
        QToolTip.showText(event.globalPos(), tooltip(text) if text else "", self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current_row < 0:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.card_rect(self.current_row).topLeft().toPoint()
            where = self.viewport().mapToGlobal(corner + QPoint(self._look.margin, 0))
        self.menu_wanted.emit(where)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard_used = True
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and control and self.current_row >= 0:
            self._next_word(1 if key == Qt.Key.Key_Right else -1)
        elif event.text() == "*" and self.current_row >= 0:
            self.star_wanted.emit()
        elif event.text().lower() == "k" and self._word is not None:
            row, start, end = self._word
            self.known_wanted.emit(self.comment_model().result(row).comment.text[start:end])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current_row >= 0:
            notes = len(self.comment_model().result(self.current_row).notes)
            step = 1 if key == Qt.Key.Key_Right else -1
            if notes:
                self.set_annotation(max(0, min(notes - 1, self._annotation + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and (self._annotation >= 0 or self._selection):
            self._selection = None
            self.set_annotation(-1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _next_word(self, step: int) -> None:
        """Explain the word after (1) or before (-1) the one that is explained now."""
        row = self.current_row
        text = self.comment_model().result(row).comment.text
        word = self._word if self._word and self._word[0] == row else None
        at = (word[2] if step > 0 else word[1] - 1) if word else (0 if step > 0 else len(text) - 1)
        while 0 <= at < len(text) and not is_han(text[at]):
            at += step
        if 0 <= at < len(text):
            self.word_wanted.emit(row, at)

    def copy(self) -> None:
        """Copy the selected text, or the current comment with its translation."""
        text = self.selected_text() or self.text_of_current()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit()

    def text_of_current(self, block: Block | None = None) -> str:
        """Return original, translation or (None) both of the current comment."""
        if self.current_row < 0:
            return ""
        result = self.comment_model().result(self.current_row)
        translation = result.translation.text if result.translation else ""
        if block is Block.ORIGINAL:
            return result.comment.text
        if block is Block.TRANSLATION:
            return translation
        return "\n".join(part for part in (result.comment.text, translation) if part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._keyboard_used = True
        if self.current_row < 0 and self.comment_model().rowCount():
            self.setCurrentIndex(self.comment_model().index(0))
        self.viewport().update()
