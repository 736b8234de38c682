"""The small lines of a card: who wrote it and when above, what slang was read as below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from app.glossary import ENTRY_ID
from app.models import BY_HAND, Comment, Flag, Result
from ui import messages, platform_words
from ui.colours import Mark, mark_of
from ui.measuring import advance

if TYPE_CHECKING:
    from ui.card import Look

ACTIONS_WIDTH = 88  # px at 100 %: the room of the buttons on the current card
DOT_ROOM = 7  # px at 100 % on each side of the dot between two facts
_LONGEST = 12  # characters of an expression
_NAMED = 3  # words from the dictionary; more of them only crowd the card


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of the top line. `colour` is a field of Colours, `at` the left end of its line.

    `dotted` says that a dot parts it from the piece before.
    """

    text: str
    font: QFont
    colour: str
    at: QPointF = field(default_factory=QPointF)
    dotted: bool = False


class FootKind(Enum):
    """What an item of the line under a translation says; clicking does what fits."""

    GLOSS = "gloss"
    SUBSTITUTED = "substituted"
    UNDONE = "undone"
    FLAG = "flag"
    OWN = "own"


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
    rect: QRectF = field(default_factory=QRectF)


def meta_parts(comment: Comment, look: Look, favourite: bool, tags: Sequence[str]) -> list[Fact]:
    """Return what is said above a comment."""
    parts: list[Fact] = []
    if comment.author and look.choices.names:
        parts.append(Fact(comment.author, look.author, "ink"))
    parts += [Fact(platform_words.badge(badge), look.meta, "seal") for badge in comment.badges]
    if comment.reply_to and look.choices.names:
        parts.append(Fact(f"↳ {comment.reply_to}", look.meta, "second"))
    facts = (comment.place, platform_words.posted(comment.posted))
    parts += [Fact(fact, look.meta, "second") for fact in facts if fact]
    if likes := platform_words.likes(comment.likes):
        parts.append(Fact(f"♥ {likes}", look.meta, "second"))
    if favourite:
        parts.append(Fact("★", look.meta, "seal"))
    return [*parts, *(Fact(f"#{tag}", look.meta, "ink") for tag in tags)]


def lay_meta(parts: Sequence[Fact], room: QRectF, look: Look) -> tuple[list[Fact], float]:
    """Set facts into lines at the top of `room`; return them and the height reached.

    The first line leaves room for the buttons of the current card.
    """
    line, gap = look.theme.line_height(look.meta), 2.0 * look.theme.px(DOT_ROOM)
    buttons = look.theme.px(ACTIONS_WIDTH)
    x, y, right = room.x(), room.y(), room.right() - buttons
    laid: list[Fact] = []
    for part in parts:
        width = advance(part.text, part.font)
        dotted = x > room.x()
        if dotted and x + gap + width > right:
            x, y, right, dotted = room.x(), y + line, room.right(), False
        x += gap if dotted else 0.0
        metrics = QFontMetricsF(part.font)
        shown = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, right - x + 1)
        laid.append(replace(part, text=shown, at=QPointF(x, y), dotted=dotted))
        x += min(width, right - x)
    return laid, y + line + look.theme.px(4) if laid else y


def foot_items(result: Result, undone: frozenset[str]) -> list[Foot]:
    """Return what is said below a translation: how slang was read, and what is doubtful."""
    items: list[Foot] = []
    translation = result.translation
    if translation and translation.engine == BY_HAND:
        items.append(Foot(FootKind.OWN, "✎ ", messages.own_translation(), None, "", -1, None))
    replaced = {s.entry_id for s in translation.substitutions} if translation else set()
    seen: set[str] = set()
    for index, (annotation, note) in enumerate(zip(result.annotations, result.notes, strict=True)):
        if note.entry_id in seen:
            continue
        seen.add(note.entry_id)
        gloss = note.renderings[0] if note.renderings else note.meaning
        surface = note.surface
        if len(surface) > _LONGEST:
            surface = surface[: _LONGEST - 1] + "…"
        if note.entry_id in undone:
            kind, detail = FootKind.UNDONE, "  ↺ " + messages.as_written()
        elif note.entry_id in replaced:
            kind, detail = FootKind.SUBSTITUTED, " → " + gloss
        else:
            kind, detail = FootKind.GLOSS, "  " + gloss
        mark = mark_of(note.kind, annotation.certainty)
        items.append(Foot(kind, surface, detail, mark, note.entry_id, index, None))
    if given := from_dictionary(result):
        label, english = given
        items.append(Foot(FootKind.SUBSTITUTED, label, " → " + english, None, ENTRY_ID, -1, None))
    elif ENTRY_ID in undone:
        label, detail = messages.from_dictionary(), "  ↺ " + messages.as_written()
        items.append(Foot(FootKind.UNDONE, label, detail, None, ENTRY_ID, -1, None))
    if translation:
        items += [
            Foot(FootKind.FLAG, "◇ ", messages.flag(flag).label, None, "", -1, flag)
            for flag in messages.loud_flags(translation)
        ]
    return items


def from_dictionary(result: Result) -> tuple[str, str] | None:
    """Return the words that the engine was given in English, and the English; None for none.

    Of more than a few the first ones stand for all.
    """
    given = {
        result.comment.text[s.start : s.end]: s.replacement
        for s in (result.translation.substitutions if result.translation else ())
        if s.entry_id == ENTRY_ID
    }
    if not given:
        return None
    more = ["…"] if len(given) > _NAMED else []
    return (
        " · ".join([*list(given)[:_NAMED], *more]),
        " · ".join([*list(given.values())[:_NAMED], *more]),
    )


def lay_feet(items: Sequence[Foot], room: QRectF, look: Look) -> tuple[list[Foot], float]:
    """Set items into lines at the top of `room`; return them and the height reached."""
    if not items:
        return [], room.y()
    height, gap = look.theme.line_height(look.foot), float(look.theme.px(16))
    x, y = room.x(), room.y() + look.theme.px(4)
    laid: list[Foot] = []
    for item in items:
        width = advance(item.label, look.foot) + advance(item.detail, look.foot)
        width = min(room.width(), width)
        if x > room.x() and x + width > room.right():
            x = room.x()
            y += height
        laid.append(replace(item, rect=QRectF(x, y, width, height)))
        x += width + gap
    return laid, y + height
