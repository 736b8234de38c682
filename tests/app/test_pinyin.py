from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pinyin import join, readings, tone

SENTENCES = {
    "银行": "yínháng",
    "得了奖": "dé le jiǎng",
    "他长得很高，头发很长": "tā zhǎng de hěn gāo tóufa hěn cháng",
    "我得去上班了": "wǒ děi qù shàngbān le",
    "干得好": "gàn de hǎo",
    "他说得对，跑得快": "tā shuōdeduì pǎodekuài",
    "孩子长大了": "háizi zhǎngdà le",
    "我看了三行代码": "wǒ kàn le sānháng dàimǎ",
    "还行，还没还你钱": "hái xíng hái méi huán nǐ qián",
    "慢慢地走到地铁站": "mànmàn de zǒu dào dìtiězhàn",
    "睡不着，睡着了，看着我": "shuìbùzháo shuìzháo le kànzhe wǒ",
    "一只猫": "yīzhī māo",
    "只有你": "zhǐyǒu nǐ",
    "被种草了，种菜": "bèi zhòngcǎo le zhòngcài",
    "这种东西": "zhèzhǒng dōngxī",
    "皮肤很干，干嘛呢": "pífū hěn gān gànmá ne",
    "为什么，认为": "wèishénme rènwéi",
    "重新来过，很重，重刷一遍": "chóngxīn lái guò hěn zhòng chóngshuā yībiàn",
    "太难了，受不了": "tài nán le shòubùliǎo",
    "快乐，音乐": "kuàilè yīnyuè",
    "便宜，方便": "piányi fāngbiàn",
    "都是他的，首都": "dōu shì tā de shǒudū",
}


def read(text: str) -> str:
    return " ".join(reading.text for reading in readings(text))


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_characters_are_read_by_what_stands_around_them(text: str, expected: str) -> None:
    assert read(text) == expected


def test_suffixes_are_neutral_in_new_words_too() -> None:
    assert read("宝子们").replace(" ", "") == "bǎozimen"
    assert read("桌子") == "zhuōzi"


def test_what_is_not_chinese_has_no_reading() -> None:
    assert read("yyds 666 😀[害羞R]！") == "hàixiū"
    (first, *_rest) = readings("😀T恤")
    assert (first.start, first.end, first.syllables) == (2, 3, ("xù",))


def test_tones_are_told_apart() -> None:
    assert [tone(s) for s in ("mā", "má", "mǎ", "mà", "ma", "lǜ", "ǹg")] == [1, 2, 3, 4, 5, 4, 4]
    (reading,) = readings("银行")
    assert reading.tones == (2, 2)


def test_words_are_joined_with_an_apostrophe_where_needed() -> None:
    assert join(["xī", "ān"]) == "xī'ān"
    assert join(["háng", "yè"]) == "hángyè"


@given(st.text(st.sampled_from("行得长了还地着只种干为重发子们好a1😀 ，\n"), max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    last = 0
    for reading in readings(text):
        assert last <= reading.start < reading.end <= len(text)
        assert len(reading.syllables) == reading.end - reading.start
        last = reading.end
