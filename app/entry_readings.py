"""How the forms of an entry are read, syllable by syllable, and what of a search may be pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from app.index_text import HAN, fold
from app.lexicon import Entry
from app.pinyin import tone
from app.syllables import of_character

Syllable = tuple[str, int]
"""A syllable without tone marks (ü is v), and its tone, 1 to 5; a Latin letter has 5."""

Reading = tuple[Syllable, ...]

_SPOKEN = re.compile(rf"[{HAN}a-z]")
_SYLLABLE_ENDS = "aeiouvngr"
_TONE_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def readings(entry: Entry) -> tuple[Reading, list[Reading]]:
    """Return the reading that is written down, and those of the forms that have another.

    Those take from it the characters that they share with it, and of everything else the commonest
    reading of the character.
    """
    spoken = [_spoken(form) for form in entry.forms]
    head: Reading = ()
    known: dict[str, Syllable] = {}
    for chars in spoken:  # the pinyin of yyds is that of a later form
        head = _aligned(chars, entry.pinyin)
        if head:
            known = dict(zip(chars, head, strict=True))
            break
    ways = dict.fromkeys(
        tuple([known.get(char) or _commonest(char) for char in chars])
        for chars in dict.fromkeys(spoken)
        if not chars.isascii()  # letters are found as they are written
    )
    if not head:
        first = next(iter(ways), ())
        head = tuple((spell(w)[0], tone(w)) for w in entry.pinyin.split()) or first
    return head, [r for r in ways if r and r != head]


def _spoken(form: str) -> str:
    return "".join(_SPOKEN.findall(fold(form)))


def _aligned(chars: str, pinyin: str) -> Reading:
    """Return written pinyin cut into the syllables of `chars`; nothing where it does not fit."""
    plain: list[str] = []
    marks: dict[int, int] = {}
    for char in unicodedata.normalize("NFD", pinyin.lower()):
        if "a" <= char <= "z":
            plain.append(char)
        elif char == "\u0308" and plain:
            plain[-1] = "v"
        elif char in _TONE_MARKS and plain:
            marks[len(plain) - 1] = _TONE_MARKS[char]
    letters = "".join(plain)

    def cut(index: int, at: int) -> tuple[int, ...] | None:
        if index == len(chars):
            return () if at == len(letters) else None
        for syllable in _known_syllables(chars[index]):
            if letters.startswith(syllable, at):
                rest = cut(index + 1, at + len(syllable))
                if rest is not None:
                    return (at + len(syllable), *rest)
        return None

    ends = cut(0, 0) if chars else None
    if not ends:
        return ()
    spans = zip((0, *ends[:-1]), ends, strict=True)
    return tuple(
        (letters[start:end], next((marks[i] for i in range(start, end) if i in marks), 5))
        for start, end in spans
    )


@cache
def _dictionary(char: str) -> tuple[Syllable, ...]:
    """Return the readings of a character, the commonest first."""
    if char.isascii():
        return ((char, 5),)
    found = []
    for written in of_character(char):
        letters, _ = spell(written)
        if letters:
            found.append((letters, tone(written)))
    return tuple(found)


@cache
def _known_syllables(char: str) -> tuple[str, ...]:
    letters = dict.fromkeys(syllable for syllable, _ in _dictionary(char))
    return (*letters, "r") if char == "儿" else tuple(letters)


@cache
def _commonest(char: str) -> Syllable:
    return next(iter(_dictionary(char)), ("", 5))


def spell(typed: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return what may be pinyin as bare letters, and at which of them which tone was typed."""
    letters: list[str] = []
    tones: list[tuple[int, int]] = []
    for char in unicodedata.normalize("NFD", typed.lower()):
        after_syllable = bool(letters) and letters[-1] in _SYLLABLE_ENDS
        if char in _TONE_MARKS and letters:
            tones.append((len(letters) - 1, _TONE_MARKS[char]))
        elif char in "012345" and after_syllable:
            tones.append((len(letters) - 1, int(char) or 5))
        elif char == "\u0308" and letters:
            letters[-1] = "v"
        elif char not in "'’":
            letters.append(char)
    return "".join(letters), tuple(tones)


def has_tones(reading: Reading, letters: str, tones: Sequence[tuple[int, int]]) -> bool:
    """Say whether a reading begins with these letters, in these tones (at which letter, which)."""
    if not "".join(syllable for syllable, _ in reading).startswith(letters):
        return False
    sounded: list[int] = []
    for syllable, its_tone in reading:
        sounded += [its_tone] * len(syllable)
    return all(sounded[place] == wanted for place, wanted in tones)
