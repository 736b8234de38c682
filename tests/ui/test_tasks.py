from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine import Cancelled
from ui.tasks import Job, Lane


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    assert made.close()


def test_answers_arrive_in_order_in_the_windows_thread(qtbot: QtBot, lane: Lane) -> None:
    seen: list[tuple[int, str]] = []
    here = threading.current_thread().name

    def note(value: int) -> None:
        seen.append((value, threading.current_thread().name))

    for value in range(5):
        lane.submit(lambda _job, value=value: value, note)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [(value, here) for value in range(5)]


def test_parts_come_before_the_whole(qtbot: QtBot, lane: Lane) -> None:
    seen: list[object] = []

    def work(job: Job) -> str:
        job.report(1)
        job.report(2)
        return "done"

    lane.submit(work, seen.append, progress=seen.append)
    qtbot.waitUntil(lambda: seen == [1, 2, "done"])


def test_the_latest_request_wins(qtbot: QtBot, lane: Lane) -> None:
    gate = threading.Event()
    seen: list[str] = []
    lane.submit(lambda _job: gate.wait(5))
    for name in ("first", "second", "third"):
        lane.submit(lambda _job, name=name: name, seen.append, key="list")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["third"]


def test_a_cancelled_job_says_nothing_even_if_it_was_done(qtbot: QtBot, lane: Lane) -> None:
    done = threading.Event()
    seen: list[str] = []

    def work(_job: Job) -> str:
        done.set()
        return "stale"

    job = lane.submit(work, seen.append)
    assert done.wait(5)
    job.cancel()
    lane.submit(lambda _job: "fresh", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["fresh"]


def test_failures_reach_their_callback_and_the_lane_goes_on(qtbot: QtBot, lane: Lane) -> None:
    failures: list[Exception] = []
    answers: list[int] = []

    def fail(_job: Job) -> None:
        raise ValueError("no")

    def give_up(_job: Job) -> None:
        raise Cancelled

    lane.submit(fail, answers.append, failures.append)
    lane.submit(give_up, answers.append, failures.append)
    lane.submit(lambda _job: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert [type(f) for f in failures] == [ValueError]


def test_closing_finishes_what_is_queued(qapp: QApplication) -> None:
    lane = Lane("closing")
    done: list[int] = []
    for value in range(20):
        lane.submit(lambda _job, value=value: done.append(value))
    assert lane.close()
    assert done == list(range(20))
