"""The buttons below a picture and its text; they go on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from ui.flow_row import FlowRow
from ui.theme import Theme


class PictureButtons(FlowRow):
    """Read these, cancel, the next doubtful line, lines left out, and the picture's size."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.read, self.cancel, self.next, self.more = (QPushButton(owner) for _ in range(4))
        self.read.setProperty("primary", True)
        self.smaller, self.larger, self.fit = (QToolButton(owner) for _ in range(3))
        self._all: tuple[QAbstractButton, ...] = (
            self.read, self.cancel, self.next, self.more, self.smaller, self.larger, self.fit
        )  # fmt: skip
        for button in self._all:
            self.addWidget(button)

    def restyle(self, theme: Theme) -> None:
        """Take fonts and distances from the theme."""
        for button in self._all:
            button.setFont(theme.font(14))
        self.setSpacing(theme.px(8))

    def write(self) -> None:
        """Write what the buttons say, in the language of the interface."""
        self.read.setText(self.tr("Read these"))
        self.read.setToolTip(self.tr("Make comments of this text (Ctrl+Enter)"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Go back; the picture can be opened again (Esc)"))
        self.next.setText(self.tr("Next doubtful line"))
        self.next.setToolTip(self.tr("Go to the next line that may be misread (F8)"))
        self.more.setText(self.tr("Lines left out …"))
        self.more.setToolTip(
            self.tr("Choose a line of the picture that is not in the text, and put it in (F7)")
        )
        for button, text, name in (
            (self.smaller, "−", self.tr("Smaller picture")),
            (self.larger, "+", self.tr("Larger picture")),
            (self.fit, "↔", self.tr("Fit the picture's width")),
        ):
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
