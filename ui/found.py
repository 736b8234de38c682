"""Remembered comments as an item model, and how a row of it looks: what was found is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.models import HistoryRow
from ui import messages
from ui.measuring import advance
from ui.qtext import tooltip
from ui.row_delegate import Index, RowDelegate, cut
from ui.theme import SEPARATOR
from ui.threads import when

if TYPE_CHECKING:
    from app.search import Found

FOUND = Qt.ItemDataRole.UserRole + 1
_CONTEXT = 18  # characters before the first hit when a text is cut at its beginning


class FoundModel(QAbstractListModel):
    """Comments, in the order given; more of them are added at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        row = found.row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.result.comment.text
        if role == FOUND:
            return found
        if role == Qt.ItemDataRole.ToolTipRole:
            made = row.result.translation
            parts = (row.result.comment.text, made.text if made else "", row.remark)
            return tooltip("\n\n".join(part for part in parts if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            starred = self.tr("favourite") if row.favourite else ""
            parts = (messages.spoken(row.result), starred, *row.tags, row.remark)
            return ". ".join(part for part in parts if part)
        return None

    def row(self, row: int) -> HistoryRow:
        """Return a comment."""
        return self._found[row].row

    @property
    def ids(self) -> list[int]:
        """The ids of all comments that are here."""
        return [found.row.id for found in self._found]

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

    def renew(self, rows: Sequence[HistoryRow]) -> None:
        """Show what became of the comments that are here; those not among `rows` are gone."""
        now = {row.id: row for row in rows}
        if len(now) < len(self._found):
            self.reset([replace(f, row=now[f.row.id]) for f in self._found if f.row.id in now])
        elif now:
            self._found = [replace(found, row=now[found.row.id]) for found in self._found]
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))


class FoundDelegate(RowDelegate):
    """The comment with what was found in it underlined, its translation, what the reader added."""

    height = 92

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        theme, px, c = self.theme, self.theme.px, self.theme.colours
        found: Found = index.data(FOUND)
        row = found.row
        comment, made = row.result.comment, row.result.translation
        left, width = box.x(), box.width()
        for field, text, font, below in (
            ("text", comment.text, theme.font(17), 30),
            ("translation", made.text if made else "", theme.font(14), 54),
        ):
            hits = [(h.start, h.end) for h in found.hits if h.field == field]
            self._line(painter, text, hits, font, QPointF(left, box.y() + px(below)), width)
        font, at = theme.font(12, tabular=True), QPointF(left, box.y() + px(76))
        if row.favourite:
            star = self.say(painter, "★ ", font, c.seal, at, width)
            at.setX(left + advance(star, font))
        tags = ("#" + tag for tag in row.tags)
        parts = (comment.author, when(row.created_at), *tags, row.remark.replace("\n", " "))
        meta = SEPARATOR.join(part for part in parts if part)
        self.say(painter, meta, font, c.second, at, box.right() - at.x())

    def _line(
        self,
        painter: QPainter,
        text: str,
        hits: Sequence[tuple[int, int]],
        font: QFont,
        at: QPointF,
        width: float,
    ) -> None:
        """Draw one line of text with the hits marked; cut so that the first hit is seen."""
        flat = "".join(" " if char in "\r\n\t" else char for char in text)
        begin = 0
        if hits and advance(flat[: hits[0][1]], font) > width:
            begin = max(0, hits[0][0] - _CONTEXT)
        lead = "…" if begin else ""
        shown = cut(lead + flat[begin:], font, width)
        shift = len(lead) - begin
        for start, end in hits:
            first, last = max(0, start + shift), min(len(shown), end + shift)
            if first >= last:
                continue
            x = at.x() + advance(shown[:first], font)
            size = advance(shown[first:last], font)
            height = QFontMetricsF(font).height()
            mark = QRectF(x, at.y() - height * 0.78, size, height)
            painter.fillRect(mark, self.theme.colour("selection"))
            painter.fillRect(QRectF(x, at.y() + 3, size, 1.5), self.theme.colour("seal"))
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.ink))
        painter.drawText(at, shown)
