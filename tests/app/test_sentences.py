from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sentences import Cut, Piece, calm, join, split

COMMENT = st.text(
    st.sampled_from("我你好啊的 a b,，。！？!?~～…1290.\n:：月'\"”)")
    | st.characters(codec="utf-8"),
    max_size=200,
)


def texts(text: str, **limits: int) -> list[str]:
    return [piece.text for piece in split(text, len, **limits)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("我来了", ["我来了"]),
        ("太好看了吧！链接发我一下？谢谢姐妹", ["太好看了吧！", "链接发我一下？", "谢谢姐妹"]),
        ("好！我马上就来", ["好！我马上就来"]),
        ("她说：“今天不来了。”我也不去了", ["她说：“今天不来了。”", "我也不去了"]),
        ("笑死我了啦 这也太可爱了吧", ["笑死我了啦", "这也太可爱了吧"]),
        ("谢谢姐妹～在哪里买的呀", ["谢谢姐妹～", "在哪里买的呀"]),
        ("周一～周五 三～五天都可以", ["周一～周五", "三～五天都可以"]),
        ("我喜欢 Taylor Swift 的歌", ["我喜欢 Taylor Swift 的歌"]),
        (
            "我们来了哦 nice to meet you all! 大家好呀",
            ["我们来了哦", "nice to meet you all!", "大家好呀"],
        ),
        ("Mr. Li paid 1,000.50 yuan. I did not.", ["Mr. Li paid 1,000.50 yuan.", "I did not."]),
        ("OK. Thanks a lot.", ["OK. Thanks a lot."]),
    ],
)
def test_text_is_cut_where_comments_pause(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_only_a_long_piece_is_cut_at_its_comma() -> None:
    text = "我昨天在店里买的，真的超级划算"
    assert texts(text) == [text]
    assert texts(text, soft=10) == ["我昨天在店里买的，", "真的超级划算"]


def test_commas_inside_numbers_and_times_stay() -> None:
    assert texts("一共1,000,000元8:30开始抢的", soft=5, hard=100) == ["一共1,000,000元8:30开始抢的"]


def test_text_without_any_boundary_is_cut_between_characters_and_not_in_words() -> None:
    parts = texts("啊" * 30 + "Instagram" + "啊" * 30, hard=30)
    assert max(map(len, parts)) <= 30
    assert sum("Instagram" in part for part in parts) == 1


def test_megabytes_are_cut_in_good_time() -> None:
    assert len(texts("对" * 500_000)) >= 500_000 // 60


@given(COMMENT, st.integers(1, 40), st.integers(1, 80))
def test_nothing_but_space_is_ever_lost(text: str, soft: int, hard: int) -> None:
    pieces = split(text, len, soft, hard)
    assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
    assert all(piece.text == piece.text.strip() != "" for piece in pieces)


@given(COMMENT, st.integers(1, 80))
def test_no_piece_is_longer_than_the_limit(text: str, hard: int) -> None:
    assert all(len(piece.text) <= hard for piece in split(text, len, hard=hard))


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (Cut.SENTENCE, "So cute. The link please"),
        (Cut.SPACE, "So cute, the link please"),
        (Cut.CLAUSE, "So cute, the link please"),
        (Cut.NOWHERE, "So cute the link please"),
    ],
)
def test_english_is_joined_as_one_would_write_it(cut: Cut, expected: str) -> None:
    pieces = [Piece("x", cut), Piece("y", Cut.SENTENCE)]
    assert join(pieces, ["So cute", "The link please"], "en") == expected


def test_a_full_stop_in_the_middle_of_a_sentence_goes_and_names_keep_their_capital() -> None:
    pieces = [Piece("x", Cut.CLAUSE), Piece("y", Cut.SENTENCE)]
    assert join(pieces, ["I was there.", "China is big."], "en") == "I was there, China is big."
    assert join(pieces, ["Really?", "The one."], "en") == "Really? The one."
    assert join(pieces, ["", "The one."], "en") == "The one."


def test_chinese_is_joined_without_spaces() -> None:
    pieces = [Piece("x", Cut.SENTENCE), Piece("y", Cut.SPACE), Piece("z", Cut.SENTENCE)]
    assert join(pieces, ["太可爱了！", "求链接", "谢谢"], "zh") == "太可爱了！求链接，谢谢"
    assert join(pieces[1:], ["OK!", "iPhone"], "zh") == "OK! iPhone"


@given(
    st.lists(st.tuples(st.sampled_from(Cut), st.text(max_size=8))), st.sampled_from(["en", "zh"])
)
def test_joining_takes_whatever_an_engine_says(parts: list[tuple[Cut, str]], target: str) -> None:
    pieces = [Piece("x", cut) for cut, _ in parts]
    joined = join(pieces, [output for _, output in parts], target).casefold()
    assert all(
        "".join(filter(str.isalnum, output.casefold())) in "".join(filter(str.isalnum, joined))
        for _, output in parts
    )


@pytest.mark.parametrize(
    ("text", "calmed"),
    [
        ("求" * 24 + "链接", "求" * 5 + "链接"),
        ("好！！！！！！", "好！！！"),
        ("可爱 可爱 可爱 可爱 可爱 可爱呀", "可爱 可爱 可爱呀"),
        ("快来，快来，快来，快来，快来", "快来，快来，快来"),
        ("好看 好看 好看", "好看 好看 好看"),
        ("1 1 1 1 1 1", "1 1 1 1 1 1"),
    ],
)
def test_long_repetition_is_calmed(text: str, calmed: str) -> None:
    assert calm(text) == calmed
