"""The entries of the slang book as an item model, how a row is painted, what the keys do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.models import Certainty
from ui import icons
from ui.card_paint import draw_mark
from ui.colours import mark_of
from ui.theme import SEPARATOR, Theme
from ui.typeset import advance

if TYPE_CHECKING:
    from app.slang_book import BookEntry

_Index = QModelIndex | QPersistentModelIndex
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

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
        """Return what sets an entry apart from the others: yours, switched off."""
        parts = [self.tr("yours")] if one.pack else []
        return SEPARATOR.join([*parts, self.tr("switched off")] if one.off else parts)

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


class EntryDelegate(QStyledItemDelegate):
    """The form with its mark, as in the cards, its pinyin; below it the English and the meaning."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(72))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        one: BookEntry = index.data(ENTRY)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(c.current if selected else c.hover))
        if selected:
            painter.fillRect(QRectF(box.x(), box.y(), px(3), box.height()), QColor(c.seal))
        left, right = box.x() + px(20), box.right() - px(16)
        painter.fillRect(QRectF(left, box.bottom() - 1, right - left, 1), QColor(c.line))
        right = self._signs(painter, index, left, right, box.y())
        base = box.y() + px(31)
        form = theme.font(19)
        shown = _cut(head(one), form, (right - left) * (0.6 if one.entry.pinyin else 1))
        self._say(painter, shown, form, c.second if one.off else c.ink, QPointF(left, base))
        width = advance(shown, form)
        mark = mark_of(one.entry.kind, Certainty.KNOWN)
        if not one.off:
            colour = QColor(c.marks[mark])
            draw_mark(painter, mark, colour, QPointF(left, base + px(6)), width, theme.zoom / 100)
        beside = left + width + px(12)
        small = theme.font(13)
        pinyin = _cut(one.entry.pinyin, small, right - beside)
        self._say(painter, pinyin, small, c.second, QPointF(beside, base))
        self._below(painter, one, left, box.right() - px(16), box.y() + px(57))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.seal), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.restore()

    def _signs(
        self, painter: QPainter, index: _Index, left: float, right: float, top: float
    ) -> float:
        """Draw the star and the words at the right; return where they begin."""
        theme, px, c = self._theme, self._theme.px, self._theme.colours
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
            words = _cut(words, font, (right - left) / 2)
            right -= advance(words, font)
            self._say(painter, words, font, c.second, QPointF(right, top + px(31)))
            right -= px(12)
        return right

    def _below(
        self, painter: QPainter, one: BookEntry, left: float, right: float, base: float
    ) -> None:
        theme, c = self._theme, self._theme.colours
        font = theme.font(14)
        english, rest = rendering(one), SEPARATOR + one.entry.meaning
        if one.entry.meaning.casefold().startswith(english.casefold()):
            rest = one.entry.meaning[len(english) :]
        english = _cut(english, font, right - left)
        self._say(painter, english, font, c.second if one.off else c.ink, QPointF(left, base))
        beside = left + advance(english, font)
        rest = _cut(rest, font, right - beside)
        if len(rest) > len(SEPARATOR) + 1:
            self._say(painter, rest, font, c.second, QPointF(beside, base))

    @staticmethod
    def _say(painter: QPainter, text: str, font: QFont, colour: str, at: QPointF) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(at, text)


def _cut(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


class EntryList(QListView):
    """Enter opens, * gives a star, Delete deletes, letters go to the search field.

    `typed` carries such letters, `left` comes when the arrow up leaves the first row.
    """

    opened = Signal()
    starred = Signal()
    deleted = Signal()
    copied = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif text == "*":
            self.starred.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)
