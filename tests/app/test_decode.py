"""What rules read, and what they must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decode import combine, decode
from app.models import Annotation, Certainty
from app.segments import split
from app.views import fold
from tests.app.lexica import annotator, entry, lexicon

ENTRIES = (
    entry("yyds", "yyds", renderings=("the GOAT",)),
    entry("juejuezi", "绝绝子", renderings=("unreal",)),
    entry("wan", "15", renderings=("fifteen",)),
)
LOOK_UP = annotator(*ENTRIES).exact


def read(text):
    found = decode(text, fold(text), split(text), LOOK_UP)
    return [
        (text[a.start : a.end], (n.renderings or (n.standard or n.entry_id,))[0]) for a, n in found
    ]


@pytest.mark.parametrize(
    ("text", "surface", "rendering"),
    [
        ("房租15w一年", "15w", "150,000"),
        ("月薪１.５Ｗ", "１.５Ｗ", "15,000"),
        ("工资9k左右", "9k", "9,000"),
        ("一共3.2万块", "3.2万块", "32,000 yuan"),
        ("粉丝2亿了", "2亿", "200,000,000"),
        ("每个月20刀", "20刀", "20 dollars"),
        ("房租2k刀", "2k刀", "2,000 dollars"),
        ("存了10w+块", "10w+块", "over 100,000 yuan"),
        ("年薪50万多", "50万多", "over 500,000"),
        ("存了三十五万", "三十五万", "350,000"),
        ("工资两万五", "两万五", "25,000"),
        ("花了二十多万块", "二十多万块", "over 200,000 yuan"),
        ("十几万的车", "十几万", "over 100,000"),
        ("一万零三百块钱", "一万零三百块钱", "10,300 yuan"),
        ("三万二千人", "三万二千", "32,000"),
        ("一亿两千万人", "一亿两千万", "120,000,000"),
    ],
)
def test_amounts_are_read_in_figures(text, surface, rendering):
    assert read(text) == [(surface, rendering)]


@pytest.mark.parametrize(
    "text",
    [
        "4k视频",
        "8k画质",
        "100w充电头",
        "20元",
        "2024年",
        "3千克",
        "12点30分",
        "一米八",
        "abc15w",
        "5.20.1w",
        "3把刀",
        "20刀具",
        "万一下雨",
        "千万别买",
        "十万火急",
        "百万粉丝",
        "好几万块",
        "一千六",
        "第一万名",
    ],
)
def test_figures_that_say_enough_are_left_alone(text):
    assert read(text) == []


def test_an_amount_offers_what_english_would_shorten():
    text = "15w"
    (_, note), *_ = decode(text, text, split(text), LOOK_UP)
    assert note.renderings == ("150,000", "150k")


@pytest.mark.parametrize(
    ("text", "surface", "rendering"),
    [
        ("我穿37码", "37码", "size 37"),
        ("有XL码吗", "XL码", "size XL"),
        ("裙子是均码", "均码", "one size"),
        ("打八折", "打八折", "20% off"),
        ("88折", "88折", "12% off"),
        ("8.5折包邮", "8.5折", "15% off"),
        ("七五折", "七五折", "25% off"),
        ("买2送1", "买2送1", "buy 2, get 1 free"),
        ("买一送一", "买一送一", "buy 1, get 1 free"),
        ("满300减50", "满300减50", "50 off for 300 spent"),
    ],
)
def test_terms_of_trade_are_read(text, surface, rendering):
    assert read(text) == [(surface, rendering)]


@pytest.mark.parametrize(
    "text",
    [
        "二维码",
        "取件码123",
        "打折了吗",
        "打骨折",
        "三折叠手机",
        "百折不挠",
        "120码",
        "数码相机",
        "买菜送孩子",
    ],
)
def test_other_words_with_these_characters_are_left_alone(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "rendering"),
    [
        ("真的 y y d s", "y y d s", "the GOAT"),
        ("y.y.d.s了", None, None),
        ("Y-Y-D-S！", "Y-Y-D-S", "the GOAT"),
        ("绝！绝！子！", "绝！绝！子！", "unreal"),
        ("【绝】【绝】【子】", "【绝】【绝】【子】", "unreal"),
        ("五！老！师！", "五！老！师！", "五老师"),
        ("今 天 好 累", "今 天 好 累", "今天好累"),
    ],
)
def test_what_is_set_apart_is_joined(text, surface, rendering):
    assert read(text) == ([] if surface is None else [(surface, rendering)])


@pytest.mark.parametrize(
    "text", ["A B C D 四个选项", "一、二、三", "红，黄，蓝", "我 你", "1 2 3 4", "好！是！"]
)
def test_lists_and_short_runs_are_not_joined(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("... --- ...", "sos"),
        ("-.-- -.-- -.. ...", "yyds"),
        (".../---/...", "sos"),
        ("···· ·", None),
        (".. / .-.. --- ...- . / -.-- --- ..-", "i love you"),
        ("—·—— —·—— —·· ···", "yyds"),
    ],
)
def test_morse_is_read(text, reading):
    assert [r for _, r in read(text)] == ([] if reading is None else [reading])


@pytest.mark.parametrize(
    "text", ["......", "---------", "等等... 然后... 好吧...", "-- -- --------", "2-3-4"]
)
def test_dots_and_dashes_that_are_no_morse_stay(text):
    assert read(text) == []


def test_split_characters_are_put_together():
    assert read("这也太弓虽了") == [("弓虽", "强")]


@pytest.mark.parametrize("text", ["这个bdjw是什么", "xqtl 求一个链接"])
def test_letters_without_vowels_among_chinese_are_a_guess(text):
    ((annotation, note),) = decode(text, fold(text), split(text), LOOK_UP)
    assert annotation.certainty is Certainty.GUESS
    assert note.renderings == ()


@pytest.mark.parametrize(
    "text",
    [
        "yyds真的",
        "重50kg",
        "发pdf给我",
        "bdjw",
        "my cwtch 好看",
        "看 https://a.cn/bdjw",
        "@bdjw 你好",
        "hhhh好好笑",
        "wifi密码",
    ],
)
def test_known_letters_units_english_links_and_names_are_no_guess(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["已关注qiu fen xiang", "kou令发我", "今天的chuan搭"])
def test_words_typed_in_pinyin_are_a_guess_without_a_reading(text):
    ((annotation, note),) = decode(text, fold(text), split(text), LOOK_UP)
    assert annotation.certainty is Certainty.GUESS
    assert note.entry_id == "decode-pinyin"
    assert note.renderings == ()


@pytest.mark.parametrize(
    "text",
    [
        "live图好看",
        "the song 好听",
        "b站看的",
        "man so 帅",
        "get到了",
        "qiu fen xiang",
        "今天看了Ling的视频",
    ],
)
def test_english_that_looks_like_pinyin_is_left_alone(text):
    assert [r for _, r in read(text) if r == "decode-pinyin"] == []


@pytest.mark.parametrize(
    ("text", "surface", "rendering"),
    [
        ("睡了4h", "4h", "4 hours"),
        ("等了30min终于到了", "30min", "30 minutes"),
        ("1h就到", "1h", "1 hour"),
        ("②没了哦", "②", "number 2"),
    ],
)
def test_lengths_of_time_and_numbered_things_are_read(text, surface, rendering):
    assert read(text) == [(surface, rendering)]


@pytest.mark.parametrize("text", ["①先洗脸②再擦干③涂面霜", "① 洗脸", "HDMI2h口", "100mini"])
def test_lists_stay_lists(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [("(╯°□°）╯︵ ┻━┻ 气死", "flipping"), ("(｡･ω･｡) 谢谢", "cute"), ("¯\\_(ツ)_/¯", "shrug")],
)
def test_kaomoji_are_explained_by_family(text, part):
    ((_, note),) = decode(text, fold(text), split(text), LOOK_UP)
    assert part in note.meaning


def test_an_entry_wins_over_an_equal_reading_and_loses_to_a_longer_one():
    words = lexicon(*ENTRIES)
    text = "15w"
    decoded = decode(text, text, split(text), LOOK_UP)
    shorter = Annotation(0, 2, "wan", Certainty.KNOWN)
    equal = Annotation(0, 3, "wan", Certainty.KNOWN)
    assert [n.entry_id for _, n in combine((shorter,), decoded, text, words)] == ["decode-amount"]
    assert [n.entry_id for _, n in combine((equal,), decoded, text, words)] == ["wan"]


@given(st.text(alphabet="y.- /15wk万刀！五老师ａ|【】(╯°□°）", max_size=40))
def test_readings_lie_in_the_text_in_order_and_apart(text):
    found = decode(text, fold(text), split(text), LOOK_UP)
    ends = [0]
    for annotation, note in found:
        assert ends[-1] <= annotation.start < annotation.end <= len(text)
        assert note.surface == text[annotation.start : annotation.end]
        ends.append(annotation.end)
