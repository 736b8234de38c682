"""The readings of words and characters: pypinyin's data, looked up where they lie.

The data are those of the package pypinyin (MIT), two JSON files in the order of their keys.
Importing the package unpacks them into objects, which takes 54 MB and holds up every other thread
for a tenth of a second; here they stay the bytes they are and are searched by halves. The package's
rule is kept: from the left the longest phrase it knows, else the commonest reading of a character.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from app.errors import UserError

_KEY = re.compile(rb'"([^"]*)"\s*:\s*')
_CHARACTER = re.compile(rb'"([^"]*)"')
_PHRASE = re.compile(rb"\[\s*((?:\[[^\]]*\][\s,]*)+)\]")
_FIRST = re.compile(rb'\[\s*"([^"]*)"')
_LONGEST = 10  # characters of the longest phrase


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A JSON object as bytes, whose keys are in the order of `rank`."""

    data: bytes
    rank: Callable[[bytes], Any]

    def place(self, key: bytes) -> int | None:
        """Return where the value of a key begins, or None."""
        wanted = self.rank(key)
        low, high = 0, len(self.data)
        while low < high:
            middle = (low + high) // 2
            hit = _KEY.search(self.data, middle)
            if hit is None or hit.start() >= high:
                high = middle
                continue
            found = self.rank(hit[1])
            if found == wanted:
                return hit.end()
            if found < wanted:
                low = hit.end()
            else:
                high = middle
        return None


def of_word(word: str) -> tuple[str, ...]:
    """Return one syllable with its tone mark for each character; nothing if one has none."""
    found: list[str] = []
    at = 0
    while at < len(word):
        for end in range(min(len(word), at + _LONGEST), at + 1, -1):
            if phrase := _of_phrase(word[at:end]):
                found += phrase
                at = end
                break
        else:
            readings = of_character(word[at])
            if not readings:
                return ()
            found.append(readings[0])
            at += 1
    return tuple(found)


@lru_cache(maxsize=8192)
def of_character(char: str) -> tuple[str, ...]:
    """Return the readings of one character with their tone marks, the commonest first."""
    characters, _ = _books()
    start = characters.place(str(ord(char)).encode())
    hit = _CHARACTER.match(characters.data, start) if start is not None else None
    return tuple(hit[1].decode().split(",")) if hit else ()


@lru_cache(maxsize=8192)
def _of_phrase(phrase: str) -> tuple[str, ...]:
    _, phrases = _books()
    start = phrases.place(phrase.encode("utf-8", "replace"))
    hit = _PHRASE.match(phrases.data, start) if start is not None else None
    return tuple(first.decode() for first in _FIRST.findall(hit[1])) if hit else ()


@cache
def _books() -> tuple[_Sorted, _Sorted]:
    """Return characters and phrases. Raises UserError "readings-missing"."""
    # Asking the package for its files in the usual way would import it.
    spec = importlib.util.find_spec("pypinyin")
    try:
        folder = Path(((spec and spec.submodule_search_locations) or [""])[0])
        characters = (folder / "pinyin_dict.json").read_bytes()
        phrases = (folder / "phrases_dict.json").read_bytes()
    except OSError as error:
        raise UserError(
            "readings-missing",
            "The readings of Chinese characters are not there.",
            "Install the program anew.",
        ) from error
    return _Sorted(characters, int), _Sorted(phrases, bytes)
