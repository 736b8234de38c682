"""The slang book is searched by Chinese, pinyin, initials and English; packs stand in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.entry_readings import readings
from app.lexicon import Context, bundled_files
from app.models import Comment, Example
from app.own_entry import Draft, draft_of, entry_of
from app.packs import OWN, PackStore
from app.paths import default_paths
from app.pipeline import Pipeline
from app.slang_book import BookEntry, SlangBook, gather
from tests.app.lexica import entry, lexicon

BUNDLED = bundled_files(default_paths().lexicon)
DUN = entry(
    "dun",
    "蹲",
    "蹲一个",
    pinyin="dūn",
    kind="platform",
    meaning="to wait for a link",
    renderings=("waiting for", "following"),
    standard="等",
    note="People picture themselves squatting by the road.",
)
YYDS = entry(
    "yyds",
    "yyds",
    "永远的神",
    pinyin="yǒng yuǎn de shén",
    kind="initials",
    meaning="the best there is",
    renderings=("the GOAT",),
)
NV = entry("nv", "女儿奴", pinyin="nǚ'érnú", meaning="a doting father", renderings=("girl dad",))
WAIT = entry("deng", "等等党", pinyin="děngděngdǎng", meaning="people of patience", renderings=("the wait and see crowd",))  # fmt: skip
NOTED = entry("zuoye", "抄作业", pinyin="chāo zuòyè", meaning="to copy", note="Others wait until somebody has tried.")  # fmt: skip
SIGN = entry("smile", "🙂", meaning="not amused")


@pytest.fixture(scope="module")
def book():
    return SlangBook(BookEntry(e) for e in (DUN, YYDS, NV, WAIT, NOTED, SIGN))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return SlangBook(gather(PackStore(tmp_path_factory.mktemp("packs")), BUNDLED))


def found(book, query, **options):
    return [one.entry.id for one in book.search(query, **options)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("蹲", "dun"),
        ("蹲一个", "dun"),
        ("远的", "yyds"),
        ("等", "deng"),
        ("YYDS", "yyds"),
        ("ｙｙｄｓ", "yyds"),
        ("永遠的神", "yyds"),
        ("dun", "dun"),
        ("dūn", "dun"),
        ("dun1", "dun"),
        ("yongyuan", "yyds"),
        ("yong yuan de shen", "yyds"),
        ("yǒngyuǎn", "yyds"),
        ("yong3 yuan3", "yyds"),
        ("shen", "yyds"),
        ("nver", "nv"),
        ("nǚ'er", "nv"),
        ("nü er nu", "nv"),
        ("nen", "nv"),
        ("dyg", "dun"),
        ("czy", "zuoye"),
        ("waiting", "dun"),
        ("the goat", "yyds"),
        ("doting", "nv"),
        ("squatting", "dun"),
        ("🙂", "smile"),
        ("蹲 link", "dun"),
    ],
)
def test_an_entry_is_found_by(book, query, first):
    assert found(book, query)[:1] == [first]


@pytest.mark.parametrize(
    "query", ["dun4", "dǔn", "yong1yuan", "ongyuan", "oat", "蹲 goat", "zzz", "()"]
)
def test_nothing_is_found_by(book, query):
    assert found(book, query) == []


def test_the_better_reason_comes_first(book):
    # in the meaning, in a rendering, in the note
    assert found(book, "wait") == ["dun", "deng", "zuoye"]
    # its own form; the plain word of another
    assert found(book, "等") == ["deng", "dun"]


def test_without_a_query_the_order_is_that_of_a_dictionary(book):
    assert found(book, "") == ["zuoye", "deng", "dun", "nv", "yyds", "smile"]
    assert found(book, "   ") == found(book, "")
    assert found(book, "", kind="platform") == ["dun"]
    assert found(book, "wait", keep=lambda one: one.entry.id != "dun") == ["deng", "zuoye"]
    assert book.kinds() == {"general": 4, "initials": 1, "platform": 1}


@given(st.text(max_size=12))
def test_no_query_breaks_the_search(query):
    small = SlangBook(BookEntry(e) for e in (DUN, YYDS))
    assert set(found(small, query)) <= {"dun", "yyds"}


def test_written_pinyin_decides_how_characters_are_read():
    head, others = readings(entry("x", "还愿", "还个愿", pinyin="huányuàn"))
    assert head == (("huan", 2), ("yuan", 4))
    assert others == [(("huan", 2), ("ge", 4), ("yuan", 4))]
    assert readings(entry("y", "花儿", pinyin="huār"))[0] == (("hua", 1), ("r", 5))
    assert readings(entry("z", "👋"))[0] == ()


def test_the_whole_book_is_quick_and_complete(whole):
    assert len(whole) > 2000
    assert found(whole, "yyds")[0] == "yyds"
    for query in ("dun", "waiting for", "yong yuan de shen", "zc", "the", "种草"):
        best = min(_seconds(lambda q=query: whole.search(q)) for _ in range(3))
        assert best < 0.1, query  # 10 ms on a desktop computer
    every = [one.entry.forms[0] for one in whole.entries]
    for form in every[::37]:
        assert form in [one.entry.forms[0] for one in whole.search(form)], form


def test_the_entry_of_the_day_is_one_that_a_newcomer_may_use(whole):
    seen = {whole.of_the_day(day) for day in range(30)}
    assert len(seen) > 25
    for one in map(whole.get, seen):
        assert one.entry.use == "yes"
        assert not one.entry.offence
    assert SlangBook([BookEntry(YYDS)]).of_the_day(7) == "yyds"


def _seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_own_entries_and_what_is_off_stand_in_the_book(tmp_path):
    store = PackStore(tmp_path)
    store.put(entry("own-x", "甲乙丙"))
    store.put(entry("yyds", "yyds", meaning="mine"))
    store.switch_entry("dun", False)
    book = SlangBook(gather(store, BUNDLED))
    assert book.get("own-x").pack == OWN
    assert book.get("own-x").original is None
    assert book.get("yyds").entry.meaning == "mine"
    assert book.get("yyds").original.meaning != "mine"
    assert book.get("dun").off
    assert not book.get("own-x").off
    store.switch_pack(OWN, False)
    book = SlangBook(gather(store, BUNDLED))
    assert book.get("own-x").off
    assert book.get("yyds").pack == ""
    assert book.get("nowhere") is None


def test_a_form_gives_an_entry():
    draft = Draft(
        forms="上大分 | 上分",
        meaning="to do well",
        note="=not a formula,\nand two lines",
        examples="今天上大分 | I did well today\n",
        kind="gaming",
        use="care",
    )
    made, faults = entry_of(draft, ["own-shang-da-fen"])
    assert faults == ()
    assert made.id == "own-shang-da-fen-2"
    assert made.forms == ("上大分", "上分")
    assert made.renderings == ("to do well",)
    assert made.note == "=not a formula, and two lines"
    assert made.examples == (Example("今天上大分", "I did well today"),)
    assert (made.kind, made.use) == ("gaming", "care")


def test_changing_an_entry_keeps_what_the_form_does_not_show():
    old = entry("x", "甲", context=Context(plain_in=("甲板",)), see=("dun",), tone=("warm",))
    made, _ = entry_of(draft_of(old), [], old)
    assert made == old
    changed, _ = entry_of(Draft(forms="乙", meaning="new"), [], old)
    assert changed.forms == ("乙",)
    assert (changed.id, changed.context, changed.see) == ("x", old.context, old.see)


def test_what_is_wrong_in_a_form_is_named_by_field():
    _, faults = entry_of(Draft(), [])
    assert {f.column for f in faults} == {"forms", "meaning"}
    for examples in ("只有中文", "| English", "中文 |"):
        made, faults = entry_of(Draft(forms="甲", meaning="a", examples=examples), [])
        assert made is None
        assert [f.column for f in faults] == ["examples"]


def test_a_pipeline_takes_other_entries_while_it_runs():
    pipeline = Pipeline(lexicon(DUN), engines=None)
    comment = Comment("甲乙丙")
    assert pipeline.analyse(comment).notes == ()
    pipeline.use(lexicon(entry("own-x", "甲乙丙")))
    assert [n.entry_id for n in pipeline.analyse(comment).notes] == ["own-x"]
    assert list(pipeline.lexicon.entries) == ["own-x"]
