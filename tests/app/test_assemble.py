"""How pieces become one English text: marks, spaces, capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assemble import tidy
from app.sentences import begin_small


@pytest.mark.parametrize(
    ("made", "tidied"),
    [
        ("30%,mortgage", "30%, mortgage"),
        ("pear-shaped,158 cm", "pear-shaped, 158 cm"),
        ("1,299 yuan", "1,299 yuan"),
        ("So good ,really", "So good, really"),
        ("at 2 a.m.. Second", "at 2 a.m. Second"),
        ("my ¥300-yuan pants", "my ¥300 pants"),
        ('asked what "hru" means', 'asked what "hru" means'),
        ('I said " no " and he"ok"then', 'I said "no" and he "ok" then'),
        ('What is "effortless vibe', "What is effortless vibe"),
        (
            'check in" a button! It is called "strength"',
            'check in a button! It is called "strength"',
        ),
        ('a 5" screen and "x"', 'a 5" screen and "x"'),
        ("by by the way", "by the way"),
    ],
)
def test_marks_are_set_as_english_sets_them(made: str, tidied: str) -> None:
    assert tidy(made, "好的") == tidied


def test_what_the_source_says_twice_may_stand_twice() -> None:
    assert tidy("walk slowly slowly", "慢慢走") == "walk slowly slowly"


@given(st.text(alphabet='ab1 ",.?!;%¥', max_size=40))
def test_no_word_is_lost_by_tidying(text: str) -> None:
    letters = [c for c in text if c.isalnum()]
    assert [c for c in tidy(text, "好好的") if c.isalnum()] == letters


@pytest.mark.parametrize(
    ("begun", "small"),
    [
        ("Half the leaves", "half the leaves"),
        ("Don't go", "don't go"),
        ("It's fine", "it's fine"),
        ("A lot of it", "a lot of it"),
        ("Beijing is big", "Beijing is big"),
        ("Spring Festival is near", "Spring Festival is near"),
        ("Good Morning America", "Good Morning America"),
        ("Every Sunday I go", "every Sunday I go"),
        ("In Beijing it rains", "in Beijing it rains"),
        ("I think so", "I think so"),
        ("I'm here", "I'm here"),
        ("TV is on", "TV is on"),
        ("Lily said", "Lily said"),
    ],
)
def test_a_clause_begins_small_but_for_names(begun: str, small: str) -> None:
    assert begin_small(begun) == small
