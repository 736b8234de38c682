"""The remembered threads as an item model, and how a row of it is painted."""

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
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import SEPARATOR, Theme

if TYPE_CHECKING:
    from app.history import ThreadSummary

_Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole + 1


class ThreadModel(QAbstractListModel):
    """Threads, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[ThreadSummary] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._threads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._threads[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title
        if role == SUMMARY:
            return summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{summary.title}. {self.about(summary)}"
        return None

    def about(self, summary: ThreadSummary) -> str:
        """Return the second line of a row: when, and how many comments."""
        parts = [when(summary.created_at), self.tr("%n comment(s)", "", summary.comments)]
        missing = summary.comments - summary.translated
        if missing > 0:
            parts.append(self.tr("%n not translated", "", missing))
        return SEPARATOR.join(parts)

    def reset(self, threads: Sequence[ThreadSummary]) -> None:
        """Show other threads."""
        self.beginResetModel()
        self._threads = list(threads)
        self.endResetModel()

    def extend(self, threads: Sequence[ThreadSummary]) -> None:
        """Add older threads at the end."""
        if threads:
            last = len(self._threads)
            self.beginInsertRows(QModelIndex(), last, last + len(threads) - 1)
            self._threads += threads
            self.endInsertRows()

    @property
    def last(self) -> ThreadSummary | None:
        """The oldest thread that is shown."""
        return self._threads[-1] if self._threads else None


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
    day = QDate(moment.year, moment.month, moment.day)
    return f"{locale.toString(day, QLocale.FormatType.ShortFormat)} {hour}"


class ThreadDelegate(QStyledItemDelegate):
    """A title and a quiet second line, divided by hair lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(68))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        summary: ThreadSummary = index.data(SUMMARY)
        model = index.model()
        assert isinstance(model, ThreadModel)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(c.current if selected else c.hover))
        if selected:
            painter.fillRect(QRectF(box.x(), box.y(), px(3), box.height()), QColor(c.seal))
        left, width = box.x() + px(20), box.width() - px(40)
        painter.fillRect(QRectF(left, box.bottom() - 1, width, 1), QColor(c.line))
        title, meta = theme.font(16), theme.font(12, tabular=True)
        self._line(painter, title, c.ink, summary.title, QPointF(left, box.y() + px(30)), width)
        self._line(
            painter, meta, c.second, model.about(summary), QPointF(left, box.y() + px(52)), width
        )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.seal), 1, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter, font: Any, colour: str, text: str, at: QPointF, width: float
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(at, shown)
