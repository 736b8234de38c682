"""What answers a search comes page by page, as the end of what is here comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from ui import messages
from ui.found import FoundModel
from ui.row_list import RowList
from ui.shelf import Shelf

if TYPE_CHECKING:
    from app.search import Page


class FoundFetching(QObject):
    """`shown` comes when the list is another, `extended` when it got longer.

    `refused` carries quiet words about a line that says nonsense, perhaps since it is not typed to
    its end. `waiting` is how many comments the search could not look at so far.
    """

    shown = Signal()
    extended = Signal()
    refused = Signal(str)

    def __init__(self, shelf: Shelf, model: FoundModel, view: RowList) -> None:
        super().__init__(view)
        self._shelf = shelf
        self._model = model
        self._view = view
        self._after: int | None = None
        self._fetching = False
        self.line = ""
        self.waiting = 0
        view.sight_changed.connect(self._find_more)

    @property
    def more(self) -> bool:
        """Say whether there is more than what is here, or may be."""
        return self._after is not None

    @property
    def all_chosen(self) -> bool:
        """Say whether all was chosen at once, and with it what was not even fetched."""
        return self.more and self._view.chosen_rows() == [(0, self._model.rowCount() - 1)]

    def find(self, line: str) -> None:
        """Search for what a line says; nothing in it ends a search."""
        self.line = line
        self._fetching = False
        if line:
            self._shelf.search(line, self._show, self._refuse)

    def renew(self) -> None:
        """Show what became of the comments that were found."""
        self._shelf.rows(self._model.ids, self._model.renew, "renew")

    def _show(self, page: Page) -> None:
        if not self.line:
            return
        self._after, self.waiting = page.after, page.waiting
        self._model.reset(page.found)
        if page.found:
            self._view.choose(0)
        else:
            self._find_more(0, 0)
        self.shown.emit()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._shelf.archive.fail(error)
            return
        self._after = None
        self._model.reset(())
        self.shown.emit()
        self.refused.emit(" ".join(messages.error(error)))

    def _find_more(self, _first: int, last: int) -> None:
        """Fetch the next page when the end of what is here comes into sight."""
        if self._after is None or self._fetching or not self.line:
            return
        if last < self._model.rowCount() - 1:
            return
        self._fetching = True

        def extend(page: Page) -> None:
            self._fetching = False
            everything = self.all_chosen and self._model.rowCount() > 1
            self._after = page.after
            self._model.extend(page.found)
            if everything:
                self._view.selectAll()
            self.extended.emit()
            if not page.found:
                self._find_more(0, self._model.rowCount())

        self._shelf.search(self.line, extend, self._refuse, self._after)
