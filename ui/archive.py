"""The history as the window uses it: what is read goes in, and what was met before comes back.

All work is done in the store lane; answers come in the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from app.models import HistoryRow, Result, Translation
from ui.store_lane import Doing, StoreLane

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from app.history import HistoryStore
    from app.keeping import EntryMet
    from app.recovery import Opened
    from app.watched import Watched


RETRIABLE = frozenset(
    {"history-disk-full", "history-unwritable", "history-busy", "history-foreign"}
)
"""Codes of failures that can be mended while the window is open; `Archive.retry` then helps."""


Change = Callable[["HistoryStore", int], None]
"""What the reader did to a comment, to be stored; it gets the id of its row."""


@dataclass(slots=True, weakref_slot=True, eq=False)
class Paste:
    """One page of comments.

    `ids` are its rows in the history and `changes` what the reader did before there were any, by
    the place of the comment; both belong to the store lane. `fresh` are translations that are not
    on their way to it yet. `offered` says that earlier corrections were asked for.
    """

    source: str
    target: str = "en"
    remembered: bool = False
    offered: bool = False
    ids: list[int] = field(default_factory=list)
    changes: list[tuple[int, Change]] = field(default_factory=list)
    fresh: list[tuple[int, Translation]] = field(default_factory=list)


class Archive(StoreLane):
    """Remembers what is read, and gives it back.

    What could not be remembered waits; `retry` tries again. `forgotten` carries a page to which the
    reader added something while it is not in the history.
    """

    forgotten = Signal(object)

    def __init__(
        self,
        open_history: Callable[[], Opened],
        is_begun: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(open_history, is_begun, parent)
        self._in_memory: list[Paste] = []  # only for the lane
        self._pastes: WeakSet[Paste] = WeakSet()
        self._refused: list[tuple[Paste, list[Result]]] = []

    # What is read

    def remember(self, paste: Paste, results: Sequence[Result]) -> None:
        """Store a paste with what is known of it; the lane fills in `paste.ids`."""
        paste.remembered = True
        self.adopt(paste)
        kept = list(results)

        def write(store: HistoryStore) -> None:
            # One that was deleted meanwhile comes in anew: this was asked for after that.
            if not paste.ids or len(store.rows(paste.ids)) < len(paste.ids):
                _, paste.ids = store.remember(paste.source, kept)
                if not store.lasting:
                    self._in_memory.append(paste)
            while paste.changes:
                row, change = paste.changes[0]
                change(store, paste.ids[row])
                del paste.changes[0]

        def refused(error: Exception) -> None:
            self._refused.append((paste, kept))
            self.fail(error)

        self.submit(write, lambda _none: self.changed.emit(), refused, stores=True)

    def adopt(self, paste: Paste) -> Paste:
        """Know of a page that is in the history; its ids are good until another takes its place."""
        self._pastes.add(paste)
        return paste

    def replace(
        self,
        doing: Doing,
        work: Callable[[HistoryStore, Watched], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Put another history in place of this one; the pages of before are not in it."""
        pastes = list(self._pastes)

        def run(store: HistoryStore, watched: Watched) -> Any:
            answer = work(store, watched)
            for paste in pastes:
                paste.ids = []
            return answer

        def told(answer: Any) -> None:
            for paste in pastes:
                paste.remembered = False
            done(answer)

        self.work_long(doing, run, told, failed, stores=True)

    def keep(self, paste: Paste) -> None:
        """Store the translations that came since the last time, if the paste is remembered."""
        if not paste.remembered or not paste.fresh:
            return
        fresh, paste.fresh = paste.fresh, []

        def wait() -> None:
            paste.fresh[:0] = fresh

        def write(store: HistoryStore) -> None:
            if paste.ids:
                store.add_translations([(paste.ids[i], t) for i, t in fresh])
            else:
                self.lane.tell(wait)

        def refused(error: Exception) -> None:
            wait()
            self.fail(error)

        self.submit(write, None, refused)

    def retry(self) -> None:
        """Try again to put on the disk what could not be put there."""

        def settle(store: HistoryStore) -> None:
            if store.lasting:
                # A file that was opened when it could only be read stays so until it is closed.
                store.close()
                self._take(self._open())
                return
            opened = self._open()
            if not opened.store.lasting:
                opened.store.close()
                if opened.trouble is not None:
                    raise opened.trouble
                return
            moved = opened.store.take_over(store)
            for paste in self._in_memory:
                paste.ids = [moved[row_id] for row_id in paste.ids if row_id in moved]
            self._in_memory.clear()
            store.close()
            self._take(opened)

        self.submit(settle, lambda _none: self.changed.emit())
        refused, self._refused = self._refused, []
        for paste, results in refused:
            self.remember(paste, results)
            self.keep(paste)

    def load(self, thread_id: int, done: Callable[[tuple[str, list[HistoryRow]]], None]) -> None:
        """Fetch what was pasted and its comments; of several requests the latest is answered."""
        self.submit(
            lambda store: (store.source_text(thread_id), store.thread(thread_id)), done, key="load"
        )

    # What was met before

    def times_met(
        self, entry_ids: Sequence[str], done: Callable[[dict[str, EntryMet]], None]
    ) -> None:
        """Tell how often entries were met in the history; the latest request is answered."""
        self.submit(lambda store: store.times_met(entry_ids), done, key="met")

    def seen_before(
        self, paste: Paste, text: str, done: Callable[[list[HistoryRow]], None]
    ) -> None:
        """Tell where a comment was read before this paste; the latest request is answered."""

        def read(store: HistoryStore) -> list[HistoryRow]:
            here = set(paste.ids)
            found = store.seen_before(text, limit=len(here) + 5)
            return [row for row in found if row.id not in here]

        self.submit(read, done, key="seen")

    def corrections(
        self, texts: Sequence[str], target: str, done: Callable[[dict[str, str]], None]
    ) -> None:
        """Tell how the reader corrected translations of these texts before, by text."""
        self.submit(lambda store: store.corrections_for(texts, target), done)

    # What the reader adds

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

    def _of_row(self, paste: Paste, row: int, change: Change) -> None:
        """Change a comment in the history; where it is not there, keep that for when it is."""

        def work(store: HistoryStore) -> bool | None:
            if not paste.ids:
                paste.changes.append((row, change))
                return None
            there = bool(store.rows([paste.ids[row]]))
            if there:
                change(store, paste.ids[row])
            return there

        def told(there: bool | None) -> None:
            if there is None and paste.remembered:
                return  # what is being stored by now takes the change along
            # What was refused is remembered as soon as that can be.
            if not there and all(paste is not waiting for waiting, _ in self._refused):
                self.forgotten.emit(paste)

        self.submit(work, told)
