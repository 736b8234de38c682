"""What is done with the history as a whole: backup, restore, clear; whether it goes on at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.bars import DELETED_SECONDS, NoticeBar
from ui.chosen import EVERYTHING
from ui.controls import Check, Choice
from ui.shelf import Shelf
from ui.theme import Theme


class ClearDialog(QDialog):
    """Asks what is to be deleted; `copies` is how many copies lie beside the history."""

    def __init__(self, copies: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clear the history"))
        px = theme.px
        about = QLabel(
            self.tr(
                "Favourites, tags and remarks go with the comments. For %n seconds you can take "
                "it back; then it is gone for good.",
                "",
                DELETED_SECONDS,
            ),
            self,
        )
        about.setWordWrap(True)
        self.age = Choice(theme, self)
        self.age.setAccessibleName(self.tr("What is deleted"))
        for text, days in (
            (self.tr("Everything"), 0),
            (self.tr("What is older than a month"), 30),
            (self.tr("What is older than three months"), 91),
            (self.tr("What is older than a year"), 365),
        ):
            self.age.addItem(text, days)
        self.copies = Check(theme, self)
        self.copies.setText(
            self.tr("Also %n older copy(s) of the history; this cannot be taken back", "", copies)
        )
        self.copies.setVisible(copies > 0)
        self.ok_button = QPushButton(self.tr("Delete"), self)
        self.ok_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel_button, self.ok_button):
            buttons.addWidget(button)
        for part in (self.age, about, self.copies):
            column.addWidget(part)
        for part in (self.age, about, self.copies, self.ok_button, self.cancel_button):
            part.setFont(theme.font(14))
        column.addLayout(buttons)
        self.setMinimumWidth(min(px(420), parent.window().width() - px(24)))


class CareMenu(QObject):
    """The button with the menu, and the box that says whether what is read is remembered.

    `deleted` carries what takes a deletion back, `remember_wanted` whether to remember.
    """

    deleted = Signal(object)
    remember_wanted = Signal(bool)

    def __init__(self, shelf: Shelf, notice: NoticeBar, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._notice = notice
        self._theme = theme
        self._page = parent
        self.button = QPushButton(parent)
        self.button.setProperty("flat", True)
        self.button.clicked.connect(self._open)
        self.remember = Check(theme, parent)
        self.remember.setChecked(True)
        self.remember.clicked.connect(self.remember_wanted)
        parent.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()

    def set_remember(self, remember: bool) -> None:
        """Show whether what is read is remembered."""
        self.remember.setChecked(remember)

    def menu(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self.button)
        menu.addAction(self.tr("Back up everything …"), self.back_up)
        menu.addAction(self.tr("Go back to a backup …"), self.restore)
        menu.addSeparator()
        menu.addAction(self.tr("Clear the history …"), self.clear)
        return menu

    def back_up(self) -> None:
        """Copy the whole history to a file of the reader's choice."""
        name = f"Pinglun {date.today().isoformat()}.db"
        title, kinds = self.tr("Back up the history"), self.tr("Histories (*.db)")
        file, _ = QFileDialog.getSaveFileName(self._page, title, name, kinds)
        if not file:
            return
        path = Path(file)
        self._notice.end()

        def told(_none: None) -> None:
            self._notice.tell(self.tr("All of the history was copied to %s.") % path.name)

        self._shelf.back_up(path, told, self._failed)

    def restore(self) -> None:
        """Put a backup in place of the history; what was there is kept beside it."""
        title = self.tr("Go back to a backup")
        kinds = self.tr("Histories (*.db *.backup);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self._page, title, "", kinds)
        if file:
            self._restore(Path(file), self.tr("%s is in place now.") % Path(file).name)

    def clear(self) -> None:
        """Ask what is to be deleted, and delete it."""
        self._shelf.copies(lambda copies: self._ask_clear(len(copies)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
        return super().eventFilter(watched, event)

    def _restore(self, path: Path, said: str) -> None:
        self._notice.end()

        def told(kept: Path | None) -> None:
            if kept is None:
                self._notice.tell(said)
                return
            back = self.tr("All is as it was.")
            self._notice.tell(
                said + " " + self.tr("What was there before is kept beside it."),
                self.tr("Undo"),
                lambda: self._restore(kept, back),
            )

        self._shelf.restore(path, told, self._failed)

    def _ask_clear(self, copies: int) -> None:
        dialog = ClearDialog(copies, self._theme, self._page.window())

        def clear() -> None:
            days = dialog.age.currentData()
            if days:
                before = datetime.now().astimezone() - timedelta(days=days)
                self._shelf.delete_before(before, self.deleted.emit)
            else:
                self._shelf.delete(EVERYTHING, self.deleted.emit)
            if dialog.copies.isChecked():
                self._shelf.delete_copies()

        dialog.accepted.connect(clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self._notice.end()
        self._shelf.archive.fail(error)

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        height = menu.sizeHint().height()
        menu.popup(self.button.mapToGlobal(QPoint(0, -height)))

    def _restyle(self) -> None:
        for part in (self.button, self.remember):
            part.setFont(self._theme.font(14))

    def _words(self) -> None:
        self.button.setText(self.tr("Care …"))
        self.button.setToolTip(self.tr("Back up, go back to a backup, clear"))
        self.remember.setText(self.tr("Remember what I read"))
        self.remember.setToolTip(
            self.tr("Without this, nothing of what you read is written to the disk")
        )
