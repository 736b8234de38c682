"""Plans: what is carried, what is curated, what goes to the engine; and whether it arrived."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrival import arrived
from app.assemble import join
from app.decode import combine, decode
from app.models import SegmentKind
from app.normalise import Piece, PieceKind, plan
from app.segments import split
from app.views import fold
from tests.app.lexica import annotator, entry, lexicon

ENTRIES = (
    entry("dun", "蹲", renderings=("waiting for",), alone="waiting here", standard="等"),
    entry("jiemei", "姐妹们", renderings=("sisters",), standard="朋友们"),
    entry("fish", "走🐟", renderings=("Xianyu",), standard="走咸鱼"),
    entry("smile", "🙂", renderings=("not amused",), engine="keep"),
    entry("feichang", "灰常", renderings=("very",), standard="非常", engine="standard"),
    entry("zhongcao", "种草", renderings=("sold on",), standard="喜欢上", engine="rendering"),
)
LEXICON, ANNOTATOR = lexicon(*ENTRIES), annotator(*ENTRIES)


def planned(text, **options):
    segments = split(text)
    found = combine(
        ANNOTATOR.annotate(text, segments),
        decode(text, fold(text), segments, ANNOTATOR.exact),
        text,
        LEXICON,
    )
    return plan(text, segments, [a for a, _ in found], [n for _, n in found], LEXICON, **options)


def kinds(text, **options):
    return [
        (str(p.kind), p.text if p.kind is not PieceKind.ENGINE else p.wordings[0].text)
        for p in planned(text, **options).pieces
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("今天很好", [("engine", "今天很好")]),
        ("蹲", [("curated", "waiting here")]),
        ("蹲！😂", [("curated", "waiting here!"), ("carried", "😂")]),
        ("姐妹们，今天去哪", [("curated", "sisters,"), ("engine", "今天去哪")]),
        ("姐妹们 今天去哪 蹲", [("curated", "sisters "), ("engine", "今天去哪"), ("curated", "waiting here")]),
        ("我的 iPhone 很好", [("engine", "我的 iPhone 很好")]),
        ("可以走🐟吗", [("engine", "可以走咸鱼吗")]),
        ("好的🙂", [("engine", "好的"), ("carried", "🙂")]),
        ("This is a very nice cat 好可爱", [("carried", "This is a very nice cat"), ("engine", "好可爱")]),
        ("第一行\n第二行", [("engine", "第一行"), ("break", "\n"), ("engine", "第二行")]),
        ("@小王 你好", [("carried", "@小王"), ("engine", "你好")]),
        ("", []),
        ("😂😂[笑哭R]", [("carried", "😂😂[笑哭R]")]),
        ("OK，ok", [("carried", "OK,ok")]),
    ],
)  # fmt: skip
def test_a_comment_becomes_pieces(text, pieces):
    assert kinds(text) == pieces


def test_an_entry_that_wants_plain_chinese_is_never_put_as_english():
    (piece,) = planned("这个灰常好看").pieces
    assert [w.text for w in piece.wordings] == ["这个非常好看"]


def test_an_entry_that_wants_english_is_never_put_as_chinese():
    (piece,) = planned("我被种草这个了").pieces
    assert [w.text for w in piece.wordings] == ["我被 sold on 这个了"]


def test_substitutions_say_what_stood_where():
    (piece,) = planned("我在蹲链接").pieces
    text = "我在蹲链接"
    for wording in piece.wordings:
        (made,) = wording.substitutions
        assert text[made.start : made.end] == "蹲"
        assert made.replacement in wording.text


def test_a_topic_is_never_substituted_into():
    assert kinds("#种草[话题]#") == [("carried", "#种草[话题]#")]


@pytest.mark.parametrize(
    ("renderings", "translation"),
    [
        (("waiting for",), "I am waiting for the link"),
        (("waiting for",), "She waits for it"),
        (("the GOAT",), "My mom's pork is GOAT"),
        (("20 dollars", "$20"), "It costs $20 a month"),
        (("lesson learned",), "Lesson well learned."),
        (("the best",), "It's the best"),
        (("x", "sisters"), "Hey sister"),
    ],
)
def test_a_rendering_arrived_in_this_or_another_ending(renderings, translation):
    assert arrived(renderings, translation)


@pytest.mark.parametrize(
    ("renderings", "translation"),
    [
        (("waiting for",), "I am waiting"),
        (("the GOAT",), "The goal is near"),
        (("20 dollars",), "It costs 20 a month"),
        (("car",), "I care a lot about carpets"),
        (("best",), ""),
    ],
)
def test_a_rendering_that_is_not_there_did_not_arrive(renderings, translation):
    assert not arrived(renderings, translation)


@pytest.mark.parametrize(
    ("pieces", "target", "text"),
    [
        ([("engine", "i see"), ("carried", "😂"), ("engine", "very good.")], "en", "I see 😂 Very good."),
        ([("curated", "sisters,"), ("engine", "where to?")], "en", "Sisters, where to?"),
        ([("curated", "babes "), ("engine", "Waiting")], "en", "Babes, waiting"),
        ([("curated", "babes "), ("engine", "Taylor is here")], "en", "Babes, Taylor is here"),
        ([("carried", "@小王"), ("engine", "look")], "en", "@小王 look"),
        ([("engine", "good"), ("curated", "!")], "en", "Good!"),
        ([("engine", "iPhone is good")], "en", "iPhone is good"),
        ([("engine", "你好"), ("carried", "😂"), ("engine", "走吧")], "zh", "你好😂走吧"),
        ([("carried", "TikTok"), ("carried", "refugee")], "zh", "TikTok refugee"),
        ([("engine", "a"), ("break", "\n\n"), ("engine", "b")], "en", "A\n\nB"),
        ([("engine", ""), ("carried", "😂")], "en", "😂"),
    ],
)  # fmt: skip
def test_pieces_are_joined_as_the_language_wants_it(pieces, target, text):
    assert join([(Piece(PieceKind(k), t), t) for k, t in pieces], target) == text


@given(
    st.text(alphabet="蹲姐妹们走🐟🙂灰常 abcOK，。！\n😂[笑哭R]@小王#种草[话题]#1w", max_size=50)
)
def test_nothing_that_must_be_carried_is_lost(text):
    pieces = planned(text).pieces
    everything = "".join(p.text for p in pieces)
    for segment in split(text):
        surface = text[segment.start : segment.end]
        if segment.kind in (SegmentKind.STICKER, SegmentKind.MENTION, SegmentKind.TOPIC):
            assert surface in everything
