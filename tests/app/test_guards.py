from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guards import faults, figures, is_loop, lost, once, repeats, translatable
from app.models import Flag


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", 1),
        ("so good", 1),
        ("so good so good", 2),
        ("No, no, no!", 3),
        ("the man who was the man who was the man who was here", 3),
        ("救命救命救命", 3),
    ],
)
def test_repetition_is_counted_by_words_and_characters(text: str, times: int) -> None:
    assert repeats(text) == times


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("这个怎么用", "How do you use the b__________________"),
        ("你说得对", "You are right, you are right, you are right, you are right"),
        ("好看", "nice nice nice nice nice"),
        ("给我留一碗绿豆汤", "Keep me a bowl of bean soup soup"),
        ("别喝酒就直播", "Don't livestream by by the way"),
    ],
)
def test_an_engine_that_is_stuck_is_noticed(source: str, output: str) -> None:
    assert is_loop(source, output)


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("哈哈哈哈哈哈哈哈", "Hahahahahahahahaha"),
        ("对对对对对", "Yes yes yes yes yes"),
        ("非常非常好", "Very, very good"),
        ("太好吃了", "So so good"),
        ("我说他那时候走了", "I said that that was when he left"),
        ("慢慢走", "Walk slowly slowly"),
        ("啊啊啊啊啊啊啊啊啊啊", "Aaaaaaaaaaaaaaaaaaaa"),
    ],
)
def test_repetition_that_the_source_has_is_no_loop(source: str, output: str) -> None:
    assert not is_loop(source, output)


@pytest.mark.parametrize(
    ("source", "output", "target", "expected"),
    [
        ("你好呀", " ", "en", (Flag.UNTRANSLATED,)),
        ("你好呀", "你好呀", "en", (Flag.COPIED,)),
        ("where do you live", "where do you live", "zh", (Flag.COPIED,)),
        ("iPhone 15 Pro", "iPhone 15 Pro", "zh", ()),
        ("我昨天在店里买的真的超级划算", "Bargain", "en", (Flag.SHORTENED,)),
        ("我昨天在店里买的真的超级划算", "I got it in the shop, a real bargain", "en", ()),
        ("才19.99美元", "Only 1.99 dollars", "en", (Flag.SHORTENED,)),
        ("在Costco买的", "Bought it there", "en", (Flag.SHORTENED,)),
        ("瘦了十一斤", "Lost ten jin", "en", (Flag.SHORTENED,)),
        ("瘦了十一斤", "Lost 11 jin", "en", ()),
        ("瘦了十一斤", "Lost 11,000 jin", "en", (Flag.SHORTENED,)),
        ("爷爷九十三岁了", "Grandpa is ninety-three", "en", ()),
        ("双十一见", "See you on Singles' Day", "en", ()),
        ("我的crush来了", "I've got this rush", "en", (Flag.SHORTENED,)),
        ("他很relax", "He's relaxing", "en", ()),
        ("$30能买到吗", "Can I get it for ¥30?", "en", (Flag.SHORTENED,)),
        ("$30能买到吗", "Can I get it for 30 dollars?", "en", ()),
        ("12月25日买了1.2万件", "I bought 12,000 on December 25", "en", ()),
        ("一共1000块", "1,000 yuan in total", "en", ()),
    ],
)
def test_faults_are_named(
    source: str, output: str, target: str, expected: tuple[Flag, ...]
) -> None:
    assert faults(source, output, target) == expected


def test_what_is_lost_is_named_once() -> None:
    assert lost("用 iPhone 拍的 2024 2024", "taken with a phone") == ("2024", "iPhone")


def test_counts_are_put_in_figures() -> None:
    assert figures("瘦了四十二斤，试了十一件，双十一") == "瘦了42斤，试了11件，双十一"


def test_a_stammer_is_taken_out() -> None:
    assert once("by by by the way, Soup soup and so so good") == "by the way, Soup and so so good"


def test_only_words_of_the_source_language_are_worth_an_engine() -> None:
    assert translatable("好的 OK", "zh")
    assert not translatable("OK 666 !!", "zh")
    assert translatable("hello", "en")
    assert not translatable("666 你好", "en")
    assert translatable("здравствуйте", "ru")
    assert not translatable("12:30", "ru")


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en", "zh"]))
def test_any_text_can_be_judged(source: str, output: str, target: str) -> None:
    assert len(set(faults(source, output, target))) == len(faults(source, output, target))


@given(st.text(min_size=1, max_size=80))
def test_a_text_never_counts_as_a_loop_of_itself(text: str) -> None:
    assert not is_loop(text, text)
