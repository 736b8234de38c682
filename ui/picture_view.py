"""Pictures one under the other, with a frame round each line that was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import Theme

_ZOOMS = (0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_GAP = 12  # px between pictures


class PictureView(QAbstractScrollArea):
    """`picked` tells the number of a line of the text that was clicked or reached by keyboard.

    `wanted` tells a line that was left out of the text and is to be taken in: by a click, or by
    Enter once it was `reached`. `edited` asks for the text of the line that was reached.
    """

    picked = Signal(int)
    reached = Signal(int)
    wanted = Signal(int)
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images: list[QImage] = []
        self._frames: list[QRectF] = []  # in pixels of the picture that `_owners` names
        self._owners: list[int] = []
        self._doubtful: frozenset[int] = frozenset()
        self._used: frozenset[int] = frozenset()
        self._current: frozenset[int] = frozenset()
        self._at = -1  # where the arrow keys are
        self._fit = True
        self._scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._lay)

    def set_images(self, images: Sequence[QImage]) -> None:
        """Show pictures, nothing known of their text yet."""
        self._images = list(images)
        self._lay()

    def set_lines(
        self,
        frames: Sequence[tuple[int, QRectF]],
        used: frozenset[int],
        doubtful: frozenset[int],
    ) -> None:
        """Frame lines: which picture and where, which are in the text, which may be misread."""
        self._owners = [owner for owner, _ in frames]
        self._frames = [frame for _, frame in frames]
        self._current, self._at = frozenset(), -1
        self.set_used(used, doubtful)

    def set_used(self, used: frozenset[int], doubtful: frozenset[int]) -> None:
        """Say of the same lines which are in the text now, and which may be misread."""
        self._used, self._doubtful = used, doubtful
        self.viewport().update()

    def mark(self, lines: Sequence[int]) -> None:
        """Show which lines are meant, and bring them into sight."""
        if frozenset(lines) == self._current:
            return
        self._current = frozenset(lines)
        if lines:
            if self._at not in self._current:
                self._at = lines[0]
            place = self._place(lines[0])
            for other in lines[1:]:
                place = place.united(self._place(other))
            self._bring(place)
        self.viewport().update()

    def zoom(self, step: int) -> None:
        """Go to the next larger (1) or smaller (-1) scale; 0 fits the width again."""
        centre = self._offset() + QPointF(self.viewport().rect().center())
        before = self._scale
        self._fit = step == 0
        if step > 0:
            self._scale = next((z for z in _ZOOMS if z > before * 1.01), _ZOOMS[-1])
        elif step < 0:
            self._scale = next((z for z in reversed(_ZOOMS) if z < before * 0.99), _ZOOMS[0])
        self._lay()
        grown = self._scale / before
        self.verticalScrollBar().setValue(round(centre.y() * grown - self.viewport().height() / 2))
        self.horizontalScrollBar().setValue(round(centre.x() * grown - self.viewport().width() / 2))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position() + self._offset()
        for i in range(len(self._frames)):
            if self._place(i).contains(at):
                (self.picked if i in self._used else self.wanted).emit(i)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._frames:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if 0 <= self._at < len(self._frames) and self._at not in self._used:
                self.wanted.emit(self._at)
            else:
                self.edited.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key == Qt.Key.Key_0:
            self.zoom(0)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.verticalScrollBar()
            step = bar.pageStep() if key == Qt.Key.Key_PageDown else -bar.pageStep()
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Go to the next line of the picture, or the one before: in the text or left out."""
        found = self._at + step
        while 0 <= found < len(self._frames) and found in self._current:
            found += step
        if not 0 <= found < len(self._frames):
            return
        self._at = found
        if found in self._used:
            self.picked.emit(found)
        else:
            self.mark([found])
            self.reached.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.colour("hover"))
        painter.translate(-self._offset())
        seen = QRectF(event.rect()).translated(self._offset())
        for owner, image in enumerate(self._images):
            place = self._picture(owner)
            part = place.intersected(seen)
            if not part.isEmpty():
                cut = QRectF(part).translated(-place.topLeft())
                inside = QRectF(
                    cut.x() / self._scale, cut.y() / self._scale,
                    cut.width() / self._scale, cut.height() / self._scale,
                )  # fmt: skip
                painter.drawImage(part, image, inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in range(len(self._frames)):
            place = self._place(i)
            if place.intersects(seen):
                self._frame(painter, i, place)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(self._theme.colour("seal"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _frame(self, painter: QPainter, line: int, place: QRectF) -> None:
        """Draw the frame of a line: plain, dashed if it may be misread, dotted if left out."""
        if line in self._current:
            tint = self._theme.colour("seal")
            tint.setAlpha(40)
            painter.fillRect(place, tint)
        dash = Qt.PenStyle.SolidLine
        width = 1.0
        if line in self._doubtful:
            dash, width = Qt.PenStyle.DashLine, 2.0
        elif line not in self._used:
            dash = Qt.PenStyle.DotLine
        if line in self._current:
            width = 3.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A light line under the dark one is seen on every picture.
        painter.setPen(QPen(QColor("#FFFFFF"), width + 1.5))
        if line in self._current or line in self._doubtful:
            painter.drawRect(place)
        bold = line in self._current or line in self._doubtful
        painter.setPen(QPen(QColor("#B8232F" if bold else "#7D8B99"), width, dash))
        painter.drawRect(place)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _picture(self, owner: int) -> QRectF:
        """Return where a picture stands on the whole sheet."""
        top = sum(image.height() * self._scale + _GAP for image in self._images[:owner])
        image = self._images[owner]
        width = image.width() * self._scale
        left = max(0.0, (self.viewport().width() - width) / 2)
        return QRectF(left, top, width, image.height() * self._scale)

    def _place(self, line: int) -> QRectF:
        """Return where a line stands on the whole sheet."""
        frame, corner = self._frames[line], self._picture(self._owners[line]).topLeft()
        s = self._scale
        return QRectF(
            frame.x() * s, frame.y() * s, frame.width() * s, frame.height() * s
        ).translated(corner)

    def _bring(self, place: QRectF) -> None:
        for bar, start, end, room in (
            (self.verticalScrollBar(), place.top(), place.bottom(), self.viewport().height()),
            (self.horizontalScrollBar(), place.left(), place.right(), self.viewport().width()),
        ):
            if start < bar.value() or end > bar.value() + room:
                bar.setValue(round((start + end - room) / 2))

    def _lay(self) -> None:
        room = self.viewport().size()
        widest = max((image.width() for image in self._images), default=1)
        if self._fit:
            self._scale = min(1.0, room.width() / widest)
        high = sum(round(image.height() * self._scale) + _GAP for image in self._images)
        for bar, whole, part in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), round(widest * self._scale), room.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(self._theme.px(24))
        self.viewport().update()
