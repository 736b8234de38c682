"""Quiet bars: what went wrong and what to do, and undo after deleting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import icons
from ui.theme import Theme

UNDO_SECONDS = 20
DELETED_SECONDS = 60
"""How long what was deleted from the history can be brought back by a click."""


class NoticeBar(QFrame):
    """One line that comes when there is something to say, with at most one action."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._action: Callable[[], None] | None = None
        self._ended: Callable[[], None] | None = None
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._act)
        self.dismiss = QToolButton(self)
        self.dismiss.clicked.connect(self.end)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(self.button)
        self._layout.addWidget(self.dismiss)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.end)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._name()
        self.hide()

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        seconds: int = 0,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Show a message; with `seconds` it goes by itself.

        `ended` is called when it goes, or is replaced, without the action having been chosen.
        """
        self.end()
        self._ended = ended
        self.label.setText(text)
        self.setAccessibleName(text)
        self._action = act
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)
        self.show()

    def end(self) -> None:
        """Let the message go; the action was not wanted."""
        ended, self._ended = self._ended, None
        self._action = None
        self.hide()
        if ended is not None:
            ended()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.dismiss.setToolTip(self.tr("Close"))
        self.dismiss.setAccessibleName(self.tr("Close this message"))

    def _act(self) -> None:
        action, self._action = self._action, None
        self._ended = None
        self.hide()
        if action is not None:
            action()

    def _restyle(self) -> None:
        px = self._theme.px
        self._layout.setContentsMargins(px(16), px(8), px(8), px(8))
        self._layout.setSpacing(px(12))
        self.label.setFont(self._theme.font(14))
        self.button.setFont(self._theme.font(14))
        self.dismiss.setIcon(icons.icon("close", self._theme.colours.second, px(16)))


class ProgressLine(QWidget):
    """A line of two pixels under the title; empty when nothing is being done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._on = False
        self.setFixedHeight(2)
        theme.changed.connect(self.update)

    def set(self, done: int, total: int) -> None:
        """Say how much is done."""
        self._share = done / total if total else 0.0
        self.update()

    def set_on(self, on: bool) -> None:
        """Show or hide the line; it keeps its room."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._on:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        width = max(24.0, self.width() * self._share)
        painter.fillRect(QRectF(0, 0, width, self.height()), self._theme.colour("seal"))
