"""Showing a few comments where nobody sees them, so that the first ones to be seen come at once.

What the first card and the first note need is loaded by that: fonts with thousands of characters,
the faces for emoji, styles, and the code itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.models import Result, Translation
from app.settings import ViewChoices
from ui.comments import CommentModel
from ui.notes import NotesView
from ui.reading import ReadingView
from ui.theme import Theme

_TRANSLATION = Translation("Friends, waiting for a link — 100 % “great”", "zh", "en", "")


class Rehearsal(QWidget):
    """A page that is never shown. Its parts are drawn between the window's events, then it goes."""

    def __init__(self, theme: Theme, choices: ViewChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._model = CommentModel(self)
        self._view = ReadingView(theme, choices, self)
        self._view.setModel(self._model)
        self._notes = NotesView(theme, lambda _name: None, parent=self)
        self._results: list[Result] = []

    def begin(self, results: Sequence[Result]) -> None:
        """Draw these comments and the notes of the first."""
        self._results = [
            replace(
                result,
                comment=replace(result.comment, author="小红 momo", place="上海", likes="312"),
                translation=_TRANSLATION,
            )
            for result in results
        ]
        QTimer.singleShot(0, self, self._draw_cards)

    def _draw_cards(self) -> None:
        self._view.resize(640, 480)
        self._model.reset(self._results)
        self._view.grab()
        QTimer.singleShot(0, self, self._draw_notes)

    def _draw_notes(self) -> None:
        self._notes.resize(400, 600)
        self._notes.show_result(self._results[0])
        self._notes.grab()
        self.deleteLater()
