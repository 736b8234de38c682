"""The history in a thread of its own: opened on first use, mended, exchanged, closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.watched import Watched
from ui.tasks import Job, Lane

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from app.history import HistoryStore
    from app.recovery import Opened


class Doing(NamedTuple):
    """What is being done, and what is to be said when it was stopped; empty where it cannot be.

    Both are sentences for `messages.say`.
    """

    text: str
    stopped: str


class StoreLane(QObject):
    """`changed` comes when the list of threads is another.

    `failed` carries a UserError, `crashed` any other exception. `lasting` says whether what is
    stored outlasts the window, or is kept in memory only. Where there is no history yet and `spare`
    is set, none is begun for looking into it: only for what is to be stored.

    Of what may take long, `began` carries the `Doing` whose turn it is, `progressed` the share that
    is done; `ended` comes when nothing such is left.
    """

    changed = Signal()
    failed = Signal(object)
    crashed = Signal(object)
    lasting_changed = Signal(bool)
    began = Signal(object)
    progressed = Signal(float)
    ended = Signal()

    def __init__(
        self,
        open_history: Callable[[], Opened],
        is_begun: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.lane = Lane("store", self)
        self.lasting = True
        self.spare = False
        self._open = open_history
        self._is_begun = is_begun
        self._store: HistoryStore | None = None
        self._blank: HistoryStore | None = None
        self._long: list[tuple[Job, Doing]] = []

    def submit(
        self,
        work: Callable[[HistoryStore], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        key: str = "",
        stores: bool = False,
    ) -> Job:
        """Do something with the history in its lane; of jobs with one key the latest is answered.

        `stores` says that there is something new to store, for which a history is begun. Failures
        are told by the signals unless `failed` takes them.
        """
        return self.lane.submit(
            lambda _job: work(self._history(stores=stores)), done, failed or self.fail, key=key
        )

    def work_long(
        self,
        doing: Doing,
        work: Callable[[HistoryStore, Watched], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        changes: bool = True,
        stores: bool = False,
    ) -> Job:
        """Do something that may take long; who waits is told how far it is, and may `stop` it.

        What `changes` rows is told of even after a failure: a part may have come in.
        """

        def run(job: Job) -> Any:
            try:
                return work(self._history(stores=stores), _in_percents(job))
            finally:
                if changes:
                    self.lane.tell(self.changed.emit)

        def told(answer: Any) -> None:
            self._finish(job)
            if done is not None:
                done(answer)

        def refused(error: Exception) -> None:
            self._finish(job)
            (failed or self.fail)(error)

        job = self.lane.submit(run, told, refused, self.progressed.emit)
        self._long.append((job, doing))
        if len(self._long) == 1:
            self.began.emit(doing)
        return job

    def stop(self) -> None:
        """Give up the long work whose turn it is."""
        if self._long:
            job, _doing = self._long[0]
            job.cancel()
            self._finish(job)

    def _finish(self, job: Job) -> None:
        self._long = [pair for pair in self._long if pair[0] is not job]
        if self._long:
            self.began.emit(self._long[0][1])
        else:
            self.ended.emit()

    def mend(self) -> None:
        """Set the damaged file aside, save what can be read of it, and go on with that."""

        def work(_job: Job) -> None:
            from app.recovery import mend

            store = self._history()
            if store.path is not None:
                store.close()
                self._take(mend(store.path))

        self.lane.submit(work, lambda _none: self.changed.emit(), self.fail)

    def close(self) -> None:
        """Write what is waiting to be written, close the history, end the lane.

        What takes long and may be stopped is given up.
        """
        for job, doing in self._long:
            if doing.stopped:
                job.cancel()

        def shut(_job: Job) -> None:
            for store in (self._store, self._blank):
                if store is not None:
                    store.close()

        self.lane.submit(shut)
        self.lane.close()

    def fail(self, error: Exception) -> None:
        """Tell a failure as what it is: the user's matter, or ours."""
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)

    def _history(self, *, stores: bool = False) -> HistoryStore:
        """Return the history, opened on first use; only for the lane."""
        if self._store is None and self.spare and not stores and not self._is_begun():
            return self._nothing_yet()
        return self._store or self._take(self._open())

    def _nothing_yet(self) -> HistoryStore:
        """Return a history without anything in it, to be looked into and no more."""
        if self._blank is None:
            from app.history import HistoryStore

            self._blank = HistoryStore.in_memory()
        return self._blank

    def _take(self, opened: Opened) -> HistoryStore:
        """Use a history that was opened, and tell what became of its file."""
        self._store, lasting = opened.store, opened.store.lasting
        self.lane.tell(lambda: self._set_lasting(lasting))
        told = opened.recovered.told() if opened.recovered is not None else opened.trouble
        if told is not None:
            self.lane.tell(lambda: self.failed.emit(told))
        return opened.store

    def _set_lasting(self, lasting: bool) -> None:
        if lasting != self.lasting:
            self.lasting = lasting
            self.lasting_changed.emit(lasting)


def _in_percents(job: Job) -> Watched:
    """Return what tells shares to the window: a hundred times at most, however many come."""
    told = -1

    def tell(share: float) -> None:
        nonlocal told
        percent = min(100, int(share * 100))
        if percent > told:
            told = percent
            job.report(share)

    return Watched(tell, job.cancelled)
