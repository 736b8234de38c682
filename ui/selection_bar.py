"""What can be done with the rows that are chosen: buttons above a list, and its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from app.errors import UserError
from app.models import HistoryRow
from ui import icons
from ui.chosen import Chosen
from ui.row_list import RowList
from ui.shelf import Shelf
from ui.text_dialog import TextDialog
from ui.theme import Theme

_MOST_TAGS = 20


class SelectionBar(QWidget):
    """Star, tag, remark, export, delete.

    `chosen` gives what is chosen in the list, and `known` the chosen comments as far as they are
    here (for threads: none). `export_wanted` and `delete_wanted` carry what they are about.
    """

    export_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self,
        shelf: Shelf,
        view: RowList,
        chosen: Callable[[], Chosen],
        known: Callable[[], Sequence[HistoryRow]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._view = view
        self._chosen = chosen
        self._known = known
        self._theme = theme
        self._tags: list[tuple[str, int]] = []
        names = ("star", "tag", "remark", "export", "trash")
        acts = (self.star, self.open_tags, self.remark, self.export, self.delete)
        self.buttons = {name: QToolButton(self) for name in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button, act in zip(self.buttons.values(), acts, strict=True):
            button.clicked.connect(act)
            row.addWidget(button)
        view.starred.connect(self.star)
        view.deleted.connect(self.delete)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()

    def refresh(self) -> None:
        """Offer what can be done with what is chosen now."""
        chosen, known = self._chosen(), self._known()
        for button in self.buttons.values():
            button.setEnabled(chosen.count > 0)
        self.buttons["remark"].setEnabled(len(known) == 1)
        starred = bool(known) and all(row.favourite for row in known)
        self._icon("star", "starred" if starred else "star")

    def star(self) -> None:
        """Give what is chosen a star; take it away where all have one."""
        chosen, known = self._chosen(), self._known()
        if chosen.count:
            starred = bool(known) and all(row.favourite for row in known)
            self._shelf.set_favourite(chosen, not starred)

    def tag(self) -> None:
        """Ask for a tag for what is chosen."""
        chosen = self._chosen()
        if not chosen.count:
            return
        title, label = self.tr("Add a tag"), self.tr("A word that you will find it by:")
        text, accepted = QInputDialog.getText(self, title, label)
        if accepted:
            try:
                self._add_tag(chosen, text)
            except UserError as problem:
                self._shelf.archive.fail(problem)

    def open_tags(self) -> None:
        """Open the menu of tags, once it is known which there are."""
        if self._chosen().count:
            self._shelf.tags(self._show_tags)

    def remark(self) -> None:
        """Ask for the reader's own remark on the comment that is chosen."""
        known = self._known()
        if len(known) != 1:
            return
        row = known[0]
        title, label = self.tr("My remark"), row.result.comment.text
        text, accepted = TextDialog.ask(self, title, label, row.remark)
        if accepted and text.strip() != row.remark:
            self._shelf.set_remark(row.id, text.strip())

    def export(self) -> None:
        """Ask how what is chosen is to be written to a file."""
        self.export_wanted.emit(self._chosen())

    def delete(self) -> None:
        """Delete what is chosen."""
        chosen = self._chosen()
        if chosen.count:
            self.delete_wanted.emit(chosen)

    def menu(self) -> QMenu:
        """Return the menu of the list."""
        menu = QMenu(self._view)
        menu.addAction(self.tr("Read again"), self._view.opened.emit)
        menu.addSeparator()
        for name, act in (("star", self.star), ("tag", self.tag), ("remark", self.remark)):
            action = menu.addAction(self.buttons[name].accessibleName(), act)
            action.setEnabled(self.buttons[name].isEnabled())
        for tag in sorted({tag for row in self._known() for tag in row.tags}):
            menu.addAction(self.tr("Take away the tag %s") % tag, partial(self._drop_tag, tag))
        menu.addSeparator()
        menu.addAction(self.buttons["export"].accessibleName(), self.export)
        menu.addAction(self.buttons["trash"].accessibleName(), self.delete)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _add_tag(self, chosen: Chosen, text: str) -> None:
        from app.keeping import clean_tag  # loaded with the history, not at the start

        self._shelf.add_tag(chosen, clean_tag(text))

    def _drop_tag(self, tag: str) -> None:
        self._shelf.remove_tag(self._chosen(), tag)

    def _show_tags(self, tags: list[tuple[str, int]]) -> None:
        known = self._known()
        menu = QMenu(self)
        menu.addAction(self.tr("New tag …"), self.tag)
        if tags:
            menu.addSeparator()
        for tag, _count in tags[:_MOST_TAGS]:
            action = menu.addAction(tag.replace("&", "&&"))
            action.setCheckable(True)
            borne = bool(known) and all(tag in row.tags for row in known)
            action.setChecked(borne)
            act = self._shelf.remove_tag if borne else self._shelf.add_tag
            action.triggered.connect(lambda _on, act=act, tag=tag: act(self._chosen(), tag))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.buttons["tag"]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _open_menu(self, where: QPoint) -> None:
        if self._chosen().count:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._view.viewport().mapToGlobal(where))

    def _icon(self, button: str, name: str) -> None:
        c, size = self._theme.colours, self._theme.px(18)
        colour = c.seal if name == "starred" else c.ink
        self.buttons[button].setIcon(icons.icon(name, colour, size, c.line))
        self.buttons[button].setIconSize(QSize(size, size))

    def _restyle(self) -> None:
        for name in self.buttons:
            self._icon(name, name)
        self.refresh()

    def _words(self) -> None:
        words = {
            "star": (self.tr("Favourite"), self.tr("Give a star, or take it away (*)")),
            "tag": (self.tr("Tag …"), self.tr("Put under a word of yours (Ctrl+T)")),
            "remark": (self.tr("My remark …"), self.tr("Write something of your own to it")),
            "export": (self.tr("Export …"), self.tr("Write what is chosen to a file (Ctrl+S)")),
            "trash": (self.tr("Delete"), self.tr("Delete what is chosen (Delete)")),
        }
        for name, (text, tip) in words.items():
            self.buttons[name].setAccessibleName(text)
            self.buttons[name].setToolTip(tip)
