"""The history written to files from the window, and taken in again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.export import ExportOptions
from app.history import HistoryStore
from app.models import Comment, Result
from app.watched import Watched
from ui.chosen import EVERYTHING
from ui.export_dialog import ExportDialog
from ui.history_page import HistoryPage
from ui.long_work import EXPORTING
from ui.pdf import write_pdf
from ui.session import SessionModel
from ui.transfers import Order, export
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> HistoryPage:
    """Return the page with two threads."""
    for text in ("momo: 蹲一个链接\n好的呢", "红烧肉"):
        window.read_page.read(text)
        all_translated(session)
    window.show_page("history")
    qtbot.waitUntil(lambda: window.history_page.threads.rowCount() == 2, timeout=WAIT_MS)
    return window.history_page


def form(window: MainWindow) -> ExportDialog:
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    return window.findChildren(ExportDialog)[-1]


def accept(dialog: ExportDialog, format: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(format))
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)


def told(qtbot: QtBot, page: HistoryPage) -> str:
    qtbot.waitUntil(lambda: page.notice.isVisible() and not page.transfers.busy, timeout=WAIT_MS)
    return page.notice.label.text()


@pytest.mark.parametrize("format", ["pdf", "html", "md", "csv", "jsonl"])
def test_everything_is_written_in_every_format(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "out"), ""))
    accept(form(window), format)
    assert told(qtbot, page) == f"3 comments written to out.{format}."
    written = (tmp_path / f"out.{format}").read_bytes()
    if format == "pdf":
        assert written.startswith(b"%PDF-")
        assert written.rstrip().endswith(b"%%EOF")
    else:
        assert "momo" in written.decode()
    assert not [p for p in tmp_path.iterdir() if p.name not in ("home", f"out.{format}")]


def test_selected_threads_without_names_and_notes(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    page.select(1)
    dialog = form(window)
    assert dialog.scope.currentData() == EVERYTHING
    dialog.scope.setCurrentIndex(1)
    for box in (dialog.pinyin, dialog.notes, dialog.names):
        box.setChecked(False)
    accept(dialog, "html")
    assert told(qtbot, page) == "2 comments written to out.html."
    written = out.read_text("utf-8")
    assert "蹲一个链接" in written
    assert "红烧肉" not in written
    for left_out in ("momo", "<rt>", "<dl>"):
        assert left_out not in written
    page.list.selectAll()
    window.ways.export()
    dialog = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    assert dialog.scope.currentText() == "2 selected threads"
    dialog.reject()


def test_what_was_found_and_what_is_chosen_in_it(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    page.search.setText("的")
    qtbot.waitUntil(lambda: page.found.rowCount() == 1, timeout=WAIT_MS)
    page.search.setText("after:2020")
    qtbot.waitUntil(lambda: page.found.rowCount() == 3, timeout=WAIT_MS)
    dialog = form(window)
    assert dialog.scope.currentText() == "All comments that were found"
    accept(dialog, "csv")
    assert told(qtbot, page) == "3 comments written to out.csv."
    page.results.choose(1)
    QTest.mouseClick(page.finder.found_bar.buttons["export"], Qt.MouseButton.LeftButton)
    dialog = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    assert dialog.scope.currentText() == "1 selected comment"
    accept(dialog, "csv")
    assert told(qtbot, page) == "1 comment written to out.csv."
    assert page.found.row(1).result.comment.text in out.read_text("utf-8")
    assert page.found.row(0).result.comment.text not in out.read_text("utf-8")


def test_what_was_not_found_is_not_offered(
    qtbot: QtBot, window: MainWindow, page: HistoryPage
) -> None:
    page.search.setText("没有这样的评论")
    qtbot.waitUntil(lambda: page.finder.view is page.results, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: page.found.rowCount() == 0, timeout=WAIT_MS)
    dialog = form(window)
    assert dialog.scope.currentData() == EVERYTHING
    dialog.reject()


def test_choices_that_change_nothing_are_not_offered(window: MainWindow, page: HistoryPage) -> None:
    dialog = form(window)
    offered = {}
    for row in range(dialog.format.count()):
        dialog.format.setCurrentIndex(row)
        boxes = (dialog.pinyin, dialog.notes, dialog.names)
        offered[dialog.format.currentData()] = [box.isVisible() for box in boxes]
    assert offered == {
        "pdf": [True, True, True],
        "html": [True, True, True],
        "md": [False, True, True],
        "csv": [False, True, True],
        "jsonl": [False, False, False],
    }
    dialog.reject()


def test_nothing_is_overwritten_unasked(
    window: MainWindow, page: HistoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.md").write_text("precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "out"), ""))
    accept(form(window), "md")
    assert page.notice.label.text() == "out.md is there already. Choose another name."
    assert (tmp_path / "out.md").read_text() == "precious"


@pytest.mark.parametrize("format", ["pdf", "csv"])
def test_a_folder_that_is_not_there_is_told(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
) -> None:
    gone = tmp_path / "gone" / f"out.{format}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(gone), ""))
    accept(form(window), format)
    said = told(qtbot, page)
    assert "could not be written" in said
    assert said.endswith("Choose another folder, or free some space on the disk.")
    assert page.transfers.export_button.isEnabled()


def test_an_export_can_be_stopped(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def slow(*_a: object, cancelled: Callable[[], bool], **_k: object) -> int:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        stopped.set()
        return 0

    monkeypatch.setattr(HistoryStore, "export", slow)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "out"), ""))
    accept(form(window), "pdf")
    assert begun.wait(5)
    assert not page.transfers.export_button.isEnabled()
    page.transfers.ask_export()  # one at a time
    assert not [d for d in window.findChildren(ExportDialog) if d.isVisible()]
    qtbot.waitUntil(page.work.stop_button.isVisible, timeout=WAIT_MS)
    assert page.work.label.text() == "Writing the file …"
    QTest.mouseClick(page.work.stop_button, Qt.MouseButton.LeftButton)
    assert stopped.wait(5)
    assert told(qtbot, page) == "Stopped. No unfinished file is left."
    assert page.work.isHidden()
    assert page.transfers.export_button.isEnabled()
    assert not (tmp_path / "out.pdf").exists()


def test_what_was_exported_comes_in_again_once(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "other.jsonl"
    with HistoryStore.in_memory() as other:
        other.remember("新的", [Result(Comment("新的"), "zh"), Result(Comment("也新"), "zh")])
        other.export(file, "jsonl")
    with file.open("a", encoding="utf-8") as out:
        out.write("nonsense\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
    QTest.mouseClick(page.transfers.import_button, Qt.MouseButton.LeftButton)
    left_out = "1 line could not be read and was left out."
    assert told(qtbot, page) == f"2 new comments came in. {left_out}"
    qtbot.waitUntil(lambda: page.threads.rowCount() == 3, timeout=WAIT_MS)
    window.ways.import_history()
    assert told(qtbot, page) == f"0 new comments came in. 2 were here already. {left_out}"


def test_a_foreign_file_is_refused(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "shopping.txt"
    file.write_text("milk\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
    window.ways.import_history()
    assert "is not an export of Pinglun" in told(qtbot, page)


def test_progress_is_told_in_rising_percents(
    qtbot: QtBot, session: SessionModel, tmp_path: Path
) -> None:
    told: list[float] = []
    with HistoryStore.in_memory() as store:
        for number in range(300):
            store.remember(f"{number}", [Result(Comment(f"第{number}个"), "zh")])
        order = Order(tmp_path / "a.pdf", "pdf", ExportOptions(), EVERYTHING, QFont())
        assert export(store, Watched(told.append), order) == 300
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 300
    percents: list[float] = []
    session.archive.progressed.connect(percents.append)

    def work(_store: HistoryStore, watched: Watched) -> None:
        for share in told:
            watched.tell(share)

    with qtbot.waitSignal(session.archive.ended, timeout=WAIT_MS):
        session.archive.work_long(EXPORTING, work)
    assert 50 < len(percents) <= 101


def test_a_pdf_goes_on_over_pages_and_can_be_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    html, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    with HistoryStore.in_memory() as store:
        store.remember(
            "长", [Result(Comment("很长的评论。" * 1500), "zh"), Result(Comment("短"), "zh")]
        )
        store.export(html, "html")
    assert write_pdf(html, pdf, "T", QFont()) == 2
    whole = pdf.read_bytes()
    assert whole.count(b"/Type /Page\n") > 3
    assert write_pdf(html, pdf, "T", QFont(), cancelled=lambda: True) == 0
    assert pdf.read_bytes() == whole
    with pytest.raises(UserError, match="could not be written"):
        write_pdf(html, tmp_path, "T", QFont())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "a.pdf"]


def test_from_the_reading_page_the_page_is_written(
    qtbot: QtBot,
    window: MainWindow,
    page: HistoryPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "page.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    page.search.setText("链接")  # what is found in the history has nothing to do with it
    window.show_page("read")
    dialog = form(window)
    assert dialog.scope.currentText() == "The 1 comment on the page"
    assert dialog.scope.count() == 2
    accept(dialog, "md")
    notice = window.read_page.notice
    qtbot.waitUntil(lambda: "written to page" in notice.label.text(), timeout=WAIT_MS)
    assert notice.isVisible()
    assert notice.label.text() == "1 comment written to page.md."
    written = out.read_text("utf-8")
    assert "红烧肉" in written
    assert "链接" not in written


def test_a_page_that_is_not_remembered_is_written_once_it_is(
    qtbot: QtBot,
    window: MainWindow,
    session: SessionModel,
    all_translated: Wait,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "page.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    window.choosing.set(remember=False)
    window.read_page.read("好的呢\n红烧肉")
    all_translated(session)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not window.findChildren(ExportDialog)
    notice = window.read_page.notice
    assert "not remembered" in notice.label.text()
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    accept(window.findChildren(ExportDialog)[-1], "csv")
    qtbot.waitUntil(lambda: "written to page" in notice.label.text(), timeout=WAIT_MS)
    assert "红烧肉" in out.read_text("utf-8")
