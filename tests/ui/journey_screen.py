"""A screen of its own for the journeys: Xvfb, a window manager, keys, mouse, pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.history import HistoryStore
from app.models import HistoryRow

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0  # seconds
_COPY = """
import sys
from PySide6.QtGui import QGuiApplication, QImage
application = QGuiApplication(sys.argv)
if len(sys.argv) > 1:
    application.clipboard().setImage(QImage(sys.argv[1]))
else:
    application.clipboard().setText(sys.stdin.read())
sys.exit(application.exec())
"""
_PASTE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
sys.stdout.write(application.clipboard().text())
"""


class Screen:
    """Runs programs on a display, with a home of their own; ends with a message where it waits."""

    def __init__(self, display: str, home: Path, pictures: Path, language: str = "en_US") -> None:
        self._pictures = pictures
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "PINGLUN_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "LANG": f"{language}.UTF-8",
            "LANGUAGE": language,
            "LC_ALL": f"{language}.UTF-8",
        }
        self._history = home / "data" / "history.db"
        self._step = 0
        self._pid = 0

    @contextmanager
    def running(self, *command: str, stdin: str | None = None) -> Iterator[subprocess.Popen[str]]:
        """Run something beside us, and end it."""
        process = subprocess.Popen(
            command,
            env=self._environment,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
            stdin=subprocess.PIPE if stdin is not None else None,
        )
        if stdin is not None and process.stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)

    @contextmanager
    def program(self) -> Iterator[subprocess.Popen[str]]:
        """Start Pinglun and wait for its window."""
        with self.running(sys.executable, "-m", "ui") as process:
            self._pid = process.pid
            self.wait("the window", lambda: self.windows() > 0)
            time.sleep(1)
            yield process

    @contextmanager
    def copied(self, text: str = "", image: Path | None = None) -> Iterator[None]:
        """Copy a text or an image in another program, which has to go on running."""
        files = [str(image)] if image is not None else []
        with self.running(sys.executable, "-c", _COPY, *files, stdin=text):
            time.sleep(1)
            yield

    def clipboard(self) -> str:
        """Return the text on the clipboard."""
        command = [sys.executable, "-c", _PASTE]
        return subprocess.run(
            command, env=self._environment, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    def key(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._do("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "40", text)

    def point(self, x: int, y: int) -> None:
        """Move the pointer there, as a hand does."""
        self._do("mousemove", str(x - 4), str(y - 2))
        self._do("mousemove", "--sync", str(x), str(y))

    def find_word(self, x: int) -> None:
        """Move the pointer down the page until it rests on a word that is explained."""
        for y in range(130, 260, 12):
            self.point(x, y)
            time.sleep(0.6)
            if self.windows() > 1:
                return
        raise SystemExit("no word is explained under the pointer")

    def click(self, x: int, y: int) -> None:
        """Move the pointer there and click."""
        self.point(x, y)
        self._do("click", "1")

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self._environment, capture_output=True, text=True
        )
        return done.stdout

    def windows(self) -> int:
        """Count the windows of the program that can be seen: pop-ups and dialogs are some."""
        found = self._do("search", "--onlyvisible", "--pid", str(self._pid))
        return len(found.split())

    def shape(self) -> str:
        """Return where the window of the program is, and how large."""
        return self._do("getwindowgeometry", "--shell", self._window()).partition("\n")[2]

    def resize(self, width: int, height: int) -> None:
        """Make the window another size, as a hand at its corner does."""
        self._do("windowsize", "--sync", self._window(), str(width), str(height))

    def _window(self) -> str:
        found = self._do("search", "--onlyvisible", "--pid", str(self._pid))
        return found.split()[0]

    def wait(self, what: str, done: Callable[[], object]) -> None:
        """Wait until something is so."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if done():
                return
            time.sleep(0.1)
        self.picture("in-vain")
        raise SystemExit(f"waited in vain: {what}")

    def ends(self, process: subprocess.Popen[str]) -> None:
        """Wait until the program has ended well."""
        self.wait("the end", lambda: process.poll() is not None)
        if process.returncode:
            raise SystemExit(f"the program ended with {process.returncode}")

    def picture(self, name: str, after: float = 0.6) -> None:
        """Photograph the screen, when it had a moment to be painted."""
        time.sleep(after)
        self._step += 1
        file = self._pictures / f"{self._step:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self._environment, check=True)

    def rows(self) -> list[HistoryRow]:
        """Return the comments of the thread that was read last."""
        if not self._history.exists():
            return []
        with HistoryStore(self._history) as store:
            threads = store.threads()
            return store.thread(threads[0].id) if threads else []

    def translated(self) -> bool:
        """Say whether all comments of the last thread have their translations."""
        rows = self.rows()
        return bool(rows) and all(row.result.translation is not None for row in rows)


@contextmanager
def screen(
    display: str, home: Path, pictures: Path, language: str = "en_US", size: str = "1280x800"
) -> Iterator[Screen]:
    """Set up a display with a window manager; programs on it speak `language`."""
    for tool in ("Xvfb", "openbox", "xdotool", "import"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is needed for this")
    pictures.mkdir(parents=True, exist_ok=True)
    made = Screen(display, home, pictures, language)
    server = ("Xvfb", display, "-screen", "0", f"{size}x24", "-nolisten", "tcp")
    with made.running(*server):
        time.sleep(1)
        with made.running("openbox"):
            time.sleep(0.5)
            made.point(4, 4)
            yield made
