"""The page of what was read before: find it, look into it, tend it, take it out and in.

At the left the list, at the right what belongs to its current row; where the window is narrow,
only the list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.models import HistoryRow
from ui.archive import Archive
from ui.bars import DELETED_SECONDS, NoticeBar
from ui.chosen import Chosen
from ui.exporting import ExportBar
from ui.history_care import CareMenu
from ui.history_detail import HistoryDetail
from ui.history_finder import HistoryFinder
from ui.long_work import WorkBar
from ui.search_help import condition
from ui.shelf import Shelf, WordMet
from ui.theme import Theme

if TYPE_CHECKING:
    from app.deleting import UndoToken

NARROW = 780  # px of the page at 100 %, as on the page where comments are read


class HistoryPage(QWidget):
    """`opened` carries the ids of the thread to be read again and of a comment in it, or 0.

    `book_wanted` carries the id of an entry, `remember_wanted` whether to remember from now on.
    """

    opened = Signal(int, int)
    book_wanted = Signal(str)
    remember_wanted = Signal(bool)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._shaped = False
        self._undo: Callable[[], None] | None = None
        self.shelf = Shelf(archive)
        self.finder = HistoryFinder(self.shelf, theme, self)
        self.detail = HistoryDetail(self.shelf, theme, self)
        self.notice = NoticeBar(theme, self)
        self.work = WorkBar(archive, self.notice, theme, self)
        self.transfers = ExportBar(archive, self.finder, self.notice, theme, self)
        self.care = CareMenu(self.shelf, self.notice, theme, self)
        self.transfers.set_beside(self.care.button, self.care.remember)
        self.list, self.threads = self.finder.list, self.finder.threads
        self.results, self.found = self.finder.results, self.finder.found
        self.search, self.empty = self.finder.search, self.finder.empty
        left = QWidget(self)
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self.finder, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.notice)
        self._foot.addWidget(self.work)
        self._foot.addWidget(self.transfers)
        self._left.addLayout(self._foot)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self._connect(archive)
        self._restyle()

    def _connect(self, archive: Archive) -> None:
        finder, detail = self.finder, self.detail
        finder.chosen.connect(lambda: detail.show_subject(finder.current))
        finder.opened.connect(self.open_selected)
        detail.opened.connect(lambda: self._open(detail.current))
        detail.book_wanted.connect(self.book_wanted)
        for view in (finder.list, finder.results, finder.word_list):
            view.onward.connect(self._go_on)
        detail.list.back.connect(finder.take_keyboard)
        for bar in (finder.thread_bar, finder.found_bar, detail.bar):
            bar.export_wanted.connect(self.transfers.ask_export)
            bar.delete_wanted.connect(self._delete)
        self.care.deleted.connect(self._deleted)
        self.care.remember_wanted.connect(self.remember_wanted)
        archive.changed.connect(self._changed)
        self._theme.changed.connect(self._restyle)
        back = QShortcut(QKeySequence.StandardKey.Undo, self, self._take_back)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def selected(self) -> list[int]:
        """Return the ids of the selected threads that are here."""
        parts = self.list.chosen_rows()
        here = (self.threads.summary(row) for one, end in parts for row in range(one, end + 1))
        return [summary.id for summary in here if summary is not None]

    def select(self, row: int) -> None:
        """Select one row, whatever keys are held down (Ctrl+2 brings people here)."""
        self.list.choose(row)

    def set_remember(self, remember: bool) -> None:
        """Show whether what is read is remembered."""
        self.care.set_remember(remember)
        self.finder.set_remembering(remember)

    def open_selected(self) -> None:
        """Read what is current again; of an expression, go to its comments."""
        current = self.finder.current
        if isinstance(current, WordMet):
            if self.detail.isVisible():
                self._go_on()
            else:
                self.find_entry(current.met.entry_id)
        elif isinstance(current, HistoryRow):
            self._open(current)
        elif current is not None:
            self.opened.emit(current.id, 0)

    def find_entry(self, entry_id: str) -> None:
        """Show all comments in which an entry was met."""
        self.finder.words_button.setChecked(False)
        self.search.setText(condition("entry", entry_id))

    def tag(self) -> None:
        """Ask for a tag for what is chosen in the list that has the keyboard."""
        if self.detail.list.hasFocus():
            self.detail.bar.tag()
        else:
            (self.finder.found_bar if self.finder.searching else self.finder.thread_bar).tag()

    def refresh(self) -> None:
        """Fetch what is shown anew."""
        self.finder.refresh()
        self.detail.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shaped:
            self._shaped = True
            self.splitter.setSizes([self.width() * 11 // 20, self.width() * 9 // 20])
        self.refresh()
        self.finder.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setVisible(self.width() >= self._theme.px(NARROW))

    def _open(self, row: HistoryRow | None) -> None:
        if row is not None:
            self.opened.emit(row.thread_id, row.id)

    def _go_on(self) -> None:
        if self.detail.list.isVisible():
            self.detail.list.setFocus()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _delete(self, chosen: Chosen) -> None:
        self.shelf.delete(chosen, self._deleted)

    def _deleted(self, token: UndoToken) -> None:
        if token.threads:
            said = self.tr("%n thread(s) deleted.", "", token.threads)
        else:
            said = self.tr("%n comment(s) deleted.", "", token.comments)

        def undo() -> None:
            self._undo = None
            self.shelf.undo(token)
            self.detail.fetch_anew()
            self.finder.find()
            self.finder.take_keyboard()

        def over() -> None:
            self._undo = None

        self.notice.tell(said, self.tr("Undo"), undo, seconds=DELETED_SECONDS, ended=over)
        self._undo = undo

    def _take_back(self) -> None:
        """Bring back what was deleted last, as long as that is offered."""
        if self._undo is not None:
            self.notice.button.click()

    def _restyle(self) -> None:
        px = self._theme.px
        self._foot.setContentsMargins(px(20), px(4), px(12), px(12))
        self.finder.setMinimumWidth(px(300))
        self.detail.setVisible(self.width() >= px(NARROW))
