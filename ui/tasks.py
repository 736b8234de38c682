"""Two lanes of work beside the window, each one thread that takes its jobs in order.

A lane's callbacks are given with the job and run in the thread of the window. A job that was
cancelled, or replaced by a later one under the same key, says nothing any more.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.engine import Cancelled


class Job:
    """One piece of work in a lane. `cancel` may be called from any thread, any number of times."""

    def __init__(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        progress: Callable[[Any], None] | None,
        tell: Callable[[Callable[[], None]], None],
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._progress = progress
        self._tell = tell
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop, and keep its answer from arriving."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Say whether somebody asked for that."""
        return self._cancelled.is_set()

    def report(self, value: Any) -> None:
        """Hand a part of the answer to the window; called in the lane's thread."""
        if self._progress is not None:
            self._deliver(self._progress, value)

    def run(self) -> None:
        """Do the work and hand over what came of it; called in the lane's thread."""
        if self.cancelled():
            return
        try:
            value = self._work(self)
        except Cancelled:
            return
        except Exception as error:
            # Without a callback for failures the window's crash hook must hear of it.
            self._deliver(self._failed or _raise, error)
            return
        if self._done is not None:
            self._deliver(self._done, value)

    def forget(self) -> None:
        """Let go of all that was given with the job; called in the window's thread."""
        self._work, self._done, self._failed, self._progress = _nothing, None, None, None

    def _deliver(self, callback: Callable[[Any], None], value: Any) -> None:
        self._tell(lambda: None if self.cancelled() else callback(value))


class Lane(QObject):
    """One worker thread and its queue. Lives in the window's thread; `close` ends it."""

    _told = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._latest: dict[str, Job] = {}
        self._told.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=f"pinglun-{name}", daemon=True)
        self._thread.start()

    def submit(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        *,
        key: str = "",
    ) -> Job:
        """Queue `work`; its callbacks run later in the window's thread.

        A job with a `key` cancels the one submitted before under the same key.
        """
        job = Job(work, done, failed, progress, self._told.emit)
        if key:
            if earlier := self._latest.get(key):
                earlier.cancel()
            self._latest[key] = job
        self._jobs.put(job)
        return job

    def tell(self, callback: Callable[[], None]) -> None:
        """Have `callback` called in the window's thread; for work that is done in the lane."""
        self._told.emit(callback)

    def close(self, seconds: float = 30.0) -> bool:
        """Finish what is queued and end the thread; say whether it ended in time."""
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        callback()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.run()
            # The callbacks may be all that still holds a widget, which has to go where it lives.
            self._told.emit(job.forget)


def _nothing(_job: Job) -> None:
    pass


def _raise(error: Exception) -> None:
    raise error
