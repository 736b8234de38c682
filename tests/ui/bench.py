"""How long people wait: `python -m tests.ui.bench`. Prints milliseconds, best and median of runs.

From the start of Python to a painted window; from a paste to painted notes; from a paste to the
first translation and to all of the sample; memory at the end. Each run is a process of its own on
an empty home.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 5


def measure(begun: float) -> dict[str, float]:
    """Start the program in this process and measure it."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.paths import default_paths
    from app.settings import Settings
    from ui.__main__ import Languages, build
    from ui.window import SAMPLE

    application = QApplication(["pinglun"])
    application.setStyle("Fusion")
    window = build(default_paths(), Settings(), Languages(application))
    window.resize(1280, 800)
    window.show()
    window.grab()
    found = {"window": time.time() - begun}
    session = window.read_page._session

    def wait(done: object) -> None:
        loop = QEventLoop()
        timer = QTimer(interval=1)
        timer.timeout.connect(lambda: loop.quit() if done() else None)  # type: ignore[operator]
        timer.start()
        loop.exec()

    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)  # the reader copies something meanwhile
    loop.exec()
    text = SAMPLE.read_text("utf-8")
    pasted = time.time()
    window.read_page.read(text)
    window.grab()
    found["notes"] = time.time() - pasted
    total = session.comments.rowCount()
    wait(lambda: session.unfinished < total)
    found["first translation"] = time.time() - pasted
    wait(lambda: session.unfinished == 0)
    found["all translations"] = time.time() - pasted
    window.close()
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        found["memory (MB)"] = int(line.split()[1]) / 1024 / 1000
    return found


def main() -> int:
    """Run the measurements, or one of them; return the exit code."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(float(sys.argv[1]))))
        return 0
    results: dict[str, list[float]] = {}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as home:
            environment = {
                **os.environ,
                "PINGLUN_HOME": home,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_LOGGING_RULES": "*=false",
            }
            command = [sys.executable, "-m", "tests.ui.bench", repr(time.time())]
            run = subprocess.run(
                command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
            )
        for name, value in json.loads(run.stdout.splitlines()[-1]).items():
            results.setdefault(name, []).append(value * 1000)
    for name, values in results.items():
        print(f"{name:20} best {min(values):7.0f}   median {median(values):7.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
