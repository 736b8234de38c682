"""How long people wait: `python -m tests.ui.bench [frames]`. Prints ms, best and median of runs.

From the start of Python to a painted window; from a paste to painted notes, right at the start and
a second later, on the clock and as work of the window's thread alone; from a paste to the first
translation and to all of the sample; from stopping to a free engine; memory at the end. With
`frames`: the gaps between events while 2,000 comments come and somebody types and scrolls. Each run
is a process of its own on an empty home, with compiled modules, as at every start but the first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 4
_COMMENTS = 2000


class Program:
    """The program in this process, and what is done with it."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from app.paths import default_paths
        from app.settings import Settings
        from ui.__main__ import Languages, build, favour_window

        favour_window()
        self.application = QApplication(["pinglun"])
        self.application.setStyle("Fusion")
        self.window = build(default_paths(), Settings(), Languages(self.application))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.grab()
        self.page = self.window.read_page
        self.session = self.window.session

    def wait(self, done: Callable[[], bool], seconds: float = 600.0) -> None:
        """Run the event loop until something is so."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        timer = QTimer(interval=1)
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        timer.start()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def sleep(self, seconds: float) -> None:
        """Leave the program alone for a while."""
        self.wait(lambda: False, seconds)


def measure(begun: float, late: bool) -> dict[str, float]:
    """Start the program in this process and measure it; paste at once, or when it is `late`."""
    program = Program()
    window, page, session = program.window, program.page, program.session
    found = {"window": time.time() - begun}
    if late:
        program.sleep(1.0)
    from ui.window import SAMPLE

    text = SAMPLE.read_text("utf-8")
    pasted, busy = time.time(), time.thread_time()
    page.read(text)
    if not late:
        program.wait(lambda: not session.noting.unread)
    window.grab()
    found["notes" if late else "notes, at the start"] = time.time() - pasted
    if not late:
        window.close()
        return found
    found["  work alone"] = time.thread_time() - busy
    total = session.comments.rowCount()
    program.wait(lambda: session.unfinished < total)
    found["first translation"] = time.time() - pasted
    program.wait(lambda: session.unfinished == 0)
    found["all translations"] = time.time() - pasted
    program.sleep(1.0)
    found["memory (MB)"] = _memory_in_use() / 1000
    found["stopping"] = _stopping(program)
    window.close()
    return found


def frames(_begun: float, _late: bool) -> dict[str, float]:
    """Measure the gaps between events while many comments come."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from tests.bench.thread import comments
    from tests.ui.pace import Pace

    program = Program()
    page, session = program.page, program.session
    program.sleep(4.0)
    text = "\n".join(comments(_COMMENTS))
    pace = Pace()
    pace.start()
    page.read(text)
    page.box.fold(False)
    bar = page.view.verticalScrollBar()

    def act() -> None:
        QTest.keyClick(page.box.editor, Qt.Key.Key_A)
        bar.setValue((bar.value() + 137) % max(1, bar.maximum()))

    hands = QTimer(interval=50)
    hands.timeout.connect(act)
    hands.start()
    begun = time.monotonic()
    program.wait(lambda: session.unfinished == 0, 60)
    hands.stop()
    pace.stop()
    found = {
        "comments translated": (_COMMENTS - session.unfinished) / 1000,
        "a comment": (time.monotonic() - begun) / max(1, _COMMENTS - session.unfinished),
    }
    for name, share in (("half", 0.5), ("99 %", 0.99), ("99.9 %", 0.999), ("all", 1.0)):
        found[f"gaps, {name} below"] = pace.waited(share) / 1000
        found[f"  work, {name} below"] = pace.worked(share) / 1000
    session.stop()
    program.window.close()
    return found


def _stopping(program: Program) -> float:
    """Return how long the engine works on after translating was stopped."""
    from tests.bench.thread import comments

    session = program.session
    program.page.read("\n".join(comments(300)))
    program.wait(lambda: session.unfinished < 290)
    session.stop()
    stopped = time.time()
    freed: list[float] = []
    session.engine_lane.submit(lambda _job: freed.append(time.time()))
    program.wait(lambda: bool(freed))
    return freed[0] - stopped


def _memory_in_use() -> float:
    """Return what the process holds, in MB; nothing where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _run(what: str, late: bool, compiled: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "PINGLUN_HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*=false",
            "PYTHONPYCACHEPREFIX": compiled,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "tests.ui.bench", what, repr(time.time()), str(int(late))]
        run = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Run the measurements, or one of them; return the exit code."""
    if len(sys.argv) > 2:
        what = {"measure": measure, "frames": frames}[sys.argv[1]]
        print(json.dumps(what(float(sys.argv[2]), bool(int(sys.argv[3])))))
        return 0
    results: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as compiled:
        if sys.argv[1:] == ["frames"]:
            runs = [("frames", True)] * 2
        else:
            _run("measure", False, compiled)  # the first start of all compiles
            runs = [("measure", late) for _ in range(RUNS) for late in (False, True)]
        for what, late in runs:
            for name, value in _run(what, late, compiled).items():
                results.setdefault(name, []).append(value * 1000)
    for name, values in results.items():
        print(f"{name:24} best {min(values):7.1f}   median {median(values):7.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
