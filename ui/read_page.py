"""The page where comments are read: paste box, cards, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.settings import ViewChoices
from ui.actions import CardActions
from ui.bars import UNDO_SECONDS
from ui.beside import Beside
from ui.comment_menu import CommentMenu
from ui.explaining import Explainer
from ui.forgotten import ForgottenNotice
from ui.intake import Intake
from ui.notes import NotesView
from ui.notes_panel import NotesPanel
from ui.page_progress import PageProgress
from ui.read_column import ReadColumn
from ui.session import SessionModel
from ui.theme import Theme


class ReadPage(QWidget):
    """Box, cards and notes, and the pop-up at a word.

    `word_changed` tells the rail what is being done, `sample_wanted` asks for the sample,
    `known_wanted` to take a word for known, or no more, `notes_wanted` to show the notes beside the
    comments, or to fold them.
    """

    word_changed = Signal(str)
    known_wanted = Signal(str)
    notes_wanted = Signal(bool)
    sample_wanted = Signal()

    def __init__(
        self,
        session: SessionModel,
        theme: Theme,
        choices: ViewChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._session = session
        self._theme = theme
        self._met_row = -1
        self.column = ReadColumn(theme, choices, self)
        self.box, self.notice, self.view = self.column.box, self.column.notice, self.column.view
        self.unfold, self.line = self.column.unfold, self.column.line
        self.progress = PageProgress(session, self.line, self.box)
        self.view.setModel(session.comments)
        self.menu = CommentMenu(self.view, session)
        self.forgotten = ForgottenNotice(session, self.notice)
        self.actions_bar = CardActions(self.view, theme)
        self.explainer = Explainer(self.view, session, theme)
        self.popup = self.explainer.popup
        self.notes = NotesView(
            theme,
            lambda name: session.pipeline.lexicon.entries.get(name),
            lambda name: name in session.pipeline.lexicon.as_written,
        )
        self.panel = NotesPanel(self.notes, theme)
        self.splitter = Beside(self, self.column, self.panel, theme, share=2 / 3, sheet_width=400)
        self._beside = choices.notes
        lane = session.engine_lane
        self.intake = Intake(self, self.splitter, self.notice, lane, theme, self.read)
        self._connect()
        self._restyle()
        self._page_changed()

    def _connect(self) -> None:
        session, view = self._session, self.view
        self.progress.word_changed.connect(self.word_changed)
        self.box.given.connect(self.read)
        self.box.brought.connect(self.intake.take)
        self.intake.crashed.connect(session.crashed)
        self.box.sample_wanted.connect(self.sample_wanted)
        self.box.stop_wanted.connect(session.stop)
        self.box.go_on_wanted.connect(session.go_on)
        session.page_changed.connect(self._page_changed)
        session.archive.changed.connect(self._ask_met)
        session.found.connect(lambda row: self.view.setCurrentIndex(session.comments.index(row)))
        view.visible_changed.connect(session.prefer)
        view.current_changed.connect(self._current)
        view.pointed.connect(self._pointed)
        view.opened.connect(self.open_notes)
        view.entered.connect(self.enter_notes)
        view.take_back.connect(session.take_back)
        view.put_back.connect(session.put_back)
        self.notes.take_back.connect(lambda e: session.take_back(view.current_row, e))
        self.notes.others_wanted.connect(self.show_readings)
        self.menu.readings_wanted.connect(self.show_readings)
        self.menu.done.connect(
            lambda said, back: self.notice.tell(said, self.tr("Undo"), back, seconds=UNDO_SECONDS)
        )
        self.notes.put_back.connect(lambda e: session.put_back(view.current_row, e))
        self.explainer.known_wanted.connect(self.known_wanted)
        view.star_wanted.connect(self.menu.star)
        self.actions_bar.star_wanted.connect(self.menu.star)
        self.actions_bar.menu_wanted.connect(self.menu.open)
        view.menu_wanted.connect(self.menu.open)
        self.panel.closed.connect(self._fold)
        self.unfold.clicked.connect(self._unfold)
        self._theme.changed.connect(self._restyle)

    def read(self, text: str) -> None:
        """Read a text; say so when there is nothing in it."""
        typed = self.box.editor.toPlainText()
        session = self._session
        # What is in the history can be found again there.
        lost = session.comments.rowCount() > 0 and not session.remember
        back = session.way_back() if lost and not session.paste.remembered else None
        if not session.read(text):
            self.notice.tell(self.tr("There is no text to read in that."), seconds=8)
            return
        # Where nothing is kept, the bar goes on saying why.
        if self._session.archive.lasting and not self.intake.desk.holds_anything():
            self.notice.hide()
        if back is not None:
            said = self.tr("What was here before is not remembered.")
            self.notice.tell(said, self.tr("Undo"), back, seconds=UNDO_SECONDS)
        if typed == text:
            self.box.take_typed()
        self.view.setFocus()

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read a text file, or pictures."""
        self.intake.take_files(paths)

    def paste(self) -> None:
        """Read what is on the clipboard."""
        self.intake.take(QGuiApplication.clipboard().mimeData())

    def open_notes(self) -> None:
        """Bring the notes into sight, as a sheet where the window is narrow."""
        if not self.explainer.pin():
            self._unfold()

    def enter_notes(self) -> None:
        """Go to the notes by keyboard, unless there is a pop-up that can be kept open."""
        if not self.explainer.pin():
            self._unfold()
            self.notes.setFocus()

    def show_readings(self) -> None:
        """Have the current comment translated otherwise, and bring that into sight."""
        self._unfold()
        self.notes.await_readings()
        self._session.other_readings(self.view.current_row)

    def show_notes(self, shown: bool) -> None:
        """Show the notes beside the comments, or fold them away."""
        self._beside = shown
        self._choose_shape()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.explainer.close()

    def tell_left(self, entry_id: str, back: Callable[[], None]) -> None:
        """Tell that an entry is left as written everywhere, and offer to take that back."""
        entry = self._session.pipeline.lexicon.entries.get(entry_id)
        said = self.tr("The engine gets %s as it is written from now on.")
        name = entry.forms[0] if entry is not None else entry_id
        self.notice.tell(said % name, self.tr("Undo"), back, seconds=UNDO_SECONDS)

    def close_notes(self) -> bool:
        """Close the sheet; say whether it was open."""
        closed = self.splitter.close_sheet()
        if closed:
            self.view.setFocus()
        return closed

    def _unfold(self) -> None:
        if self.splitter.sheet:
            self.splitter.open_sheet()
        elif not self.panel.isVisible():
            self.notes_wanted.emit(True)

    def _fold(self) -> None:
        if not self.close_notes():
            self.notes_wanted.emit(False)
            self.view.setFocus()

    # Coming in by drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.intake.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take(event.mimeData())

    # What the session tells

    def _page_changed(self) -> None:
        count = self._session.comments.rowCount()
        self._met_row = -1
        self.intake.leave_desk()
        self.column.set_count(count)
        self.splitter.close_sheet()
        self._choose_shape()
        if count:
            self.view.setCurrentIndex(self._session.comments.index(0))
            self.view.setFocus()  # whatever brought the comments, the keyboard reads them
        self._current(self.view.current_row, -1)

    def _current(self, row: int, annotation: int) -> None:
        if row < 0:
            self.notes.show_result(None)
            return
        comments = self._session.comments
        result = comments.result(row)
        self.notes.show_result(result, annotation, comments.undone(row))
        if row != self._met_row:
            self._met_row = row
            self.notes.set_seen(())
            self._ask_met()

    def _ask_met(self) -> None:
        """Ask what the history knows of this comment; again when it knows the page itself."""
        row = self._met_row
        if not 0 <= row < self._session.comments.rowCount():
            return
        archive, result = self._session.archive, self._session.comments.result(row)
        archive.seen_before(self._session.paste, result.comment.text, self.notes.set_seen)
        if result.notes:
            entries = list(dict.fromkeys(note.entry_id for note in result.notes))
            archive.times_met(entries, self.notes.set_met)

    def _pointed(self, row: int, annotation: int) -> None:
        comments = self._session.comments
        if row < 0:
            row, annotation = self.view.current_row, self.view.current_annotation
        if row >= 0 and not self.splitter.sheet:
            self.notes.show_result(
                comments.result(row), annotation, comments.undone(row), at_once=False
            )

    # Shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_shape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        closing = event.key() == Qt.Key.Key_Escape
        if closing and (self.explainer.close() or self.close_notes()):
            return
        if closing and self.notes.hasFocus():
            self.view.setFocus()
            return
        if closing and self._session.translating:
            self._session.stop()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.notes.setMinimumWidth(self._theme.px(240))
        self._choose_shape()

    def _choose_shape(self) -> None:
        cards = self._session.comments.rowCount() > 0
        self.splitter.want(self._beside and cards)
        self.splitter.choose_shape()
        beside = self.panel.isVisibleTo(self.splitter) and not self.splitter.sheet
        self.unfold.setVisible(cards and not beside)
