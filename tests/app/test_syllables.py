"""Readings out of pypinyin's files are those that pypinyin gives."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app import syllables


def test_all_phrases_and_characters_are_found_as_pypinyin_has_them() -> None:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    for phrase, readings in list(PHRASES_DICT.items())[::7]:
        assert syllables.of_word(phrase) == tuple(first for first, *_ in readings), phrase
    for character, written in list(PINYIN_DICT.items())[::7]:
        assert syllables.of_character(chr(character)) == tuple(written.split(",")), character


@pytest.mark.parametrize(
    "word", ["银行行长", "长大后重新长长", "朝阳区", "一丁不识龟龙麟凤", "宝子们", "踩雷", "\u3007"]
)
def test_words_are_cut_into_phrases_as_pypinyin_cuts_them(word: str) -> None:
    from pypinyin import Style, pinyin

    expected = tuple(first for first, *_ in pinyin(word, style=Style.TONE))
    assert syllables.of_word(word) == expected


@pytest.mark.parametrize(
    "word", ["", "link", "蹲link", "\U0002ceb0", "\ud800", "岭\U0002bd95", "𠮷野家"]
)
def test_what_has_no_reading_gives_none(word: str) -> None:
    assert syllables.of_word(word) == ()


def test_reading_aloud_does_not_unpack_the_package() -> None:
    code = (
        "import sys; from app.pinyin import readings; "
        "assert readings('蹲一个链接')[0].text == 'dūn'; assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
