"""Where text comes in: a large box while the page is empty, one line once there are cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.controls import ElidedButton
from ui.paste_editor import PasteEditor
from ui.theme import SEPARATOR, Theme

# px at 100 %: under the first the line of buttons says less, under the last it has fewer.
_TIGHT, _TIGHT_TELLING, _TIGHTEST = 460, 560, 280


class PasteBox(QFrame):
    """`given` carries text, `brought` a whole clipboard, `sample_wanted` asks for the sample."""

    given = Signal(str)
    brought = Signal(object)
    sample_wanted = Signal()
    stop_wanted = Signal()
    go_on_wanted = Signal()
    pinyin_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteBox")
        self._theme = theme
        self.folded = False
        self._can_fold = False
        self._welcome = True
        self._sides = (0, 0)
        self._telling = False  # of work that goes on, or was stopped
        self.title = QLabel(self)
        self.about = QLabel(self)
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.about.setProperty("second", True)
        self.editor = PasteEditor(self)
        self.editor.setTabChangesFocus(True)
        self.editor.whole.connect(self.given)
        self.editor.picture.connect(self.brought)
        self.editor.submitted.connect(self._submit)
        self.editor.left.connect(lambda: self.fold(True))
        self.editor.textChanged.connect(self._words)
        self.read = QPushButton(self)
        self.read.setProperty("primary", True)
        self.read.clicked.connect(self._submit)
        self.sample = QPushButton(self)
        self.sample.setProperty("flat", True)
        self.sample.clicked.connect(self.sample_wanted)
        self.line = ElidedButton(self)
        self.line.setObjectName("pasteLine")
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line.clicked.connect(lambda: self.fold(False))
        self.paste = QPushButton(self)
        self.paste.clicked.connect(self._paste)
        self.pinyin = QPushButton(self)
        self.pinyin.setCheckable(True)
        self.pinyin.toggled.connect(self.pinyin_wanted)
        self.counter = QLabel(self)
        self.counter.setProperty("second", True)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self.stop_wanted)
        self.go_on = QPushButton(self)
        self.go_on.clicked.connect(self.go_on_wanted)
        self._lay()
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.show_progress(0, 0, busy=False, stopped=False)
        self.set_cards(0)

    def set_cards(self, count: int) -> None:
        """Fold when there are cards, unfold when there are none."""
        self._can_fold = count > 0
        self.fold(count > 0)

    def fold(self, folded: bool) -> None:
        """Show one line, or the large box; without cards it stays large."""
        folded = folded and self._can_fold
        self.folded = folded
        self.editor.setVisible(not folded)
        self.sample.setVisible(not folded and not self._can_fold)
        self.title.setVisible(not self._can_fold)
        self.about.setVisible(not self._can_fold)
        self._words()
        self._restyle()
        if not folded:
            self.editor.setFocus()

    def add_button(self, button: QWidget) -> None:
        """Put another button at the end of the line."""
        self._buttons.addWidget(button)

    def set_sides(self, left: int, right: int) -> None:
        """Leave room at both sides, in px, once there are cards."""
        if (left, right) != self._sides:
            self._sides = left, right
            self._place()

    def set_welcome(self, welcome: bool) -> None:
        """Greet somebody who is here for the first time, or somebody who knows the place."""
        self._welcome = welcome
        self._words()

    def show_progress(
        self, done: int, total: int, *, busy: bool, stopped: bool, minutes: float = 0.0
    ) -> None:
        """Show the count with a button to stop, or after stopping one to go on.

        `minutes` is how long the rest will take; under half a minute nothing is said of it.
        """
        working = busy and done < total
        self._telling = working or stopped
        self._fit()
        self.counter.setVisible(self.folded and self._telling)
        count = self.tr("%1 of %2").replace("%1", str(done)).replace("%2", str(total))
        if working and minutes >= 0.5 and not self._tight:
            count = SEPARATOR.join((count, self.tr("about %n min", "", max(1, round(minutes)))))
        self.counter.setText(count)
        self.stop.setVisible(self.folded and working)
        self.go_on.setVisible(self.folded and stopped and done < total)

    @property
    def _tight(self) -> bool:
        room = self._theme.px(_TIGHT_TELLING if self._telling else _TIGHT)
        return self.folded and self.width() < room

    def _fit(self) -> None:
        """Where there is little room, leave out words, and what has keys of its own."""
        telling = self._tight and self._telling
        tightest = self.width() < self._theme.px(_TIGHTEST)
        self.paste.setText("" if self._tight else self.tr("Paste"))
        self.line.setVisible(self.folded and not telling)
        self.pinyin.setVisible(self.folded and not telling and not tightest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _lay(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.line, 1)
        buttons.addWidget(self.counter)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.read)
        buttons.addWidget(self.paste)
        buttons.addWidget(self.pinyin)
        buttons.addWidget(self.sample)
        self._spring = buttons.count()
        buttons.addStretch(0)
        self._buttons = buttons
        self._inner = QWidget(self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.editor)
        column.addLayout(buttons)
        column.addStretch(3)
        self._column = column
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._inner, 1000)
        outer.addStretch(1)
        self._outer = outer

    def _restyle(self) -> None:
        px, theme = self._theme.px, self._theme
        self.title.setFont(theme.font(26))
        self.about.setFont(theme.font(15))
        self.editor.setFont(theme.font(18))
        buttons = (
            self.read, self.sample, self.line, self.paste, self.pinyin, self.stop, self.go_on
        )  # fmt: skip
        for button in buttons:
            button.setFont(theme.font(14))
        self.counter.setFont(theme.font(13, tabular=True))
        self._paste_icon()
        large = not self._can_fold
        self._place()
        self._column.setSpacing(px(16) if large else px(8))
        self._column.setStretch(0, 2 if large else 0)
        self._column.setStretch(5, 3 if large else 0)
        self._buttons.setSpacing(px(8))
        self._buttons.setStretch(self._spring, 0 if self.folded else 1)
        self.editor.setMinimumHeight(px(56))
        self.editor.setMaximumHeight(px(200) if large else px(140))
        self._inner.setMaximumWidth(px(680) if large else 16777215)
        self.line.setStyleSheet(
            f"text-align: left; color: {theme.colours.second}; background: {theme.colours.paper};"
        )
        vertical = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def _place(self) -> None:
        px = self._theme.px
        left, right = self._sides if self._can_fold else (px(20), px(20))
        self._outer.setContentsMargins(left, px(10), right, px(10))

    def _words(self) -> None:
        if self._welcome:
            self.title.setText(self.tr("Read what they really say"))
            self.about.setText(
                self.tr(
                    "Copy comments from under a Xiaohongshu post and paste them here, as text or "
                    "as a screenshot. "
                    "Slang is underlined and explained at once, and a translation follows. "
                    "Everything stays on this computer."
                )
            )
        else:
            self.title.setText(self.tr("Paste comments to read"))
            self.about.setText(
                self.tr("One comment or a whole thread, with names and times or without.")
            )
        self.editor.setPlaceholderText(self.tr("宝子们 蹲一个链接 …"))
        self.editor.setAccessibleName(self.tr("Comments to read"))
        self.editor.setAccessibleDescription(self.tr("Paste or type, then press Ctrl+Enter."))
        self.read.setText(self.tr("Read"))
        typed = bool(self.editor.toPlainText().strip())
        self.read.setVisible(typed and not self.folded)
        # One button is the one to press: to paste, or once something was typed to read it.
        inviting = not typed and not self.folded and not self._can_fold
        if self.paste.property("primary") != inviting:
            self.paste.setProperty("primary", inviting)
            self.paste.style().unpolish(self.paste)
            self.paste.style().polish(self.paste)
        self._paste_icon()
        self.read.setToolTip(self.tr("Read these comments (Ctrl+Enter)"))
        self.sample.setText(self.tr("Show me an example"))
        self.line.set_whole(self.tr("Paste or drop comments here …"))
        self.line.setAccessibleName(self.tr("Paste or type other comments"))
        self.paste.setAccessibleName(self.tr("Paste"))
        self.paste.setToolTip(self.tr("Read what is on the clipboard (Ctrl+V)"))
        self.pinyin.setText(self.tr("Pinyin"))
        self.pinyin.setToolTip(self.tr("Pinyin above the words (Ctrl+P)"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Stop translating; what is done stays"))
        self.go_on.setText(self.tr("Go on"))
        self.go_on.setToolTip(self.tr("Translate the rest"))
        self._fit()

    def _paste_icon(self) -> None:
        size, colours = self._theme.px(16), self._theme.colours
        colour = colours.on_seal if self.paste.property("primary") else colours.ink
        self.paste.setIcon(icons.icon("paste", colour, size))
        self.paste.setIconSize(QSize(size, size))

    def _submit(self) -> None:
        text = self.editor.toPlainText()
        if text.strip():
            self.given.emit(text)

    def _paste(self) -> None:
        self.brought.emit(QGuiApplication.clipboard().mimeData())

    def take_typed(self) -> None:
        """Empty the box, after its text was read and so is kept."""
        self.editor.clear()
