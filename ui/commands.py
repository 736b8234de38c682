"""Everything that can be done by name: the palette (Ctrl+K) and the list of shortcuts (F1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.measuring import advance
from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
COMMAND = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: what it is called, its keys (may be none), how it is done.

    A command whose `act` is None is only listed: its keys belong to a view.
    """

    text: str
    keys: tuple[str, ...] = ()
    act: Callable[[], object] | None = None

    def shown_keys(self) -> str:
        """Return the keys as the desktop writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(keys).toString(native) or keys for keys in self.keys)


class CommandModel(QAbstractListModel):
    """Commands whose names hold all the words that were typed."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self._all = tuple(commands)
        self._shown = self._all

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return command.text
        if role == COMMAND:
            return command
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.text} {command.shown_keys()}".strip()
        return None

    def filter(self, typed: str) -> None:
        """Show what fits."""
        words = typed.casefold().split()
        self.beginResetModel()
        self._shown = tuple(c for c in self._all if all(w in c.text.casefold() for w in words))
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """The name at the left, the keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index):
        size = super().sizeHint(option, index)
        size.setHeight(self._theme.px(36))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        command: Command = index.data(COMMAND)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.hover))
            painter.fillRect(
                option.rect.x(), option.rect.y(), px(3), option.rect.height(), QColor(c.seal)
            )
        inside = option.rect.adjusted(px(14), 0, -px(14), 0)
        keys = command.shown_keys()
        font = theme.font(13, tabular=True)
        painter.setFont(font)
        painter.setPen(QColor(c.second))
        middle, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, keys)
        painter.setFont(theme.font(15))
        painter.setPen(QColor(c.ink))
        inside.setRight(inside.right() - round(advance(keys, font)) - px(12))
        text = QFontMetricsF(painter.font()).elidedText(
            command.text, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, middle | left, text)
        painter.restore()


class CommandDialog(QDialog):
    """A list of commands; the palette filters them and carries one out, the other only lists."""

    def __init__(
        self,
        title: str,
        hint: str,
        commands: Sequence[Command],
        theme: Theme,
        parent: QWidget,
        *,
        palette: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._palette = palette
        self.model = CommandModel(commands, self)
        self.input = QLineEdit(self)
        self.input.setPlaceholderText(hint)
        self.input.setAccessibleName(hint)
        self.input.setFont(theme.font(16))
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = QLabel(self)
        self.empty.setText(self.tr("Nothing is called that."))
        self.empty.setProperty("second", True)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.input)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        self.input.textChanged.connect(self._filter)
        self.input.returnPressed.connect(self.carry_out)
        self.list.activated.connect(self.carry_out)
        self._select(0)
        px = theme.px
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        room = parent.size()
        self.resize(min(px(560), room.width() - px(32)), min(px(520), room.height() - px(64)))

    def carry_out(self) -> None:
        """Close, and do what is selected."""
        command = self.list.currentIndex().data(COMMAND)
        if self._palette and isinstance(command, Command) and command.act is not None:
            self.accept()
            command.act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._select(self.list.currentIndex().row() + step)
        else:
            super().keyPressEvent(event)

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self.empty.setVisible(self.model.rowCount() == 0)
        self._select(0)

    def _select(self, row: int) -> None:
        row = max(0, min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(row))
