"""The menu that narrows a search: each choice is written into the search field, to be seen there.

What can be typed is thereby learnt on the way: `tag:class`, `date:2026-03`, `is:favourite`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPoint
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from ui.search_help import condition, favourites, open_help
from ui.shelf import Shelf, WordMet
from ui.theme import Theme
from ui.words_met import surface

if TYPE_CHECKING:
    from app.history import HistoryStore

_MOST = 20


class NarrowButton(QPushButton):
    """Opens the menu; what is chosen goes into `field`."""

    def __init__(self, shelf: Shelf, field: QLineEdit, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._field = field
        self._theme = theme
        self.clicked.connect(self.ask)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()

    def ask(self) -> None:
        """Open the menu, once it is known which tags and words there are."""

        def read(store: HistoryStore) -> tuple[list[tuple[str, int]], list[WordMet]]:
            met = store.words_met(_MOST)
            notes = store.notes_of([one.entry_id for one in met])
            words = [WordMet(one, notes.get(one.entry_id)) for one in met]
            return store.tags(), words

        self._shelf.archive.submit(read, lambda found: self._open(*found), key="narrow")

    def add(self, written: str) -> None:
        """Write one condition into the search field, unless it is there."""
        text = self._field.text().strip()
        if f" {written} " not in f" {text} ":
            self._field.setText(f"{text} {written}".strip())
        self._field.setFocus()

    def menu_of(self, tags: list[tuple[str, int]], words: list[WordMet]) -> QMenu:
        """Return the menu for these tags and words."""
        menu = QMenu(self)
        menu.addAction(self.tr("Favourites only"), partial(self.add, favourites()))
        by_tag = menu.addMenu(self.tr("With a tag"))
        for tag, count in tags[:_MOST]:
            by_tag.addAction(f"{_plain(tag)} ({count})", partial(self.add, condition("tag", tag)))
        by_tag.setEnabled(bool(tags))
        by_word = menu.addMenu(self.tr("With an expression"))
        for word in words:
            label = f"{_plain(surface(word))} ({word.met.times})"
            by_word.addAction(label, partial(self.add, condition("entry", word.met.entry_id)))
        by_word.setEnabled(bool(words))
        menu.addAction(self.tr("Written by …"), self._ask_author)
        times = menu.addMenu(self.tr("From a time"))
        today = date.today()
        times.addAction(self.tr("Today"), partial(self.add, condition("date", f"{today}")))
        for text, days in (
            (self.tr("The last 7 days"), 6),
            (self.tr("The last 30 days"), 29),
            (self.tr("The last 12 months"), 364),
        ):
            first = today - timedelta(days=days)
            times.addAction(text, partial(self.add, condition("after", f"{first}")))
        times.addAction(self.tr("From one day to another …"), self._ask_days)
        menu.addSeparator()
        menu.addAction(self.tr("All that can be typed …"), self._help)
        return menu

    def _open(self, tags: list[tuple[str, int]], words: list[WordMet]) -> None:
        menu = self.menu_of(tags, words)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _ask_author(self) -> None:
        title, label = self.tr("Written by"), self.tr("The name, or a part of it:")
        name, accepted = QInputDialog.getText(self, title, label)
        if accepted and name.strip():
            self.add(condition("author", name.strip().replace('"', "")))

    def _ask_days(self) -> None:
        dialog = DaysDialog(self._theme, self, self._add_days)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_days(self, first: date, last: date) -> None:
        self.add(condition("date", f"{first}" if first == last else f"{first}..{last}"))

    def _help(self) -> None:
        open_help(self._field, self._theme, self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(14))

    def _words(self) -> None:
        self.setText(self.tr("Narrow …"))
        self.setToolTip(self.tr("Search only favourites, a tag, an expression, a name or a time"))


class DaysDialog(QDialog):
    """Asks for two days; `done` gets them, the earlier one first."""

    def __init__(self, theme: Theme, parent: QWidget, chosen: Callable[[date, date], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("From one day to another"))
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today.addDays(-6), self), QDateEdit(today, self)
        form = QFormLayout(self)
        for label, box in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            box.setCalendarPopup(True)
            box.setFont(theme.font(14))
            box.setAccessibleName(label)
            form.addRow(label, box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

        def tell() -> None:
            one, other = (
                date(d.year(), d.month(), d.day()) for d in (self.first.date(), self.last.date())
            )
            chosen(min(one, other), max(one, other))

        self.accepted.connect(tell)


def _plain(text: str) -> str:
    """Return text for a menu, where & would underline the next letter."""
    return text.replace("&", "&&")
