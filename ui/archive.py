"""The history as the window uses it: all work in the store lane, answers in the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.models import HistoryRow, Result, Translation
from ui.tasks import Job, Lane

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from app.deleting import UndoToken
    from app.history import HistoryStore, ThreadSummary
    from app.keeping import EntryMet
    from app.recovery import Opened
    from app.search import Page

PAGE = 100


@dataclass(slots=True)
class Paste:
    """One page of comments.

    `ids` are its rows in the history, and belong to the store lane; `fresh` are translations that
    are not on their way to it yet.
    """

    source: str
    target: str = "en"
    remembered: bool = False
    ids: list[int] = field(default_factory=list)
    fresh: list[tuple[int, Translation]] = field(default_factory=list)


class Archive(QObject):
    """Remembers, finds, deletes and brings back.

    `changed` comes when the list of threads is another; `failed` carries a UserError, `crashed` any
    other exception.
    """

    changed = Signal()
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, open_history: Callable[[], Opened], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = Lane("store", self)
        self._open = open_history
        self._store: HistoryStore | None = None
        self._transfer: Job | None = None

    def remember(self, paste: Paste, results: Sequence[Result]) -> None:
        """Store a paste with what is known of it; the lane fills in `paste.ids`."""
        paste.remembered = True
        kept = list(results)

        def write(_job: Job) -> None:
            _, paste.ids = self._history().remember(paste.source, kept)

        self._submit(write, lambda _none: self.changed.emit())

    def keep(self, paste: Paste) -> None:
        """Store the translations that came since the last time, if the paste is remembered."""
        if not paste.remembered or not paste.fresh:
            return
        fresh, paste.fresh = paste.fresh, []

        def write(_job: Job) -> None:
            if paste.ids:
                self._history().add_translations([(paste.ids[i], t) for i, t in fresh])

        self._submit(write)

    def load(self, thread_id: int, done: Callable[[tuple[str, list[HistoryRow]]], None]) -> None:
        """Fetch what was pasted and its comments; of several requests the latest is answered."""

        def read(_job: Job) -> tuple[str, list[HistoryRow]]:
            store = self._history()
            return store.source_text(thread_id), store.thread(thread_id)

        self._submit(read, done, key="load")

    def threads(
        self, done: Callable[[list[ThreadSummary]], None], before: ThreadSummary | None = None
    ) -> None:
        """Fetch a page of the list of threads, newest first."""
        self._submit(lambda _job: self._history().threads(PAGE, before), done, key="threads")

    def search(self, query: str, done: Callable[[Page], None], after: int | None = None) -> None:
        """Find comments; the latest search wins. A query that says nonsense is told by `failed`."""
        self._submit(lambda _job: self._history().search(query, 50, after), done, key="search")

    def delete_threads(self, ids: Sequence[int], done: Callable[[UndoToken], None]) -> None:
        """Delete threads; `done` gets what `undo` takes."""

        def told(token: UndoToken) -> None:
            done(token)
            self.changed.emit()

        self._submit(lambda _job: self._history().delete_threads(ids), told)

    def undo(self, token: UndoToken) -> None:
        """Bring back what was deleted."""
        self._submit(lambda _job: self._history().undo(token), lambda _: self.changed.emit())

    def times_met(
        self, entry_ids: Sequence[str], done: Callable[[dict[str, EntryMet]], None]
    ) -> None:
        """Tell how often entries were met in the history; the latest request is answered."""
        self._submit(lambda _job: self._history().times_met(entry_ids), done, key="met")

    def set_favourite(self, paste: Paste, row: int, favourite: bool) -> None:
        """Give a comment a star, or take it away."""
        self._of_row(paste, row, lambda store, row_id: store.set_favourite([row_id], favourite))

    def add_tag(self, paste: Paste, row: int, tag: str) -> None:
        """Give a comment a tag."""
        self._of_row(paste, row, lambda store, row_id: store.add_tag([row_id], tag))

    def remove_tag(self, paste: Paste, row: int, tag: str) -> None:
        """Take a tag away."""
        self._of_row(paste, row, lambda store, row_id: store.remove_tag([row_id], tag))

    def correct(self, paste: Paste, row: int, text: str | None) -> None:
        """Store the reader's own translation; None goes back to the engine's."""
        self._of_row(paste, row, lambda store, row_id: store.correct_translation(row_id, text))

    def transfer(
        self,
        work: Callable[[HistoryStore, Job], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
        progress: Callable[[int], None],
        *,
        changes: bool,
    ) -> Job:
        """Write the history to a file, or take one in (`changes`); the job can be cancelled.

        `progress` gets percents. What changes is told even of a failure: a part may have come in.
        """

        def run(job: Job) -> object:
            try:
                return work(self._history(), job)
            finally:
                if changes:
                    self.lane.tell(self.changed.emit)

        self._transfer = self.lane.submit(run, done, failed, progress)
        return self._transfer

    def close(self) -> None:
        """Write what is waiting to be written, close the history, end the lane.

        An export or import that is on its way is given up.
        """
        if self._transfer is not None:
            self._transfer.cancel()

        def shut(_job: Job) -> None:
            if self._store is not None:
                self._store.close()

        self.lane.submit(shut)
        self.lane.close()

    def _of_row(self, paste: Paste, row: int, write: Callable[[HistoryStore, int], None]) -> None:
        """Change a comment in the history, if the page is in it."""

        def work(_job: Job) -> None:
            if paste.ids:
                write(self._history(), paste.ids[row])

        self._submit(work)

    def _history(self) -> HistoryStore:
        """Return the history, opened on first use; only for the lane."""
        if self._store is None:
            opened = self._open()
            self._store = opened.store
            if opened.recovered is not None:
                told = UserError("history-recovered", opened.recovered.message())
                self.lane.tell(lambda: self.failed.emit(told))
            elif opened.trouble is not None:
                trouble = opened.trouble
                self.lane.tell(lambda: self.failed.emit(trouble))
        return self._store

    def _submit(
        self,
        work: Callable[[Job], object],
        done: Callable[..., None] | None = None,
        *,
        key: str = "",
    ) -> None:
        self.lane.submit(work, done, self.fail, key=key)

    def fail(self, error: Exception) -> None:
        """Tell a failure as what it is: the user's matter, or ours."""
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
