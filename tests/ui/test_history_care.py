"""The history as a whole: backup, clearing, damage, disks that refuse, and remembering nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import WAIT_MS, FakeEngine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.deleting import UndoToken
from app.engine import EngineOutput
from app.errors import UserError
from app.history import HistoryStore
from app.lexicon import Lexicon
from app.models import BY_HAND, Comment, Language, Result
from app.paths import Paths
from app.pipeline import Pipeline
from app.recovery import Opened, open_history
from app.watched import Watched
from ui import housekeeping, long_work
from ui.__main__ import Languages
from ui.chosen import EVERYTHING, Chosen
from ui.history_care import ClearDialog
from ui.housekeeping import Housekeeping
from ui.session import SessionModel
from ui.shelf import Shelf
from ui.theme import SEPARATOR
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
SECRET = "蹲一个不要让人知道的链接"


def texts_of(paths: Paths) -> list[str]:
    with HistoryStore(paths.history) as store:
        return [row.result.comment.text for t in store.threads() for row in store.thread(t.id)]


def test_a_backup_is_made_gone_back_to_and_that_taken_back(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.read_page.read("第一")
    all_translated(session)
    window.show_page("history")
    page, care = window.history_page, window.history_page.care
    copy = tmp_path / "copy.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(copy), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(copy), ""))
    care.back_up()
    qtbot.waitUntil(lambda: "copied to copy.db" in page.notice.label.text(), timeout=WAIT_MS)
    window.read_page.read("第二")
    all_translated(session)
    care.restore()
    qtbot.waitUntil(lambda: "in place now" in page.notice.label.text(), timeout=WAIT_MS)
    assert texts_of(paths) == ["第一"]
    # The page that is open is not in that history: nothing of it may go to a row there.
    session.tend.set_favourite(0, True)
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "All is as it was." in page.notice.label.text(), timeout=WAIT_MS)
    assert texts_of(paths) == ["第二", "第一"]
    with HistoryStore(paths.history) as store:
        assert not any(t.favourites for t in store.threads())


def test_clearing_takes_the_copies_too_when_asked(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
) -> None:
    window.read_page.read(SECRET)
    all_translated(session)
    window.show_page("history")
    care, shelf = window.history_page.care, window.history_page.shelf
    beside = paths.history.with_name("history.db.v1-20260101T000000000000.backup")
    done: list[None] = []
    shelf.back_up(beside, done.append, session.archive.fail)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    care.clear()
    qtbot.waitUntil(lambda: bool(window.findChildren(ClearDialog)), timeout=WAIT_MS)
    (dialog,) = window.findChildren(ClearDialog)
    assert dialog.copies.isVisible()
    dialog.copies.setChecked(True)
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.history_page.threads.rowCount() == 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not beside.exists(), timeout=WAIT_MS)


def test_remembering_nothing_leaves_nothing_on_the_disk(
    qtbot: QtBot, engine: FakeEngine, entries: Lexicon, paths: Paths
) -> None:
    paths.data.mkdir(parents=True)
    pipeline = Pipeline(entries, engine, lambda: HistoryStore(paths.history))
    session = SessionModel(
        pipeline,
        lambda: open_history(paths.history),
        lambda text: [Comment(text)],
        is_begun=paths.history.exists,
    )
    session.remember = False
    engine_said = f"engine said of {SECRET}"
    engine.translate = lambda texts, **_k: [EngineOutput(engine_said) for _ in texts]  # type: ignore[method-assign]
    session.read(SECRET)
    qtbot.waitUntil(lambda: session.unfinished == 0 and not session.translating, timeout=WAIT_MS)
    session.tend.set_favourite(0, True)
    session.tend.add_tag(0, SECRET)
    session.tend.correct(0, f"corrected: {SECRET}")
    session.archive.times_met(["dun"], lambda _met: None)
    session.close()
    written = b"".join(f.read_bytes() for f in paths.data.parent.rglob("*") if f.is_file())
    for encoding in ("utf-8", "utf-16-le"):
        assert SECRET.encode(encoding) not in written
    assert not paths.history.exists()


def test_a_correction_is_offered_when_the_comment_comes_again(
    qtbot: QtBot,
    session: SessionModel,
    new_session: Callable[[], SessionModel],
    all_translated: Wait,
    paths: Paths,
) -> None:
    session.read("蹲一个\n好的呢")
    all_translated(session)
    session.tend.correct(0, "Waiting for it")
    session.read("momo: 好的呢\nmomo: 蹲一个")

    def offered(which: SessionModel, row: int) -> bool:
        made = which.comments.result(row).translation
        return made is not None and made.engine == BY_HAND and made.text == "Waiting for it"

    qtbot.waitUntil(lambda: offered(session, 1), timeout=WAIT_MS)
    all_translated(session)
    made = session.comments.result(1).translation
    assert made is not None
    assert made.alternatives  # the engine's stays beside it
    assert not offered(session, 0)
    # Who goes back to the engine's is not asked again on this page.
    session.tend.drop_correction(1)
    all_translated(session)
    assert not offered(session, 1)
    session.close()
    later = new_session()
    later.read("蹲一个")
    qtbot.waitUntil(lambda: offered(later, 0), timeout=WAIT_MS)


def test_what_a_full_disk_refused_is_kept_when_there_is_room_again(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    full = True
    remember = HistoryStore.remember

    def refuse(store: HistoryStore, *arguments: object) -> tuple[int, list[int]]:
        if full:
            raise UserError("history-disk-full", "Full.", "Free some space.")
        return remember(store, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(HistoryStore, "remember", refuse)
    window.read_page.read("蹲一个\n好的呢")
    all_translated(session)
    notice = window.read_page.notice
    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)
    assert notice.button.text() == "Try again"
    full = False
    with qtbot.waitSignal(session.archive.changed, timeout=WAIT_MS):
        QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert window.history_page.notice.isHidden()  # it was said there, too
    session.close()
    with HistoryStore(paths.history) as store:
        (thread,) = store.threads()
        assert (thread.comments, thread.translated) == (2, 2)


def test_what_was_kept_in_memory_goes_to_the_disk_when_it_can(
    qtbot: QtBot,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
) -> None:
    refused = UserError("history-unwritable", "No.", "Mend it.")
    session.archive._open = lambda: Opened(HistoryStore.in_memory(), refused)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
        session.read("蹲一个\n好的呢")
    all_translated(session)
    assert not session.archive.lasting
    assert not paths.history.exists()
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
        session.archive.retry()
    session.archive._open = lambda: open_history(paths.history)
    with qtbot.waitSignal(session.archive.lasting_changed, timeout=WAIT_MS) as said:
        session.archive.retry()
    assert said.args == [True]
    session.tend.set_favourite(1, True)
    session.close()
    with HistoryStore(paths.history) as store:
        (thread,) = store.threads()
        assert (thread.comments, thread.translated, thread.favourites) == (2, 2, 1)
        assert store.thread(thread.id)[1].favourite


def test_damage_is_found_beside_other_work_and_mended(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    session.read("蹲一个\n好的呢")
    all_translated(session)
    tokens: list[UndoToken] = []
    shelf = Shelf(session.archive)
    shelf.archive.submit(lambda store: store.settle(), tokens.append)
    qtbot.waitUntil(lambda: bool(tokens), timeout=WAIT_MS)
    with sqlite3.connect(paths.history) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'translations'"
        (page,), (size,) = db.execute(sql).fetchone(), db.execute("PRAGMA page_size").fetchone()
    with paths.history.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    keeper = Housekeeping(session.archive)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as said:
        keeper.start()
    assert said.args[0].code == "history-recovered"
    keeper.close()
    session.close()
    assert sorted(texts_of(paths)) == ["好的呢", "蹲一个"]
    assert list(paths.data.glob("history.db.damaged-*"))


def test_what_was_deleted_is_purged_and_what_waits_is_indexed(
    qtbot: QtBot,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.read(SECRET)
    all_translated(session)
    session.read("好的呢")
    all_translated(session)
    shelf, gone = Shelf(session.archive), list[UndoToken]()
    keeper = Housekeeping(session.archive)
    shelf.delete(EVERYTHING, gone.append)
    qtbot.waitUntil(lambda: bool(gone), timeout=WAIT_MS)
    shelf.undo(gone[0])  # it is still there while undo is offered
    waiting: list[int] = []

    def indexed() -> bool:
        session.archive.submit(lambda store: store.index_pending(0), waiting.append)
        return bool(waiting) and waiting[-1] == 0

    qtbot.waitUntil(indexed, timeout=WAIT_MS)
    shelf.delete(EVERYTHING, gone.append)
    qtbot.waitUntil(lambda: len(gone) == 2, timeout=WAIT_MS)
    monkeypatch.setattr(housekeeping, "_UNDO_IS_OVER", -housekeeping._UNDO_IS_OVER)
    keeper.start()

    def purged() -> bool:
        return SECRET.encode() not in b"".join(
            file.read_bytes() for file in paths.data.iterdir() if file.is_file()
        )

    qtbot.waitUntil(purged, timeout=WAIT_MS)
    keeper.close()


def test_long_work_says_how_far_it_is_and_how_long_it_takes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, languages: Languages
) -> None:
    now = [100.0]
    monkeypatch.setattr("ui.long_work.time.monotonic", lambda: now[0])
    window.show_page("history")
    bar, archive = window.history_page.work, window.session.archive
    go_on, come_back = threading.Event(), threading.Event()

    def delete(_store: HistoryStore, watched: Watched) -> None:
        watched.tell(0.25)
        assert go_on.wait(10)
        watched.tell(0.5)
        while not watched.cancelled():
            threading.Event().wait(0.005)

    archive.work_long(long_work.DELETING, delete)
    archive.work_long(long_work.BRINGING_BACK, lambda _store, _watched: come_back.wait(10))
    qtbot.waitUntil(bar.isVisible, timeout=WAIT_MS)
    assert bar.label.text() == SEPARATOR.join(("Deleting …", "25 %"))
    now[0] += 100
    go_on.set()
    qtbot.waitUntil(lambda: "50 %" in bar.label.text(), timeout=WAIT_MS)
    said = SEPARATOR.join(("Deleting …", "50 %", "about 2 minutes left"))
    assert bar.label.text() == said
    languages.set("zh_CN")
    qtbot.waitUntil(lambda: "正在删除" in bar.label.text(), timeout=WAIT_MS)
    languages.set("en")
    bar.stop()
    assert window.history_page.notice.label.text() == "Stopped. Nothing was deleted."
    # What comes after it has its turn, and cannot be stopped.
    qtbot.waitUntil(lambda: bar.label.text() == "Bringing it back …", timeout=WAIT_MS)
    assert bar.stop_button.isHidden()
    come_back.set()
    qtbot.waitUntil(bar.isHidden, timeout=WAIT_MS)


def test_many_comments_are_changed_in_steps_that_can_be_stopped(
    qtbot: QtBot, session: SessionModel, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.shelf._AT_ONCE", 10)
    with HistoryStore(paths.history) as store:
        store.remember("…", [Result(Comment(f"第{number}条"), Language.ZH) for number in range(35)])
    shelf, archive = Shelf(session.archive), session.archive
    all_threads = Chosen(stretches=((None, None),), count=1)
    with qtbot.waitSignal(archive.ended, timeout=WAIT_MS):
        shelf.add_tag(all_threads, "all")
    add_tag, steps, go_on = HistoryStore.add_tag, list[int](), threading.Event()

    def add(store: HistoryStore, ids: Sequence[int], tag: str) -> None:
        add_tag(store, ids, tag)
        steps.append(len(ids))
        assert len(steps) < 2 or go_on.wait(10)

    monkeypatch.setattr(HistoryStore, "add_tag", add)
    shelf.add_tag(all_threads, "some")
    qtbot.waitUntil(lambda: len(steps) == 2, timeout=WAIT_MS)
    archive.stop()
    go_on.set()
    session.close()
    with HistoryStore(paths.history) as store:
        assert store.tags() == [("all", 35), ("some", 20)]
