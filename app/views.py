"""Ways in which a text is looked at for matching, each remembering where its characters stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import opencc

from app.patterns import later

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
HAN = later(_HAN)
_SHAPELESS = frozenset("\ufe0e\ufe0f\u200b\u2060\ufeff🏻🏼🏽🏾🏿")
# What squeezing changes: three of one character in a row, or a sign without a shape.
_UNEVEN = later(rf"(.)\1\1|[{''.join(_SHAPELESS)}]", re.DOTALL)
_PICTURED = frozenset(map(chr, (*range(0x1F200, 0x1F300), *range(0x3297, 0x329A))))
# Whole sentences are quoted with a comma, a space or nothing in the middle.
_GAP_MARKS = frozenset(" ,、。!~\n")
_GAP = later(rf"(?<={_HAN})[ ,、。!~\n](?={_HAN})")


class View(NamedTuple):
    """A text made for matching, and where in the original each character starts and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


@lru_cache(maxsize=1)
def _converter() -> Any:
    return opencc.OpenCC("t2s")


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met.

    Every character has one in its place, so that offsets stay. Signs that show a character in a
    square or circle (🉑, ㊙) stay as they are: they are written for their look.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char).lower()
        if char in _PICTURED or len(folded) != 1:
            folded = char
        elif HAN.match(folded):
            simplified: str = _converter().convert(folded)
            folded = simplified if len(simplified) == 1 else folded
        self[code] = folded
        return folded


_FOLDED = _FoldTable()


def fold(text: str) -> str:
    """Return `text` as it is matched: half width, lower case, simplified; same length."""
    return text.translate(_FOLDED)


def simplified(text: str) -> str:
    """Return `text` in simplified characters, by OpenCC; the length may change."""
    converted: str = _converter().convert(text)
    return converted


def is_uneven(text: str) -> bool:
    """Say whether squeezing changes `text`, however long the longest run may be."""
    return _UNEVEN.search(text) is not None


def squeeze(text: str, longest: int, keep: int) -> View:
    """Shorten runs of one character longer than `longest` to `keep`; leave out what has no shape.

    Variation selectors and skin tones belong to the sign before them (👍🏻 is matched as 👍).
    """
    if not is_uneven(text):
        return View(text, range(len(text)), range(1, len(text) + 1))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(text):
        if text[i] in _SHAPELESS:
            if ends:
                ends[-1] = i + 1
            i += 1
            continue
        j = i + 1
        while j < len(text) and text[j] == text[i]:
            j += 1
        count = j - i if j - i <= longest else keep
        for k in range(count):
            out.append(text[i])
            starts.append(i + k)
            ends.append(i + k + 1 if k < count - 1 else j)
        i = j
    return View("".join(out), starts, ends)


def close_up(text: str) -> View:
    """Leave out single spaces, commas and the like between Han characters."""
    if _GAP_MARKS.isdisjoint(text):
        return View(text, range(len(text)), range(1, len(text) + 1))
    gaps = {hit.start() for hit in _GAP.finditer(text)}
    kept = [i for i in range(len(text)) if i not in gaps]
    return View("".join(text[i] for i in kept), kept, [i + 1 for i in kept])
