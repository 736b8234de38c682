"""The field that comments are pasted or typed into."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from ui.picture_file import pictures_in


class PasteEditor(QPlainTextEdit):
    """Plain text; what is pasted into an empty box is read at once."""

    whole = Signal(str)
    picture = Signal(object)
    submitted = Signal()
    left = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if source.hasText() else ""
        if pictures_in(source):
            self.picture.emit(source)
        elif text and not self.toPlainText().strip():
            self.whole.emit(text)
        elif text:
            self.insertPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (source.hasText() or source.hasImage()) and not source.hasUrls()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)
