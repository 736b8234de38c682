"""The buttons on the current card: real widgets, moved to whichever card is the current one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from ui import icons
from ui.comments import Role
from ui.reading import ReadingView
from ui.theme import Theme


class CardActions(QFrame):
    """A star, copying, and the menu with all the rest."""

    star_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, view: ReadingView, theme: Theme) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._theme = theme
        self.star = QToolButton(self)
        self.star.setCheckable(True)
        self.star.clicked.connect(self.star_wanted)
        self.copy = QToolButton(self)
        self.copy.clicked.connect(view.copy)
        self.more = QToolButton(self)
        self.more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.star)
        row.addWidget(self.copy)
        row.addWidget(self.more)
        view.current_changed.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.laid_out.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()
        self.hide()

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

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _words(self) -> None:
        self.copy.setAccessibleName(self.tr("Copy this comment"))
        self.copy.setToolTip(self.tr("Copy original and translation (Ctrl+C)"))
        self.star.setAccessibleName(self.tr("Favourite"))
        self.star.setToolTip(self.tr("Keep this comment among your favourites (*)"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("More to do with this comment (Menu)"))

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
        for button, name in ((self.copy, "copy"), (self.more, "more")):
            button.setIcon(icons.icon(name, self._theme.colours.second, px(16)))
            button.setIconSize(QSize(px(16), px(16)))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow()
