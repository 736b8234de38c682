"""Loading what is slow before it is needed, one thing after the other, beside the window.

Notes come first, since they are what a paste is waited for; the dictionary comes last and late,
since nobody points at a word in the first second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.models import Comment, Result
from ui.tasks import Job

if TYPE_CHECKING:
    from app.dictionary import Dictionary
    from ui.session import SessionModel

_DICTIONARY_AFTER_MS = 1500
# What many comments hold: Chinese, Latin, emoji, a sticker, words with rules of context.
_SAMPLE = ("宝子们 蹲一个链接", "笑死，这也太绝了吧😂 yyds", "真的假的？求同款[害羞R] 2025")


class Warming(QObject):
    """Loads in the session's lanes.

    `ready` comes when notes can be found, with a few comments that have theirs.
    """

    ready = Signal(object)

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session)
        self._session = session
        self.dictionary: Dictionary | None = None
        self._late = QTimer(self, interval=_DICTIONARY_AFTER_MS, singleShot=True)
        self._late.timeout.connect(self._load_dictionary)

    def begin(self) -> None:
        """Load everything; a missing engine is told when it is needed."""
        session = self._session
        session.noting.hold(True)

        def read(_job: Job) -> list[Result]:
            return [session.pipeline.analyse(Comment(text)) for text in _SAMPLE]

        session.engine_lane.submit(read, self._can_read, self._cannot_read)

    def hurry(self) -> None:
        """Load the dictionary now, if it waits for its time."""
        if self._late.isActive():
            self._late.stop()
            self._load_dictionary()

    def _can_read(self, results: list[Result]) -> None:
        session = self._session
        session.noting.hold(False)
        self.ready.emit(results)

        def load_engine(_job: Job) -> None:
            try:
                session.pipeline.engine("zh", "en")
            except UserError:
                return

        session.engine_lane.submit(load_engine, self._open_history, session.archive.fail)

    def _cannot_read(self, error: Exception) -> None:
        self._session.noting.hold(False)
        self._session.archive.fail(error)

    def _open_history(self, _none: object) -> None:
        # Whoever asks something of it first waits until it is opened.
        self._session.archive.submit(lambda _store: None)
        self._late.start()

    def _load_dictionary(self) -> None:
        def load(_job: Job) -> Dictionary:
            from app.dictionary import Dictionary

            return Dictionary.load()

        archive = self._session.archive
        archive.lane.submit(load, self._set_dictionary, archive.fail)

    def _set_dictionary(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
