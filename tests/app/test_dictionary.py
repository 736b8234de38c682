from __future__ import annotations

import time

import pytest

from app.dictionary import Dictionary, marked


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.load()


@pytest.mark.parametrize(
    ("numbered", "expected"),
    [
        ("yin2 hang2", "yínháng"),
        ("lu:4 se4", "lǜsè"),
        ("Xi1 an1", "Xī'ān"),
        ("liu2 shui3", "liúshuǐ"),
        ("gui3", "guǐ"),
        ("zhuo1 zi5", "zhuōzi"),
        ("tou2", "tóu"),
        ("yi1 er4 san1 si4 wu3", "yī èr sān sì wǔ"),
        ("K ge1", "Kgē"),
    ],
)
def test_tone_numbers_become_marks(numbered: str, expected: str) -> None:
    assert marked(numbered) == expected


def test_words_are_found_in_both_scripts(dictionary: Dictionary) -> None:
    (simplified,) = dictionary.lookup("银行")
    assert dictionary.lookup("銀行") == (simplified,)
    assert simplified.pinyin == "yínháng"
    assert simplified.senses[0].startswith("bank")


def test_all_readings_of_a_character_are_there_the_usual_first(dictionary: Dictionary) -> None:
    readings = [entry.pinyin for entry in dictionary.lookup("行")]
    assert {"háng", "xíng"} <= set(readings)
    surname = dictionary.lookup("张")
    assert not surname[0].senses[0].startswith("surname")


def test_pointing_finds_the_longest_word(dictionary: Dictionary) -> None:
    text = "妈妈做的红烧肉，我去银行"
    found = dictionary.at(text, text.index("烧"))
    assert found is not None
    assert text[found.start : found.end] == "红烧肉"
    assert len(found.parts) == 3
    one = dictionary.at(text, text.index("的"))
    assert one is not None
    assert (text[one.start : one.end], one.parts) == ("的", ())


def test_words_do_not_run_across_the_edges_of_others(dictionary: Dictionary) -> None:
    text = "我要和气球玩"
    found = dictionary.at(text, text.index("气"))
    assert found is not None
    assert text[found.start : found.end] == "气球"


@pytest.mark.parametrize("text", ["yyds", "😀", "，", "#", " "])
def test_what_is_not_chinese_has_no_entry(dictionary: Dictionary, text: str) -> None:
    assert dictionary.at(text, 0) is None
    assert dictionary.at("蹲", 5) is None


def test_hostile_lookups_find_nothing(dictionary: Dictionary) -> None:
    for word in ("", " ", "\n", "] /", "CC-CEDICT", "bank"):
        assert dictionary.lookup(word) == ()


def test_looking_up_takes_milliseconds(dictionary: Dictionary) -> None:
    text = "这个软件有点小贵但是真的好用强烈推荐给大家"
    started = time.perf_counter()
    for offset in range(len(text)):
        dictionary.at(text, offset)
    assert (time.perf_counter() - started) / len(text) < 0.02


def test_senses_cite_pinyin_with_marks(dictionary: Dictionary) -> None:
    senses = " ".join(s for e in dictionary.lookup("雅思") for s in e.senses)
    assert "[" not in senses or "1]" not in senses
