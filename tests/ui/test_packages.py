from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app import download as downloading
from app import package_index
from app.download import Download, Progress
from app.engine import Cancelled
from app.errors import UserError
from app.package_index import AvailablePackage
from app.packages import InstalledPackage, PackageStore
from app.paths import Paths
from tests.app.package_files import make_folder, pack
from ui.packages_page import PackagesPage
from ui.window import MainWindow

OFFER = AvailablePackage("de", "zh", "German", "Chinese", "1.9", ("https://example.org/a",))


@pytest.fixture
def page(window: MainWindow) -> PackagesPage:
    window.show_page("packages")
    return window.packages_page


def texts(page: PackagesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: PackagesPage, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def package(folder: Path, *, bundled: bool = False) -> InstalledPackage:
    return InstalledPackage("zh", "en", "Chinese", "English", "9.9", folder, bundled, 1_000_000)


def test_the_bundled_package_is_listed_and_cannot_be_removed(page: PackagesPage) -> None:
    assert "Chinese → English" in texts(page)
    assert "came with the program" in texts(page)
    assert not [b for b in page.findChildren(QPushButton) if b.text() == "Remove"]


def test_a_broken_file_is_refused_with_a_remedy(
    qtbot: QtBot, page: PackagesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "broken.argosmodel"
    file.write_bytes(b"nothing of the kind")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT_MS)
    assert page.notice.label.text()
    assert page.add_button.isEnabled()


def test_packages_are_added_preferred_and_removed(
    qtbot: QtBot, page: PackagesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = package(tmp_path / "mine"), package(tmp_path / "theirs", bundled=True)
    there = [theirs]
    done: list[str] = []

    def install(_self: PackageStore, file: Path, *, address: str = "") -> InstalledPackage:
        done.append(f"install {file.name}{address}")
        there.append(mine)
        return mine

    monkeypatch.setattr(PackageStore, "installed", lambda _s: tuple(there))
    monkeypatch.setattr(PackageStore, "install", install)
    monkeypatch.setattr(PackageStore, "prefer", lambda _s, p: (there.reverse(), done.append("use")))
    monkeypatch.setattr(PackageStore, "remove", lambda _s, p: (there.remove(p), done.append("rm")))
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        page._packaging.install(tmp_path / "a.argosmodel")
    assert "added by you" in texts(page)
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        QTest.mouseClick(button(page, "Use this one: Chinese → English"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "Remove: Chinese → English"), Qt.MouseButton.LeftButton)
    assert "added by you" not in texts(page)
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert "added by you" in texts(page)
    QTest.mouseClick(button(page, "Remove: Chinese → English"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        page.finish()
    assert done == ["install a.argosmodel", "use", "rm"]
    assert "added by you" not in texts(page)


def test_what_was_replaced_can_be_gone_back_to(
    qtbot: QtBot, page: PackagesPage, paths: Paths, tmp_path: Path
) -> None:
    assert not [b for b in page.findChildren(QPushButton) if "Go back" in b.text()]
    for version in ("7.1", "7.2"):
        file = pack(make_folder(tmp_path / version, version), tmp_path / f"{version}.argosmodel")
        with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
            page._packaging.install(file)
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        name = "Go back to version 7.1: Chinese → English"
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert "version 7.1" in texts(page)
    assert "version 7.2" not in texts(page)
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        name = "Go back to version 7.2: Chinese → English"
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert "version 7.2" in texts(page)


def test_going_back_from_the_bundled_one_does_not_lose_what_waits_to_be_removed(
    qtbot: QtBot, page: PackagesPage, paths: Paths, tmp_path: Path
) -> None:
    for version in ("7.1", "7.2"):
        file = pack(make_folder(tmp_path / version, version), tmp_path / f"{version}.argosmodel")
        with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
            page._packaging.install(file)
    QTest.mouseClick(button(page, "Remove: Chinese → English"), Qt.MouseButton.LeftButton)
    crashed: list[object] = []
    page._packaging.crashed.connect(crashed.append)
    with qtbot.waitSignals([page._packaging.changed] * 2, timeout=WAIT_MS):
        name = "Go back to version 7.1: Chinese → English"
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert not crashed
    assert "version 7.1" in texts(page)
    assert "version 7.2" not in texts(page)


def test_the_network_is_asked_only_when_the_button_is_pressed(
    qtbot: QtBot,
    page: PackagesPage,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(package_index, "index_address", lambda: "https://example.org/index")
    monkeypatch.setattr(
        package_index, "fetch_index", lambda address, **_k: (asked.append(address), (OFFER,))[1]
    )
    assert not asked
    QTest.mouseClick(page.online_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "German → Chinese" in texts(page), timeout=WAIT_MS)
    assert asked == ["https://example.org/index"]

    file = tmp_path / "got.argosmodel"
    file.write_bytes(b"x")
    seen: list[tuple[int, int]] = []
    page._packaging.fetched.connect(lambda *parts: seen.append(parts))
    installed: list[str] = []

    def fake(_links: object, folder: Path, *, progress: Callable[[Progress], None], **_k: object):
        assert folder.is_relative_to(paths.cache)
        progress(Progress(5, 10, 1.0))
        return Download(file, 1, "00", "https://example.org/a")

    monkeypatch.setattr(downloading, "download", fake)
    monkeypatch.setattr(
        PackageStore,
        "install",
        lambda _s, f, *, address="": (installed.append(address), package(f))[1],
    )
    with qtbot.waitSignal(page._packaging.changed, timeout=WAIT_MS):
        QTest.mouseClick(button(page, "Download: German → Chinese"), Qt.MouseButton.LeftButton)
    assert seen == [(5, 10)]
    assert installed == ["https://example.org/a"]
    assert not file.exists()


def test_a_download_can_be_stopped(
    qtbot: QtBot, page: PackagesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def slow(_links: object, _folder: Path, *, cancelled: Callable[[], bool], **_k: object) -> None:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        stopped.set()
        raise Cancelled

    monkeypatch.setattr(downloading, "download", slow)
    page._packaging.download(OFFER)
    assert page.cancel_button.isVisible()
    assert begun.wait(5)
    QTest.mouseClick(page.cancel_button, Qt.MouseButton.LeftButton)
    assert not page.cancel_button.isVisible()
    assert stopped.wait(5)


def test_no_connection_is_told(
    qtbot: QtBot, page: PackagesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_address: str, **_k: object) -> None:
        raise UserError("no-connection", "There is no connection.", "Try again later.")

    monkeypatch.setattr(package_index, "index_address", lambda: "https://example.org/index")
    monkeypatch.setattr(package_index, "fetch_index", refuse)
    QTest.mouseClick(page.online_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT_MS)
    assert page.notice.label.text() == "There is no connection. Try again later."
