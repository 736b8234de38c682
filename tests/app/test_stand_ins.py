from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stand_ins import put_back, stand_in, unglue


def test_a_name_is_carried_past_the_engine() -> None:
    assert stand_in("从Costco过去", ["Costco"]) == ("从KTV过去", {"KTV": "Costco"})
    assert put_back("From KTV it is far.", {"KTV": "Costco"}) == "From Costco it is far."


def test_the_words_around_a_name_come_along() -> None:
    assert stand_in("听 Taylor Swift 的歌", ["Swift"]) == ("听 KTV 的歌", {"KTV": "Taylor Swift"})
    assert stand_in("iPhone 15 Pro好用", ["iPhone"]) == ("KTV好用", {"KTV": "iPhone 15 Pro"})


def test_two_lost_words_of_one_name_need_one_stand_in() -> None:
    assert stand_in("听 Taylor Swift 的歌", ["Taylor", "Swift"]) == (
        "听 KTV 的歌",
        {"KTV": "Taylor Swift"},
    )


def test_numbers_have_stand_ins_of_their_own() -> None:
    assert stand_in("用了388天", ["388"]) == ("用了25天", {"25": "388"})
    assert put_back("I used it for 25 days", {"25": "388"}) == "I used it for 388 days"


def test_a_number_inside_another_is_left_alone() -> None:
    assert stand_in("价格1388.50元", ["388"]) is None


def test_a_word_that_is_there_already_is_no_stand_in() -> None:
    assert stand_in("KTV旁边的Costco", ["Costco"]) == ("KTV旁边的BBC", {"BBC": "Costco"})


def test_more_names_than_stand_ins_are_given_up() -> None:
    names = ["Aa1", "Bb2", "Cc3", "Dd4", "Ee5"]
    assert stand_in("和".join(names), names) is None


@pytest.mark.parametrize("output", ["", "nothing", "KTV and KTV", "KTVs", "the aKTV"])
def test_a_stand_in_that_did_not_come_through_once_proves_nothing(output: str) -> None:
    assert put_back(output, {"KTV": "Costco"}) == ""


def test_a_number_within_a_number_is_not_the_stand_in() -> None:
    assert put_back("It is 25.50 now", {"25": "388"}) == ""
    assert put_back("It is 25.", {"25": "388"}) == "It is 388."


def test_the_article_follows_the_name() -> None:
    assert put_back("Buy an NBA", {"NBA": "Costco"}) == "Buy a Costco"
    assert put_back("A KTV", {"KTV": "iPhone"}) == "An iPhone"


def test_words_that_stick_together_are_parted() -> None:
    assert unglue("在Costco买的", "I bought it inCostco") == "I bought it in Costco"
    assert unglue("在MacBook上", "on my MacBook") == "on my MacBook"
    assert unglue("用iPhone", "with iPhone") == "with iPhone"


@given(st.text("从我好Zq159., "), st.lists(st.text("Z19.", min_size=1), max_size=4))
def test_what_stood_in_is_put_back_as_it_was_or_not_at_all(source: str, lost: list[str]) -> None:
    swap = stand_in(source, lost)
    assert swap is None or put_back(*swap) in ("", source)
