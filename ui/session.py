"""What the window is about: the comments on the page, their translations, the history behind them.

Views call its methods and listen to its signals; nothing here paints. All methods belong to the
window's thread. Notes come first (`ui.noting`), translations from the engine lane after them
(`ui.translating`); the archive remembers both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.models import Comment, HistoryRow, Language, Result
from app.pipeline import Pipeline
from ui.archive import Archive, Paste
from ui.comments import CommentModel, Role
from ui.noting import Noting
from ui.tasks import Job, Lane
from ui.tending import Tending
from ui.translating import Translating
from ui.warming import Warming

if TYPE_CHECKING:
    from app.dictionary import Found
    from app.recovery import Opened

_ALTERNATIVES = 4
_FIRST_ROWS = 12  # about what is in sight before the view has said so


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
        *,
        is_begun: Callable[[], bool] = lambda: True,
    ) -> None:
        """`open_history` is called in the store lane; `is_begun` says if there is one already."""
        super().__init__(parent)
        self.pipeline = pipeline
        self.comments = CommentModel(self)
        self.slang = True
        self.glossary = True
        self._parse = parse
        self.engine_lane = Lane("engine", self)
        self.archive = Archive(open_history, is_begun, self)
        self.tend = Tending(self)
        self.archive.failed.connect(self.failed)
        self.archive.crashed.connect(self.crashed)
        self.paste = Paste("")
        self._left: dict[int, tuple[Job, Callable[[], None]]] = {}
        self.noting = Noting(pipeline, self.comments, self.engine_lane, self)
        self._translating = Translating(self)
        self.warming = Warming(self)
        self.noting.found.connect(self._translating.go_on)
        self.noting.finished.connect(self._remember)
        self.noting.finished.connect(self.tend.offer_corrections)
        self.noting.outdated.connect(self._translating.add)
        self._translating.progress.connect(self.progress)
        self._translating.busy.connect(self.busy)

    @property
    def remember(self) -> bool:
        """Whether what is read is remembered; if not, no history is begun for it."""
        return not self.archive.spare

    @remember.setter
    def remember(self, remember: bool) -> None:
        self.archive.spare = not remember

    @property
    def being_remembered(self) -> bool:
        """Say whether the page goes into the history as soon as all of it is read."""
        return self.remember and not self.paste.remembered and self.noting.unread > 0

    # Coming in

    def read(self, text: str) -> int:
        """Show a pasted text: comments and notes at once, translations as they come.

        Returns how many comments it holds; with none, the page stays as it is.
        """
        comments = self._parse(text)
        if not comments:
            return 0
        self._leave_page()
        read = self.noting.at_once(comments)
        unread = [Result(comment, Language.NONE) for comment in comments[len(read) :]]
        self._show(Paste(text), [*read, *unread], range(len(comments)))
        self.noting.begin(range(len(read), len(comments)))
        self._translating.go_on()
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
            self._show(
                self.archive.adopt(Paste(source, remembered=True, ids=[row.id for row in rows])),
                [row.result for row in rows],
                [i for i, row in enumerate(rows) if row.result.translation is None],
                favourites=[i for i, row in enumerate(rows) if row.favourite],
                tags={i: row.tags for i, row in enumerate(rows) if row.tags},
            )
            at = next((i for i, row in enumerate(rows) if row.id == row_id), -1)
            if at >= 0:
                self.found.emit(at)
            unread = [i for i, row in enumerate(rows) if row.result.language is Language.NONE]
            if unread:  # after a damage only the text may be left
                self.noting.begin(unread)
            self._translating.go_on()

        self.archive.load(thread_id, show)

    def clear(self) -> None:
        """Go back to an empty page; the history keeps what was on it."""
        self._leave_page()
        self._show(Paste(""), [], ())

    def way_back(self) -> Callable[[], None]:
        """Return what brings back the page as it is now, once another has taken its place."""
        paste, comments = self.paste, self.comments
        results, rows = list(comments.results), range(comments.rowCount())
        stars = [row for row in rows if comments.index(row).data(Role.FAVOURITE)]
        tags = {row: comments.tags(row) for row in rows}

        def bring_back() -> None:
            self._leave_page()
            waiting = [row for row in rows if results[row].translation is None]
            self._show(paste, results, waiting, favourites=stars, tags=tags)
            self.noting.begin([row for row in rows if results[row].language is Language.NONE])
            self._translating.go_on()

        return bring_back

    @property
    def source(self) -> str:
        """What was pasted, as it was pasted."""
        return self.paste.source

    @property
    def translating(self) -> bool:
        """Say whether translations are being made."""
        return self._translating.running

    @property
    def stopped(self) -> bool:
        """Say whether translating was given up, by the reader or because it failed."""
        return self._translating.stopped

    @property
    def unfinished(self) -> int:
        """How many comments of the page still have no translation."""
        return self._translating.unfinished

    def prefer(self, first: int, last: int) -> None:
        """Read and translate the rows in sight before the others."""
        self.noting.prefer(first, last)
        self._translating.prefer(first, last)

    # Translating

    def stop(self) -> None:
        """Give up translating; what is done stays, `go_on` does the rest."""
        self._translating.stop()
        self.archive.keep(self.paste)

    def go_on(self) -> None:
        """Translate what has no translation yet."""
        self._translating.restart()

    def set_help(self, slang: bool, glossary: bool) -> None:
        """Switch plain words for slang, and English for seldom words; translate the page again."""
        if (slang, glossary) == (self.slang, self.glossary):
            return
        self.slang, self.glossary = slang, glossary
        if self.comments.rowCount():
            self._translating.expect(range(self.comments.rowCount()))
            self.go_on()

    def read_again(self) -> None:
        """Find the notes of the page anew, after other entries came into force."""
        # What is on its way would bring the old notes back.
        self._translating.drop()
        self.noting.begin(range(self.comments.rowCount()))

    def rephrase(self, entry_id: str) -> None:
        """Translate the comments with an entry again, after the engine is given it otherwise."""
        self._translating.drop()
        for row, result in enumerate(self.comments.results):
            if any(annotation.entry_id == entry_id for annotation in result.annotations):
                self._translating.add(row)
        self._translating.go_on()

    def take_back(self, row: int, entry_id: str) -> None:
        """Translate a comment without putting `entry_id` into other words."""
        self._retranslate(row, self.comments.undone(row) | {entry_id})

    def put_back(self, row: int, entry_id: str) -> None:
        """Undo `take_back`."""
        self._retranslate(row, self.comments.undone(row) - {entry_id})

    def translate_again(self, row: int, alternatives: int = 0) -> None:
        """Translate one comment again, before what else is waiting."""
        self._translating.again(row, alternatives)

    def other_readings(self, row: int) -> None:
        """Translate a comment once more, with other translations beside the best one."""
        self.translate_again(row, _ALTERNATIVES)

    # Words

    def look_up(self, text: str, offset: int) -> Found | None:
        """Return what the dictionary says of the word at `offset`; None while it is loading."""
        if self.warming.dictionary is None:
            self.warming.hurry()
            return None
        return self.warming.dictionary.at(text, offset)

    def close(self) -> None:
        """Keep what was pasted, stop the engine, end both lanes."""
        self._leave_page()
        for job, finish in list(self._left.values()):
            job.cancel()
            finish()
        self.archive.close()
        self.engine_lane.close()

    # The way of a page

    def _leave_page(self) -> None:
        """Give up work for the page that is being left; what it knows is kept."""
        if self.noting.give_up():
            self._remember(complete=False)
        self._translating.drop()
        self._translating.settle()
        self.archive.keep(self.paste)

    def _show(
        self,
        paste: Paste,
        results: Sequence[Result],
        untranslated: Sequence[int],
        *,
        favourites: Sequence[int] = (),
        tags: Mapping[int, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self.paste = paste
        self.prefer(0, _FIRST_ROWS)
        self._translating.expect(untranslated)
        self.comments.reset(results, favourites, tags, waiting=bool(untranslated))
        self.page_changed.emit()
        self._translating.tell()

    def _remember(self, *, complete: bool = True) -> None:
        """Put the page into the history, after those that were left before it."""
        paste = self.paste
        if not self.remember or paste.remembered or id(paste) in self._left:
            return
        if not self.comments.rowCount():
            return
        if self._left or not complete:
            self._read_behind(paste, list(self.comments.results))
        else:
            self.archive.remember(paste, self.comments.results)
            self.archive.keep(paste)

    def _read_behind(self, paste: Paste, results: list[Result]) -> None:
        """Find the notes that a page lacked when it was left, in the store lane; remember it."""

        def read(_job: Job) -> list[Result]:
            return [self.noting.complete(result) for result in results]

        def keep(complete: list[Result]) -> None:
            del self._left[id(paste)]
            self.archive.remember(paste, complete)
            self.archive.keep(paste)

        job = self.archive.lane.submit(read, keep, self.archive.fail)
        self._left[id(paste)] = job, lambda: keep(read(job))

    def _retranslate(self, row: int, undone: frozenset[str]) -> None:
        self.comments.set_undone(row, undone)
        self.translate_again(row)
