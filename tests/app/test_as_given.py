"""Training pairs in the wording that the program gives the engine."""

from __future__ import annotations

import pytest

from app.glossary import Glossary
from app.pipeline import Pipeline
from app.sorted_lines import SortedLines
from tests.app.lexica import entry, lexicon
from training.as_given import as_given, stands_in
from training.senses import stems_of


class Knowing:
    """An engine that hardly knows two words, and is never asked to translate."""

    name, source, target = "knowing 1", "zh", "en"
    glossary = Glossary(SortedLines(["打鼾\tsnore", "牛油果\tavocado"]))

    def open_engine(self, _source: str, _target: str) -> Knowing:
        return self


ENTRIES = lexicon(
    entry("dun", "蹲一个", renderings=("waiting for",), standard="等"),
    entry("yyds", "yyds", renderings=("the GOAT",)),
)


@pytest.mark.parametrize(
    ("pair", "given"),
    [
        # Two wordings, of which only the one with English teaches anything.
        (("蹲一个链接", "Waiting for a link"), ["waiting for 链接"]),
        (("他一直打鼾", "He snores all the time"), ["他一直 snore"]),
        (("牛油果坏了😂", "The avocados went bad 😂"), ["avocado 坏了"]),
        (("他一直打鼾", "He is loud at night"), []),  # said in other words
        (("牛油果打鼾", "The avocado is loud"), []),  # one of two
        (("今天很好", "Today is good"), []),  # nothing put in
        (("yyds", "The GOAT"), []),  # no engine is needed
        (("牛油果坏了\n膝盖好了", "The avocado is bad\nThe knee is well"), []),
        (("牛油果坏了😂", "The avocado went bad"), []),  # where did the emoji go?
    ],
)
def test_what_the_engine_is_given_stands_beside_the_english(
    pair: tuple[str, str], given: list[str]
) -> None:
    made = as_given(Pipeline(ENTRIES, Knowing()), [pair])
    target = pair[1].removesuffix("😂").strip()
    assert made == [(pair[0], text, target) for text in given]


def test_an_ending_does_not_matter_but_order_does() -> None:
    stems = stems_of("Three dogs were chasing the postman's bike")
    assert stands_in("dog", stems)
    assert stands_in("chase the postman", stems)
    assert not stands_in("postman chase", stems)
    assert not stands_in("cat", stems)
    assert not stands_in("100%", stems)
