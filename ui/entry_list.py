"""The entries of the slang book as an item model, and how a row of it looks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from app.models import Certainty
from ui import icons
from ui.card_paint import draw_mark
from ui.colours import mark_of
from ui.measuring import advance
from ui.row_delegate import Index, RowDelegate, cut
from ui.row_list import RowList
from ui.theme import SEPARATOR, Theme

if TYPE_CHECKING:
    from app.slang_book import BookEntry

ENTRY = Qt.ItemDataRole.UserRole + 1
STARRED = Qt.ItemDataRole.UserRole + 2
WORDS = Qt.ItemDataRole.UserRole + 3


def head(one: BookEntry) -> str:
    """Return how an entry is called: its first form."""
    return one.entry.forms[0]


def rendering(one: BookEntry) -> str:
    """Return the first English for an entry."""
    return next(iter(one.entry.renderings), "").replace("{}", head(one))


class EntryModel(QAbstractListModel):
    """The entries that are shown, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[BookEntry] = []
        self._rows: dict[str, int] = {}
        self._starred: Collection[str] = frozenset()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return head(one)
        if role == ENTRY:
            return one
        if role == STARRED:
            return one.entry.id in self._starred
        if role == WORDS:
            return self._words(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            entry = one.entry
            parts = (head(one), entry.pinyin, rendering(one), entry.meaning, self._words(one))
            starred = self.tr("starred") if entry.id in self._starred else ""
            return ", ".join(part for part in (*parts, starred) if part)
        return None

    def _words(self, one: BookEntry) -> str:
        """Return what sets an entry apart from the others: yours, switched off, as written."""
        parts = [self.tr("yours")] if one.pack else []
        if one.off:
            parts.append(self.tr("switched off"))
        elif one.as_written:
            parts.append(self.tr("as written"))
        return SEPARATOR.join(parts)

    def reset(self, entries: Sequence[BookEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = list(entries)
        self._rows = {one.entry.id: row for row, one in enumerate(self._entries)}
        self.endResetModel()

    def row_of(self, entry_id: str) -> int:
        """Return where an entry stands, or -1."""
        return self._rows.get(entry_id, -1)

    def set_starred(self, starred: Collection[str]) -> None:
        """Say which entries have a star."""
        self._starred = starred
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))


class EntryDelegate(RowDelegate):
    """The form with its mark, as in the cards, its pinyin; below it the English and the meaning."""

    height = 72

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        theme, px, c = self.theme, self.theme.px, self.theme.colours
        one: BookEntry = index.data(ENTRY)
        left, base = box.x(), box.y() + px(31)
        right = self._signs(painter, index, left, box.right(), box.y())
        form = theme.font(19)
        width = (right - left) * (0.6 if one.entry.pinyin else 1)
        colour = c.second if one.off else c.ink
        shown = self.say(painter, head(one), form, colour, QPointF(left, base), width)
        width = advance(shown, form)
        mark = mark_of(one.entry.kind, Certainty.KNOWN)
        if not one.off:
            colour = QColor(c.marks[mark])
            draw_mark(painter, mark, colour, QPointF(left, base + px(6)), width, theme.zoom / 100)
        beside = left + width + px(12)
        small, at = theme.font(13), QPointF(beside, base)
        self.say(painter, one.entry.pinyin, small, c.second, at, right - beside)
        self._below(painter, one, left, box.right(), box.y() + px(57))

    def _signs(
        self, painter: QPainter, index: Index, left: float, right: float, top: float
    ) -> float:
        """Draw the star and the words at the right; return where they begin."""
        theme, px, c = self.theme, self.theme.px, self.theme.colours
        if index.data(STARRED):
            size = px(14)
            right -= size
            ratio = painter.device().devicePixelRatioF()
            star = icons.pixmap("starred", c.seal, size, ratio)
            painter.drawPixmap(QPointF(right, top + px(19)), star)
            right -= px(8)
        words: str = index.data(WORDS)
        if words:
            font = theme.font(12)
            words = cut(words, font, (right - left) / 2)
            right -= advance(words, font)
            at = QPointF(right, top + px(31))
            self.say(painter, words, font, c.second, at, advance(words, font) + 1)
            right -= px(12)
        return right

    def _below(
        self, painter: QPainter, one: BookEntry, left: float, right: float, base: float
    ) -> None:
        theme, c = self.theme, self.theme.colours
        font = theme.font(14)
        english, rest = rendering(one), SEPARATOR + one.entry.meaning
        if one.entry.meaning.casefold().startswith(english.casefold()):
            rest = one.entry.meaning[len(english) :]
        colour = c.second if one.off else c.ink
        english = self.say(painter, english, font, colour, QPointF(left, base), right - left)
        beside = left + advance(english, font)
        rest = cut(rest, font, right - beside)
        if len(rest) > len(SEPARATOR) + 1:
            self.say(painter, rest, font, c.second, QPointF(beside, base), right - beside)


class EntryList(RowList):
    """The list of entries; one of them is chosen."""

    def __init__(self, theme: Theme, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setSelectionMode(RowList.SelectionMode.SingleSelection)
