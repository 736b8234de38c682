"""What of the history is meant: all, threads of the list, comments, what is found, the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.history import HistoryStore
    from app.threads import Stretch
    from ui.archive import Paste


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the four, or none of them for everything; `count` is how many rows were chosen.

    Stretches of the list stand for threads of which most were never fetched, and the rows of a page
    are known to the store lane only. The methods are for that lane.
    """

    stretches: tuple[Stretch, ...] | None = None
    comments: tuple[int, ...] | None = None
    query: str | None = None
    page: Paste | None = None
    count: int = 0

    def threads_and_comments(
        self, store: HistoryStore, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[list[int] | None, list[int] | None]:
        """Return the ids of threads, or of comments; both None for everything."""
        if self.query is not None:
            return None, store.found_ids(self.query, cancelled)
        if self.page is not None:
            return None, list(self.page.ids)
        if self.comments is not None:
            return None, list(self.comments)
        if self.stretches is not None:
            return store.thread_ids(self.stretches), None
        return None, None

    def comment_ids(
        self, store: HistoryStore, cancelled: Callable[[], bool] = lambda: False
    ) -> list[int]:
        """Return the ids of all comments that are meant."""
        threads, comments = self.threads_and_comments(store, cancelled)
        return comments if comments is not None else store.comment_ids(threads or [])


EVERYTHING = Chosen()
