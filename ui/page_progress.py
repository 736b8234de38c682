"""How far translating the page is: the line below the box, the box, the word in the rail."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from ui.bars import ProgressLine
from ui.paste_box import PasteBox
from ui.session import SessionModel


class PageProgress(QObject):
    """`word_changed` tells in a word what is being done, or nothing."""

    word_changed = Signal(str)

    def __init__(self, session: SessionModel, line: ProgressLine, box: PasteBox) -> None:
        super().__init__(box)
        self._session = session
        self._line = line
        self._box = box
        self._busy = False
        self._began = (0.0, 0)  # when the work began that is going on, and what was done then
        session.progress.connect(self._show)
        session.busy.connect(self._set_busy)

    def _show(self, done: int, total: int) -> None:
        session = self._session
        stopped = session.stopped and session.unfinished > 0
        self._line.set(done, total)
        minutes = 0.0
        if self._busy and done > self._began[1]:
            pace = (time.monotonic() - self._began[0]) / (done - self._began[1])
            minutes = pace * (total - done) / 60
        self._box.show_progress(done, total, busy=self._busy, stopped=stopped, minutes=minutes)
        if self._busy and total:
            said = self.tr("%1 of %2").replace("%1", str(done)).replace("%2", str(total))
            self.word_changed.emit(said)

    def _set_busy(self, busy: bool) -> None:
        session = self._session
        total = session.comments.rowCount()
        done = total - session.unfinished
        if busy and not self._busy:
            self._began = (time.monotonic(), done)
        self._busy = busy
        self._line.set_on(busy)
        if not busy:
            self.word_changed.emit("")
        self._show(done, total)
