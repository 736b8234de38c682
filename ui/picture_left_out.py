"""The lines of a picture that are not in its text: framed otherwise, listed, and taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.picture_layout import Row
from ui.picture_text import DOUBTFUL, PictureText
from ui.picture_view import PictureView
from ui.picture_work import ReadPicture

if TYPE_CHECKING:
    from app.ocr import TextLine

_LONGEST = 40  # characters of a line in the menu


class LeftOut(QObject):
    """Keeps the frames of the picture to what is in the text, and brings in what is not."""

    def __init__(self, text: PictureText, view: PictureView, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._view = view
        self._parent = parent
        self._lines: list[TextLine] = []
        view.wanted.connect(self.take_in)
        view.reached.connect(self._announce)
        text.kept_changed.connect(self._reframe)

    def set_pictures(self, pictures: Sequence[ReadPicture]) -> None:
        """Frame the lines of these pictures, which lie one below the other."""
        self._lines = [line for picture in pictures for line in picture.lines]
        frames = [
            (owner, QRectF(line.box.left, line.box.top, line.box.width, line.box.height))
            for owner, picture in enumerate(pictures)
            for line in picture.lines
        ]
        self._view.set_lines(frames, frozenset(), frozenset())

    def lines(self) -> dict[int, str]:
        """Return the lines that are not in the text, by their number."""
        used = _sources(self._text.kept())
        return {i: line.text for i, line in enumerate(self._lines) if i not in used}

    def take_in(self, number: int) -> None:
        """Put a line into the text, where it stands in the picture."""
        line = self._lines[number]
        self._text.take_in(Row(line.text, (number,), line.confidence))
        self._view.mark([number])

    def menu(self) -> QMenu:
        """Return the lines that are not in the text; the one that is looked at lights up."""
        menu = QMenu(self._parent)
        for number, text in self.lines().items():
            shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            action = menu.addAction(
                shown.replace("&", "&&"), lambda number=number: self.take_in(number)
            )
            action.hovered.connect(lambda number=number: self._view.mark([number]))
        return menu

    def open_menu(self, where: QPoint) -> None:
        """Open the menu at a place on the screen, its first line chosen."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _reframe(self) -> None:
        rows = self._text.kept()
        doubtful = _sources(row for row in rows if row.confidence < DOUBTFUL)
        self._view.set_used(_sources(rows), doubtful)

    def _announce(self, number: int) -> None:
        """Tell a screen reader which line was reached."""
        said = self.tr("Left out: %s. Enter takes it in.") % self._lines[number].text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))


def _sources(rows: Iterable[Row]) -> frozenset[int]:
    return frozenset(source for row in rows for source in row.sources)
