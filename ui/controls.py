"""Controls whose marks we draw ourselves: the tick of a check box, the arrow of a choice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton, QWidget

from ui import icons
from ui.theme import Theme


class Check(QCheckBox):
    """A check box with a tick that is not told by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(
            self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        )
        size = round(box.width() * 0.8)
        tick = icons.pixmap("check", self._theme.colours.on_seal, size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(box.center() - QPointF(size, size) / 2, tick)


class Choice(QComboBox):
    """A drop-down list with an arrow in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.px(16)
        arrow = icons.pixmap("down", self._theme.colours.second, size, self.devicePixelRatioF())
        at = QPointF(self.width() - size - self._theme.px(10), (self.height() - size) / 2)
        QPainter(self).drawPixmap(at, arrow)
