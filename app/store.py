"""An open history database: its transactions, and the file as a whole (copies, restoring, checks).

What is in it is the matter of `app.history`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlite_utils

from app import indexing
from app.copies import copies_beside, copy_pages, usable_copy, write_copy
from app.database import (
    connect,
    in_user_words,
    reading,
    timestamp,
    utc_now,
    waiting_at_most,
    writing,
)
from app.errors import UserError
from app.migrations import migrate
from app.watched import UNWATCHED, Watched


class Store:
    """A history database that is opened, used and closed in one thread.

    Any number of stores, in this process or others, may have the same file open. Every method
    that writes returns only when what it wrote will outlast a crash or a power cut. All raise
    UserError with the codes "history-damaged", "history-disk-full", "history-unwritable",
    "history-busy" or "history-index"; after any of them the store can be used again.
    """

    def __init__(self, path: Path | None, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Open the database at `path`, creating it or bringing it up to date; None: in memory.

        Raises UserError "history-newer" or "history-foreign" and leaves such a file untouched;
        `app.recovery.open_history` knows the way on from all these.
        """
        self.path = path
        self._clock = clock
        self._where: Path | str = path if path is not None else "memory"
        with in_user_words(self._where):
            self._db = connect(path)
            try:
                self.copied_before_migration = migrate(self._db, path, now=clock)
                if not indexing.is_current(self._db):
                    with writing(self._db):
                        indexing.make_current(self._db)
            except BaseException:
                self._db.close()
                raise

    @classmethod
    def in_memory(cls, *, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open a history that is gone when the program ends.

        It serves "do not remember", and is the way on when nothing can be written.
        """
        return cls(None, clock=clock)

    def close(self) -> None:
        """Close the database; a store cannot be used after that."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def lasting(self) -> bool:
        """Whether what is stored outlasts the program."""
        return self.path is not None

    def integrity(self, *, thorough: bool = False) -> list[str]:
        """Return what is wrong with the file; nothing, it is to be hoped.

        The quick check reads every page but trusts the indexes: about a second a gigabyte.
        """
        check = "integrity_check" if thorough else "quick_check"
        try:
            with self._read() as db:
                problems = [row[0] for row in db.execute(f"PRAGMA {check}(20)")]
                if problems == ["ok"]:
                    problems = []
                problems += [
                    f"row {row_id} of {table} refers to a row of {parent} that is not there"
                    for table, row_id, parent, _ in db.execute("PRAGMA foreign_key_check")
                ][:20]
                return problems
        except UserError as error:
            if error.code != "history-damaged":
                raise
            return [error.message]

    def settle(self) -> None:
        """Move all writes from the log into the file, if nobody reads just now.

        Pages that were overwritten stay in the log until then, and with them what was deleted.
        """
        with self._mending(), waiting_at_most(self._db, 0.5):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def copies(self) -> list[Path]:
        """Return the copies that lie beside the history, oldest first.

        They still hold what was deleted since: who clears the history may want to delete them,
        too.
        """
        return copies_beside(self.path) if self.path is not None else []

    def delete_copies(self) -> int:
        """Delete the copies that lie beside the history, for good; return how many there were."""
        copies = self.copies()
        with in_user_words(self._where):
            for copy in copies:
                copy.unlink(missing_ok=True)
        return len(copies)

    def parts(self) -> list[str]:
        """Return the names of the tables that `check_part` can look at, one after the other."""
        with self._read() as db:
            found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage")
            return [row[0] for row in found]

    def check_part(self, table: str) -> bool:
        """Return whether a table is sound, as `integrity` tells of all of them at once."""
        try:
            with self._read() as db:
                (said,) = db.execute(f"PRAGMA quick_check([{table}])").fetchone()
                return bool(said == "ok")
        except UserError as error:
            if error.code != "history-damaged":
                raise
            return False

    def compact(self) -> int:
        """Give the room of what was purged back to the disk; return the bytes gained.

        Does nothing while less than a quarter of the file is free. It needs as much free disk as
        the history takes, and keeps others from writing for about two seconds a gigabyte.
        """
        with self._mending():
            pages, free, size = (
                int(self._db.execute(f"PRAGMA {name}").fetchone()[0])
                for name in ("page_count", "freelist_count", "page_size")
            )
            if self.path is None or free * 4 < pages:
                return 0
            self._db.execute("VACUUM")
            self.settle()
            left = int(self._db.execute("PRAGMA page_count").fetchone()[0])
            return (pages - left) * size

    def backup(self, to: Path, watched: Watched = UNWATCHED) -> None:
        """Copy the whole database to the file `to`, as it is at this moment.

        The copy is a history like any other: it can be restored, imported, opened. Raises
        UserError "backup-unwritable".
        """
        self._spare(to)
        # In one view of the file, so that others who write meanwhile do not make it begin anew.
        with self._read() as db:
            write_copy(db, to, watched)

    def restore(self, copy: Path, watched: Watched = UNWATCHED) -> Path | None:
        """Put the database in `copy` in place of this one.

        Returns where the present one was copied to before (None for a history in memory). `copy`
        may be of any older version and is not changed. All of it comes, or, after a failure or when
        it is given up, none. Raises UserError "restore-unusable", "history-newer" or
        "history-foreign".
        """
        kept = None
        with usable_copy(copy, self._clock, self._folder, watched.part(0, 0.4)) as source:
            if self.path is not None:
                moment = f"{self._clock():%Y%m%dT%H%M%S%f}"
                kept = self.path.with_name(f"{self.path.name}.replaced-{moment}.backup")
                self.backup(kept, watched.part(0.4, 0.7))
            try:
                with in_user_words(self._where):
                    copy_pages(source.conn, self._db.conn, watched.part(0.7, 1))
            except BaseException:
                if kept is not None:
                    kept.unlink(missing_ok=True)
                raise
            with self._write() as db:
                indexing.make_current(db)
        return kept

    def _spare(self, target: Path) -> None:
        """Refuse to write over the history itself. Raises UserError "export-over-history"."""
        if self.path is not None and target.resolve() in (
            self.path.with_name(self.path.name + suffix).resolve()
            for suffix in ("", "-wal", "-shm")
        ):
            raise UserError(
                "export-over-history",
                "{target} is the history itself.",
                "Choose another name.",
                target=target,
            )

    def _now(self) -> str:
        return timestamp(self._clock())

    @property
    def _folder(self) -> Path | None:
        return self.path.parent if self.path is not None else None

    @contextmanager
    def _write(self) -> Iterator[sqlite_utils.Database]:
        with self._mending(), writing(self._db):
            yield self._db

    @contextmanager
    def _read(self) -> Iterator[sqlite_utils.Database]:
        with self._mending(), reading(self._db):
            yield self._db

    @contextmanager
    def _mending(self) -> Iterator[None]:
        """Put failures into the user's words; begin the search index anew when it is the cause."""
        try:
            with in_user_words(self._where):
                yield
        except UserError as error:
            if error.code == "history-index":
                with in_user_words(self._where), writing(self._db):
                    indexing.rebuild(self._db)
            raise
