"""What the window is about: the comments on the page, their translations, the history behind them.

Views call its methods and listen to its signals; nothing here paints. All methods belong to the
window's thread. Notes come first, in this thread and in slices; translations come from the engine
lane in batches, those in sight first; the archive remembers them.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.models import Comment, HistoryRow, Language, Result
from app.pipeline import Pipeline
from ui.archive import Archive, Paste
from ui.comments import CommentModel
from ui.tasks import Job, Lane
from ui.tending import Tending, keeping_correction

if TYPE_CHECKING:
    from app.dictionary import Dictionary, Found
    from app.recovery import Opened

_AT_ONCE_SECONDS = 0.12
_SLICE_SECONDS = 0.008
_BATCH_FIRST = 8
_BATCH = 32
_ALTERNATIVES = 4
BUSY_AFTER_MS = 500


class SessionModel(QObject):
    """The state that the views show.

    `progress` tells how many of how many comments are translated; `busy` follows after half a
    second; `failed` carries a UserError, `crashed` any other exception.
    """

    page_changed = Signal()
    progress = Signal(int, int)
    busy = Signal(bool)
    failed = Signal(object)
    crashed = Signal(object)
    found = Signal(int)

    def __init__(
        self,
        pipeline: Pipeline,
        open_history: Callable[[], Opened],
        parse: Callable[[str], Sequence[Comment]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pipeline = pipeline
        self.comments = CommentModel(self)
        self.remember = True
        self.slang = True
        self._parse = parse
        self._dictionary: Dictionary | None = None
        self.engine_lane = Lane("engine", self)
        self.archive = Archive(open_history, self)
        self.tend = Tending(self)
        self.archive.failed.connect(self.failed)
        self.archive.crashed.connect(self.crashed)
        self.paste = Paste("")
        self._unread: deque[int] = deque()
        self._untranslated: set[int] = set()
        self._sight = (0, 0)
        self._job: Job | None = None
        self._stopped = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._read_and_go_on)
        self._busy_timer = QTimer(self, interval=BUSY_AFTER_MS, singleShot=True)
        self._busy_timer.timeout.connect(lambda: self.busy.emit(True))

    # Coming in

    def read(self, text: str) -> int:
        """Show a pasted text: comments and notes at once, translations as they come.

        Returns how many comments it holds; with none, the page stays as it is.
        """
        comments = self._parse(text)
        if not comments:
            return 0
        self._leave_page()
        self.paste = Paste(text)
        self._show([Result(comment, Language.NONE) for comment in comments])
        self._unread.extend(range(len(comments)))
        self._untranslated = set(range(len(comments)))
        self._read_on(_AT_ONCE_SECONDS)
        self._go_on()
        return len(comments)

    def open_thread(self, thread_id: int, row_id: int = 0) -> None:
        """Show a remembered thread again; what is not translated yet will be.

        `found` tells where the comment `row_id` stands in it.
        """

        def show(loaded: tuple[str, list[HistoryRow]]) -> None:
            source, rows = loaded
            if not rows:
                return
            self._leave_page()
            self.paste = Paste(source, remembered=True, ids=[row.id for row in rows])
            stars = [i for i, row in enumerate(rows) if row.favourite]
            self._show([row.result for row in rows], stars)
            for i, row in enumerate(rows):
                if row.tags:
                    self.comments.set_tags(i, row.tags)
            self._untranslated = {i for i, row in enumerate(rows) if row.result.translation is None}
            at = next((i for i, row in enumerate(rows) if row.id == row_id), -1)
            if at >= 0:
                self.found.emit(at)
            self._go_on()

        self.archive.load(thread_id, show)

    def clear(self) -> None:
        """Go back to an empty page; the history keeps what was on it."""
        self._leave_page()
        self.paste = Paste("")
        self._show([])

    @property
    def source(self) -> str:
        """What was pasted, as it was pasted."""
        return self.paste.source

    @property
    def translating(self) -> bool:
        """Say whether translations are being made."""
        return self._job is not None

    @property
    def unfinished(self) -> int:
        """How many comments of the page still have no translation."""
        return len(self._untranslated)

    def prefer(self, first: int, last: int) -> None:
        """Translate the rows in sight before the others."""
        self._sight = (first, last)

    # Translating

    def stop(self) -> None:
        """Give up translating; what is done stays, `go_on` does the rest."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()
        self._settle()
        self.archive.keep(self.paste)

    def go_on(self) -> None:
        """Translate what has no translation yet."""
        self._stopped = False
        self._go_on()

    def set_slang(self, slang: bool) -> None:
        """Switch the slang layer on or off, and translate the page again."""
        if slang == self.slang:
            return
        self.slang = slang
        if self.comments.rowCount():
            self._untranslated = set(range(self.comments.rowCount()))
            self.go_on()

    def read_again(self) -> None:
        """Find the notes of the page anew, after other entries came into force."""
        if self._job is not None:
            # Its answers would bring the old notes back.
            self._job.cancel()
            self._job = None
        self._unread = deque(range(self.comments.rowCount()))
        if self._unread:
            self._idle.start()

    def take_back(self, row: int, entry_id: str) -> None:
        """Translate a comment without putting `entry_id` into other words."""
        self._retranslate(row, self.comments.undone(row) | {entry_id})

    def put_back(self, row: int, entry_id: str) -> None:
        """Undo `take_back`."""
        self._retranslate(row, self.comments.undone(row) - {entry_id})

    def translate_again(self, row: int, alternatives: int = 0) -> None:
        """Translate one comment again, before what else is waiting."""
        self._translate([row], self.comments.undone(row), lambda: None, alternatives)

    def other_readings(self, row: int) -> None:
        """Translate a comment once more, with other translations beside the best one."""
        self.translate_again(row, _ALTERNATIVES)

    def warm_up(self) -> None:
        """Load dictionaries and engine before they are needed.

        A missing engine is told when it is needed.
        """
        self.pipeline.analyse(Comment("宝子们 蹲一个链接"))

        def load(_job: Job) -> None:
            try:
                self.pipeline.engine("zh", "en")
            except UserError:
                return

        def load_dictionary(_job: Job) -> Dictionary:
            from app.dictionary import Dictionary

            return Dictionary.load()

        self.engine_lane.submit(load, failed=self.archive.fail)
        self.archive.lane.submit(load_dictionary, self._set_dictionary, self.archive.fail)

    # Words

    def look_up(self, text: str, offset: int) -> Found | None:
        """Return what the dictionary says of the word at `offset`; None while it is loading."""
        return self._dictionary.at(text, offset) if self._dictionary is not None else None

    def _set_dictionary(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def close(self) -> None:
        """Keep what was pasted, stop the engine, end both lanes."""
        if self._unread:
            self._read_on(float("inf"))
        self._leave_page()
        self._busy_timer.stop()

        self.archive.close()
        self.engine_lane.close()

    # The way of a page

    def _leave_page(self) -> None:
        """Give up work for the page that is being left; what it knows is kept."""
        if self._unread:
            self._read_on(float("inf"))
        if self._job is not None:
            self._job.cancel()
        self._settle()
        self.archive.keep(self.paste)
        self._idle.stop()
        self._unread.clear()
        self._untranslated = set()
        self._stopped = False

    def _show(self, results: Sequence[Result], favourites: Sequence[int] = ()) -> None:
        self.comments.reset(results, favourites)
        self._sight = (0, 12)
        self.page_changed.emit()
        self._tell_progress()

    def _read_on(self, seconds: float = _SLICE_SECONDS) -> None:
        """Find the notes of more comments, for a slice of time."""
        until = time.monotonic() + seconds
        while self._unread:
            self._read_row(self._unread.popleft())
            if time.monotonic() > until:
                break
        if self._unread:
            self._idle.start()
        else:
            self._idle.stop()
            self._remember()

    def _read_row(self, row: int) -> None:
        """Find the notes of a comment; a translation that they change is to be made again."""
        before = self.comments.result(row)
        result = self.pipeline.analyse(before.comment)
        made = before.translation
        if made is not None:
            if result.notes == before.notes and result.annotations == before.annotations:
                return
            result = replace(result, translation=made)
            self._untranslated.add(row)
        self.comments.replace(row, result)

    def _read_and_go_on(self) -> None:
        self._read_on()
        self._go_on()

    def _remember(self) -> None:
        if self.remember and not self.paste.remembered and self.comments.rowCount():
            self.archive.remember(self.paste, self.comments.results)
            self.archive.keep(self.paste)

    def _next_batch(self) -> list[int]:
        """Choose what to translate next: rows in sight, then those after, then those before."""
        first, _last = self._sight
        unread = set(self._unread)
        ready = sorted(self._untranslated - unread, key=lambda row: (row < first, row))
        return ready[: _BATCH if self._done_any() else _BATCH_FIRST]

    def _done_any(self) -> bool:
        return len(self._untranslated) < self.comments.rowCount()

    def _go_on(self) -> None:
        if self._job is not None or self._stopped:
            return
        rows = self._next_batch()
        if not rows:
            if not self._unread:
                self._settle()
            return
        self.comments.set_waiting(True)
        if not self._busy_timer.isActive():
            self._busy_timer.start()
        self._job = self._translate(rows, frozenset(), self._batch_done)

    def _translate(
        self,
        rows: Sequence[int],
        without: frozenset[str],
        done: Callable[[], None],
        alternatives: int = 0,
    ) -> Job:
        results = [self.comments.result(row) for row in rows]
        paste, slang, remember = self.paste, self.slang, self.remember

        def work(job: Job) -> None:
            self.pipeline.translate(
                results,
                target=paste.target,
                slang=slang,
                without=without,
                alternatives=alternatives,
                remember=remember,
                on_result=lambda i, result: job.report((rows[i], result)),
                cancelled=job.cancelled,
            )

        def one(answer: tuple[int, Result]) -> None:
            row, result = answer
            if result.translation is not None:
                paste.fresh.append((row, result.translation))
            if paste is not self.paste:
                return  # the page was left; the history wants it still
            self._untranslated.discard(row)
            if result.translation is not None:
                result = keeping_correction(result, self.comments.result(row).translation)
            self.comments.replace(row, result)
            self._tell_progress()

        def finish(_none: object) -> None:
            self.archive.keep(paste)
            done()

        def fail(error: Exception) -> None:
            self.archive.keep(paste)
            if paste is self.paste:
                self._job = None
                self._stopped = True
                self._settle()
            self.archive.fail(error)

        return self.engine_lane.submit(work, finish, fail, one)

    def _batch_done(self) -> None:
        self._job = None
        self._go_on()

    def _retranslate(self, row: int, undone: frozenset[str]) -> None:
        self.comments.set_undone(row, undone)
        self.translate_again(row)

    def _settle(self) -> None:
        self._job = None
        self._busy_timer.stop()
        self.busy.emit(False)
        self.comments.set_waiting(False)
        self._tell_progress()

    def _tell_progress(self) -> None:
        total = self.comments.rowCount()
        self.progress.emit(total - len(self._untranslated), total)
