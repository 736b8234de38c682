"""The buttons on the current card: real widgets, moved to whichever card is the current one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from ui import icons
from ui.card import Block
from ui.comments import Role
from ui.reading import ReadingView
from ui.theme import Theme


class CardActions(QFrame):
    """A star, and copying of the original, the translation or both."""

    star_wanted = Signal()

    def __init__(self, view: ReadingView, theme: Theme) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._theme = theme
        self.star = QToolButton(self)
        self.star.setCheckable(True)
        self.star.clicked.connect(self.star_wanted)
        self.copy = QToolButton(self)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.copy)
        self._both = menu.addAction("", lambda: self.put(None))
        self._original = menu.addAction("", lambda: self.put(Block.ORIGINAL))
        self._translation = menu.addAction("", lambda: self.put(Block.TRANSLATION))
        menu.aboutToShow.connect(self._enable)
        self.copy.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.star)
        row.addWidget(self.copy)
        view.current_changed.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.laid_out.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.hide()

    def put(self, block: Block | None) -> None:
        """Put original, translation or (None) both of the current comment on the clipboard."""
        text = self._view.text_of_current(block)
        if text:
            QGuiApplication.clipboard().setText(text)
            self._view.copied.emit()

    def follow(self) -> None:
        """Move to the current card, or hide when there is none."""
        row = self._view.current_row
        if row < 0:
            self.hide()
            return
        starred = bool(self._view.comment_model().index(row).data(Role.FAVOURITE))
        if starred != self.star.isChecked():
            self.star.setChecked(starred)
            self._restar()
        card = self._view.card_rect(row)
        self.adjustSize()
        self.move(
            round(card.right()) - self.width() - self._theme.px(12),
            round(card.top()) + self._theme.px(12),
        )
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _enable(self) -> None:
        self._translation.setEnabled(bool(self._view.text_of_current(Block.TRANSLATION)))

    def _words(self) -> None:
        self.copy.setAccessibleName(self.tr("Copy this comment"))
        self.copy.setToolTip(self.tr("Copy original, translation or both (Ctrl+C)"))
        self.star.setAccessibleName(self.tr("Favourite"))
        self.star.setToolTip(self.tr("Keep this comment among your favourites (*)"))
        self._both.setText(self.tr("Copy both"))
        self._original.setText(self.tr("Copy the original"))
        self._translation.setText(self.tr("Copy the translation"))

    def _restar(self) -> None:
        name = "starred" if self.star.isChecked() else "star"
        colours = self._theme.colours
        colour = colours.seal if self.star.isChecked() else colours.second
        self.star.setIcon(icons.icon(name, colour, self._theme.px(16)))

    def _restyle(self) -> None:
        px = self._theme.px
        self._restar()
        self.star.setIconSize(QSize(px(16), px(16)))
        self.star.setCursor(Qt.CursorShape.PointingHandCursor)
        self.copy.setIcon(icons.icon("copy", self._theme.colours.second, px(16)))
        self.copy.setIconSize(QSize(px(16), px(16)))
        self.copy.setCursor(Qt.CursorShape.PointingHandCursor)
        for action in (self._both, self._original, self._translation):
            action.setFont(self._theme.font(14))
        self.follow()
