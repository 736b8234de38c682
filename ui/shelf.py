"""The history as its page uses it: lists, searches, and changes of many rows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.models import HistoryRow, Note
from ui.archive import Archive
from ui.chosen import Chosen
from ui.long_work import BACKING_UP, BRINGING_BACK, CHANGING, DELETING, RESTORING
from ui.threads import PAGE

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from datetime import datetime

    from app.deleting import UndoToken
    from app.history import HistoryStore, ThreadSummary
    from app.keeping import EntryMet
    from app.search import Found, Page
    from app.watched import Watched

FOUND_PAGE = 50
_MOST_WORDS = 20_000
_AT_ONCE = 2_000


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
        self._change(
            Chosen(comments=(row_id,)), lambda store, ids: store.set_remark(ids[0], remark)
        )

    def delete(self, chosen: Chosen, done: Callable[[UndoToken], None]) -> None:
        """Delete threads or comments; `done` gets what `undo` takes."""

        def work(store: HistoryStore, watched: Watched) -> UndoToken:
            threads, comments = chosen.threads_and_comments(store, watched.cancelled)
            if comments is not None:
                return store.delete_comments(comments, watched)
            if threads is None:
                return store.delete_all(watched)
            return store.delete_threads(threads, watched)

        self.archive.work_long(DELETING, work, done)

    def delete_before(self, moment: datetime, done: Callable[[UndoToken], None]) -> None:
        """Delete the threads that are older than a moment."""
        self.archive.work_long(
            DELETING, lambda store, watched: store.delete_before(moment, watched), done
        )

    def undo(self, token: UndoToken) -> None:
        """Bring back what was deleted."""
        self.archive.work_long(BRINGING_BACK, lambda store, watched: store.undo(token, watched))

    # The file as a whole

    def copies(self, done: Callable[[list[Path]], None]) -> None:
        """Tell which copies of the history lie beside it."""
        self.archive.submit(lambda store: store.copies(), done)

    def delete_copies(self) -> None:
        """Delete the copies that lie beside the history, for good."""
        self.archive.submit(lambda store: store.delete_copies())

    def back_up(
        self, to: Path, done: Callable[[None], None], failed: Callable[[Exception], None]
    ) -> None:
        """Copy the whole history to a file."""
        self.archive.work_long(
            BACKING_UP,
            lambda store, watched: store.backup(to, watched),
            done,
            failed,
            changes=False,
        )

    def restore(
        self, copy: Path, done: Callable[[Path | None], None], failed: Callable[[Exception], None]
    ) -> None:
        """Put a copy in place of the history; `done` hears where that was copied to before."""
        self.archive.replace(
            RESTORING, lambda store, watched: store.restore(copy, watched), done, failed
        )

    def _change(self, chosen: Chosen, write: Callable[[HistoryStore, list[int]], None]) -> None:
        """Change comments, so many at a time that others get their turn."""

        def work(store: HistoryStore, watched: Watched) -> None:
            ids = chosen.comment_ids(store, watched.cancelled)
            for first in range(0, len(ids), _AT_ONCE):
                watched.tell(first / len(ids))
                write(store, ids[first : first + _AT_ONCE])

        self.archive.work_long(CHANGING, work)


def _plain(rows: Sequence[HistoryRow]) -> list[Found]:
    """Return comments as if found by nothing in them."""
    from app.search import Found

    return [Found(row, ()) for row in rows]
