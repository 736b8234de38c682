"""Whether a meaning arrived, and whether two readings mean different things: word by word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|es|s|y|(?<=[a-z]{4})e)$")
_TOKEN = re.compile(r"[a-z0-9$¥#]+(?:['’][a-z]+)?")
# Words that say nothing about whether a meaning arrived.
# fmt: off
_LIGHT = frozenset({
    "a", "an", "the", "is", "are", "am", "be", "i", "m", "s", "re", "it", "its", "so", "to",
    "of", "my", "me", "you", "your", "this", "that", "i'm", "it's",
})
# fmt: on


def arrived(renderings: Sequence[str], translation: str) -> bool:
    """Say whether one of the renderings stands in a translation, in this or another ending."""
    places = _places(translation)
    return any(_stands(rendering, places) for rendering in renderings)


def different(best: str, others: Sequence[str]) -> tuple[str, ...]:
    """Return the readings that say something else than the best one and than each other.

    Case, marks, endings and small words do not count, and in a long text one word does not either.
    Where nothing else is left, the first that differs at all is better than none.
    """
    kept = [_gist(best)]
    chosen: list[str] = []
    for other in others:
        words = _gist(other)
        if all(len(words ^ before) >= max(1, len(before) // 3) for before in kept):
            kept.append(words)
            chosen.append(other)
    return tuple(chosen) or tuple(o for o in others if _letters(o) != _letters(best))[:1]


def _gist(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, without endings; or else its letters."""
    words = frozenset(_stem(w) for w in _TOKEN.findall(text.casefold()) if w not in _LIGHT)
    return words or frozenset(_letters(text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@lru_cache(maxsize=256)  # the same translations are asked for each of their meanings
def _places(translation: str) -> Mapping[str, Sequence[int]]:
    """Return where in a text each of its words stands, without endings (wait, waiting, waited)."""
    places: dict[str, list[int]] = {}
    for at, token in enumerate(_TOKEN.findall(translation.casefold())):
        places.setdefault(_stem(token), []).append(at)
    return places


@lru_cache(maxsize=4096)
def _heavy(rendering: str) -> Sequence[str]:
    """Return the words of a rendering by which its meaning is seen to arrive, without endings."""
    words = _TOKEN.findall(rendering.casefold())
    return [_stem(w) for w in words if w not in _LIGHT] or [_stem(w) for w in words]


def _stands(rendering: str, places: Mapping[str, Sequence[int]]) -> bool:
    """Say whether the words of a rendering stand in a text in this order, others between or not."""
    heavy = _heavy(rendering)
    last = -1
    for word in heavy:
        found = places.get(word, ())
        after = bisect_right(found, last)
        if after == len(found):
            return False
        last = found[after]
    return bool(heavy)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """Take a common ending off, where enough is left to tell words apart by."""
    return _ENDING.sub("", word)
