"""Translating a page: what comes next, what is on its way, what was given up.

Batches go to the engine lane one after the other, so that what comes into sight meanwhile is in
the next one; each translation is shown as soon as it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app import glossary
from app.models import Result
from ui.tasks import Job
from ui.tending import keeping_correction

if TYPE_CHECKING:
    from ui.session import SessionModel

_BATCH_FIRST = 8
_BATCH = 32
_BUSY_AFTER_MS = 500
_TELL_EVERY_MS = 80  # nobody reads a counter faster


class Translating(QObject):
    """Gives the comments of the session's page their translations.

    `progress` tells how many of how many comments are translated; `busy` follows after half a
    second.
    """

    progress = Signal(int, int)
    busy = Signal(bool)

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session)
        self._session = session
        self._missing: set[int] = set()
        self._sight = range(0)
        self._job: Job | None = None
        self._stopped = False
        self._awaiting = False  # comments that were not read yet
        self._busy_timer = QTimer(self, interval=_BUSY_AFTER_MS, singleShot=True)
        self._busy_timer.timeout.connect(lambda: self.busy.emit(True))
        self._tell_timer = QTimer(self, interval=_TELL_EVERY_MS, singleShot=True)
        self._tell_timer.timeout.connect(self.tell)

    @property
    def running(self) -> bool:
        """Say whether translations are being made."""
        return self._job is not None or self._awaiting

    @property
    def stopped(self) -> bool:
        """Say whether translating was given up: by `stop`, or because it failed."""
        return self._stopped

    @property
    def unfinished(self) -> int:
        """How many comments of the page still have no translation."""
        return len(self._missing)

    def expect(self, rows: Iterable[int]) -> None:
        """Translate these rows and no others, once `go_on` is called."""
        self._missing = set(rows)
        self._stopped = False

    def add(self, row: int) -> None:
        """Translate a row again when its turn comes."""
        self._missing.add(row)

    def prefer(self, first: int, last: int) -> None:
        """Translate the rows in sight before the others."""
        self._sight = range(first, last + 1)

    def restart(self) -> None:
        """Translate what has no translation yet, also after `stop`."""
        self._stopped = False
        self.go_on()

    def go_on(self) -> None:
        """Translate the next batch, unless one is on its way or the reader stopped it."""
        if self._job is not None or self._stopped:
            return
        rows = self._next_batch()
        self._awaiting = not rows and self._session.noting.unread > 0
        if self._awaiting:
            return
        if not rows:
            self.settle()
            return
        self._session.comments.set_waiting(True)
        if not self._busy_timer.isActive():
            self._busy_timer.start()
        without = self._session.comments.undone(rows[0])
        self._job = self._translate(rows, without, self._batch_done)

    def stop(self) -> None:
        """Give up translating; what is done stays, `restart` does the rest."""
        self._stopped = True
        self.drop()
        self.settle()

    def drop(self) -> None:
        """Give up the batch that is on its way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def again(self, row: int, alternatives: int = 0) -> None:
        """Translate one comment again, before what else is waiting."""
        without = self._session.comments.undone(row)
        self._translate([row], without, lambda: None, alternatives)

    def settle(self) -> None:
        """Tell that nothing is on its way any more."""
        self._job = None
        self._awaiting = False
        self._busy_timer.stop()
        self.busy.emit(False)
        self._session.comments.set_waiting(False)
        self.tell()

    def _next_batch(self) -> list[int]:
        """Choose what to translate next: rows in sight, then those after, then those before.

        For rows in sight whose notes are on their way it waits: they are there in a moment. All
        rows of a batch have the same entries taken back.
        """
        noting, rows = self._session.noting, self._session.comments.rowCount()
        if any(row in self._missing and noting.waits(row) for row in self._sight):
            return []
        first = min(self._sight.start, rows)
        most = _BATCH if len(self._missing) < rows else _BATCH_FIRST
        undone = self._session.comments.undone
        batch: list[int] = []
        for some in (range(first, rows), range(first)):
            for row in some:
                if row in self._missing and not noting.waits(row):
                    if batch and undone(row) != undone(batch[0]):
                        continue
                    batch.append(row)
                    if len(batch) == most:
                        return batch
        return batch

    def _translate(
        self,
        rows: Sequence[int],
        without: frozenset[str],
        done: Callable[[], None],
        alternatives: int = 0,
    ) -> Job:
        session = self._session
        results = [session.comments.result(row) for row in rows]
        paste, slang, remember = session.paste, session.slang, session.remember
        if not session.glossary:
            without |= {glossary.ENTRY_ID}

        def work(job: Job) -> None:
            session.pipeline.translate(
                results,
                target=paste.target,
                slang=slang,
                without=without,
                alternatives=alternatives,
                remember=remember,
                on_result=lambda i, result: job.report((rows[i], result)),
                cancelled=job.cancelled,
            )

        def one(answer: tuple[int, Result]) -> None:
            row, result = answer
            if result.translation is not None:
                paste.fresh.append((row, result.translation))
            if paste is not session.paste:
                return  # the page was left; the history wants it still
            self._missing.discard(row)
            if result.translation is not None:
                result = keeping_correction(result, session.comments.result(row).translation)
            session.comments.replace(row, result)
            self._tell_soon()

        def finish(_none: object) -> None:
            session.archive.keep(paste)
            done()

        def fail(error: Exception) -> None:
            session.archive.keep(paste)
            if paste is session.paste:
                self._stopped = True
                self.settle()
            session.archive.fail(error)

        return session.engine_lane.submit(work, finish, fail, one)

    def _batch_done(self) -> None:
        self._job = None
        self.go_on()

    def _tell_soon(self) -> None:
        if not self._tell_timer.isActive():
            self._tell_timer.start()

    def tell(self) -> None:
        """Tell how far it is."""
        self._tell_timer.stop()
        total = self._session.comments.rowCount()
        self.progress.emit(total - len(self._missing), total)
