"""What is pasted, dropped or opened: text is read at once, pictures go to the desk first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.errors import UserError
from ui import messages
from ui.bars import NoticeBar
from ui.incoming import read_text_files, text_of
from ui.picture_desk import PictureDesk
from ui.picture_file import Source, is_picture, pictures_in
from ui.tasks import Lane
from ui.theme import Theme


class Intake(QObject):
    """Shows `page`, or in its place the desk while pictures are read and corrected."""

    crashed = Signal(object)

    def __init__(
        self,
        owner: QWidget,
        page: QWidget,
        notice: NoticeBar,
        lane: Lane,
        theme: Theme,
        read: Callable[[str], None],
    ) -> None:
        super().__init__(owner)
        self._page = page
        self._notice = notice
        self._read = read
        self.desk = PictureDesk(lane, theme, owner)
        self._stack = QStackedLayout(owner)
        self._stack.addWidget(page)
        self._stack.addWidget(self.desk)
        self.desk.accepted.connect(self._accept)
        self.desk.closed.connect(self.leave_desk)
        self.desk.text.brought.connect(self.take)
        self.desk.failed.connect(self._fail)
        self.desk.crashed.connect(self.crashed)

    @staticmethod
    def accepts(mime: QMimeData) -> bool:
        """Say whether something of it could be read."""
        return mime.hasText() or mime.hasUrls() or mime.hasImage()

    def take(self, mime: QMimeData | None) -> None:
        """Read what was pasted or dropped; None is a clipboard that nobody copied anything to."""
        if mime is None:
            self._read("")
            return
        if pictures := pictures_in(mime):
            self.open_pictures(pictures)
            return
        try:
            self._read(text_of(mime))
        except UserError as problem:
            self._fail(problem)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files: pictures together, or text files one after the other."""
        pictures = [Source(path=path) for path in paths if is_picture(path)]
        if pictures:
            self.open_pictures(pictures)
        elif paths:
            try:
                self._read(read_text_files(paths))
            except UserError as problem:
                self._fail(problem)

    def open_pictures(self, pictures: Sequence[Source]) -> None:
        """Bring the desk into sight and read pictures on it."""
        self._notice.end()
        self._stack.setCurrentWidget(self.desk)
        self.desk.setFocus()
        self.desk.open(pictures)

    def leave_desk(self) -> None:
        """Show the page again; the desk keeps what was read, and the reader may come back to it."""
        if self._stack.currentWidget() is self.desk:
            self._stack.setCurrentWidget(self._page)
            self._page.setFocus()
            # What is read meanwhile does not wait for a picture.
            self.desk.put_aside()
            if self.desk.holds_anything():
                self._notice.tell(
                    self.tr("The picture was put aside."), self.tr("Go on"), self._back
                )

    def _back(self) -> None:
        self._stack.setCurrentWidget(self.desk)
        self.desk.go_on()

    def _accept(self, text: str) -> None:
        self._stack.setCurrentWidget(self._page)
        self.desk.clear()
        self._read(text)

    def _fail(self, problem: object) -> None:
        assert isinstance(problem, UserError)
        self._notice.tell(" ".join(messages.error(problem)))
