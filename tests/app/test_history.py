from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.history import HistoryStore
from app.models import BY_HAND, Comment, Flag, Language, Result
from tests.app.history_samples import Clock, note, result, results, translation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "data" / "history.db", clock=Clock()) as opened:
        yield opened


def test_what_was_pasted_is_there_the_next_day(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    pasted = [result("蹲一个链接", ("蹲", "dun"), author="小红"), result("谢谢姐妹")]
    with HistoryStore(path, clock=Clock()) as store:
        thread_id, ids = store.remember("小红\n蹲一个链接\n谢谢姐妹", pasted)
        store.add_translation(ids[0], translation("Waiting for a link"))
    with HistoryStore(path) as store:
        first, second = store.thread(thread_id)
        assert store.source_text(thread_id) == "小红\n蹲一个链接\n谢谢姐妹"
    assert first.result.comment == pasted[0].comment
    assert first.result.notes == pasted[0].notes
    assert first.result.translation == translation("Waiting for a link")
    assert second.result == pasted[1]
    assert [first.id, second.id] == ids
    assert first.created_at == "2026-03-01T12:00:01.000+00:00"


@settings(max_examples=60, deadline=None)
@given(st.lists(results(), max_size=4), st.text(max_size=40))
def test_every_result_comes_back_as_it_was(pasted: list[Result], source: str) -> None:
    with HistoryStore.in_memory() as store:
        thread_id, _ = store.remember(source, pasted)
        assert [row.result for row in store.thread(thread_id)] == pasted


def test_what_the_reader_translated_comes_in_as_a_correction(store: HistoryStore) -> None:
    made = result("蹲", english="Squat")
    assert made.translation is not None
    engine = made.translation
    by_hand = replace(
        engine, text="Following", engine=BY_HAND, alternatives=(engine.text, "Crouch")
    )
    alone = replace(by_hand, alternatives=())
    _, ids = store.remember(
        "…", [replace(made, translation=one) for one in (by_hand, alone, engine, None)]
    )
    assert [row.result.translation for row in store.rows(ids)[1:]] == [alone, engine, None]
    assert store.correction_for("蹲", "en") == "Following"
    store.add_translation(ids[0], engine)
    assert store.rows(ids[:1])[0].result.translation == replace(by_hand, alternatives=("Squat",))
    for row_id in ids:
        store.correct_translation(row_id, None)
    assert [row.result.translation for row in store.rows(ids)] == [engine, None, engine, None]


def test_half_an_emoji_is_stored_as_a_replacement_character(store: HistoryStore) -> None:
    broken = Result(Comment("好\ud83d吃", author="\udc00"), Language.ZH, notes=())
    marked = result("好\ud83d吃", ("吃", "chi"), english="tasty \ud83d")
    thread_id, _ = store.remember("好\ud83d吃", [broken, marked])
    first, second = store.thread(thread_id)
    assert first.result.comment == Comment("好\ufffd吃", author="\ufffd")
    assert second.result.annotations == marked.annotations
    assert second.result.translation == translation("tasty \ufffd")


def test_threads_are_listed_newest_first_page_by_page(store: HistoryStore) -> None:
    for number in range(7):
        store.remember(f"第{number}个", [result(f"第{number}个")] * number)
    seen = []
    page = store.threads(limit=3)
    while page:
        seen += page
        page = store.threads(limit=3, before=page[-1])
    assert [thread.title for thread in seen] == [f"第{n}个" for n in reversed(range(7))]
    assert [thread.comments for thread in seen] == list(reversed(range(7)))
    assert store.count() == sum(range(7))
    assert store.count_threads() == 7


def test_pages_hold_when_two_threads_have_the_same_time(tmp_path: Path) -> None:
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    with HistoryStore(tmp_path / "h.db", clock=lambda: moment) as store:
        made = [store.remember(str(n), [result(str(n))])[0] for n in range(5)]
        first = store.threads(limit=2)
        rest = store.threads(limit=9, before=first[-1])
    assert [thread.id for thread in first + rest] == made[::-1]


def test_a_summary_counts_what_is_translated_and_favourite(store: HistoryStore) -> None:
    _, ids = store.remember("…", [result("一"), result("二"), result("三", english="three")])
    store.add_translations([(ids[0], translation("one"))])
    store.set_favourite([ids[2]], True)
    (thread,) = store.threads()
    assert (thread.comments, thread.translated, thread.favourites) == (3, 2, 1)


def test_a_title_is_the_first_line_that_says_something(store: HistoryStore) -> None:
    store.remember("小红\n\n 好看", [result("\n  好看" + "呀" * 200 + "\n真的")])
    store.remember(" \n没有评论", [])
    newest, older = store.threads()
    assert older.title == ("好看" + "呀" * 200)[:80]
    assert newest.title == "没有评论"


def test_a_newer_translation_takes_the_place_of_the_old(store: HistoryStore) -> None:
    _, ids = store.remember("绝了", [result("绝了", english="Gone")])
    better = translation("Amazing", alternatives=("Superb",), flags=(Flag.CURATED,))
    store.add_translation(ids[0], better)
    assert store.rows(ids)[0].result.translation == better


def test_a_translation_that_comes_after_its_comment_was_purged_is_passed_over(
    store: HistoryStore,
) -> None:
    thread_id, ids = store.remember("一", [result("一")])
    store.delete_threads([thread_id])
    store.purge()
    store.add_translation(ids[0], translation("one"))
    assert store.rows(ids) == []


def test_deleted_threads_are_hidden_and_come_back_with_everything(store: HistoryStore) -> None:
    keep, _ = store.remember("留", [result("留")])
    gone, ids = store.remember("走", [result("走吧蹲", ("蹲", "dun"), english="go")])
    store.add_tag(ids, "travel")
    before = store.thread(gone)
    token = store.delete_threads([gone])
    assert (token.threads, token.comments) == (1, 1)
    assert [thread.id for thread in store.threads()] == [keep]
    assert store.thread(gone) == []
    assert store.rows(ids) == []
    assert store.count() == 1
    assert store.times_met(["dun"]) == {}
    assert store.tags() == []
    assert store.undo(token)
    assert store.thread(gone) == before
    assert store.times_met(["dun"])["dun"].times == 1
    assert not store.undo(token)


def test_deleting_single_comments_takes_a_thread_with_it_only_when_it_is_empty(
    store: HistoryStore,
) -> None:
    thread_id, ids = store.remember("…", [result("一"), result("二")])
    first = store.delete_comments(ids[:1])
    assert (first.threads, first.comments) == (0, 1)
    second = store.delete_comments(ids)
    assert (second.threads, second.comments) == (1, 1)
    assert store.threads() == []
    assert store.undo(second)
    assert [row.id for row in store.thread(thread_id)] == ids[1:]
    assert store.undo(first)
    assert [row.id for row in store.thread(thread_id)] == ids


def test_undo_brings_back_only_its_own_deletion(store: HistoryStore) -> None:
    one, _ = store.remember("1", [result("1")])
    two, _ = store.remember("2", [result("2")])
    first, _ = store.delete_threads([one]), store.delete_threads([two])
    store.undo(first)
    assert [thread.id for thread in store.threads()] == [one]


def test_purging_leaves_nothing_of_the_text_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    secret = "无人知晓的秘密"
    with HistoryStore(path, clock=Clock()) as store:
        kept, _ = store.remember("留下", [result("留下")])
        thread_id, ids = store.remember(secret, [result(secret, (secret, "secret"))])
        store.add_translation(ids[0], translation("a secret nobody knows"))
        store.add_tag(ids, "nobodyknows")
        token = store.delete_threads([thread_id])
        assert store.purge(datetime(2020, 1, 1, tzinfo=UTC)) == 0
        assert store.purge() == 1
        assert not store.undo(token)
        assert [thread.id for thread in store.threads()] == [kept]
        assert store.words_met() == []
        left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert "留下".encode() in left
        assert secret.encode() not in left
        assert b"nobody" not in left


def test_copies_beside_the_history_are_listed(store: HistoryStore, tmp_path: Path) -> None:
    assert store.path is not None
    store.backup(tmp_path / "copy.db")
    kept = store.restore(tmp_path / "copy.db")
    damaged = store.path.with_name("history.db.damaged-2026")
    damaged.touch()
    assert set(store.copies()) == {kept, damaged}
    with HistoryStore.in_memory() as other:
        assert other.copies() == []


def test_room_is_given_back_when_much_was_purged(store: HistoryStore) -> None:
    assert store.path is not None
    store.remember("…", [result("留")])
    store.remember("…", [result("走" * 2000)] * 50)
    assert store.compact() == 0
    store.delete_threads([2])
    store.purge()
    assert store.compact() > 200_000
    assert store.path.stat().st_size < 200_000
    with HistoryStore(store.path) as again:
        assert [row.result.comment.text for row in again.thread(1)] == ["留"]
        assert len(again.search("留").found) == 1


def test_clearing_by_age_and_clearing_all(store: HistoryStore) -> None:
    clock = Clock()
    for _ in range(3):
        store.remember("…", [result("好")])
    store.remember("only the source", [])
    moment = clock() + timedelta(seconds=1)
    assert store.delete_before(moment).threads == 1
    assert store.delete_all().threads == 3
    assert store.threads() == []


def test_equal_notes_are_kept_once(store: HistoryStore) -> None:
    store.remember("…", [result("蹲一个", ("蹲", "dun"))] * 50)
    assert store.path is not None
    with sqlite3.connect(store.path) as raw:
        assert raw.execute("SELECT count(*) FROM notes").fetchone() == (1,)
    raw.close()
    assert {row.result.notes for row in store.thread(1)} == {(note("dun", "蹲"),)}


def test_a_failed_write_leaves_nothing_behind(store: HistoryStore) -> None:
    good = result("好")
    with pytest.raises(AttributeError):
        store.remember("…", [good, None])  # type: ignore[list-item]
    assert store.count_threads() == 0
    store.remember("…", [good])
    assert store.count() == 1


def test_two_stores_write_at_once_without_a_lost_row(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    HistoryStore(path).close()

    def write() -> None:
        with HistoryStore(path) as store:
            for number in range(20):
                _, ids = store.remember(str(number), [result(str(number)), result("好")])
                store.add_translation(ids[0], translation("x"))

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with HistoryStore(path) as store:
        assert store.count() == 120
        assert sum(thread.translated for thread in store.threads(limit=99)) == 60


def test_one_reads_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as writer, HistoryStore(path) as reader:
        writer.remember("一", [result("一")])
        with writer._write() as db:
            db.execute("UPDATE threads SET title = 'half done'")
            assert [thread.title for thread in reader.threads()] == ["一"]


def test_a_store_belongs_to_one_thread(store: HistoryStore) -> None:
    failures: list[BaseException] = []

    def use() -> None:
        try:
            store.count()
        except sqlite3.ProgrammingError as error:
            failures.append(error)

    other = threading.Thread(target=use)
    other.start()
    other.join()
    assert len(failures) == 1


def test_a_history_in_memory_does_all_the_same_and_leaves_no_file(tmp_path: Path) -> None:
    with HistoryStore.in_memory() as store:
        assert not store.lasting
        store.remember("一", [result("一")])
        assert store.count() == 1
    assert list(tmp_path.iterdir()) == []
