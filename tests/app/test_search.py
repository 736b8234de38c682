from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import hits, index_text, indexing, query_words
from app.errors import UserError
from app.history import HistoryStore
from app.models import Comment, HistoryRow, Language, Result
from app.query import Query, parse
from tests.app.history_samples import Clock, result, results, texts, translation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        yield opened


def found(store: HistoryStore, query: str) -> list[str]:
    return [one.row.result.comment.text for one in store.search(query).found]


def marked(store: HistoryStore, query: str) -> list[tuple[str, str]]:
    """Return (field, the very text that is marked) for the first comment found."""
    one = store.search(query).found[0]
    sources = {(field.name, field.index, field.part): field.text for field in hits.fields(one.row)}
    return [
        (hit.field, sources[hit.field, hit.index, hit.part][hit.start : hit.end])
        for hit in one.hits
    ]


def is_hit(query: Query, row: HistoryRow) -> bool:
    """Return whether a comment answers a query, without asking the index."""
    spelled = index_text.spell(index_text.fold(row.result.comment.text))
    return hits.find(query, row, spelled) is not None


def test_nothing_typed_lists_everything_newest_first_threads_in_their_order(
    store: HistoryStore,
) -> None:
    store.remember("…", [result("一"), result("二")])
    store.remember("…", [result("三"), result("四")])
    assert found(store, "  ") == ["三", "四", "一", "二"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("蹲", ["宝子们 蹲一个鏈接", "全职蹲守"]),
        ("链接", ["宝子们 蹲一个鏈接"]),
        ("个链接", ["宝子们 蹲一个鏈接"]),
        ("一链", []),
        ("蹲 宝子", ["宝子们 蹲一个鏈接"]),
        ("dun", ["宝子们 蹲一个鏈接", "全职蹲守"]),
        ("dunyi", ["宝子们 蹲一个鏈接"]),
        ("duny", ["宝子们 蹲一个鏈接"]),
        ("dunyige lian", ["宝子们 蹲一个鏈接"]),
        ("dūnyīgè", []),  # 一 is read yí here
        ("dūnyígè", ["宝子们 蹲一个鏈接"]),
        ("dun1yi2", ["宝子们 蹲一个鏈接"]),
        ("dun2", []),
        ("dygl", ["宝子们 蹲一个鏈接"]),
        ("DYG", ["宝子们 蹲一个鏈接"]),
        ("qz", ["全职蹲守"]),
        ("ds", ["全职蹲守"]),
        ("nv", ["女生的café真😭好"]),
        ("nǚ", ["女生的café真😭好"]),
        ("xi'an", []),
        ("cafe", ["女生的café真😭好"]),
        ("CAFÉ", ["女生的café真😭好"]),
        ("afe", []),
        ("😭", ["女生的café真😭好"]),
        ("café真", ["女生的café真😭好"]),
        ("full-time", ["全职蹲守"]),
        ("wait", ["宝子们 蹲一个鏈接", "全职蹲守"]),
        ("squa", ["宝子们 蹲一个鏈接"]),
        ("w", ["宝子们 蹲一个鏈接", "全职蹲守"]),
        ("wait 全职", ["全职蹲守"]),
        ("in the comments", ["宝子们 蹲一个鏈接"]),
        ('"the comments for"', ["宝子们 蹲一个鏈接"]),
        ('"comments the"', []),
        ('"dun"', []),
        ("小红", ["宝子们 蹲一个鏈接"]),
        ("author:红", ["宝子们 蹲一个鏈接"]),
        ("author:蹲", []),
        ("author:mom", ["全职蹲守"]),
        ("author:MOMOKO7", ["全职蹲守"]),
        ("author:momoko77", []),
        ("author:😭", ["女生的café真😭好"]),
        ("entry:dun", ["宝子们 蹲一个鏈接"]),
        ("entry:蹲", ["宝子们 蹲一个鏈接"]),
        ("entry:nothing", []),
        ("is:favourite", ["全职蹲守"]),
        ("is:fav 蹲", ["全职蹲守"]),
        ("tag:work", ["全职蹲守"]),
        ('tag:"Week 3"', ["宝子们 蹲一个鏈接"]),
        ("tag:Week", []),
        ("TAG：“week 3”", ["宝子们 蹲一个鏈接"]),
        ("“the comments for”", ["宝子们 蹲一个鏈接"]),
        ("标签:work", ["全职蹲守"]),
        ("标签：“week 3” 蹲", ["宝子们 蹲一个鏈接"]),
        ("標籤: work", ["全职蹲守"]),
        ("tag: work", ["全职蹲守"]),
        ("作者:红", ["宝子们 蹲一个鏈接"]),
        ("作者：红 tag:work", []),
        ("说法：蹲", ["宝子们 蹲一个鏈接"]),
        ("是：收藏", ["全职蹲守"]),
        ("is:收藏 是:fav", ["全职蹲守"]),
        ("tag: author: 全职", []),
        ("全职 tag:", ["全职蹲守"]),
        ("tag: is:favourite", ["全职蹲守"]),
        ('"tag:work"', []),
        ("foo:dun", []),
        ("funny", ["女生的café真😭好"]),
        ("？", []),
    ],
)
def test_what_is_found(store: HistoryStore, query: str, expected: list[str]) -> None:
    _, ids = store.remember(
        "…",
        [
            result("宝子们 蹲一个鏈接", ("蹲", "dun"), author="小红薯"),
            result("全职蹲守", author="Momoko7", english="Waiting full-time"),
            result("女生的café真😭好", author="😭小 k"),
        ],
    )
    store.set_favourite(ids[1:2], True)
    store.add_tag(ids[1:2], "work")
    store.add_tag(ids[:1], "week 3")
    store.set_remark(ids[2], "So funny")
    assert found(store, query) == expected


def test_hits_are_marked_where_they_stand(store: HistoryStore) -> None:
    store.remember("…", [result("快来，蹲一个鏈接", ("蹲", "dun"), english="Squatting for a link")])
    assert marked(store, "链接") == [("text", "鏈接")]
    assert marked(store, "dunyi") == [("text", "蹲一")]
    assert marked(store, "dyg") == [("text", "蹲一个")]
    assert marked(store, "squat link") == [
        ("note.literal", "squat"),
        ("note.meaning", "link"),
        ("note.note", "squat"),
        ("translation", "Squat"),
        ("translation", "link"),
    ]
    assert marked(store, "蹲 dun") == [("text", "蹲")]
    store.remember("…", [result("也蹲", ("蹲", "dun"), author="小红薯")])
    assert marked(store, "entry:dun") == marked(store, "entry:蹲") == [("text", "蹲")]
    assert marked(store, "author:红薯 entry:dun") == [("author", "红薯"), ("text", "蹲")]


def test_dates_count_from_midnight_to_midnight(tmp_path: Path) -> None:
    moments = [datetime(2025, 12, 31, 23, 30, tzinfo=UTC) + timedelta(days=n) for n in range(3)]
    clock = iter(moments)
    with HistoryStore(tmp_path / "h.db", clock=lambda: next(clock)) as store:
        for text in ("除夕", "元旦", "初二"):
            store.remember(text, [result(text)])

        def ask(line: str, zone: timezone = UTC) -> list[str]:
            page = store.search(parse(line, zone))
            return [one.row.result.comment.text for one in page.found]

        assert ask("after:2026") == ["初二", "元旦"]
        assert ask("before:2026-01") == ["除夕"]
        assert ask("after:2026-01-01 before:2026-01-02") == ["元旦"]
        assert ask("after:2026-01-02 before:2026-01-02") == []
        assert ask("after:2020 before:2030") == ["初二", "元旦", "除夕"]
        assert ask("date:2026-01-01") == ask("日期：2026年1月1日") == ["元旦"]
        assert ask("date:2026-01-01..2026/1/2") == ["初二", "元旦"]
        assert ask("日期:2025年12月31日至2026.1.1") == ["元旦", "除夕"]
        assert ask("date:..2025") == ask("date:2025-12") == ask("date:2025") == ["除夕"]
        assert ask("日期:2026到") == ask("从:2026 之前:2027") == ["初二", "元旦"]
        assert ask("date:2025-12..2026-01") == ["初二", "元旦", "除夕"]
        # At 23:30 in London it is tomorrow in Peking.
        assert ask("after:2026-01-02 before:2026-01-03", timezone(timedelta(hours=8))) == ["元旦"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("before:yesterday", "query-date"),
        ("after:2026-13", "query-date"),
        ("date:2026-02-30", "query-date"),
        ("日期:9999", "query-date"),
        ("is:new", "query-is"),
    ],
)
def test_what_cannot_be_asked_is_said(store: HistoryStore, query: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        store.search(query)
    assert caught.value.code == code


def test_what_looks_like_a_condition_is_found_in_quotes(store: HistoryStore) -> None:
    store.remember("…", [result("时间定了，日期：周六下午")])
    assert found(store, '"日期：周六"') == ["时间定了，日期：周六下午"]


@pytest.mark.parametrize("chinese", [True, False])
def test_the_words_that_the_window_writes_are_understood(chinese: bool) -> None:
    def line(name: query_words.Narrowing, value: str) -> str:
        return f"{query_words.word(name, chinese=chinese)}:{value}"

    query = parse(
        " ".join(
            (
                line("tag", "a"),
                line("entry", "b"),
                line("author", "c"),
                line("is", query_words.favourite(chinese=chinese)),
            )
        )
    )
    assert query == Query((), ("a",), ("b",), ("c",), favourite=True)
    assert parse(line("date", "2026"), UTC) == parse(
        f"{line('after', '2026')} {line('before', '2027')}", UTC
    )


def test_pages_follow_on_without_gap_or_repetition(store: HistoryStore) -> None:
    for number in range(5):
        store.remember("…", [result(f"蹲{number}{place}") for place in range(7)])
    whole = found(store, "蹲")
    assert len(whole) == 35
    pages, after = [], None
    while True:
        page = store.search("蹲", limit=10, after=after)
        pages.append([one.row.result.comment.text for one in page.found])
        after = page.after
        if after is None:
            break
        store.remember("…", [result("蹲 new ones come in meanwhile")])
    assert [len(page) for page in pages] == [10, 10, 10, 5]
    assert sum(pages, []) == whole  # noqa: RUF017


def test_a_last_page_that_is_just_full_says_that_it_is_the_last(store: HistoryStore) -> None:
    store.remember("…", [result("蹲")] * 10)
    assert store.search("蹲", limit=10).after is None
    assert store.search("蹲", limit=9).after is not None


def test_a_page_that_looked_far_in_vain_leads_on(
    store: HistoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.search.CANDIDATES", 10)
    store.remember("…", [*[result("蹲")] * 40, result("蹲？")])
    pages, after = [], None
    while True:
        page = store.search("？", limit=5, after=after)
        pages.append(len(page.found))
        after = page.after
        if after is None:
            break
    assert pages == [0, 0, 0, 0, 1]


def test_what_was_deleted_is_not_found_until_it_is_brought_back(store: HistoryStore) -> None:
    thread_id, _ = store.remember("…", [result("蹲")])
    assert found(store, "蹲") == ["蹲"]
    token = store.delete_threads([thread_id])
    assert found(store, "蹲") == []
    store.undo(token)
    assert found(store, "蹲") == ["蹲"]
    store.delete_threads([thread_id])
    store.purge()
    store.remember("…", [result("别的")])
    assert found(store, "蹲") == []


def test_what_stays_is_found_after_most_was_purged(
    store: HistoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.deleting.PURGE_STEP", 10)
    kept, _ = store.remember("…", [result(f"蹲{number}") for number in range(20)])
    gone, _ = store.remember("…", [result("蹲走")] * 25)
    again, _ = store.remember("…", [result("蹲回")])
    while store.index_pending():
        pass
    store.delete_threads([gone])
    token = store.delete_threads([again])
    assert store.search("蹲").waiting == 0
    assert store.purge(most=5) == 10
    assert store.search("蹲").waiting == 0
    assert len(store.search("蹲").found) == 20
    store.undo(token)
    assert [one.row.thread_id for one in store.search("蹲回").found] == [again]
    assert store.purge() == 15
    assert {one.row.thread_id for one in store.search("蹲").found} == {kept, again}
    assert tokens_left(store) == 0


def test_changes_are_found_and_what_they_replaced_is_not(store: HistoryStore) -> None:
    _, ids = store.remember("…", [result("绝绝子", english="never")])
    assert found(store, "never") == ["绝绝子"]
    store.add_translation(ids[0], translation("amazing"))
    assert (found(store, "never"), found(store, "amazing")) == ([], ["绝绝子"])
    store.correct_translation(ids[0], "so good")
    assert (found(store, "amazing"), found(store, "good")) == (["绝绝子"], ["绝绝子"])
    store.set_remark(ids[0], "irony")
    assert found(store, "irony") == ["绝绝子"]
    store.set_remark(ids[0], "")
    assert found(store, "irony") == []
    for change in (store.add_tag, store.remove_tag):
        change(ids, "x")
        change(ids, "x")
    assert found(store, "tag:x") == []
    store.set_favourite(ids, True)
    store.set_favourite(ids, False)
    assert found(store, "is:favourite") == []
    assert tokens_left(store) == 0


def tokens_left(store: HistoryStore) -> int:
    """Take every comment out of the index and count what it still holds."""
    with store._write() as db:
        indexing.remove(db, [row[0] for row in db.execute("SELECT id FROM comments")])
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')")
        left: int = db.execute("SELECT count(*) FROM temp.terms").fetchone()[0]
        return left


def test_a_new_reading_of_characters_makes_the_index_anew(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as store:
        store.remember("…", [result("蹲")] * 3)
        assert store.index_pending() == 0
        store._db.execute("UPDATE facts SET value = 'other rules' WHERE name = 'search'")
    with HistoryStore(path) as store:
        assert store.index_pending(limit=2) == 1
        page = store.search("蹲")
        assert (len(page.found), page.waiting) == (3, 0)


def test_what_waits_for_the_index_is_counted(
    store: HistoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.remember("…", [result("蹲")] * 5)
    monkeypatch.setattr(store, "index_pending", lambda: HistoryStore.index_pending(store, 2))
    page = store.search("蹲")
    assert (len(page.found), page.waiting) == (2, 3)


HAN = st.text(st.sampled_from("蹲一个链接女行长鏈 的,。x"), min_size=1, max_size=8)


@settings(max_examples=80, deadline=None)
@given(st.lists(HAN, min_size=1, max_size=6), st.data())
def test_the_index_misses_nothing_that_the_text_has(
    comments: list[str], data: st.DataObject
) -> None:
    pool = data.draw(st.sampled_from(comments))
    start = data.draw(st.integers(0, len(pool) - 1))
    asked = data.draw(
        st.one_of(
            st.just(pool[start : start + data.draw(st.integers(1, 4))]),
            st.text(st.sampled_from("dunyigelajxcnvhz12' "), max_size=8),
            HAN,
        )
    )
    with HistoryStore.in_memory() as store:
        store.remember("…", [result(text) for text in comments])
        query = parse(asked)
        expected = [row.result.comment.text for row in store.thread(1) if is_hit(query, row)]
        assert found(store, asked) == expected
        if asked.strip() and asked == pool[start : start + len(asked)] and " " not in asked.strip():
            assert pool in expected or '"' in asked or asked[:1] == "x"


@settings(max_examples=60, deadline=None)
@given(st.lists(results(), min_size=1, max_size=3), st.data())
def test_any_result_can_be_found_by_a_piece_of_each_field(
    remembered: list[Result], data: st.DataObject
) -> None:
    with HistoryStore.in_memory() as store:
        store.remember("…", remembered)
        row = data.draw(st.sampled_from(store.thread(1)))
        field = data.draw(st.sampled_from(list(hits.fields(row))))
        piece = " ".join(re.split('["“”]', field.text)[0].split()[:2])
        page = store.search(f'"{piece}"')
        expected = [one.id for one in store.thread(1) if is_hit(parse(f'"{piece}"'), one)]
        assert [one.row.id for one in page.found] == expected
        assert row.id in expected


@settings(max_examples=200, deadline=None)
@given(texts)
def test_anything_may_be_typed(line: str) -> None:
    with HistoryStore.in_memory() as store:
        store.remember("…", [Result(Comment(line), Language.ZH)])
        with contextlib.suppress(UserError):  # before:… and is:… may be typed wrong
            assert len(store.search(line).found) <= 1


def test_a_query_can_be_made_without_a_line(store: HistoryStore) -> None:
    store.remember("…", [result("蹲", author="a"), result("蹲", author="b")])
    page = store.search(Query(authors=("b",)))
    assert [one.row.result.comment.author for one in page.found] == ["b"]
