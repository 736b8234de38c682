"""The menu of the reader's own packs, the questions that some of it asks, and files with faults."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.packs import OWN, Pack, PackRefused
from ui import messages
from ui.bars import UNDO_SECONDS, NoticeBar
from ui.own_words import OwnWords
from ui.theme import Theme


class PacksMenu(QObject):
    """Builds the menu when it is opened; what is done is told in `notice`.

    `add_wanted` asks for the form of a new entry.
    """

    add_wanted = Signal()

    def __init__(self, own: OwnWords, notice: NoticeBar, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._own = own
        self._notice = notice
        self._theme = theme
        self._page = page
        own.refused.connect(self.show_faults)

    def build(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self._page)
        menu.addAction(self.tr("Add an expression …"), self.add_wanted.emit)
        menu.addAction(self.tr("Import a pack …"), self.choose_import)
        if self._own.packs:
            menu.addSeparator()
        for pack in self._own.packs:
            self._add_pack(menu, pack)
        return menu

    def title(self, pack: Pack) -> str:
        """Return what a pack is called."""
        return self.tr("My words") if pack.name == OWN else pack.title

    def choose_import(self) -> None:
        """Let the reader choose a pack to import."""
        kinds = self.tr("Packs (*.csv *.json)")
        file, _ = QFileDialog.getOpenFileName(self._page, self.tr("Import a pack"), "", kinds)
        if file:
            self.import_file(Path(file))

    def import_file(self, path: Path) -> None:
        """Import a pack from a file, all of it or nothing."""
        self._own.import_file(path, self._imported)

    def show_faults(self, refused: PackRefused) -> None:
        """List what is wrong with a file, row by row."""
        dialog = FaultsDialog(refused, self._theme, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _add_pack(self, menu: QMenu, pack: Pack) -> None:
        name = self.title(pack).replace("&", "&&")
        if pack.trouble:
            inside = menu.addMenu(self.tr("%s: damaged") % name)
            inside.addAction(self.tr("What is wrong …"), partial(self._tell_trouble, pack))
            inside.addAction(self.tr("Remove it"), partial(self._remove, pack))
            return
        count = self.tr("%n entries", "", len(pack.entries))
        inside = menu.addMenu(f"{name} ({count})")
        on = inside.addAction(
            self.tr("Use it"), lambda: self._own.switch_pack(pack.name, not pack.on)
        )
        on.setCheckable(True)
        on.setChecked(pack.on)
        inside.addAction(self.tr("Export it …"), partial(self._export, pack))
        inside.addAction(self.tr("Remove it"), partial(self._remove, pack))

    def _imported(self, pack: Pack, replaced: bool, undo: Callable[[], None]) -> None:
        said = self.tr("%n entries of %1 are in the book now.", "", len(pack.entries))
        said = said.replace("%1", self.title(pack))
        if replaced:
            said += " " + self.tr("They took the place of the pack that had this name.")
        self._notice.tell(said, self.tr("Undo"), undo, seconds=UNDO_SECONDS)

    def _export(self, pack: Pack) -> None:
        table, json = self.tr("Table for spreadsheets (*.csv)"), self.tr("Whole entries (*.json)")
        file, chosen = QFileDialog.getSaveFileName(
            self._page, self.tr("Export a pack"), f"{pack.name}.csv", f"{table};;{json}"
        )
        if not file:
            return
        path = Path(file)
        if path.suffix.casefold() not in (".csv", ".json"):
            path = path.with_name(path.name + (".json" if chosen == json else ".csv"))

        def told(count: int) -> None:
            said = self.tr("%n entries were written to %1.", "", count)
            self._notice.tell(said.replace("%1", path.name), seconds=UNDO_SECONDS)

        self._own.export_file(pack.name, path, told)

    def _remove(self, pack: Pack) -> None:
        def told(undo: Callable[[], None]) -> None:
            said = self.tr("The pack %s was removed.") % self.title(pack)
            self._notice.tell(said, self.tr("Undo"), undo, seconds=UNDO_SECONDS)

        self._own.remove_pack(pack, told)

    def _tell_trouble(self, pack: Pack) -> None:
        self._notice.tell(messages.sentence(pack.trouble))


class FaultsDialog(QDialog):
    """Every fault of a file that was refused, to be read and copied."""

    def __init__(self, refused: PackRefused, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("The pack was not imported")
        self.setWindowTitle(title)
        self._lines = [messages.sentence(fault.sentence()) for fault in refused.faults]
        said = QLabel(
            self.tr(
                "Nothing was changed. These places of the file need mending; rows are counted "
                "from 1 below the headings."
            ),
            self,
        )
        said.setWordWrap(True)
        said.setFont(theme.font(15))
        # A text, not a list: it wraps, and parts of it can be selected and copied.
        self.list = QPlainTextEdit("\n\n".join(self._lines), self)
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFont(theme.font(14))
        self.list.setAccessibleName(self.tr("Faults"))
        self.copy_button = QPushButton(self.tr("Copy the list"), self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setProperty("primary", True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        px = theme.px
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        for button in (self.copy_button, self.close_button):
            button.setFont(theme.font(14))
        self.close_button.setFocus()
        room = parent.window().size()
        self.resize(min(px(560), room.width() - px(24)), min(px(440), room.height() - px(48)))

    def copy(self) -> None:
        """Put all faults on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self._lines))
