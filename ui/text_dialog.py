"""A question that is answered in several lines, by keyboard from end to end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

_WIDTH, _HEIGHT = 420, 320


class TextDialog(QDialog):
    """Shows a text that the answer is about, and takes the answer; Ctrl+Enter is OK."""

    def __init__(self, parent: QWidget, title: str, about: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setText(about)
        self.editor = QPlainTextEdit(self)
        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(title)
        self.editor.setAccessibleDescription(about)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        column = QVBoxLayout(self)
        for part in (label, self.editor, buttons):
            column.addWidget(part)
        self.resize(_WIDTH, _HEIGHT)
        self.editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def ask(parent: QWidget, title: str, about: str, text: str) -> tuple[str, bool]:
        """Return the answer, and whether it was given."""
        dialog = TextDialog(parent, title, about, text)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.editor.toPlainText(), accepted
