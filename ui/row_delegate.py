"""How the rows of all lists look: what they share, and lines that are cut to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints what rows share: the ground, the seal of the chosen one, the hair line below."""

    height = 68
    """Of a row, in pixels at 100 %."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def draw(self, painter: QPainter, index: Index, box: QRectF) -> None:
        """Draw what a row says; `box` is the row without its margins left and right."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, c, state = self.theme.px, self.theme.colours, option.state
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(c.current if selected else c.hover))
        if selected:
            painter.fillRect(QRectF(box.x(), box.y(), px(3), box.height()), QColor(c.seal))
        inside = box.adjusted(px(20), 0, -px(16), 0)
        painter.fillRect(QRectF(inside.x(), box.bottom() - 1, inside.width(), 1), QColor(c.line))
        self.draw(painter, index, inside)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.seal), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.restore()

    @staticmethod
    def say(
        painter: QPainter, text: str, font: QFont, colour: str, at: QPointF, width: float
    ) -> str:
        """Draw one line at a base line, cut to `width`; return what was drawn of it."""
        shown = cut(text, font, width)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(at, shown)
        return shown


def cut(text: str, font: QFont, width: float) -> str:
    """Return as much of a line as there is room for, with dots at its end if that is not all."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
