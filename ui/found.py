"""What a search of the history found, as an item model, and how a row of it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import messages
from ui.theme import SEPARATOR, Theme
from ui.threads import when
from ui.typeset import advance

if TYPE_CHECKING:
    from app.search import Found

_Index = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole + 1
_CONTEXT = 18  # characters before the first hit when a text is cut at its beginning


class FoundModel(QAbstractListModel):
    """Comments that answer a search, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.row.result.comment.text
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return messages.spoken(found.row.result)
        return None

    def reset(self, found: Sequence[Found]) -> None:
        """Show other comments."""
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()

    def extend(self, found: Sequence[Found]) -> None:
        """Add the next page."""
        if found:
            last = len(self._found)
            self.beginInsertRows(QModelIndex(), last, last + len(found) - 1)
            self._found += found
            self.endInsertRows()


class FoundDelegate(QStyledItemDelegate):
    """The comment with what was found in it underlined, its translation, where it is from."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(92))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        found: Found = index.data(FOUND)
        result = found.row.result
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
        for field, text, font, colour, below in (
            ("text", result.comment.text, theme.font(17), c.ink, 30),
            (
                "translation",
                result.translation.text if result.translation else "",
                theme.font(14),
                c.ink,
                54,
            ),
        ):
            hits = [(h.start, h.end) for h in found.hits if h.field == field]
            self._line(painter, text, hits, font, colour, QPointF(left, box.y() + px(below)), width)
        meta = SEPARATOR.join(p for p in (result.comment.author, when(found.row.created_at)) if p)
        painter.setFont(theme.font(12, tabular=True))
        painter.setPen(QColor(c.second))
        painter.drawText(QPointF(left, box.y() + px(76)), meta)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.seal), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        text: str,
        hits: Sequence[tuple[int, int]],
        font: QFont,
        colour: str,
        at: QPointF,
        width: float,
    ) -> None:
        """Draw one line of text with the hits marked; cut so that the first hit is seen."""
        flat = "".join(" " if char in "\r\n\t" else char for char in text)
        cut = 0
        if hits and advance(flat[: hits[0][1]], font) > width:
            cut = max(0, hits[0][0] - _CONTEXT)
        lead = "…" if cut else ""
        shown = lead + flat[cut:]
        shown = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, width)
        shift = len(lead) - cut
        for start, end in hits:
            first, last = max(0, start + shift), min(len(shown), end + shift)
            if first >= last:
                continue
            x = at.x() + advance(shown[:first], font)
            size = advance(shown[first:last], font)
            height = QFontMetricsF(font).height()
            mark = QRectF(x, at.y() - height * 0.78, size, height)
            painter.fillRect(mark, self._theme.colour("selection"))
            painter.fillRect(QRectF(x, at.y() + 3, size, 1.5), self._theme.colour("seal"))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(at, shown)
