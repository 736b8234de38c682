"""The column where comments are read: the box they come in by, what is told, and the cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.settings import ViewChoices
from ui import icons
from ui.bars import NoticeBar, ProgressLine
from ui.paste_box import PasteBox
from ui.reading import ReadingView
from ui.theme import Theme


class ReadColumn(QWidget):
    """Box, progress, notices and cards, one under the other, all as wide as the cards.

    `unfold` is the button that brings the notes back.
    """

    def __init__(self, theme: Theme, choices: ViewChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = PasteBox(theme, self)
        self.line = ProgressLine(theme, self)
        self.notice = NoticeBar(theme, self)
        self.view = ReadingView(theme, choices, self)
        self.unfold = QToolButton(self)
        self.box.add_button(self.unfold)
        self._notice_row = QHBoxLayout()
        self._notice_row.addWidget(self.notice)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.box)
        self._layout.addWidget(self.line)
        self._layout.addLayout(self._notice_row)
        self._layout.addWidget(self.view)
        self.view.laid_out.connect(self._align)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show the cards, or without any a large box."""
        self.box.set_cards(count)
        self.view.setVisible(count > 0)
        for part, stretch in ((self.box, not count), (self.view, count > 0)):
            self._layout.setStretchFactor(part, int(stretch))
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _align(self) -> None:
        """Put what is above the cards over them, also where the column is in the middle."""
        margin = self._theme.px(20)
        cards = self.view.column()
        left, right = round(cards.x()) + margin, self.view.width() - round(cards.right()) + margin
        self.box.set_sides(left, right)
        self._notice_row.setContentsMargins(left, 0, right, self._theme.px(8))

    def _restyle(self) -> None:
        size = self._theme.px(18)
        self.view.setMinimumWidth(self._theme.px(200))
        self.unfold.setIcon(icons.icon("notes", self._theme.colours.second, size))
        self.unfold.setIconSize(QSize(size, size))
        self._align()

    def _words(self) -> None:
        self.unfold.setToolTip(self.tr("Show the notes (F9)"))
        self.unfold.setAccessibleName(self.tr("Show the notes"))
