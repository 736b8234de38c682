from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from conftest import FakeEngine
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models import Comment, Language, Result, Translation
from app.settings import ViewChoices
from ui.card import Block, Card, Look
from ui.card_lines import FootKind, lay_meta, meta_parts
from ui.measuring import advance
from ui.reading import ReadingView
from ui.session import SessionModel
from ui.theme import Theme
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
THREAD = "momo: 宝子们 蹲一个链接，妈妈做的红烧肉yyds\n好的呢🙂\n这个软件一个月20刀"


@pytest.fixture
def view(window: MainWindow, session: SessionModel, all_translated: Wait) -> ReadingView:
    window.read_page.read(THREAD)
    all_translated(session)
    window.grab()
    return window.read_page.view


def place(view: ReadingView, row: int, block: Block, offset: int) -> QPoint:
    """Return the middle of a character in the viewport."""
    card = view.card(row)
    lines = card.block(block)
    assert lines is not None
    box = lines.rects(offset, offset + 1)[0]
    return (
        box.center() + card.block_origin(block) + view.card_rect(row).topLeft() - QPointF(0, 0)
    ).toPoint()


def test_arrows_go_from_comment_to_comment_and_note_to_note(view: ReadingView) -> None:
    assert view.current_row == 0
    notes = view.comment_model().result(0).notes
    assert len(notes) >= 2
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current_annotation == 1
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.current_annotation == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.current_row, view.current_annotation) == (1, -1)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_row == 2
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_row == 2
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_row == 0


def test_pointing_at_slang_tells_which(qtbot: QtBot, view: ReadingView) -> None:
    at = place(view, 0, Block.ORIGINAL, THREAD.index("蹲") - len("momo: "))
    with qtbot.waitSignal(view.pointed) as pointed:
        QTest.mouseMove(view.viewport(), at)
    assert pointed.args[0] == 0
    note = view.comment_model().result(0).notes[pointed.args[1]]
    assert note.entry_id == "dun"


def test_clicking_slang_opens_its_note(qtbot: QtBot, view: ReadingView, window: MainWindow) -> None:
    at = place(view, 0, Block.ORIGINAL, view.comment_model().result(0).comment.text.index("yyds"))
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    note = view.comment_model().result(0).notes[view.current_annotation]
    assert note.entry_id == "yyds"
    assert window.read_page.notes.toPlainText().startswith("yyds")


def test_dragging_selects_and_copies_what_was_selected(view: ReadingView) -> None:
    start = place(view, 0, Block.ORIGINAL, 0)
    end = place(view, 0, Block.ORIGINAL, 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(9, 0))
    QTest.mouseMove(view.viewport(), end + QPoint(9, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert view.selected_text() == "宝子们"
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "宝子们"


def test_copying_without_a_selection_takes_both_texts(view: ReadingView) -> None:
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    result = view.comment_model().result(0)
    assert result.translation is not None
    expected = f"{result.comment.text}\n{result.translation.text}"
    assert QGuiApplication.clipboard().text() == expected


def test_copy_buttons_copy_what_they_say(view: ReadingView, window: MainWindow) -> None:
    menu = window.read_page.menu
    result = view.comment_model().result(0)
    assert result.translation is not None
    for block, text in (
        (Block.ORIGINAL, result.comment.text),
        (Block.TRANSLATION, result.translation.text),
    ):
        menu.copy(block)
        assert QGuiApplication.clipboard().text() == text


def test_a_click_takes_a_substitution_back(qtbot: QtBot, view: ReadingView) -> None:
    card = view.card(0)
    foot = next(f for f in card.feet if f.kind is FootKind.SUBSTITUTED)
    at = (foot.rect.center() + view.card_rect(0).topLeft()).toPoint()
    with qtbot.waitSignal(view.take_back) as taken:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert taken.args == [0, foot.entry_id]


def test_two_thousand_comments_scroll_quickly(
    window: MainWindow, session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    text = "\n".join(f"宝子们 蹲一个链接，第{i}条 yyds" for i in range(2000))
    started = time.perf_counter()
    window.read_page.read(text)
    view = window.read_page.view
    view.viewport().grab()
    assert time.perf_counter() - started < 2.0
    bar = view.verticalScrollBar()
    started = time.perf_counter()
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        view.viewport().grab()
    assert (time.perf_counter() - started) / 20 < 0.1
    bar.setValue(bar.maximum())
    view.viewport().grab()
    last = view.indexAt(QPoint(view.viewport().width() // 2, view.viewport().height() - 60))
    assert last.row() == 1999


def test_what_is_read_stays_in_place_when_translations_come_above(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    engine: FakeEngine,
    all_translated: Wait,
) -> None:
    engine.gate.clear()
    window.read_page.read("\n".join("蹲一个链接，" * (1 + i % 7) for i in range(60)))
    view = window.read_page.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.viewport().grab()
    top = view.indexAt(QPoint(200, 2)).row()
    before = view.card_rect(top + 1).top()
    engine.gate.set()
    all_translated(session)
    view.viewport().grab()
    assert abs(view.card_rect(top + 1).top() - before) < view.card_rect(top).height() / 2 + 1


def test_names_and_zoom_change_the_look_and_keep_the_place(
    view: ReadingView, window: MainWindow
) -> None:
    before = view.card_rect(0).height()
    window._theme.set_zoom(200)
    view.viewport().grab()
    assert view.card_rect(0).height() > before * 1.5
    window._theme.set_zoom(100)
    assert view.card_rect(0).height() == before


def test_a_comment_that_is_gone_to_is_seen_whole(
    window: MainWindow, session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    window.read_page.read("\n".join("蹲一个链接，真的很想要，" * (1 + i % 9) for i in range(80)))
    view = window.read_page.view
    view.viewport().grab()
    for row in (40, 5, 79, 0, 33):
        view.setCurrentIndex(session.comments.index(row))
        view.viewport().grab()
        box = view.card_rect(row)
        assert box.top() >= -1
        assert box.bottom() <= view.viewport().height() + 1


@pytest.mark.parametrize(
    "text",
    ["排了两个小时的队终于吃上了，" * 4, "momo\n" + "好吃" * 40 + "\n昨天 21:08 上海 回复\n12"],
)
def test_the_buttons_of_a_card_stand_on_no_text(window: MainWindow, text: str) -> None:
    window.resize(480, 700)
    window.read_page.read(text)
    window.grab()
    view, buttons = window.read_page.view, window.read_page.actions_bar.geometry()
    card, corner = view.card(0), view.card_rect(0).topLeft()
    for box in card.original.rects(0, len(view.comment_model().result(0).comment.text)):
        words = box.translated(corner + card.block_origin(Block.ORIGINAL)).toRect()
        assert not words.adjusted(0, 6, 0, 0).intersects(buttons)  # lines are higher than letters


def test_facts_that_do_not_fit_stand_in_the_next_line(theme: Theme) -> None:
    look = Look.of(theme, ViewChoices())
    comment = Comment("好吃", author="猫猫统治地球", place="上海", posted="昨天", likes="2.1万")
    parts = meta_parts(comment, look, favourite=True, tags=("课堂",))

    def lay(width: float) -> tuple[list[str], int]:
        laid, bottom = lay_meta(parts, QRectF(20, 20, width, 0), look)
        assert all(
            fact.at.x() + advance(fact.text, fact.font) <= 20 + width and fact.at.y() < bottom
            for fact in laid
        )
        return [fact.text for fact in laid], len({fact.at.y() for fact in laid})

    wide, lines = lay(600)
    assert lines == 1
    narrow, lines = lay(200)
    assert lines > 1
    assert narrow == wide


def test_a_sticker_stays_whole_in_the_translation_too(theme: Theme) -> None:
    text = "I'd like to steal the cat [害羞R]"
    result = Result(
        Comment("想偷猫了[害羞R]"), Language.ZH, translation=Translation(text, "zh", "en", "e")
    )
    for width in range(120, 400, 7):
        lines = Card(result, width, Look.of(theme, ViewChoices())).translation
        assert lines is not None
        start = text.index("[")
        assert any(line.start <= start and line.end >= len(text) for line in lines.lines)
