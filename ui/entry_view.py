"""One entry of the slang book, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.lexicon import Entry
from app.models import Certainty, Note
from ui import icons
from ui.notes import NotesView
from ui.theme import Theme

if TYPE_CHECKING:
    from app.slang_book import BookEntry

_BUTTON = 18


class EntryView(NotesView):
    """Shows an entry as the notes do, and what else the book knows of it.

    `entry_wanted` carries the id of another entry, `comments_wanted`, `switch_wanted` and
    `plain_wanted` (plain words for the engine again) come from links, `back_wanted` leads to the
    entry that was shown before.
    """

    entry_wanted = Signal(str)
    comments_wanted = Signal()
    switch_wanted = Signal()
    plain_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        entry: Callable[[str], Entry | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, entry, parent=parent)
        self._one: BookEntry | None = None
        self._back = ""

    def show_entry(self, one: BookEntry, back: str = "") -> None:
        """Show an entry; `back` is the form of the one that led here, if one did."""
        self._one, self._back = one, back
        self._looked_up = one.entry
        self._write()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What the slang book says"))

    def _write_note(self, cursor: QTextCursor, note: Note, certainty: Certainty) -> None:
        one = self._one
        if one is None:
            return
        if self._back:
            self.block(cursor, 0)
            self.link(cursor, self.tr("Back to %s") % self._back, "back:")
        super()._write_note(cursor, note, certainty)
        entry = one.entry
        if entry.standard:
            self._paragraph(cursor, self.tr("In plain Chinese"), entry.standard)
        if entry.forms[1:]:
            self._paragraph(cursor, self.tr("Also written"), "   ".join(entry.forms[1:]))
        plain = entry.context.plain_in if entry.context else ()
        if plain or entry.plain_examples:
            self._paragraph(cursor, self.tr("No slang in"), "   ".join(plain))
            for example in entry.plain_examples:
                self.block(cursor, 6)
                self.say(cursor, example.zh, 16, "ink")
                self.block(cursor, 0)
                self.say(cursor, example.en, 14, "second")
        self._write_place(cursor, one)

    def _write_place(self, cursor: QTextCursor, one: BookEntry) -> None:
        self.rule(cursor)
        if one.off:
            self.block(cursor, 4)
            off = self.tr("It is switched off: comments are read without it.")
            self.say(cursor, off + " ", 14, "second")
            self.link(cursor, self.tr("Switch it on"), "switch:")
        if one.as_written:
            self.block(cursor, 4)
            left = self.tr("The engine is given it as it is written.")
            self.say(cursor, left + " ", 14, "second")
            self.link(cursor, self.tr("Use plain words again"), "plain:")
        if one.original is not None:
            self.block(cursor, 4)
            said = self.tr("You changed this entry; the first version is kept beside yours.")
            self.say(cursor, said, 14, "second")
        elif one.pack:
            self.block(cursor, 4)
            self.say(cursor, self.tr("This entry is one of yours."), 14, "second")
        self.block(cursor, 4)
        self.link(cursor, self.tr("All comments with this word"), "comments:")

    def _paragraph(self, cursor: QTextCursor, heading: str, text: str) -> None:
        self.heading(cursor, heading)
        if text:
            self.block(cursor, 6)
            self.say(cursor, text, 15, "ink")

    def _follow(self, url: QUrl) -> None:
        what, _, name = url.toString().partition(":")
        if what == "entry":
            self.entry_wanted.emit(unquote(name))
        elif what == "comments":
            self.comments_wanted.emit()
        elif what == "switch":
            self.switch_wanted.emit()
        elif what == "plain":
            self.plain_wanted.emit()
        elif what == "back":
            self.back_wanted.emit()


class EntryPanel(QFrame):
    """An entry with its buttons: a column of the page, or a sheet over it with a cross.

    Every signal but `closed` is about the entry that is shown.
    """

    star_wanted = Signal()
    copy_wanted = Signal()
    comments_wanted = Signal()
    switch_wanted = Signal()
    leave_wanted = Signal()
    change_wanted = Signal()
    delete_wanted = Signal()
    closed = Signal()

    def __init__(self, view: EntryView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._theme = theme
        self.view = view
        self._one: BookEntry | None = None
        self.star, self.copy, self.comments, self.more, self.close_button = (
            QToolButton(self) for _ in range(5)
        )
        self.star.setCheckable(True)
        self.star.clicked.connect(self.star_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.comments.clicked.connect(self.comments_wanted)
        self.more.clicked.connect(self._open_menu)
        self.close_button.clicked.connect(self.closed)
        self._row = QHBoxLayout()
        for button in (self.star, self.copy, self.comments, self.more):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(view, 1)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.set_over(False)

    def show_entry(self, one: BookEntry, *, starred: bool, back: str = "") -> None:
        """Show an entry, and whether it has a star."""
        self._one = one
        self.star.setChecked(starred)
        self._restar()
        self.view.show_entry(one, back)

    def set_starred(self, starred: bool) -> None:
        """Show the star of the entry, or none."""
        self.star.setChecked(starred)
        self._restar()

    def set_over(self, over: bool) -> None:
        """Look like a sheet over the page, or like a column of it."""
        self.close_button.setVisible(over)
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)

    def menu(self) -> QMenu:
        """Return the menu of all that can be done with the entry."""
        menu = QMenu(self)
        one = self._one
        if one is None:
            return menu
        menu.addAction(self.tr("Change it …"), self.change_wanted.emit)
        off = self.tr("Switch it on") if one.off else self.tr("Switch it off for good")
        menu.addAction(off, self.switch_wanted.emit)
        plain = self.tr("Use plain words for the engine again")
        left = plain if one.as_written else self.tr("Leave it as written for the engine")
        menu.addAction(left, self.leave_wanted.emit)
        if one.pack:
            back = self.tr("Go back to the first version")
            menu.addAction(back if one.original else self.tr("Delete it"), self.delete_wanted.emit)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _words(self) -> None:
        for button, name, tip in (
            (self.star, self.tr("Star"), self.tr("Keep this entry among the starred ones (*)")),
            (self.copy, self.tr("Copy"), self.tr("Copy word, pinyin and meaning (Ctrl+C)")),
            (
                self.comments,
                self.tr("All comments with this word"),
                self.tr("Find this word in what you read before"),
            ),
            (self.more, self.tr("More"), self.tr("Change this entry or switch it off")),
            (self.close_button, self.tr("Close"), self.tr("Go back to the list (Esc)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def _restar(self) -> None:
        on = self.star.isChecked()
        colours = self._theme.colours
        colour = colours.seal if on else colours.second
        name = "starred" if on else "star"
        self.star.setIcon(icons.icon(name, colour, self._theme.px(_BUTTON)))

    def _restyle(self) -> None:
        px = self._theme.px
        self._restar()
        size = QSize(px(_BUTTON), px(_BUTTON))
        for button, name in (
            (self.star, ""),
            (self.copy, "copy"),
            (self.comments, "history"),
            (self.more, "more"),
            (self.close_button, "close"),
        ):
            if name:
                button.setIcon(icons.icon(name, self._theme.colours.second, px(_BUTTON)))
            button.setIconSize(size)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row.setContentsMargins(px(14), px(12), px(12), 0)
        self._row.setSpacing(px(4))


def as_text(entry: Entry) -> str:
    """Return an entry as it is copied: word, pinyin, what it means."""
    note = entry.to_note(entry.forms[0])
    first = f"{note.surface}  {note.pinyin}".rstrip()
    return "\n".join(p for p in (first, ", ".join(note.renderings[:3]), note.meaning) if p)
