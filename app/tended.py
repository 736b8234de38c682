"""What the reader adds to the history, and what the history says back of what was met before."""

from __future__ import annotations

from collections.abc import Sequence

from app import indexing, keeping, rows
from app.index_text import FAVOURITE, tag_token
from app.keeping import EntryMet
from app.models import HistoryRow, Note
from app.store import Store


class TendedStore(Store):
    """Favourites, tags, remarks, corrections; words and comments that were met before."""

    def set_favourite(self, row_ids: Sequence[int], favourite: bool) -> None:
        """Mark or unmark comments as favourites."""
        with self._write() as db:
            changed = keeping.set_favourite(db, row_ids, favourite)
            swap = indexing.add_token if favourite else indexing.drop_token
            swap(db, changed, FAVOURITE)

    def add_tag(self, row_ids: Sequence[int], tag: str) -> None:
        """Give comments a tag; one that is blank raises UserError "tag-blank"."""
        with self._write() as db:
            cleaned = keeping.clean_tag(tag)
            indexing.add_token(db, keeping.add_tag(db, row_ids, cleaned), tag_token(cleaned))

    def remove_tag(self, row_ids: Sequence[int], tag: str) -> None:
        """Take a tag away."""
        with self._write() as db:
            cleaned = keeping.clean_tag(tag)
            indexing.drop_token(db, keeping.remove_tag(db, row_ids, cleaned), tag_token(cleaned))

    def tags(self) -> list[tuple[str, int]]:
        """Return all tags in use with how many comments bear them, most used first."""
        with self._read() as db:
            return keeping.tags(db)

    def set_remark(self, row_id: int, remark: str) -> None:
        """Store the reader's own remark on a comment; an empty one removes it."""
        with self._write() as db:
            indexing.touch(db, [row_id])
            keeping.set_remark(db, row_id, remark)

    def correct_translation(self, row_id: int, text: str | None) -> None:
        """Store the reader's own translation of a comment; None goes back to the engine's.

        From then on the row's translation is the reader's (engine `models.BY_HAND`) with the
        engine's first among the alternatives, and `correction_for` offers it for the same text.
        """
        with self._write() as db:
            indexing.touch(db, [row_id])
            keeping.correct_translation(db, row_id, text, self._now())

    def correction_for(self, text: str, target: str) -> str | None:
        """Return how the reader last corrected a translation of this very text, if ever."""
        with self._read() as db:
            return keeping.correction_for(db, text, target)

    def corrections_for(self, texts: Sequence[str], target: str) -> dict[str, str]:
        """Return the reader's last corrections of translations of these texts, by text."""
        with self._read() as db:
            found = {text: keeping.correction_for(db, text, target) for text in set(texts)}
        return {text: corrected for text, corrected in found.items() if corrected is not None}

    def seen_before(self, text: str, *, thread_id: int = 0, limit: int = 5) -> list[HistoryRow]:
        """Return earlier comments with this text, newest first; spacing makes no difference.

        `thread_id` leaves out the thread that is being read.
        """
        with self._read() as db:
            return rows.load_rows(db, keeping.same_text(db, text, thread_id, limit))

    def times_met(self, entry_ids: Sequence[str]) -> dict[str, EntryMet]:
        """Return how often, first and last these entries were met; without those never met."""
        with self._read() as db:
            return keeping.times_met(db, entry_ids)

    def words_met(self, limit: int = 100, offset: int = 0) -> list[EntryMet]:
        """Return the entries met, most often first."""
        with self._read() as db:
            return keeping.words_met(db, limit, offset)

    def notes_of(self, entry_ids: Sequence[str]) -> dict[str, Note]:
        """Return the newest note that was shown on each of these entries, by entry."""
        with self._read() as db:
            found = {name: keeping.newest_note(db, name) for name in entry_ids}
        return {name: note for name, note in found.items() if note is not None}

    def occurrences(
        self, entry_id: str, limit: int = 20, before: int | None = None
    ) -> list[HistoryRow]:
        """Return the comments in which an entry was met, newest first; `before` is a row id."""
        with self._read() as db:
            return rows.load_rows(db, keeping.occurrences(db, entry_id, limit, before))
