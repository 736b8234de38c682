"""Words that a language package hardly knows, each with English to be given in its place.

A small engine makes something up for a word that it seldom saw, but copies English that stands in
the Chinese. Which words those are is measured for each package (`python -m training glossary`) and
kept beside its model; a package without such a file gets none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import words
from app.sorted_lines import NO_LINES, SortedLines

FILE = "glossary.tsv"
ENTRY_ID = "glossary"
"""Stands for all words of the glossary where entries are named: one switch for them together."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """`text[start:end]` is a word that the engine hardly knows; `english` says it."""

    start: int
    end: int
    english: str


class Glossary:
    """The hardly known words of one package."""

    def __init__(self, english: SortedLines = NO_LINES) -> None:
        """Take the English by word."""
        self._english = english

    @classmethod
    def load(cls, folder: Path) -> Glossary:
        """Read the file beside a package's model; one that is missing or unreadable is empty."""
        return cls(SortedLines.load(folder / FILE))

    def english(self, word: str) -> str:
        """Return the English for a word, "" where the engine knows it."""
        return self._english.get(word)

    def find(self, text: str) -> list[Gloss]:
        """Return the hardly known words of a text in simplified characters, in order."""
        if not self._english:
            return []
        found = []
        for start, end in words.tokens(text):
            if end - start > 1 and (english := self.english(text[start:end])):
                found.append(Gloss(start, end, english))
        return found


EMPTY = Glossary()
