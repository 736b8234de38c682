from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import SegmentKind
from app.segments import split
from app.stickers import is_sticker

K = SegmentKind


def pieces(text: str) -> list[tuple[str, str]]:
    return [(s.kind.value, text[s.start : s.end]) for s in split(text) if s.kind is not K.TEXT]


def texts(text: str) -> str:
    return "".join(text[s.start : s.end] for s in split(text) if s.kind is K.TEXT)


FRAGMENTS = [
    "今天好好看", " ", "[笑哭R]", "[doge]", "[包邮]", "[", "]", "#穿搭[话题]#", "#ootd ", "#", "@小鹿 ", "@",
    "a@b.com", "http://xhslink.com/a/b1", "www.", "://", "(｡･ω･｡)", "(", ")", "T_T", "👨‍👩‍👧", "👍🏽", "\u200d",
    "\ufe0f", "🇨🇳", "🇨", "1️⃣", "1", "\u20e3", "￥AbC12dEf3￥", "￥", ".- -... -.-.", "-", ".", "\n", "so cute",
    "5L2g5aW95ZWK", "=", "\u202e", "\ud83d", "𠮷",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS)).map("".join)))
def test_segments_cover_the_text_without_gap_or_overlap(text: str) -> None:
    at = 0
    last = None
    for segment in split(text):
        assert segment.start == at
        assert segment.end > segment.start
        assert not (last is K.TEXT and segment.kind is K.TEXT)
        at, last = segment.end, segment.kind
    assert at == len(text)


@given(st.text(alphabet="今天穿什么呀，。！？的了啊宝子 \n好"))
def test_plain_chinese_is_text(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    "emoji",
    [
        "😀",
        "👍🏽",
        "👨‍👩‍👧",
        "🇨🇳",
        "1️⃣",
        "#️⃣",
        "❤️",
        "❤",
        "❤️‍🔥",
        "🏳️‍🌈",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🫡",
        "☀️",
        "©️",
        "⭐",
        "♀️",
        "🤦🏻‍♀️",
        "🈶",
        "🀄",
    ],
)
def test_a_grapheme_is_one_emoji(emoji: str) -> None:
    assert pieces(f"好{emoji}看") == [("emoji", emoji)]
    assert pieces(emoji * 2) == [("emoji", emoji)] * 2


@pytest.mark.parametrize("text", ["①②③", "™", "→", "℃", "1", "#1", "*", "㊙", "㎡"])
def test_signs_that_are_no_pictures_are_text(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    "code",
    [
        "[笑哭R]",
        "[害羞R]",
        "[萌萌哒R]",
        "[黑薯问号R]",
        "[蹲后续H]",
        "[doge]",
        "[捂脸]",
        "[旺柴]",
        "[打call]",
        "[666]",
        "[笑cry]",
        "[Emm]",
    ],
)
def test_stickers(code: str) -> None:
    assert pieces(f"哈哈{code}") == [("sticker", code)]
    assert is_sticker(code)


@pytest.mark.parametrize(
    "text",
    [
        "[2024]",
        "[一段很长的话]",
        "[包邮]",
        "[求助]",
        "[话题]",
        "[]",
        "[HR]",
        "[笑 哭R]",
        "【笑哭R】",
        "[图片]",
    ],
)
def test_bracketed_text_is_no_sticker(text: str) -> None:
    assert pieces(text) == []


def test_an_unlisted_code_written_twice_is_a_sticker() -> None:
    assert pieces("[鸭鸭][鸭鸭]") == [("sticker", "[鸭鸭]")] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#穿搭[话题]#好看", ["#穿搭[话题]#"]),
        ("#my cat[话题]# #猫", ["#my cat[话题]#", "#猫"]),
        ("好看#美食 真的", ["#美食"]),
        ("#ootd，今天", ["#ootd"]),
        ("#今日份快乐# 哈哈", ["#今日份快乐#"]),
        ("#穿搭#日常", ["#穿搭", "#日常"]),
        ("#520告白季", ["#520告白季"]),
        ("C#语言", []),
        ("#1", []),
        ("#23号色好看", []),
        ("#3楼说得对", []),
        ("# 标题", []),
        ("＃穿搭", ["＃穿搭"]),
    ],
)
def test_topics(text: str, found: list[str]) -> None:
    assert [piece for kind, piece in pieces(text) if kind == "topic"] == found
    assert {kind for kind, _ in pieces(text)} <= {"topic"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@小红薯12AB34 你看", ["@小红薯12AB34"]),
        ("来@阿喵，看", ["@阿喵"]),
        ("@cat_lover.88 hi", ["@cat_lover.88"]),
        ("@🐰兔兔 好", ["@🐰兔兔"]),
        ("@小鹿@阿喵", ["@小鹿", "@阿喵"]),
        ("@ 小鹿", []),
        ("me@example.com", []),
        ("@" + "很长的一句话没有空格" * 4, []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [piece for kind, piece in pieces(text) if kind == "mention"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看http://xhslink.com/a/AbC12，复制", ["http://xhslink.com/a/AbC12"]),
        ("https://www.xiaohongshu.com/explore/6789?x=1&y=2打开看看", ["https://www.xiaohongshu.com/explore/6789?x=1&y=2"]),
        ("xhslink.com/o/1234 好", ["xhslink.com/o/1234"]),
        ("在jd.com买的", ["jd.com"]),
        ("(https://x.com/a).", ["https://x.com/a"]),
        ("www.baidu.com。", ["www.baidu.com"]),
        ("go to example.com.", ["example.com"]),
        ("xhsdiscover://item/12", ["xhsdiscover://item/12"]),
        ("good.So true", []),
        ("and/or 3.5/10 24/7 w/o", []),
        ("3.14 v1.2 No.1", []),
    ],
)  # fmt: skip
def test_links_stop_before_chinese(text: str, found: list[str]) -> None:
    assert [piece for _, piece in pieces(text)] == found


@pytest.mark.parametrize(
    "face",
    ["(｡･ω･｡)", "(╯°□°）╯︵ ┻━┻", "(T_T)", "(>_<)", "^_^", "T_T", "(￣▽￣)", "╮(╯▽╰)╭", "o(╥﹏╥)o", "ʕ•ᴥ•ʔ",
     "¯\\_(ツ)_/¯", "(ง •_•)ง", "(๑•̀ㅂ•́)و✧", "(-_-)", "(^^)", "(^o^)/", "(ಥ_ಥ)", "( ´▽`)", "(⊙o⊙)", ">_<", "┭┮﹏┭┮"],
)  # fmt: skip
def test_kaomoji(face: str) -> None:
    assert pieces(f"好的 {face}") == [("kaomoji", face)]


@pytest.mark.parametrize(
    "text", ["QAQ", "orz", "(笑)", "(狗头)", "(1)", "(100%)", "(+1)", "(10-20)", "(...)", "(doge)", "(30°C)", "（不是）", "(a_b)", "()", "T恤"]
)  # fmt: skip
def test_words_in_brackets_are_text(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    "code", ["￥AbC12dEf3￥", "5L2g5aW95ZWK", "SGVsbG8gd29ybGQ=", "K8sFq2Lp0xYz", ".... . .-.. .-.. ---", "0123456789abcdef" * 2]
)  # fmt: skip
def test_codes(code: str) -> None:
    assert pieces(f"复制 {code} 打开") == [("code", code)]


@pytest.mark.parametrize(
    "text",
    ["￥50 ￥60", "￥12345678￥", "$5", "3小时", "12:30", "170/65", "S24Ultra", "iPhone15ProMax", "......", "——", "... - 嗯",
     "15w", "5'6\"", "38码", "SamsungGalaxy", "yyds", "u1s1", "- - -", "A1B2C3D4"],
)  # fmt: skip
def test_prices_sizes_times_and_words_are_text(text: str) -> None:
    assert texts(text) == text


@pytest.mark.parametrize(
    "unit", ["a", "(", "(^", "@a", "@😀", "#", "[a", "http://.", "a.", "-", ".- ", "😀", "Aa1", "1a", "o(", "a@", "<(", "中"]
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        split(text)
        return time.process_time() - start

    # Quadratic work on 200,000 characters would take minutes; linear work takes a fraction of this.
    assert cost(200_000) < 2.0
