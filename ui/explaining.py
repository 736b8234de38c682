"""Explains the word at pointer or cursor: its note first, then what the dictionary says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.popup import WordPopup
from ui.reading import ReadingView
from ui.session import SessionModel
from ui.theme import Theme


class Explainer(QObject):
    """Opens and closes the pop-up at words of the reading view.

    `known_wanted` carries a word that the reader knows, or not after all.
    """

    known_wanted = Signal(str)

    def __init__(self, view: ReadingView, session: SessionModel, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self.popup = WordPopup(theme, view)
        view.word_wanted.connect(self.explain)
        view.word_reached.connect(self.go_on)
        view.word_left.connect(self._leave)
        view.known_wanted.connect(self._toggle_known)
        view.current_changed.connect(self.close)
        view.verticalScrollBar().valueChanged.connect(self.close)

    def explain(self, row: int, offset: int) -> None:
        """Open the pop-up at the word of a comment that stands at `offset`."""
        if not self.popup.pinned:
            self.go_on(row, offset)

    def go_on(self, row: int, offset: int) -> None:
        """Explain a word, in the pop-up that is kept open if there is one."""
        result = self._session.comments.result(row)
        text = result.comment.text
        note = next(
            (
                (a, n)
                for a, n in zip(result.annotations, result.notes, strict=True)
                if a.start <= offset < a.end
            ),
            None,
        )
        found = self._session.look_up(text, offset)
        if note is not None:
            start, end = note[0].start, note[0].end
        elif found is not None:
            start, end = found.start, found.end
        else:
            return
        place = self._view.show_word(row, start, end)
        word = text[start:end]
        known = word in self._session.comments.known
        self.popup.show_word(word, found, note[1] if note else None, place, known=known)
        self.popup.announce()

    def pin(self) -> bool:
        """Keep the pop-up open; say whether there was one that could go."""
        if self.popup.isVisible() and not self.popup.pinned:
            self.popup.pin()
            return True
        return False

    def close(self) -> bool:
        """Close the pop-up, pinned or not; say whether it was open."""
        was = self.popup.unpin()
        self._view.drop_word()
        return was

    def _leave(self) -> None:
        self.popup.leave()
        if not self.popup.isVisible():
            self._view.drop_word()

    def _toggle_known(self, word: str) -> None:
        self.close()
        self.known_wanted.emit(word)
