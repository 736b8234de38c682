"""The left half of the slang book: what is searched for, and the list of what was found."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QItemSelectionModel, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import messages
from ui.bars import NoticeBar
from ui.controls import Aside, Choice
from ui.entry_list import ENTRY, EntryList, EntryModel
from ui.theme import Theme

if TYPE_CHECKING:  # brings the index of pinyin: the store lane loads it, not the start
    from app.slang_book import BookEntry, SlangBook

_TYPING_MS = 60


class _Search(QLineEdit):
    """The arrow down and Enter go on to what was found, Escape empties the field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class EntryFinder(QWidget):
    """`chosen` comes when another entry is the current one, or what is known of it changed.

    It follows also on every search; `current` is None when nothing was found.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, starred: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._book: SlangBook | None = None
        self.starred = starred
        self.title = QLabel(self)
        self.count = Aside(self)
        self.mine_button = QPushButton(self)
        self.search = _Search(self)
        self.search.setClearButtonEnabled(True)
        self.kind = Choice(theme, self)
        self.scope = Choice(theme, self)
        self.empty = QLabel(self)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setProperty("second", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.entries = EntryModel(self)
        self.entries.set_starred(starred)
        self.list = EntryList(theme, self.entries, self)
        self.notice = NoticeBar(theme, self)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._restyle()
        self._words()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._top, self._filters = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.title)
        self.mine_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._top.addWidget(self.count, 1)
        self._top.addWidget(self.mine_button)
        self._filters.addWidget(self.kind, 3)
        self._filters.addWidget(self.scope, 2)
        self._column.addLayout(self._top)
        self._column.addWidget(self.search)
        self._column.addLayout(self._filters)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.notice)
        for one, other in pairwise(
            (self.search, self.kind, self.scope, self.mine_button, self.list)
        ):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        # Who empties the field wants to go on from the entry that was found.
        self._typing.timeout.connect(lambda: self.find(keep_place=not self.search.text()))
        self.search.left.connect(self._to_list)
        self.kind.currentIndexChanged.connect(lambda _index: self.find())
        self.scope.currentIndexChanged.connect(lambda _index: self.find())
        self.list.selectionModel().currentChanged.connect(self.chosen)
        self.list.typed.connect(self._type)
        self.list.left.connect(self.search.setFocus)
        self._theme.changed.connect(self._restyle)

    @property
    def current(self) -> BookEntry | None:
        """The entry that is chosen."""
        one: BookEntry | None = self.list.currentIndex().data(ENTRY)
        return one

    def set_book(self, book: SlangBook) -> None:
        """Show another book; the first one opens at the entry of the day."""
        first = self._book is None and not self.search.text()
        self._book = book
        self._fill_choices()
        self.find(keep_place=True)
        if first and len(book):
            self.show_entry(book.of_the_day(QDate.currentDate().toJulianDay()))
            # The list has no height before it was laid out.
            QTimer.singleShot(0, self, self._centre)

    def find(self, *, keep_place: bool = False) -> None:
        """Show the entries that answer the search field and the choices below it.

        The first one is chosen, or with `keep_place` the one that was, or what stands there now.
        """
        self._typing.stop()
        book = self._book
        if book is None:
            return
        keeps: dict[str, Callable[[BookEntry], bool]] = {
            "starred": lambda one: one.entry.id in self.starred,
            "mine": lambda one: bool(one.pack),
            "off": lambda one: one.off,
            "left": lambda one: one.as_written,
        }
        keep = keeps.get(self.scope.currentData(), lambda _one: True)
        before = self.current
        row = self.list.currentIndex().row() if keep_place else 0
        self.entries.reset(book.search(self.search.text(), self.kind.currentData() or "", keep))
        if keep_place and before is not None and self.entries.row_of(before.entry.id) >= 0:
            row = self.entries.row_of(before.entry.id)
        self._show_found()
        self._select(max(0, min(row, self.entries.rowCount() - 1)))

    def show_entry(self, entry_id: str) -> bool:
        """Go to an entry, whatever was searched for; say whether there is one."""
        if self._book is None or self._book.get(entry_id) is None:
            return False
        if self.entries.row_of(entry_id) < 0:
            self._clear_search()
        self._select(self.entries.row_of(entry_id))
        return True

    def toggle_star(self, entry_id: str) -> None:
        """Give an entry a star, or take it away."""
        self.starred ^= {entry_id}
        self.entries.set_starred(self.starred)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    # What is shown

    def _show_found(self) -> None:
        found = self.entries.rowCount()
        self.list.setVisible(found > 0)
        self.empty.setVisible(not found)
        self.empty.setText("" if found else self._nothing())
        number = QLocale().toString(found)
        self.count.setText(self.tr("%n entries", "", found).replace(str(found), number))
        self.count.setVisible(found > 0)

    def _nothing(self) -> str:
        if self._book is None:
            return self.tr("The book is being opened.")
        if self.search.text().strip():
            return self.tr(
                "The book has nothing like that here. It can be searched by Chinese characters, "
                "pinyin (also without tones), initials such as yyds, and English words. If you "
                "know what it means, add it under My words."
            )
        return {
            "starred": self.tr(
                "Entries that you give a star are kept here. Press * on an entry, or the star "
                "above it."
            ),
            "mine": self.tr(
                "Your own words will stand here. Add an expression under My words, or drop a "
                "pack on this page: a table (CSV) or a JSON file."
            ),
            "off": self.tr(
                "Nothing is switched off. If an entry is wrong in the comments that you read, "
                "switch it off, and it will wait here."
            ),
            "left": self.tr(
                "The engine gets plain words for all slang. If a translation is better without "
                "them, leave the expression as written, and it will stand here."
            ),
        }.get(self.scope.currentData() or "", self.tr("There is no entry of this kind here."))

    def _fill_choices(self) -> None:
        """Offer the kinds that there are, in words and with their numbers."""
        kinds = self._book.kinds() if self._book else {}
        rows = [(messages.word(kind), kind, number) for kind, number in kinds.items()]
        rows.sort(key=lambda row: row[0].casefold())
        self._offer(self.kind, [(self.tr("All kinds"), "", sum(kinds.values())), *rows])
        scopes = (
            (self.tr("Everything"), ""),
            (self.tr("Starred"), "starred"),
            (self.tr("My words"), "mine"),
            (self.tr("Switched off"), "off"),
            (self.tr("Left as written"), "left"),
        )
        self._offer(self.scope, [(text, data, -1) for text, data in scopes])

    @staticmethod
    def _offer(choice: Choice, rows: list[tuple[str, str, int]]) -> None:
        chosen = choice.currentData()
        choice.blockSignals(True)
        choice.clear()
        for text, data, number in rows:
            shown = f"{text} ({QLocale().toString(number)})" if number >= 0 else text
            choice.addItem(shown[:1].upper() + shown[1:], data)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)

    # Where the keyboard goes

    def _to_list(self) -> None:
        if self._typing.isActive():
            self.find()
        if self.entries.rowCount():
            self.list.setFocus()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def _select(self, row: int) -> None:
        index = self.entries.index(row)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        same = index == self.list.currentIndex()
        self.list.selectionModel().setCurrentIndex(index, select)
        if not self.list.viewport().rect().contains(self.list.visualRect(index)):
            self._centre()
        if same:
            self.chosen.emit()

    def _centre(self) -> None:
        self.list.scrollTo(self.list.currentIndex(), EntryList.ScrollHint.PositionAtCenter)

    def _clear_search(self) -> None:
        for choice in (self.kind, self.scope):
            choice.blockSignals(True)
            choice.setCurrentIndex(0)
            choice.blockSignals(False)
        self.search.clear()
        self.find()

    # Looks

    def _restyle(self) -> None:
        px, font = self._theme.px, self._theme.font
        self._column.setContentsMargins(px(20), px(20), px(12), px(12))
        self._column.setSpacing(px(12))
        self._top.setSpacing(px(12))
        self._filters.setSpacing(px(8))
        self.title.setFont(font(24))
        self.count.setFont(font(13, tabular=True))
        self.search.setFont(font(15))
        self.empty.setFont(font(15))
        for control in (self.kind, self.scope, self.mine_button):
            control.setFont(font(14))
        self.kind.setMinimumWidth(px(120))
        self.scope.setMinimumWidth(px(100))
        self.list.doItemsLayout()

    def _words(self) -> None:
        self.title.setText(self.tr("Slang book"))
        self.search.setPlaceholderText(self.tr("Chinese, pinyin, initials or English"))
        self.search.setAccessibleName(self.tr("Search the slang book"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.scope.setAccessibleName(self.tr("Which entries"))
        self.list.setAccessibleName(self.tr("Entries"))
        self.mine_button.setText(self.tr("My words …"))
        self.mine_button.setToolTip(self.tr("Add expressions of your own, and packs of them"))
        self._fill_choices()
        self._show_found()
