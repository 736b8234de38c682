"""One SQLite file: how it is opened, written to, and how its failures are put into words.

Every connection belongs to the thread that opened it. WAL lets other processes read while one
writes; `synchronous=FULL` makes a commit last through a power cut, at one flush a commit;
`secure_delete` overwrites what the user deleted.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from app.errors import Sentence, UserError, reason_of, said

BUSY_SECONDS = 15.0
_WAL_PAUSE_SECONDS = 0.02

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = {sqlite3.SQLITE_FULL}
_REFUSED = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_IOERR,
}
_REASONS = {
    sqlite3.SQLITE_READONLY: said("it can only be read"),
    sqlite3.SQLITE_CANTOPEN: said("there is no way to it"),
    sqlite3.SQLITE_PERM: said("you may not do that there"),
    sqlite3.SQLITE_IOERR: said("the disk does not answer"),
}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def utc_now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """Return `moment` as it is stored: UTC, ISO 8601, milliseconds; sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def as_user_error(error: sqlite3.Error | OSError, path: Path | str) -> UserError | None:
    """Return what the user can be told about `error`, or None when it is a fault of ours."""
    if isinstance(error, OSError):
        return _refused(path, reason_of(error))
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CORRUPT_VTAB:
        return UserError(
            "history-index",
            "The search index did not fit the history any more; it is being made anew.",
            "Nothing is lost. Please try again.",
        )
    # The extended code carries the plain one in its low byte.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in _DAMAGED:
        return UserError(
            "history-damaged",
            "The history in {path} is damaged.",
            "Restart Pinglun: it sets the damaged file aside and recovers what can be read.",
            path=path,
        )
    if code in _FULL:
        return UserError(
            "history-disk-full",
            "The disk that holds {path} is full, so nothing more can be remembered.",
            "Free some space and try again. What is on screen stays until you close the window.",
            path=path,
        )
    if code in _REFUSED:
        return _refused(path, _REASONS.get(code, str(error)))
    if code in _BUSY:
        return UserError(
            "history-busy",
            "Another program has kept {path} locked for {seconds} seconds.",
            "Close other copies of Pinglun, or wait for their import or export to end.",
            path=path,
            seconds=f"{BUSY_SECONDS:.0f}",
        )
    return None


def _refused(path: Path | str, reason: Sentence | str) -> UserError:
    return UserError(
        "history-unwritable",
        "The history in {path} cannot be opened or written: {reason}.",
        "Check that the folder is there and that you may write to it, then try again.",
        path=path,
        reason=reason,
    )


@contextmanager
def in_user_words(path: Path | str) -> Iterator[None]:
    """Raise SQLite's and the system's failures as UserError where the user can mend them."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        told = as_user_error(error, path)
        if told is None:
            raise
        raise told from error


def connect(path: Path | None) -> sqlite_utils.Database:
    """Open the database at `path`, creating file and folder; None keeps it in memory.

    Raises sqlite3.Error or OSError; see `in_user_words`.
    """
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        db = sqlite_utils.Database(connection, execute_plugins=False)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA cache_size = -16384")
        if path is not None:
            _enable_wal(db)
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA journal_size_limit = 16777216")
    except BaseException:
        connection.close()
        raise
    return db


def _enable_wal(db: sqlite_utils.Database) -> None:
    """Write ahead; wait for another program that opens the new file at this very moment.

    SQLite does not wait by itself here: two that change the journal of one file would block each
    other, so that one of them is refused at once (SQLITE_BUSY without the busy handler).
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.enable_wal()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_WAL_PAUSE_SECONDS)
        else:
            return


@contextmanager
def writing(db: sqlite_utils.Database) -> Iterator[None]:
    """Hold the write lock for a block: all of it is stored, or none.

    The lock is taken at once, so that two writing processes wait for each other here and never
    fail halfway. Blocks may be nested; the outermost decides.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def waiting_at_most(db: sqlite_utils.Database, seconds: float) -> Iterator[None]:
    """Give up sooner than usual, within a block, when others keep the database locked."""
    db.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}").fetchall()
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}").fetchall()


@contextmanager
def reading(db: sqlite_utils.Database) -> Iterator[None]:
    """See one state of the database for a block of queries, whatever others write meanwhile."""
    if db.conn.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()
