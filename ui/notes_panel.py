"""Where the notes stand: in a column of the page, or in a sheet over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from ui import icons
from ui.notes import NotesView
from ui.theme import Theme


class NotesPanel(QFrame):
    """The notes in a column of the page, or in a sheet over it; a button folds them away."""

    closed = Signal()

    def __init__(self, notes: NotesView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._theme = theme
        self.notes = notes
        self.close_button = QToolButton(self)
        self.close_button.clicked.connect(self.closed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.close_button)
        self._layout.addLayout(top)
        self._layout.addWidget(notes)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.set_over(False)

    def set_over(self, over: bool) -> None:
        """Look like a sheet over the page, or like a column of it."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _words(self) -> None:
        self.close_button.setToolTip(self.tr("Fold the notes away (F9)"))
        self.close_button.setAccessibleName(self.tr("Fold the notes away"))

    def _restyle(self) -> None:
        size = self._theme.px(16)
        self.close_button.setIcon(icons.icon("close", self._theme.colours.second, size))
        self.close_button.setIconSize(QSize(size, size))
