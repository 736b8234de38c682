from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.settings import Settings, ViewChoices
from ui.commands import COMMAND, CommandDialog
from ui.comments import Role
from ui.session import SessionModel
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
Wait = Callable[[SessionModel], None]


def opened(window: MainWindow) -> CommandDialog:
    (dialog,) = window.findChildren(CommandDialog)
    return dialog


def test_the_palette_finds_and_does(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    dialog = opened(window)
    QTest.keyClicks(dialog.input, "pin wor")
    assert dialog.model.rowCount() == 1
    QTest.keyClick(dialog.input, Qt.Key.Key_Return)
    assert window.choosing.view.pinyin
    assert not dialog.isVisible()


def test_the_palette_goes_up_and_down_and_says_when_nothing_fits(window: MainWindow) -> None:
    window.commands.open_palette()
    dialog = opened(window)
    QTest.keyClick(dialog, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().row() == 1
    QTest.keyClick(dialog, Qt.Key.Key_Up)
    QTest.keyClick(dialog, Qt.Key.Key_Up)
    assert dialog.list.currentIndex().row() == 0
    dialog.input.setText("zzzz")
    assert dialog.empty.isVisible()
    dialog.carry_out()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_f1_lists_every_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    model = opened(window).model
    listed = {key for row in range(model.rowCount()) for key in model.index(row).data(COMMAND).keys}
    assert {"Ctrl+V", "Ctrl+K", "F1", "Ctrl+1", "*", "Ctrl+Right"} <= listed
    window.grab()


def test_every_command_has_a_name_of_its_own(window: MainWindow) -> None:
    names = [command.text for command in window.commands.all()]
    assert len(names) == len(set(names))
    keys = [key for command in window.commands.all() for key in command.keys]
    assert len(keys) == len(set(keys))


def test_a_file_can_be_opened(
    window: MainWindow,
    session: SessionModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "评论.txt"
    file.write_text("蹲一个\n蹲两个", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(file)], ""))
    QTest.keyClick(window, Qt.Key.Key_O, CTRL)
    assert session.comments.rowCount() == 2
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(tmp_path / "no")], ""))
    window.ways.open_file()
    assert "could not be read" in window.read_page.notice.label.text()


def test_an_empty_page_can_be_begun_and_taken_back(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read("蹲一个\n好的呢🙂")
    all_translated(session)
    session.tend.set_favourite(1, True)
    before = list(session.comments.results)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert session.comments.rowCount() == 0
    assert not window.read_page.box.folded
    window.read_page.notice.button.click()
    assert list(session.comments.results) == before
    assert session.comments.index(1).data(Role.FAVOURITE)


def test_what_is_not_remembered_can_be_brought_back_after_the_next_paste(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.choosing.set(remember=False)
    window.read_page.read("蹲一个")
    all_translated(session)
    assert not window.read_page.notice.isVisible()
    window.read_page.read("好的呢🙂")
    assert "not remembered" in window.read_page.notice.label.text()
    window.read_page.notice.button.click()
    assert session.comments.result(0).comment.text == "蹲一个"
    window.choosing.set(remember=True)


def test_the_defaults_come_back_and_can_be_taken_back(window: MainWindow) -> None:
    view = ViewChoices(pinyin=True, known=frozenset({"我们"}))
    chosen = replace(window.settings, theme="dark", zoom=150, chinese_font="x", view=view)
    window.choosing.apply(chosen)
    page = window.settings_page
    window.show_page("settings")
    page.reset_button.click()
    assert window.settings.zoom == 100
    assert not window.choosing.view.pinyin
    assert window.choosing.view.known == {"我们"}  # what was learned is no choice
    page.notice.button.click()
    assert window.settings == chosen
    window.choosing.apply(Settings(theme="light"))


def test_the_notes_fold_and_come_back(window: MainWindow, all_translated: Wait) -> None:
    window.read_page.read("蹲一个")
    page = window.read_page
    assert page.panel.isVisible()
    assert not page.unfold.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not page.panel.isVisible()
    assert not window.settings.view.notes
    assert page.unfold.isVisible()
    QTest.mouseClick(page.unfold, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    page.panel.close_button.click()
    assert not page.panel.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.panel.isVisible()
