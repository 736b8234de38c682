"""Reading pictures in the engine lane; what comes of it is handed over picture by picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QImage

from app.errors import UserError
from ui.messages import say
from ui.picture_file import MOST_PICTURES, Source, pixels
from ui.tasks import Job, Lane

if TYPE_CHECKING:
    from app.ocr import Ocr, TextLine
    from app.picture_layout import Row


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A picture and what stands in it: `rows` point into `lines`, of which some are left out."""

    image: QImage
    lines: tuple[TextLine, ...] = ()
    rows: tuple[Row, ...] = ()


class PictureWork(QObject):
    """`shown` carries a decoded picture, `read` the same with its text, in order.

    `progress` is the share of all pictures, 0 to 1. `failed` carries a UserError, `crashed` any
    other exception; `done` ends a reading that went well.
    """

    shown = Signal(object)
    read = Signal(object)
    progress = Signal(float)
    done = Signal()
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._ocr: Ocr | None = None  # lives in the lane
        self._job: Job | None = None

    def start(self, sources: Sequence[Source]) -> None:
        """Read pictures one after the other; what was being read is given up."""
        self.stop()
        if len(sources) > MOST_PICTURES:
            self.failed.emit(
                UserError(
                    "too-many-pictures",
                    say(QT_TRANSLATE_NOOP("messages", "These are too many pictures at once.")),
                    say(QT_TRANSLATE_NOOP("messages", "Take up to twenty at a time.")),
                )
            )
            return

        def work(job: Job) -> None:
            for number, source in enumerate(sources):
                self._read(job, source, number, len(sources))

        self._job = self._lane.submit(work, self._end, self._fail, lambda act: act())

    def stop(self) -> None:
        """Give up; nothing more is told of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _read(self, job: Job, source: Source, number: int, count: int) -> None:
        """Read one picture; called in the lane."""
        from app.ocr import Ocr
        from app.picture_layout import arrange

        image = source.load()
        job.report(lambda: self.shown.emit(ReadPicture(image)))
        if self._ocr is None:
            self._ocr = Ocr()

        def tell(share: float) -> None:
            job.report(lambda: self.progress.emit((number + share) / count))

        lines = self._ocr.read(pixels(image), tell, job.cancelled)
        rows = arrange(lines, image.width(), image.height()).rows
        job.report(lambda: self.read.emit(ReadPicture(image, lines, rows)))

    def _end(self, _none: object) -> None:
        self._job = None
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        told: Callable[[object], None] = (
            self.failed.emit if isinstance(error, UserError) else self.crashed.emit
        )
        told(error)


def together(
    pictures: Sequence[ReadPicture], before: Sequence[Row] = (), offset: int = 0
) -> list[Row]:
    """Return the rows of several pictures as one text; where they overlap, once.

    They follow the rows `before`, whose pictures have `offset` lines: `sources` count on through
    the lines of all pictures.
    """
    from app.picture_layout import follow_on

    rows = list(before)
    for picture in pictures:
        again = follow_on(rows, picture.rows)
        for row in picture.rows[again:]:
            rows.append(replace(row, sources=tuple(s + offset for s in row.sources)))
        offset += len(picture.lines)
    return rows[len(before) :]
