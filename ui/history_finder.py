"""The left half of the history: what is searched for, and the list of what there is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.chosen import Chosen
from ui.controls import Aside
from ui.history_lists import HistoryLists
from ui.narrowing import NarrowButton
from ui.row_list import RowList
from ui.search_field import SearchField
from ui.search_help import hint
from ui.selection_bar import SelectionBar
from ui.shelf import Shelf
from ui.theme import Theme

if TYPE_CHECKING:
    from app.history import ThreadSummary
    from app.models import HistoryRow
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
        self._eager = False
        self.title = QLabel(self)
        self.count = Aside(self)
        self.words_button = QPushButton(self)
        self.words_button.setCheckable(True)
        self.search = SearchField(self)
        self.narrow = NarrowButton(shelf, self.search, theme, self)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("second", True)
        self.lists = lists = HistoryLists(shelf, theme, self)
        self.threads, self.found, self.words = lists.threads, lists.found, lists.words
        self.list, self.results, self.word_list = lists.all
        self.open_button = QPushButton(self)
        chosen, known = self.selection, lists.known
        self.thread_bar = SelectionBar(shelf, self.list, chosen, known, theme, self)
        self.found_bar = SelectionBar(shelf, self.results, chosen, known, theme, self)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._restyle()
        self._words()
        self._show_list()

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
        self._column.addWidget(self.lists, 1)
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
        self.lists.changed.connect(self._show_list)
        self.lists.chosen.connect(self.chosen)
        self.lists.refused.connect(self.empty.setText)
        for view in (self.list, self.results, self.word_list):
            view.opened.connect(self.opened)
            view.typed.connect(self._type)
            view.left.connect(self.search.setFocus)
            view.selectionModel().selectionChanged.connect(self._selected)
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
        return self.lists.current

    def selection(self) -> Chosen:
        """Return the threads or comments that are chosen."""
        return self.lists.selection()

    def refresh(self) -> None:
        """Fetch anew what is shown, after it may have changed."""
        self.lists.refresh()

    def find(self) -> None:
        """Search for what stands in the field."""
        self._typing.stop()
        if self.words_button.isChecked():
            self.lists.find_word(self.search.text())
        else:
            self.lists.find(self.search.text() if self.searching else "")

    def set_remembering(self, remembering: bool) -> None:
        """Say whether what is read is remembered, so that an empty list can say why it is so."""
        self.lists.remembering = remembering
        self._show_list()

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

    def _typed(self) -> None:
        if self.searching or self.words_button.isChecked():
            self._typing.start()
        else:
            self.find()
            self._show_list()
            self.refresh()

    def _switch(self, _words: bool) -> None:
        self._show_list()
        self.take_keyboard()
        if self.words_button.isChecked():
            self.lists.find_word(self.search.text())
            self.refresh()
        else:
            self._typed()
        self.chosen.emit()

    # Looks

    def _show_list(self) -> None:
        """Show one of the lists, or say why it is empty."""
        view, held = self.view, self.lists.held
        self.lists.show_one(view)
        self.thread_bar.setVisible(view is self.list and view.rows > 0)
        self.found_bar.setVisible(view is self.results and view.rows > 0)
        self.open_button.setVisible(view.rows > 0 and view is not self.word_list)
        known = self.threads.rowCount() > 0
        for part in (self.search, self.narrow, self.words_button):
            part.setVisible(known or bool(self.search.text()) or self.words_button.isChecked())
        if self.words_button.isChecked():
            self.narrow.hide()
        self.empty.setVisible(view.rows == 0)
        self.empty.setText(self.lists.why_empty())
        if view.rows and (held or (self._eager and not self.search.hasFocus())):
            self._eager = False
            view.setFocus()
        self._selected()

    def _selected(self) -> None:
        bar = self.found_bar if self.view is self.results else self.thread_bar
        bar.refresh()
        self.count.setText(self.lists.how_many())
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
        self.search.setAccessibleDescription(hint())
        self.search.setToolTip(hint())
        self.open_button.setText(self.tr("Read again"))
        self.open_button.setToolTip(self.tr("Open this thread on the Read page (Enter)"))
