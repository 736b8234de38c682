"""What can be done with one comment: its menu, and the questions some of it asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu

from app.errors import UserError
from app.glossary import ENTRY_ID
from app.models import BY_HAND
from ui import messages
from ui.card import Block
from ui.card_lines import from_dictionary
from ui.comments import Role
from ui.reading import ReadingView
from ui.session import SessionModel
from ui.text_dialog import TextDialog


class CommentMenu(QObject):
    """The menu of the current comment; it is built when it is opened.

    `readings_wanted` asks for other translations of it, which stand among the notes; `done` says
    what was taken away, with what brings it back.
    """

    readings_wanted = Signal()
    done = Signal(str, object)

    def __init__(self, view: ReadingView, session: SessionModel) -> None:
        super().__init__(view)
        self._view = view
        self._session = session

    def open(self, where: QPoint) -> None:
        """Open the menu at a place on the screen."""
        if self._view.current_row >= 0:
            menu = self.build()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(where)

    def build(self) -> QMenu:
        """Return the menu for the current comment."""
        row = self._view.current_row
        comments = self._session.comments
        index = comments.index(row)
        translation = comments.result(row).translation
        translated = translation is not None
        by_hand = translation is not None and translation.engine == BY_HAND
        menu = QMenu(self._view)
        menu.addAction(self.tr("Copy both"), lambda: self.copy(None))
        menu.addAction(self.tr("Copy the original"), lambda: self.copy(Block.ORIGINAL))
        copy = menu.addAction(self.tr("Copy the translation"), lambda: self.copy(Block.TRANSLATION))
        menu.addSeparator()
        star = menu.addAction(self.tr("Favourite"), self.star)
        star.setCheckable(True)
        star.setChecked(bool(index.data(Role.FAVOURITE)))
        menu.addAction(self.tr("Add a tag …"), self.tag)
        for tag in comments.tags(row):
            menu.addAction(
                self.tr("Remove the tag %s") % tag,
                lambda tag=tag: self.remove_tag(row, tag),
            )
        menu.addSeparator()
        others = menu.addAction(self.tr("Other readings"), self.other_readings)
        back = menu.addAction(self.tr("Read back"), self.read_back)
        back.setCheckable(True)
        back.setChecked(comments.read_back(row) is not None)
        correct = menu.addAction(self.tr("Correct the translation …"), self.correct)
        for action in (copy, others, back, correct):
            action.setEnabled(translated)
        self._add_substitutions(menu, row)
        if by_hand:
            menu.addAction(
                self.tr("Back to the engine's translation"),
                lambda: self.drop_correction(row),
            )
        return menu

    def _add_substitutions(self, menu: QMenu, row: int) -> None:
        """Add what the engine was given in other words, to be switched off and on."""
        result = self._session.comments.result(row)
        undone = self._session.comments.undone(row)
        made = result.translation.substitutions if result.translation else ()
        put = {one.entry_id: one.replacement for one in made}
        names = {n.entry_id: n.surface for n in result.notes if n.entry_id in {*put, *undone}}
        if given := from_dictionary(result):
            names[ENTRY_ID], put[ENTRY_ID] = given
        elif ENTRY_ID in undone:
            names[ENTRY_ID] = messages.from_dictionary()
        if not names:
            return
        switches = menu.addMenu(self.tr("Plain words for the engine"))
        for entry, surface in names.items():
            on = entry not in undone
            text = f"{surface} → {put[entry]}" if entry in put else surface
            switch = self._session.take_back if on else self._session.put_back
            action = switches.addAction(
                text.replace("&", "&&"),
                lambda switch=switch, entry=entry: switch(row, entry),
            )
            action.setCheckable(True)
            action.setChecked(on)

    def copy(self, block: Block | None) -> None:
        """Put original, translation or (None) both of the current comment on the clipboard."""
        text = self._view.text_of_current(block)
        if text:
            QGuiApplication.clipboard().setText(text)
            self._view.copied.emit()

    def star(self) -> None:
        """Give the current comment a star, or take it away."""
        row = self._view.current_row
        if row >= 0:
            starred = bool(self._session.comments.index(row).data(Role.FAVOURITE))
            self._session.tend.set_favourite(row, not starred)

    def tag(self) -> None:
        """Ask for a tag for the current comment."""
        row = self._view.current_row
        if row < 0:
            return
        title, label = self.tr("Add a tag"), self.tr("A word that you will find it by:")
        text, accepted = QInputDialog.getText(self._view, title, label)
        if accepted:
            try:
                self._session.tend.add_tag(row, text)
            except UserError as problem:
                self._session.failed.emit(problem)

    def remove_tag(self, row: int, tag: str) -> None:
        """Take a tag away, with undo."""
        tend = self._session.tend
        tend.remove_tag(row, tag)
        self._tell(self.tr("The tag %s is taken away.") % tag, lambda: tend.add_tag(row, tag))

    def drop_correction(self, row: int) -> None:
        """Go back from the reader's own translation to the engine's, with undo."""
        tend, made = self._session.tend, self._session.comments.result(row).translation
        tend.drop_correction(row)
        if made is not None:
            self._tell(self.tr("Your translation is gone."), lambda: tend.put(row, made.text))

    def _tell(self, text: str, back: Callable[[], None]) -> None:
        """Tell what was done, and offer to take it back while the page is the same."""
        paste = self._session.paste
        self.done.emit(text, lambda: back() if self._session.paste is paste else None)

    def other_readings(self) -> None:
        """Ask for other translations of the current comment; they stand among the notes."""
        row = self._view.current_row
        if row >= 0 and self._session.comments.result(row).translation is not None:
            self.readings_wanted.emit()

    def read_back(self) -> None:
        """Show what the translation of the current comment says in Chinese, or hide that again."""
        row = self._view.current_row
        if row < 0:
            return
        if self._session.comments.read_back(row) is None:
            self._session.tend.read_back(row)
        else:
            self._session.tend.hide_read_back(row)

    def correct(self) -> None:
        """Ask for a better translation of the current comment."""
        row = self._view.current_row
        translation = self._session.comments.result(row).translation if row >= 0 else None
        if translation is None:
            return
        title = self.tr("Correct the translation")
        label = self._session.comments.result(row).comment.text
        text, accepted = TextDialog.ask(self._view, title, label, translation.text)
        if accepted:
            self._session.tend.correct(row, text)
            if translation.engine == BY_HAND and text.strip() not in ("", translation.text):
                said = self.tr("Your earlier translation was replaced.")
                self._tell(said, lambda: self._session.tend.put(row, translation.text))
