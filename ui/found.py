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


Marks = list[tuple[int, int]]


def hits_in(found: Found, field: str, index: int = 0, part: int = 0, shift: int = 0) -> Marks:
    """Return where in a field it was found, moved on by `shift`."""
    return [
        (hit.start + shift, hit.end + shift)
        for hit in found.hits
        if (hit.field, hit.index, hit.part) == (field, index, part)
    ]


def found_in(found: Found) -> tuple[str, Marks]:
    """Return the translation and the hits in it; or, if all hits are elsewhere, that place.

    Such places are a note, and the engine's wording beside the reader's own.
    """
    from app.index_text import fields  # loaded with the history, not at the start

    made = found.row.result.translation
    in_sight = {"text", "translation", "author", "remark"}
    if found.hits and not any(hit.field in in_sight for hit in found.hits):
        first = found.hits[0]
        place = (first.field, first.index, first.part)
        text = next(
            one.text for one in fields(found.row) if (one.name, one.index, one.part) == place
        )
        of_note = first.field.startswith("note.")
        lead = f"{found.row.result.notes[first.index].surface}: " if of_note else ""
        return lead + text, hits_in(found, *place, shift=len(lead))
    return made.text if made else "", hits_in(found, "translation")


def meta(found: Found) -> tuple[str, Marks]:
    """Return who wrote a comment, when it was read and what the reader added, with the hits."""
    row = found.row
    author, remark = row.result.comment.author, row.remark.replace("\n", " ")
    tags = ("#" + tag for tag in row.tags)
    text = SEPARATOR.join(part for part in (author, when(row.created_at), *tags, remark) if part)
    return text, hits_in(found, "author") + hits_in(found, "remark", shift=len(text) - len(remark))


class FoundDelegate(RowDelegate):
    """The comment with what was found in it underlined, its translation, what the reader added."""

    height = 92

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        theme, px, c = self.theme, self.theme.px, self.theme.colours
        found: Found = index.data(FOUND)
        row = found.row
        comment = row.result.comment
        left, width = box.x(), box.width()
        second, second_hits = found_in(found)
        for text, hits, font, below in (
            (comment.text, hits_in(found, "text"), theme.font(17), 30),
            (second, second_hits, theme.font(14), 54),
        ):
            at = QPointF(left, box.y() + px(below))
            self._line(painter, text, hits, font, at, width, c.ink)
        font, at = theme.font(12, tabular=True), QPointF(left, box.y() + px(76))
        if row.favourite:
            star = self.say(painter, "★ ", font, c.seal, at, width)
            at.setX(left + advance(star, font))
        text, hits = meta(found)
        self._line(painter, text, hits, font, at, box.right() - at.x(), c.second)

    def _line(
        self,
        painter: QPainter,
        text: str,
        hits: Sequence[tuple[int, int]],
        font: QFont,
        at: QPointF,
        width: float,
        colour: str,
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
        painter.setPen(QColor(colour))
        painter.drawText(at, shown)
