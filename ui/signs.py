"""The word at the foot of the rail: what is being done, or else what is out of the ordinary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.window import MainWindow


class Signs(QObject):
    """Puts together what the rail of a window says."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._work = ""

    def set_work(self, word: str) -> None:
        """Say how far something is; "" when it is done."""
        self._work = word
        self.show()

    def show(self) -> None:
        """Say what holds now."""
        window = self._window
        signs = [self._work] if self._work else []
        if not self._work and not window.settings.remember:
            signs.append(self.tr("not remembering"))
        elif not self._work and not window.session.archive.lasting:
            signs.append(self.tr("in memory only"))
        # Whatever else is told, this one is: what is copied anywhere is read.
        if window.watch.on:
            signs.append(self.tr("reading along"))
        window.rail.word.set("\n".join(signs))
