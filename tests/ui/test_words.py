from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.dictionary import Dictionary
from app.history import HistoryStore
from app.paths import Paths
from ui.card import Block
from ui.comments import readings_of
from ui.read_page import ReadPage
from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "我们去银行蹲一个"


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return Dictionary.load()


@pytest.fixture
def page(
    window: MainWindow, session: SessionModel, dictionary: Dictionary, all_translated: Wait
) -> ReadPage:
    session.warming.dictionary = dictionary
    window.read_page.read(TEXT + "\n😀 yyds")
    all_translated(session)
    window.grab()
    return window.read_page


def centre(page: ReadPage, offset: int) -> QPoint:
    view = page.view
    card = view.card(0)
    box = card.text_rect(offset, offset + 1)
    return (box.center() + view.card_rect(0).topLeft()).toPoint()


def test_resting_on_a_word_explains_it_and_leaving_ends_that(qtbot: QtBot, page: ReadPage) -> None:
    QTest.mouseMove(page.view.viewport(), centre(page, TEXT.index("银")))
    qtbot.waitUntil(page.popup.isVisible, timeout=WAIT_MS)
    assert page.popup.word.text() == "银行   yínháng"
    assert "bank" in page.popup.senses.text()
    assert "银 yín" in page.popup.parts.text()
    assert page.view.word == (0, 3, 5)
    QTest.mouseMove(page.view.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: not page.popup.isVisible(), timeout=WAIT_MS)
    assert page.view.word is None


def test_slang_shows_its_note_first(qtbot: QtBot, page: ReadPage) -> None:
    QTest.mouseMove(page.view.viewport(), centre(page, TEXT.index("蹲")))
    qtbot.waitUntil(page.popup.isVisible, timeout=WAIT_MS)
    assert page.popup.note.text().startswith("waiting for")
    assert page.popup.word.text().startswith("蹲")
    assert page.popup.word.text().endswith("gè")


def test_the_keyboard_goes_from_word_to_word_and_pins(page: ReadPage) -> None:
    view = page.view
    seen = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
        assert view.word is not None
        seen.append(TEXT[view.word[1] : view.word[2]])
    assert seen == ["我们", "去", "银行"]
    QTest.keyClick(view, Qt.Key.Key_Left, CTRL)
    assert view.word == (0, 2, 3)
    assert page.popup.spoken().startswith("去")
    assert "Enter" in page.popup.hint.text()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.popup.pinned
    assert "Esc" in page.popup.hint.text()
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    assert page.popup.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert page.popup.spoken().startswith("银行")
    assert page.popup.pinned
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not page.popup.isVisible()
    assert view.word is None


def test_another_comment_or_page_closes_the_pop_up(window: MainWindow, page: ReadPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Right, CTRL)
    assert page.popup.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert not page.popup.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    QTest.keyClick(page.view, Qt.Key.Key_Right, CTRL)
    window.show_page("history")
    assert not page.popup.isVisible()


def test_pinyin_stands_above_chinese_words_only(window: MainWindow, page: ReadPage) -> None:
    plain = page.view.card(0).height
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    card = page.view.card(0)
    assert card.height > plain
    units = [u for line in card.original.lines for u in line.units]
    read = {u.text: u.reading.text for u in units if u.reading}
    assert read["银行"] == "yínháng"
    assert not any(u.reading for line in page.view.card(1).original.lines for u in line.units)
    assert page.box.pinyin.isChecked()
    QTest.mouseClick(page.box.pinyin, Qt.MouseButton.LeftButton)
    assert page.view.card(0).height == plain


def test_words_are_not_read_across_the_edge_of_slang(session: SessionModel) -> None:
    session.read("你先蹲一个吧")
    (annotation,) = session.comments.result(0).annotations
    for reading in readings_of(session.comments.result(0)):
        inside = annotation.start <= reading.start < annotation.end
        assert inside == (annotation.start < reading.end <= annotation.end)


def test_known_words_have_no_pinyin(window: MainWindow, page: ReadPage) -> None:
    window.choosing.set_view(pinyin=True)
    view = page.view

    def read() -> set[str]:
        lines = view.card(0).original.lines
        return {unit.text for line in lines for unit in line.units if unit.reading}

    assert "我们" in read()
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert "I know this word" in page.popup.hint.text()
    QTest.keyClick(view, Qt.Key.Key_K)
    assert window.choosing.view.known == {"我们"}
    assert "我们" not in read()
    assert "银行" in read()
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert "again" in page.popup.hint.text()
    QTest.keyClick(view, Qt.Key.Key_K)
    assert "我们" in read()


def test_tone_colours_colour_every_syllable(window: MainWindow, page: ReadPage) -> None:
    window.choosing.set_view(pinyin=True, tone_colours=True)
    window.grab()
    reading = next(r for r in readings_of(window.session.comments.result(0)) if r.end == 5)
    assert reading.coloured() == [("yín", 2), ("háng", 2)]


def test_names_can_be_hidden(window: MainWindow, session: SessionModel) -> None:
    window.read_page.read("momo: 蹲一个")
    view = window.read_page.view
    assert any("momo" in part.text for part in view.card(0).meta)
    window.choosing.set_view(names=False)
    assert not any("momo" in part.text for part in view.card(0).meta)
    spoken = session.comments.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "momo" not in spoken


def test_stars_are_kept(
    qtbot: QtBot, window: MainWindow, page: ReadPage, session: SessionModel, paths: Paths
) -> None:
    QTest.keyClicks(page.view, "*")
    assert page.actions_bar.star.isChecked()
    session.close()
    with HistoryStore(paths.history) as store:
        (thread,) = store.threads()
        assert [row.favourite for row in store.thread(thread.id)] == [True, False]


def test_block_under_a_point_is_the_one_that_is_painted_there(page: ReadPage) -> None:
    card = page.view.card(0)
    for block in Block:
        lines = card.block(block)
        assert lines is not None
        middle = card.block_origin(block)
        middle.setY(middle.y() + lines.height / 2)
        assert card.block_at(middle) is block
