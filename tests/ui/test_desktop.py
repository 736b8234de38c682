from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import Paths
from ui import __main__ as program
from ui.choices import ViewChoices
from ui.crash import CrashHook
from ui.session import SessionModel
from ui.single import Single, call_first, name_for
from ui.theme import Theme
from ui.watch import wanted
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def mime(text: str, *formats: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    for name in formats:
        made.setData(name, b"secret")
    return made


def test_only_chinese_text_is_wanted_and_never_a_secret() -> None:
    assert wanted(mime("宝子们 蹲一个")) == "宝子们 蹲一个"
    assert wanted(mime("hello, world")) == ""
    assert wanted(mime("日")) == ""
    assert wanted(mime("密码本来是中文", "x-kde-passwordManagerHint")) == ""
    assert wanted(QMimeData()) == ""


def test_what_is_copied_elsewhere_is_read_only_when_that_is_on(
    window: MainWindow, session: SessionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(window.watch, "_clipboard", _Elsewhere("宝子们 蹲一个"))
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    assert clipboard is not None
    window.watch._changed()
    assert session.comments.rowCount() == 0
    window.choose(ViewChoices(watch_clipboard=True))
    assert window.rail.word.accessibleName() == "reading along"
    window.watch._changed()
    assert session.comments.rowCount() == 1
    session.clear()
    window.watch._changed()
    assert session.comments.rowCount() == 0  # the same text again is not news


class _Elsewhere:
    def __init__(self, text: str) -> None:
        self._mime = mime(text)

    def ownsClipboard(self) -> bool:
        return False

    def mimeData(self) -> QMimeData:
        return self._mime


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    name = name_for(tmp_path)
    assert name_for(tmp_path / "other") != name
    assert not call_first(name)
    first = Single(name)
    assert first.listening
    with qtbot.waitSignal(first.called, timeout=WAIT_MS):
        assert call_first(name)
    first.close()
    assert not call_first(name)
    again = Single(name)
    assert again.listening
    again.close()


def test_the_theme_follows_the_desktop(
    qapp: QApplication, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = window._theme
    theme.set_choice("system")
    hints = qapp.styleHints()
    window.read_page.read("宝子们 蹲一个")
    for dark, high, name in (
        (True, False, "dark"),
        (True, True, "contrast-dark"),
        (False, True, "contrast-light"),
        (False, False, "light"),
    ):
        monkeypatch.setattr("ui.theme.desktop", lambda dark=dark, high=high: (dark, high))
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert theme.colours.name == name
        picture = window.grab().toImage()
        corner = picture.pixelColor(picture.width() - 3, 3)
        assert corner.name().upper() == theme.colours.paper
    theme.set_choice("dark")
    assert theme.colours.dark


def test_the_program_starts_reads_its_sample_and_ends(
    qtbot: QtBot, qapp: QApplication, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    languages = program.Languages(qapp)
    window = program.build(paths, program.settings.load(paths.settings), languages)
    qtbot.addWidget(window)
    window.show()
    window.read_sample()
    session = window._session
    assert session.comments.rowCount() > 5
    assert any(result.notes for result in session.comments.results)
    qtbot.waitUntil(lambda: session.unfinished < session.comments.rowCount(), timeout=6 * WAIT_MS)
    window.close()
    assert program.settings.load(paths.settings).welcomed
    assert paths.history.exists()


def test_the_crash_hook_tells_the_window(
    qtbot: QtBot, qapp: QApplication, hook: None, capsys: pytest.CaptureFixture[str]
) -> None:
    crash = CrashHook()
    crash.install()
    error = ValueError("蹲一个")
    with qtbot.waitSignal(crash.crashed) as told:
        sys.excepthook(ValueError, error, None)
    assert told.args == [error]
    assert "蹲" not in capsys.readouterr().err


def test_zoom_scales_the_whole_window(window: MainWindow, theme: Theme) -> None:
    before = window.rail.buttons["read"].sizeHint().height()
    theme.set_zoom(200)
    assert window.rail.buttons["read"].sizeHint().height() == before * 2
    assert QApplication.font().pixelSize() == 28
    theme.set_zoom(100)
