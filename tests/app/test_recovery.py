from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import UserError
from app.history import HistoryStore
from app.models import Language
from app.recovery import open_history, recover
from tests.app.history_samples import Clock, contents, result, translation

PAGE = 4096
MOST_ON_A_PAGE = 100  # comments, or translations, of those that `build` makes


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, str]]:
    """Return the bytes of a history of sixty threads, and English by Chinese for all in it."""
    path = tmp_path_factory.mktemp("sound") / "history.db"
    said = build(path, threads=60)
    return path.read_bytes(), said


def build(path: Path, threads: int) -> dict[str, str]:
    """Fill a history; return English by Chinese for every comment in it."""
    said = {}
    with HistoryStore(path, clock=Clock()) as store:
        for number in range(threads):
            texts = [f"第{number}个帖子的第{place}条评论蹲" + "啊" * place for place in range(20)]
            english = [f"comment {place} of thread {number}" for place in range(20)]
            said.update(zip(texts, english, strict=True))
            _, ids = store.remember(
                "\n".join(texts),
                [
                    result(text, ("蹲", f"entry-{number % 7}"), english=words)
                    for text, words in zip(texts, english, strict=True)
                ],
            )
            store.add_tag(ids[:1], "first")
        while store.index_pending():
            pass
    return said


def damage(path: Path, pages: list[int], content: bytes) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = content
    path.write_bytes(data)


def remembered(store: HistoryStore) -> dict[str, str]:
    """Return English by Chinese for all that can be shown; showing must not fail."""
    return {
        row.result.comment.text: row.result.translation.text if row.result.translation else ""
        for thread in store.threads(limit=10_000)
        for row in store.thread(thread.id)
    }


def test_a_sound_history_is_simply_opened(tmp_path: Path) -> None:
    opened = open_history(tmp_path / "history.db")
    assert (opened.trouble, opened.recovered) == (None, None)
    assert opened.store.lasting
    assert opened.store.integrity(thorough=True) == []
    opened.store.close()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("content", [bytes(PAGE), bytes(range(256)) * 16], ids=["zeros", "junk"])
def test_what_can_be_read_of_a_damaged_history_is_saved(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]], seed: int, content: bytes
) -> None:
    path = tmp_path / "history.db"
    data, said = sound
    path.write_bytes(data)
    bad = random.Random(seed).sample(range(len(data) // PAGE), 3)
    damage(path, bad, content)
    recovered = recover(path, clock=Clock())
    with HistoryStore(path, clock=Clock()) as store:
        assert store.integrity(thorough=True) == []
        kept = remembered(store)
        assert len(kept) == recovered.saved.comments
        assert set(kept) <= set(said)
        assert all(english in ("", said[text]) for text, english in kept.items())
        assert len(kept) >= len(said) - 3 * MOST_ON_A_PAGE
        assert sum(1 for english in kept.values() if english) >= len(kept) - 3 * MOST_ON_A_PAGE
        page = store.search("蹲", limit=5)
        assert {one.row.result.comment.text for one in page.found} <= set(kept)
        assert len(page.found) == min(5, len(kept))
        assert page.waiting == max(0, len(kept) - 100)
        store.remember("…", [result("还能用")])
    assert recovered.set_aside.exists()
    assert str(recovered.saved.comments) in recovered.told().message or not kept
    assert [file.name for file in tmp_path.iterdir() if "unfinished" in file.name] == []


def test_one_bad_page_of_comments_costs_no_more_than_that_page(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]]
) -> None:
    path = tmp_path / "history.db"
    data, said = sound
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as db:
        pages = [
            row[0] - 1
            for row in db.execute(
                "SELECT pageno FROM dbstat WHERE name = 'comments' AND pagetype = 'leaf'"
                " ORDER BY pageno"
            )
        ]
    damage(path, pages[len(pages) // 2 :][:1], b"\xff" * PAGE)
    saved = recover(path, clock=Clock()).saved
    assert len(said) - 60 < saved.comments < len(said)
    assert saved.threads == 60


def test_comments_that_are_lost_are_read_again_from_what_was_pasted(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    said = build(path, threads=3)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM comments WHERE thread_id IN (1, 3)")
        db.execute("UPDATE threads SET source_text = '蹲一个\n\n好的呢' WHERE id = 1")
        db.execute("UPDATE threads SET source_text = ' ' WHERE id = 3")
    saved = recover(path, clock=Clock()).saved
    with HistoryStore(path) as store:
        assert store.integrity(thorough=True) == []
        assert [row.result.comment.text for row in store.thread(1)] == ["蹲一个", "好的呢"]
        assert all(row.result.language is Language.NONE for row in store.thread(1))
        assert store.thread(3) == []
        kept = {row.result.comment.text for row in store.thread(2)}
        assert kept < set(said)
        assert saved.comments == len(kept) + 2
        assert [found.row.thread_id for found in store.search("蹲一个").found][-1:] == [1]


def test_an_export_gives_back_what_a_damage_took(tmp_path: Path) -> None:
    path, export = tmp_path / "history.db", tmp_path / "all.jsonl"
    with HistoryStore(path, clock=Clock()) as store:
        one = result("蹲一个链接", ("蹲", "dun"), english="Waiting for a link")
        _, ids = store.remember("蹲一个链接", [one])
        store.add_tag(ids, "class")
        store.set_remark(ids[0], "so nice")
        store.export(export, "jsonl")
        before, met = contents(store), store.times_met(["dun"])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM comments")
    recover(path, clock=Clock())
    with HistoryStore(path, clock=Clock()) as store:
        assert store.times_met(["dun"]) == {}
        report = store.import_file(export)
        assert (report.merged.comments, report.merged.completed) == (0, 1)
        assert contents(store) == before
        assert store.times_met(["dun"]) == met
        assert len(store.search("entry:dun tag:class waiting nice").found) == 1
        assert store.import_file(export).merged.known == 1


def test_a_lost_thread_does_not_take_its_comments_with_it(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    said = build(path, threads=3)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM threads WHERE id = 2")
        db.execute("DELETE FROM notes WHERE id = 1")
        db.execute("UPDATE comments SET language = 'klingon', badges = '[1', depth = 'x'")
        db.execute("UPDATE translations SET details = '{'")
        db.execute("UPDATE threads SET created_at = 'noon' WHERE id = 1")
    recover(path, clock=Clock())
    with HistoryStore(path) as store:
        assert store.integrity(thorough=True) == []
        assert remembered(store) == said
        titles = [thread.title for thread in store.threads()]
        assert titles.count("Recovered") == 1
        whole = [store.source_text(number) for number in (1, 2, 3)]
        assert all(text in "\n".join(whole) for text in said)
        assert all(len(r.result.notes) == len(r.result.annotations) for r in store.thread(3))


def test_a_file_that_is_no_database_is_set_aside_and_a_new_history_begun(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"this was never a database" * 400)
    opened = open_history(path, clock=Clock())
    assert opened.trouble is not None
    assert opened.trouble.code == "history-damaged"
    assert opened.recovered is not None
    assert opened.recovered.saved.comments == 0
    assert "Nothing of it could be read" in opened.recovered.told().message
    assert opened.recovered.set_aside.read_bytes() == b"this was never a database" * 400
    with opened.store as store:
        store.remember("一", [result("一")])
    with HistoryStore(path) as store:
        assert store.count() == 1


def test_a_file_that_tells_nothing_of_its_tables_is_not_searched_for_long(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(random.Random(1).randbytes(75 * PAGE))
    began = time.process_time()
    open_history(path).store.close()
    # 0.02 s; asking for each key whether it can be reached takes two seconds.
    assert time.process_time() - began < 0.5


def test_a_note_that_is_no_json_any_more_costs_no_more_than_itself(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]]
) -> None:
    path = tmp_path / "history.db"
    data, said = sound
    garbled = data.replace(b'"entry_id": "entry-3"', b'"entry_id": "entry-3!')
    assert garbled != data
    path.write_bytes(garbled)
    recovered = recover(path)
    assert recovered.saved.comments == len(said)
    with HistoryStore(path) as store:
        assert remembered(store) == said
        notes = [r.result.notes for t in store.threads(limit=100) for r in store.thread(t.id)]
    assert 0 < sum(map(len, notes)) < len(said)


def test_a_truncated_file_gives_what_is_left(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]]
) -> None:
    path = tmp_path / "history.db"
    data, said = sound
    path.write_bytes(data)
    path.write_bytes(data[: len(data) * 2 // 3 // PAGE * PAGE])
    recover(path, clock=Clock())
    with HistoryStore(path) as store:
        kept = remembered(store)
        assert 0 < len(kept) <= len(said)
        assert set(kept) <= set(said)
        assert store.integrity(thorough=True) == []


def test_damage_is_seen_by_the_check_before_anything_fails(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]]
) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(sound[0])
    with HistoryStore(path) as store:
        assert store.integrity() == []
    damage(path, [path.stat().st_size // PAGE // 2], b"\xff" * PAGE)
    with HistoryStore(path) as store:
        assert store.integrity() != []


def test_without_hope_of_writing_the_history_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    opened = open_history(tmp_path / "file" / "history.db")
    assert opened.trouble is not None
    assert opened.trouble.code == "history-unwritable"
    assert "not a folder" not in str(opened.trouble)
    with opened.store as store:
        assert not store.lasting
        store.remember("一", [result("一")])
        assert store.count() == 1


def test_a_newer_history_is_left_alone_and_the_program_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    build(path, threads=1)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    opened = open_history(path)
    assert opened.trouble is not None
    assert opened.trouble.code == "history-newer"
    assert not opened.store.lasting
    opened.store.close()
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as store:
        store.remember("一", [result("一")])
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError) as caught:
            store.remember("长" * 100_000, [result("长" * 100_000)])
        assert caught.value.code == "history-disk-full"
        assert store.count() == 1
        store._db.execute("PRAGMA max_page_count = 1000000")
        _, ids = store.remember("二", [result("二")])
        store.add_translation(ids[0], translation("two"))
        assert store.count() == 2


def test_a_history_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as store:
        store.remember("一", [result("一")])
        store._db.execute("PRAGMA query_only = ON")
        with pytest.raises(UserError) as caught:
            store.remember("二", [result("二")])
        assert caught.value.code == "history-unwritable"
        page = store.search("")
        assert (len(page.found), page.waiting) == (1, 1)


def test_a_locked_history_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.db"
    monkeypatch.setattr("app.database.BUSY_SECONDS", 0.01)
    with HistoryStore(path) as one, HistoryStore(path) as other, one._write():
        with pytest.raises(UserError) as caught:
            other.remember("二", [result("二")])
        assert caught.value.code == "history-busy"


def test_a_history_that_is_being_written_can_be_searched(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as one, HistoryStore(path) as other:
        one.remember("…", [result("蹲")])
        one.index_pending()
        one.remember("…", [result("蹲蹲")])
        with one._write():
            page = other.search("蹲")
        assert ([found.row.result.comment.text for found in page.found], page.waiting) == (
            ["蹲"],
            1,
        )
        assert len(other.search("蹲").found) == 2


def test_a_search_index_out_of_step_is_made_anew(tmp_path: Path) -> None:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as store:
        _, ids = store.remember("一", [result("蹲", ("蹲", "dun"))])
        store.index_pending()
        store._db.execute("UPDATE search_data SET block = x'00' WHERE id = 1")
        store._db.execute("DELETE FROM search_idx")
        store._db.execute("DELETE FROM search_data WHERE id > 10")
        with pytest.raises(UserError) as caught:
            store.set_favourite(ids, True)
        assert caught.value.code == "history-index"
        store.set_favourite(ids, True)
        assert [one.row.id for one in store.search("蹲 is:favourite").found] == ids


@pytest.mark.parametrize("lost", ["header", "schema", "root"])
def test_leaves_are_read_when_no_way_leads_to_them(
    tmp_path: Path, sound: tuple[bytes, dict[str, str]], lost: str
) -> None:
    path = tmp_path / "history.db"
    data, said = sound
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as db:
        pages = {
            "header": [0],
            "schema": [
                row[0] - 1
                for row in db.execute("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
            ],
            "root": [
                row[0] - 1
                for row in db.execute(
                    "SELECT rootpage FROM sqlite_schema WHERE name IN ('comments', 'translations',"
                    " 'annotations', 'threads')"
                )
            ],
        }[lost]
    damage(path, pages, b"\xff" * PAGE)
    saved = recover(path, clock=Clock()).saved
    with HistoryStore(path) as store:
        assert remembered(store) == said
        assert all(row.result.notes for row in store.thread(5))
        assert store.tags() == [("first", 60)]
        assert store.times_met(["entry-3"])["entry-3"].times == 9 * 20
    assert (saved.threads, saved.comments, saved.translations) == (60, 1200, 1200)
