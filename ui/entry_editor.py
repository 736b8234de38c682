"""The form in which an entry is written or changed."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.lexicon import Entry
from app.own_entry import Draft, draft_of, entry_of
from app.packs_csv import Fault
from ui import messages
from ui.controls import Choice
from ui.theme import Theme

Field = QLineEdit | QPlainTextEdit | Choice


class EntryEditor(QDialog):
    """`saved` carries the entry; what was typed and not saved is left in `draft`."""

    saved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        kinds: Collection[str],
        taken: Collection[str],
        parent: QWidget,
        *,
        old: Entry | None = None,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taken = taken
        self._old = old
        title = self.tr("Change an expression") if old else self.tr("Add an expression")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.fields: dict[str, Field] = {}
        self._faults: dict[str, QLabel] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._build(kinds)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.cancel_button = QPushButton(self.tr("Not now"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(buttons)
        px = theme.px
        outer.setContentsMargins(px(8), px(12), px(20), px(16))
        buttons.setContentsMargins(px(12), px(8), 0, 0)
        for button in (self.save_button, self.cancel_button):
            button.setFont(theme.font(14))
        self._fill(draft or (draft_of(old) if old else Draft()))
        room = parent.window().size()
        self.resize(min(px(560), room.width() - px(24)), min(px(680), room.height() - px(48)))
        self.fields["forms"].setFocus()

    @property
    def draft(self) -> Draft:
        """What stands in the form."""
        texts = {name: _text(field) for name, field in self.fields.items()}
        return Draft(**texts)

    def save(self) -> None:
        """Hand the entry over and close, or say at each field what is missing."""
        entry, faults = entry_of(self.draft, self._taken, self._old)
        for label in self._faults.values():
            label.hide()
        for fault in reversed(faults):
            name = fault.column if fault.column in self._faults else "forms"
            label = self._faults[name]
            label.setText(self._say(fault))
            label.show()
            self.fields[name].setFocus()
            self.fields[name].setAccessibleDescription(label.text())
            self._scroll.ensureWidgetVisible(label)
        if entry is not None:
            self.saved.emit(entry)
            self.accept()

    def _say(self, fault: Fault) -> str:
        known: dict[str, Callable[[], str]] = {
            "forms": lambda: self.tr("Write the expression itself."),
            "meaning": lambda: self.tr("Say in English what it means."),
            "examples": lambda: self.tr(
                "Write each example in a line of its own: the Chinese, then |, then the English."
            ),
        }
        blank = not _text(self.fields.get(fault.column, self.fields["forms"])).strip()
        if fault.column in known and (blank or fault.column == "examples"):
            return known[fault.column]()
        return messages.sentence(fault.text)

    def _build(self, kinds: Collection[str]) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(4), px(12), px(4))
        self._column.setSpacing(px(4))
        self._add(
            "forms",
            self.tr("Expression"),
            QLineEdit(),
            self.tr("Several ways of writing it are parted by |, the commonest first."),
            size=18,
        )
        self._add(
            "pinyin", self.tr("Pinyin"), QLineEdit(), self.tr("With tone marks; may be empty.")
        )
        self._add("meaning", self.tr("What it means"), QLineEdit())
        self._add(
            "renderings",
            self.tr("In a translation"),
            QLineEdit(),
            self.tr("Words that fit into an English sentence, parted by |. Empty: the meaning."),
        )
        self._add("note", self.tr("What one should know"), QPlainTextEdit(), lines=3)
        self._add(
            "examples",
            self.tr("Examples"),
            QPlainTextEdit(),
            self.tr("One a line: the Chinese, then |, then the English."),
            lines=3,
        )
        kind, use = Choice(self._theme), Choice(self._theme)
        for name in sorted(kinds, key=lambda k: messages.word(k).casefold()):
            kind.addItem(messages.word(name), name)
        for name, text in (
            ("yes", self.tr("Anybody may say it")),
            ("care", self.tr("To be said with care")),
            ("no", self.tr("Better not said")),
        ):
            use.addItem(text, name)
        self._add("kind", self.tr("Kind"), kind)
        self._add("use", self.tr("May a newcomer say it"), use)
        self._column.addStretch(1)

    def _add(
        self, name: str, title: str, field: Field, hint: str = "", *, size: int = 15, lines: int = 0
    ) -> None:
        px = self._theme.px
        label = self._label(title, 14)
        label.setBuddy(field)
        field.setFont(self._theme.font(size))
        field.setAccessibleName(title)
        field.setToolTip(hint)
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(round(field.fontMetrics().lineSpacing() * lines) + px(24))
        self.fields[name] = field
        if self._column.count():
            self._column.addSpacing(px(8))
        self._column.addWidget(label)
        if hint:
            self._column.addWidget(self._label(hint, 12, second=True))
        self._column.addWidget(field)
        fault = self._label("", 13)
        fault.setStyleSheet(f"color: {self._theme.colours.seal}")
        fault.hide()
        self._faults[name] = fault
        self._column.addWidget(fault)

    def _label(self, text: str, size: int, *, second: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("second", second)
        label.setFont(self._theme.font(size))
        return label

    def _fill(self, draft: Draft) -> None:
        for name, field in self.fields.items():
            text = getattr(draft, name)
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.setCursorPosition(0)
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
            else:
                field.setCurrentIndex(max(0, field.findData(text)))


def _text(field: Field) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return str(field.currentData())
