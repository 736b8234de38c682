"""Lines of a picture in reading order: rows, wraps, answers, bars, columns, bubbles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app import paste
from app.ocr import TextLine
from app.ocr_boxes import Box
from app.picture_layout import Row, arrange, follow_on

WIDTH, HEIGHT = 750, 2000


def line(
    text: str,
    left: float,
    top: float,
    *,
    size: float = 30,
    sure: float = 1.0,
    contrast: float = 0.8,
) -> TextLine:
    wide = sum(size if ord(c) > 0x2000 else size / 2 for c in text)
    return TextLine(text, Box(left, top, left + wide, top + size * 1.2), sure, contrast)


def grey(text: str, left: float, top: float) -> TextLine:
    return line(text, left, top, size=26, contrast=0.4)


def texts(lines: list[TextLine]) -> list[str]:
    return [row.text for row in arrange(lines, WIDTH, HEIGHT).rows]


THREAD = [
    line("9:41", 50, 30),
    line("5G", 600, 32),
    line("全部评论", 310, 125),
    grey("共2条评论", 27, 200),
    grey("momo", 118, 270),
    line("建议改成先放盐再放糖最后大火", 118, 315),
    line("收汁味道会更好", 118, 360),
    grey("2天前 上海 回复", 118, 405),
    grey("1.2万", 640, 404),
    line("●", 133, 480, sure=0.8),
    line("小红薯作者", 192, 475, size=26, contrast=0.4),
    line("回复momo:真的会谢", 192, 520),
    grey("昨天21:08广东回复", 192, 565),
    line("3", 674, 563, sure=0.4),
    line("说点什么...", 60, 1900),
    line("2.1万8604", 400, 1902),
]


def test_a_thread_comes_out_as_it_would_be_copied() -> None:
    assert [text for text in texts(THREAD) if text] == [
        "共2条评论",
        "momo",
        "建议改成先放盐再放糖最后大火收汁味道会更好",
        "2天前 上海 回复",
        "1.2万",
        "  小红薯 作者",
        "回复 momo:真的会谢",
        "昨天 21:08 广东 回复",
    ]
    first, second = paste.parse("\n".join(texts(THREAD)))
    assert (first.author, first.likes, first.depth) == ("momo", "1.2万", 0)
    assert (second.author, second.reply_to, second.badges) == ("小红薯", "momo", ("作者",))
    assert (second.text, second.place, second.depth) == ("真的会谢", "广东", 1)


def test_what_is_left_out_is_told() -> None:
    left_out = [THREAD[i].text for i in arrange(THREAD, WIDTH, HEIGHT).left_out]
    assert left_out == ["9:41", "5G", "全部评论", "●", "3", "说点什么...", "2.1万8604"]


def test_a_row_knows_the_lines_it_comes_from_and_its_doubt() -> None:
    lines = [*THREAD[4:6], line("收汁味道会更好", 118, 360, sure=0.6), *THREAD[7:9]]
    row = arrange(lines, WIDTH, HEIGHT).rows[1]
    assert row.sources == (1, 2)
    assert row.confidence == 0.6


def test_a_line_that_the_writer_ended_stays_ended() -> None:
    lines = [
        *THREAD[4:6],
        line("好", 118, 360),
        line("真的", 118, 405),
        grey("刚刚 上海 回复", 118, 450),
    ]
    assert texts(lines)[1:3] == ["建议改成先放盐再放糖最后大火好", "真的"]


def test_words_of_latin_letters_keep_their_space() -> None:
    lines = [
        grey("Lily", 118, 270),
        line("Is this recipe gluten free? Looks so amaz", 118, 315),
        line("ing", 118, 360),
        grey("1天前 美国 回复", 118, 405),
    ]
    assert texts(lines)[1] == "Is this recipe gluten free? Looks so amaz ing"


def test_the_time_behind_the_last_word_is_no_text() -> None:
    lines = [
        *THREAD[4:6],
        line("收汁味道会更好12小时前湖北回复", 118, 360),
        grey("annnnn", 118, 430),
        line("2025年刚刚开始", 118, 475),
        grey("刚刚 湖北 回复", 118, 520),
    ]
    comments = paste.parse("\n".join(texts(lines)))
    assert [(c.text, c.posted, c.place) for c in comments] == [
        ("建议改成先放盐再放糖最后大火收汁味道会更好", "12小时前", "湖北"),
        ("2025年刚刚开始", "刚刚", "湖北"),
    ]


def test_small_grey_letters_that_were_misread_are_put_right() -> None:
    for text, right in (
        ("3分钟制江苏回夏", "3分钟前 江苏 回复"),
        ("03-02 上海 回餐", "03-02 上海 回复"),
        ("2天前 上海 回复", "2天前 上海 回复"),
    ):
        assert (
            texts([grey("momo", 118, 270), line("蹲", 118, 315), grey(text, 118, 360)])[2] == right
        )
    said = [grey("momo", 118, 270), line("3天后回来", 118, 315), grey("2天前 上海 回复", 118, 360)]
    assert texts(said)[1] == "3天后回来"


def test_a_comment_cut_off_at_the_top_has_no_author() -> None:
    lines = [
        line("门票可以在小程序上", 118, 10),
        line("提前预约", 118, 55),
        grey("2天前 上海 回复", 118, 100),
        *[TextLine(t.text, t.box.lowered(0), t.confidence, t.contrast) for t in THREAD[4:9]],
        grey("annnnn", 118, 475),
        line("真的会谢", 118, 520),
        grey("3天前 上海 回复", 118, 565),
    ]
    first, second, _third = paste.parse("\n".join(texts(lines)))
    assert (first.author, first.text) == ("", "门票可以在小程序上 提前预约")
    assert second.author == "momo"


def test_a_comment_that_is_only_a_sticker_keeps_its_place() -> None:
    lines = [
        grey("momo", 118, 270),
        grey("2天前 上海 回复", 118, 520),
        grey("annnnn", 118, 600),
        line("真的会谢", 118, 645),
        grey("3天前 上海 回复", 118, 690),
    ]
    first, second = paste.parse("\n".join(texts(lines)))
    assert (first.author, first.text) == ("momo", "[图片]")
    assert second.author == "annnnn"


def test_columns_are_read_one_after_the_other() -> None:
    left = [line(f"图片上面的第{n}行字", 20, 100 + 60 * i) for i, n in enumerate("一二三四")]
    right = [
        grey("momo", 420, 100),
        line("蹲一个链接谢谢", 420, 145),
        grey("2天前 上海 回复", 420, 190),
        grey("annnnn", 420, 240),
        line("真的会谢啊家人们", 420, 283),
        grey("3天前 上海 回复", 420, 330),
        line("第三个人说的话很多", 420, 400),
    ]
    found = texts(left + right)
    assert found[:4] == [one.text for one in left]
    assert found[5:8] == ["momo", "蹲一个链接谢谢", "2天前 上海 回复"]


def test_bubbles_left_and_right_stay_in_their_order() -> None:
    lines = [
        line("今天一起去吗宝子们", 100, 100),
        line("我可以的几点出发呢", 420, 200),
        line("八点在地铁站见面吧", 100, 300),
        line("好的那就这么说定了", 420, 400),
        line("记得带上身份证哦亲", 100, 500),
        line("666", 650, 600),
    ]
    assert texts(lines) == [one.text for one in lines]


def test_screenshots_that_overlap_are_joined_once() -> None:
    rows = [Row(text) for text in ("momo", "蹲", "2天前", "", "小红薯", "谢谢", "3天前")]
    assert follow_on(rows[:5], rows[1:]) == 4
    assert follow_on(rows[:3], rows[3:]) == 0
    assert follow_on([Row("a"), Row("")], [Row(""), Row("b")]) == 0


TEXT = st.text(
    st.sampled_from("好的宝子momo1230:天前上海回复共条评论展开❤️.万 "), min_size=1, max_size=14
)
LINES = st.lists(
    st.builds(
        lambda text, left, top, size, sure: line(text, left, top, size=size, sure=sure),
        TEXT,
        st.floats(0, 700),
        st.floats(0, 1900),
        st.floats(10, 60),
        st.floats(0, 1),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=50)
@given(LINES)
def test_any_lines_are_arranged_and_none_is_lost(lines: list[TextLine]) -> None:
    found = arrange(lines, WIDTH, HEIGHT)
    used = {source for row in found.rows for source in row.sources}
    assert used.isdisjoint(found.left_out)
    assert used | set(found.left_out) == set(range(len(lines)))
    paste.parse("\n".join(row.text for row in found.rows))
