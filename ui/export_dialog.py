"""The form of an export: what, in which format, with what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.chosen import EVERYTHING, Chosen
from ui.controls import Check, Choice
from ui.theme import Theme

if TYPE_CHECKING:
    from app.export import Format


class Wish(NamedTuple):
    """What to write: a format ("pdf", "html", "md", "csv", "jsonl"), and what it shows."""

    format: Format | Literal["pdf"]
    chosen: Chosen
    pinyin: bool
    notes: bool
    names: bool


class ExportDialog(QDialog):
    """Asks for format and content; `wanted` carries the Wish when it was accepted."""

    wanted = Signal(object)

    def __init__(
        self, selected: Chosen, query: str, theme: Theme, parent: QWidget, *, wanted: bool
    ) -> None:
        """Offer what is selected, if anything is, and what `query` finds, if it is not empty.

        With `wanted` somebody asked for the selection; else it is offered only.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.scope = Choice(theme, self)
        self.scope.addItem(self.tr("Everything"), EVERYTHING)
        if query:
            self.scope.addItem(self.tr("All comments that were found"), Chosen(query=query))
            self.scope.setCurrentIndex(1)
        if selected.count and selected.query is None:
            if selected.page is not None:
                text = self.tr("The %n comment(s) on the page", "", selected.count)
            elif selected.stretches is not None:
                text = self.tr("%n selected thread(s)", "", selected.count)
            else:
                text = self.tr("%n selected comment(s)", "", selected.count)
            self.scope.addItem(text, selected)
            # One row is always selected; several are so because somebody chose them.
            if wanted or selected.count > 1:
                self.scope.setCurrentIndex(self.scope.count() - 1)
        self.format = Choice(theme, self)
        for name, text in (
            ("pdf", self.tr("PDF, for printing")),
            ("html", self.tr("Web page (HTML)")),
            ("md", self.tr("Markdown")),
            ("csv", self.tr("Table for spreadsheets (CSV)")),
            ("jsonl", self.tr("Complete, to import again (JSON Lines)")),
        ):
            self.format.addItem(text, name)
        self.pinyin = Check(theme, self)
        self.notes = Check(theme, self)
        self.names = Check(theme, self)
        self.ok_button = QPushButton(self.tr("Choose a file …"), self)
        self.ok_button.setProperty("primary", True)
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self._accept)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._boxes = (self.pinyin, self.notes, self.names)
        self.pinyin.setText(self.tr("With pinyin"))
        self.notes.setText(self.tr("With notes"))
        self.names.setText(self.tr("With names"))
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        for text, box in ((self.tr("What"), self.scope), (self.tr("As"), self.format)):
            label = QLabel(text, self)
            label.setBuddy(box)
            label.setFont(theme.font(13))
            label.setProperty("second", True)
            box.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(box)
        for box in self._boxes:
            box.setChecked(True)
            column.addWidget(box)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)
        column.addStretch(1)
        column.addLayout(buttons)
        for part in (self.scope, self.format, *self._boxes, self.ok_button, self.cancel_button):
            part.setFont(theme.font(14))
        self.format.currentIndexChanged.connect(self._offer)
        self.setMinimumWidth(min(px(400), parent.window().width() - px(24)))
        self._offer()

    def wish(self) -> Wish:
        """Return what is chosen."""
        shown = (box.isChecked() or box.isHidden() for box in self._boxes)
        return Wish(self.format.currentData(), self.scope.currentData(), *shown)

    def _accept(self) -> None:
        self.accept()
        self.wanted.emit(self.wish())

    def _offer(self) -> None:
        """Offer only what makes a difference: JSON Lines holds all, tables have no pinyin."""
        chosen = self.format.currentData()
        self.pinyin.setVisible(chosen in ("pdf", "html"))
        self.notes.setVisible(chosen != "jsonl")
        self.names.setVisible(chosen != "jsonl")
