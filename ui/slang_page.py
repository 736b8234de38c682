"""The slang book: the entries at the left, the one that is read at the right, packs dropped on it.

Where the window is narrow the entry comes as a sheet over the list.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import UserError
from app.lexicon import Entry
from ui import messages
from ui.beside import Beside
from ui.entry_finder import EntryFinder
from ui.entry_view import EntryPanel, EntryView, as_text
from ui.entry_work import EntryWork
from ui.own_words import OwnWords
from ui.packs_menu import PacksMenu
from ui.session import SessionModel
from ui.theme import Theme

if TYPE_CHECKING:
    from app.slang_book import BookEntry

_PACK_FILES = (".csv", ".json")


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
        self._trail: list[str] = []
        self.finder = EntryFinder(theme, starred, self)
        self.notice = self.finder.notice
        self.view = EntryView(theme, self._entry)
        self.panel = EntryPanel(self.view, theme)
        self.work = EntryWork(own, self.finder, theme, self)
        self.packs = PacksMenu(own, self.notice, theme, self)
        self.splitter = Beside(self, self.finder, self.panel, theme, share=0.45, sheet_width=480)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self._connect()
        self.splitter.choose_shape()
        self._choose()

    def _connect(self) -> None:
        own, finder, panel, view = self._own, self.finder, self.panel, self.view
        own.changed.connect(lambda: finder.set_book(own.book))
        own.failed.connect(self._tell)
        finder.chosen.connect(self._choose)
        finder.mine_button.clicked.connect(self._open_packs)
        finder.list.clicked.connect(self._open_sheet)
        finder.list.opened.connect(self.open_entry)
        finder.list.starred.connect(self.star)
        finder.list.deleted.connect(self.work.delete)
        finder.list.copied.connect(self.copy)
        panel.star_wanted.connect(self.star)
        panel.copy_wanted.connect(self.copy)
        panel.comments_wanted.connect(self._want_comments)
        panel.switch_wanted.connect(self.work.switch)
        panel.leave_wanted.connect(self.work.leave)
        panel.change_wanted.connect(self.work.change)
        panel.delete_wanted.connect(self.work.delete)
        panel.closed.connect(self.close_sheet)
        view.entry_wanted.connect(self.follow)
        view.back_wanted.connect(self._go_back)
        view.comments_wanted.connect(self._want_comments)
        view.switch_wanted.connect(self.work.switch)
        view.plain_wanted.connect(self.work.leave)
        self.work.added.connect(self.show_entry)
        self.packs.add_wanted.connect(self.work.add)
        self._theme.changed.connect(self.splitter.choose_shape)

    @property
    def starred(self) -> frozenset[str]:
        """The entries that have a star."""
        return self.finder.starred

    def show_entry(self, entry_id: str) -> bool:
        """Go to an entry, whatever was searched for; say whether there is one."""
        return self.finder.show_entry(entry_id)

    def follow(self, entry_id: str) -> None:
        """Go to an entry that another one points to, with a way back."""
        before = self.finder.current
        trail = [*self._trail, before.entry.id] if before is not None else []
        if self.show_entry(entry_id):
            self._show(trail)

    def open_entry(self) -> None:
        """Read the current entry: as a sheet where the window is narrow, else by keyboard."""
        self._open_sheet()
        self.view.setFocus()

    def close_sheet(self) -> bool:
        """Close the sheet; say whether it was open."""
        closed = self.splitter.close_sheet()
        if closed:
            self.finder.list.setFocus()
        return closed

    def star(self) -> None:
        """Give the entry a star, or take it away."""
        one = self.finder.current
        if one is not None:
            self.finder.toggle_star(one.entry.id)
            self.panel.set_starred(one.entry.id in self.starred)
            self.stars_changed.emit(self.starred)

    def copy(self) -> None:
        """Copy word, pinyin and meaning."""
        one = self.finder.current
        if one is not None:
            QGuiApplication.clipboard().setText(as_text(one.entry))

    def _entry(self, entry_id: str) -> Entry | None:
        one = self._own.book.get(entry_id) if self._own.book else None
        return one.entry if one is not None else None

    def _choose(self) -> None:
        self._show([])

    def _show(self, trail: list[str]) -> None:
        """Show the current entry; `trail` are the entries that led to it, the last one last."""
        self._trail = trail
        one: BookEntry | None = self.finder.current
        if one is None:
            self.splitter.want(False)
            return
        self.splitter.want(True)
        back = self._entry(trail[-1]) if trail else None
        starred = one.entry.id in self.starred
        self.panel.show_entry(one, starred=starred, back=back.forms[0] if back else "")
        if self.isVisible():
            self._session.archive.times_met([one.entry.id], self.view.set_met)

    def _go_back(self) -> None:
        trail = self._trail[:-1]
        if self._trail and self.show_entry(self._trail[-1]):
            self._show(trail)

    def _want_comments(self) -> None:
        one = self.finder.current
        if one is not None:
            self.comments_wanted.emit(one.entry.id)

    def _open_packs(self) -> None:
        button = self.finder.mine_button
        menu = self.packs.build()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _tell(self, problem: UserError) -> None:
        self.notice.tell(" ".join(messages.error(problem)))

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.close_sheet():
                return
            if self.panel.isAncestorOf(self.focusWidget() or self):
                self.finder.list.setFocus()
                return
            if self.finder.search.text():
                self.finder.search.clear()
                self.finder.search.setFocus()
                return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _packs_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _packs_in(event.mimeData()):
            self.packs.import_file(path)

    # Shape

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._own.open()
        (self.finder.list if self.finder.entries.rowCount() else self.finder.search).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.choose_shape()

    def _open_sheet(self) -> None:
        if self.finder.current is not None:
            self.splitter.open_sheet()


def _packs_in(mime: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in _PACK_FILES]
