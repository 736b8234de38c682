"""Frames: where one stands, what fills its slots, and how that is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import frames
from app.clauses import Item
from app.decode import combine
from app.glosses import Glosses
from app.lexicon_check import _frames
from app.models import Certainty
from app.normalise import PieceKind, plan
from app.segments import split
from app.views import fold
from tests.app.lexica import annotator, entry, lexicon

BULIAO = entry(
    "v-bu-liao-yidian",
    "吃不了一点",
    frames=("{v}不了一点",),
    standard="一点都{v}不了",
    renderings=("can't {v} at all", "cannot {v} one bit"),
)
ZIYOU = entry("n-ziyou", "奶茶自由", frames=("{n}自由",), standard="{n}随便买", renderings=("{n} freedom",))  # fmt: skip
BEI = entry("bei-dao", "有被可爱到", frames=("有被{a}到",), renderings=("found it so {a}",))
XX = entry("x-bu-x", "city不city", frames=("{x}不{x}",), slots={"x": "[a-z]+"})
DUN = entry("juan", "内卷", standard="过度竞争", renderings=("rat race",))
ALL = (BULIAO, ZIYOU, BEI, XX, DUN)
SENSES = {
    "车厘子": ["(American) cherry (loanword)"],
    "早起": ["to get up early"],
    "冷静": ["calm; cool-headed", "(of a place) deserted"],
    "跑步": ["to run"],
    "蓝莓": ["blueberry"],
    "蛋糕": ["cake", "CL:塊|块[kuài]"],
    "耐心": ["to be patient", "patience"],
    "俊": ["(bound form) smart", "handsome"],
}
GLOSSES = Glosses(lambda word: SENSES.get(word, []))


def found(text, *entries):
    return [text[a.start : a.end] for a in annotator(*(entries or ALL)).annotate(text)]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("我真的吃不了一点辣", ["吃不了一点"]),
        ("他也淡定不了一点", ["淡定不了一点"]),
        ("终于实现奶茶自由", ["奶茶自由"]),
        ("终于实现了车厘子自由了", ["车厘子自由"]),
        ("有被可爱到", ["有被可爱到"]),
        ("这里Chill不chill呀", ["Chill不chill"]),
        ("吃不了一点，睡不了一点", ["吃不了一点", "睡不了一点"]),
        ("不了一点", []),
        ("自由", []),
        ("，自由", []),
        ("好不坏", []),
        ("good不bad", []),
        ("被可爱", []),
    ],
)
def test_a_frame_takes_the_word_that_fills_it(text, surfaces):
    assert found(text) == surfaces


def test_a_short_frame_does_not_stand_inside_a_word():
    a = entry("kong", "声控", frames=("{n}控",))
    assert found("这个大控制台", a) == []


def test_who_says_what_fills_a_slot_need_not_ask_the_cutter():
    a = entry("x", "早起不了", frames=("{v}不了一点",), slots={"v": "早起|起"})
    assert found("冬天早起不了一点", a) == ["早起不了一点"]
    assert found("冬天晚睡不了一点", a) == []


def test_a_form_wins_over_a_frame_of_the_same_length():
    a = annotator(entry("form", "吃不了一点"), entry("frame", "x", frames=("{v}不了一点",)))
    assert [x.entry_id for x in a.annotate("我吃不了一点")] == ["form"]


def test_rules_decide_about_frames_too():
    from app.lexicon import Rule
    from tests.app.lexica import context

    a = annotator(
        entry("x", "奶茶自由", frames=("{n}自由",), context=context("guess", Rule("plain", before="没有")))
    )  # fmt: skip
    assert [x.certainty for x in a.annotate("奶茶自由")] == [Certainty.GUESS]
    assert a.annotate("没有奶茶自由") == ()


@pytest.mark.parametrize(
    ("word", "slot", "said"),
    [
        ("吃", "v", "eat"),
        ("车厘子", "n", "cherry"),
        ("早起", "v", "get up early"),
        ("早起", "n", "getting up early"),
        ("跑步", "n", "running"),
        ("冷静", "v", "be calm"),
        ("冷静", "a", "calm"),
        ("耐心", "n", "patience"),
        ("蓝莓蛋糕", "n", "blueberry cake"),
        ("俊", "a", "handsome"),
        ("emo", "a", "emo"),
        ("没有的词", "x", ""),
    ],
)
def test_a_word_in_a_slot_has_one_english_word(word, slot, said):
    assert GLOSSES.gloss(word, slot) == said


def test_slang_in_a_slot_is_read_as_slang():
    look_up = annotator(*ALL).exact
    assert GLOSSES.of({"n": "内卷"}, look_up) == ({"n": "过度竞争"}, {"n": "rat race"})
    assert GLOSSES.of({"n": "车厘子"}, look_up) == ({"n": "车厘子"}, {"n": "cherry"})


def test_a_note_says_what_fills_the_slot_and_leaves_it_open_in_general():
    note = BULIAO.to_note("吃不了一点", {"v": "吃"}, {"v": "eat"})
    assert (note.standard, note.renderings[0]) == ("一点都吃不了", "can't eat at all")
    assert BULIAO.to_note("吃不了一点").renderings[0] == "can't … at all"


def pieces(text):
    a = annotator(*ALL)
    parts = split(text)
    both = combine(
        a.annotate(text, parts), (), text, lexicon(*ALL), lambda f: GLOSSES.of(f, a.exact)
    )
    return plan(text, parts, [x for x, _ in both], [n for _, n in both], lexicon(*ALL)).pieces


def test_the_engine_gets_plain_chinese_with_the_slot_kept():
    (piece,) = pieces("我吃不了一点辣")
    assert [w.text for w in piece.wordings] == ["我一点都吃不了辣", "我 can't eat at all 辣"]


def test_a_clause_that_is_one_frame_takes_the_curated_rendering():
    (piece,) = pieces("车厘子自由！")
    assert (piece.kind, piece.text) == (PieceKind.CURATED, "cherry freedom!")


def test_english_that_is_not_known_is_not_put_in():
    (piece,) = pieces("今天有被呱嗒到了")
    assert [w.text for w in piece.wordings] == ["今天有被呱嗒到了"]
    assert piece.wanted == ()


def test_an_open_slot_is_no_rendering():
    note = BEI.to_note("有被呱嗒到")
    assert Item(0, 5, "有被呱嗒到", note=note, entry=BEI).renderings == ()


@pytest.mark.parametrize(
    ("texts", "slots", "fault"),
    [
        (("吃不了",), {}, "The frame 吃不了 cannot be used: it has no slot such as {n}."),
        (("{n}{v}",), {}, "The frame {n}{v} cannot be used: words must stand next to each slot."),
        (("{n}",), {}, "The frame {n} cannot be used: words must stand next to each slot."),
        (("{n}党",), {"n": "(甲"}, "The frame {n}党 cannot be used: its pattern cannot be read"),
        (("{n}党",), {"v": "吃"}, "No frame has the slot v."),
    ],
)
def test_what_is_no_frame_is_named(texts, slots, fault):
    assert any(f.startswith(fault) for f in frames.faults(texts, slots))


def test_a_rendering_may_not_name_a_slot_that_no_frame_has():
    assert _frames(entry("x", "奶茶自由", renderings=("{n} freedom",))) == [
        "x: form 奶茶自由 fits no frame, and nothing fills the slots"
    ]
    wrong = entry("x", "奶茶自由", frames=("{n}自由",), renderings=("{v} freedom",))
    assert _frames(wrong) == ["x: frame {n}自由 has no slot v"]
    assert _frames(BULIAO) == []


@given(st.text(alphabet="吃不了一点自由有被到可爱city 车厘子，", max_size=24))
def test_what_is_found_is_filled(text):
    a = annotator(*ALL)
    for one in a.annotate(text):
        e = next(e for e in ALL if e.id == one.entry_id)
        surface = text[one.start : one.end]
        if e.frames and fold(surface) not in e.forms:
            assert e.fillers(surface)
