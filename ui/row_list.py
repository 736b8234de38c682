"""A list of rows of one height, for any number of them.

Qt's own list asks the model for every row before it shows the first: three seconds for a million.
Where all rows have one height, places are arithmetic. It is one of Qt's lists all the same, since
screen readers are told of the rows of those only; what would lay out every row is passed by.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.row_delegate import Index
from ui.theme import Theme

_Move = QAbstractItemView.CursorAction


class RowList(QListView):
    """Enter opens, Delete deletes, * gives a star, the arrow to the right goes on beside the list.

    `typed` carries letters, which are meant for a search field; `left` comes when the arrow up
    leaves the first row. `sight_changed` carries the first and the last row in sight.
    """

    opened = Signal()
    deleted = Signal()
    starred = Signal()
    copied = Signal()
    onward = Signal()
    back = Signal()
    typed = Signal(str)
    left = Signal()
    sight_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.doubleClicked.connect(self.opened)
        theme.changed.connect(self._relayout)

    # Where rows are

    @property
    def row_height(self) -> int:
        """The height of a row in pixels."""
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.model().rowCount() if self.model() is not None else 0

    def sight(self) -> tuple[int, int]:
        """Return the first and the last row in sight; (0, -1) when there is none."""
        top, height = self.verticalOffset(), self.row_height
        last = min(self.rows, -(-(top + self.viewport().height()) // height)) - 1
        return (top // height, last) if last >= 0 else (0, -1)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self.row_height
        top = index.row() * height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height
        return self.model().index(row, 0) if 0 <= row < self.rows else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        bar, height, room = self.verticalScrollBar(), self.row_height, self.viewport().height()
        top = index.row() * height
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (room - height) // 2)
        elif hint is QAbstractItemView.ScrollHint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self.rows
        if not count:
            return QModelIndex()
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.row_height - 1)
        steps = {
            _Move.MoveUp: row - 1,
            _Move.MovePrevious: row - 1,
            _Move.MoveDown: row + 1,
            _Move.MoveNext: row + 1,
            _Move.MovePageUp: row - page,
            _Move.MovePageDown: row + page,
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }
        return self.model().index(max(0, min(count - 1, steps.get(action, row))), 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    # What is chosen

    def chosen_rows(self) -> list[tuple[int, int]]:
        """Return the selected stretches as (first, last), from the top."""
        return sorted((part.top(), part.bottom()) for part in self.selectionModel().selection())

    def choose(self, row: int) -> None:
        """Select one row and nothing else, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if not self.rows:
            return
        height, top = self.row_height, self.verticalOffset()
        box = rect.normalized()
        first = max(0, (box.top() + top) // height)
        last = min(self.rows - 1, (box.bottom() + top) // height)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, room = QRegion(), self.viewport().rect()
        for part in selection:
            box = self.visualRect(part.topLeft()).united(self.visualRect(part.bottomRight()))
            region += QRegion(box.intersected(room))
        return region

    # Changes

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        height, room = self.row_height, self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.rows * height - room))
        bar.setPageStep(room)
        bar.setSingleStep(height)
        self._tell_sight()

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self.updateGeometries()
        self.viewport().update()

    def _relayout(self) -> None:
        self.scheduleDelayedItemsLayout()

    def reset(self) -> None:
        QAbstractItemView.reset(self)
        self.updateGeometries()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._tell_sight()

    def _tell_sight(self) -> None:
        first, last = self.sight()
        if last >= first:
            self.sight_changed.emit(first, last)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        chosen, current = self.selectionModel(), self.currentIndex()
        pointed = QModelIndex()
        if self.viewport().underMouse():
            pointed = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        first, last = self.sight()
        plain = option.state & ~(
            QStyle.StateFlag.State_HasFocus
            | QStyle.StateFlag.State_MouseOver
            | QStyle.StateFlag.State_Selected
        )
        for row in range(first, last + 1):
            index = self.model().index(row, 0)
            box = self.visualRect(index)
            if not box.intersects(event.rect()):
                continue
            state = plain
            if chosen.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if index == pointed:
                state |= QStyle.StateFlag.State_MouseOver
            if index == current and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            option.rect, option.state = box, state
            self.itemDelegate().paint(painter, option, index)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left.emit()
        elif key == Qt.Key.Key_Right and plain:
            self.onward.emit()
        elif key == Qt.Key.Key_Left and plain:
            self.back.emit()
        elif text == "*":
            self.starred.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif text.strip() and text.isprintable():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)
