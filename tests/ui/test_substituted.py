"""What is put in place of slang is switched off for one comment or for all, and on again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import WAIT_MS, FakeEngine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.glossary import ENTRY_ID, Glossary
from app.history import HistoryStore
from app.packs import PackStore
from app.paths import Paths
from app.sorted_lines import SortedLines
from ui.card_lines import foot_items
from ui.notes import NotesView
from ui.reading import ReadingView
from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
TEXT = "妈妈做的红烧肉yyds，每次回家都要吃三碗饭"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window: MainWindow, session: SessionModel, all_translated: Wait) -> ReadingView:
    window.read_page.read(f"{TEXT}\n真是yyds呢")
    all_translated(session)
    return window.read_page.view


def put(session: SessionModel, row: int = 0) -> list[str]:
    """Return the entries that the engine was given in plain words."""
    translation = session.comments.result(row).translation
    assert translation is not None
    return [one.entry_id for one in translation.substitutions]


def follow(qtbot: QtBot, notes: NotesView, text: str) -> None:
    """Go to a link of the notes with Tab, and press Enter."""
    notes.setFocus()
    for _ in range(20):
        if notes.textCursor().selectedText() == text:
            break
        qtbot.keyClick(notes, Qt.Key.Key_Tab)
    assert notes.textCursor().selectedText() == text
    qtbot.keyClick(notes, Qt.Key.Key_Return)


def test_a_key_switches_it_off_and_on_for_the_comment(
    qtbot: QtBot, view: ReadingView, session: SessionModel
) -> None:
    QTest.keyClick(view, Qt.Key.Key_S)  # no note is chosen
    assert not session.comments.undone(0)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    assert put(session, 1) == ["yyds"]
    QTest.keyClick(view, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: put(session) == ["yyds"], timeout=WAIT_MS)


def test_the_menu_of_a_comment_switches_it_off_and_on(
    qtbot: QtBot, window: MainWindow, view: ReadingView, session: SessionModel
) -> None:
    def switch() -> tuple[str, bool]:
        menu = window.read_page.menu.build()
        actions = {a.text(): a for a in menu.actions()}
        (one,) = actions["Plain words for the engine"].menu().actions()
        before = one.text(), one.isChecked()
        one.trigger()
        return before

    text, on = switch()
    assert text.startswith("yyds → ")
    assert on
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    assert switch() == ("yyds", False)
    qtbot.waitUntil(lambda: put(session) == ["yyds"], timeout=WAIT_MS)


def test_what_a_comment_does_without_is_known_after_a_new_start(
    qtbot: QtBot,
    view: ReadingView,
    session: SessionModel,
    new_session: Callable[[], SessionModel],
    paths: Paths,
    all_translated: Wait,
) -> None:
    session.take_back(0, "yyds")
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    session.close()
    with HistoryStore(paths.history) as store:
        (thread,) = store.threads()
    again = new_session()
    with qtbot.waitSignal(again.page_changed, timeout=WAIT_MS):
        again.open_thread(thread.id)
    assert again.comments.undone(0) == {"yyds"}
    assert not again.comments.undone(1)
    again.put_back(0, "yyds")
    qtbot.waitUntil(lambda: put(again) == ["yyds"], timeout=WAIT_MS)


def test_translating_a_page_again_heeds_what_was_taken_back(
    qtbot: QtBot, view: ReadingView, session: SessionModel, all_translated: Wait
) -> None:
    session.take_back(0, "yyds")
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    session.set_help(slang=False, glossary=True)
    qtbot.waitUntil(lambda: session.unfinished == 0, timeout=WAIT_MS)
    assert put(session, 1) == []
    session.set_help(slang=True, glossary=True)
    qtbot.waitUntil(lambda: session.unfinished == 0, timeout=WAIT_MS)
    assert put(session, 0) == []
    assert put(session, 1) == ["yyds"]


def test_a_link_leaves_it_as_written_for_good_and_the_bar_takes_that_back(
    qtbot: QtBot, window: MainWindow, view: ReadingView, session: SessionModel, paths: Paths
) -> None:
    page = window.read_page
    QTest.keyClick(view, Qt.Key.Key_Right)
    follow(qtbot, page.notes, "Leave it as written everywhere")
    qtbot.waitUntil(lambda: put(session) == [] and put(session, 1) == [], timeout=WAIT_MS)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT_MS)
    assert "yyds" in page.notice.label.text()
    assert PackStore(paths.packs).is_as_written("yyds")
    assert "You leave this as written everywhere." in page.notes.toPlainText()
    page.notice.button.click()
    qtbot.waitUntil(lambda: put(session) == ["yyds"], timeout=WAIT_MS)
    assert not PackStore(paths.packs).is_as_written("yyds")


def test_the_notes_take_it_back_later_also_where_the_comment_did_without(
    qtbot: QtBot, window: MainWindow, view: ReadingView, session: SessionModel
) -> None:
    notes = window.read_page.notes
    session.take_back(0, "yyds")
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    QTest.keyClick(view, Qt.Key.Key_Right)
    follow(qtbot, notes, "Leave it as written everywhere")
    qtbot.waitUntil(lambda: put(session, 1) == [], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "everywhere." in notes.toPlainText(), timeout=WAIT_MS)
    follow(qtbot, notes, "Use plain words again")
    qtbot.waitUntil(lambda: put(session) == put(session, 1) == ["yyds"], timeout=WAIT_MS)


def test_the_slang_book_finds_what_is_left_as_written_and_puts_it_back(
    qtbot: QtBot,
    window: MainWindow,
    view: ReadingView,
    session: SessionModel,
    engine: FakeEngine,
    paths: Paths,
) -> None:
    page = window.slang_page
    window.show_page("slang")
    qtbot.waitUntil(lambda: page.show_entry("yyds"), timeout=WAIT_MS)
    action = next(a for a in page.panel.menu().actions() if "as written" in a.text())
    action.trigger()
    qtbot.waitUntil(lambda: put(session) == put(session, 1) == [], timeout=WAIT_MS)
    assert "yyds" in page.notice.label.text()
    page.finder.scope.setCurrentIndex(page.finder.scope.findData("left"))
    qtbot.waitUntil(lambda: page.finder.entries.rowCount() == 1, timeout=WAIT_MS)
    assert page.finder.current.entry.id == "yyds"
    assert "as written" in page.finder.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    follow(qtbot, page.view, "Use plain words again")
    qtbot.waitUntil(lambda: put(session) == ["yyds"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.finder.entries.rowCount() == 0, timeout=WAIT_MS)
    assert "will stand here" in page.finder.empty.text()
    assert not PackStore(paths.packs).is_as_written("yyds")


def test_words_from_the_dictionary_stand_below_the_card_and_are_switched_there_and_in_the_menu(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    engine: FakeEngine,
    all_translated: Wait,
) -> None:
    engine.glossary = Glossary(SortedLines(["牛油果\tavocado", "腮红\tblush"]))
    window.read_page.read("昨天买的牛油果和腮红都很好")
    all_translated(session)

    def feet() -> list[tuple[str, str]]:
        items = foot_items(session.comments.result(0), session.comments.undone(0))
        return [(f.label, f.detail) for f in items if f.entry_id == ENTRY_ID]

    assert feet() == [("牛油果 · 腮红", " → avocado · blush")]
    view = window.read_page.view
    (foot,) = [f for f in view.card(0).feet if f.entry_id == ENTRY_ID]
    at = (foot.rect.center() + view.card_rect(0).topLeft()).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: put(session) == [] and session.unfinished == 0, timeout=WAIT_MS)
    assert feet() == [("Words from the dictionary", "  ↺ as written")]
    session.put_back(0, ENTRY_ID)
    qtbot.waitUntil(lambda: put(session) == [ENTRY_ID, ENTRY_ID], timeout=WAIT_MS)
    window.settings_page.glossary.setChecked(False)
    qtbot.waitUntil(lambda: put(session) == [] and session.unfinished == 0, timeout=WAIT_MS)
    assert not session.comments.undone(0)
    assert not window.settings.glossary
    window.settings_page.slang.setChecked(False)
    assert not window.settings_page.glossary.isEnabled()


def test_enter_goes_to_the_notes_and_escape_back(
    qtbot: QtBot, window: MainWindow, view: ReadingView
) -> None:
    notes = window.read_page.notes
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert notes.hasFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_other_readings_come_into_sight(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.resize(1200, 320)
    window.read_page.read("真是的！妈妈做的红烧肉真好吃")
    all_translated(session)
    notes, bar = window.read_page.notes, window.read_page.notes.verticalScrollBar()
    assert bar.value() == 0
    window.read_page.menu.other_readings()
    qtbot.waitUntil(lambda: "Reading 3" in notes.toPlainText(), timeout=WAIT_MS)
    assert bar.value() == bar.maximum() > 0


def test_a_link_that_changes_the_translation_keeps_the_place(
    qtbot: QtBot, window: MainWindow, view: ReadingView, session: SessionModel
) -> None:
    window.resize(1200, 420)
    QTest.keyClick(view, Qt.Key.Key_Right)
    bar = window.read_page.notes.verticalScrollBar()
    bar.setValue(60)
    session.take_back(0, "yyds")
    qtbot.waitUntil(lambda: put(session) == [], timeout=WAIT_MS)
    assert bar.value() == 60
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() == 0
