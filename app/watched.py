"""Long acts that somebody watches: how far they are, and whether they are still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.engine import Cancelled


@dataclass(frozen=True, slots=True)
class Watched:
    """`progress` gets the share done, from 0 to 1, now and then.

    When `cancelled` turns true the act is given up with `engine.Cancelled`, and nothing of it
    stays.
    """

    progress: Callable[[float], None] = lambda _share: None
    cancelled: Callable[[], bool] = lambda: False

    def tell(self, share: float) -> None:
        """Report, or give up."""
        if self.cancelled():
            raise Cancelled
        self.progress(share)

    def part(self, begin: float, end: float) -> Watched:
        """Return who watches a part of the act, which goes from one share to another."""
        return Watched(lambda share: self.progress(begin + (end - begin) * share), self.cancelled)


UNWATCHED = Watched()
