"""The left half of the history: what is searched for, and the list of what there is.

There are three lists in one place: the threads, the comments that answer a search, and the
expressions that were met.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from ui import messages
from ui.chosen import Chosen
from ui.found import FOUND, FoundDelegate, FoundModel
from ui.narrowing import NarrowButton
from ui.row_delegate import RowDelegate
from ui.row_list import RowList
from ui.search_field import SearchField
from ui.selection_bar import SelectionBar
from ui.shelf import Shelf
from ui.theme import Theme
from ui.thread_fetching import ThreadFetching
from ui.threads import SUMMARY, ThreadDelegate, ThreadModel
from ui.words_met import WORD, WordDelegate, WordModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractListModel

    from app.history import ThreadSummary
    from app.models import HistoryRow
    from app.search import Page
    from ui.shelf import WordMet

_TYPING_MS = 60  # a search begins when the fingers rest


class HistoryFinder(QWidget):
    """`chosen` comes when another row is the current one, `opened` when it is to be read.

    `current` tells what that row is: a thread, a comment or an expression.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, shelf: Shelf, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._theme = theme
        self._after: int | None = None
        self._waiting = 0
        self._eager = False
        self.title = QLabel(self)
        self.count = QLabel(self)
        self.count.setProperty("second", True)
        self.words_button = QPushButton(self)
        self.words_button.setCheckable(True)
        self.search = SearchField(self)
        self.narrow = NarrowButton(shelf, self.search, theme, self)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("second", True)
        self.threads, self.found, self.words = ThreadModel(self), FoundModel(self), WordModel(self)
        self.list = self._add_list(self.threads, ThreadDelegate(theme, self))
        self.results = self._add_list(self.found, FoundDelegate(theme, self))
        self._fetching = ThreadFetching(shelf, self.threads, self.list)
        self.word_list = self._add_list(self.words, WordDelegate(theme, self))
        self.word_list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self.open_button = QPushButton(self)
        known = self.known
        self.thread_bar = SelectionBar(shelf, self.list, self.selection, known, theme, self)
        self.found_bar = SelectionBar(shelf, self.results, self.selection, known, theme, self)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._restyle()
        self._words()
        self._show_list()

    def _add_list(self, model: QAbstractListModel, delegate: RowDelegate) -> RowList:
        view = RowList(self._theme, self)
        view.setModel(model)
        view.setItemDelegate(delegate)
        return view

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._top, self._row, self._acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.title)
        self._top.addWidget(self.count, 1)
        self._top.addWidget(self.words_button)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.narrow)
        self._acts.addWidget(self.open_button)
        self._acts.addWidget(self.thread_bar)
        self._acts.addWidget(self.found_bar)
        self._acts.addStretch(1)
        for part in (self._top, self._row, self._acts):
            self._column.addLayout(part)
        self._column.addWidget(self.empty)
        for view in (self.list, self.results, self.word_list):
            self._column.addWidget(view, 1)
        self._column.addStretch(0)
        order = (
            self.search, self.narrow, self.words_button, self.open_button,
            *self.thread_bar.buttons.values(), *self.found_bar.buttons.values(),
            self.list, self.results, self.word_list,
        )  # fmt: skip
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self.find)
        self.search.left.connect(self._to_list)
        self._typing.timeout.connect(self.find)
        self.words_button.toggled.connect(self._switch)
        self.open_button.clicked.connect(self.opened)
        self._fetching.shown.connect(self._show_list)
        self._fetching.shown.connect(self.chosen)
        self.results.sight_changed.connect(self._find_more)
        for view in (self.list, self.results, self.word_list):
            view.opened.connect(self.opened)
            view.typed.connect(self._type)
            view.left.connect(self.search.setFocus)
            view.selectionModel().selectionChanged.connect(self._selected)
            view.selectionModel().currentChanged.connect(self.chosen)
        self._theme.changed.connect(self._restyle)

    # What is shown

    @property
    def searching(self) -> bool:
        """Say whether comments are searched for."""
        return bool(self.search.text().strip()) and not self.words_button.isChecked()

    @property
    def view(self) -> RowList:
        """The list that is in sight."""
        if self.words_button.isChecked():
            return self.word_list
        return self.results if self.searching else self.list

    @property
    def current(self) -> ThreadSummary | HistoryRow | WordMet | None:
        """What the current row of the list in sight is; None also while it is being fetched."""
        index = self.view.currentIndex()
        if self.view is self.results:
            return index.data(FOUND).row if index.isValid() else None
        one: ThreadSummary | WordMet | None = index.data(
            SUMMARY if self.view is self.list else WORD
        )
        return one

    def selection(self) -> Chosen:
        """Return the threads or comments that are chosen."""
        parts = self.view.chosen_rows()
        count = sum(last - first + 1 for first, last in parts)
        if self.view is self.results:
            return Chosen(comments=tuple(row.id for row in self.known()), count=count)
        if self.view is self.list:
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
        """Return the chosen comments."""
        if self.view is not self.results:
            return []
        parts = self.results.chosen_rows()
        return [self.found.row(row) for first, last in parts for row in range(first, last + 1)]

    def refresh(self) -> None:
        """Fetch anew what is shown, after it may have changed."""
        self._fetching.refresh()
        if self.words_button.isChecked():
            self._shelf.words(self._show_words)
        elif self.searching:
            self._shelf.rows(self.found.ids, self.found.renew, "renew")

    def find(self) -> None:
        """Search for what stands in the field."""
        self._typing.stop()
        if self.words_button.isChecked():
            self.words.find(self.search.text())
            if self.words.rowCount():
                self.word_list.choose(0)
            self._show_list()
            self.chosen.emit()
        elif self.searching:
            self._shelf.search(self.search.text(), self._show_found, self._refused)

    def show_words(self) -> None:
        """Show the expressions that were met."""
        self.words_button.setChecked(True)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, now or when it has come."""
        self._eager = not self.view.isVisible()
        if not self._eager:
            self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self._show_list()

    # Comments

    def _typed(self) -> None:
        if self.searching or self.words_button.isChecked():
            self._typing.start()
        else:
            self._typing.stop()
            self.refresh()
            self._show_list()

    def _show_found(self, page: Page) -> None:
        if not self.searching:
            return
        self._after = page.after
        self.found.reset(page.found)
        self._waiting = page.waiting
        self._show_list()
        if page.found:
            self.results.choose(0)
        elif page.after is not None:
            self._find_more(0, 0)
        self.chosen.emit()

    def _refused(self, error: Exception) -> None:
        """Say quietly what is odd about a search that is perhaps not typed to its end."""
        if not isinstance(error, UserError):
            self._shelf.archive.fail(error)
            return
        self._after = None
        self.found.reset(())
        self._show_list()
        self.empty.setText(" ".join(messages.error(error)))

    def _find_more(self, _first: int, last: int) -> None:
        """Fetch the next page when the end of what is here comes into sight."""
        after = self._after
        if after is None or last < self.found.rowCount() - 1 or not self.searching:
            return
        self._after = None

        def more(page: Page) -> None:
            self._after = page.after
            self.found.extend(page.found)
            self._show_list()
            if not page.found:
                self._find_more(0, self.found.rowCount())

        self._shelf.search(self.search.text(), more, self._refused, after)

    # Expressions

    def _switch(self, words: bool) -> None:
        self._show_list()
        self.take_keyboard()
        if words:
            self._shelf.words(self._show_words)
        else:
            self._typed()
        self.chosen.emit()

    def _show_words(self, words: list[WordMet]) -> None:
        row = max(0, self.word_list.currentIndex().row())
        self.words.reset(words, self.search.text())
        if self.words.rowCount():
            self.word_list.choose(min(row, self.words.rowCount() - 1))
        self._show_list()
        self.chosen.emit()

    # Looks

    def _show_list(self) -> None:
        """Show one of the lists, or say why it is empty."""
        view, held = self.view, any(v.hasFocus() for v in (self.list, self.results, self.word_list))
        for one in (self.list, self.results, self.word_list):
            one.setVisible(one is view and one.rows > 0)
        self.thread_bar.setVisible(view is self.list and view.rows > 0)
        self.found_bar.setVisible(view is self.results and view.rows > 0)
        self.open_button.setVisible(view.rows > 0 and view is not self.word_list)
        known = self.threads.rowCount() > 0
        for part in (self.search, self.narrow, self.words_button):
            part.setVisible(known or bool(self.search.text()) or self.words_button.isChecked())
        if self.words_button.isChecked():
            self.narrow.hide()
        self.empty.setVisible(view.rows == 0)
        self.empty.setText(self._nothing())
        self.count.setText(self._how_many())
        if view.rows and (held or (self._eager and not self.search.hasFocus())):
            self._eager = False
            view.setFocus()
        self._selected()

    def _how_many(self) -> str:
        rows = self.view.rows
        if not rows:
            return ""
        if self.view is self.list:
            said = self.tr("%n thread(s)", "", rows)
        elif self.view is self.word_list:
            said = self.tr("%n expression(s)", "", rows)
        elif self._after is not None:
            said = self.tr("the newest %n, more below", "", rows)
        else:
            said = self.tr("%n comment(s)", "", rows)
        return said.replace(str(rows), QLocale().toString(rows))

    def _nothing(self) -> str:
        if not self._fetching.answered:
            return ""
        if self.words_button.isChecked():
            if self.search.text().strip():
                return self.tr("You have met no expression like that.")
            return self.tr("The expressions that you meet in comments will be listed here.")
        if not self.searching:
            return self.tr(
                "What you read will be kept here, on this computer only, so that you find it "
                "again tomorrow. Paste something on the Read page to begin."
            )
        if self._after is not None:
            return self.tr("Looking further back …")
        waiting = ""
        if self._waiting:
            # Told where it matters: what is looked for may be among them.
            waiting = " " + self.tr("%n comment(s) are still being read in.", "", self._waiting)
        return self._nothing_found() + waiting

    def _nothing_found(self) -> str:
        return self.tr(
            "Nothing found. Chinese, pinyin (also without tones) and "
            "English are searched, in comments, translations and notes."
        )

    def _selected(self) -> None:
        bar = self.found_bar if self.view is self.results else self.thread_bar
        bar.refresh()
        self.open_button.setEnabled(self.current is not None)

    def _to_list(self) -> None:
        if self._typing.isActive():
            self.find()
        if self.view.rows:
            self.view.setFocus()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _restyle(self) -> None:
        px, font = self._theme.px, self._theme.font
        self._column.setContentsMargins(px(20), px(20), px(12), 0)
        self._column.setSpacing(px(10))
        self._top.setSpacing(px(12))
        self._row.setSpacing(px(8))
        self._acts.setSpacing(px(12))
        self.title.setFont(font(24))
        self.count.setFont(font(13, tabular=True))
        self.search.setFont(font(15))
        self.empty.setFont(font(15))
        for button in (self.words_button, self.open_button):
            button.setFont(font(14))

    def _words(self) -> None:
        self.title.setText(self.tr("History"))
        self.words_button.setText(self.tr("Words met"))
        self.words_button.setToolTip(
            self.tr("List the expressions that you met: how often, first and last")
        )
        self.search.setPlaceholderText(self.tr("Search in Chinese, pinyin or English"))
        self.search.setAccessibleName(self.tr("Search the history"))
        self.results.setAccessibleName(self.tr("Comments found"))
        self.list.setAccessibleName(self.tr("Threads you read"))
        self.word_list.setAccessibleName(self.tr("Expressions you met"))
        self.open_button.setText(self.tr("Read again"))
        self.open_button.setToolTip(self.tr("Open this thread on the Read page (Enter)"))
