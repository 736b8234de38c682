"""Opening the history whatever has become of its file.

Nothing is ever deleted: a damaged file is renamed and left for whoever can do more with it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.database import connect, in_user_words, utc_now
from app.errors import UserError, said
from app.history import HistoryStore
from app.migrations import migrate
from app.salvage import Saved, salvage


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved from a damaged file, which now lies at `set_aside`."""

    set_aside: Path
    saved: Saved

    def told(self) -> UserError:
        """Return what to tell the user."""
        saved = said("Nothing of it could be read.")
        if self.saved.threads:
            saved = said(
                "Saved: comments {comments}, threads {threads}, translations {translations}.",
                comments=self.saved.comments,
                threads=self.saved.threads,
                translations=self.saved.translations,
            )
        return UserError(
            "history-recovered",
            "The history was damaged. {saved} The damaged file was kept as {name}.",
            saved=saved,
            name=self.set_aside.name,
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A history that can be used, and what the user should be told about it.

    `trouble` is why the file itself could not be used as it was: the store is then in memory, or
    holds what `recovered` says was saved.
    """

    store: HistoryStore
    trouble: UserError | None = None
    recovered: Recovered | None = None


def open_history(path: Path, *, clock: Callable[[], datetime] = utc_now) -> Opened:
    """Open the history so that the program can go on in any case.

    A damaged file is set aside and what can be read of it is saved into a new one. When the place
    cannot be written, the disk is full, or the file is not ours or of a newer program, the history
    is kept in memory and `trouble` says so.
    """
    try:
        return Opened(HistoryStore(path, clock=clock))
    except UserError as error:
        if error.code != "history-damaged":
            return Opened(HistoryStore.in_memory(clock=clock), error)
        return mend(path, clock=clock, trouble=error)


def mend(
    path: Path, *, clock: Callable[[], datetime] = utc_now, trouble: UserError | None = None
) -> Opened:
    """Recover a damaged history and open what was saved; or, when that fails, one in memory.

    All stores that have the file open must be closed before.
    """
    try:
        recovered = recover(path, clock=clock)
        return Opened(HistoryStore(path, clock=clock), trouble, recovered)
    except UserError as error:
        return Opened(HistoryStore.in_memory(clock=clock), error)


def recover(path: Path, *, clock: Callable[[], datetime] = utc_now) -> Recovered:
    """Set a damaged database aside and save what can be read of it into a new one at `path`.

    All stores that have the file open must be closed before. Raises UserError when the folder
    cannot be written; the damaged file is then still in its place.
    """
    moment = f"{clock():%Y%m%dT%H%M%S%f}"
    unfinished = path.with_name(f"{path.name}.recovered-{moment}.unfinished")
    aside = path.with_name(f"{path.name}.damaged-{moment}")
    with in_user_words(path):
        try:
            db = connect(unfinished)
            with closing(db.conn):
                migrate(db, None, now=clock)
                saved = salvage(path, db, clock())
                db.execute("PRAGMA journal_mode = DELETE")  # all of it in one file, to be renamed
            # The log belongs to the file: moved with it, it can still be read by experts.
            for suffix in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    Path(f"{path}{suffix}").rename(f"{aside}{suffix}")
            path.rename(aside)
            unfinished.rename(path)
        finally:
            for suffix in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
    return Recovered(aside, saved)
