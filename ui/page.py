"""What the plain pages share: a title, a column of at most a readable width, quiet words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Theme

WIDEST = 760


class Page(QWidget):
    """A page with a title. `body` is where its content goes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QWidget(self)
        self.body = QVBoxLayout(self._column)
        self.body.addWidget(self.title)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._column, 1000)
        outer.addStretch(1)
        theme.changed.connect(self._rescale)
        self._rescale()

    def label(self, size: float = 14, *, second: bool = False) -> QLabel:
        """Return a label for plain text that wraps and follows the zoom."""
        made = QLabel(self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setProperty("second", second)
        made.setProperty("pixels", size)
        made.setFont(self.theme.font(size))
        return made

    def _rescale(self) -> None:
        px = self.theme.px
        self._column.setMaximumWidth(px(WIDEST + 40))
        self.body.setContentsMargins(px(20), px(20), px(20), px(20))
        self.body.setSpacing(px(12))
        self.title.setFont(self.theme.font(24))
        for label in self.findChildren(QLabel):
            size = label.property("pixels")
            if size:
                label.setFont(self.theme.font(float(size)))
