"""What is done for the history while nobody waits: checking, purging, taking into the index.

All of it in small steps, so that what the reader asks for comes between them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.archive import Archive
from ui.bars import DELETED_SECONDS
from ui.tasks import Job, Lane

if TYPE_CHECKING:
    from app.history import HistoryStore

_PAUSE_MS = 50
_AT_ONCE = 20  # comments taken into the index in one step, about 20 ms
_PURGED_AT_ONCE = 1000
_UNDO_IS_OVER = timedelta(seconds=3 * DELETED_SECONDS)


class Housekeeping(QObject):
    """Begins with `start`, and takes up work again whenever the archive has changed."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._check: Job | None = None
        self._lane: Lane | None = None
        self._again = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._again.timeout.connect(self._step)
        self._later = QTimer(self, interval=(3 * DELETED_SECONDS + 5) * 1000, singleShot=True)
        self._later.timeout.connect(self._step)
        archive.changed.connect(self._changed)

    def start(self) -> None:
        """Look at the file as a whole, beside all other work, and then tidy up."""
        self._archive.submit(lambda store: store.path, self._check_file)
        self._again.start()

    def close(self) -> None:
        """Give up what is being done."""
        self._again.stop()
        self._later.stop()
        if self._check is not None:
            self._check.cancel()
        self._end_check()

    def _check_file(self, path: Path | None) -> None:
        if path is None or self._lane is not None:
            return
        self._lane = Lane("check", self)

        def check(job: Job) -> bool:
            from app.store import Store

            with Store(path) as store:
                return all(job.cancelled() or store.check_part(part) for part in store.parts())

        def told(sound: bool) -> None:
            self._end_check()
            if not sound:
                self._archive.mend()

        # What cannot be opened is told by whoever wants to read it.
        self._check = self._lane.submit(check, told, _nothing)

    def _end_check(self) -> None:
        self._check = None
        if self._lane is not None:
            self._lane.close()

    def _changed(self) -> None:
        if not self._again.isActive():
            self._again.start()
        self._later.start()

    def _step(self) -> None:
        """Do a little; go on while there is more."""

        def work(store: HistoryStore) -> bool:
            over = datetime.now(UTC) - _UNDO_IS_OVER
            purged = store.purge(over, most=_PURGED_AT_ONCE)
            if 0 < purged < _PURGED_AT_ONCE:  # that was the last of it
                store.compact()
            return store.index_pending(_AT_ONCE) > 0 or purged > 0

        self._archive.submit(work, self._go_on, _nothing, key="housekeeping")

    def _go_on(self, more: bool) -> None:
        if more:
            self._again.start()


def _nothing(_error: Exception) -> None:
    """Say nothing: what cannot be tidied up now is tidied up another time."""
