"""What Qt asks of an item view, answered from the heights of its rows alone.

It is a QListView for what screen readers know of those; nothing of its layout is used.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.comments import CommentModel
from ui.heights import Heights

_Index = QModelIndex | QPersistentModelIndex


class RowsView(QListView):
    """Rows of a CommentModel below each other, each as high as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = Heights()

    def comment_model(self) -> CommentModel:
        """Return the model that is shown."""
        model = self.model()
        assert isinstance(model, CommentModel)
        return model

    @property
    def current_row(self) -> int:
        """The current comment, or -1."""
        return self.currentIndex().row()

    def card_rect(self, row: int) -> QRectF:
        """Return where a row lies in the viewport."""
        raise NotImplementedError

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        """Leave out what QListView would do: ask every row for its size."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self.card_rect(index.row()).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self._offset()
        row = self._heights.row_at(y)
        if row < 0 or y >= self._heights.top(row) + self._heights.height(row):
            return QModelIndex()
        return self.comment_model().index(row)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        rows = self.comment_model().rowCount()
        if not rows:
            return QModelIndex()
        row = self.current_row
        cursor = QAbstractItemView.CursorAction
        step = {
            cursor.MoveUp: -1,
            cursor.MovePrevious: -1,
            cursor.MoveDown: 1,
            cursor.MoveNext: 1,
        }.get(action)
        if step is not None:
            row = row + step if row >= 0 else 0
        elif action is cursor.MoveHome:
            row = 0
        elif action is cursor.MoveEnd:
            row = rows - 1
        elif action in (cursor.MovePageDown, cursor.MovePageUp):
            page = self.viewport().height() * (1 if action is cursor.MovePageDown else -1)
            row = self._heights.row_at(self._heights.top(max(0, row)) + page)
        return self.comment_model().index(max(0, min(row, rows - 1)))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self._offset()

    def isIndexHidden(self, index: _Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region |= QRegion(self.visualRect(index))
        return region
