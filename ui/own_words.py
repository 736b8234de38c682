"""The reader's own entries and packs, and the book of all entries, away from the window's thread.

Files are read and written in the store lane; so is the index of the book. After every change the
entries in force are exchanged, and the page that is open is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import lexicon
from app.errors import UserError
from app.lexicon import Entry
from app.packs import Pack, PackRefused, PackStore, unwritable
from ui.session import SessionModel
from ui.tasks import Job

if TYPE_CHECKING:  # brings the index of pinyin: the store lane loads it, not the start
    from app.slang_book import SlangBook

Undo = Callable[[], None]


class OwnWords(QObject):
    """`changed` comes when the book or the packs are others; `refused` carries a PackRefused.

    `failed` carries any other UserError, `crashed` any other exception.
    """

    changed = Signal()
    refused = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        store: PackStore,
        bundled: Sequence[Path],
        session: SessionModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._bundled = tuple(bundled)
        self._session = session
        self.book: SlangBook | None = None
        self.packs: Sequence[Pack] = ()

    def open(self) -> None:
        """Read the book, if that has not been done; `changed` tells when it is there."""
        if self.book is None:
            self._session.archive.lane.submit(self._read, self._show, self._fail, key="book")

    # Entries

    def put(self, entry: Entry, pack: str, done: Callable[[Entry], None]) -> None:
        """Add an entry to a pack, or replace the one with its id."""
        self._change(lambda: self._store.put(entry, pack), lambda _none: done(entry))

    def remove(self, entry_id: str, pack: str, done: Callable[[Entry, Undo], None]) -> None:
        """Delete an own entry; `done` gets it, and what puts it back."""

        def told(gone: Entry | None) -> None:
            if gone is not None:
                done(gone, lambda: self.put(gone, pack, lambda _entry: None))

        self._change(lambda: self._store.remove_entry(entry_id, pack), told)

    def switch_entry(self, entry_id: str, on: bool, done: Callable[[], None]) -> None:
        """Switch any entry on or off for good."""
        self._change(lambda: self._store.switch_entry(entry_id, on), lambda _none: done())

    def leave_as_written(self, entry_id: str, left: bool, done: Callable[[], None]) -> None:
        """Give the engine an entry as it is written from now on, or in plain words again."""
        lane = self._session.archive.lane

        def change(_job: Job) -> None:
            self._store.leave_as_written(entry_id, left)
            self._session.pipeline.use(self._store.load(self._bundled))

        def told(_none: object) -> None:
            self._session.rephrase(entry_id)
            done()
            if self.book is not None:
                lane.submit(self._read, self._show, self._fail, key="book")

        lane.submit(change, told, self._fail)

    # Packs

    def switch_pack(self, name: str, on: bool) -> None:
        """Switch a pack on or off."""
        self._change(lambda: self._store.switch_pack(name, on))

    def remove_pack(self, pack: Pack, done: Callable[[Undo], None]) -> None:
        """Delete a pack, also a damaged one; `done` gets what puts it back."""
        path = self._store.folder / f"{pack.name}.json"

        def delete() -> bytes:
            data = path.read_bytes()
            path.unlink()
            return data

        self._change(delete, lambda data: done(lambda: self._put_back(path, data)))

    def import_file(self, path: Path, done: Callable[[Pack, bool, Undo], None]) -> None:
        """Add the pack in a file; nothing of it is taken over when anything in it is wrong.

        `done` gets the pack, whether it took the place of another, and what undoes that.
        """

        def take() -> tuple[Pack, Path, bytes | None]:
            files = lexicon.bundled_files(self._store.folder)
            before = {file.stem: file.read_bytes() for file in files}
            pack = self._store.import_file(path)
            file = self._store.folder / f"{pack.name}.json"
            return pack, file, before.get(pack.name)

        def told(taken: tuple[Pack, Path, bytes | None]) -> None:
            pack, file, before = taken
            done(pack, before is not None, lambda: self._put_back(file, before))

        self._change(take, told)

    def export_file(self, name: str, path: Path, done: Callable[[int], None]) -> None:
        """Write a pack to a file; `done` gets the number of entries."""
        self._session.archive.lane.submit(
            lambda _job: self._store.export_file(name, path), done, self._fail
        )

    def _put_back(self, path: Path, data: bytes | None) -> None:
        """Make a pack's file what it was; None means that there was none."""

        def write() -> None:
            if data is None:
                path.unlink(missing_ok=True)
            else:
                temporary = path.with_name(path.name + ".new")
                temporary.write_bytes(data)
                temporary.replace(path)

        self._change(write)

    # In the lane

    def _change(
        self, work: Callable[[], object], done: Callable[..., None] = lambda _value: None
    ) -> None:
        def change(job: Job) -> tuple[object, tuple[SlangBook, Sequence[Pack]]]:
            value = work()
            self._session.pipeline.use(self._store.load(self._bundled))
            return value, self._read(job)

        def told(answer: tuple[object, tuple[SlangBook, Sequence[Pack]]]) -> None:
            value, read = answer
            self._session.read_again()
            self._show(read)
            done(value)

        self._session.archive.lane.submit(change, told, self._fail)

    def _read(self, _job: Job) -> tuple[SlangBook, Sequence[Pack]]:
        from app.slang_book import SlangBook, gather

        return SlangBook(gather(self._store, self._bundled)), self._store.packs()

    # In the window

    def _show(self, read: tuple[SlangBook, Sequence[Pack]]) -> None:
        self.book, self.packs = read
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, PackRefused):
            self.refused.emit(error)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        elif isinstance(error, OSError):
            self.failed.emit(unwritable(Path(error.filename or "").name, error))
        else:
            self.crashed.emit(error)
