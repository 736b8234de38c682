"""The history as its page uses it: lists, searches, and changes of many rows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.models import HistoryRow, Note
from ui.archive import Archive
from ui.chosen import Chosen
from ui.tasks import Job
from ui.threads import PAGE

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from datetime import datetime

    from app.deleting import UndoToken
    from app.history import HistoryStore, ThreadSummary
    from app.keeping import EntryMet
    from app.search import Found, Page

FOUND_PAGE = 50
_MOST_WORDS = 20_000


class WordMet(NamedTuple):
    """An expression that was met, and the note that was last shown on it."""

    met: EntryMet
    note: Note | None


class Shelf:
    """What is asked is answered in the window's thread; of a kind only the latest is answered.

    What changes rows tells so by the archive's `changed`.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    # Lists

    def threads(
        self, number: int, done: Callable[[tuple[int, list[ThreadSummary]]], None], key: str
    ) -> None:
        """Fetch how many threads there are, and a page of them."""
        self.archive.submit(lambda store: store.threads_at(number * PAGE, PAGE), done, key=key)

    def search(
        self,
        query: str,
        done: Callable[[Page], None],
        failed: Callable[[Exception], None],
        after: int | None = None,
    ) -> None:
        """Find comments; `failed` hears of a query that says nonsense."""
        self.archive.submit(
            lambda store: store.search(query, FOUND_PAGE, after), done, failed, key="search"
        )

    def thread(
        self, thread_id: int, start: int, to_row: int, done: Callable[[list[Found]], None]
    ) -> None:
        """Fetch some comments of a thread, at least until the comment `to_row` (0: none)."""

        def read(store: HistoryStore) -> list[Found]:
            place = store.comment_ids([thread_id]).index(to_row) if to_row else start
            return _plain(store.thread(thread_id, start, place - start + FOUND_PAGE))

        self.archive.submit(read, done, key="detail")

    def with_entry(
        self, entry_id: str, before: int | None, done: Callable[[list[Found]], None]
    ) -> None:
        """Fetch comments in which an entry was met, newest first."""
        self.archive.submit(
            lambda store: _plain(store.occurrences(entry_id, FOUND_PAGE, before)),
            done,
            key="detail",
        )

    def rows(self, ids: Sequence[int], done: Callable[[list[HistoryRow]], None], key: str) -> None:
        """Fetch comments as they are now."""
        self.archive.submit(lambda store: store.rows(ids), done, key=key)

    def words(self, done: Callable[[list[WordMet]], None]) -> None:
        """Fetch all expressions that were met, most often first."""

        def read(store: HistoryStore) -> list[WordMet]:
            met = store.words_met(_MOST_WORDS)
            notes = store.notes_of([one.entry_id for one in met])
            return [WordMet(one, notes.get(one.entry_id)) for one in met]

        self.archive.submit(read, done, key="words")

    def tags(self, done: Callable[[list[tuple[str, int]]], None]) -> None:
        """Fetch all tags, most used first."""
        self.archive.submit(lambda store: store.tags(), done, key="tags")

    # Changes

    def set_favourite(self, chosen: Chosen, favourite: bool) -> None:
        """Give comments a star, or take it away."""
        self._change(chosen, lambda store, ids: store.set_favourite(ids, favourite))

    def add_tag(self, chosen: Chosen, tag: str) -> None:
        """Give comments a tag."""
        self._change(chosen, lambda store, ids: store.add_tag(ids, tag))

    def remove_tag(self, chosen: Chosen, tag: str) -> None:
        """Take a tag away."""
        self._change(chosen, lambda store, ids: store.remove_tag(ids, tag))

    def set_remark(self, row_id: int, remark: str) -> None:
        """Store the reader's own remark on a comment."""
        self._then_changed(lambda store: store.set_remark(row_id, remark))

    def delete(self, chosen: Chosen, done: Callable[[UndoToken], None]) -> None:
        """Delete threads or comments; `done` gets what `undo` takes."""

        def work(store: HistoryStore) -> UndoToken:
            threads, comments = chosen.threads_and_comments(store)
            if comments is not None:
                return store.delete_comments(comments)
            return store.delete_all() if threads is None else store.delete_threads(threads)

        self._then_changed(work, done)

    def delete_before(self, moment: datetime, done: Callable[[UndoToken], None]) -> None:
        """Delete the threads that are older than a moment."""
        self._then_changed(lambda store: store.delete_before(moment), done)

    def undo(self, token: UndoToken) -> None:
        """Bring back what was deleted."""
        self._then_changed(lambda store: store.undo(token))

    # The file as a whole

    def copies(self, done: Callable[[list[Path]], None]) -> None:
        """Tell which copies of the history lie beside it."""
        self.archive.submit(lambda store: store.copies(), done)

    def delete_copies(self) -> None:
        """Delete the copies that lie beside the history, for good."""
        self.archive.submit(lambda store: store.delete_copies())

    def back_up(
        self, to: Path, done: Callable[[None], None], failed: Callable[[Exception], None]
    ) -> Job:
        """Copy the whole history to a file."""
        return self.archive.submit(lambda store: store.backup(to), done, failed)

    def restore(
        self, copy: Path, done: Callable[[Path | None], None], failed: Callable[[Exception], None]
    ) -> None:
        """Put a copy in place of the history; `done` hears where that was copied to before."""
        self.archive.replace(lambda store: store.restore(copy), done, failed)

    def _change(self, chosen: Chosen, write: Callable[[HistoryStore, list[int]], None]) -> None:
        self._then_changed(lambda store: write(store, chosen.comment_ids(store)))

    def _then_changed(
        self,
        work: Callable[[HistoryStore], object],
        done: Callable[..., None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        def told(answer: object) -> None:
            if done is not None:
                done(answer)
            self.archive.changed.emit()

        return self.archive.submit(work, told, failed)


def _plain(rows: Sequence[HistoryRow]) -> list[Found]:
    """Return comments as if found by nothing in them."""
    from app.search import Found

    return [Found(row, ()) for row in rows]
