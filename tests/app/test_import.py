from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import UserError
from app.history import HistoryStore
from app.models import HistoryRow, Result
from tests.app.history_samples import Clock, contents, fill, result, results, texts, translation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        yield opened


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
        assert [(n, str(why)) for n, why in report.skipped] == [(3, "the line is too long")]
        assert [row.result.comment.text for row in other.thread(1)] == ["一", "三"]


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
