"""A picture beside the text that was read off it, to be corrected before it becomes comments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from ui import messages
from ui.bars import ProgressLine
from ui.picture_buttons import PictureButtons
from ui.picture_file import Source
from ui.picture_left_out import LeftOut
from ui.picture_text import PictureText
from ui.picture_view import PictureView
from ui.picture_work import PictureWork, ReadPicture, together
from ui.tasks import Lane
from ui.theme import Theme

_LOW = 400  # px at 100 %: below, nothing is said that the buttons do not say
_NARROW = 640  # px at 100 %: below, the picture stands above the text


class PictureDesk(QWidget):
    """`accepted` carries the corrected text; `closed` comes when the desk was left without that.

    `failed` carries a UserError, `crashed` any other exception; with both the desk is closed.
    """

    accepted = Signal(str)
    closed = Signal()
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, lane: Lane, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._pictures: list[ReadPicture] = []
        self._waiting: Sequence[Source] = []
        self._before = 0  # how many pictures lay there when more came
        self._wanted = 0
        self._reading = False
        self._problem = ""
        self.work = PictureWork(lane, self)
        self.title = QLabel(self)
        self.about = QLabel(self)
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.about.setProperty("second", True)
        self.line = ProgressLine(theme, self)
        self.view = PictureView(theme, self)
        self.text = PictureText(theme, self)
        self.left_out = LeftOut(self.text, self.view, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.text)
        self.buttons = PictureButtons(self)
        self._lay()
        self._connect()
        self._restyle()
        self._words()

    def open(self, sources: Sequence[Source]) -> None:
        """Read pictures and show them, after those on the desk, whose text stays as it is."""
        sources = [*self._waiting, *sources]
        self.put_aside()
        if not self.text.toPlainText().strip():
            self.clear()
        self._waiting = sources
        self._before = len(self._pictures)
        self._wanted = len(sources)
        self._problem = ""
        self._set_reading(True)
        self.line.set(0, 1)
        self._words()
        self.work.start(sources)

    def put_aside(self) -> None:
        """Stop reading; `go_on` begins anew with the pictures that were not read."""
        self.work.stop()
        if self._reading:
            del self._pictures[self._before :]
            self.view.set_images([picture.image for picture in self._pictures])
            self._set_reading(False)
            self._words()

    def go_on(self) -> None:
        """Read what was put aside, or go back to the text."""
        if self._waiting:
            self.open(())
        else:
            self.text.setFocus()

    def clear(self) -> None:
        """Forget the pictures and their text."""
        self._pictures = []
        self._waiting = []
        self._before = 0
        self._problem = ""
        self.view.set_images([])
        self.left_out.set_pictures([])
        self.text.set_rows([])

    def holds_anything(self) -> bool:
        """Say whether there is something to come back to: text, or pictures still to be read."""
        return not self._reading and bool(self._waiting or self.text.toPlainText().strip())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_F8:
            self.text.go_to_doubtful()
        elif event.key() == Qt.Key.Key_F7:
            self.open_left_out()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.about.setVisible(self.height() >= self._theme.px(_LOW))
        narrow = self.width() < self._theme.px(_NARROW)
        self.splitter.setOrientation(
            Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    # What happens

    def _connect(self) -> None:
        work = self.work
        work.shown.connect(self._show)
        work.read.connect(self._add)
        work.progress.connect(lambda share: self.line.set(round(share * 1000), 1000))
        work.done.connect(self._done)
        work.failed.connect(self._fail)
        work.crashed.connect(self._crash)
        self.buttons.read.clicked.connect(self._accept)
        self.buttons.cancel.clicked.connect(self._leave)
        self.buttons.next.clicked.connect(self.text.go_to_doubtful)
        self.buttons.more.clicked.connect(self.open_left_out)
        self.buttons.larger.clicked.connect(lambda: self.view.zoom(1))
        self.buttons.smaller.clicked.connect(lambda: self.view.zoom(-1))
        self.buttons.fit.clicked.connect(lambda: self.view.zoom(0))
        self.view.picked.connect(self.text.go_to_line)
        self.view.edited.connect(self.text.setFocus)
        self.text.reached.connect(self.view.mark)
        self.text.submitted.connect(self._accept)
        self.text.textChanged.connect(self._tell)
        self.text.kept_changed.connect(self._tell)
        self._theme.changed.connect(self._restyle)

    def _show(self, picture: ReadPicture) -> None:
        """Show a picture while it is being read."""
        self.view.set_images([*(p.image for p in self._pictures), picture.image])
        self._words()

    def _add(self, picture: ReadPicture) -> None:
        self._pictures.append(picture)
        self._words()

    def _done(self) -> None:
        self._set_reading(False)
        self._waiting = []
        kept = self.text.kept() if self._before else []
        rows = together(self._pictures[self._before :], kept, self._lines(self._before))
        self.left_out.set_pictures(self._pictures)
        if self._before:
            self.text.add_rows(rows)
        else:
            self.text.set_rows(rows)
        self._words()
        self.text.setFocus()

    def open_left_out(self) -> None:
        """Offer the lines that were left out."""
        if not self._reading and self.left_out.lines():
            self.left_out.open_menu(
                self.buttons.more.mapToGlobal(self.buttons.more.rect().topLeft())
            )

    def _accept(self) -> None:
        text = self.text.toPlainText()
        if not self._reading and text.strip():
            self.accepted.emit(text)

    def _lines(self, pictures: int) -> int:
        """Return how many lines the first pictures have together."""
        return sum(len(picture.lines) for picture in self._pictures[:pictures])

    def _leave(self) -> None:
        """Give up the pictures that are being read; where none are, leave the desk."""
        adding = self._reading and self._before > 0
        self.put_aside()
        self._waiting = []
        if adding:
            self.text.setFocus()
        else:
            self.closed.emit()

    def _fail(self, problem: UserError) -> None:
        """Go on with the pictures that were read, if there are any."""
        if any(picture.rows for picture in self._pictures):
            self._problem = " ".join(messages.error(problem))
            self._done()
        else:
            self.clear()
            self._leave()
        self.failed.emit(problem)

    def _crash(self, error: object) -> None:
        self._leave()
        self.crashed.emit(error)

    def _set_reading(self, reading: bool) -> None:
        self._reading = reading
        self.line.set_on(reading)
        self.text.setReadOnly(reading)

    # Looks

    def _lay(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.about)
        self._column.addWidget(self.line)
        self._column.addWidget(self.splitter, 1)
        self._column.addLayout(self.buttons)
        self.setTabOrder(self.text, self.view)

    def _restyle(self) -> None:
        px, theme = self._theme.px, self._theme
        self.title.setFont(theme.font(20))
        self.about.setFont(theme.font(14))
        self.buttons.restyle(theme)
        self._column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._column.setSpacing(px(8))
        self.splitter.setHandleWidth(px(8))
        for part in (self.view, self.text):
            part.setMinimumSize(px(120), px(48))

    def _words(self) -> None:
        self.buttons.write()
        self.view.setAccessibleName(self.tr("Picture"))
        self.view.setAccessibleDescription(
            self.tr(
                "Up and Down go from line to line, Enter takes in one that was left out; plus, "
                "minus and 0 change its size."
            )
        )
        self.text.setAccessibleName(self.tr("Text of the picture"))
        self.text.setAccessibleDescription(
            self.tr(
                "Correct what was misread, then press Ctrl+Enter. F8 goes to doubtful lines, F7 "
                "lists those that were left out."
            )
        )
        self._tell()

    def _tell(self) -> None:
        """Say how far the reading is, or what the reader can do now."""
        if self._reading:
            self.title.setText(self.tr("Reading the picture …"))
            read = str(len(self._pictures) - self._before + 1)
            self.about.setText(
                self.tr("Picture %1 of %2").replace("%1", read).replace("%2", str(self._wanted))
                if self._wanted > 1
                else self.tr("It stays on this computer.")
            )
        elif not self.text.toPlainText().strip():
            self.title.setText(self.tr("No text was found in this picture"))
            self.about.setText(
                self.tr("Type what it says, or go back and take a sharper screenshot.")
            )
        else:
            self.title.setText(self.tr("Is this what it says?"))
            count = len(self.text.doubtful())
            about = (
                self.tr("%n line(s) may be misread, marked by ? and a wavy line.", "", count)
                if count
                else self.tr("Correct what was misread; click a dotted line to take it in (F7).")
            )
            self.about.setText(f"{self._problem} {about}".strip())
        self.buttons.next.setVisible(not self._reading and bool(self.text.doubtful()))
        self.buttons.more.setVisible(not self._reading and bool(self.left_out.lines()))
        self.buttons.read.setEnabled(not self._reading and bool(self.text.toPlainText().strip()))
