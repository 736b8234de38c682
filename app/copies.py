"""Copies of a history's file: making them, and looking whether one can be used."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlite_utils

from app.database import connect
from app.errors import UserError
from app.migrations import migrate
from app.watched import UNWATCHED, Watched

_PAGES_AT_ONCE = 2048  # 8 MB


def copy_pages(
    source: sqlite3.Connection, target: sqlite3.Connection, watched: Watched = UNWATCHED
) -> None:
    """Copy a whole database over another; after a failure that is as it was."""
    source.backup(
        target,
        pages=_PAGES_AT_ONCE,
        progress=lambda _status, left, total: watched.tell(1 - left / max(1, total)),
    )


def write_copy(db: sqlite_utils.Database, to: Path, watched: Watched = UNWATCHED) -> None:
    """Copy a database to the file `to`; it gets its name when it is whole.

    Raises UserError "backup-unwritable".
    """
    unfinished = to.with_name(to.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as target:
            copy_pages(db.conn, target, watched)
            target.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(to)
    except (OSError, sqlite3.OperationalError) as error:
        raise UserError(
            "backup-unwritable",
            "The copy {path} could not be written: {reason}.",
            "Choose another folder, or free some space on the disk.",
            path=to,
            reason=error,
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def copies_beside(path: Path) -> list[Path]:
    """Return the copies that lie beside a history, oldest first.

    They were made before migrations and restores, or set aside as damaged.
    """
    beside = path.parent.glob(f"{path.name}.*")
    return sorted(
        (file for file in beside if file.suffix == ".backup" or ".damaged-" in file.name),
        key=lambda file: file.stat().st_mtime,
    )


def is_database(path: Path) -> bool:
    """Return whether a file begins as SQLite databases do; one that cannot be read does not."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


@contextmanager
def usable_copy(
    path: Path,
    clock: Callable[[], datetime],
    folder: Path | None,
    watched: Watched = UNWATCHED,
) -> Iterator[sqlite_utils.Database]:
    """Open a copy, up to date and checked, of another history; it lasts as long as the block.

    `folder` is where the copy may be made; None is the system's place for such things. Raises
    UserError "restore-unusable" when the file is not there, damaged or no database at all.
    """
    with tempfile.TemporaryDirectory(prefix="history-", dir=folder) as temporary:
        try:
            copy = _checked_copy(path, Path(temporary) / "copy.db", clock, watched)
        except (sqlite3.DatabaseError, OSError) as error:
            raise UserError(
                "restore-unusable",
                "{name} cannot be used as a history: {reason}.",
                "Choose a backup that Pinglun made.",
                name=path.name,
                reason=error,
            ) from error
        with closing(copy.conn):
            yield copy


def _checked_copy(
    path: Path, to: Path, clock: Callable[[], datetime], watched: Watched
) -> sqlite_utils.Database:
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {path}")
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(to)) as target,
    ):
        copy_pages(source, target, watched)
    copy = connect(to)
    try:
        migrate(copy, None, now=clock)
        (state,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            raise sqlite3.DatabaseError(state)
    except BaseException:
        copy.conn.close()
        raise
    return copy
