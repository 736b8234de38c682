"""Short comments that people write again and again, with English for each.

好的, 我也是, 在哪买的: a small engine has few words to go by in them and gets just these wrong,
while there are only some thousands, and people can translate them once and for all. They lie beside
the model of a package (`python -m training phrases`); a package without such a file has none.
"""

from __future__ import annotations

from pathlib import Path

from app.patterns import later
from app.sentences import begin_small
from app.sorted_lines import NO_LINES, SortedLines
from app.views import fold

FILE = "phrases.tsv"

_END = later(r"[\s。.!?~…,、]*\Z")  # of a folded text
_BETWEEN = later(r"[\s,、。!~]+")
_MOST_CLAUSES = 4
# Endings that soften or warm what they follow, and change nothing that English can say.
_SOFT = frozenset("啊呀哦噢喔哈啦呐哟耶欸诶捏")


class Phrases:
    """The phrases of one package, by what is said without marks and blanks.

    A key that ends in "?" is for the question only: 好吃 "So good", 好吃? "Is it good?".
    """

    def __init__(self, english: SortedLines = NO_LINES) -> None:
        """Take the English by key; it ends in a question mark or in none at all."""
        self._english = english

    @classmethod
    def load(cls, folder: Path) -> Phrases:
        """Read the file beside a package's model; one that is missing or unreadable is empty."""
        return cls(SortedLines.load(folder / FILE))

    def english(self, text: str) -> str:
        """Return the English for a text that is one known phrase or a few of them, else ""."""
        if not self._english:
            return ""
        folded = fold(text)
        end = _END.search(folded)
        assert end is not None  # \Z matches at least
        body, marks = folded[: end.start()].strip(), end[0]
        clauses = [part for part in _BETWEEN.split(body) if part]
        if not 1 <= len(clauses) <= _MOST_CLAUSES:
            return ""
        whole = self._said("".join(clauses), asked="?" in marks)
        if not whole and len(clauses) > 1:
            said = [self._said(c, asked=False) for c in clauses[:-1]]
            said.append(self._said(clauses[-1], asked="?" in marks))
            if all(said) and not any(s.endswith("?") for s in said[:-1]):
                whole = ", ".join([said[0], *map(begin_small, said[1:])])
        return _ended(whole, marks) if whole else ""

    def _said(self, clause: str, *, asked: bool) -> str:
        """Return the English for a clause; for a question one that asks."""
        if "?" in clause:
            return ""
        for words in (clause, clause[:-1] if clause[-1] in _SOFT and len(clause) > 2 else ""):
            found = self._english.get(words + "?") if asked else ""
            found = found or self._english.get(words)
            if found and (found.endswith("?") or not asked):
                return found
        half = clause[: len(clause) // 2]
        if len(half) > 1 and half * 2 == clause and (once := self._said(half, asked=asked)):
            return once if once.endswith("?") else f"{once}, {begin_small(once)}"
        return ""


def _ended(english: str, marks: str) -> str:
    """Set the mark at the end that the Chinese has there."""
    if english.endswith("?"):
        return english
    if "!" in marks:
        return english + "!"
    if "…" in marks or ".." in marks:
        return english + "..."
    return english + ("~" if "~" in marks else "." if marks.strip(" ,、") else "")
