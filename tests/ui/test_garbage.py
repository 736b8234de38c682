"""What nobody holds any more goes in the window's thread, whoever made the last object."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import Collector
from ui.tasks import Job, Lane


class Ring(QObject):
    """Holds itself, so that only a search finds it; `gone` hears in which thread it went."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.held = self
        weakref.finalize(self, lambda: gone.append(threading.current_thread().name))

    def heard(self, _value: object) -> None:
        pass


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("test")
    yield made
    assert made.close()


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def make_many(_job: Job) -> None:
    """Make enough for Python to search by itself, were it left to do so."""
    kept: list[list[object]] = []
    for _ in range(200_000):
        kept.append([kept])


@pytest.mark.parametrize("busy", [False, True])
def test_garbage_is_found_in_the_windows_thread(qtbot: QtBot, lane: Lane, busy: bool) -> None:
    collector = Collector(lambda: busy)
    collector.start()
    gone: list[str] = []
    Ring(gone)
    lane.submit(make_many)
    qtbot.waitUntil(lambda: bool(gone), timeout=WAIT_MS)
    assert gone == ["MainThread"]


def test_what_lived_long_is_looked_through_when_nothing_is_on_its_way(qtbot: QtBot) -> None:
    busy = True
    asked: list[bool] = []

    def ask() -> bool:
        asked.append(busy)
        return busy

    collector = Collector(ask)
    collector.start()
    gone: list[str] = []
    ring = Ring(gone)
    gc.collect(1)  # by now it lived long
    del ring
    for _ in range(gc.get_threshold()[2] + 2):
        gc.collect(1)
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=WAIT_MS)
    assert not gone
    busy = False
    qtbot.waitUntil(lambda: bool(gone), timeout=WAIT_MS)


def test_a_lane_does_not_keep_what_was_given_with_a_job(qtbot: QtBot, lane: Lane) -> None:
    gone: list[str] = []
    ring = Ring(gone)
    ring.held = None  # type: ignore[assignment]
    lane.submit(lambda _job: None, ring.heard)
    del ring
    qtbot.waitUntil(lambda: bool(gone), timeout=WAIT_MS)
    assert gone == ["MainThread"]
