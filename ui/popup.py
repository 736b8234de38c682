"""The pop-up at a word: the note first where it is slang, then what the dictionary says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.dictionary import DictionaryEntry, Found, is_reference
from app.models import Note
from app.pinyin import readings
from ui.qtext import sentence
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
        self._known = False
        self.word = self._label()
        self.note = self._label()
        self.meaning = self._label()
        self.senses = self._label()
        self.parts = self._label(second=True)
        self.hint = self._label(second=True)
        self._column = QVBoxLayout(self)
        for label in (self.word, *self._said(), self.hint):
            self._column.addWidget(label)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_word(
        self, word: str, found: Found | None, note: Note | None, place: QRect, *, known: bool
    ) -> None:
        """Show what there is to say of a word, by its place on the screen.

        `known` says that the reader knows it, so that it has no pinyin.
        """
        self._known = known
        self._write_hint()
        if note is not None:  # the dictionary may know only a part of it
            reading = note.pinyin or " ".join(r.text for r in readings(word))
        else:
            pinyin = (e.pinyin for e in found.entries[:_READINGS]) if found else ()
            reading = ", ".join(dict.fromkeys(pinyin))
        self.word.setText(f"{word}   {reading}".rstrip())
        renderings = ", ".join(note.renderings[:2]) if note else ""
        self.note.setText(renderings)
        self.meaning.setText(sentence(note.meaning) if note and note.meaning != renderings else "")
        self.senses.setText(_of_entries(word, found.entries) if found else "")
        self.parts.setText(_of_parts(found) if found else "")
        for label in self._said():
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
        labels = (self.word, *self._said())
        return ". ".join(label.text().rstrip(".") for label in labels if not label.isHidden())

    def pin(self) -> None:
        """Stay, wherever the pointer goes."""
        self.pinned = True
        self._write_hint()

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

    def _said(self) -> tuple[QLabel, ...]:
        """Return the labels under the word that are shown where they have something to say."""
        return self.note, self.meaning, self.senses, self.parts

    def _write_hint(self) -> None:
        """Say what the keyboard can do with the word and the pop-up."""
        word = (
            self.tr("K: show its pinyin again") if self._known else self.tr("K: I know this word")
        )
        stay = self.tr("Esc: close") if self.pinned else self.tr("Enter: keep this open")
        self.hint.setText(f"{word}   {stay}")

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
        for label in (self.meaning, self.senses):
            label.setFont(font(14))
        self.parts.setFont(font(13))
        self.hint.setFont(font(12))


def _of_entries(word: str, entries: tuple[DictionaryEntry, ...]) -> str:
    """Return the senses; with several readings each begins a line of its own.

    Where they are of another word than the one that is shown, a part of it, that is said.
    """
    whole = [e for e in entries if not all(map(is_reference, e.senses))] or list(entries)
    lines = []
    for entry in whole[:_READINGS]:
        said = "; ".join(entry.senses[:_SENSES]) + (" …" if len(entry.senses) > _SENSES else "")
        other = "" if word in (entry.simplified, entry.traditional) else entry.simplified
        heading = f"{other} {entry.pinyin}" if other or len(whole) > 1 else ""
        lines.append(f"{heading.strip()}: {said}" if heading else said)
    return "\n".join(lines)


def _of_parts(found: Found) -> str:
    """Return the characters of a word with their first sense."""
    lines = []
    for entries in found.parts:
        if entries:
            entry = entries[0]
            lines.append(f"{entry.simplified} {entry.pinyin}  {entry.senses[0]}")
    return "\n".join(lines)
