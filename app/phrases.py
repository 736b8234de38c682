"""Short comments that people write again and again, each translated once and for all.

好的, 我也是, 在哪买的; where did you get it, so cute: a small engine has few words to go by in them
and gets just these wrong, while there are only some thousands. They lie beside the model of a
package (`python -m training phrases`); a package without such a file has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.patterns import later
from app.sentences import begin_small
from app.sorted_lines import NO_LINES, SortedLines
from app.views import fold

FILE = "phrases.tsv"

_END = later(r"[\s。.!?~…,、]*\Z")  # of a folded text
_MOST_CLAUSES = 4
_APOSTROPHES = str.maketrans("", "", "'’‘")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How phrases of a language are written, and what is set between and after translations.

    `soft` are endings that warm what they follow and change nothing that can be translated.
    `marks` say for "!", "…", "~" and "." what stands for them.
    """

    between: re.Pattern[str]
    glue: str
    soft: frozenset[str]
    comma: str
    ask: str
    marks: dict[str, str]
    further: Callable[[str], str] = str


_MANNERS = {
    "zh": _Manner(
        later(r"[\s,、。!~]+"),
        "",
        frozenset("啊呀哦噢喔哈啦呐哟耶欸诶捏"),
        ", ",
        "?",
        {"!": "!", "…": "...", "~": "~", ".": "."},
        begin_small,
    ),
    "en": _Manner(
        later(r"\s*[,.!~;]+\s*"),
        " ",
        frozenset(),
        "，",
        "？",
        {"!": "！", "…": "…", "~": "～", ".": "。"},
    ),
}


class Phrases:
    """The phrases of one package, by what is said without marks.

    A key that ends in "?" is for the question only: 好吃 "So good", 好吃? "Is it good?". Keys in
    English have single blanks and no apostrophes.
    """

    def __init__(self, said: SortedLines = NO_LINES, source: str = "zh") -> None:
        """Take the translations by key; at most a question mark stands at their end."""
        self._translated = said
        self._manner = _MANNERS.get(source, _MANNERS["zh"])

    @classmethod
    def load(cls, folder: Path, source: str) -> Phrases:
        """Read the file beside a package's model; one that is missing or unreadable is empty."""
        return cls(SortedLines.load(folder / FILE), source)

    def find(self, text: str) -> str:
        """Return the translation of a text that is one known phrase or a few of them, else ""."""
        if not self._translated:
            return ""
        manner = self._manner
        folded = " ".join(fold(text).translate(_APOSTROPHES).split())
        end = _END.search(folded)
        assert end is not None  # \Z matches at least
        body, marks = folded[: end.start()], end[0]
        clauses = [part for part in manner.between.split(body) if part]
        if not 1 <= len(clauses) <= _MOST_CLAUSES:
            return ""
        asked = "?" in marks
        whole = self._say(manner.glue.join(clauses), asked)
        if not whole and len(clauses) > 1:
            said = [self._say(c, False) for c in clauses[:-1]] + [self._say(clauses[-1], asked)]
            if all(said) and not any(s.endswith(manner.ask) for s in said[:-1]):
                whole = manner.comma.join([said[0], *map(manner.further, said[1:])])
        return self._ended(whole, marks) if whole else ""

    def _say(self, clause: str, asked: bool) -> str:
        """Return the translation of a clause; of a question one that asks."""
        if "?" in clause:
            return ""
        manner = self._manner
        softened = clause[-1] in manner.soft and len(clause) > 2
        for words in (clause, clause[:-1]) if softened else (clause,):
            question = self._translated.get(words + "?") if asked else ""
            found = question or self._translated.get(words)
            if question or (found and (found.endswith(manner.ask) or not asked)):
                return found
        half = clause[: len(clause) // 2]
        if not manner.glue and len(half) > 1 and half * 2 == clause:
            once = self._say(half, asked)
            said_twice = once and not once.endswith(manner.ask)
            return f"{once}{manner.comma}{manner.further(once)}" if said_twice else once
        return ""

    def _ended(self, said: str, marks: str) -> str:
        """Set the mark at the end that the source has there."""
        if "?" in marks or said.endswith(self._manner.ask):
            return said
        ends = self._manner.marks
        if "!" in marks:
            return said + ends["!"]
        if "…" in marks or ".." in marks:
            return said + ends["…"]
        if "~" in marks:
            return said + ends["~"]
        return said + (ends["."] if marks.strip(" ,、") else "")
