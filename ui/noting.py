"""Finding the notes of a page little by little, so that the window never waits for it.

Comments are read in the window's thread, in short slices between its events: under Python's lock a
thread of its own would take more of the window's time, not less. A very long comment, which would
make a slice too long, is read in the engine lane. What is in sight comes first.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.models import Comment, Language, Result
from ui.tasks import Job, Lane

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from ui.comments import CommentModel

_FIRST_SECONDS = 0.012  # before anything is shown: less than a frame
_SLICE_SECONDS = 0.006
_LONG = 1000  # characters; reading that many takes about 10 ms


class Noting(QObject):
    """Finds the notes of the comments of a model.

    `found` tells that more rows have theirs, `finished` that all have; `outdated` tells of a row
    whose translation was made with other notes.
    """

    found = Signal()
    finished = Signal()
    outdated = Signal(int)

    def __init__(
        self, pipeline: Pipeline, comments: CommentModel, lane: Lane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pipeline = pipeline
        self._comments = comments
        self._lane = lane
        self._unread: OrderedDict[int, None] = OrderedDict()
        self._away: dict[int, Job] = {}
        self._sight = range(0)
        self._held = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._slice)

    def waits(self, row: int) -> bool:
        """Say whether a row is still to be read."""
        return row in self._unread or row in self._away

    @property
    def unread(self) -> int:
        """How many rows are still to be read."""
        return len(self._unread) + len(self._away)

    def hold(self, held: bool) -> None:
        """Wait with everything while what reading needs is being loaded."""
        self._held = held
        self._go_on()

    def at_once(self, comments: Sequence[Comment]) -> list[Result]:
        """Return the first comments with their notes, as many as can be read within a frame."""
        results: list[Result] = []
        # Its own time: on a busy machine, too, the first screen has its notes at once.
        until = time.thread_time() + _FIRST_SECONDS
        for comment in comments:
            if self._held or len(comment.text) > _LONG or time.thread_time() > until:
                break
            results.append(self._pipeline.analyse(comment))
        return results

    def begin(self, rows: Iterable[int]) -> None:
        """Read these rows of the model, and nothing that was asked for before."""
        self.give_up()
        self._unread = OrderedDict.fromkeys(rows)
        self._go_on()
        if not self._unread:
            self.finished.emit()

    def give_up(self) -> bool:
        """Read nothing more; say whether anything was left to be read."""
        left = self.unread > 0
        self._idle.stop()
        self._unread.clear()
        for job in self._away.values():
            job.cancel()
        self._away.clear()
        return left

    def prefer(self, first: int, last: int) -> None:
        """Read the rows in sight before the others."""
        self._sight = range(first, last + 1)

    def complete(self, result: Result) -> Result:
        """Return a result with its notes; for a page that was left, from any thread."""
        if result.language is not Language.NONE or result.annotations:
            return result
        read = self._pipeline.analyse(result.comment)
        return replace(read, translation=result.translation)

    def _go_on(self) -> None:
        if self._unread and not self._held:
            self._idle.start()
        else:
            self._idle.stop()

    def _slice(self) -> None:
        """Read on for a moment, and show what came of it."""
        until = time.monotonic() + _SLICE_SECONDS
        read: dict[int, Result] = {}
        try:
            while self._unread and time.monotonic() < until:
                row = self._next()
                comment = self._comments.result(row).comment
                if len(comment.text) > _LONG:
                    self._send_away(row, comment)
                else:
                    read[row] = self._pipeline.analyse(comment)
        finally:  # a comment that cannot be read takes no other down with it
            self._take(read)

    def _next(self) -> int:
        for row in self._sight:
            if row in self._unread:
                del self._unread[row]
                return row
        return self._unread.popitem(last=False)[0]

    def _send_away(self, row: int, comment: Comment) -> None:
        def take(result: Result) -> None:
            del self._away[row]
            self._take({row: result})

        def fail(error: Exception) -> None:
            del self._away[row]
            raise error

        self._away[row] = self._lane.submit(
            lambda _job: self._pipeline.analyse(comment), take, fail
        )

    def _take(self, read: dict[int, Result]) -> None:
        changed: dict[int, Result] = {}
        for row, result in read.items():
            before = self._comments.result(row)
            if before.translation is None:
                changed[row] = result
            elif result.notes != before.notes or result.annotations != before.annotations:
                changed[row] = replace(result, translation=before.translation)
                self.outdated.emit(row)
        self._comments.replace_all(changed)
        self._go_on()
        self.found.emit()
        if not self.unread:
            self.finished.emit()
