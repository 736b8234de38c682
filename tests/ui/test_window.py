from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import WAIT_MS, FakeEngine
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import Paths
from app.settings import Settings
from ui.crash import CrashDialog, report
from ui.session import SessionModel
from ui.theme import Theme
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CTRL = Qt.KeyboardModifier.ControlModifier
THREAD = "momo: 宝子们 蹲一个链接\n妈妈做的红烧肉yyds"


def drop(window: MainWindow, mime: QMimeData) -> None:
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.read_page.dropEvent(event)


def test_the_empty_page_invites(window: MainWindow) -> None:
    box = window.read_page.box
    assert not box.folded
    assert box.editor.isVisible()
    assert box.sample.isVisible()
    assert not window.read_page.view.isVisible()
    assert box.paste.property("primary")
    assert not box.read.isVisible()
    QTest.keyClicks(box.editor, "yyds")
    assert box.read.isVisible()
    assert not box.paste.property("primary")


def test_ctrl_v_anywhere_reads_the_clipboard(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    QGuiApplication.clipboard().setText(THREAD)
    window.show_page("settings")
    QTest.keyClick(window, Qt.Key.Key_V, CTRL)
    assert window.stack.currentWidget() is window.read_page
    assert session.comments.rowCount() == 2
    assert window.read_page.box.folded
    assert window.read_page.view.isVisible()
    assert window.read_page.notes.toPlainText()
    all_translated(session)
    assert window.settings.welcomed


def test_pasting_into_the_empty_box_reads_at_once(
    window: MainWindow, session: SessionModel
) -> None:
    QGuiApplication.clipboard().setText(THREAD)
    QTest.keyClick(window.read_page.box.editor, Qt.Key.Key_V, CTRL)
    assert session.comments.rowCount() == 2


def test_what_was_typed_is_never_lost(window: MainWindow, session: SessionModel) -> None:
    editor = window.read_page.box.editor
    QTest.keyClicks(editor, "yyds ")
    QGuiApplication.clipboard().setText("蹲一个")
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert editor.toPlainText() == "yyds 蹲一个"
    assert session.comments.rowCount() == 0
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    assert [r.comment.text for r in session.comments.results] == ["yyds 蹲一个"]
    assert editor.toPlainText() == ""


def test_nothing_on_the_clipboard_is_told_quietly(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("   ")
    window.ways.paste()
    assert window.read_page.notice.isVisible()
    assert "no text" in window.read_page.notice.label.text()


def test_text_and_text_files_can_be_dropped(
    window: MainWindow, session: SessionModel, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setText(THREAD)
    drop(window, mime)
    assert session.comments.rowCount() == 2
    file = tmp_path / "thread.txt"
    file.write_bytes("蹲一个\n蹲两个\n蹲三个".encode("gb18030"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop(window, mime)
    assert [r.comment.text for r in session.comments.results][2] == "蹲三个"


def test_a_dropped_picture_is_refused_with_a_remedy(
    window: MainWindow, session: SessionModel, tmp_path: Path
) -> None:
    file = tmp_path / "film.bin"
    file.write_bytes(bytes(range(256)) * 10)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop(window, mime)
    assert session.comments.rowCount() == 0
    assert "not a text file" in window.read_page.notice.label.text()


def test_errors_are_a_quiet_bar_with_a_remedy(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine
) -> None:
    engine.missing = True
    window.read_page.read(THREAD)
    bar = window.read_page.notice
    qtbot.waitUntil(bar.isVisible, timeout=WAIT_MS)
    assert "language package" in bar.label.text()
    assert window.read_page.notes.toPlainText()


def test_a_fault_opens_a_report_without_any_comment_text(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine
) -> None:
    engine.broken = True
    window.read_page.read("秘密的评论")
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)), timeout=WAIT_MS)
    (dialog,) = window.findChildren(CrashDialog)
    text = dialog.text.toPlainText()
    assert "ZeroDivisionError" in text
    assert "秘密" not in text
    dialog.close()


def test_a_report_names_places_not_words() -> None:
    try:
        raise ValueError("蹲一个链接")
    except ValueError as error:
        text = report(error)
    assert "test_window.py" in text
    assert "蹲" not in text


def test_history_lists_opens_deletes_and_undoes(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read(THREAD)
    all_translated(session)
    window.read_page.read("第二次")
    all_translated(session)
    page = window.history_page
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.threads.rowCount() == 2, timeout=WAIT_MS)
    page.select(1)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 1, timeout=WAIT_MS)
    assert page.notice.isVisible()
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 2, timeout=WAIT_MS)
    page.select(1)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.read_page
    qtbot.waitUntil(lambda: session.comments.rowCount() == 2, timeout=WAIT_MS)
    assert session.comments.result(1).translation is not None


def test_search_finds_chinese_pinyin_and_english_and_opens_the_comment(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read(THREAD)
    all_translated(session)
    window.read_page.read("第二次")
    all_translated(session)
    page = window.history_page
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(lambda: page.threads.rowCount() == 2, timeout=WAIT_MS)
    for query in ("红烧肉", "hongshaorou", "the GOAT"):
        page.search.setText(query)
        qtbot.waitUntil(
            lambda: page.results.isVisible() and page.found.rowCount() == 1, timeout=WAIT_MS
        )
        assert page.found.index(0).data() == "妈妈做的红烧肉yyds"
        window.grab()
        page.search.setText("")
        qtbot.waitUntil(page.list.isVisible, timeout=WAIT_MS)
    page.search.setText("没有这样的东西")
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT_MS)
    assert "Nothing found" in page.empty.text()
    page.search.setText("红烧肉")
    qtbot.waitUntil(page.results.isVisible, timeout=WAIT_MS)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.results.hasFocus()
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.read_page.view.current_row == 1, timeout=WAIT_MS)


def test_long_work_can_be_stopped_and_taken_up_again(
    qtbot: QtBot, window: MainWindow, session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    window.read_page.read("\n".join(["蹲一个链接"] * 50))
    box = window.read_page.box
    qtbot.waitUntil(box.stop.isVisible, timeout=WAIT_MS)
    assert window.rail.word.accessibleName() == "0 of 50"
    QTest.mouseClick(box.stop, Qt.MouseButton.LeftButton)
    assert not box.stop.isVisible()
    assert box.go_on.isVisible()
    engine.gate.set()
    QTest.mouseClick(box.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.unfinished == 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not box.go_on.isVisible(), timeout=WAIT_MS)
    assert window.rail.word.accessibleName() == ""


def test_long_work_tells_how_long_it_will_take(window: MainWindow) -> None:
    box = window.read_page.box
    box.show_progress(10, 100, busy=True, stopped=False, minutes=2.2)
    assert box.counter.text().startswith("10 of 100")
    assert "about 2 min" in box.counter.text()
    box.show_progress(90, 100, busy=True, stopped=False, minutes=0.2)
    assert box.counter.text() == "90 of 100"


def test_choices_take_effect_and_are_told(qtbot: QtBot, window: MainWindow) -> None:
    changes: list[Settings] = []
    window.settings_changed.connect(changes.append)
    page = window.settings_page
    page.theme_box.setCurrentIndex(2)
    assert window._theme.colours.dark
    page.zoom.setCurrentIndex(page.zoom.findData(150))
    assert window._theme.zoom == 150
    page.slang.setChecked(False)
    page.remember.setChecked(False)
    last = changes[-1]
    assert (last.theme, last.zoom, last.slang_layer, last.remember) == ("dark", 150, False, False)
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.settings.zoom == 100


def test_a_narrow_window_shows_notes_as_a_sheet(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read(THREAD)
    all_translated(session)
    window.resize(480, 700)
    page = window.read_page
    assert not page.panel.isVisible()
    assert window.rail.buttons["read"].narrow
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.geometry().right() <= page.rect().right() + 1
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    window.resize(1200, 800)
    assert page.panel.isVisible()
    assert page.splitter.indexOf(page.panel) == 1


def test_page_and_size_are_remembered(
    qtbot: QtBot,
    window: MainWindow,
    new_session: Callable[[], SessionModel],
    paths: Paths,
    theme: Theme,
) -> None:
    window.resize(700, 500)
    window.show_page("packages")
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.close()
    assert closed == [True]
    packages = PackageStore(paths.bundled_packages, paths.packages)
    packs, settings = PackStore(paths.packs), window.settings
    again = MainWindow(new_session(), packages, packs, paths, theme, settings, lambda _l: None)
    qtbot.addWidget(again)
    assert again.stack.currentWidget() is again.packages_page
    assert again.size() == window.size()


def test_damaged_window_state_is_no_obstacle(
    qtbot: QtBot, session: SessionModel, paths: Paths, theme: Theme
) -> None:
    packages = PackageStore(paths.bundled_packages, paths.packages)
    settings = Settings(geometry="not base64!", splitter="AAAA", page="nowhere")
    packs = PackStore(paths.packs)
    window = MainWindow(session, packages, packs, paths, theme, settings, lambda _l: None)
    qtbot.addWidget(window)
    assert window.stack.currentWidget() is window.read_page


@pytest.mark.parametrize("page", ["read", "history", "packages", "settings"])
def test_pages_have_buttons_and_shortcuts(window: MainWindow, page: str) -> None:
    number = list(window.pages).index(page)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1.value + number), CTRL)
    assert window.stack.currentWidget() is window.pages[page]
    assert window.rail.buttons[page].isChecked()


def test_user_errors_show_message_and_remedy(window: MainWindow) -> None:
    window.show_error(UserError("some-code", "It did not work.", "Try again."))
    assert window.read_page.notice.label.text() == "It did not work. Try again."


def test_what_is_opened_from_the_history_is_read_by_keyboard_at_once(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read("宝子们 蹲一个链接")
    all_translated(session)
    window.ways.clear()
    window.show_page("history")
    page = window.history_page
    page.search.setText("蹲")
    qtbot.waitUntil(page.results.isVisible, timeout=WAIT_MS)
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.page_changed, timeout=WAIT_MS):
        QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert window.read_page.view.hasFocus()


def test_nobody_is_asked_to_go_on_before_it_was_stopped(
    window: MainWindow, session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    told: list[bool] = []
    session.progress.connect(lambda *_: told.append(window.read_page.box.go_on.isVisible()))
    window.read_page.read("第一条\n第二条")
    assert told
    assert not any(told)


def test_what_is_dropped_on_another_page_is_read(window: MainWindow, session: SessionModel) -> None:
    window.show_page("history")
    mime = QMimeData()
    mime.setText("宝子们 蹲一个链接")
    event = QDropEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.read_page.isVisible()
    assert session.comments.rowCount() == 1


def test_several_text_files_are_read_one_after_the_other(
    window: MainWindow, session: SessionModel, tmp_path: Path
) -> None:
    mime = QMimeData()
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, ("第一条", "第二条\n第三条"), strict=True):
        path.write_text(text, encoding="utf-8")
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(window, mime)
    assert [r.comment.text for r in session.comments.results] == ["第一条", "第二条", "第三条"]
    for path in paths:
        path.write_text("")
    drop(window, mime)
    assert "no text to read" in window.read_page.notice.label.text()
    assert session.comments.rowCount() == 3
