"""Cards below each other, painted, quick with thousands of them.

A list view with a layout of our own: rows far away have a guessed height and are laid out when they
come into sight; what the reader looks at keeps its place on the screen meanwhile.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from app.settings import ViewChoices
from ui.card import Card, Look, State
from ui.card_paint import paint
from ui.comments import Role
from ui.heights import guess
from ui.rows_view import RowsView
from ui.theme import Theme

_KEPT_CARDS = 400
_COLUMN = 44  # Chinese characters a line at most
_Index = QModelIndex | QPersistentModelIndex


class CardFlow(RowsView):
    """Shows a CommentModel.

    `visible_changed` tells the rows in sight, `laid_out` that cards may have moved. What a card
    shows of the pointer and the keyboard is asked of `state`.
    """

    visible_changed = Signal(int, int)
    laid_out = Signal()

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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self.relook)
        self.verticalScrollBar().valueChanged.connect(self._tell_visible)

    # What others ask

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.comment_model().show_names = self._look.choices.names
        self.comment_model().known = self._look.choices.known
        self.forget()

    def relook(self) -> None:
        """Fetch fonts and colours anew and lay everything out again, keeping the place."""
        self._look = Look.of(self._theme, self._look.choices)
        self._relayout()

    def set_choices(self, choices: ViewChoices) -> None:
        """Show or hide pinyin, tone colours and names."""
        if choices != self._look.choices:
            self._look = Look.of(self._theme, choices)
            self.comment_model().show_names = choices.names
            self.comment_model().known = choices.known
            self._relayout()

    def column(self) -> QRectF:
        """Return left edge and width of the reading column in the viewport."""
        most = self._look.original.pixelSize() * _COLUMN + 2 * self._look.margin
        width = min(self.viewport().width(), most)
        return QRectF((self.viewport().width() - width) // 2, 0, width, self.viewport().height())

    def card_rect(self, row: int) -> QRectF:
        """Return where a row's card lies in the viewport."""
        card = self.card(row)
        column = self.column()
        top = self._heights.top(row) - self.verticalScrollBar().value()
        return QRectF(column.x(), top, column.width(), card.height)

    def state(self, row: int) -> State:
        """Return how a row is to be painted."""
        return State(current=row == self.current_row)

    # Layout

    def card(self, row: int) -> Card:
        """Return a row's card, laid out."""
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
                tags=index.data(Role.TAGS),
                read_back=index.data(Role.READ_BACK),
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

    def forget(self) -> None:
        """Forget all layouts and go to the top."""
        self._cards.clear()
        self._guess_all()
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()

    def _guess_all(self) -> None:
        if self.model() is None:
            return
        results = self.comment_model().results
        self._heights.reset(guess(results, self.column().width(), self._look))

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
            card = self.card(row)
            self._scroll_quietly(round(self._heights.top(row) + within * card.height))
        self.viewport().update()

    def _ensure_visible_laid(self) -> tuple[int, int]:
        """Lay out the rows in sight; return the first and last of them (-1, -1: none)."""
        if self._heights.row_at(0) < 0:
            return -1, -1
        first = self._heights.row_at(self._offset())
        self.card(first)
        row = first
        bottom = self._offset() + self.viewport().height()
        while True:
            self.card(row)
            if self._heights.top(row + 1) >= bottom or row + 1 >= self.comment_model().rowCount():
                break
            row += 1
            bottom = self._offset() + self.viewport().height()
        self.updateGeometries()
        self.laid_out.emit()
        return first, row

    def _scroll_quietly(self, value: int) -> None:
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), value))
        bar.setValue(value)

    def _tell_visible(self) -> None:
        self.visible_changed.emit(*self._in_sight())
        self.viewport().update()

    def _in_sight(self) -> tuple[int, int]:
        """Return the first and the last row in sight, as far as heights are known."""
        bottom = self._offset() + self.viewport().height()
        return self._heights.row_at(self._offset()), self._heights.row_at(bottom)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(40))
        bar.setRange(0, max(0, round(self._heights.total + self._look.margin * 2 - height)))

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        at_top = hint is QAbstractItemView.ScrollHint.PositionAtTop
        # Rows above that come into sight are laid out and may be higher than was guessed.
        for _ in range(4):
            before = self._offset()
            self._bring(index.row(), at_top=at_top)
            self._ensure_visible_laid()
            if self._offset() == before:
                break

    def _bring(self, row: int, *, at_top: bool) -> None:
        """Scroll as little as is needed to see a row whole, or to have it at the top."""
        card = self.card(row)
        self.updateGeometries()
        top = self._heights.top(row)
        height = self.viewport().height()
        if at_top or card.height >= height or top < self._offset():
            self.verticalScrollBar().setValue(round(top))
        elif top + card.height > self._offset() + height:
            self.verticalScrollBar().setValue(round(top + card.height - height))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self._theme.px(480))

    # Changes

    def reset(self) -> None:
        super().reset()
        self.forget()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        rows = range(first.row(), last.row() + 1)
        for row in rows if len(rows) < len(self._cards) else list(self._cards):
            if row in rows:
                self._cards.pop(row, None)
        seen_first, seen_last = self._in_sight()
        if rows.start <= seen_last and seen_first <= last.row():
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        if event.size().width() != event.oldSize().width():
            self._relayout()
        self._tell_visible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._relayout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self._ensure_visible_laid()
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect(), self._theme.colour("paper"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if first >= 0:
                self._paint_rows(painter, first, last, QRectF(event.rect()))
        finally:
            painter.end()  # a painter that outlives a fault takes the program down with it

    def _paint_rows(self, painter: QPainter, first: int, last: int, dirty: QRectF) -> None:
        for row in range(first, last + 1):
            place = self.card_rect(row)
            if not place.intersects(dirty):
                continue
            painter.save()
            painter.translate(place.topLeft())
            paint(self.card(row), painter, self.state(row))
            painter.restore()
