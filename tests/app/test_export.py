from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.database import timestamp
from app.errors import UserError
from app.export import CSV_COLUMNS, ExportOptions, csv_cell, csv_text, markdown_text
from app.export_html import html_text
from app.history import HistoryStore
from app.models import HistoryRow, Result
from app.records import all_threads
from tests.app.history_samples import Clock, result, results, texts, translation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        yield opened


def contents(store: HistoryStore) -> list[object]:
    """Return all that a history holds, without the ids that mean nothing elsewhere."""
    with store._read() as db:
        return [(thread.thread, thread.comments) for thread in all_threads(db)]


def fill(store: HistoryStore) -> None:
    """Remember two threads with everything that a comment can have."""
    _, ids = store.remember(
        "小红\n蹲一个链接",
        [result("蹲一个链接", ("蹲", "dun"), author="小红"), result("=1+1", english="=2")],
    )
    store.add_translations([(ids[0], translation("Squat for a link", alternatives=("x",)))])
    store.correct_translation(ids[0], "Following for the link")
    store.correct_translation(ids[1], "two")
    store.add_tag(ids, "week 3")
    store.set_favourite(ids[:1], True)
    store.set_remark(ids[1], "a <b>remark</b>")
    store.remember("nothing but this", [])


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(texts, st.lists(results(), max_size=3)), max_size=3),
    st.data(),
)
def test_json_lines_and_backups_lose_nothing_and_come_in_only_once(
    tmp_path_factory: pytest.TempPathFactory,
    threads: list[tuple[str, list[Result]]],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with HistoryStore.in_memory(clock=Clock()) as store:
        for source, remembered in threads:
            _, ids = store.remember(source, remembered)
            for row_id in ids:
                store.set_remark(row_id, data.draw(texts))
                store.set_favourite([row_id], data.draw(st.booleans()))
                if data.draw(st.booleans()):
                    store.correct_translation(row_id, data.draw(texts))
                for tag in data.draw(st.lists(st.sampled_from(["#a", "二 二", "é"]), max_size=2)):
                    store.add_tag([row_id], tag)
        before = contents(store)
        store.export(folder / "out.jsonl", "jsonl")
        store.backup(folder / "copy.db")
        with HistoryStore.in_memory(clock=Clock()) as other:
            for name in ("out.jsonl", "copy.db", "out.jsonl"):
                report = other.import_file(folder / name)
                assert report.skipped == []
                assert contents(other) == before
            assert report.merged.threads == report.merged.comments == 0
            assert report.merged.completed == 0
        with HistoryStore.in_memory(clock=Clock()) as other:
            other.remember("goes", [result("away")])
            assert other.restore(folder / "copy.db") is None
            assert contents(other) == before
            assert other.threads() == store.threads()


def test_an_import_brings_together_what_two_readers_made_of_a_thread(tmp_path: Path) -> None:
    with (
        HistoryStore(tmp_path / "a.db", clock=Clock()) as mine,
        HistoryStore(tmp_path / "b.db", clock=Clock()) as theirs,
    ):
        _, ids = mine.remember("…", [result("一"), result("二"), result("三")])
        mine.export(tmp_path / "shared.jsonl", "jsonl")
        theirs.import_file(tmp_path / "shared.jsonl")
        other_ids = [row.id for row in theirs.thread(1)]
        theirs.add_tag(other_ids, "theirs")
        theirs.set_remark(other_ids[0], "their remark")
        theirs.set_favourite(other_ids[1:2], True)
        theirs.add_translation(other_ids[2], translation("three"))
        theirs.correct_translation(other_ids[1], "TWO")
        theirs.backup(tmp_path / "theirs.db")
        mine.add_tag(ids[:1], "mine")
        mine.set_remark(ids[0], "my remark")
        mine.delete_comments(ids[2:])
        report = mine.import_file(tmp_path / "theirs.db")
        assert (report.merged.threads, report.merged.comments) == (0, 1)
        assert (report.merged.completed, report.merged.known) == (2, 0)
        one, two, three = mine.thread(1)
        assert (one.tags, one.remark) == (("mine", "theirs"), "my remark\ntheir remark")
        assert two.favourite
        assert two.result.translation is not None
        assert two.result.translation.text == "TWO"
        assert three.result.translation == translation("three")
        tagged = {found.row.id for found in mine.search("tag:theirs").found}
        assert tagged == {one.id, two.id, three.id}
        assert mine.import_file(tmp_path / "theirs.db").merged.known == 3


def test_an_imported_thread_counts_and_is_found(tmp_path: Path) -> None:
    with HistoryStore.in_memory(clock=Clock()) as store, HistoryStore.in_memory() as other:
        fill(store)
        store.export(tmp_path / "x.jsonl", "jsonl")
        other.import_file(tmp_path / "x.jsonl")
        assert other.times_met(["dun"]) == store.times_met(["dun"])
        for query in ("链接", "squat", "following", "tag:week", 'tag:"week 3"', "is:favourite"):
            assert [f.row.result for f in other.search(query).found] == [
                f.row.result for f in store.search(query).found
            ]


def test_some_threads_or_comments_only(store: HistoryStore, tmp_path: Path) -> None:
    first, ids = store.remember("…", [result("一"), result("二")])
    second, _ = store.remember("…", [result("三")])
    path = tmp_path / "x.jsonl"

    def texts_in_file() -> list[str]:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        return [one["result"]["comment"]["text"] for one in lines if one["kind"] == "comment"]

    assert store.export(path, "jsonl", thread_ids=[second]) == 1
    assert texts_in_file() == ["三"]
    assert store.export(path, "jsonl", row_ids=ids[1:]) == 1
    assert texts_in_file() == ["二"]
    store.delete_threads([first])
    assert store.export(path, "jsonl") == 1
    assert texts_in_file() == ["三"]


def test_what_cannot_be_read_is_reported_and_the_rest_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    with HistoryStore.in_memory(clock=Clock()) as store:
        store.remember("…", [result("一"), result("二", ("二", "er")), result("三")])
        store.export(path, "jsonl")
    lines = path.read_text("utf-8").splitlines()
    thread, one, two, three = lines
    out_of_range = two.replace('"start":0', '"start":5')
    assert out_of_range != two
    path.write_text(
        "\n".join(["\ufeff" + thread, "", one, out_of_range, "{", three, '{"kind":"?"}'])
        + "\n"
        + three.replace('"position":2', '"position":-1')
        + "\n"
        + three.replace('"thread":"', '"thread":"x'),
        encoding="utf-8",
    )
    with HistoryStore.in_memory() as other:
        report = other.import_file(path)
        assert [row.result.comment.text for row in other.thread(1)] == ["一", "三"]
    assert [number for number, _ in report.skipped] == [4, 5, 7, 8, 9]
    assert "outside" in report.skipped[0][1]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"hello\nworld\n", "import-foreign"),
        (b"SQLite format 3\x00 and then nonsense", "restore-unusable"),
        (None, "import-unreadable"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(
    store: HistoryStore, tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "other.jsonl"
    if content is not None:
        path.write_bytes(content)
    fill(store)
    before = contents(store)
    with pytest.raises(UserError) as caught:
        store.import_file(path)
    assert caught.value.code == code
    assert contents(store) == before


def test_an_overlong_line_is_skipped_without_being_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.imports.LONGEST_LINE", 2000)
    path = tmp_path / "x.jsonl"
    with HistoryStore.in_memory(clock=Clock()) as store:
        store.remember("…", [result("一"), result("二" * 3000), result("三")])
        store.export(path, "jsonl")
    with HistoryStore.in_memory() as other:
        report = other.import_file(path)
        assert report.skipped == [(3, "the line is too long")]
        assert [row.result.comment.text for row in other.thread(1)] == ["一", "三"]


@given(texts)
def test_a_cell_never_starts_a_formula_and_gives_its_text_back(text: str) -> None:
    cell = csv_cell(text)
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert csv_text(cell) == text


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1", "＝1", "\t=1"]
)
def test_formulas_in_pasted_text_are_neutralised(
    store: HistoryStore, tmp_path: Path, text: str
) -> None:
    store.remember(text, [result(text, author=text, english=text)])
    path = tmp_path / "x.csv"
    assert store.export(path, "csv") == 1
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert tuple(header) == CSV_COLUMNS
    cells = dict(zip(header, row, strict=True))
    for column in ("author", "comment", "translation"):
        assert cells[column] == "'" + text
        assert csv_text(cells[column]) == text


class Reader(HTMLParser):
    """Collects the tags and the text that a browser would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.said: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.hidden += tag in ("rt", "rp", "style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("rt", "rp", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(data)


OUR_TAGS = set(
    "html head meta title style body h1 section h2 time article p bdi ruby rp rt u dl dt dd span "
    "small br".split()
)
OUR_ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "dir", "datetime", "class"}


@settings(max_examples=40, deadline=None)
@given(st.lists(results(), max_size=3), texts, texts)
def test_html_shows_all_text_and_nothing_pasted_becomes_markup(
    tmp_path_factory: pytest.TempPathFactory, remembered: list[Result], source: str, title: str
) -> None:
    path = tmp_path_factory.mktemp("html") / "x.html"
    with HistoryStore.in_memory(clock=Clock()) as store:
        store.remember(source, remembered)
        store.export(path, "html", ExportOptions(title=title))
    page = Reader()
    page.feed(path.read_text("utf-8"))
    page.close()
    assert page.tags <= OUR_TAGS
    assert page.attributes <= OUR_ATTRIBUTES
    whole = "".join("".join(page.said).split())
    for one in remembered:
        shown = html_text(one.comment.text)
        reference = Reader()
        reference.feed(shown)
        reference.close()
        assert "".join("".join(reference.said).split()) in whole


def test_html_for_a_hostile_comment(store: HistoryStore, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\x00\u202e"
    store.remember(hostile, [result(hostile, author=hostile, english=hostile)])
    path = tmp_path / "x.html"
    store.export(path, "html", ExportOptions(title=hostile))
    page = path.read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "\x00" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page


def test_html_has_pinyin_marks_notes_and_can_leave_them_out(
    store: HistoryStore, tmp_path: Path
) -> None:
    fill(store)
    path = tmp_path / "x.html"
    store.export(path, "html")
    page = path.read_text("utf-8")
    assert "<u><ruby>蹲<rp>(</rp><rt>dūn</rt><rp>)</rp></ruby></u>" in page
    assert "<dd>to wait in the comments for a link" in page
    assert "translated by hand" in page
    assert "a &lt;b&gt;remark&lt;/b&gt;" in page
    assert '<p class="tags">★ #week 3</p>' in page
    store.export(path, "html", ExportOptions(pinyin=False, notes=False, authors=False))
    page = path.read_text("utf-8")
    assert ">蹲一个链接</p>" in page
    assert "dūn" not in page
    assert "<dd>" not in page
    assert "小红" not in page


def test_markdown_keeps_text_plain(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    hostile = "# big\n- ![x](http://a/b)\n1. <b>|`*_"
    store.remember(hostile, [result(hostile)])
    path = tmp_path / "x.md"
    store.export(path, "md")
    page = path.read_text("utf-8")
    assert "> **小红**\n>\n> 蹲一个链接\n>\n> Following for the link\n>\n" in page
    assert "> - **蹲** to wait in the comments for a link" in page
    assert "> ★ \\#week 3" in page
    assert "> \\# big\\\n> \\- \\!\\[x\\]\\(http\\://a/b\\)\\\n> 1\\. \\<b\\>\\|\\`\\*\\_" in page


@given(texts)
def test_markdown_text_without_its_backslashes_is_the_text(text: str) -> None:
    shown = markdown_text(text)
    for line in shown.split("\n"):
        assert not line.lstrip().startswith(("#", "-", "+", ">", "```", "~~~"))


def test_progress_is_told_and_cancelling_leaves_what_was_there(
    store: HistoryStore, tmp_path: Path
) -> None:
    for _ in range(3):
        store.remember("…", [result("一"), result("二")])
    path = tmp_path / "x.csv"
    path.write_text("before")
    told: list[int] = []
    assert store.export(path, "csv", cancelled=lambda: len(told) > 0, progress=told.append) == 0
    assert path.read_text() == "before"
    assert store.export(path, "csv", progress=told.append) == 6
    assert told == [2, 2, 4, 6]
    assert sorted(file.name for file in tmp_path.iterdir() if "history" not in file.name) == [
        "x.csv"
    ]


@pytest.mark.parametrize("name", ["x.jsonl", "x.db"])
def test_a_long_import_tells_how_far_it_is_and_can_be_stopped(
    store: HistoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("app.imports._BATCH", 2)
    for _ in range(5):
        store.remember("…", [result("一")])
    store.export(tmp_path / "x.jsonl", "jsonl")
    store.backup(tmp_path / "x.db")
    told: list[float] = []
    with HistoryStore.in_memory() as other:
        report = other.import_file(
            tmp_path / name, progress=told.append, cancelled=lambda: len(told) == 2
        )
        assert report.merged.threads == other.count_threads() == 4
        assert other.import_file(tmp_path / name, progress=told.append).merged.threads == 1
    assert 0 < told[0] < told[1] < 1
    assert told[-1] == 1


def test_a_folder_that_is_not_there_is_said(store: HistoryStore, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        store.export(tmp_path / "no" / "x.csv", "csv")
    assert caught.value.code == "export-unwritable"
    with pytest.raises(UserError) as caught:
        store.backup(tmp_path / "no" / "x.db")
    assert caught.value.code == "backup-unwritable"


def test_the_history_is_never_written_over(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    before = contents(store)
    with pytest.raises(UserError) as caught:
        store.backup(tmp_path / "." / "history.db")
    assert caught.value.code == "export-over-history"
    with pytest.raises(UserError) as caught:
        store.export(tmp_path / "history.db-wal", "jsonl")
    assert caught.value.code == "export-over-history"
    assert contents(store) == before


def test_restoring_keeps_a_copy_of_what_was_there(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    store.backup(tmp_path / "copy.db")
    before = contents(store)
    store.remember("later", [result("后来")])
    later = contents(store)
    with HistoryStore(store.path) as second:
        kept = store.restore(tmp_path / "copy.db")
        assert contents(second) == before
    assert contents(store) == before
    assert found_texts(store, "蹲") == ["蹲一个链接"]
    assert kept is not None
    store.restore(kept)
    assert contents(store) == later
    assert found_texts(store, "后来") == ["后来"]


def found_texts(store: HistoryStore, query: str) -> list[str]:
    rows: list[HistoryRow] = [one.row for one in store.search(query).found]
    return [row.result.comment.text for row in rows]


def test_restoring_from_a_newer_or_broken_file_changes_nothing(
    store: HistoryStore, tmp_path: Path
) -> None:
    fill(store)
    before = contents(store)
    copy = tmp_path / "copy.db"
    store.backup(copy)
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError) as caught:
        store.restore(copy)
    assert caught.value.code == "restore-unusable"
    copy.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])  # user_version
    with pytest.raises(UserError) as caught:
        store.restore(copy)
    assert caught.value.code == "history-newer"
    assert contents(store) == before


def test_times_are_stored_in_utc_with_milliseconds() -> None:
    assert timestamp(Clock()()) == "2026-03-01T12:00:01.000+00:00"
