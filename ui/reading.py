"""The reading column: what the keyboard does with the cards, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.settings import ViewChoices
from ui import messages
from ui.card import Block
from ui.card_lines import FootKind
from ui.pointing import PointedFlow
from ui.qtext import is_han, tooltip
from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class ReadingView(PointedFlow):
    """Shows a CommentModel to somebody who reads.

    `copied` tells that something was copied, `star_wanted` and `menu_wanted` what is asked for the
    current comment, `known_wanted` that the reader knows the word, or not after all. `word_reached`
    is `word_wanted` by keyboard: a pop-up that is kept open goes along. `entered` is `opened` by
    keyboard: who reads on there has the keys there.
    """

    copied = Signal()
    star_wanted = Signal()
    known_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    word_reached = Signal(int, int)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: ViewChoices = ViewChoices(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, choices, parent)
        self.setAccessibleName(self.tr("Comments"))

    # Changes

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

    # Tips and menu

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
            text = self.tr("The engine was given this instead. Click to translate without it (S).")
        elif foot is not None and foot.kind is FootKind.UNDONE:
            text = self.tr("The engine was given this as written. Click to put it back (S).")
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
        elif event.text().lower() == "s" and self.current_row >= 0 and self._annotation >= 0:
            self._switch_substitution()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current_row >= 0:
            notes = len(self.comment_model().result(self.current_row).notes)
            step = 1 if key == Qt.Key.Key_Right else -1
            if notes:
                self.set_annotation(max(0, min(notes - 1, self._annotation + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and (self._annotation >= 0 or self._selection):
            self._selection = None
            self.set_annotation(-1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _switch_substitution(self) -> None:
        """Have the current note's expression left as written in this comment, or put again."""
        row, model = self.current_row, self.comment_model()
        result = model.result(row)
        entry = result.annotations[self._annotation].entry_id
        made = result.translation.substitutions if result.translation else ()
        if entry in model.undone(row):
            self.put_back.emit(row, entry)
        elif any(one.entry_id == entry for one in made):
            self.take_back.emit(row, entry)

    def _next_word(self, step: int) -> None:
        """Explain the word after (1) or before (-1) the one that is explained now."""
        row = self.current_row
        text = self.comment_model().result(row).comment.text
        word = self._word if self._word and self._word[0] == row else None
        at = (word[2] if step > 0 else word[1] - 1) if word else (0 if step > 0 else len(text) - 1)
        while 0 <= at < len(text) and not is_han(text[at]):
            at += step
        if 0 <= at < len(text):
            self.word_reached.emit(row, at)

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
