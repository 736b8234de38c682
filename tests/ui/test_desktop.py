from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import Paths
from ui import __main__ as program
from ui import locking
from ui.commands import CommandDialog
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


def test_only_chinese_text_is_wanted() -> None:
    assert wanted(mime("宝子们 蹲一个")) == "宝子们 蹲一个"
    assert wanted(mime("hello, world")) == ""
    assert wanted(mime("日")) == ""
    assert wanted(QMimeData()) == ""


@pytest.mark.parametrize(
    "name",
    [
        "x-kde-passwordManagerHint",
        "application/x-nspasteboard-concealed-type",
        'application/x-qt-mac-uti;value="org.nspasteboard.ConcealedType"',
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"',
    ],
)
def test_what_is_marked_as_a_secret_is_never_read(name: str) -> None:
    assert wanted(mime("密码本来是中文", name)) == ""


def test_what_is_to_stay_out_of_histories_is_not_read() -> None:
    name = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    secret = mime("密码本来是中文")
    secret.setData(name, b"\0\0\0\0")
    assert wanted(secret) == ""
    secret.setData(name, b"\1\0\0\0")
    assert wanted(secret) == "密码本来是中文"


class _Elsewhere:
    """A clipboard that another program, or ours, has filled."""

    def __init__(self, text: str) -> None:
        self.content = mime(text)
        self.ours = False

    def ownsClipboard(self) -> bool:
        return self.ours

    def mimeData(self) -> QMimeData:
        return self.content


@pytest.fixture
def elsewhere(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> _Elsewhere:
    made = _Elsewhere("早就复制的")
    monkeypatch.setattr(window.watch, "_clipboard", made)
    monkeypatch.setattr("ui.locking.is_locked", lambda: False)
    return made


def test_what_is_copied_elsewhere_is_read_only_when_that_is_on(
    window: MainWindow, session: SessionModel, elsewhere: _Elsewhere
) -> None:
    count = session.comments.rowCount
    window.watch._changed()
    assert count() == 0
    window.choosing.set_view(watch_clipboard=True)
    assert window.rail.word.accessibleName() == "reading along"
    wide = window.rail.word.grab().toImage()
    window.rail.set_narrow(True)  # a dot tells it there
    assert "reading along" in window.rail.word.toolTip()
    assert window.rail.word.grab().toImage() != wide
    window.rail.set_narrow(False)
    window.watch._changed()
    assert count() == 0  # it was copied before anybody asked for this
    elsewhere.content = mime("宝子们 蹲一个")
    window.watch._changed()
    assert count() == 1
    session.clear()
    window.watch._changed()
    assert count() == 0  # the same text again is not news
    elsewhere.content, elsewhere.ours = mime("我们自己复制的"), True
    window.watch._changed()
    elsewhere.ours = False  # a clipboard manager takes it over
    window.watch._changed()
    assert count() == 0


def test_a_clipboard_that_nobody_copied_anything_to_holds_no_text(
    window: MainWindow, elsewhere: _Elsewhere
) -> None:
    window.choosing.set_view(watch_clipboard=True)
    elsewhere.content = None
    window.watch._changed()
    window.read_page.intake.take(None)
    assert "no text" in window.read_page.notice.label.text()


def test_what_is_copied_for_a_dialog_brings_no_other_page(
    qtbot: QtBot, window: MainWindow, session: SessionModel, elsewhere: _Elsewhere
) -> None:
    window.read_page.read("好的呢")
    window.choosing.set_view(watch_clipboard=True)
    window.commands.open_palette()
    (dialog,) = window.findChildren(CommandDialog)
    elsewhere.content = mime("宝子们 蹲一个")
    window.watch._changed()
    assert session.source == "好的呢"
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    window.watch._changed()
    assert session.source == "好的呢"
    elsewhere.content = mime("又一条评论")
    window.watch._changed()
    assert session.source == "又一条评论"


def test_nothing_is_read_while_the_screen_is_locked_or_nobody_knows(
    window: MainWindow,
    session: SessionModel,
    elsewhere: _Elsewhere,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.choosing.set_view(watch_clipboard=True)
    elsewhere.content = mime("宝子们 蹲一个")
    monkeypatch.setattr("ui.locking.is_locked", lambda: True)
    window.watch._changed()
    assert session.comments.rowCount() == 0
    monkeypatch.setattr("ui.locking.is_locked", lambda: None)
    state = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: state)
    window.watch._changed()
    assert session.comments.rowCount() == 0
    state = Qt.ApplicationState.ApplicationActive
    window.watch._state_changed(state)  # the reader came back
    assert session.comments.rowCount() == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks over D-Bus")
def test_whoever_says_locked_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, bool | None] = {}

    class Bus:
        def isConnected(self) -> bool:
            return True

    monkeypatch.setattr(QDBusConnection, "sessionBus", Bus)
    monkeypatch.setattr(QDBusConnection, "systemBus", Bus)
    monkeypatch.setattr(locking, "_ask", lambda _bus, service, *_rest: answers.get(service))
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    assert locking.is_locked() is None
    answers["org.freedesktop.ScreenSaver"] = False
    assert locking.is_locked() is False
    answers["org.freedesktop.login1"] = True
    assert locking.is_locked() is True


def test_no_icon_unless_it_is_wanted(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.tray.has_room", lambda: True)
    assert not window.tray.visible
    window.choosing.set(tray=True)
    assert window.tray.visible
    assert window.tray.menu is not None
    names = [action.text() for action in window.tray.menu.actions()]
    assert names[0] == "Open Pinglun"
    assert names[-1] == "Quit"
    window.choosing.set(tray=False)
    assert not window.tray.visible


def test_closing_leaves_the_icon_only_when_that_was_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    room = True
    monkeypatch.setattr("ui.tray.has_room", lambda: room)
    window.choosing.set(tray=True, close_to_tray=True)
    window.close()
    assert not window.isVisible()
    assert closed == []
    window.tray.open_wanted.emit()
    assert window.isVisible()
    room = False  # the desktop's panel has gone: a hidden window could not be found again
    window.close()
    assert closed == [True]


def test_quit_ends_the_program_whatever_closing_does(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    monkeypatch.setattr("ui.tray.has_room", lambda: True)
    window.choosing.set(tray=True, close_to_tray=True)
    window.tray.quit_wanted.emit()
    assert closed == [True]


def test_the_settings_say_where_there_is_no_place_for_an_icon(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.settings_page
    monkeypatch.setattr("ui.tray.has_room", lambda: False)
    window.show_page("settings")
    assert "no such icons" in page.tray_about.text()
    assert not page.tray.isEnabled()
    window.show_page("read")
    monkeypatch.setattr("ui.tray.has_room", lambda: True)
    window.show_page("settings")
    assert "Its menu" in page.tray_about.text()
    assert page.tray.isEnabled()
    assert not page.close_to_tray.isEnabled()
    page.tray.setChecked(True)
    assert page.close_to_tray.isEnabled()


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
    window.choosing.set(theme="system")
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
        corner = picture.pixelColor(3, picture.height() - 3)
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
    window.ways.read_sample()
    session = window.session
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
