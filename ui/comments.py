"""The comments on the page as an item model: what views show, what screen readers read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import pinyin, segments, words
from app.models import Result, SegmentKind
from ui import messages
from ui.typeset import Reading

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What can be asked of a row beyond Qt's own roles."""

    RESULT = Qt.ItemDataRole.UserRole + 1
    UNDONE = Qt.ItemDataRole.UserRole + 2
    WAITING = Qt.ItemDataRole.UserRole + 3
    WHOLE = Qt.ItemDataRole.UserRole + 4
    READINGS = Qt.ItemDataRole.UserRole + 5
    FAVOURITE = Qt.ItemDataRole.UserRole + 6
    TAGS = Qt.ItemDataRole.UserRole + 7
    READ_BACK = Qt.ItemDataRole.UserRole + 8


_WHOLE_KINDS = (SegmentKind.STICKER, SegmentKind.KAOMOJI, SegmentKind.EMOJI)


def unbroken(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a comment that stay on one line: stickers, faces, emoji."""
    return tuple((s.start, s.end) for s in segments.split(text) if s.kind in _WHOLE_KINDS)


def readings_of(result: Result, known: Collection[str] = ()) -> tuple[Reading, ...]:
    """Return the pinyin of a comment's words, to be set above them; slang is not cut through.

    Words that the reader knows have none.
    """
    text = result.comment.text
    edges = sorted({e for a in result.annotations for e in (a.start, a.end)})

    def tokens(text: str) -> list[tuple[int, int]]:
        spans = []
        for start, end in words.tokens(text):
            for edge in edges:
                if start < edge < end:
                    spans.append((start, edge))
                    start = edge
            spans.append((start, end))
        return spans

    return tuple(
        Reading(word.start, word.end, word.text, word.syllables, word.tones)
        for word in pinyin.readings(text, tokens)
        if text[word.start : word.end] not in known
    )


class CommentModel(QAbstractListModel):
    """The results of one paste, in the order of the paste.

    `undone` entries of a row are those the reader does not want substituted; `waiting` says whether
    translations are still to come.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[Result] = []
        self._undone: dict[int, frozenset[str]] = {}
        self._favourites: set[int] = set()
        self._tags: dict[int, tuple[str, ...]] = {}
        self._read_back: dict[int, str] = {}
        self._waiting = False
        self.show_names = True
        self.known: frozenset[str] = frozenset()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return result.comment.text
        if role == Role.RESULT:
            return result
        if role == Role.UNDONE:
            return self.undone(index.row())
        if role == Role.WAITING:
            return self._waiting
        if role == Role.WHOLE:
            return unbroken(result.comment.text)
        if role == Role.READINGS:
            return readings_of(result, self.known)
        if role == Role.FAVOURITE:
            return index.row() in self._favourites
        if role == Role.TAGS:
            return self.tags(index.row())
        if role == Role.READ_BACK:
            return self.read_back(index.row())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            back = self.read_back(index.row())
            return messages.spoken(result, names=self.show_names, read_back=back or "")
        return None

    @property
    def results(self) -> Sequence[Result]:
        """All results; a translation may be missing still."""
        return self._results

    def result(self, row: int) -> Result:
        """Return the result of a row."""
        return self._results[row]

    def undone(self, row: int) -> frozenset[str]:
        """Return the entries that the reader took back in a row, now or when it was read before."""
        if row in self._undone:
            return self._undone[row]
        translation = self._results[row].translation
        return frozenset(translation.without if translation else ())

    def reset(
        self,
        results: Sequence[Result],
        favourites: Collection[int] = (),
        tags: Mapping[int, Sequence[str]] = MappingProxyType({}),
        *,
        waiting: bool = False,
    ) -> None:
        """Show other comments; `favourites` are the rows with a star, `tags` those of rows."""
        self.beginResetModel()
        self._results = list(results)
        self._undone = {}
        self._favourites = set(favourites)
        self._tags = {row: tuple(of_row) for row, of_row in tags.items()}
        self._read_back = {}
        self._waiting = waiting
        self.endResetModel()

    def replace(self, row: int, result: Result) -> None:
        """Show more of a comment: its notes or its translation."""
        self.replace_all({row: result})

    def replace_all(self, results: Mapping[int, Result]) -> None:
        """Show more of several comments at once."""
        for row, result in results.items():
            before, after = self._results[row].translation, result.translation
            if before is None or after is None or before.text != after.text:
                self._read_back.pop(row, None)
            self._results[row] = result
        rows = sorted(results)
        for first, last in zip(
            [r for r in rows if r - 1 not in results],
            [r for r in rows if r + 1 not in results],
            strict=True,
        ):
            self._tell(first, last)

    def set_undone(self, row: int, entries: frozenset[str]) -> None:
        """Remember which entries a row's translation does without."""
        self._undone[row] = entries
        self._tell(row, row)

    def tags(self, row: int) -> tuple[str, ...]:
        """Return the tags that the reader gave to a comment."""
        return self._tags.get(row, ())

    def set_tags(self, row: int, tags: Sequence[str]) -> None:
        """Show a comment's tags, each once."""
        self._tags[row] = tuple(dict.fromkeys(tags))
        self._tell(row, row)

    def read_back(self, row: int) -> str | None:
        """Return what the translation says when read back: "" while that is worked out."""
        return self._read_back.get(row)

    def set_read_back(self, row: int, text: str | None) -> None:
        """Show what the translation says when read back, or (None) show it no more."""
        if text is None:
            self._read_back.pop(row, None)
        else:
            self._read_back[row] = text
        self._tell(row, row)

    def set_favourite(self, row: int, favourite: bool) -> None:
        """Give a comment a star, or take it away."""
        (self._favourites.add if favourite else self._favourites.discard)(row)
        self._tell(row, row)

    def set_waiting(self, waiting: bool) -> None:
        """Say whether translations are being made."""
        if waiting != self._waiting:
            self._waiting = waiting
            rows = [i for i, result in enumerate(self._results) if result.translation is None]
            if rows:
                self._tell(rows[0], rows[-1])

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))
