"""The page of what was read before: find it, open it again, delete it, take that back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from ui import icons
from ui.archive import PAGE, Archive
from ui.bars import UNDO_SECONDS, NoticeBar
from ui.exporting import ExportBar
from ui.found import FOUND, FoundDelegate, FoundModel
from ui.page import Page
from ui.theme import Theme
from ui.threads import SUMMARY, ThreadDelegate, ThreadModel

if TYPE_CHECKING:
    from app.deleting import UndoToken
    from app.history import ThreadSummary
    from app.search import Page as SearchPage


_TYPING_MS = 160  # a search begins when the fingers rest


class _Search(QLineEdit):
    """The arrow down goes on to what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """Enter opens, Delete deletes."""

    opened = Signal()
    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class HistoryPage(Page):
    """`opened` carries the ids of the thread to be read again and of a comment in it, or 0."""

    opened = Signal(int, int)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._archive = archive
        self.threads = ThreadModel(self)
        self.list = _List(self)
        self.list.setModel(self.threads)
        self.list.setItemDelegate(ThreadDelegate(theme, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.found = FoundModel(self)
        self.results = _List(self)
        self.results.setModel(self.found)
        self.results.setItemDelegate(FoundDelegate(theme, self.results))
        self.results.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setMouseTracking(True)
        self.results.setUniformItemSizes(True)
        self.search = _Search(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._search)
        self._after: int | None = None
        self.empty = self.label(15, second=True)
        self.notice = NoticeBar(theme, self)
        self.transfers = ExportBar(archive, self._selected_threads, self.notice, theme, self)
        self.open_button = QPushButton(self)
        self.delete_button = QPushButton(self)
        self.body.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.results, 1)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.transfers)
        self.body.addStretch(0)
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._search)
        self.search.left.connect(lambda: (self.results if self.searching else self.list).setFocus())
        self.results.opened.connect(self.open_found)
        self.results.doubleClicked.connect(self.open_found)
        self.results.verticalScrollBar().valueChanged.connect(self._find_more)
        self.list.opened.connect(self.open_selected)
        self.list.doubleClicked.connect(self.open_selected)
        self.list.deleted.connect(self.delete_selected)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.list.verticalScrollBar().valueChanged.connect(self._fetch_more)
        self.open_button.clicked.connect(self.open_selected)
        self.delete_button.clicked.connect(self.delete_selected)
        archive.changed.connect(self._changed)
        theme.changed.connect(self._restyle)
        order = (self.search, self.open_button, self.delete_button, self.list, self.results)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        self._complete = False
        self._restyle()
        self._words()
        self._show([])

    def selected(self) -> list[int]:
        """Return the ids of the selected threads."""
        return [thread.id for thread in self._selected_threads()]

    def select(self, row: int) -> None:
        """Select one row, whatever keys are held down (Ctrl+2 brings people here)."""
        self.list.selectionModel().setCurrentIndex(
            self.threads.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def open_selected(self) -> None:
        """Read the current thread again."""
        ids = self.selected()
        if ids:
            self.opened.emit(ids[0], 0)

    def open_found(self) -> None:
        """Read the thread of the current search result, at that comment."""
        index = self.results.currentIndex()
        if index.isValid():
            row = index.data(FOUND).row
            self.opened.emit(row.thread_id, row.id)

    def delete_selected(self) -> None:
        """Delete the selected threads; a bar offers to take that back."""
        ids = self.selected()
        if ids:
            self._archive.delete_threads(ids, self._deleted)

    def refresh(self) -> None:
        """Fetch the list anew."""
        self._archive.threads(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        (self.results if self.searching else self.list).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    @property
    def searching(self) -> bool:
        """Say whether results are shown in place of threads."""
        return bool(self.search.text().strip())

    def _selected_threads(self) -> list[ThreadSummary]:
        if self.searching:
            return []  # the list is not in sight
        return [index.data(SUMMARY) for index in self.list.selectionModel().selectedIndexes()]

    def _typed(self) -> None:
        if self.searching:
            self._typing.start()
        else:
            self._typing.stop()
            self.refresh()

    def _search(self) -> None:
        if self.searching:
            self._archive.search(self.search.text(), self._show_found)

    def _show_found(self, page: SearchPage) -> None:
        if not self.searching:
            return
        self._after = page.after
        self.found.reset(page.found)
        for part in (self.list, self.open_button, self.delete_button):
            part.hide()
        self.results.setVisible(bool(page.found))
        self.empty.setVisible(not page.found)
        self.empty.setText(
            self.tr(
                "Nothing found. Chinese, pinyin (also without tones) and "
                "English are searched, in comments, translations and notes."
            )
        )
        if page.found:
            self.results.setCurrentIndex(self.found.index(0))

    def _find_more(self, value: int) -> None:
        bar = self.results.verticalScrollBar()
        after = self._after
        if after is not None and value > bar.maximum() - bar.pageStep():
            self._after = None

            def more(page: SearchPage) -> None:
                self._after = page.after
                self.found.extend(page.found)

            self._archive.search(self.search.text(), more, after)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _deleted(self, token: UndoToken) -> None:
        self.notice.tell(
            self.tr("%n thread(s) deleted.", "", token.threads),
            self.tr("Undo"),
            lambda: self._archive.undo(token),
            seconds=UNDO_SECONDS,
        )
        self.refresh()

    def _show(self, threads: list[ThreadSummary]) -> None:
        if self.searching:
            return
        self.results.hide()
        self.empty.setText(self._nothing())
        row = self.list.currentIndex().row()
        self._complete = len(threads) < PAGE
        self.threads.reset(threads)
        self.empty.setVisible(not threads)
        for part in (self.list, self.open_button, self.delete_button):
            part.setVisible(bool(threads))
        self.search.setVisible(bool(threads))
        self.transfers.export_button.setVisible(bool(threads))
        if threads:
            row = max(0, min(row, len(threads) - 1))
            self.select(row)
            # The list could not take the keyboard while it was hidden.
            if self.isVisible() and not self.search.hasFocus():
                self.list.setFocus()
        self._enable()

    def _fetch_more(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if not self._complete and value > bar.maximum() - bar.pageStep():
            self._complete = True  # until the answer says otherwise

            def more(threads: list[ThreadSummary]) -> None:
                self._complete = len(threads) < PAGE
                self.threads.extend(threads)

            self._archive.threads(more, self.threads.last)

    def _enable(self) -> None:
        chosen = bool(self.selected())
        self.open_button.setEnabled(chosen)
        self.delete_button.setEnabled(chosen)

    def _nothing(self) -> str:
        return self.tr(
            "What you read will be kept here, on this computer only, so that you find it "
            "again tomorrow. Paste something on the Read page to begin."
        )

    def _restyle(self) -> None:
        px, c = self.theme.px, self.theme.colours
        for button, name in ((self.open_button, "open"), (self.delete_button, "trash")):
            button.setFont(self.theme.font(14))
            button.setIcon(icons.icon(name, c.ink, px(16), c.second))
            button.setIconSize(QSize(px(16), px(16)))
        self.search.setFont(self.theme.font(15))
        for view in (self.list, self.results):
            view.doItemsLayout()

    def _words(self) -> None:
        self.title.setText(self.tr("History"))
        self.empty.setText(self._nothing())
        self.search.setPlaceholderText(self.tr("Search in Chinese, pinyin or English"))
        self.search.setAccessibleName(self.tr("Search the history"))
        self.results.setAccessibleName(self.tr("Comments found"))
        self.list.setAccessibleName(self.tr("Threads you read"))
        self.open_button.setText(self.tr("Read again"))
        self.open_button.setToolTip(self.tr("Open this thread on the Read page (Enter)"))
        self.delete_button.setText(self.tr("Delete"))
        self.delete_button.setToolTip(self.tr("Delete the selected threads (Delete)"))
