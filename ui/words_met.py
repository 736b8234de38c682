"""The expressions that were met, as an item model, and how a row of it looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.measuring import advance
from ui.row_delegate import Index, RowDelegate
from ui.shelf import WordMet
from ui.theme import SEPARATOR
from ui.threads import day

WORD = Qt.ItemDataRole.UserRole + 1


def surface(word: WordMet) -> str:
    """Return the expression itself; where no note tells, the name of its entry."""
    return word.note.surface if word.note else word.met.entry_id


class WordModel(QAbstractListModel):
    """Expressions, those met most often first; those that answer a search, when there is one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[WordMet] = []
        self._shown: list[WordMet] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        word = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return surface(word)
        if role == WORD:
            return word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            meaning = word.note.meaning if word.note else ""
            return ". ".join(part for part in (surface(word), meaning, self.about(word)) if part)
        return None

    def about(self, word: WordMet) -> str:
        """Return how often, first and last an expression was met."""
        first, last = day(word.met.first_met), day(word.met.last_met)
        parts = [self.tr("%n time(s)", "", word.met.times)]
        if first == last:
            parts.append(self.tr("on %s") % first)
        else:
            parts.append(self.tr("first %1, last %2").replace("%1", first).replace("%2", last))
        return SEPARATOR.join(parts)

    def reset(self, words: Sequence[WordMet], wanted: str) -> None:
        """Show expressions that have `wanted` in them, their pinyin or their meaning."""
        self.beginResetModel()
        self._all = list(words)
        self._filter(wanted)
        self.endResetModel()

    def find(self, wanted: str) -> None:
        """Show those that answer another search."""
        self.reset(self._all, wanted)

    def _filter(self, wanted: str) -> None:
        from app.index_text import fold  # loaded with the history, not at the start

        asked = "".join(fold(wanted).split())

        def answers(word: WordMet) -> bool:
            note = word.note
            texts = (surface(word), note.pinyin, note.meaning, *note.renderings) if note else ()
            folded = ("".join(fold(text).split()) for text in texts)
            return any(asked in text for text in folded)

        self._shown = [word for word in self._all if not asked or answers(word)]


class WordDelegate(RowDelegate):
    """The expression and its meaning; below, how often, first and last it was met."""

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        px, font, c = self.theme.px, self.theme.font, self.theme.colours
        word: WordMet = index.data(WORD)
        model = index.model()
        assert isinstance(model, WordModel)
        at, large = QPointF(box.x(), box.y() + px(30)), font(18)
        shown = self.say(painter, surface(word), large, c.ink, at, box.width() / 2)
        if word.note is not None:
            at.setX(box.x() + advance(shown, large) + px(12))
            meaning = next(iter(word.note.renderings), "") or word.note.meaning
            self.say(painter, meaning, font(14), c.second, at, box.right() - at.x())
        below = QPointF(box.x(), box.y() + px(53))
        small = font(12, tabular=True)
        self.say(painter, model.about(word), small, c.second, below, box.width())
