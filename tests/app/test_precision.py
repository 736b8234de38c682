"""Sentences written by hand: where a form is slang, its entry shows; where it is plain, it does not.

`tests/data/slang_positive.tsv` and `slang_negative.tsv` hold entry, sentence and surface. They were
written without looking at the entries' rules: mend an entry that fails, not the sentence. Where
entries share one sense between their forms (种草, 被种草了), a|b asks for either.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app import words
from app.annotate import Annotator
from app.lexicon import Lexicon, bundled_files, load
from app.models import Certainty

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
FEWEST = 620
KNOWN_SHARE = 0.85
GUESS_SHARE = 0.10


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the entry (or a|b) that is looked for in it, and where."""

    entry_id: str
    text: str
    surface: str

    def wanted(self) -> set[str]:
        """Return the ids of which any will do."""
        return set(self.entry_id.split("|"))

    def spans(self) -> list[tuple[int, int]]:
        """Return every place where the surface stands."""
        width = len(self.surface)
        return [
            (at, at + width)
            for at in range(len(self.text))
            if self.text.startswith(self.surface, at)
        ]

    def __str__(self) -> str:
        """Return the line as a reader of a failure needs it."""
        return f"{self.entry_id}: {self.text} [{self.surface}]"


@cache
def lexicon() -> Lexicon:
    """Return the bundled entries."""
    return load(bundled_files(ROOT / "resources" / "lexicon"))


@cache
def annotator() -> Annotator:
    """Return the one annotator of this file."""
    return Annotator(lexicon(), words.tokens)


@cache
def cases(name: str) -> tuple[Case, ...]:
    """Return the lines of one of the two files."""
    lines = (DATA / f"slang_{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Case(*line.split("\t")) for line in lines)


@cache
def certainty(case: Case) -> Certainty | None:
    """Return how surely the entry is shown on the surface, None where it is not."""
    spans = case.spans()
    found = {
        a.certainty
        for a in annotator().annotate(case.text)
        if a.entry_id in case.wanted()
        and any(a.start < end and start < a.end for start, end in spans)
    }
    if Certainty.KNOWN in found:
        return Certainty.KNOWN
    return Certainty.GUESS if found else None


def instead(case: Case) -> str:
    """Say what is shown in the sentence, for the one who mends the entry."""
    found = annotator().annotate(case.text)
    shown = [f"{a.entry_id} ({case.text[a.start : a.end]}, {a.certainty.name})" for a in found]
    return f"{case}; shown: {', '.join(shown) or 'nothing'}"


@pytest.mark.parametrize("name", ["positive", "negative"])
def test_the_lists_are_whole(name):
    listed = cases(name)
    assert len(listed) >= FEWEST
    assert len(set(listed)) == len(listed)
    assert [str(c) for c in listed if c.surface not in c.text] == []
    assert [str(c) for c in listed if not c.wanted() & lexicon().entries.keys()] == []


def test_slang_is_shown():
    missed = [instead(c) for c in cases("positive") if certainty(c) is None]
    assert not missed, "\n".join(["not shown:", *missed])


def test_most_slang_is_known():
    listed = cases("positive")
    guessed = [c for c in listed if certainty(c) is Certainty.GUESS]
    share = sum(certainty(c) is Certainty.KNOWN for c in listed) / len(listed)
    assert share >= KNOWN_SHARE, "\n".join([f"known: {share:.1%}; guessed:", *map(str, guessed)])


def test_plain_words_are_not_known():
    wrong = [str(c) for c in cases("negative") if certainty(c) is Certainty.KNOWN]
    assert not wrong, "\n".join(["known, but plain:", *wrong])


def test_few_plain_words_are_guessed():
    listed = cases("negative")
    guessed = [c for c in listed if certainty(c) is Certainty.GUESS]
    share = len(guessed) / len(listed)
    assert share <= GUESS_SHARE, "\n".join([f"guessed: {share:.1%}", *map(str, guessed)])
