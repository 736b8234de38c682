"""The three lists of the history, of which one is in sight: threads, comments found, expressions.

Each fetches what comes into sight of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.chosen import Chosen
from ui.finder_words import FinderWords
from ui.found import FOUND, FoundDelegate, FoundModel
from ui.found_fetching import FoundFetching
from ui.row_delegate import RowDelegate
from ui.row_list import RowList
from ui.theme import Theme
from ui.thread_fetching import ThreadFetching
from ui.threads import SUMMARY, ThreadDelegate, ThreadModel
from ui.words_met import WORD, WordDelegate, WordModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractListModel

    from app.history import ThreadSummary
    from app.models import HistoryRow
    from ui.shelf import Shelf, WordMet


class HistoryLists(QWidget):
    """`changed` comes when a list is another or longer, `chosen` when its current row may be.

    `refused` carries what is to be said of a search that says nonsense.
    """

    changed = Signal()
    chosen = Signal()
    refused = Signal(str)

    def __init__(self, shelf: Shelf, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._theme = theme
        self._said = FinderWords(self)
        self._line = ""
        self.remembering = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.threads, self.found, self.words = ThreadModel(self), FoundModel(self), WordModel(self)
        self.thread_list = self._add(self.threads, ThreadDelegate(theme, self))
        self.results = self._add(self.found, FoundDelegate(theme, self))
        self.word_list = self._add(self.words, WordDelegate(theme, self))
        self.word_list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self.all = (self.thread_list, self.results, self.word_list)
        self.view = self.thread_list
        self._fetching = ThreadFetching(shelf, self.threads, self.thread_list)
        self._finding = FoundFetching(shelf, self.found, self.results)
        for came in (self._fetching.shown, self._finding.shown):
            came.connect(self.changed)
            came.connect(self.chosen)
        self._finding.extended.connect(self.changed)
        self._finding.refused.connect(self.refused)
        self._words()

    def _add(self, model: QAbstractListModel, delegate: RowDelegate) -> RowList:
        view = RowList(self._theme, self)
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.selectionModel().currentChanged.connect(self.chosen)
        self._column.addWidget(view)
        return view

    def show_one(self, view: RowList) -> None:
        """Bring one of the lists into sight, if there is anything in it."""
        self.view = view
        for one in self.all:
            one.setVisible(one is view and one.rows > 0)
        self.setVisible(view.rows > 0)

    @property
    def held(self) -> bool:
        """Say whether one of them has the keyboard."""
        return any(view.hasFocus() for view in self.all)

    # What is in them

    def refresh(self) -> None:
        """Fetch anew what is shown, after it may have changed."""
        self._fetching.refresh()
        if self.view is self.word_list:
            self._shelf.words(self._show_words)
        elif self.view is self.results:
            self._finding.renew()

    def find(self, line: str) -> None:
        """Search for what a line says, among the comments; nothing in it ends a search."""
        self._finding.find(line)

    def find_word(self, line: str) -> None:
        """Search for what a line says, among the expressions that were met."""
        self._line = line
        self.words.find(line)
        if self.words.rowCount():
            self.word_list.choose(0)
        self.changed.emit()
        self.chosen.emit()

    def _show_words(self, words: list[WordMet]) -> None:
        row = max(0, self.word_list.currentIndex().row())
        self.words.reset(words, self._line)
        if self.words.rowCount():
            self.word_list.choose(min(row, self.words.rowCount() - 1))
        self.changed.emit()
        self.chosen.emit()

    # What is chosen

    @property
    def current(self) -> ThreadSummary | HistoryRow | WordMet | None:
        """What the current row of the list in sight is; None also while it is being fetched."""
        index = self.view.currentIndex()
        if self.view is self.results:
            return index.data(FOUND).row if index.isValid() else None
        one: ThreadSummary | WordMet | None = index.data(
            SUMMARY if self.view is self.thread_list else WORD
        )
        return one

    def selection(self) -> Chosen:
        """Return the threads or comments that are chosen."""
        parts = self.view.chosen_rows()
        count = sum(last - first + 1 for first, last in parts)
        if self.view is self.results:
            if self._finding.all_chosen:
                return Chosen(query=self._finding.line, count=count)
            return Chosen(comments=tuple(row.id for row in self.known()), count=count)
        if self.view is self.thread_list:
            end, summary = self.threads.rowCount() - 1, self.threads.summary
            # Where an end is still being fetched, it is not known yet what is chosen.
            if all(
                (summary(first) or first == 0) and (summary(last) or last == end)
                for first, last in parts
            ):
                stretches = tuple((summary(first), summary(last)) for first, last in parts)
                return Chosen(stretches=stretches, count=count)
        return Chosen(comments=())

    def known(self) -> list[HistoryRow]:
        """Return the chosen comments, as far as they are here."""
        if self.view is not self.results:
            return []
        parts = self.results.chosen_rows()
        return [self.found.row(row) for first, last in parts for row in range(first, last + 1)]

    # What is said of them

    def how_many(self) -> str:
        """Say how many rows there are."""
        rows, said = self.view.rows, self._said
        if not rows:
            return ""
        if self.view is self.thread_list:
            return said.threads(rows)
        if self.view is self.word_list:
            return said.expressions(rows)
        finding = self._finding
        return said.comments(rows, more=finding.more, all_chosen=finding.all_chosen)

    def why_empty(self) -> str:
        """Say why there are no rows, once that is known."""
        if not self._fetching.answered:
            return ""
        if self.view is self.word_list:
            return self._said.no_expressions(asked=bool(self._line.strip()))
        if self.view is self.thread_list:
            return self._said.no_threads(remembering=self.remembering)
        return self._said.no_comments(more=self._finding.more, waiting=self._finding.waiting)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _words(self) -> None:
        self.thread_list.setAccessibleName(self.tr("Threads you read"))
        self.results.setAccessibleName(self.tr("Comments found"))
        self.word_list.setAccessibleName(self.tr("Expressions you met"))
