"""One comment set as a card: where everything lies, and what is under the pointer.

No widget: a card is laid out when it first comes into sight; `ui.card_paint` paints it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from app.models import Result
from app.settings import ViewChoices
from ui import messages
from ui.card_lines import ACTIONS_WIDTH, Foot, foot_items, lay_feet, lay_meta, meta_parts
from ui.comments import unbroken
from ui.theme import Theme
from ui.typeset import Reading, Typeset


class Block(Enum):
    """The two texts of a card that can be selected."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Look:
    """The theme's fonts and lengths, fetched once for all cards."""

    theme: Theme
    original: QFont
    reading: QFont
    translation: QFont
    meta: QFont
    author: QFont
    foot: QFont
    read_back: QFont
    margin: int
    gap: int
    indent: int
    choices: ViewChoices

    @classmethod
    def of(cls, theme: Theme, choices: ViewChoices) -> Look:
        """Fetch fonts and lengths from the theme."""
        return cls(
            theme=theme,
            original=theme.font(20),
            reading=theme.font(11),
            translation=theme.font(16),
            meta=theme.font(12, tabular=True),
            author=theme.font(12, bold=True),
            foot=theme.font(13),
            read_back=theme.font(15),
            margin=theme.px(20),
            gap=theme.px(8),
            indent=theme.px(32),
            choices=choices,
        )


@dataclass(frozen=True, slots=True)
class State:
    """What the view knows about a card beyond its result."""

    current: bool = False
    hovered: bool = False
    annotation: int = -1
    pointed: int = -1
    selection: tuple[Block, int, int] | None = None
    word: tuple[int, int] | None = None
    focus: bool = False


class Card:
    """The layout of one result at one width. Offsets are code points, lengths pixels."""

    def __init__(
        self,
        result: Result,
        width: float,
        look: Look,
        *,
        undone: frozenset[str] = frozenset(),
        waiting: bool = False,
        readings: Sequence[Reading] = (),
        whole: Sequence[tuple[int, int]] = (),
        favourite: bool = False,
        tags: Sequence[str] = (),
        read_back: str | None = None,
    ) -> None:
        self.result = result
        self.look = look
        self.left = float(look.margin + (look.indent if result.comment.depth else 0))
        self.width = width
        inner = max(float(look.theme.px(60)), width - self.left - look.margin)
        theme = look.theme
        y = float(look.margin)
        room = QRectF(self.left, y, inner, 0.0)
        self.meta, y = lay_meta(meta_parts(result.comment, look, favourite, tags), room, look)
        self.original = Typeset(
            result.comment.text,
            look.original,
            inner,
            theme.line_height(look.original),
            readings,
            look.reading,
            whole,
        )
        if not self.meta and self.original.first_width > inner - theme.px(ACTIONS_WIDTH):
            y += theme.line_height(look.meta)  # the buttons would stand on the text
        self.original_top = y
        y += self.original.height
        self.translation: Typeset | None = None
        self.translation_top = y
        text = result.translation.text if result.translation else ""
        if text == result.comment.text:  # nothing was to be translated: once is enough
            text = ""
        line = theme.line_height(look.translation)
        if text:
            y += theme.px(4)
            self.translation_top = y
            self.translation = Typeset(text, look.translation, inner, line, whole=unbroken(text))
            y += self.translation.height
        elif waiting and result.translation is None:
            # Room is kept, so that the page does not jump when the translation comes.
            letters = sum(2.4 if ord(c) > 0x2E7F else 1.0 for c in result.comment.text[:2000])
            per_line = max(8.0, inner / (look.translation.pixelSize() * 0.52))
            y += theme.px(4) + line * max(1, round(letters / per_line + 0.49))
        self.read_back: list[Typeset] = []
        self.read_back_top = y
        if text and read_back is not None:
            y = self._lay_read_back(y, inner, read_back)
        room = QRectF(self.left, y, inner, 0.0)
        self.feet, y = lay_feet(foot_items(result, undone), room, look)
        self.height = y + look.margin

    def block_origin(self, block: Block) -> QPointF:
        """Return where a block's text begins."""
        top = self.original_top if block is Block.ORIGINAL else self.translation_top
        return QPointF(self.left, top)

    def block(self, block: Block) -> Typeset | None:
        """Return a block's lines; None for a translation that is not there yet."""
        return self.original if block is Block.ORIGINAL else self.translation

    def block_at(self, point: QPointF) -> Block | None:
        """Return the block whose lines are at a height, wherever to the side."""
        for block in Block:
            lines = self.block(block)
            if lines is not None:
                top = self.block_origin(block).y()
                if top <= point.y() < top + lines.height:
                    return block
        return None

    def hit(self, block: Block, point: QPointF) -> int:
        """Return the caret offset in a block that is nearest to a point."""
        lines = self.block(block)
        origin = self.block_origin(block)
        return lines.hit(point.x() - origin.x(), point.y() - origin.y()) if lines else 0

    def offset_under(self, block: Block, point: QPointF) -> int | None:
        """Return the offset of the character of a block under a point, if there is one."""
        lines = self.block(block)
        origin = self.block_origin(block)
        if lines is None:
            return None
        return lines.offset_under(point.x() - origin.x(), point.y() - origin.y())

    def annotation_at(self, point: QPointF) -> int:
        """Return the index of the annotation under a point, or -1."""
        offset = self.offset_under(Block.ORIGINAL, point)
        if offset is None:
            return -1
        for index, annotation in enumerate(self.result.annotations):
            if annotation.start <= offset < annotation.end:
                return index
        return -1

    def text_rect(self, start: int, end: int) -> QRectF:
        """Return the first box of a stretch of the original in the card."""
        origin = self.block_origin(Block.ORIGINAL)
        return self.original.rects(start, end)[0].translated(origin)

    def foot_at(self, point: QPointF) -> Foot | None:
        """Return the foot item under a point."""
        return next((foot for foot in self.feet if foot.rect.contains(point)), None)

    def _lay_read_back(self, y: float, inner: float, text: str) -> float:
        """Set what the translation says when read back, and what that is for."""
        look = self.look
        self.read_back_top = y + look.theme.px(6)
        said = Typeset(
            messages.read_back(text), look.read_back, inner, look.theme.line_height(look.read_back)
        )
        what_for = Typeset(
            messages.read_back_purpose(), look.meta, inner, look.theme.line_height(look.meta)
        )
        self.read_back = [said, what_for]
        return self.read_back_top + said.height + what_for.height
