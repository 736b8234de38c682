from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paste_lines
from app.models import Comment
from app.paste import parse, parse_line


def texts(text: str) -> list[str]:
    return [c.text for c in parse(text)]


def visible(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c)[0] not in "CZ"}


def said(comments: tuple[Comment, ...]) -> str:
    return "\n".join(
        "\n".join((c.author, c.text, c.posted, c.place, c.likes, c.reply_to, *c.badges))
        for c in comments
    )


# What a copied page is made of, in any order: most of these make no sensible thread.
ROWS = [
    "小鹿", "阿喵 作者", "作者", "置顶", "作者赞过", "今天穿什么呀", "3天前买的", "赞", "312", "5", "1.2万", "广东", "美国",
    "IP属地：四川", "回复", "回复 小鹿：好的", "回复小鹿：好的", "回复率：50%", "Reply to Bo: hi", "展开 12 条回复", "查看更多回复",
    "共 123 条评论", "- THE END -", "刚刚", "今天 12:30", "01-19", "2025-01-19", "编辑于 01-20", "3天前 广东 回复 312", "2h ago Guangdong Reply",
    "2025", "", "  ", "[笑哭R]", "#穿搭[话题]#", "  ↳ 半糖 ▸ 小鹿", "收起", "Author", "View 12 replies",
]  # fmt: skip
# Only these may vanish, and only in a thread.
VANISHING = {"回复", "赞", "Reply"}


def may_vanish(row: str) -> bool:
    row = paste_lines.label(row)
    return row in VANISHING or paste_lines.is_chrome(row)


@given(st.text())
def test_no_visible_character_of_any_text_is_lost(text: str) -> None:
    assert visible(text.replace("\ud800", "")) - visible(said(parse(text))) <= set("回复：:@")


@given(st.lists(st.one_of(st.sampled_from(ROWS), st.text(alphabet="好今a1 \u200b", max_size=5))))
def test_no_line_of_any_paste_is_lost(rows: list[str]) -> None:
    found = said(parse("\n".join(rows))).replace("\u200b", "")
    times = any(paste_lines.meta(paste_lines.label(row)) for row in rows)
    for row in rows:
        if paste_lines.is_blank(row) or may_vanish(row):
            continue
        name = paste_lines.label(row)
        meta = paste_lines.meta(name)
        reply = paste_lines.split_reply(name, frozenset(["小鹿"]))
        wanted = name.split()
        if meta is not None:
            wanted = [meta.posted, meta.place, meta.likes]
        elif reply is not None:
            wanted = [*reply]
        elif paste_lines.place(name):
            wanted = [paste_lines.place(name)]
        elif "▸" in name:
            wanted = ["半糖", "小鹿"]
        elif name == "阿喵 作者":
            wanted = ["阿喵", "作者"]
        elif times and name.isdecimal():
            continue  # in a thread the number of replies is read, not shown
        assert all(part in found for part in wanted), (row, found)


@given(st.lists(st.text(alphabet="赞回复作者广东2025好[笑哭R]展开条 ", min_size=1, max_size=12)))
def test_without_a_time_nothing_vanishes(rows: list[str]) -> None:
    plain = [row for row in rows if not row.startswith("回复 ")]
    found = said(parse("\n".join(plain)))
    assert all(row.strip() in found for row in plain)


@pytest.mark.parametrize(
    "text",
    [
        "赞",
        "回复",
        "作者",
        "广东",
        "2025",
        "刚刚",
        "01-19",
        "展开 12 条回复",
        "共 3 条评论",
        "3天前 广东",
    ],
)
def test_a_lone_label_is_somebodys_comment(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff", "\u200b\n\u202e", "\x00"])
def test_nothing_visible_gives_no_comment(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize(
    ("line", "posted", "place", "likes", "reply"),
    [
        ("今天 12:30", "今天 12:30", "", "", False),
        ("昨天 09:15四川", "昨天 09:15", "四川", "", False),
        ("3天前 广东 回复", "3天前", "广东", "", True),
        ("2小时前 回复 312", "2小时前", "", "312", True),
        ("编辑于 01-20 上海", "编辑于 01-20", "上海", "", False),
        ("2025-01-19", "2025-01-19", "", "", False),
        ("01-19 IP属地：海南", "01-19", "海南", "", False),
        ("2025年1月19日", "2025年1月19日", "", "", False),
        ("2h ago Hong Kong Reply", "2h ago", "Hong Kong", "", True),
        ("Jan 19, 2025 · United States", "Jan 19, 2025", "United States", "", False),
        ("3天前 广东 ♡ 1.2万", "3天前", "广东", "1.2万", False),
    ],
)
def test_time_lines(line: str, posted: str, place: str, likes: str, reply: bool) -> None:
    assert paste_lines.meta(line) == paste_lines.Meta(posted, place, likes, reply, False)


@pytest.mark.parametrize(
    "line",
    ["3天前买的", "13-45", "今天好冷", "2025", "5-10", "12:30", "01-19特价", "回复", "刚刚好"],
)
def test_sentences_are_no_time_lines(line: str) -> None:
    assert paste_lines.meta(line) is None


@pytest.mark.parametrize(
    ("line", "count"),
    [("312", "312"), ("1.2万", "1.2万"), ("10万+", "10万+"), ("3.4k", "3.4k"), ("赞", ""), ("❤️ 12", "12"), ("12 likes", "12"), ("312赞", "312"),
     ("好", None), ("1.2万块", None), ("五", None)],
)  # fmt: skip
def test_like_counts(line: str, count: str | None) -> None:
    assert paste_lines.likes(line) == (None if count is None else (count, 0))


def test_reply_counts_beside_like_counts() -> None:
    assert paste_lines.likes("❤ 312 💬 12") == ("312", 12)
    assert paste_lines.meta("今天 09:15 广东省 312 5 回复") == paste_lines.Meta(
        "今天 09:15", "广东省", "312", True, False, 5
    )


def test_one_comment_after_another() -> None:
    assert texts("蹲\n好看\n赞") == ["蹲", "好看", "赞"]


def test_a_diary_is_no_thread() -> None:
    diary = "01-18\n吃了火锅\n很好吃\n01-19\n看电影\n很好看"
    assert texts(diary) == diary.split("\n")


def test_a_wrapped_column_is_one_text() -> None:
    column = "我真的觉得这个产品没有大家说的那\n么好用因为我用了一个星期之后脸上\n反而长了很多痘痘所以大家还是要注\n意自己的肤质"
    assert texts(column) == [column]


def test_a_reply_without_a_thread() -> None:
    assert parse("回复 @小鹿：谢谢宝") == (Comment("谢谢宝", reply_to="小鹿", depth=1),)
    assert texts("回复率：50%") == ["回复率：50%"]
    assert texts("回复 小鹿：") == ["回复 小鹿："]


def test_invisible_characters() -> None:
    assert texts("好\u202e看\u202c\ufeff\x00\u2066呀") == ["好看呀"]
    assert texts("👨\u200d👩\u200d👧 می\u200cشود") == ["👨\u200d👩\u200d👧 می\u200cشود"]
    assert texts("好\ud83d看") == ["好\ufffd看"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("小鹿\r\n", "小鹿"),
        ("回复 阿喵：好\n", "回复 阿喵：好"),
        ("01-19 广东", "01-19 广东"),
        ("1. 一\u2028二", "1. 一 二"),
        ("\ufeff第一行", "第一行"),
        ("\n", ""),
    ],
)
def test_a_line_by_itself_is_a_comment_in_which_nothing_is_read(line: str, text: str) -> None:
    assert parse_line(line, 3) == Comment(text, ordinal=3)


@pytest.mark.parametrize(
    "unit",
    [
        "今天的风也太大了吧，我的刘海已老实[笑哭R]\n",
        "小鹿\n今天穿什么呀，求推荐一件显瘦的外套\n01-19 广东\n312\n回复\n",
        "回复" * 50 + "\n01-19 广东\n",
        "今天 " * 100,
        "小鹿\n" * 30 + "\n",
    ],
)
def test_a_megabyte_takes_a_moment(unit: str) -> None:
    text = unit * (1_000_000 // len(unit.encode()))
    start = time.process_time()
    parse(text)
    assert time.process_time() - start < 3.0


def test_counting_the_comments_below_makes_a_post_not_of_a_comment() -> None:
    comment = "小鹿\n好看\n01-19 广东\n3\n回复\n"
    first, second = parse(comment + "共 3 条评论\n" + comment)
    assert (first.author, first.text) == (second.author, second.text) == ("小鹿", "好看")
    post, _ = parse("三亚攻略\n人均1500\n01-02 海南\n共 3 条评论\n" + comment)
    assert (post.author, post.text) == ("", "三亚攻略\n人均1500")


@pytest.mark.parametrize(
    "unit", ["a\n共 1 条评论\n", "01-19\n", "回复\n01-19\n", "x\ny\n01-19 广东\n99999\n回复\n", "展开 9 条回复\n", "作者\n"]
)  # fmt: skip
def test_no_sort_of_line_costs_more_when_there_are_many(unit: str) -> None:
    # 40,000 lines: quadratic work would take minutes.
    text = unit * (40_000 // unit.count("\n")) + "小鹿\n好看\n01-19 广东"
    start = time.process_time()
    parse(text)
    assert time.process_time() - start < 3.0
