"""What happens when the program has a fault of its own: say so, offer a report, go on."""

from __future__ import annotations

import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout


def report(error: BaseException) -> str:
    """Return what a programmer needs and no word of any comment.

    Exception messages are left out, since they may quote the text that was worked on; of the stack
    only places in the code are told.
    """
    lines = [
        f"Pinglun fault: {type(error).__name__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {sys.platform}",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that the fault is ours, and shows a report that may be copied."""

    def __init__(self, text: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        words = QLabel(
            self.tr(
                "The program made a mistake. What you pasted is kept, and you can go on. "
                "If you want to tell us, copy this report; it holds no word of your comments."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(560, 360)


class CrashHook(QObject):
    """Takes the place of `sys.excepthook`; `crashed` carries the exception."""

    crashed = Signal(object)

    def install(self) -> None:
        """Hear of every exception that nobody caught in the window's thread."""
        sys.excepthook = self._heard

    def _heard(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        print(report(error), file=sys.stderr)
        self.crashed.emit(error)
