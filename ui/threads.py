"""The remembered threads as an item model that fetches what is in sight, and how a row looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter

from ui.row_delegate import Index, RowDelegate
from ui.theme import SEPARATOR

if TYPE_CHECKING:
    from app.history import ThreadSummary

SUMMARY = Qt.ItemDataRole.UserRole + 1
PAGE = 100


class ThreadModel(QAbstractListModel):
    """Threads, newest first, of which only the pages that were in sight are here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._pages: dict[int, list[ThreadSummary]] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title
        if role == SUMMARY:
            return summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{summary.title}. {self.about(summary)}"
        return None

    def about(self, summary: ThreadSummary) -> str:
        """Return the second line of a row: when, how many comments, how many with a star."""
        parts = [when(summary.created_at), self.tr("%n comment(s)", "", summary.comments)]
        missing = summary.comments - summary.translated
        if missing > 0:
            parts.append(self.tr("%n not translated", "", missing))
        if summary.favourites:
            parts.append(f"★ {summary.favourites}")
        return SEPARATOR.join(parts)

    def summary(self, row: int) -> ThreadSummary | None:
        """Return a thread; None while it is not here yet, and where there is none."""
        page = self._pages.get(row // PAGE, [])
        return page[row % PAGE] if 0 <= row % PAGE < len(page) and row >= 0 else None

    def row_of(self, thread_id: int) -> int:
        """Return where a thread stands among those that are here, or -1."""
        for number, page in self._pages.items():
            for place, summary in enumerate(page):
                if summary.id == thread_id:
                    return number * PAGE + place
        return -1

    def missing(self, first: int, last: int) -> int | None:
        """Return the number of a page that is in sight and not here, if there is one."""
        pages = range(max(0, first) // PAGE, min(last, self._total - 1) // PAGE + 1)
        return next((number for number in pages if number not in self._pages), None)

    def show(self, total: int, number: int, page: Sequence[ThreadSummary]) -> None:
        """Show a list of `total` threads, of which one page is known, in place of another."""
        if total == self._total:
            self._pages.clear()
            self.fill(number, page)
            return
        self.beginResetModel()
        self._total = total
        self._pages = {number: list(page)}
        self.endResetModel()

    def fill(self, number: int, page: Sequence[ThreadSummary]) -> None:
        """Take in a page."""
        self._pages[number] = list(page)
        if page:
            first = number * PAGE
            self.dataChanged.emit(self.index(first), self.index(first + len(page) - 1))


def when(stored: str, today: date | None = None) -> str:
    """Return a stored UTC time as the reader's own day and hour."""
    moment = datetime.fromisoformat(stored).astimezone()
    days = ((today or datetime.now().astimezone().date()) - moment.date()).days
    locale = QLocale()
    hour = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if days == 0:
        return ThreadModel.tr("today %s") % hour
    if days == 1:
        return ThreadModel.tr("yesterday %s") % hour
    return f"{day(stored)} {hour}"


def day(stored: str) -> str:
    """Return the reader's own day of a stored UTC time."""
    moment = datetime.fromisoformat(stored).astimezone()
    written = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(written, QLocale.FormatType.ShortFormat)


class ThreadDelegate(RowDelegate):
    """A title and a quiet second line."""

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        px, font, c = self.theme.px, self.theme.font, self.theme.colours
        summary: ThreadSummary | None = index.data(SUMMARY)
        if summary is None:
            at = QPointF(box.x(), box.y() + px(30))
            self.say(painter, "…", font(16), c.second, at, box.width())
            return
        model = index.model()
        assert isinstance(model, ThreadModel)
        for text, size, colour, below in (
            (summary.title, font(16), c.ink, 30),
            (model.about(summary), font(12, tabular=True), c.second, 52),
        ):
            self.say(
                painter, text, size, colour, QPointF(box.x(), box.y() + px(below)), box.width()
            )
