"""The pop-up at a word: the note first where it is slang, then what the dictionary says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.dictionary import DictionaryEntry, Found
from app.models import Note
from ui.theme import Theme

_WIDEST = 360
_SENSES = 6
_READINGS = 4


class WordPopup(QFrame):
    """Floats by a word without taking the keyboard; stays while it is pinned."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("popup")
        self._theme = theme
        self.pinned = False
        self.word = self._label()
        self.note = self._label()
        self.senses = self._label()
        self.parts = self._label(second=True)
        self.hint = self._label(second=True)
        self._column = QVBoxLayout(self)
        for label in (self.word, self.note, self.senses, self.parts, self.hint):
            self._column.addWidget(label)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_word(
        self, word: str, found: Found | None, note: Note | None, place: QRect, *, known: bool
    ) -> None:
        """Show what there is to say of a word, by its place on the screen.

        `known` says that the reader knows it, so that it has no pinyin.
        """
        self.hint.setText(
            self.tr("K: show its pinyin again") if known else self.tr("K: I know this word")
        )
        reading = note.pinyin if note and note.pinyin else ""
        if not reading and found:
            reading = ", ".join(dict.fromkeys(e.pinyin for e in found.entries[:_READINGS]))
        self.word.setText(f"{word}   {reading}".rstrip())
        self.note.setText(_of_note(note) if note else "")
        self.senses.setText(_of_entries(found.entries) if found else "")
        self.parts.setText(_of_parts(found) if found else "")
        for label in (self.note, self.senses, self.parts):
            label.setVisible(bool(label.text()))
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        self.move(self._beside(place))
        self.show()
        self.setAccessibleName(self.spoken())

    def announce(self) -> None:
        """Tell a screen reader what the pop-up says; it never has the keyboard itself."""
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self.parentWidget(), self.spoken())
        )

    def spoken(self) -> str:
        """Return all that is shown as one text."""
        labels = (self.word, self.note, self.senses, self.parts)
        return ". ".join(label.text() for label in labels if not label.isHidden())

    def leave(self) -> None:
        """Hide, unless it is pinned."""
        if not self.pinned:
            self.hide()

    def unpin(self) -> bool:
        """Hide for good; say whether it was to be seen."""
        was = self.isVisible()
        self.pinned = False
        self.hide()
        return was

    def _beside(self, place: QRect) -> QPoint:
        """Return a corner under the word, above it where there is no room, on the screen."""
        room = self.screen().availableGeometry()
        gap = self._theme.px(6)
        x = max(room.left(), min(place.left(), room.right() - self.width()))
        y = place.bottom() + gap
        if y + self.height() > room.bottom():
            y = place.top() - gap - self.height()
        return QPoint(x, max(room.top(), y))

    def _label(self, *, second: bool = False) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("second", second)
        return label

    def _restyle(self) -> None:
        px, font = self._theme.px, self._theme.font
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(6))
        self.setFixedWidth(px(_WIDEST))
        self.word.setFont(font(20))
        self.note.setFont(font(15, bold=True))
        self.senses.setFont(font(14))
        self.parts.setFont(font(13))
        self.hint.setFont(font(12))


def _of_note(note: Note) -> str:
    said = ", ".join(note.renderings[:2])
    return f"{said}\n{note.meaning}" if note.meaning and note.meaning != said else said


def _of_entries(entries: tuple[DictionaryEntry, ...]) -> str:
    """Return the senses, numbered; with several readings each begins a line of its own."""
    lines = []
    for entry in entries[:_READINGS]:
        senses = entry.senses[:_SENSES]
        said = "; ".join(senses) + (" …" if len(entry.senses) > _SENSES else "")
        lines.append(f"{entry.pinyin}: {said}" if len(entries) > 1 else said)
    return "\n".join(lines)


def _of_parts(found: Found) -> str:
    """Return the characters of a word with their first sense."""
    lines = []
    for entries in found.parts:
        if entries:
            entry = entries[0]
            lines.append(f"{entry.simplified} {entry.pinyin}  {entry.senses[0]}")
    return "\n".join(lines)
