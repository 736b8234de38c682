"""What the reader is told about a comment and its translation, and when nothing is."""

from __future__ import annotations

import pytest

from app import lexicon as lexicon_module
from app.doubts import of_comment
from app.models import Comment, Flag
from app.paths import default_paths
from app.pipeline import Pipeline
from tests.app.lexica import context, entry, lexicon


class NoEngines:
    def open_engine(self, source, target):
        raise AssertionError("notes need no engine")


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(
        lexicon_module.load(lexicon_module.bundled_files(default_paths().lexicon)), NoEngines()
    )


@pytest.mark.parametrize(
    ("text", "translation", "flag"),
    [
        ("xhsj 什么时候开始", "When does xhsj begin", Flag.UNKNOWN_SLANG),
        ("xhqtw", "xhqtw", Flag.UNKNOWN_SLANG),
        ("姐妹 “月抛脸”是什么意思呀", "Sis, what does it mean?", Flag.UNKNOWN_SLANG),
        ("你做得很好🙂", "You did well 🙂", Flag.SARCASM),
        ("你可真是聪明[doge]", "You're clever [doge]", Flag.SARCASM),
        ("呵呵，你说了算", "Hehe, it's up to you", Flag.SARCASM),
        ("在下 I love this app so much 谢谢大家", "I love this app so much", Flag.MIXED_LANGUAGES),
        ("开眼了", "I opened my eyes", Flag.VERY_SHORT),
        ("开眼了[笑哭R]", "I opened my eyes [笑哭R]", Flag.VERY_SHORT),
    ],
)
def test_a_doubt_is_named(pipeline, text, translation, flag):
    found = of_comment(pipeline.analyse(Comment(text)), translation)
    assert flag in found


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("今天的天气真不错，我们去公园吧", "The weather is good today, let's go to the park"),
        ("几点了", "What time is it?"),
        ("有S码吗", "Is there a size S?"),
        ("YSL 99号好看", "YSL 99 looks good"),
        ("太好看了😂😂", "Looks so good 😂😂"),
        ("老铁杠杠的👍", "Bro, top-notch 👍"),
        ("cp be了，我三天没吃下饭", "The couple broke up, I did not eat for three days"),
        ("[害羞R][害羞R]", "[害羞R][害羞R]"),
        ("", ""),
    ],
)
def test_where_there_is_no_doubt_nothing_is_said(pipeline, text, translation):
    assert of_comment(pipeline.analyse(Comment(text)), translation) == ()


def of_entry(own, text, translation):
    result = Pipeline(lexicon(own), NoEngines()).analyse(Comment(text))
    assert result.notes
    return of_comment(result, translation)


def test_a_word_that_the_context_leaves_open_is_a_false_friend_until_its_meaning_arrives():
    own = entry("juan", "内卷", renderings=("rat race",), context=context("guess"))
    assert of_entry(own, "现在的内卷严重", "Rolling in is serious now") == (Flag.FALSE_FRIEND,)
    assert of_entry(own, "现在的内卷严重", "The rat race is serious now") == ()


def test_an_english_word_that_is_used_in_another_sense_is_a_false_friend():
    own = entry("high", "high", renderings=("thrilled",), engine="keep")
    assert of_entry(own, "今天好high", "So High today") == (Flag.FALSE_FRIEND,)
    assert of_entry(own, "今天好high", "I was thrilled today") == ()


def test_irony_that_the_translation_shows_needs_no_word(pipeline):
    result = pipeline.analyse(Comment("领导画的饼我都能开面包店了"))
    assert Flag.SARCASM in of_comment(result, "I can open a bakery with my boss's pies")
    rendering = result.notes[0].renderings[0]
    assert Flag.SARCASM not in of_comment(result, f"My boss's {rendering}")
