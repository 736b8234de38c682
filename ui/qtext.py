"""The one place where Python's code points meet Qt's UTF-16 units, and text is made fit for Qt."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

_ASTRAL = 0xFFFF


def line_breaks(text: str) -> list[int]:
    """Return the code point offsets where a line may break, without 0, with the end.

    The rules are Unicode's line breaking algorithm (UAX 14), as Qt implements it.
    """
    return list(_boundaries(text, QTextBoundaryFinder.BoundaryType.Line))


def graphemes(text: str) -> list[int]:
    """Return the code point offsets where the caret may stand, without 0, with the end."""
    return list(_boundaries(text, QTextBoundaryFinder.BoundaryType.Grapheme))


def places_of(char: str, text: str) -> list[int]:
    """Return where a character stands in a text, in Qt's units."""
    places, unit = [], 0
    for one in text:
        if one == char:
            places.append(unit)
        unit += 2 if ord(one) > _ASTRAL else 1
    return places


def sentence(text: str) -> str:
    """Return a clause with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".?!…" else ".") if text else ""


def is_han(char: str) -> bool:
    """Say whether a character is a Chinese one."""
    return unicodedata.name(char, "").startswith("CJK ")


def tooltip(text: str) -> str:
    """Return plain text in a form that Qt shows as it is, whatever it holds."""
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>"


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    if not text:
        return
    finder = QTextBoundaryFinder(kind, text)
    point = unit = 0
    while (position := finder.toNextBoundary()) != -1:
        while unit < position:
            unit += 2 if ord(text[point]) > _ASTRAL else 1
            point += 1
        if unit == position:  # Qt sometimes breaks inside a pair that it does not know
            yield point
