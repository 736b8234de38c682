"""The reading column: comments as cards, painted, quick with thousands of them.

A list view with a layout of our own: rows far away have a guessed height and are laid out when they
come into sight; what the reader looks at keeps its place on the screen meanwhile. It is a QListView
for what screen readers know of those; nothing of its layout is used.
"""

from __future__ import annotations

from collections import OrderedDict

from app.models import Result
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from ui import messages
from ui.card import Block, Card, Foot, FootKind, Look, State
from ui.choices import ViewChoices
from ui.comments import CommentModel, Role
from ui.heights import Heights
from ui.qtext import is_han, tooltip
from ui.theme import Theme

_KEPT_CARDS = 400
_REST_MS = 280  # how long the pointer rests on a word before it is explained
_COLUMN = 44  # Chinese characters a line at most
_Index = QModelIndex | QPersistentModelIndex


class ReadingView(QListView):
    """Shows a CommentModel.

    `current_changed` tells row and annotation (-1: none), `pointed` what lies under the pointer,
    `visible_changed` the rows in sight, `take_back` and `put_back` a substitution the reader
    clicked, `opened` that the reader asked for the notes of the current comment, `word_wanted` row
    and offset of a word to be explained (`show_word` then marks it), `word_left` the end of that.
    """

    current_changed = Signal(int, int)
    pointed = Signal(int, int)
    visible_changed = Signal(int, int)
    take_back = Signal(int, str)
    put_back = Signal(int, str)
    opened = Signal()
    copied = Signal()
    laid_out = Signal()
    word_wanted = Signal(int, int)
    word_left = Signal()
    star_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: ViewChoices = ViewChoices(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = Look.of(theme, choices)
        self._cards: OrderedDict[int, Card] = OrderedDict()
        self._heights = Heights()
        self._annotation = -1
        self._pointed = (-1, -1)
        self._hovered = -1
        self._selection: tuple[int, Block, int, int] | None = None
        self._selecting = False
        self._word: tuple[int, int, int] | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self.relook)
        self.verticalScrollBar().valueChanged.connect(self._tell_visible)
        self.setAccessibleName(self.tr("Comments"))

    # What others ask

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._forget()

    def comment_model(self) -> CommentModel:
        """Return the model that is shown."""
        model = self.model()
        assert isinstance(model, CommentModel)
        return model

    @property
    def current_row(self) -> int:
        """The current comment, or -1."""
        return self.currentIndex().row()

    @property
    def current_annotation(self) -> int:
        """The current annotation of the current comment, or -1."""
        return self._annotation

    def relook(self) -> None:
        """Fetch fonts and colours anew and lay everything out again, keeping the place."""
        self._look = Look.of(self._theme, self._look.choices)
        self._relayout()

    def set_choices(self, choices: ViewChoices) -> None:
        """Show or hide pinyin, tone colours and names."""
        if choices != self._look.choices:
            self._look = Look.of(self._theme, choices)
            self.comment_model().show_names = choices.names
            self._relayout()

    def set_annotation(self, annotation: int) -> None:
        """Make an annotation of the current comment the current one (-1: none)."""
        self._annotation = annotation
        self.viewport().update()
        self.current_changed.emit(self.current_row, annotation)

    def selected_text(self) -> str:
        """Return the text selected with the pointer, or nothing."""
        if self._selection is None:
            return ""
        row, block, start, end = self._selection
        lines = self._card(row).block(block)
        return lines.text[min(start, end) : max(start, end)] if lines else ""

    def column(self) -> QRectF:
        """Return left edge and width of the reading column in the viewport."""
        most = self._look.original.pixelSize() * _COLUMN + 2 * self._look.margin
        width = min(self.viewport().width(), most)
        return QRectF((self.viewport().width() - width) // 2, 0, width, self.viewport().height())

    def card_rect(self, row: int) -> QRectF:
        """Return where a row's card lies in the viewport."""
        card = self._card(row)
        column = self.column()
        top = self._heights.top(row) - self.verticalScrollBar().value()
        return QRectF(column.x(), top, column.width(), card.height)

    def annotation_rect(self, row: int, annotation: int) -> QRect:
        """Return the first box of an annotation in the viewport."""
        box = self._card(row).annotation_rects(annotation)[0]
        return box.translated(self.card_rect(row).topLeft()).toRect()

    def show_word(self, row: int, start: int, end: int) -> QRect:
        """Mark a word as the one that is explained; return where it is on the screen."""
        self._word = (row, start, end)
        self.viewport().update()
        box = self._card(row).text_rect(start, end).translated(self.card_rect(row).topLeft())
        return QRect(self.viewport().mapToGlobal(box.topLeft().toPoint()), box.size().toSize())

    def drop_word(self) -> None:
        """Take the mark away."""
        if self._word is not None:
            self._word = None
            self.viewport().update()

    @property
    def word(self) -> tuple[int, int, int] | None:
        """Row, start and end of the word that is explained."""
        return self._word

    # Layout

    def _card(self, row: int) -> Card:
        card = self._cards.get(row)
        if card is None:
            model = self.comment_model()
            index = model.index(row)
            card = Card(
                model.result(row),
                self.column().width(),
                self._look,
                undone=index.data(Role.UNDONE),
                waiting=bool(index.data(Role.WAITING)),
                whole=index.data(Role.WHOLE),
                readings=index.data(Role.READINGS) if self._look.choices.pinyin else (),
                favourite=bool(index.data(Role.FAVOURITE)),
            )
            self._cards[row] = card
            if len(self._cards) > _KEPT_CARDS:
                self._cards.popitem(last=False)
        else:
            self._cards.move_to_end(row)
        grown = self._heights.set(row, card.height)
        if grown and self._heights.top(row) + card.height - grown <= self._offset():
            self._scroll_quietly(self._offset() + round(grown))
        return card

    def _guess(self, result: Result, per_line: float) -> float:
        look = self._look
        letters = sum(1.0 if ord(c) > 0x2E7F else 0.55 for c in result.comment.text[:4000])
        lines = max(1.0, letters // per_line + 1)
        height = 2 * look.margin + lines * self._theme.line_height(look.original)
        height += lines * self._theme.line_height(look.translation) + look.gap
        if look.choices.pinyin:
            height += lines * look.reading.pixelSize() * 1.1
        if result.comment.author or result.comment.likes:
            height += self._theme.line_height(look.meta)
        return height + (self._theme.line_height(look.foot) if result.annotations else 0)

    def _forget(self) -> None:
        """Forget all layouts and go to the top."""
        self._rest.stop()
        self._word = None
        self._cards.clear()
        self._selection = None
        self._annotation = -1
        self._pointed = (-1, -1)
        self._hovered = -1
        self._guess_all()
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()

    def _guess_all(self) -> None:
        if self.model() is None:
            return
        inner = self.column().width() - 2 * self._look.margin
        per_line = max(1.0, inner / self._look.original.pixelSize())
        self._heights.reset(self._guess(r, per_line) for r in self.comment_model().results)

    def _relayout(self) -> None:
        """Lay out anew at another width or look; the first row in sight stays where it is."""
        row = self._heights.row_at(self._offset())
        within = (
            (self._offset() - self._heights.top(row)) / max(1.0, self._heights.height(row))
            if row >= 0
            else 0.0
        )
        self._cards.clear()
        self._guess_all()
        self.updateGeometries()
        if row >= 0:
            card = self._card(row)
            self._scroll_quietly(round(self._heights.top(row) + within * card.height))
        self.viewport().update()

    def _ensure_visible_laid(self) -> tuple[int, int]:
        """Lay out the rows in sight; return the first and last of them (-1, -1: none)."""
        if self._heights.row_at(0) < 0:
            return -1, -1
        first = self._heights.row_at(self._offset())
        self._card(first)
        row = first
        bottom = self._offset() + self.viewport().height()
        while True:
            self._card(row)
            if self._heights.top(row + 1) >= bottom or row + 1 >= self.comment_model().rowCount():
                break
            row += 1
            bottom = self._offset() + self.viewport().height()
        self.updateGeometries()
        self.laid_out.emit()
        return first, row

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _scroll_quietly(self, value: int) -> None:
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), value))
        bar.setValue(value)

    def _tell_visible(self) -> None:
        first = self._heights.row_at(self._offset())
        last = self._heights.row_at(self._offset() + self.viewport().height())
        self.visible_changed.emit(first, last)
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Leave out what QListView would do: ask every row for its size."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(40))
        bar.setRange(0, max(0, round(self._heights.total + self._look.margin * 2 - height)))

    # What QAbstractItemView asks

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self.card_rect(index.row()).toRect()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        row = index.row()
        card = self._card(row)
        self.updateGeometries()
        top = self._heights.top(row)
        height = self.viewport().height()
        if (
            hint is QAbstractItemView.ScrollHint.PositionAtTop
            or card.height >= height
            or top < self._offset()
        ):
            self.verticalScrollBar().setValue(round(top))
        elif top + card.height > self._offset() + height:
            self.verticalScrollBar().setValue(round(top + card.height - height))

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

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self._theme.px(480))

    # Changes

    def reset(self) -> None:
        super().reset()
        self._forget()

    def dataChanged(
        self,
        top_left: QModelIndex,
        bottom_right: QModelIndex,
        roles: list[int] = [],  # noqa: B006
    ) -> None:
        for row in range(top_left.row(), bottom_right.row() + 1):
            self._cards.pop(row, None)
        if top_left.row() == self.current_row:
            notes = len(self.comment_model().result(self.current_row).notes)
            self._annotation = min(self._annotation, notes - 1)
            self.current_changed.emit(self.current_row, self._annotation)
        self.viewport().update()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._annotation = -1
        if current.isValid():
            self.scrollTo(current)
        self.viewport().update()
        self.current_changed.emit(current.row(), -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        if event.size().width() != event.oldSize().width():
            self._relayout()
        self._tell_visible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Comments"))
            self._relayout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        first, last = self._ensure_visible_laid()
        if first < 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(first, last + 1):
            place = self.card_rect(row)
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.save()
            painter.translate(place.topLeft())
            self._card(row).paint(painter, self._state(row))
            painter.restore()

    def _state(self, row: int) -> State:
        current = row == self.current_row
        selection = self._selection
        return State(
            current=current,
            hovered=row == self._hovered,
            annotation=self._annotation if current else -1,
            pointed=self._pointed[1] if self._pointed[0] == row else -1,
            selection=selection[1:] if selection and selection[0] == row else None,
            word=self._word[1:] if self._word and self._word[0] == row else None,
            focus=self.hasFocus() and self._keyboard_used,
        )

    # Pointer

    _keyboard_used = False

    def _find(self, position: QPointF) -> tuple[int, Card, QPointF] | None:
        index = self.indexAt(position.toPoint())
        if not index.isValid():
            return None
        row = index.row()
        return row, self._card(row), position - self.card_rect(row).topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._find(event.position())
        if self._selecting and self._selection is not None:
            row, block, start, _ = self._selection
            point = event.position() - self.card_rect(row).topLeft()
            self._selection = (row, block, start, self._card(row).hit(block, point))
            self.viewport().update()
            return
        hovered, pointed = -1, (-1, -1)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None:
            row, card, point = found
            if 0 <= point.x() < card.width:
                hovered = row
                pointed = (row, card.annotation_at(point))
                if pointed[1] >= 0 or card.foot_at(point) is not None:
                    shape = Qt.CursorShape.PointingHandCursor
                elif card.block_at(point) is not None:
                    shape = Qt.CursorShape.IBeamCursor
        self._follow_word(found)
        self.viewport().setCursor(shape)
        if (hovered, pointed) != (self._hovered, self._pointed):
            self._hovered, self._pointed = hovered, pointed
            self.viewport().update()
            self.pointed.emit(*(pointed if pointed[1] >= 0 else (-1, -1)))

    def _follow_word(self, found: tuple[int, Card, QPointF] | None) -> None:
        """Wait for the pointer to rest on another word; leave the one it was on."""
        offset = found[1].offset_under(Block.ORIGINAL, found[2]) if found else None
        under = (found[0], offset) if found and offset is not None else None
        word = self._word
        if under and word and under[0] == word[0] and word[1] <= under[1] < word[2]:
            self._rest.stop()
            return
        if word is not None:
            self.word_left.emit()
        self._under = under
        if under is not None:
            self._rest.start()
        else:
            self._rest.stop()

    _under: tuple[int, int] | None = None

    def _rested(self) -> None:
        if self._under is not None and not self._selecting:
            self.word_wanted.emit(*self._under)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._rest.stop()
        self.word_left.emit()
        self._hovered, self._pointed = -1, (-1, -1)
        self.viewport().update()
        self.pointed.emit(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard_used = False
        found = self._find(event.position())
        self._selection = None
        if found is None:
            self.viewport().update()
            return
        row, card, point = found
        self.setCurrentIndex(self.comment_model().index(row))
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        foot = card.foot_at(point)
        if foot is not None:
            self._press_foot(row, foot, event.globalPosition().toPoint())
            return
        annotation = card.annotation_at(point)
        if annotation >= 0:
            self.set_annotation(annotation)
            self.opened.emit()
        block = card.block_at(point)
        if block is not None:
            at = card.hit(block, point)
            self._selection = (row, block, at, at)
            self._selecting = True
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._selecting = False
        if self._selection is not None and self._selection[2] == self._selection[3]:
            self._selection = None
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._find(event.position())
        if found is None:
            return
        row, card, point = found
        block = card.block_at(point)
        if block is None:
            return
        annotation = card.annotation_at(point)
        if annotation >= 0:
            place = card.result.annotations[annotation]
            self._selection = (row, block, place.start, place.end)
        elif lines := card.block(block):
            self._selection = (row, block, 0, len(lines.text))
        self.viewport().update()

    def _press_foot(self, row: int, foot: Foot, where: QPoint) -> None:
        if foot.kind is FootKind.FLAG and foot.flag is not None:
            words = messages.flag(foot.flag)
            QToolTip.showText(where, tooltip(f"{words.why} {words.remedy}".strip()), self)
        elif foot.kind is FootKind.SUBSTITUTED:
            self.take_back.emit(row, foot.entry_id)
        elif foot.kind is FootKind.UNDONE:
            self.put_back.emit(row, foot.entry_id)
        else:
            self.set_annotation(foot.annotation)
            self.opened.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        found = self._find(QPointF(event.pos()))
        foot = found[1].foot_at(found[2]) if found else None
        text = ""
        if foot is not None and foot.flag is not None:
            words = messages.flag(foot.flag)
            text = f"{words.why} {words.remedy}".strip()
        elif foot is not None and foot.kind is FootKind.SUBSTITUTED:
            text = self.tr("The engine was given this instead. Click to translate without it.")
        elif foot is not None and foot.kind is FootKind.UNDONE:
            text = self.tr("The engine was given this as written. Click to put it back.")
        QToolTip.showText(event.globalPos(), tooltip(text) if text else "", self)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard_used = True
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and control and self.current_row >= 0:
            self._next_word(1 if key == Qt.Key.Key_Right else -1)
        elif event.text() == "*" and self.current_row >= 0:
            self.star_wanted.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current_row >= 0:
            notes = len(self.comment_model().result(self.current_row).notes)
            step = 1 if key == Qt.Key.Key_Right else -1
            if notes:
                self.set_annotation(max(0, min(notes - 1, self._annotation + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and (self._annotation >= 0 or self._selection):
            self._selection = None
            self.set_annotation(-1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _next_word(self, step: int) -> None:
        """Explain the word after (1) or before (-1) the one that is explained now."""
        row = self.current_row
        text = self.comment_model().result(row).comment.text
        word = self._word if self._word and self._word[0] == row else None
        at = (word[2] if step > 0 else word[1] - 1) if word else (0 if step > 0 else len(text) - 1)
        while 0 <= at < len(text) and not is_han(text[at]):
            at += step
        if 0 <= at < len(text):
            self.word_wanted.emit(row, at)

    def copy(self) -> None:
        """Copy the selected text, or the current comment with its translation."""
        text = self.selected_text() or self.text_of_current()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit()

    def text_of_current(self, block: Block | None = None) -> str:
        """Return original, translation or (None) both of the current comment."""
        if self.current_row < 0:
            return ""
        result = self.comment_model().result(self.current_row)
        translation = result.translation.text if result.translation else ""
        if block is Block.ORIGINAL:
            return result.comment.text
        if block is Block.TRANSLATION:
            return translation
        return "\n".join(part for part in (result.comment.text, translation) if part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._keyboard_used = True
        if self.current_row < 0 and self.comment_model().rowCount():
            self.setCurrentIndex(self.comment_model().index(0))
        self.viewport().update()
