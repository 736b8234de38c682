"""Frames: expressions with a slot that any word may fill (吃不了一点, 车厘子自由, 有被可爱到).

A frame is written as people write it, with `{v}`, `{a}`, `{n}` or `{x}` where the slot is: a verb,
an adjective, a noun, anything. `{x}不{x}` asks for the same word twice; two nouns are `{n}` and
`{n2}`. The same names stand for the words in an entry's renderings and in its plain Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.patterns import later
from app.views import fold

SLOT = re.compile(r"\{([avnx]\d?)\}")
OPEN = "…"
"""What stands in the place of a slot where no comment says what fills it."""

_FILLER = r"[\u3400-\u9fffa-z0-9]{1,6}?"
_LONGEST = 8
"""Characters that an outer slot may have, at most."""
_HAN = later(r"[\u3400-\u9fff]")
# Words so short must be words by themselves where only one slot is beside them.
_SHORT = 2
# Words of one character that are no part of the noun after them.
_LIGHT = frozenset(
    "的了是我你他她它您咱有在和跟与也都就还又被把给让想要能会可不没很太真这那个只吃喝买看做去来到从对向像"
    "为比再才最更好多说用当叫求搞做爱有"
)

Edges = Callable[[], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame made ready: its longest literal part, by which it is looked for, and its regex."""

    text: str
    first: str
    anchor: str
    last: str
    regex: re.Pattern[str]
    short: bool
    limited: bool

    def find(self, folded: str, at: int, edges: Edges) -> tuple[int, int] | None:
        """Return where the frame stands whose anchor begins at `at`; `edges` are those of words.

        An outer slot takes the word next to it, and no more than makes it one word.
        """
        if self.short and not self.limited and not {at, at + len(self.anchor)} <= edges():
            return None
        starts = _back(folded, self.first, at) if self.first else self._starts(folded, at, edges())
        for start in starts:
            if self.last:
                hit = self.regex.match(folded, start)
                if hit and hit.start("_") == at:
                    return hit.span()
                continue
            for end in self._ends(folded, at, edges()):
                hit = self.regex.fullmatch(folded, start, end)
                if hit and hit.start("_") == at:
                    return hit.span()
        return None

    def _starts(self, folded: str, at: int, places: frozenset[int]) -> Iterator[int]:
        """Yield where a slot before the anchor may begin, the nearest first."""
        near = range(at - 1, max(-1, at - _LONGEST - len(self.text)), -1)
        yield from (s for s in near if s in places and not _is_torn(folded, s, places))
        if self.limited:  # who says what may fill a slot need not ask the cutter
            yield from near

    def _ends(self, folded: str, at: int, places: frozenset[int]) -> Iterator[int]:
        """Yield where a slot after the anchor may end, the nearest first."""
        first = at + len(self.anchor) + 1
        near = range(first, min(len(folded), first + _LONGEST + len(self.text)) + 1)
        yield from (end for end in near if end in places)
        if self.limited:
            yield from near


def _back(folded: str, before: str, at: int) -> Iterator[int]:
    """Yield where a frame that begins with `before` may begin, the nearest first."""
    start = folded.rfind(before, 0, at + len(before))
    while start >= max(0, at - 2 * _LONGEST):
        yield start
        start = folded.rfind(before, 0, start + len(before) - 1)


def _is_torn(folded: str, start: int, edges: frozenset[int]) -> bool:
    """Say whether a word the cutter does not know begins before `start` (车|厘|子).

    It leaves such words in single characters.
    """
    return (
        start > 0
        and start + 1 in edges
        and start - 1 in edges
        and folded[start - 1] not in _LIGHT
        and bool(_HAN.match(folded[start - 1]))
    )


def anchor(text: str) -> str:
    """Return the longest of the words around the slots, by which a frame is looked for."""
    return max(SLOT.split(fold(text))[::2], key=len)


def ready(text: str, fillers: Mapping[str, str]) -> Frame:
    """Return a frame made ready; `fillers` are expressions that what fills a slot must match.

    An entry's frames share them: those of other slots are passed over. Raises ValueError, saying
    why, where it is no frame.
    """
    names = SLOT.findall(text)
    return _ready(text, tuple((name, fillers[name]) for name in fillers if name in names))


@lru_cache(maxsize=4096)
def _ready(text: str, fillers: tuple[tuple[str, str], ...]) -> Frame:
    folded = fold(text)
    parts = SLOT.split(folded)
    literals, names = parts[::2], parts[1::2]
    allowed = dict(fillers)
    if not names:
        raise ValueError("it has no slot such as {n}")
    if any(not literal for literal in literals[1:-1]) or not any(literals):
        raise ValueError("words must stand next to each slot")
    out: list[str] = []
    at = literals.index(anchor(text))
    for index, literal in enumerate(literals):
        out.append(f"(?P<_>{re.escape(literal)})" if index == at else re.escape(literal))
        if index < len(names):
            name = names[index]
            repeats = name in names[:index]
            out.append(f"(?P={name})" if repeats else f"(?P<{name}>{allowed.get(name, _FILLER)})")
    try:
        regex = re.compile("".join(out))
    except re.error as error:
        raise ValueError(f"its pattern cannot be read: {error}") from error
    short = len([x for x in literals if x]) == 1 and len(literals[at]) <= _SHORT
    return Frame(folded, literals[0], literals[at], literals[-1], regex, short, bool(fillers))


def faults(texts: Sequence[str], fillers: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the frames of an entry, one sentence each."""
    for text in texts:
        try:
            ready(text, fillers)
        except ValueError as error:
            yield f"The frame {text} cannot be used: {error}."
    names = {name for text in texts for name in SLOT.findall(text)}
    for name in fillers.keys() - names:
        yield f"No frame has the slot {name}."


def read(texts: Sequence[str], fillers: Mapping[str, str], surface: str) -> dict[str, str]:
    """Return what fills the slots where one of an entry's frames stands as `surface`."""
    folded = fold(surface)
    for text in texts:
        hit = ready(text, fillers).regex.fullmatch(folded)
        if hit:
            places = {name: hit.span(name) for name in hit.groupdict() if name != "_"}
            return {name: surface[start:end] for name, (start, end) in places.items()}
    return {}


def fill(template: str, words: Mapping[str, str]) -> str:
    """Return a rendering or plain Chinese with words in its slots, "…" where there are none."""
    return SLOT.sub(lambda m: words.get(m[1]) or OPEN, template) if "{" in template else template
