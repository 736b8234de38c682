"""The history: what was pasted, what was found in it, what the reader made of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app import deleting, indexing, insert, keeping, memory, rows, threads
from app.copies import is_database, usable_copy
from app.database import timestamp, waiting_at_most
from app.deleting import UndoToken
from app.engine import EngineOutput, Scope
from app.errors import UserError
from app.export import DEFAULTS, ExportOptions, Format, write
from app.imports import ImportReport, import_json_lines, merge_threads
from app.models import HistoryRow, Result, Translation
from app.query import Query, parse
from app.records import Merged, all_threads, merge
from app.search import Page, search
from app.tended import TendedStore
from app.threads import Stretch
from app.threads import ThreadSummary as ThreadSummary
from app.watched import UNWATCHED, Watched


class HistoryStore(TendedStore):
    """The one door to the history; see `Store` for threads, failures and the file itself."""

    # Keeping what was pasted

    def remember(self, source_text: str, results: Sequence[Result]) -> tuple[int, list[int]]:
        """Store a paste with what is known so far; return the thread's id and one id a result.

        Call it before translating, so that nothing pasted is lost whatever happens then;
        translations are added as they come. Those that the reader made (engine `models.BY_HAND`)
        are stored as corrections, with the engine's beside them.
        """
        created_at = self._now()
        made, by_hand = zip(*map(keeping.apart, results), strict=True) if results else ((), ())
        with self._write() as db:
            thread_id = insert.insert_thread(
                db,
                secrets.token_hex(16),
                created_at,
                threads.title(source_text, results),
                source_text,
            )
            ids = insert.insert_results(db, thread_id, created_at, made)
            for row_id, text in zip(ids, by_hand, strict=True):
                if text is not None:
                    keeping.correct_translation(db, row_id, text, created_at)
            indexing.queue(db, ids)
            return thread_id, ids

    def add_translation(self, row_id: int, translation: Translation) -> None:
        """Store the engine's answer for one comment, in place of an earlier one."""
        self.add_translations([(row_id, translation)])

    def add_translations(self, pairs: Sequence[tuple[int, Translation]]) -> None:
        """Store several answers at one flush to disk; rows deleted meanwhile are passed over."""
        with self._write() as db:
            indexing.touch(db, [row_id for row_id, _ in pairs])
            for row_id, translation in pairs:
                insert.put_translation(db, row_id, translation)

    # Reading

    def count(self) -> int:
        """Return how many comments are remembered."""
        with self._read() as db:
            return threads.count_comments(db)

    def count_threads(self) -> int:
        """Return how many threads are remembered."""
        with self._read() as db:
            return threads.count(db)

    def threads(self, limit: int = 100, before: ThreadSummary | None = None) -> list[ThreadSummary]:
        """Return threads, newest first; `before` is the last one of the page before."""
        with self._read() as db:
            return threads.page(db, limit, before)

    def threads_at(self, offset: int, limit: int) -> tuple[int, list[ThreadSummary]]:
        """Return how many threads there are, and those that stand at a place of their list."""
        with self._read() as db:
            return threads.count(db), threads.page_at(db, offset, limit)

    def thread_ids(self, stretches: Sequence[Stretch]) -> list[int]:
        """Return the ids of all threads in these stretches of the list."""
        with self._read() as db:
            found = (threads.ids_between(db, newest, oldest) for newest, oldest in stretches)
            return list(dict.fromkeys(thread_id for ids in found for thread_id in ids))

    def thread(self, thread_id: int, start: int = 0, limit: int | None = None) -> list[HistoryRow]:
        """Return the comments of a thread in the order in which they were pasted, or some."""
        with self._read() as db:
            ids = threads.comment_ids(db, thread_id)
            return rows.load_rows(db, ids[start : None if limit is None else start + limit])

    def comment_ids(self, thread_ids: Sequence[int]) -> list[int]:
        """Return the ids of all comments of these threads, each thread's in their order."""
        with self._read() as db:
            return [row_id for one in thread_ids for row_id in threads.comment_ids(db, one)]

    def source_text(self, thread_id: int) -> str:
        """Return what was pasted, whole; empty when there is no such thread."""
        with self._read() as db:
            return threads.source_text(db, thread_id)

    def rows(self, ids: Sequence[int]) -> list[HistoryRow]:
        """Return the comments with these ids in this order, without unknown or deleted ones."""
        with self._read() as db:
            return rows.load_rows(db, rows.living(db, ids))

    def search(self, query: Query | str, limit: int = 50, after: int | None = None) -> Page:
        """Return comments that answer `query`, newest first; `after` is that of the page before.

        See `query.parse` for what a line of search may hold. Raises UserError "query-date" or
        "query-is".
        """
        asked = parse(query) if isinstance(query, str) else query
        try:
            with waiting_at_most(self._db, 0.05):
                waiting = self.index_pending()
        except UserError:
            # A full disk, or another process that imports, does not keep anybody from reading.
            with self._read() as db:
                waiting = indexing.waiting_count(db)
        with self._read() as db:
            return search(db, asked, limit, after, waiting)

    def found_ids(self, query: str, cancelled: Callable[[], bool] = lambda: False) -> list[int]:
        """Return the ids of all comments that answer `query`, newest first."""
        asked, ids, after = parse(query), [], None
        while not cancelled():
            page = self.search(asked, 500, after)
            ids += [found.row.id for found in page.found]
            after = page.after
            if after is None:
                break
        return ids

    def index_pending(self, limit: int = 100) -> int:
        """Take up to `limit` new or changed comments into the search index; return how many wait.

        A comment takes about a millisecond. `search` does it too; called when there is nothing
        else to do, until it returns 0, it keeps the first search after a long paste quick.
        """
        with self._read() as db:
            if not indexing.waiting_count(db):
                return 0
        with self._write() as db:
            return indexing.index_pending(db, limit)

    # Deleting

    def delete_threads(self, thread_ids: Sequence[int], watched: Watched = UNWATCHED) -> UndoToken:
        """Delete whole threads. This and the others of its kind: all of it, or nothing."""
        ids = rows.id_list(thread_ids)
        return self._delete(watched, "id IN (SELECT value FROM json_each(?))", ids)

    def delete_comments(self, row_ids: Sequence[int], watched: Watched = UNWATCHED) -> UndoToken:
        """Delete single comments, and the threads that have none left."""
        with self._write() as db:
            return deleting.delete_comments(db, self._now(), row_ids, watched)

    def delete_before(self, moment: datetime, watched: Watched = UNWATCHED) -> UndoToken:
        """Delete the threads that are older than `moment`."""
        return self._delete(watched, "created_at < ?", timestamp(moment))

    def delete_all(self, watched: Watched = UNWATCHED) -> UndoToken:
        """Delete everything."""
        return self._delete(watched, "1")

    def _delete(self, watched: Watched, condition: str, *parameters: object) -> UndoToken:
        with self._write() as db:
            return deleting.delete_threads(db, self._now(), condition, parameters, watched)

    def undo(self, token: UndoToken, watched: Watched = UNWATCHED) -> bool:
        """Bring back what was deleted; false when it was purged or brought back before."""
        with self._write() as db:
            return deleting.undo(db, token, watched)

    def purge(self, before: datetime | None = None, *, most: int | None = None) -> int:
        """Remove for good what was deleted before `before` (default: all of it).

        Returns how many comments that were. Call it when undo is no longer offered, at start, say.
        It goes on in steps between which others can write; with `most` it ends after the step that
        reaches so many, to be called again until it returns 0.
        """
        moment = "\U0010ffff" if before is None else timestamp(before)
        removed = 0
        while most is None or removed < most:
            with self._write() as db:
                some = deleting.purge_some(db, moment)
            removed += some
            if not some:
                break
        if removed:
            self.settle()
        return removed

    # The translation memory

    def recall(self, scope: Scope, texts: Sequence[str]) -> dict[str, EngineOutput]:
        """Return what an engine answered to these texts before, by text."""
        with self._read() as db:
            return memory.recall(db, scope, texts)

    def memorise(self, scope: Scope, outputs: Mapping[str, EngineOutput]) -> None:
        """Remember what an engine answered, by text."""
        with self._write() as db:
            memory.memorise(db, scope, outputs, self._now())

    # Out and in

    def export(
        self,
        path: Path,
        format: Format,
        options: ExportOptions = DEFAULTS,
        *,
        thread_ids: Sequence[int] | None = None,
        row_ids: Sequence[int] | None = None,
        progress: Callable[[int], None] = lambda _comments: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Write the history, or some threads or comments of it, to a file; see `export.write`."""
        self._spare(path)
        with self._read() as db:
            chosen = all_threads(db, thread_ids, row_ids)
            return write(chosen, path, format, options, progress=progress, cancelled=cancelled)

    def import_file(
        self,
        path: Path,
        *,
        progress: Callable[[float], None] = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportReport:
        """Merge a JSON Lines export or another history database, without duplicates.

        Raises UserError "import-unreadable", "import-foreign", "restore-unusable" and
        "history-newer".
        """
        with self._mending():
            if not is_database(path):
                return import_json_lines(self._db, path, progress=progress, cancelled=cancelled)
            with usable_copy(path, self._clock, self._folder) as other:
                return merge_threads(
                    self._db,
                    all_threads(other),
                    threads.count(other),
                    progress=progress,
                    cancelled=cancelled,
                )

    def take_over(self, other: HistoryStore) -> dict[int, int]:
        """Take in all that another store of this process holds; return the new ids by the old."""
        with self._write() as db, other._read() as from_db:
            uuids = []
            for thread in all_threads(from_db):
                merge(db, thread.thread, thread.comments, Merged())
                uuids.append(thread.thread.uuid)
            here, there = threads.places(db, uuids), threads.places(from_db, uuids)
            return {old: here[place] for place, old in there.items() if place in here}
