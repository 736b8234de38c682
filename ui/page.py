"""What the plain pages share: a title, a column of at most a readable width, quiet words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.bars import NoticeBar
from ui.theme import Theme

WIDEST = 760


class Page(QWidget):
    """A page with a title, which scrolls as a whole. `body` is where its content goes.

    `notice` stays in sight under it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QWidget(self.scroll)
        self._column = QWidget(whole)
        middle = QHBoxLayout(whole)
        middle.setContentsMargins(0, 0, 0, 0)
        self.scroll.setWidget(whole)
        self.body = QVBoxLayout(self._column)
        self.title = QLabel(self._column)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(self.title)
        self.notice = NoticeBar(theme, self)
        self._foot = QHBoxLayout()
        for row, widget in ((middle, self._column), (self._foot, self.notice)):
            row.addStretch(1)
            row.addWidget(widget, 1000)
            row.addStretch(1)
        outer.addWidget(self.scroll, 1)
        outer.addLayout(self._foot)
        theme.changed.connect(self._rescale)
        self._rescale()

    def label(self, size: float = 14, *, second: bool = False) -> QLabel:
        """Return a label for plain text that wraps and follows the zoom."""
        made = QLabel(self._column)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setProperty("second", second)
        made.setProperty("pixels", size)
        made.setFont(self.theme.font(size))
        return made

    def _rescale(self) -> None:
        px = self.theme.px
        self._column.setMaximumWidth(px(WIDEST + 40))
        self.notice.setMaximumWidth(px(WIDEST))
        self.body.setContentsMargins(px(20), px(20), px(20), px(20))
        self.body.setSpacing(px(12))
        self._foot.setContentsMargins(px(20), 0, px(20), px(8))
        self.title.setFont(self.theme.font(24))
        for label in self.findChildren(QLabel):
            size = label.property("pixels")
            if size:
                label.setFont(self.theme.font(float(size)))
