"""Say what takes the window's memory: `python -m tests.bench.bench_memory [--comments 1000]`.

Starts the real window without a display (Qt's offscreen platform), with a home of its own, and
prints after each step how much of the process lies in memory (MB), and how much of that no other
process could share. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.thread import comments as make_comments


def resident() -> tuple[float, float]:
    """Return the resident memory of this process, and its anonymous part, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    values = {
        name: rest.split()[0]
        for name, _, rest in (line.partition(":") for line in lines)
        if rest.strip()
    }
    return int(values["VmRSS"]) / 1024, int(values["RssAnon"]) / 1024


def say(step: str) -> None:
    total, anonymous = resident()
    print(f"{step:48s} {total:7.0f} MB, its own {anonymous:6.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--comments", type=int, default=1000)
    options = parser.parse_args()
    say("Python")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PINGLUN_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtWidgets import QApplication

        application = QApplication(["pinglun"])
        application.setStyle("Fusion")
        say("Qt")
        from app.paths import default_paths
        from app.settings import Settings
        from ui.__main__ import Languages, build

        languages = Languages(application)
        languages.set("en")
        window = build(default_paths(), Settings(theme="light", language="en"), languages)
        say("the lexicon is read, the window made")

        def wait(done: Callable[[], bool]) -> None:
            loop = QEventLoop()
            timer = QTimer(interval=20)
            timer.timeout.connect(lambda: loop.quit() if done() else None)
            timer.start()
            loop.exec()

        window.show()
        session = window.session
        ready: list[object] = []
        session.warming.ready.connect(ready.append)
        application.processEvents()
        say("the window is shown")
        wait(lambda: bool(ready))
        say("slang can be found")
        wait(lambda: session.warming.dictionary is not None)
        say("engine, history and dictionary are loaded")
        for count in (20, options.comments):
            session.read("\n".join(text.replace("\n", " ") for text in make_comments(count)))
            wait(lambda: session.unfinished == 0 and not session.translating)
            say(f"{count} comments are read and translated")
        window.quit()


if __name__ == "__main__":
    main()
