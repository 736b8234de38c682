"""Controls whose marks we draw ourselves: the tick of a check box, the arrow of a choice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui import icons
from ui.theme import Theme

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class Check(QCheckBox):
    """A check box whose tick is not told by colour alone, and whose words wrap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        hint = super().sizeHint()
        room = width - (hint.width() - self.fontMetrics().horizontalAdvance(self.text()))
        words = self.fontMetrics().boundingRect(QRect(0, 0, max(1, room), 0), _WRAPPED, self.text())
        return max(hint.height(), words.height() + self._theme.px(8))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = option.text
        option.text = ""
        painter = QPainter(self)
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        box = QRectF(style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        inside = self.rect().adjusted(round(box.right()) + self._theme.px(10), 0, 0, 0)
        painter.setFont(self.font())
        colours = self._theme.colours
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.second))
        painter.drawText(inside, _WRAPPED, words)
        if not self.isChecked():
            return
        size = round(box.width() * 0.8)
        tick = icons.pixmap("check", self._theme.colours.on_seal, size, self.devicePixelRatioF())
        painter.drawPixmap(box.center() - QPointF(size, size) / 2, tick)


class Choice(QComboBox):
    """A drop-down list with an arrow in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own passes over our sheet

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - self._theme.px(4)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = self._theme.px(16)
        arrow = icons.pixmap("down", self._theme.colours.second, size, self.devicePixelRatioF())
        at = QPointF(self.width() - size - self._theme.px(10), (self.height() - size) / 2)
        painter.drawPixmap(at, arrow)


class Aside(QLabel):
    """A word beside a title, which takes what room there is and is not shown in part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("second", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        if super().sizeHint().width() <= self.width():
            super().paintEvent(event)


class ElidedButton(QPushButton):
    """A button whose text is cut with an ellipsis where there is no room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""

    def set_whole(self, text: str) -> None:
        """Set the text that is shown if there is room."""
        self._whole = text
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - 2 * metrics.horizontalAdvance("宝")
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
