"""What is read stands beside a list, or where the page is narrow in a sheet over it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

NARROW = 780  # px of the page at 100 %: with the rail, a window of 900


class Panel(Protocol):
    """What can stand beside: a widget that is told whether it is a sheet over the page."""

    def set_over(self, over: bool) -> None:
        """Look like a sheet over the page, or like a column of it."""


class Beside(QSplitter):
    """Two columns with a line between them, the second one a sheet where the page is narrow.

    `share` is the part of the width that the first column has until the reader moves the line,
    `sheet_width` the width of the sheet in px at 100 %. The page calls `choose_shape` whenever its
    size or the theme is another one.
    """

    def __init__(
        self,
        page: QWidget,
        first: QWidget,
        panel: QWidget,
        theme: Theme,
        *,
        share: float,
        sheet_width: int,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, page)
        self._page = page
        self._first = first
        self.panel = panel
        self._theme = theme
        self._share = share
        self._sheet_width = sheet_width
        self._wanted = True
        self._state = QByteArray()
        self.sheet: bool | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(first)
        self.addWidget(panel)

    def want(self, wanted: bool) -> None:
        """Say whether there is anything to show beside; a sheet is opened only when asked for."""
        self._wanted = wanted
        if not wanted or not self.sheet:
            self.panel.setVisible(wanted)

    def open_sheet(self) -> None:
        """Slide the sheet over the page; columns stay as they are."""
        if self.sheet:
            self._place_sheet()
            self.panel.show()
            self.panel.raise_()

    def close_sheet(self) -> bool:
        """Close the sheet; say whether one was open."""
        if self.sheet and self.panel.isVisible():
            self.panel.hide()
            return True
        return False

    def columns(self) -> QByteArray:
        """Return where the line between the columns stands, for the next start."""
        return self._state if self.sheet else self.saveState()

    def set_columns(self, state: QByteArray) -> None:
        """Put the line where it stood; what makes no sense is passed over."""
        self._state = state
        if not self.sheet:
            self._place_line()

    def choose_shape(self) -> None:
        """Be two columns where there is room for them, else one and a sheet."""
        sheet = self._page.width() < self._theme.px(NARROW)
        if sheet != self.sheet:
            if sheet and self.sheet is not None:
                self._state = self.saveState()
            self.sheet = sheet
            panel: Panel = self.panel  # type: ignore[assignment]
            panel.set_over(sheet)
            if sheet:
                self.panel.setParent(self._page)
                self.panel.hide()
            else:
                self.addWidget(self.panel)
                self.panel.setVisible(self._wanted)
                self._place_line()
        elif sheet and self.panel.isVisible():
            self._place_sheet()

    def _place_line(self) -> None:
        first = round(self._page.width() * self._share)
        self.setStretchFactor(0, round(self._share * 100))
        self.setStretchFactor(1, round(100 - self._share * 100))
        self.setSizes([first, self._page.width() - first])
        self.restoreState(self._state)
        # What is restored may come from another version.
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def _place_sheet(self) -> None:
        px = self._theme.px
        width = min(px(self._sheet_width), self._page.width() - px(32))
        self.panel.setGeometry(self._page.width() - width, 0, width, self._page.height())
