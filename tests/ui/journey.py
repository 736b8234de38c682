"""The first-time journey with real key and mouse events: `python -m tests.ui.journey [FOLDER]`.

Needs Xvfb, openbox and xdotool. Starts the real program on an empty home, copies a thread in
another program, pastes it, reads, points, stars, searches, quits, starts again and finds it; checks
the history after each start, and leaves a picture of each step in FOLDER.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.history import HistoryStore
from app.paths import RESOURCES

ROOT = Path(__file__).resolve().parent.parent.parent
DISPLAY = ":87"
PATIENCE = 40.0  # seconds
COPIER = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
application.clipboard().setText(sys.stdin.read())
sys.exit(application.exec())
"""


class Journey:
    """One screen with a window manager, and the program started on it as often as needed."""

    def __init__(self, home: Path, pictures: Path) -> None:
        self._pictures = pictures
        self._environment = {
            **os.environ,
            "DISPLAY": DISPLAY,
            "PINGLUN_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
        }
        self._history = home / "data" / "history.db"
        self._step = 0

    @contextmanager
    def running(self, *command: str, stdin: str | None = None) -> Iterator[subprocess.Popen[str]]:
        """Run something beside us, and end it."""
        process = subprocess.Popen(
            command,
            env=self._environment,
            cwd=ROOT,
            text=True,
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

    def do(self, *arguments: str) -> str:
        """Send key or mouse events with xdotool."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            check=True,
            text=True,
            capture_output=True,
        ).stdout

    def wait(self, what: str, done: object) -> None:
        """Wait until something is so."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if done():  # type: ignore[operator]
                return
            time.sleep(0.1)
        raise SystemExit(f"waited in vain: {what}")

    def window_is_up(self) -> bool:
        """Say whether the program has a visible window."""
        command = ["xdotool", "search", "--onlyvisible", "--name", "Pinglun"]
        found = subprocess.run(command, env=self._environment, capture_output=True, text=True)
        return bool(found.stdout.strip())

    def threads(self) -> list[tuple[int, int, int]]:
        """Return comments, translations and stars of each thread in the history."""
        if not self._history.exists():
            return []
        with HistoryStore(self._history) as store:
            return [(t.comments, t.translated, t.favourites) for t in store.threads()]

    def picture(self, name: str) -> None:
        """Photograph the screen."""
        self._step += 1
        file = self._pictures / f"{self._step:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self._environment, check=True)

    def go(self) -> None:
        """Make the journey; exits with a message where it ends early."""
        program = (sys.executable, "-m", "ui")
        thread = (RESOURCES / "samples" / "welcome.txt").read_text("utf-8")
        with self.running(sys.executable, "-c", COPIER, stdin=thread), self.running(*program) as it:
            self.wait("the window", self.window_is_up)
            time.sleep(1)
            self.picture("start")
            self.do("key", "ctrl+v")
            self.wait("the thread in the history", lambda: self.threads()[:1])
            self.picture("notes")
            self.wait("all translations", lambda: self.threads()[0][0] == self.threads()[0][1])
            self.picture("translated")
            self.do("key", "Down", "Right")
            self.do("key", "ctrl+Right", "ctrl+Right")
            time.sleep(0.5)
            self.picture("word")
            self.do("key", "Escape")
            self.do("mousemove", "420", "330")
            self.do("mousemove", "--sync", "424", "332")
            time.sleep(1)
            self.picture("pointed")
            self.do("key", "asterisk")
            self.wait("the star", lambda: self.threads()[0][2] == 1)
            self.do("key", "ctrl+p")
            time.sleep(1)
            self.picture("pinyin")
            self.do("key", "ctrl+f")
            self.do("type", "--delay", "60", "zhongcao")
            time.sleep(1.5)
            self.picture("found")
            self.do("key", "Down", "Return")
            time.sleep(1)
            self.picture("opened")
            self.do("key", "ctrl+q")
            self.wait("the end", lambda: it.poll() is not None)
            if it.returncode:
                raise SystemExit(f"the program ended with {it.returncode}")
        kept = self.threads()
        with self.running(*program) as it:
            self.wait("the window again", self.window_is_up)
            self.do("key", "ctrl+2")
            time.sleep(1.5)
            self.picture("history")
            self.do("key", "Return")
            time.sleep(1.5)
            self.picture("again")
            self.do("key", "ctrl+q")
            self.wait("the end", lambda: it.poll() is not None)
        if self.threads() != kept:
            raise SystemExit("the history is another than before")
        print(f"the journey is made; the history holds {kept}")


def main() -> int:
    """Make the journey on a screen of its own; return the exit code."""
    for tool in ("Xvfb", "openbox", "xdotool", "import"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is needed for this")
    pictures = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        journey = Journey(Path(home), pictures)
        screen = ("Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp")
        with journey.running(*screen):
            time.sleep(1)
            with journey.running("openbox"):
                time.sleep(0.5)
                journey.go()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
