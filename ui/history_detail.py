"""The right half of the history: the comments of a thread, or those with an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models import HistoryRow
from ui.chosen import Chosen
from ui.found import FoundDelegate, FoundModel
from ui.row_list import RowList
from ui.selection_bar import SelectionBar
from ui.shelf import FOUND_PAGE, Shelf, WordMet
from ui.theme import Theme
from ui.words_met import surface

if TYPE_CHECKING:
    from app.history import ThreadSummary
    from app.search import Found

_REST_MS = 40  # who walks through the list sees what it comes to rest on


class HistoryDetail(QWidget):
    """`opened` comes when the current comment is to be read in its thread.

    `book_wanted` carries the id of an entry of the slang book.
    """

    opened = Signal()
    book_wanted = Signal(str)

    def __init__(self, shelf: Shelf, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf = shelf
        self._theme = theme
        self._subject: ThreadSummary | HistoryRow | WordMet | None = None
        self._complete = True
        self.heading = QLabel(self)
        self.about = QLabel(self)
        self.about.setProperty("second", True)
        for label in (self.heading, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.comments = FoundModel(self)
        self.list = RowList(theme, self)
        self.list.setModel(self.comments)
        self.list.setItemDelegate(FoundDelegate(theme, self.list))
        self.bar = SelectionBar(shelf, self.list, self.selection, self.known, theme, self)
        self.book_button = QPushButton(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.about)
        self._acts = QHBoxLayout()
        self._acts.addWidget(self.book_button)
        self._acts.addWidget(self.bar)
        self._acts.addStretch(1)
        self._column.addLayout(self._acts)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._fetch)
        self.list.opened.connect(self.opened)
        self.list.sight_changed.connect(self._fetch_more)
        self.list.selectionModel().selectionChanged.connect(self.bar.refresh)
        self.book_button.clicked.connect(self._want_book)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.show_subject(None)

    @property
    def current(self) -> HistoryRow | None:
        """The current comment."""
        row = self.list.currentIndex().row()
        return self.comments.row(row) if row >= 0 else None

    def selection(self) -> Chosen:
        """Return the comments that are chosen."""
        ids = tuple(row.id for row in self.known())
        return Chosen(comments=ids, count=len(ids))

    def known(self) -> list[HistoryRow]:
        """Return the chosen comments themselves."""
        parts = self.list.chosen_rows()
        return [self.comments.row(row) for first, last in parts for row in range(first, last + 1)]

    def show_subject(self, subject: ThreadSummary | HistoryRow | WordMet | None) -> None:
        """Show what belongs to a thread, a comment or an expression."""
        same = subject is not None and _key(subject) == _key(self._subject)
        self._subject = subject
        if not same:
            self._rest.start()
        if subject is None:
            self.comments.reset(())
        self._show()

    def refresh(self) -> None:
        """Show the comments as they are now."""
        if self.comments.rowCount():
            self._shelf.rows(self.comments.ids, self._renew, "renew detail")
        elif self._subject is not None:
            self._rest.start()

    def fetch_anew(self) -> None:
        """Fetch everything again, after something came back."""
        self._rest.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _fetch(self) -> None:
        subject = self._subject
        if isinstance(subject, WordMet):
            self._shelf.with_entry(subject.met.entry_id, None, self._fill)
        elif isinstance(subject, HistoryRow):
            self._shelf.thread(subject.thread_id, 0, subject.id, self._fill)
        elif subject is not None:
            self._shelf.thread(subject.id, 0, 0, self._fill)

    def _fill(self, found: list[Found]) -> None:
        before = self.current
        self._complete = len(found) < FOUND_PAGE
        self.comments.reset(found)
        wanted = self._subject.id if isinstance(self._subject, HistoryRow) else 0
        if not wanted and before is not None:
            wanted = before.id
        ids = self.comments.ids
        if ids:
            row = ids.index(wanted) if wanted in ids else 0
            self.list.choose(row)
            self.list.scrollTo(self.comments.index(row), RowList.ScrollHint.PositionAtCenter)
        self._show()

    def _fetch_more(self, _first: int, last: int) -> None:
        subject, rows = self._subject, self.comments.rowCount()
        if self._complete or subject is None or last < rows - 1:
            return
        self._complete = True  # until the answer says otherwise

        def more(found: list[Found]) -> None:
            self._complete = len(found) < FOUND_PAGE
            self.comments.extend(found)

        if isinstance(subject, WordMet):
            self._shelf.with_entry(subject.met.entry_id, self.comments.ids[-1], more)
        else:
            thread = subject.thread_id if isinstance(subject, HistoryRow) else subject.id
            self._shelf.thread(thread, rows, 0, more)

    def _renew(self, rows: list[HistoryRow]) -> None:
        row = max(0, self.list.currentIndex().row())
        self.comments.renew(rows)
        count = self.comments.rowCount()
        if count and not self.list.selectionModel().hasSelection():
            self.list.choose(min(row, count - 1))
        self._show()

    def _show(self) -> None:
        subject = self._subject
        heading = about = ""
        if isinstance(subject, WordMet):
            heading = surface(subject)
            if subject.note is not None:
                heading = "  ".join(part for part in (heading, subject.note.pinyin) if part)
                about = subject.note.meaning
        elif isinstance(subject, HistoryRow):
            heading = self.tr("The thread it stands in")
        elif subject is not None:
            heading = subject.title
        self.heading.setText(heading)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        some = self.comments.rowCount() > 0
        self.list.setVisible(some)
        self.bar.setVisible(some)
        self.book_button.setVisible(isinstance(subject, WordMet))
        self.bar.refresh()

    def _want_book(self) -> None:
        if isinstance(self._subject, WordMet):
            self.book_wanted.emit(self._subject.met.entry_id)

    def _restyle(self) -> None:
        px, font = self._theme.px, self._theme.font
        self._column.setContentsMargins(px(12), px(22), px(12), 0)
        self._column.setSpacing(px(10))
        self._acts.setSpacing(px(12))
        self.heading.setFont(font(17, bold=True))
        self.heading.setContentsMargins(px(8), 0, px(8), 0)
        self.about.setFont(font(14))
        self.about.setContentsMargins(px(8), 0, px(8), 0)
        self.book_button.setFont(font(14))
        self.setMinimumWidth(px(260))

    def _words(self) -> None:
        self.list.setAccessibleName(self.tr("Comments of it"))
        self.book_button.setText(self.tr("Open in the slang book"))
        self._show()


def _key(subject: ThreadSummary | HistoryRow | WordMet | None) -> tuple[str, int | str]:
    """Return what stays the same of a subject whatever else becomes of it."""
    if isinstance(subject, WordMet):
        return "word", subject.met.entry_id
    return type(subject).__name__, subject.id if subject is not None else 0
