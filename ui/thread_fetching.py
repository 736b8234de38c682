"""The list of threads is fetched where it is in sight, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.row_list import RowList
from ui.shelf import Shelf
from ui.threads import PAGE, ThreadModel

if TYPE_CHECKING:
    from app.history import ThreadSummary


class ThreadFetching(QObject):
    """`shown` comes when the list is another, or its current row has come.

    `answered` says whether it is known at all what there is.
    """

    shown = Signal()

    def __init__(self, shelf: Shelf, model: ThreadModel, view: RowList) -> None:
        super().__init__(view)
        self._shelf = shelf
        self._model = model
        self._view = view
        self._asked: int | None = None
        self.answered = False
        view.sight_changed.connect(self._fetch)

    def refresh(self) -> None:
        """Fetch the list anew, from the page in sight on."""
        self._asked = None
        number = max(0, self._view.sight()[0]) // PAGE
        self._shelf.threads(number, lambda found: self._show(number, *found), "threads")

    def _show(self, number: int, total: int, page: list[ThreadSummary]) -> None:
        """Show a list; the current row stays at its thread, as far as that is here."""
        model, view = self._model, self._view
        row = max(0, view.currentIndex().row())
        before = model.summary(row)
        self.answered = True
        model.show(total, number, page)
        moved = model.row_of(before.id) if before is not None else -1
        if total and not view.selectionModel().hasSelection():
            view.choose(moved if moved >= 0 else min(row, total - 1))
        elif moved >= 0 and moved != row and len(view.chosen_rows()) == 1:
            view.choose(moved)
        self.shown.emit()
        self._fetch(*view.sight())

    def _fetch(self, first: int, last: int) -> None:
        """Fetch a page that is in sight and not here; when it has come, the next such."""
        number = self._model.missing(first, last)
        if number is None or number == self._asked:
            return
        self._asked = number

        def fill(found: tuple[int, list[ThreadSummary]]) -> None:
            self._asked = None
            total, page = found
            if total != self._model.rowCount():
                self._show(number, total, page)
                return
            self._model.fill(number, page)
            if number * PAGE <= self._view.currentIndex().row() < (number + 1) * PAGE:
                self.shown.emit()
            self._fetch(*self._view.sight())

        self._shelf.threads(number, fill, "page")
