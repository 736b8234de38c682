from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import WAIT_MS, FakeEngine
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from app.history import HistoryStore
from app.models import HistoryRow
from app.paths import Paths
from ui.card_lines import FootKind
from ui.comment_menu import CommentMenu
from ui.session import SessionModel
from ui.text_dialog import TextDialog
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def menu(window: MainWindow, session: SessionModel, all_translated: Wait) -> CommentMenu:
    window.read_page.read("宝子们 蹲一个链接\n好的呢🙂")
    all_translated(session)
    window.grab()
    return window.read_page.menu


def answer(monkeypatch: pytest.MonkeyPatch, text: str, *, accepted: bool = True) -> None:
    for dialog, name in ((QInputDialog, "getText"), (TextDialog, "ask")):
        monkeypatch.setattr(dialog, name, lambda *_a: (text, accepted))


def rows(paths: Paths) -> list[HistoryRow]:
    with HistoryStore(paths.history) as store:
        return store.thread(store.threads()[0].id)


def test_the_menu_has_everything_and_opens_by_key_and_button(
    qtbot: QtBot, window: MainWindow, menu: CommentMenu
) -> None:
    texts = [action.text() for action in menu.build().actions() if action.text()]
    assert texts[0] == "Copy both"
    assert "Correct the translation …" in texts
    view, bar = window.read_page.view, window.read_page.actions_bar
    with qtbot.waitSignal(bar.menu_wanted):
        QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.menu_wanted):
        QTest.keyClick(view.viewport(), Qt.Key.Key_Menu)
        view.menu_wanted.emit(QPoint(1, 1))


def test_tags_are_shown_kept_and_removed(
    window: MainWindow,
    menu: CommentMenu,
    session: SessionModel,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(monkeypatch, "#猫 猫")
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert session.comments.tags(0) == ("猫 猫",)
    assert any(part.text == "#猫 猫" for part in window.read_page.view.card(0).meta)
    answer(monkeypatch, "second")
    menu.tag()
    undo = window.read_page.notice.button
    for taken_back in (True, False):
        remove = next(a for a in menu.build().actions() if a.text() == "Remove the tag second")
        remove.trigger()
        assert session.comments.tags(0) == ("猫 猫",)
        if taken_back:
            QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
            assert session.comments.tags(0) == ("猫 猫", "second")
    session.close()
    assert rows(paths)[0].tags == ("猫 猫",)


def test_a_blank_tag_is_told_and_a_cancelled_one_is_nothing(
    qtbot: QtBot, menu: CommentMenu, session: SessionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "  ")
    with qtbot.waitSignal(session.failed) as failed:
        menu.tag()
    assert failed.args[0].code == "tag-blank"
    answer(monkeypatch, "x", accepted=False)
    menu.tag()
    assert session.comments.tags(0) == ()


def test_a_correction_can_be_dropped_again(
    qtbot: QtBot, menu: CommentMenu, session: SessionModel, paths: Paths
) -> None:
    before = session.comments.result(0).translation
    session.tend.correct(0, "mine")
    back = next(a for a in menu.build().actions() if a.text().startswith("Back to"))
    back.trigger()
    qtbot.waitUntil(lambda: session.comments.result(0).translation == before, timeout=WAIT_MS)
    session.close()
    assert rows(paths)[0].result.translation == before


def test_a_translation_of_ones_own_that_was_dropped_or_replaced_comes_back_with_undo(
    qtbot: QtBot,
    window: MainWindow,
    menu: CommentMenu,
    session: SessionModel,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def said() -> str:
        made = session.comments.result(0).translation
        return made.text if made is not None else ""

    undo = window.read_page.notice.button
    session.tend.correct(0, "mine")
    answer(monkeypatch, "worse")
    menu.correct()
    assert said() == "worse"
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert said() == "mine"
    menu.drop_correction(0)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert said() == "mine"
    done: list[None] = []
    session.engine_lane.submit(lambda _job: None, lambda _none: done.append(None))
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    assert said() == "mine"
    session.close()
    kept = rows(paths)[0].result.translation
    assert kept is not None
    assert kept.text == "mine"


def test_a_correction_stands_in_place_and_the_engines_beside_it(
    window: MainWindow,
    menu: CommentMenu,
    session: SessionModel,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = session.comments.result(0).translation
    assert before is not None
    answer(monkeypatch, "Folks, I would like the link too")
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    after = session.comments.result(0).translation
    assert after is not None
    assert after.text == "Folks, I would like the link too"
    assert after.alternatives == (before.text,)
    session.close()
    kept = rows(paths)[0].result.translation
    assert kept is not None
    assert kept.text == after.text
    assert kept.alternatives[0] == before.text


def test_a_translation_is_read_back_under_it_and_hidden_again(
    qtbot: QtBot, window: MainWindow, menu: CommentMenu, session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    before = window.read_page.view.card(0).height
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    # While it is worked out the window goes on and the card says so.
    assert session.comments.read_back(0) == ""
    assert window.read_page.view.card(0).read_back[0].text == "Read back: …"
    engine.gate.set()
    qtbot.waitUntil(lambda: bool(session.comments.read_back(0)), timeout=WAIT_MS)
    card = window.read_page.view.card(0)
    assert card.read_back[0].text.startswith("Read back: English for")
    assert card.height > before
    spoken = session.comments.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Read back: English for" in spoken
    action = next(a for a in menu.build().actions() if a.text() == "Read back")
    assert action.isChecked()
    action.trigger()
    assert session.comments.read_back(0) is None
    assert window.read_page.view.card(0).height == before


def test_another_translation_takes_its_reading_back_along(
    qtbot: QtBot, menu: CommentMenu, session: SessionModel
) -> None:
    menu.read_back()
    qtbot.waitUntil(lambda: bool(session.comments.read_back(0)), timeout=WAIT_MS)
    session.tend.correct(0, "mine")
    assert session.comments.read_back(0) is None


def test_without_a_package_for_the_way_back_that_is_said(
    qtbot: QtBot,
    menu: CommentMenu,
    session: SessionModel,
    engine: FakeEngine,
) -> None:
    engine.missing = True
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        menu.read_back()
    assert failed.args[0].code == "no-read-back"
    assert session.comments.read_back(0) is None


def test_tags_come_back_with_the_thread(
    qtbot: QtBot,
    menu: CommentMenu,
    session: SessionModel,
    new_session: Callable[[], SessionModel],
    paths: Paths,
) -> None:
    session.tend.add_tag(1, "smile")
    session.close()
    with HistoryStore(paths.history) as store:
        thread = store.threads()[0].id
    later = new_session()
    later.open_thread(thread)
    qtbot.waitUntil(lambda: later.comments.rowCount() == 2, timeout=WAIT_MS)
    assert later.comments.tags(1) == ("smile",)


def test_a_card_says_that_a_translation_is_the_readers_own(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read("妈妈做的红烧肉yyds，每次回家都要吃三碗饭")
    all_translated(session)
    kinds = [foot.kind for foot in window.read_page.view.card(0).feet]
    assert kinds[0] is FootKind.SUBSTITUTED
    session.tend.correct(0, "Mum's pork is the best")
    first, second = window.read_page.view.card(0).feet
    assert (first.kind, first.detail) == (FootKind.OWN, "your translation")
    assert second.kind is FootKind.GLOSS
    session.tend.drop_correction(0)
    all_translated(session)
    assert [foot.kind for foot in window.read_page.view.card(0).feet] == kinds
