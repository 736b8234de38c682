from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ui.commands import COMMAND, CommandDialog
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
    assert window.choices.pinyin
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
    window.open_file()
    assert "could not be read" in window.read_page.notice.label.text()


def test_an_empty_page_can_be_begun(
    window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read("蹲一个")
    all_translated(session)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert session.comments.rowCount() == 0
    assert not window.read_page.box.folded
