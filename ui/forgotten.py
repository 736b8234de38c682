"""Says that what the reader adds to a page is not kept, and offers to remember the page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.archive import Paste
from ui.bars import NoticeBar
from ui.session import SessionModel


class ForgottenNotice(QObject):
    """Speaks up in a bar, once a page: a star, a tag or a correction was not stored."""

    def __init__(self, session: SessionModel, notice: NoticeBar) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._told: Paste | None = None
        session.archive.forgotten.connect(self._tell)

    def _tell(self, paste: Paste) -> None:
        session = self._session
        if paste is not session.paste or paste is self._told or session.being_remembered:
            return
        self._told = paste
        self._notice.tell(
            self.tr(
                "This page is not in the history: what you add to it lasts only as long as it is "
                "shown."
            ),
            self.tr("Remember this page"),
            self._keep,
        )

    def _keep(self) -> None:
        self._told = None
        self._session.tend.keep_page()
        said = self.tr("This page is in the history now, with what you added.")
        self._notice.tell(said, seconds=8)
