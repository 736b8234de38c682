"""The history page: lists of any length, many rows chosen at once, what belongs to a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel
from pytestqt.qtbot import QtBot

from app.history import HistoryStore
from app.models import Comment, Language, Result
from app.paths import Paths
from app.search import Found
from ui.__main__ import Languages
from ui.found import found_in, meta
from ui.history_page import HistoryPage
from ui.narrowing import DaysDialog
from ui.search_help import open_help, ways
from ui.session import SessionModel
from ui.shelf import FOUND_PAGE
from ui.text_dialog import TextDialog
from ui.threads import PAGE
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def fill(paths: Paths, threads: int, comments: int = 1) -> None:
    """Write a history as an earlier start would have left it."""
    with HistoryStore(paths.history) as store:
        for number in range(threads):
            texts = [f"第{number}串第{place}条" for place in range(comments)]
            results = [Result(Comment(text, author="momo"), Language.ZH) for text in texts]
            store.remember("\n".join(texts), results)


def opened(qtbot: QtBot, window: MainWindow, threads: int) -> HistoryPage:
    window.show_page("history")
    page = window.history_page
    qtbot.waitUntil(lambda: page.threads.rowCount() == threads, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.threads.summary(0) is not None, timeout=WAIT_MS)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> HistoryPage:
    """Return the page with two threads: a short one, and below it one of three comments."""
    for text in ("momo: 蹲一个链接\n好的呢\n姐妹求链接", "小红: 红烧肉yyds"):
        window.read_page.read(text)
        all_translated(session)
    return opened(qtbot, window, 2)


def rows_of(paths: Paths) -> list[tuple[str, bool, tuple[str, ...], str]]:
    with HistoryStore(paths.history) as store:
        return [
            (row.result.comment.text, row.favourite, row.tags, row.remark)
            for thread in store.threads()
            for row in store.thread(thread.id)
        ]


def test_only_what_is_in_sight_is_fetched(qtbot: QtBot, window: MainWindow, paths: Paths) -> None:
    fill(paths, 5 * PAGE)
    page = opened(qtbot, window, 5 * PAGE)
    assert page.threads.summary(PAGE) is None
    QTest.keyClick(page.list, Qt.Key.Key_End)
    last = 5 * PAGE - 1
    qtbot.waitUntil(lambda: page.threads.summary(last) is not None, timeout=WAIT_MS)
    assert page.threads.summary(last).title == "第0串第0条"
    assert page.threads.summary(2 * PAGE) is None
    qtbot.waitUntil(lambda: page.detail.comments.rowCount() == 1, timeout=WAIT_MS)
    assert page.selected() == [page.threads.summary(last).id]
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: page.threads.summary(5 * PAGE // 2) is not None, timeout=WAIT_MS)
    window.grab()


def test_everything_chosen_is_everything_also_what_was_never_fetched(
    qtbot: QtBot, window: MainWindow, paths: Paths
) -> None:
    fill(paths, 3 * PAGE)
    page = opened(qtbot, window, 3 * PAGE)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.finder.selection().count == 3 * PAGE
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 0, timeout=WAIT_MS)
    assert page.notice.label.text() == f"{3 * PAGE} threads deleted."
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 3 * PAGE, timeout=WAIT_MS)
    page.select(0)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 3 * PAGE - 1, timeout=WAIT_MS)
    for _ in range(2):  # the second time there is nothing to bring back
        QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.threads.rowCount() == 3 * PAGE, timeout=WAIT_MS)


def test_the_comments_of_a_thread_stand_beside_it_and_are_tended_together(
    qtbot: QtBot, page: HistoryPage, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.list.setFocus()
    page.select(1)
    detail = page.detail
    qtbot.waitUntil(lambda: detail.comments.rowCount() == 3, timeout=WAIT_MS)
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    assert detail.list.hasFocus()
    QTest.keyClick(detail.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(detail.list, "*")
    qtbot.waitUntil(lambda: detail.comments.row(1).favourite, timeout=WAIT_MS)
    assert detail.selection().count == 2
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a: ("#for class", True))
    page.tag()
    qtbot.waitUntil(lambda: detail.comments.row(0).tags == ("for class",), timeout=WAIT_MS)
    assert [row[1:3] for row in rows_of(paths)[1:]] == [
        (True, ("for class",)),
        (True, ("for class",)),
        (False, ()),
    ]
    QTest.keyClick(detail.list, "*")
    qtbot.waitUntil(lambda: not detail.comments.row(0).favourite, timeout=WAIT_MS)
    QTest.keyClick(detail.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: detail.comments.rowCount() == 1, timeout=WAIT_MS)
    assert page.notice.label.text() == "2 comments deleted."
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: detail.comments.rowCount() == 3, timeout=WAIT_MS)
    QTest.keyClick(detail.list, Qt.Key.Key_Left)
    assert page.list.hasFocus()


def test_a_remark_of_ones_own(
    qtbot: QtBot, page: HistoryPage, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page.detail.comments.rowCount() == 1, timeout=WAIT_MS)
    monkeypatch.setattr(TextDialog, "ask", lambda *_a: (" Ask Li ", True))
    page.detail.bar.remark()
    qtbot.waitUntil(lambda: page.detail.comments.row(0).remark == "Ask Li", timeout=WAIT_MS)
    assert rows_of(paths)[0][3] == "Ask Li"
    page.search.setText("ask li")
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)


def test_a_longer_answer_is_given_by_keyboard(qtbot: QtBot, page: HistoryPage) -> None:
    dialog = TextDialog(page, "My remark", "<b>蹲</b>", "one")
    dialog.open()
    assert dialog.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText
    QTest.keyClicks(dialog.editor, "!")
    QTest.keyClick(dialog.editor, Qt.Key.Key_Tab)
    assert dialog.editor.toPlainText() == "one!"
    with qtbot.waitSignal(dialog.accepted, timeout=WAIT_MS):
        QTest.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.editor.toPlainText() == "one!"
    QTimer.singleShot(0, lambda: page.findChildren(TextDialog)[-1].reject())
    assert TextDialog.ask(page, "My remark", "蹲", "one") == ("one", False)


def test_tags_are_given_and_taken_away_in_the_menus(qtbot: QtBot, page: HistoryPage) -> None:
    page.search.setText("链接")
    qtbot.waitUntil(lambda: page.found.rowCount() == 2, timeout=WAIT_MS)
    page.results.selectAll()
    bar = page.finder.found_bar
    bar._shelf.add_tag(page.finder.selection(), "week 3")
    qtbot.waitUntil(lambda: page.found.row(1).tags == ("week 3",), timeout=WAIT_MS)
    taking = [a for a in bar.menu().actions() if a.text() == "Take away the tag week 3"]
    taking[0].trigger()
    qtbot.waitUntil(lambda: page.found.row(1).tags == (), timeout=WAIT_MS)


def test_a_search_is_narrowed_by_choosing(qtbot: QtBot, page: HistoryPage) -> None:
    shelf, narrow = page.shelf, page.finder.narrow
    shelf.archive.submit(lambda store: store.add_tag(store.comment_ids([1])[:1], "week 3"))
    words: list[object] = []
    shelf.words(words.append)
    qtbot.waitUntil(lambda: bool(words), timeout=WAIT_MS)
    menu = narrow.menu_of([("week 3", 1)], words[0])  # type: ignore[arg-type]
    actions = {a.text(): a for m in [menu, *menu.findChildren(type(menu))] for a in m.actions()}
    actions["week 3 (1)"].trigger()
    assert page.search.text() == 'tag:"week 3"'
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)
    assert page.found.row(0).result.comment.text == "蹲一个链接"
    page.search.clear()
    actions["yyds (1)"].trigger()
    qtbot.waitUntil(
        lambda: [page.found.row(0).result.comment.text] == ["红烧肉yyds"], timeout=WAIT_MS
    )
    page.search.clear()
    actions["Today"].trigger()
    qtbot.waitUntil(lambda: page.found.rowCount() == 4, timeout=WAIT_MS)
    dialog = DaysDialog(page._theme, page, narrow._add_days)
    dialog.accept()
    week_ago = date.today() - timedelta(days=6)
    assert page.search.text().endswith(f" date:{week_ago}..{date.today()}")
    qtbot.waitUntil(lambda: page.found.rowCount() == 4, timeout=WAIT_MS)


def test_what_can_be_typed_is_listed_and_written(
    qtbot: QtBot, page: HistoryPage, languages: Languages
) -> None:
    languages.set("zh_CN")
    page.search.setText("姐妹")
    dialog = open_help(page.search, page._theme, page)
    listed = [c.shown_keys() for c in ways(str)]
    assert {"标签:", "说法:", "作者:", "从:2026-03-01", "是:收藏"} <= set(listed)
    dialog.input.setText("作者")
    dialog.input.setText("名字")
    dialog.carry_out()
    assert page.search.text() == "姐妹 作者:"
    described = page.search.accessibleDescription
    qtbot.waitUntil(lambda: "标签:" in described(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)
    dialog = open_help(page.search, page._theme, page)
    dialog.input.setText("收藏")
    dialog.carry_out()
    assert page.search.text() == "姐妹 作者: 是:收藏"
    qtbot.waitUntil(lambda: page.found.rowCount() == 0, timeout=WAIT_MS)


def test_all_that_was_found_can_be_chosen_also_what_was_never_fetched(
    qtbot: QtBot, window: MainWindow, paths: Paths
) -> None:
    fill(paths, 3, FOUND_PAGE)
    page = opened(qtbot, window, 3)
    page.search.setText("条")
    qtbot.waitUntil(lambda: page.found.rowCount() == FOUND_PAGE, timeout=WAIT_MS)
    page.results.setFocus()
    QTest.keyClick(page.results, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.finder.count.text() == "all that were found are chosen"
    page.results.scrollTo(page.found.index(FOUND_PAGE - 1))
    qtbot.waitUntil(lambda: page.found.rowCount() == 2 * FOUND_PAGE, timeout=WAIT_MS)
    assert page.finder.selection().query == "条"
    QTest.keyClick(page.results, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 0, timeout=WAIT_MS)
    assert page.notice.label.text() == "3 threads deleted."


def test_the_row_shows_where_it_was_found(qtbot: QtBot, page: HistoryPage) -> None:
    def first(line: str) -> Found:
        found: list[Found] = []
        page.shelf.search(line, lambda at: found.extend(at.found), page.shelf.archive.fail)
        qtbot.waitUntil(lambda: bool(found), timeout=WAIT_MS)
        return found[0]

    page.shelf.archive.submit(lambda store: store.set_remark(store.comment_ids([1])[0], "so nice"))
    for line, show, marked in (
        ("English", found_in, "English"),
        ("squat", found_in, "squat"),
        ("nice", meta, "nice"),
        ("author:mom", meta, "mom"),
    ):
        text, hits = show(first(line))
        assert text[slice(*hits[0])].casefold() == marked.casefold()
    assert found_in(first("squat"))[0].startswith("蹲一个: ")
    page.search.setText("squat")
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)
    page.window().grab()


def test_an_odd_search_is_told_quietly(qtbot: QtBot, page: HistoryPage) -> None:
    page.search.setText("after:yesterday")
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT_MS)
    assert "2026-03-01" in page.empty.text()
    assert not page.notice.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible, timeout=WAIT_MS)


def test_pages_of_what_was_found_follow_one_another(
    qtbot: QtBot, window: MainWindow, paths: Paths
) -> None:
    fill(paths, 3, comments=FOUND_PAGE)
    page = opened(qtbot, window, 3)
    page.search.setText("串")
    qtbot.waitUntil(lambda: page.found.rowCount() == FOUND_PAGE, timeout=WAIT_MS)
    assert page.finder.count.text() == f"the newest {FOUND_PAGE}, more below"
    page.results.setFocus()
    for pages in (2, 3):
        QTest.keyClick(page.results, Qt.Key.Key_End)
        qtbot.waitUntil(lambda n=pages: page.found.rowCount() == n * FOUND_PAGE, timeout=WAIT_MS)
    QTest.keyClick(page.results, Qt.Key.Key_End)
    qtbot.waitUntil(
        lambda: page.finder.count.text() == f"{3 * FOUND_PAGE} comments", timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: page.detail.current is not None, timeout=WAIT_MS)


def test_the_words_that_were_met(qtbot: QtBot, window: MainWindow, page: HistoryPage) -> None:
    window.ways.show_words_met()
    finder = page.finder
    qtbot.waitUntil(lambda: finder.words.rowCount() > 1, timeout=WAIT_MS)
    assert finder.word_list.hasFocus()
    page.search.setText("yyds")
    qtbot.waitUntil(lambda: finder.words.rowCount() == 1, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: [r.row.result.comment.text for r in page.detail.comments._found] == ["红烧肉yyds"],
        timeout=WAIT_MS,
    )
    window.grab()
    with qtbot.waitSignal(page.book_wanted, timeout=WAIT_MS) as wanted:
        QTest.mouseClick(page.detail.book_button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["yyds"]
    window.show_page("history")
    page.search.setText("没有")
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT_MS)
    assert page.detail.comments.rowCount() == 0


def test_the_keyboard_goes_all_the_way(qtbot: QtBot, window: MainWindow, page: HistoryPage) -> None:
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClicks(page.list, "hong")
    assert page.search.text() == "hong"
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.results.hasFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.read_page


def test_remembering_is_switched_where_it_matters_and_seen(
    window: MainWindow, page: HistoryPage, session: SessionModel
) -> None:
    QTest.mouseClick(page.care.remember, Qt.MouseButton.LeftButton)
    assert not session.remember
    assert window.rail.word.accessibleName() == "not remembering"
    window.choosing.toggle_remember()
    assert session.remember
    assert page.care.remember.isChecked()
    assert window.rail.word.accessibleName() == ""
