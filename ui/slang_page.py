"""The slang book: search and browse all entries, star them, switch them off, write your own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDate,
    QEvent,
    QItemSelectionModel,
    QLocale,
    QMimeData,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.lexicon import Entry
from app.own_entry import Draft
from app.packs import OWN
from ui import messages
from ui.bars import UNDO_SECONDS, NoticeBar
from ui.controls import Choice
from ui.entry_editor import EntryEditor
from ui.entry_list import ENTRY, EntryList, EntryModel, head
from ui.entry_view import EntryPanel, EntryView, as_text
from ui.own_words import OwnWords
from ui.packs_menu import PacksMenu
from ui.session import SessionModel
from ui.theme import Theme

if TYPE_CHECKING:
    from app.slang_book import BookEntry

NARROW = 780  # px of the page at 100 %, as on the page where comments are read
_TYPING_MS = 60
_PACK_FILES = (".csv", ".json")


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


class SlangPage(QWidget):
    """`comments_wanted` carries the id of an entry, `stars_changed` the ids of all with a star."""

    comments_wanted = Signal(str)
    stars_changed = Signal(object)

    def __init__(
        self,
        own: OwnWords,
        session: SessionModel,
        theme: Theme,
        starred: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._own = own
        self._session = session
        self._theme = theme
        self.starred = starred
        self._sheet: bool | None = None
        self._shown: BookEntry | None = None
        self._trail: list[str] = []
        self._drafts: dict[str, Draft] = {}
        self.title = QLabel(self)
        self.count = QLabel(self)
        self.count.setProperty("second", True)
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
        self.view = EntryView(theme, self._entry)
        self.panel = EntryPanel(self.view, theme)
        self.packs = PacksMenu(own, self.notice, theme, self)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        # Who empties the field wants to go on from the entry that was found.
        self._typing.timeout.connect(lambda: self.find(keep_place=not self.search.text()))
        self._lay_out()
        self._connect()
        self._restyle()
        self._words()
        self._show_found()

    def _lay_out(self) -> None:
        left = QWidget(self)
        left.setObjectName("page")
        self._column = QVBoxLayout(left)
        self._top, self._filters = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.title)
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
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        order = (self.search, self.kind, self.scope, self.mine_button, self.list, self.panel.star)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        own, panel, view = self._own, self.panel, self.view
        own.changed.connect(self._book_changed)
        own.failed.connect(self._tell)
        self.search.textChanged.connect(self._typing.start)
        self.search.left.connect(self._to_list)
        self.kind.currentIndexChanged.connect(lambda _index: self.find())
        self.scope.currentIndexChanged.connect(lambda _index: self.find())
        self.mine_button.clicked.connect(self._open_packs)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._open_sheet)
        self.list.opened.connect(self.open_entry)
        self.list.typed.connect(self._type)
        self.list.left.connect(self.search.setFocus)
        self.list.starred.connect(self.star)
        self.list.deleted.connect(self.delete)
        self.list.copied.connect(self.copy)
        panel.star_wanted.connect(self.star)
        panel.copy_wanted.connect(self.copy)
        panel.comments_wanted.connect(self._want_comments)
        panel.switch_wanted.connect(self.switch)
        panel.change_wanted.connect(self.change)
        panel.delete_wanted.connect(self.delete)
        panel.closed.connect(self.close_sheet)
        view.entry_wanted.connect(self.follow)
        view.back_wanted.connect(self._go_back)
        view.comments_wanted.connect(self._want_comments)
        view.switch_wanted.connect(self.switch)
        self.packs.add_wanted.connect(self.add)
        self._theme.changed.connect(self._restyle)

    # What is shown

    def find(self, *, keep_place: bool = False) -> None:
        """Show the entries that answer the search field and the choices below it.

        The first one is chosen, or with `keep_place` the one that was, or what stands there now.
        """
        self._typing.stop()
        book = self._own.book
        if book is None:
            return
        keeps: dict[str, Callable[[BookEntry], bool]] = {
            "starred": lambda one: one.entry.id in self.starred,
            "mine": lambda one: bool(one.pack),
            "off": lambda one: one.off,
        }
        keep = keeps.get(self.scope.currentData(), lambda _one: True)
        current = self._shown.entry.id if self._shown is not None else ""
        row = self.list.currentIndex().row() if keep_place else 0
        self.entries.reset(book.search(self.search.text(), self.kind.currentData() or "", keep))
        if keep_place and self.entries.row_of(current) >= 0:
            row = self.entries.row_of(current)
        self._show_found()
        self._select(max(0, min(row, self.entries.rowCount() - 1)))

    def show_entry(self, entry_id: str) -> bool:
        """Go to an entry, whatever was searched for; say whether there is one."""
        book = self._own.book
        if book is None or book.get(entry_id) is None:
            return False
        if self.entries.row_of(entry_id) < 0:
            self._clear_search()
        self._select(self.entries.row_of(entry_id))
        return True

    def follow(self, entry_id: str) -> None:
        """Go to an entry that another one points to, with a way back."""
        before = self._shown
        trail = [*self._trail, before.entry.id] if before is not None else []
        if self.show_entry(entry_id):
            self._trail = trail
            self._show_current()

    def open_entry(self) -> None:
        """Read the current entry: as a sheet where the window is narrow, else by keyboard."""
        self._open_sheet()
        self.view.setFocus()

    def close_sheet(self) -> bool:
        """Close the sheet; say whether it was open."""
        if self._sheet and self.panel.isVisible():
            self.panel.hide()
            self.list.setFocus()
            return True
        return False

    def _entry(self, entry_id: str) -> Entry | None:
        one = self._own.book.get(entry_id) if self._own.book else None
        return one.entry if one is not None else None

    def _book_changed(self) -> None:
        first = self._shown is None and not self.search.text()
        self._fill_choices()
        self.find(keep_place=True)
        if first and self._own.book is not None:
            day = QDate.currentDate().toJulianDay()
            self.show_entry(self._own.book.of_the_day(day))
            # The list has no height before it was laid out.
            QTimer.singleShot(0, self._centre)

    def _current_changed(self) -> None:
        self._trail = []
        self._show_current()

    def _show_current(self) -> None:
        one: BookEntry | None = self.list.currentIndex().data(ENTRY)
        self._shown = one
        if one is None:
            return
        back = self._entry(self._trail[-1]) if self._trail else None
        starred = one.entry.id in self.starred
        self.panel.show_entry(one, starred=starred, back=back.forms[0] if back else "")
        if self.isVisible():
            self._session.archive.times_met([one.entry.id], self.view.set_met)

    def _go_back(self) -> None:
        trail = self._trail[:-1]
        if self._trail and self.show_entry(self._trail[-1]):
            self._trail = trail
            self._show_current()

    def _show_found(self) -> None:
        found = self.entries.rowCount()
        self.list.setVisible(found > 0)
        self.empty.setVisible(not found)
        self.empty.setText("" if found else self._nothing())
        if not self._sheet:
            self.panel.setVisible(found > 0)
        elif not found:
            self.panel.hide()
        number = QLocale().toString(found)
        self.count.setText(self.tr("%n entries", "", found).replace(str(found), number))
        self.count.setVisible(self._own.book is not None)

    def _nothing(self) -> str:
        if self._own.book is None:
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
        }.get(self.scope.currentData() or "", self.tr("There is no entry of this kind here."))

    def _fill_choices(self) -> None:
        """Offer the kinds that there are, in words and with their numbers."""
        book = self._own.book
        kinds = book.kinds() if book else {}
        total = sum(kinds.values())
        rows = sorted(((messages.word(k), k, n) for k, n in kinds.items()), key=_by_name)
        self._offer(self.kind, [(self.tr("All kinds"), "", total), *rows])
        scopes = (
            (self.tr("Everything"), ""),
            (self.tr("Starred"), "starred"),
            (self.tr("My words"), "mine"),
            (self.tr("Switched off"), "off"),
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

    # What is done

    def star(self) -> None:
        """Give the entry a star, or take it away."""
        one = self._shown
        if one is None:
            return
        self.starred ^= {one.entry.id}
        self.entries.set_starred(self.starred)
        self.panel.set_starred(one.entry.id in self.starred)
        self.stars_changed.emit(self.starred)

    def copy(self) -> None:
        """Copy word, pinyin and meaning."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(as_text(self._shown.entry))

    def switch(self) -> None:
        """Switch the entry off for good, or on again."""
        one = self._shown
        if one is None:
            return
        entry_id, off = one.entry.id, not one.off
        pack = next((p for p in self._own.packs if p.name == one.pack and not p.on), None)
        if one.off and pack is not None:
            self._own.switch_pack(pack.name, True)
            return

        def told() -> None:
            if off:
                said = self.tr("Comments are read without %s from now on.") % head(one)
                undo = lambda: self._own.switch_entry(entry_id, True, lambda: None)  # noqa: E731
                self.notice.tell(said, self.tr("Undo"), undo, seconds=UNDO_SECONDS)

        self._own.switch_entry(entry_id, not off, told)

    def add(self) -> None:
        """Open the form for a new entry; a word that was searched for in vain is in it."""
        draft = self._drafts.get("")
        if draft is None and not self.entries.rowCount():
            draft = Draft(forms=self.search.text().strip())
        self._edit(None, OWN, draft)

    def change(self) -> None:
        """Open the form for the current entry; a bundled one is changed in a copy of one's own."""
        one = self._shown
        if one is not None:
            self._edit(one.entry, one.pack or OWN, self._drafts.get(one.entry.id))

    def delete(self) -> None:
        """Delete the current entry, if it is an own one; a bar offers to take that back."""
        one = self._shown
        if one is None or not one.pack:
            return

        def told(gone: Entry, undo: Callable[[], None]) -> None:
            changed = self.tr("%s is as it was before.") if one.original else ""
            said = (changed or self.tr("%s was deleted.")) % gone.forms[0]
            self.notice.tell(said, self.tr("Undo"), undo, seconds=UNDO_SECONDS)

        self._own.remove(one.entry.id, one.pack, told)

    def _edit(self, old: Entry | None, pack: str, draft: Draft | None) -> None:
        book = self._own.book
        if book is None:
            return
        taken = [one.entry.id for one in book.entries]
        editor = EntryEditor(self._theme, book.kinds(), taken, self, old=old, draft=draft)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = old.id if old else ""

        def save(entry: Entry) -> None:
            self._own.put(entry, pack, self._added)

        def end(result: int) -> None:
            # What was typed is there again when the form is opened the next time.
            self._drafts.pop(key, None)
            if not result:
                self._drafts[key] = editor.draft

        editor.saved.connect(save)
        editor.finished.connect(end)
        editor.open()

    def _added(self, entry: Entry) -> None:
        self.show_entry(entry.id)
        said = self.tr("%s is in the book now.") % entry.forms[0]
        self.notice.tell(said, seconds=UNDO_SECONDS)

    def _want_comments(self) -> None:
        if self._shown is not None:
            self.comments_wanted.emit(self._shown.entry.id)

    def _open_packs(self) -> None:
        menu = self.packs.build()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mine_button.mapToGlobal(self.mine_button.rect().bottomLeft()))

    def _tell(self, problem: UserError) -> None:
        self.notice.tell(" ".join(messages.error(problem)))

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.close_sheet():
                return
            if self.view.hasFocus() or self.panel.isAncestorOf(self.focusWidget() or self):
                self.list.setFocus()
                return
            if self.search.text():
                self.search.clear()
                self.search.setFocus()
                return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _packs_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _packs_in(event.mimeData()):
            self.packs.import_file(path)

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
        self.list.selectionModel().setCurrentIndex(index, select)
        if not self.list.viewport().rect().contains(self.list.visualRect(index)):
            self._centre()
        self._show_current()

    def _centre(self) -> None:
        self.list.scrollTo(self.list.currentIndex(), EntryList.ScrollHint.PositionAtCenter)

    def _clear_search(self) -> None:
        for choice in (self.kind, self.scope):
            choice.blockSignals(True)
            choice.setCurrentIndex(0)
            choice.blockSignals(False)
        self.search.clear()
        self.find()

    # Shape

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._own.open()
        (self.list if self.entries.rowCount() else self.search).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_shape()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _open_sheet(self) -> None:
        if self._sheet and self._shown is not None:
            self._place_sheet()
            self.panel.show()
            self.panel.raise_()

    def _choose_shape(self) -> None:
        sheet = self.width() < self._theme.px(NARROW)
        if sheet != self._sheet:
            self._sheet = sheet
            if sheet:
                self.panel.setParent(self)
                self.panel.hide()
            else:
                self.splitter.addWidget(self.panel)
                first = self.width() * 9 // 20
                self.splitter.setSizes([first, self.width() - first])
                self.panel.setVisible(self.entries.rowCount() > 0)
            self.panel.set_over(sheet)
        if sheet and self.panel.isVisible():
            self._place_sheet()

    def _place_sheet(self) -> None:
        width = min(self._theme.px(480), self.width() - self._theme.px(32))
        self.panel.setGeometry(self.width() - width, 0, width, self.height())

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
        self._choose_shape()

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


def _by_name(row: tuple[str, str, int]) -> str:
    return row[0].casefold()


def _packs_in(mime: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in _PACK_FILES]
