"""From comment to result, with an engine whose words are known."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from app import lexicon as lexicon_module
from app.engine import Cancelled, EngineOutput
from app.errors import UserError
from app.glossary import EMPTY, ENTRY_ID, Glossary
from app.history import HistoryStore
from app.models import Certainty, Comment, Flag, Language
from app.paths import default_paths
from app.pipeline import Pipeline
from app.sorted_lines import SortedLines
from tests.app.lexica import context, entry, lexicon


class Echo:
    """An engine that answers from a table, and wraps what is not in it."""

    name, source, target = "echo 1", "zh", "en"

    def __init__(self, glossary=EMPTY, **answers):
        self.glossary = glossary
        self.answers = answers
        self.asked = []

    def translate(self, texts, *, alternatives=0, cancelled=lambda: False):
        if cancelled():
            raise Cancelled
        self.asked.append(list(texts))
        return [
            EngineOutput(self.answers.get(t, f"<{t}>"), ("other",) * alternatives) for t in texts
        ]


class Engines:
    def __init__(self, engine):
        self.engine = engine

    def open_engine(self, source, target):
        if self.engine is None:
            raise UserError("no-package", "There is no language package.", "Add one.")
        return self.engine


DUN = entry("dun", "蹲", "蹲一个", renderings=("waiting for", "following"), standard="等")
YYDS = entry("yyds", "yyds", renderings=("the GOAT",), standard="最棒")
LS = entry("laoshi", "已老实", renderings=("lesson learned",))
CRUSH = entry("crush", "crush", renderings=("crush",), engine="keep")
GUESSED = entry(
    "guess", "内卷", renderings=("rat race",), standard="竞争", context=context("guess")
)
ALL = lexicon(DUN, YYDS, LS, CRUSH, GUESSED)


def translate(text, engine=None, **options):
    engine = engine or Echo()
    pipeline = Pipeline(ALL, Engines(engine))
    return pipeline.translate([pipeline.analyse(Comment(text))], **options)[0]


def test_notes_need_no_engine():
    result = Pipeline(ALL, Engines(None)).analyse(Comment("宝 蹲一个链接"))
    assert [n.surface for n in result.notes] == ["蹲一个"]
    assert result.annotations[0].certainty is Certainty.KNOWN
    assert result.translation is None


def test_without_a_package_translating_says_so():
    pipeline = Pipeline(ALL, Engines(None))
    with pytest.raises(UserError) as refused:
        pipeline.translate([pipeline.analyse(Comment("今天天气很好"))])
    assert refused.value.code == "no-package"


def test_the_engine_gets_slang_in_plain_chinese_and_in_english():
    engine = Echo()
    translate("我在蹲一个链接", engine)
    assert engine.asked == [["我在等链接", "我在 waiting for 链接"]]


def test_the_plain_wording_wins_when_the_meaning_arrived_in_both():
    engine = Echo(
        **{"我在等链接": "I am waiting for a link", "我在 waiting for 链接": "x waiting for y"}
    )
    result = translate("我在蹲一个链接", engine)
    assert result.translation.text == "I am waiting for a link"
    assert [s.replacement for s in result.translation.substitutions] == ["等"]
    assert Flag.TOO_LITERAL not in result.translation.flags


def test_the_english_wording_wins_when_the_meaning_arrived_only_there():
    engine = Echo(**{"我在等链接": "I link", "我在 waiting for 链接": "I'm waiting for the link"})
    result = translate("我在蹲一个链接", engine)
    assert result.translation.text == "I'm waiting for the link"
    assert [s.replacement for s in result.translation.substitutions] == ["waiting for"]


def test_a_meaning_that_arrived_in_neither_is_put_in_place_and_the_roughness_said():
    engine = Echo(
        **{
            "我在等链接": "I link",
            "我在 waiting for 链接": "I link",
            "我在": "I'm.",
            "链接": "The link",
        }
    )
    result = translate("我在蹲一个链接", engine)
    assert result.translation.text == "I'm waiting for the link"
    assert Flag.TOO_LITERAL in result.translation.flags


def test_another_reading_of_the_engine_is_taken_before_the_sentence_is_taken_apart():
    class Beam(Echo):
        def translate(self, texts, *, alternatives=0, cancelled=lambda: False):
            more = ("I'm waiting for the link",) if alternatives else ()
            return [EngineOutput("I link", more) for _ in texts]

    result = translate("我在蹲一个链接", Beam())
    assert result.translation.text == "I'm waiting for the link"
    assert Flag.TOO_LITERAL not in result.translation.flags


def test_a_guess_is_given_as_plain_chinese_only():
    engine = Echo()
    translate("现在内卷严重", engine)
    assert engine.asked == [["现在竞争严重"]]


def test_what_is_to_be_kept_is_kept():
    engine = Echo()
    translate("我的 crush 来了", engine)
    assert engine.asked == [["我的 crush 来了"]]


def test_a_comment_that_is_one_expression_takes_the_curated_rendering():
    engine = Echo()
    result = translate("已老实。[笑哭R]", engine)
    assert result.translation.text == "Lesson learned. [笑哭R]"
    assert engine.asked == []
    assert result.translation.engine == "lexicon"
    assert result.translation.flags == (Flag.CURATED,)


def test_a_clause_that_is_one_expression_takes_it_too():
    result = translate("今天又加班 已老实", Echo(今天又加班="Overtime again today"))
    assert result.translation.text == "Overtime again today, lesson learned"


def test_without_slang_nothing_is_substituted():
    engine = Echo()
    result = translate("我在蹲一个链接，已老实", engine, slang=False)
    assert engine.asked == [["我在蹲一个链接，已老实"]]
    assert result.translation.substitutions == ()
    assert [n.entry_id for n in result.notes] == ["dun", "laoshi"]


def test_an_entry_can_be_left_out_for_this_comment():
    engine = Echo()
    result = translate("我在蹲 这就是yyds啊", engine, without={"dun", "not-in-it"})
    assert all("蹲" in text and "yyds" not in text for text in engine.asked[0])
    assert result.translation.without == ("dun",)


def test_an_entry_can_be_left_out_of_every_comment():
    engine = Echo()
    pipeline = Pipeline(replace(ALL, as_written=frozenset({"dun"})), Engines(engine))
    (result,) = pipeline.translate([pipeline.analyse(Comment("我在蹲 这就是yyds啊"))])
    assert all("蹲" in text and "yyds" not in text for text in engine.asked[0])
    assert [n.entry_id for n in result.notes] == ["dun", "yyds"]
    assert result.translation.without == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("好看😂😂[笑哭R]", "<好看> 😂😂[笑哭R]"),
        ("@小王 看这个 https://xhslink.com/a/Bc1 #好物[话题]#", "@小王 <看这个> https://xhslink.com/a/Bc1 #好物[话题]#"),
        ("第一行\n\n第二行", "<第一行>\n\n<第二行>"),
        ("I think this is so good 太好看了", "I think this is so good <太好看了>"),
        ("#yyds[话题]#", "#yyds[话题]#"),
        ("1. 面霜\n2、精华", "1. <面霜>\n2、 <精华>"),
    ],
)  # fmt: skip
def test_what_must_be_carried_over_is_carried_over_in_place(text, expected):
    assert translate(text).translation.text == expected


@pytest.mark.parametrize("text", ["Hello, how are you today?", "😂😂", "666", "https://a.b/c"])
def test_what_is_not_chinese_stays_as_it_is(text):
    result = translate(text, Echo())
    assert result.translation.text == text
    assert result.translation.engine == ""


def test_another_language_is_left_with_a_word_about_it():
    result = translate("これはとても可愛いですね")
    assert result.language is Language.JA
    assert result.translation.flags == (Flag.OTHER_LANGUAGE,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ありがとう，谢谢你", "ありがとう, <谢谢你>"),
        ("사랑해요 哥哥", "사랑해요 <哥哥>"),
        ("他说Привет друзья就走了", "<他说> Привет друзья <就走了>"),
    ],
)
def test_other_scripts_among_chinese_are_carried_over(text, expected):
    result = translate(text)
    assert result.translation.text == expected
    assert Flag.MIXED_LANGUAGES in result.translation.flags


def test_a_japanese_letter_between_chinese_words_is_read_as_the_word_it_stands_for():
    engine = Echo()
    translate("好吃の店", engine)
    assert engine.asked[0] == ["好吃的店"]


def test_pinyin_stays_with_a_word_about_it():
    result = translate("wo ai ni")
    assert (result.translation.text, result.translation.flags) == ("wo ai ni", (Flag.UNTRANSLATED,))


def test_english_is_translated_into_chinese_when_asked():
    engine = Echo(**{"How much is it?": "多少钱？"})
    result = translate("How much is it? 😊", engine, target="zh")
    assert result.translation.text == "多少钱？😊"
    assert (result.translation.source, result.translation.target) == ("en", "zh")


def test_traditional_characters_reach_the_engine_simplified():
    engine = Echo()
    translate("這間餐廳的東西好好吃，後來還想再來", engine)
    assert engine.asked[0] == ["这间餐厅的东西好好吃，后来还想再来"]


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        (
            "佢哋而家喺屋企食饭，唔知几时返工",
            "他们现在在家里吃饭，不知道什么时候上班",
        ),
        ("我哋冇嘢食，点算好呀", "我们没有吃的东西，怎么办好呀"),
        ("你係咪唔鍾意佢嘅美食", "你是不是不喜欢他的美食"),
    ],
)
def test_cantonese_reaches_the_engine_in_standard_words(text, standard):
    engine = Echo()
    result = translate(text, engine)
    assert result.language is Language.YUE
    assert Flag.CANTONESE in result.translation.flags
    assert engine.asked[0] == [standard]


def test_a_faulty_reply_is_still_a_reply():
    class Faulty(Echo):
        def translate(self, texts, *, alternatives=0, cancelled=lambda: False):
            return [EngineOutput("你的猫好可爱", (), (Flag.SHORTENED,)) for _ in texts]

    result = translate("Your cat is so cute", Faulty(), target="zh")
    assert result.translation.text == "你的猫好可爱"
    assert Flag.SHORTENED in result.translation.flags


def test_amounts_reach_the_engine_as_figures():
    engine = Echo()
    translate("房租15w一年", engine)
    assert any("150,000" in text for text in engine.asked[0])


def test_results_come_in_order_and_one_by_one():
    pipeline = Pipeline(ALL, Engines(Echo()))
    results = [pipeline.analyse(Comment(f"第{i}条评论很好看")) for i in range(150)]
    seen = []
    done = pipeline.translate(results, on_result=lambda i, r: seen.append((i, r)))
    assert [i for i, _ in seen] == list(range(150))
    assert [r for _, r in seen] == done


def test_cancelling_stops_between_batches():
    engine = Echo()
    pipeline = Pipeline(ALL, Engines(engine))
    results = [pipeline.analyse(Comment(f"第{i}条评论很好看")) for i in range(150)]
    seen = []
    with pytest.raises(Cancelled):
        pipeline.translate(
            results, on_result=lambda i, _: seen.append(i), cancelled=lambda: len(seen) >= 8
        )
    assert len(seen) == 8


def test_what_was_translated_before_is_not_translated_again(tmp_path):
    engine = Echo()
    for _ in range(2):
        with HistoryStore(tmp_path / "history.db") as store:
            pipeline = Pipeline(ALL, Engines(engine), lambda store=store: store)
            results = [pipeline.analyse(Comment("今天很好"))]
            (done,) = pipeline.translate(results, remember=True)
            assert done.translation.text == "<今天很好>"
    assert [texts for texts in engine.asked if texts] == [["今天很好"]]


def test_nothing_is_kept_when_nothing_is_to_be_remembered(tmp_path):
    engine = Echo()
    with HistoryStore(tmp_path / "history.db") as store:
        pipeline = Pipeline(ALL, Engines(engine), lambda: store)
        for _ in range(2):
            pipeline.translate([pipeline.analyse(Comment("今天很好"))])
    assert len(engine.asked) == 2


def test_a_memory_that_fails_stops_nothing():
    def fail():
        raise UserError("history-busy", "The history is busy.", "Wait.")

    pipeline = Pipeline(ALL, Engines(Echo()), fail)
    (done,) = pipeline.translate([pipeline.analyse(Comment("今天很好"))], remember=True)
    assert done.translation.text == "<今天很好>"


def test_importing_the_pipeline_leaves_qt_and_torch_out():
    code = (
        "import sys, app.pipeline, app.cli\n"
        "bad = {'PySide6', 'torch', 'stanza', 'spacy', 'argostranslate.translate'} & set(sys.modules)\n"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_whole_way_needs_no_network(monkeypatch):
    import socket

    def refuse(*_args, **_options):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    from app.packages import PackageStore

    paths = default_paths()
    store = PackageStore(paths.bundled_packages, paths.packages)
    entries = lexicon_module.load(lexicon_module.bundled_files(paths.lexicon))
    pipeline = Pipeline(entries, store)
    results = [
        pipeline.analyse(Comment("宝子们 蹲一个链接")),
        pipeline.analyse(Comment("太好看了吧")),
    ]
    assert all(r.translation.text.isascii() for r in pipeline.translate(results))


def test_words_that_the_engine_hardly_knows_are_given_in_english():
    engine = Echo(Glossary(SortedLines(["牛油果\tavocado"])))
    result = translate("从没吃过牛油果吗", engine)
    assert engine.asked == [["从没吃过 avocado 吗"]]
    (made,) = result.translation.substitutions
    assert (made.start, made.end, made.replacement, made.entry_id) == (4, 7, "avocado", ENTRY_ID)


def test_a_plain_wording_does_not_repeat_the_adverb_before_it():
    entries = lexicon(entry("jue", "绝了", renderings=("amazing",), standard="太棒了"))
    engine = Echo()
    pipeline = Pipeline(entries, Engines(engine))
    pipeline.translate(
        [pipeline.analyse(Comment("这也太绝了吧")), pipeline.analyse(Comment("这绝了吧"))]
    )
    assert {"这也太棒了吧", "这太棒了吧"} <= set(engine.asked[0])


def test_they_stand_beside_slang_and_in_traditional_characters():
    engine = Echo(Glossary(SortedLines(["牛油果\tavocado", "腮红\tblush"])))
    translate("內捲的腮紅😂腮紅", engine)
    assert engine.asked[0][-1] == "blush"
    assert engine.asked[0][0].endswith("的 blush")


@pytest.mark.parametrize("options", [{"slang": False}, {"without": {ENTRY_ID}}])
def test_they_can_be_left_as_written(options):
    engine = Echo(Glossary(SortedLines(["牛油果\tavocado"])))
    result = translate("从没吃过牛油果吗", engine, **options)
    assert engine.asked == [["从没吃过牛油果吗"]]
    assert result.translation.substitutions == ()


def test_english_that_ends_in_a_quotation_takes_its_mark_along():
    engine = Echo()
    result = translate('3号说 My translator says "cloud suck cat" 😂', engine)
    assert result.translation.text.endswith('My translator says "cloud suck cat" 😂')
