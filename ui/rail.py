"""The rail at the left: one button a page, the current one marked by the seal red."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.measuring import advance
from ui.qtext import tooltip
from ui.theme import Theme


class RailButton(QAbstractButton):
    """Icon and word; the icon alone when the rail is narrow."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.narrow = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self.narrow:
            return QSize(px(52), px(44))
        words = advance(self.text(), self._theme.font(14, bold=True))
        return QSize(max(px(116), round(words) + px(60)), px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(px(6), px(2), -px(6), -px(2))
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, px(6), px(6))
        if self.isChecked():
            painter.fillRect(QRectF(0, px(10), px(3), self.height() - px(20)), theme.colour("seal"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("seal"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(6), px(6))
        colour = theme.colours.seal if self.isChecked() else theme.colours.second
        size = px(20)
        left = (self.width() - size) / 2 if self.narrow else px(16)
        picture = icons.pixmap(self._icon, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), picture)
        if self.narrow:
            return
        painter.setFont(theme.font(14, bold=self.isChecked()))
        painter.setPen(QColor(theme.colours.ink if self.isChecked() else theme.colours.second))
        words = QRectF(left + size + px(10), 0, self.width() - left - size - px(10), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(QWidget):
    """The pages' buttons, settings at the foot, a word about work in progress above it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.buttons: dict[str, RailButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self.word = _Word(theme, self)
        self.set_narrow(False)
        theme.changed.connect(self._rescale)

    def add(self, page: str, icon: str) -> RailButton:
        """Add a page's button; its text is set when the language is known."""
        button = RailButton(self._theme, icon, self)
        button.clicked.connect(lambda: self._choose(page))
        self.buttons[page] = button
        self._layout.addWidget(button)
        return button

    def add_space(self) -> None:
        """Put what follows at the foot, under the word about work in progress."""
        self._layout.addStretch(1)
        self._layout.addWidget(self.word)

    def select(self, page: str) -> None:
        """Mark a page as the current one."""
        # Not auto-exclusive: that would take all but one of them out of the tab order.
        for name, button in self.buttons.items():
            button.setChecked(name == page)

    def _choose(self, page: str) -> None:
        self.select(page)
        self.chosen.emit(page)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        for button in self.buttons.values():
            button.narrow = narrow
            button.setToolTip(button.text() if narrow else "")
            button.updateGeometry()
            button.update()
        self.word.set_narrow(narrow)
        self._rescale()

    def _rescale(self) -> None:
        px = self._theme.px
        self._layout.setContentsMargins(0, px(12), 0, px(12))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))


class _Word(QWidget):
    """A word about work in progress, or two; it takes room for one where there is none.

    Where the rail is narrow a dot stands for the word, which is then its tooltip.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Show the word, or a dot for it."""
        self._narrow = narrow
        self.setToolTip(tooltip(self._text) if narrow else "")
        self.updateGeometry()
        self.update()

    def set(self, text: str) -> None:
        """Show a word, or nothing."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.set_narrow(self._narrow)

    def sizeHint(self) -> QSize:
        px, lines = self._theme.px, 1 if self._narrow else self._text.count("\n") + 1
        return QSize(px(52 if self._narrow else 100), px(8 + 20 * lines))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._narrow:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("seal"))
            dot = self._theme.px(3)
            if self._text:
                painter.drawEllipse(QRectF(self.rect()).center(), dot, dot)
            return
        painter.setFont(self._theme.font(12, tabular=True))
        painter.setPen(self._theme.colour("second"))
        box = self.rect().adjusted(self._theme.px(16), 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._text)
