"""One comment set as a card: where everything lies, and what is under the pointer.

No widget: a card is laid out when it first comes into sight; `ui.card_paint` paints it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from app.models import Flag, Result
from app.settings import ViewChoices
from ui import messages
from ui.colours import Mark, mark_of
from ui.measuring import advance
from ui.theme import Theme
from ui.typeset import Reading, Typeset

ACTIONS_WIDTH = 88  # px at 100 %: the room of the buttons on the current card


class Block(Enum):
    """The two texts of a card that can be selected."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


class FootKind(Enum):
    """What an item of the line under a translation says; clicking does what fits."""

    GLOSS = "gloss"
    SUBSTITUTED = "substituted"
    UNDONE = "undone"
    FLAG = "flag"


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
class Foot:
    """One item of the line under a translation, and what clicking it is about.

    `annotation` is an index in the result's annotations, or -1; `flag` is set for flags only.
    """

    kind: FootKind
    label: str
    detail: str
    mark: Mark | None
    entry_id: str
    annotation: int
    flag: Flag | None
    rect: QRectF


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
        self._undone = undone
        self._favourite = favourite
        self._tags = tags
        self.left = float(look.margin + (look.indent if result.comment.depth else 0))
        self.width = width
        inner = max(float(look.theme.px(60)), width - self.left - look.margin)
        theme = look.theme
        y = float(look.margin)
        self.meta_top = y
        self.meta = self._meta_parts()
        if self.meta:
            y += theme.line_height(look.meta) + theme.px(4)
        self.original = Typeset(
            result.comment.text,
            look.original,
            inner,
            theme.line_height(look.original),
            readings,
            look.reading,
            whole,
        )
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
            self.translation = Typeset(text, look.translation, inner, line)
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
        self.feet: list[Foot] = []
        y = self._lay_feet(y, inner)
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

    def _meta_parts(self) -> list[tuple[str, QFont, str]]:
        """Return the pieces of the top line: text, font, colour."""
        comment, look = self.result.comment, self.look
        parts: list[tuple[str, QFont, str]] = []
        if comment.author and look.choices.names:
            parts.append((comment.author, look.author, "ink"))
        parts += [(messages.badge(badge), look.meta, "seal") for badge in comment.badges]
        if comment.reply_to and look.choices.names:
            parts.append((f"↳ {comment.reply_to}", look.meta, "second"))
        facts = (comment.place, messages.posted(comment.posted))
        parts += [(fact, look.meta, "second") for fact in facts if fact]
        if likes := messages.likes(comment.likes):
            parts.append((f"♥ {likes}", look.meta, "second"))
        if self._favourite:
            parts.append(("★", look.meta, "seal"))
        parts += [(f"#{tag}", look.meta, "ink") for tag in self._tags]
        return parts

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

    def _lay_feet(self, y: float, inner: float) -> float:
        """Set the foot items in rows that wrap; return the height reached."""
        items = self._foot_items()
        if not items:
            return y
        look = self.look
        height = look.theme.line_height(look.foot)
        gap = float(look.theme.px(16))
        y += look.theme.px(4)
        x = self.left
        for kind, label, detail, mark, entry_id, annotation, flag in items:
            width = min(inner, advance(label, look.foot) + advance(detail, look.foot))
            if x > self.left and x + width > self.left + inner:
                x = self.left
                y += height
            rect = QRectF(x, y, width, height)
            self.feet.append(Foot(kind, label, detail, mark, entry_id, annotation, flag, rect))
            x += width + gap
        return y + height

    def _foot_items(
        self,
    ) -> list[tuple[FootKind, str, str, Mark | None, str, int, Flag | None]]:
        items: list[tuple[FootKind, str, str, Mark | None, str, int, Flag | None]] = []
        translation = self.result.translation
        replaced = (
            {s.entry_id: s.replacement for s in translation.substitutions} if (translation) else {}
        )
        seen: set[str] = set()
        for index, (annotation, note) in enumerate(
            zip(self.result.annotations, self.result.notes, strict=True)
        ):
            if note.entry_id in seen:
                continue
            seen.add(note.entry_id)
            mark = mark_of(note.kind, annotation.certainty)
            gloss = note.renderings[0] if note.renderings else note.meaning
            surface = note.surface if len(note.surface) <= 12 else note.surface[:11] + "…"
            if note.entry_id in self._undone:
                kind, detail = FootKind.UNDONE, "  ↺ " + messages.as_written()
            elif note.entry_id in replaced:
                kind, detail = FootKind.SUBSTITUTED, " → " + gloss
            else:
                kind = FootKind.GLOSS
                detail = "  " + gloss
            items.append((kind, surface, detail, mark, note.entry_id, index, None))
        if translation:
            items += [
                (FootKind.FLAG, "◇ ", messages.flag(flag).label, None, "", -1, flag)
                for flag in messages.loud_flags(translation)
            ]
        return items
