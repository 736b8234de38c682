"""Matching: longest first, folding, stretching, edges, context rules."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lexicon import Rule
from app.models import Certainty
from app.segments import split
from app.views import fold, squeeze
from tests.app.lexica import annotator, context, entry


def spans(found, text):
    return [(a.entry_id, text[a.start : a.end], a.certainty) for a in found]


def surfaces(found, text):
    return [(a.entry_id, text[a.start : a.end]) for a in found]


def test_the_longest_form_wins_wherever_it_stands():
    a = annotator(entry("shensi", "笑死"), entry("xiao", "笑死我了"), entry("wole", "我了个去"))
    text = "真的笑死我了哈"
    assert surfaces(a.annotate(text), text) == [("xiao", "笑死我了")]


@pytest.mark.parametrize("text", ["YYDS", "ｙｙｄｓ", "Yyds", "yyds"])
def test_latin_case_and_width_do_not_matter(text):
    a = annotator(entry("yyds", "yyds"))
    assert surfaces(a.annotate(text), text) == [("yyds", text)]


def test_traditional_characters_match_simplified_forms():
    a = annotator(entry("lianjie", "求链接"))
    assert surfaces(a.annotate("跪 求鏈接 謝謝"), "跪 求鏈接 謝謝") == [("lianjie", "求鏈接")]


@pytest.mark.parametrize("text", ["蹲", "蹲蹲", "蹲蹲蹲", "蹲蹲蹲蹲蹲蹲蹲蹲"])
def test_a_repeatable_form_matches_whole_at_any_length(text):
    a = annotator(entry("dun", "蹲", repeat=True))
    assert surfaces(a.annotate(text), text) == [("dun", text)]


@pytest.mark.parametrize(
    ("form", "text"),
    [("绝了", "绝了了了了"), ("yyds", "yydsssss"), ("救命", "救救救命"), ("好香", "好好好香香香")],
)
def test_stretched_writing_is_read_as_the_form(form, text):
    a = annotator(entry("e", form))
    assert surfaces(a.annotate(text), text) == [("e", text)]


def test_the_same_expression_twice_in_a_row_is_one_annotation():
    a = annotator(entry("jiuming", "救命"))
    assert surfaces(a.annotate("救命救命太好看"), "救命救命太好看") == [("jiuming", "救命救命")]


@pytest.mark.parametrize("text", ["add一下", "bdd", "20233年"])
def test_letters_inside_longer_words_and_digits_inside_numbers_are_not_forms(text):
    a = annotator(entry("dd", "dd"), entry("233", "233"))
    assert a.annotate(text) == ()


def test_letters_next_to_digits_or_han_are_forms():
    a = annotator(entry("dd", "dd"), entry("3q", "3q"))
    assert surfaces(a.annotate("小窗dd你 3Q"), "小窗dd你 3Q") == [("dd", "dd"), ("3q", "3Q")]


@pytest.mark.parametrize("text", ["今天考试卷子好难", "马上岸边集合", "他蹲下来系鞋带"])
def test_a_short_form_across_the_edges_of_dictionary_words_is_not_a_form(text):
    a = annotator(entry("juan", "卷"), entry("shangan", "上岸"), entry("dun", "蹲"))
    assert a.annotate(text) == ()


def test_a_form_marked_free_may_cross_the_edges_of_words():
    a = annotator(entry("juan", "卷", boundary="free"))
    assert surfaces(a.annotate("试卷"), "试卷") == [("juan", "卷")]


def test_plain_words_around_a_form_keep_it_plain_even_when_they_only_overlap():
    a = annotator(entry("dun", "蹲", context=context("known", plain_in=("蹲在", "一蹲"))))
    assert a.annotate("猫蹲在门口") == ()
    assert a.annotate("往那一蹲") == ()
    assert surfaces(a.annotate("先蹲 在吗"), "先蹲 在吗") == [("dun", "蹲")]


def test_the_first_rule_that_holds_decides():
    a = annotator(
        entry(
            "dao",
            "刀",
            context=context(
                "plain",
                Rule("guess", before="来"),
                Rule("known", before="[0-9两]"),
                Rule("known", comment="出闲置"),
            ),
        )
    )
    assert spans(a.annotate("20刀"), "20刀") == [("dao", "刀", Certainty.KNOWN)]
    assert spans(a.annotate("来刀"), "来刀") == [("dao", "刀", Certainty.GUESS)]
    assert a.annotate("这把刀") == ()
    assert [x.certainty for x in a.annotate("可刀，出闲置")] == [Certainty.KNOWN]


def test_rules_may_be_written_in_full_width():
    rules = (
        Rule("known", after="[，！？]"),
        Rule("known", before="（", after="）"),
        Rule("known", after="？"),
    )
    a = annotator(entry("x", "神", context=context("plain", *rules)))
    for text in ("神，", "神,", "神？", "神?", "（神）", "(神)"):
        assert len(a.annotate(text)) == 1, text
    assert a.annotate("神的") == ()


def test_clause_rules_look_no_further_than_the_clause():
    a = annotator(entry("chu", "出", context=context("plain", Rule("known", clause="闲置"))))
    assert surfaces(a.annotate("出 闲置裙子"), "出 闲置裙子") == [("chu", "出")]
    assert a.annotate("我要出，闲置不卖") == ()


def test_alone_means_that_nothing_else_is_said():
    a = annotator(
        entry("liu", "6", context=context("plain", Rule("known", alone="comment"))),
        entry("shen", "神", context=context("plain", Rule("known", alone="clause"))),
    )
    assert surfaces(a.annotate("6！[笑哭R]😂"), "6！[笑哭R]😂") == [("liu", "6")]
    assert a.annotate("6 个") == ()
    assert surfaces(a.annotate("神，这都行"), "神，这都行") == [("shen", "神")]
    assert surfaces(a.annotate("神 这都行"), "神 这都行") == [("shen", "神")]
    assert a.annotate("god 神 ok") == ()


def test_rules_can_be_for_some_forms_only():
    a = annotator(
        entry("ls", "老实了", "已老实", context=context("guess", Rule("known", forms=("已老实",))))
    )
    assert [x.certainty for x in a.annotate("已老实，真老实了")] == [
        Certainty.KNOWN,
        Certainty.GUESS,
    ]


def test_the_sense_that_is_sure_wins_over_the_one_that_is_guessed():
    a = annotator(
        entry("knife", "刀", context=context("guess")),
        entry("dollar", "刀", context=context("plain", Rule("known", before="[0-9]"))),
    )
    assert spans(a.annotate("20刀"), "20刀") == [("dollar", "刀", Certainty.KNOWN)]


def test_a_frame_takes_the_same_word_twice():
    a = annotator(entry("x-not-x", "city不city", frames=("{x}不{x}",), slots={"x": "[a-z]+"}))
    assert a.annotate("good不bad") == ()
    assert surfaces(a.annotate("这里Chill不chill呀"), "这里Chill不chill呀") == [
        ("x-not-x", "Chill不chill")
    ]


@pytest.mark.parametrize(
    "text", ["从从容容游刃有余", "从从容容，游刃有余", "从从容容 游刃有余", "从从容容。游刃有余"]
)
def test_a_long_form_is_found_whatever_parts_its_halves(text):
    a = annotator(entry("cong", "从从容容游刃有余"))
    assert surfaces(a.annotate(f"他{text}啊"), f"他{text}啊") == [("cong", text)]


def test_a_short_form_is_not_put_together_across_a_comma():
    a = annotator(entry("x", "永远的神"))
    assert a.annotate("永远，的神") == ()


def test_links_and_names_are_left_alone():
    a = annotator(entry("yyds", "yyds"))
    text = "@yyds本人 看 https://xhslink.com/yyds 真的yyds"
    found = a.annotate(text, split(text))
    assert [(x.start, text[x.start : x.end]) for x in found] == [(text.rindex("yyds"), "yyds")]


@pytest.mark.parametrize("text", ["👍", "👍🏻", "👍🏿", "👍\ufe0f"])
def test_skin_tones_and_variation_selectors_do_not_matter(text):
    a = annotator(entry("thumb", "👍"))
    assert surfaces(a.annotate(f"好{text}的"), f"好{text}的") == [("thumb", text)]


def test_characters_in_squares_are_signs_and_not_the_plain_character():
    a = annotator(entry("may", "🉑"), entry("plain", "可", boundary="free"))
    assert surfaces(a.annotate("🉑"), "🉑") == [("may", "🉑")]
    assert surfaces(a.annotate("可"), "可") == [("plain", "可")]


@pytest.mark.parametrize("text", ["凑单买这个", "早八谁懂"])
def test_slang_of_two_characters_may_begin_or_end_inside_a_word(text):
    a = annotator(entry("coudan", "凑单"), entry("zaoba", "早八"))
    assert len(a.annotate(text)) == 1


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="蹲a6😂", max_size=30))
def test_squeezed_views_cover_the_text_without_gaps(text):
    view, starts, ends = squeeze(text, 3, 3)
    assert len(view) == len(starts) == len(ends)
    assert [0, *ends] == [*starts, len(text)]
    assert all(a == b for a, b in zip(view, (text[i] for i in starts), strict=True))


@given(st.text(alphabet="蹲一个链接yds救命 ，！😂🙂[笑哭R]６6", max_size=40))
def test_annotations_lie_in_the_text_in_order_and_apart(text):
    a = annotator(
        entry("dun", "蹲", "蹲一个", repeat=True),
        entry("y", "yyds"),
        entry("j", "救命"),
        entry("6", "6"),
    )
    found = a.annotate(text, split(text))
    assert all(0 <= x.start < x.end <= len(text) for x in found)
    assert all(x.end <= y.start for x, y in pairwise(found))
