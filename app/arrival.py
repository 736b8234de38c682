"""Whether a meaning arrived: a rendering is looked for in a translation, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    tokens = _TOKEN.findall(translation.casefold())
    return any(_stands(rendering, tokens) for rendering in renderings)


def _stands(rendering: str, tokens: Sequence[str]) -> bool:
    words = _TOKEN.findall(rendering.casefold())
    heavy = [w for w in words if w not in _LIGHT] or words
    at = 0
    for word in heavy:
        while at < len(tokens) and not _same(word, tokens[at]):
            at += 1
        if at == len(tokens):
            return False
        at += 1
    return bool(heavy)


def _same(word: str, token: str) -> bool:
    """Compare two words without their endings (wait, waiting, waited)."""
    return word == token or _stem(word) == _stem(token)


def _stem(word: str) -> str:
    """Take a common ending off, where enough is left to tell words apart by."""
    return _ENDING.sub("", word)
