"""From a picture to comments: reading, correcting, leaving and coming back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app import ocr
from app.engine import Cancelled
from app.errors import UserError
from app.ocr import TextLine
from app.ocr_boxes import Box
from ui.picture_desk import PictureDesk
from ui.session import SessionModel
from ui.window import MainWindow

WAIT_MS = 10_000
KEEP = QTextCursor.MoveMode.KeepAnchor


class FakeOcr:
    """Finds what it is told to; waits for `gate` first and can be cancelled or fail meanwhile."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.cancelled = False
        self.error: Exception | None = None
        self.found = [("momo: 宝子们蹲一个链接", 1.0), ("小林: 红烧肉yyds", 0.5), ("好的呢", 0.99)]

    def read(
        self,
        pixels: object,
        on_progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> tuple[TextLine, ...]:
        on_progress(0.5)
        while not self.gate.wait(0.01):
            if cancelled():
                self.cancelled = True
                raise Cancelled
        if self.error is not None:
            raise self.error
        return tuple(
            TextLine(text, Box(20, 20 + 60 * i, 200, 50 + 60 * i), sure)
            for i, (text, sure) in enumerate(self.found)
        )


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeOcr]:
    made = FakeOcr()
    monkeypatch.setattr(ocr, "Ocr", lambda: made)
    yield made
    made.gate.set()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "shot.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(path))
    return path


@pytest.fixture
def desk(window: MainWindow) -> PictureDesk:
    return window.read_page.intake.desk


@pytest.fixture
def opened(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> PictureDesk:
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert desk.isVisible()
    return desk


def notice(window: MainWindow) -> str:
    bar = window.read_page.notice
    return bar.label.text() if bar.isVisible() else ""


def test_a_picture_becomes_comments(
    opened: PictureDesk, window: MainWindow, session: SessionModel
) -> None:
    assert opened.text.toPlainText().splitlines() == [
        "momo: 宝子们蹲一个链接",
        "小林: 红烧肉yyds",
        "好的呢",
    ]
    QTest.mouseClick(opened.buttons.read, Qt.MouseButton.LeftButton)
    assert not opened.isVisible()
    assert [r.comment.text for r in session.comments.results][1:] == ["红烧肉yyds", "好的呢"]
    assert session.comments.results[0].comment.author == "momo"
    assert notice(window) == ""
    assert not opened.holds_anything()


def test_corrections_are_what_is_read(opened: PictureDesk, session: SessionModel) -> None:
    opened.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(opened.text, "666")
    QTest.keyClick(opened.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.comments.results[-1].comment.text == "好的呢666"


def test_doubtful_lines_are_counted_reached_and_lose_their_mark_when_corrected(
    opened: PictureDesk,
) -> None:
    assert opened.text.doubtful() == [1]
    assert opened.about.text().startswith("1 ")
    QTest.keyClick(opened.text, Qt.Key.Key_F8)
    assert opened.text.textCursor().blockNumber() == 1
    assert opened.view._current == {1}
    assert opened.buttons.next.isVisible()
    QTest.keyClicks(opened.text, "x")
    assert opened.text.doubtful() == []
    assert not opened.buttons.next.isVisible()
    QTest.keyClick(opened.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.text.doubtful() == [1]


def test_picture_and_text_follow_each_other(opened: PictureDesk) -> None:
    place = opened.view._place(2).center() - opened.view._offset()
    QTest.mouseClick(opened.view.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert opened.text.textCursor().blockNumber() == 2
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Up)
    assert opened.text.textCursor().blockNumber() == 1
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    assert opened.text.textCursor().blockNumber() == 2


def test_a_line_that_was_left_out_is_taken_in_by_a_click(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    reader.found = [("好的呢", 1.0), ("展开", 0.3), ("<", 0.5)]
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert desk.text.toPlainText() == "好的呢"
    place = desk.view._place(1).center() - desk.view._offset()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert desk.text.toPlainText() == "好的呢\n展开"
    assert desk.text.sources() == (1,)
    assert desk.view._used == {0, 1}


@pytest.fixture
def with_left_out(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> PictureDesk:
    reader.found = [("<", 0.5), ("momo: 好的呢", 1.0), ("展开", 0.3), ("小林: 红烧肉", 1.0)]
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert desk.left_out.lines() == {0: "<", 2: "展开"}
    return desk


def test_lines_that_were_left_out_are_taken_in_by_keyboard_where_they_stand(
    with_left_out: PictureDesk,
) -> None:
    desk = with_left_out
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_Down)
    assert desk.view._current == {2}
    assert desk.text.textCursor().blockNumber() == 0
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert desk.text.toPlainText().splitlines() == ["momo: 好的呢", "展开", "小林: 红烧肉"]
    QTest.keyClick(desk.view, Qt.Key.Key_Up)
    QTest.keyClick(desk.view, Qt.Key.Key_Up)
    QTest.keyClick(desk.view, Qt.Key.Key_Up)  # there is no line above the first
    assert desk.view._current == {0}
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert desk.text.toPlainText().splitlines()[0] == "<"
    assert desk.left_out.lines() == {}
    assert not desk.buttons.more.isVisible()
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert desk.text.hasFocus()


def test_lines_that_were_left_out_are_listed_and_light_up(
    qtbot: QtBot, with_left_out: PictureDesk
) -> None:
    desk = with_left_out
    assert desk.buttons.more.isVisible()
    QTest.keyClick(desk.text, Qt.Key.Key_F7)
    (menu,) = desk.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["<", "展开"]
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert desk.view._current == {2}
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.text.toPlainText().splitlines()[1] == "展开"
    assert desk.text.sources() == (2,)


def test_what_was_deleted_is_left_out_until_it_is_put_back(with_left_out: PictureDesk) -> None:
    desk = with_left_out
    control = Qt.KeyboardModifier.ControlModifier
    for keys, left in (("all", [0, 1, 2, 3]), ("first", [0, 1, 2]), ("last", [0, 2, 3])):
        if keys == "all":
            desk.text.selectAll()
        else:
            start = keys == "first"
            move = QTextCursor.MoveOperation
            desk.text.moveCursor(move.Start if start else move.End)
            desk.text.moveCursor(move.NextBlock if start else move.PreviousBlock, KEEP)
            desk.text.moveCursor(move.NoMove if start else move.EndOfBlock, KEEP)
        QTest.keyClick(desk.text, Qt.Key.Key_Delete)
        assert list(desk.left_out.lines()) == left
        QTest.keyClick(desk.text, Qt.Key.Key_Z, control)
        assert desk.text.toPlainText().splitlines() == ["momo: 好的呢", "小林: 红烧肉"]
        assert list(desk.left_out.lines()) == [0, 2]
    desk.left_out.take_in(2)
    assert desk.text.toPlainText().splitlines()[1] == "展开"
    QTest.keyClick(desk.text, Qt.Key.Key_Z, control)
    assert desk.left_out.lines() == {0: "<", 2: "展开"}
    QTest.keyClick(desk.text, Qt.Key.Key_Y, control)
    assert desk.left_out.lines() == {0: "<"}


def test_lines_put_together_are_both_still_there(with_left_out: PictureDesk) -> None:
    desk = with_left_out
    desk.text.go_to_line(3)
    QTest.keyClick(desk.text, Qt.Key.Key_Backspace)
    assert desk.text.toPlainText() == "momo: 好的呢小林: 红烧肉"
    assert list(desk.left_out.lines()) == [0, 2]


def test_another_picture_is_added_and_corrections_stay(
    qtbot: QtBot, opened: PictureDesk, window: MainWindow, reader: FakeOcr
) -> None:
    opened.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(opened.text, "666")
    before = opened.text.toPlainText()
    reader.found = [("好的呢", 1.0), ("小王: 求链接", 0.5)]
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(opened.work.done, timeout=WAIT_MS):
        opened.text.paste()
    assert opened.text.toPlainText().startswith(f"{before}\n")
    assert opened.text.toPlainText().endswith("小王: 求链接")
    assert len(opened.view._images) == 2
    assert opened.view._used >= {0, 1, 2, 4}
    assert opened.text.sources()
    opened.text.go_to_line(4)
    assert opened.text.textCursor().block().text() == "小王: 求链接"


def test_giving_up_another_picture_leaves_the_first(
    qtbot: QtBot, opened: PictureDesk, window: MainWindow, reader: FakeOcr, picture: Path
) -> None:
    before = opened.text.toPlainText()
    reader.gate.clear()
    with qtbot.waitSignal(opened.work.progress, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert opened.text.isReadOnly()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: reader.cancelled, timeout=WAIT_MS)
    assert opened.isVisible()
    assert opened.text.toPlainText() == before
    assert len(opened.view._images) == 1
    assert opened.view._used == {0, 1, 2}
    QTest.keyClick(opened.text, Qt.Key.Key_Escape)
    assert "put aside" in notice(window)


def test_a_picture_that_is_being_read_waits_while_text_is_read(
    qtbot: QtBot,
    window: MainWindow,
    desk: PictureDesk,
    reader: FakeOcr,
    picture: Path,
    session: SessionModel,
) -> None:
    reader.gate.clear()
    with qtbot.waitSignal(desk.work.progress, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    window.read_page.read("好的")
    qtbot.waitUntil(lambda: session.unfinished == 0, timeout=WAIT_MS)  # nothing is in its way
    assert reader.cancelled
    assert "put aside" in notice(window)
    reader.gate.set()
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        QTest.mouseClick(window.read_page.notice.button, Qt.MouseButton.LeftButton)
    assert desk.isVisible()
    assert "好的呢" in desk.text.toPlainText()


def test_a_second_picture_joins_one_that_is_being_read(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    reader.gate.clear()
    with qtbot.waitSignal(desk.work.progress, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    window.read_page.read_files([picture])
    assert desk.about.text() == "Picture 1 of 2"
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        reader.gate.set()
    assert len(desk.view._images) == 2


def test_rows_keep_their_lines_when_text_is_written_before_them(opened: PictureDesk) -> None:
    opened.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(opened.text, "a new one")
    QTest.keyClick(opened.text, Qt.Key.Key_Return)
    opened.text.go_to_line(2)
    assert opened.text.textCursor().block().text() == "好的呢"
    assert opened.text.sources() == (2,)


def test_the_picture_is_zoomed_by_keys(opened: PictureDesk) -> None:
    before = opened.view._scale
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Plus)
    assert opened.view._scale > before
    QTest.keyClick(opened.view, Qt.Key.Key_0)
    assert opened.view._scale == before
    QTest.keyClick(opened.view, Qt.Key.Key_Minus)
    assert opened.view._scale < before
    opened.window().grab()


def test_cancel_loses_nothing(
    opened: PictureDesk, window: MainWindow, session: SessionModel
) -> None:
    opened.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(opened.text, "!!")
    QTest.keyClick(opened.text, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert session.comments.rowCount() == 0
    assert "put aside" in notice(window)
    QTest.mouseClick(window.read_page.notice.button, Qt.MouseButton.LeftButton)
    assert opened.isVisible()
    assert opened.text.toPlainText().endswith("好的呢!!")


def test_another_paste_puts_the_picture_aside(
    opened: PictureDesk, window: MainWindow, session: SessionModel
) -> None:
    window.read_page.read("好的")
    assert session.comments.rowCount() == 1
    assert not opened.isVisible()
    assert "put aside" in notice(window)


def test_cancelling_stops_the_reading(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    reader.gate.clear()
    with qtbot.waitSignal(desk.work.progress, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert desk.title.text().startswith("Reading")
    assert not desk.buttons.read.isEnabled()
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: reader.cancelled, timeout=WAIT_MS)
    assert not desk.isVisible()
    assert notice(window) == ""


def test_closing_the_window_does_not_wait_for_a_picture(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    reader.gate.clear()
    with qtbot.waitSignal(desk.work.progress, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    window.close()
    qtbot.waitUntil(lambda: reader.cancelled, timeout=WAIT_MS)


def test_several_pictures_are_read_as_one_text_and_overlaps_once(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.read_files([picture, picture])
    assert desk.text.toPlainText().count("红烧肉") == 1
    assert len(desk.view._images) == 2
    assert len(desk.view._frames) == 6


def test_a_clipboard_image_is_read(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr
) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    for way in (
        lambda: QTest.mouseClick(window.read_page.box.paste, Qt.MouseButton.LeftButton),
        window.ways.paste,
        lambda: QTest.keyClick(
            window.read_page.box.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
        ),
    ):
        with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
            way()
        assert desk.text.doubtful() == [1]
        desk.buttons.cancel.click()


def test_a_dropped_file_is_read(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.dropEvent(event)
    assert desk.isVisible()


def test_what_goes_wrong_is_said_and_the_page_is_back(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS):
        window.read_page.read_files([bad])
    assert not desk.isVisible()
    assert notice(window).startswith("bad.png could not be read as a picture.")
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS):
        window.read_page.read_files([bad] * 21)
    assert "too many" in notice(window)


def test_without_the_engine_the_way_on_is_told(
    qtbot: QtBot,
    window: MainWindow,
    desk: PictureDesk,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr, "_models", lambda: None)
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert "python3 run.py" in notice(window)


def test_one_bad_picture_does_not_lose_the_others(
    qtbot: QtBot,
    window: MainWindow,
    desk: PictureDesk,
    reader: FakeOcr,
    picture: Path,
    tmp_path: Path,
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    with qtbot.waitSignal(desk.failed, timeout=WAIT_MS) as told:
        window.read_page.read_files([picture, bad])
    assert isinstance(told.args[0], UserError)
    assert "红烧肉" in desk.text.toPlainText()
    assert desk.isVisible()
    assert "bad.png" in desk.about.text()


def test_a_picture_without_text_can_still_be_typed(
    qtbot: QtBot, window: MainWindow, desk: PictureDesk, reader: FakeOcr, picture: Path
) -> None:
    reader.found = []
    with qtbot.waitSignal(desk.work.done, timeout=WAIT_MS):
        window.read_page.read_files([picture])
    assert desk.title.text().startswith("No text")
    assert not desk.buttons.read.isEnabled()
    QTest.keyClicks(desk.text, "hello")
    assert desk.buttons.read.isEnabled()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: PictureDesk) -> None:
    for widget in (
        opened.view, opened.text, opened.buttons.smaller, opened.buttons.larger, opened.buttons.fit
    ):  # fmt: skip
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in (opened.buttons.read, opened.buttons.cancel, opened.buttons.next):
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_narrow_window_puts_the_picture_above(opened: PictureDesk, window: MainWindow) -> None:
    assert opened.splitter.orientation() == Qt.Orientation.Horizontal
    window.resize(420, 700)
    assert opened.splitter.orientation() == Qt.Orientation.Vertical
    window.grab()
