"""What the reader adds to a page that is not in the history: it is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import WAIT_MS, FakeEngine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.history import HistoryStore
from app.models import BY_HAND, HistoryRow
from app.paths import Paths
from ui.archive import Archive
from ui.chosen import EVERYTHING
from ui.session import SessionModel
from ui.shelf import Shelf
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]


def rows_of(paths: Paths) -> list[HistoryRow]:
    with HistoryStore(paths.history) as store:
        return [row for thread in store.threads() for row in store.thread(thread.id)]


def add_something(session: SessionModel) -> None:
    session.tend.set_favourite(0, True)
    session.tend.add_tag(1, "class")
    session.tend.correct(1, "All right.")


def settled(qtbot: QtBot, archive: Archive) -> None:
    """Wait until the store lane has done what was asked of it."""
    done: list[object] = []
    archive.submit(lambda store: store.lasting, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)


def test_it_is_told_once_and_the_page_can_be_remembered_as_it_is(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    window.choosing.toggle_remember()
    window.read_page.read("蹲一个链接\n好的呢")
    all_translated(session)
    engine_said = session.comments.result(1).translation
    notice = window.read_page.notice
    session.tend.set_favourite(1, True)
    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)
    assert notice.label.text().startswith("This page is not in the history")
    notice.end()
    session.tend.set_favourite(1, False)
    add_something(session)
    settled(qtbot, session.archive)
    assert not notice.isVisible()
    assert not paths.history.exists()
    window.ways.clear()
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)  # undo
    session.tend.add_tag(0, "later")
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    session.tend.keep_page()
    settled(qtbot, session.archive)
    session.close()
    first, second = rows_of(paths)
    assert (first.favourite, first.tags) == (True, ("later",))
    assert (second.favourite, second.tags) == (False, ("class",))
    made = second.result.translation
    assert made is not None
    assert engine_said is not None
    assert (made.text, made.engine) == ("All right.", BY_HAND)
    assert made.alternatives == (engine_said.text,)


def test_the_offer_remembers_the_page(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    window.choosing.toggle_remember()
    window.read_page.read("蹲一个链接\n好的呢")
    all_translated(session)
    add_something(session)
    notice = window.read_page.notice
    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)
    assert notice.button.text() == "Remember this page"
    with qtbot.waitSignal(session.archive.changed, timeout=WAIT_MS):
        QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    window.read_page.read("姐妹求链接")
    all_translated(session)
    session.close()
    assert [row.favourite for row in rows_of(paths)] == [True, False]


def test_what_is_added_while_the_page_is_still_being_read_is_stored_with_it(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    window.read_page.read("\n".join(f"蹲一个链接{number}" for number in range(120)))
    assert session.noting.unread
    session.tend.set_favourite(0, True)
    session.tend.add_tag(119, "class")
    all_translated(session)
    assert not window.read_page.notice.isVisible()
    session.close()
    rows = rows_of(paths)
    assert (rows[0].favourite, rows[119].tags) == (True, ("class",))


def test_what_is_added_while_the_disk_is_full_comes_with_the_page(
    qtbot: QtBot,
    session: SessionModel,
    all_translated: Wait,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object) -> None:
        raise UserError("history-disk-full", "Full.", "Free some space.")

    with monkeypatch.context() as full:
        full.setattr(HistoryStore, "remember", refuse)
        with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
            session.read("蹲一个\n好的呢")
        all_translated(session)
        with qtbot.assertNotEmitted(session.archive.forgotten):
            add_something(session)
            settled(qtbot, session.archive)
    with qtbot.waitSignal(session.archive.changed, timeout=WAIT_MS):
        session.archive.retry()
    session.close()
    first, second = rows_of(paths)
    assert (first.favourite, second.tags) == (True, ("class",))
    assert second.result.translation is not None
    assert second.result.translation.engine == BY_HAND


def test_a_page_that_was_deleted_can_be_remembered_anew(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    session.read("蹲一个\n好的呢")
    all_translated(session)
    add_something(session)
    with qtbot.waitSignal(session.archive.changed, timeout=WAIT_MS):
        Shelf(session.archive).delete(EVERYTHING, lambda _token: None)
    with qtbot.waitSignal(session.archive.forgotten, timeout=WAIT_MS):
        session.tend.add_tag(0, "later")
    session.tend.keep_page()
    settled(qtbot, session.archive)
    session.close()
    first, second = rows_of(paths)
    assert (first.favourite, first.tags, second.tags) == (True, ("later",), ("class",))
    assert second.result.translation is not None
    assert second.result.translation.engine == BY_HAND


def test_a_page_of_another_history_is_not_taken_for_one_of_this(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths, engine: FakeEngine
) -> None:
    copy = paths.data / "copy.db"
    paths.data.mkdir(parents=True)
    HistoryStore(copy).close()
    session.read("蹲一个")
    all_translated(session)
    told: list[object] = []
    Shelf(session.archive).restore(copy, told.append, session.archive.fail)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    with qtbot.waitSignal(session.archive.forgotten, timeout=WAIT_MS):
        session.tend.set_favourite(0, True)
    session.close()
    assert not rows_of(paths)
