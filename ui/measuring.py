"""How wide a piece of text is, remembered: a page asks it of the same pieces again and again."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF


def advance(text: str, font: QFont) -> float:
    """Return the width of `text` in `font`, in pixels."""
    return advance_of(text, key_of(font))


def key_of(font: QFont) -> str:
    """Return what tells one font from another; for many pieces in one font it is asked once."""
    return font.toString()


@lru_cache(maxsize=16384)
def advance_of(text: str, key: str) -> float:
    """Return the width of `text` in the font of a key, in pixels."""
    return _metrics(key).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _metrics(key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font)
