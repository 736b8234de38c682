"""How a card is painted: its ground, its top line, its texts with their marks, its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.card import Block, Card, State
from ui.card_lines import DOT_ROOM
from ui.colours import Mark, mark_of
from ui.measuring import advance


def paint(card: Card, painter: QPainter, state: State) -> None:
    """Draw the card with its top left corner at the painter's origin."""
    look, colours = card.look, card.look.theme.colours
    box = QRectF(0, 0, card.width, card.height)
    if state.current or state.hovered:
        painter.fillRect(box, QColor(colours.current if state.current else colours.hover))
    if state.current:
        painter.fillRect(QRectF(0, 0, look.theme.px(3), card.height), QColor(colours.seal))
    if card.result.comment.depth:
        x = look.margin + look.theme.px(10)
        painter.fillRect(
            QRectF(x, look.margin, 1, card.height - 2 * look.margin), QColor(colours.line)
        )
    painter.fillRect(
        QRectF(look.margin, card.height - 1, card.width - 2 * look.margin, 1),
        QColor(colours.line),
    )
    _paint_meta(card, painter)
    _paint_tints(card, painter, state)
    _paint_selection(card, painter, state)
    card.original.paint(
        painter,
        card.block_origin(Block.ORIGINAL),
        QColor(colours.ink),
        QColor(colours.second),
        [QColor(tone) for tone in colours.tones] if look.choices.tone_colours else (),
    )
    _paint_marks(card, painter)
    if card.translation is not None:
        card.translation.paint(painter, card.block_origin(Block.TRANSLATION), QColor(colours.ink))
    top = card.read_back_top
    for lines, colour in zip(card.read_back, (colours.ink, colours.second), strict=False):
        lines.paint(painter, QPointF(card.left, top), QColor(colour))
        top += lines.height
    _paint_feet(card, painter)
    if state.focus and state.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.seal), 1, Qt.PenStyle.DotLine))
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))


def _paint_meta(card: Card, painter: QPainter) -> None:
    look = card.look
    metrics = QFontMetricsF(look.meta)
    down = (look.theme.line_height(look.meta) - metrics.height()) / 2 + metrics.ascent()
    for fact in card.meta:
        at = fact.at + QPointF(0, down)
        if fact.dotted:
            # The middle dot of Chinese fonts is as wide as a character: ours is drawn.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.theme.colour("second"))
            dot = at - QPointF(look.theme.px(DOT_ROOM), metrics.xHeight() / 2)
            radius = 1.2 * look.theme.zoom / 100
            painter.drawEllipse(dot, radius, radius)
        painter.setFont(fact.font)
        painter.setPen(look.theme.colour(fact.colour))
        painter.drawText(at, fact.text)


def _paint_tints(card: Card, painter: QPainter, state: State) -> None:
    colours = card.look.theme.colours
    painter.setPen(Qt.PenStyle.NoPen)
    origin = card.block_origin(Block.ORIGINAL)
    metrics = QFontMetricsF(card.look.original)
    pairs = list(zip(card.result.annotations, card.result.notes, strict=True))
    lit_ones = {state.annotation, state.pointed}
    # Those that are lit have an outline and come last, over their neighbours.
    for index in sorted(range(len(pairs)), key=lambda i: i in lit_ones):
        annotation, note = pairs[index]
        mark = mark_of(note.kind, annotation.certainty)
        lit = index in lit_ones
        for line, left, right in card.original.spans(annotation.start, annotation.end):
            rise = metrics.capHeight() * 1.32
            box = QRectF(
                origin.x() + left - 1,
                origin.y() + line.baseline - rise,
                right - left + 2,
                rise + metrics.descent() * 1.05,
            )
            tint = colours.tints[mark]
            # High contrast has no tints; the ground of the current card is to stay whole.
            plain = tint == colours.paper
            painter.setBrush(Qt.BrushStyle.NoBrush if plain else QColor(tint))
            if lit:
                painter.setPen(QPen(QColor(colours.marks[mark]), 1.0))
                box.adjust(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)


def _paint_selection(card: Card, painter: QPainter, state: State) -> None:
    if state.word is not None:
        origin = card.block_origin(Block.ORIGINAL)
        painter.setPen(QPen(card.look.theme.colour("second"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in card.original.rects(*state.word):
            painter.drawRoundedRect(rect.translated(origin).adjusted(-1, 3, 1, -1), 3, 3)
    if state.selection is None:
        return
    block, start, end = state.selection
    lines = card.block(block)
    if lines is None or start == end:
        return
    origin = card.block_origin(block)
    for rect in lines.rects(min(start, end), max(start, end)):
        painter.fillRect(rect.translated(origin), card.look.theme.colour("selection"))


def _paint_marks(card: Card, painter: QPainter) -> None:
    colours = card.look.theme.colours
    origin = card.block_origin(Block.ORIGINAL)
    descent = QFontMetricsF(card.look.original).descent()
    scale = card.look.theme.zoom / 100
    for annotation, note in zip(card.result.annotations, card.result.notes, strict=True):
        mark = mark_of(note.kind, annotation.certainty)
        for line, left, right in card.original.spans(annotation.start, annotation.end):
            y = origin.y() + line.baseline + descent * 0.72
            draw_mark(
                painter,
                mark,
                QColor(colours.marks[mark]),
                QPointF(origin.x() + left, y),
                right - left,
                scale,
            )


def _paint_feet(card: Card, painter: QPainter) -> None:
    look, colours = card.look, card.look.theme.colours
    metrics = QFontMetricsF(look.foot)
    painter.setFont(look.foot)
    for foot in card.feet:
        lead = (foot.rect.height() - metrics.height()) / 2 + metrics.ascent()
        at = QPointF(foot.rect.x(), foot.rect.y() + lead)
        painter.setPen(QColor(colours.ink if foot.mark else colours.second))
        painter.drawText(at, foot.label)
        room = foot.rect.right() - at.x() - advance(foot.label, look.foot)
        painter.setPen(QColor(colours.second))
        painter.drawText(
            QPointF(foot.rect.right() - room, at.y()),
            metrics.elidedText(foot.detail, Qt.TextElideMode.ElideRight, room + 1),
        )


def draw_mark(
    painter: QPainter, mark: Mark, colour: QColor, start: QPointF, length: float, scale: float
) -> None:
    """Underline a stretch in the manner of its kind, from `start` to the right.

    Solid for the platform's slang, double for memes, dots for codes, thin dashes for guesses.
    """
    end = QPointF(start.x() + length, start.y())
    pen = QPen(colour, max(1.0, 1.5 * scale))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark is Mark.PLATFORM:
        pen.setWidthF(2.0 * scale)
    elif mark is Mark.MEME:
        pen.setWidthF(max(1.0, scale))
        painter.setPen(pen)
        down = QPointF(0, 3.0 * scale)
        painter.drawLine(start + down, end + down)
    elif mark is Mark.CODE:
        pen.setWidthF(2.0 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 1.9])
    elif mark is Mark.GUESS:
        pen.setWidthF(max(1.0, scale))
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(start, end)
