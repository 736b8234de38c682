from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.csv_cells import csv_cell, csv_text
from app.database import timestamp
from app.errors import UserError
from app.export import ExportOptions, markdown_text
from app.export_html import html_text
from app.export_words import ENGLISH, ExportWords
from app.history import HistoryStore
from app.models import Result
from tests.app.history_samples import Clock, contents, fill, result, results, texts


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        yield opened


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
    assert "一" not in path.read_text("utf-8")
    store.delete_threads([first])
    assert store.export(path, "jsonl") == 1
    assert texts_in_file() == ["三"]


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
    assert tuple(header) == ENGLISH.columns
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
        store.export(path, "html", ExportOptions(ExportWords(title=title)))
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
    store.export(path, "html", ExportOptions(ExportWords(title=hostile)))
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


@given(texts | st.text(st.sampled_from("-+#1.)>`~ \n\\w=_*"), max_size=12))
def test_markdown_text_without_its_backslashes_is_the_text(text: str) -> None:
    shown = markdown_text(text).split("\n")
    assert all(line.endswith("\\") for line in shown[:-1])
    plain = [re.sub(r"\\(.)", r"\1", line) for line in shown]
    assert plain == [
        line.strip() + ("\\" if number < len(shown) - 1 else "")
        for number, line in enumerate(text.splitlines() or [""])
    ]
    for line in shown:
        assert not re.match(r"#|[-+>=_*`~]|\d+[.)]", line)


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


def test_times_are_stored_in_utc_with_milliseconds() -> None:
    assert timestamp(Clock()()) == "2026-03-01T12:00:01.000+00:00"
