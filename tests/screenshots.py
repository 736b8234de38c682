"""Make pictures of every page, theme, language and size, to be looked at one by one.

`python -m tests.screenshots FOLDER` makes them all; `--stretch` makes those of a language whose
words are 40 % longer, `--readme` only those in resources/screenshots. The program is the real one,
with the bundled language package and an empty history of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "resources" / "screenshots"
THEMES = ("light", "dark", "contrast-light", "contrast-dark")
SIZES = {"usual": (1180, 760), "narrow": (480, 760), "tiny": (360, 480), "wide": (1920, 1080)}


def longer() -> QTranslator:
    """Return a translator that makes every text 40 % longer, as other languages may be."""
    from PySide6.QtCore import QTranslator

    class Longer(QTranslator):
        def translate(
            self, _context: str, text: str, _comment: str | None = None, _n: int = -1
        ) -> str:
            words = " mmmmm" * max(1, len(text) // 15)
            return text + (words if len(text) > 14 else "m" * max(1, len(text) * 2 // 5))

        def isEmpty(self) -> bool:
            return False

    return Longer()


class Camera:
    """Takes pictures of one running window."""

    def __init__(self, application: QApplication, window: MainWindow, folder: Path) -> None:
        self.application = application
        self.window = window
        self.folder = folder
        self.name = ""

    def wait(self, done: Callable[[], bool], most_ms: int = 60_000) -> None:
        """Let the program work until something is done, or for a time."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        QTimer.singleShot(most_ms, loop.quit)
        timer.start()
        loop.exec()
        self.application.processEvents()

    def take(self, page: str) -> None:
        """Save the window with what floats over it."""
        from PySide6.QtGui import QPainter

        for _ in range(3):  # what the first round asked to be laid out anew
            self.application.processEvents()
        picture = self.window.grab()
        painter = QPainter(picture)
        for floating in self.application.topLevelWidgets():
            if floating is not self.window and floating.isVisible():
                painter.drawPixmap(floating.pos() - self.window.pos(), floating.grab())
        painter.end()
        picture.save(str(self.folder / f"{self.name}-{page}.png"))

    def pages(self) -> None:
        """Take every page, dialog and pop-up there is."""
        window = self.window
        window.ways.clear()
        self.take("empty")
        window.ways.read_sample()
        self.settle()
        view, page = window.read_page.view, window.read_page
        comments = window.session.comments
        row = next((i for i, r in enumerate(comments.results) if len(r.notes) > 1), 0)
        view.setCurrentIndex(comments.index(row))
        view.set_annotation(0)
        self.take("read")
        with self.dialog(window.commands.open_palette):
            self.take("palette")
        with self.dialog(window.commands.open_shortcuts):
            self.take("keys")
        view.set_annotation(-1)
        page.explainer.explain(row, comments.result(row).annotations[0].start)
        page.explainer.pin()
        self.take("popup")
        page.explainer.close()
        if page.splitter.sheet:
            page.open_notes()
            self.take("sheet")
            page.close_notes()
        else:
            window.choosing.toggle_notes()
            self.take("folded")
            window.choosing.toggle_notes()
        desk = page.intake.desk
        page.read_files([ROOT / "tests" / "data" / "pictures" / "thread.png"])
        self.wait(desk.holds_anything)
        self.take("picture")
        desk.clear()
        desk.cancel.click()
        self.other_pages()

    def other_pages(self) -> None:
        """Take the pages besides the one where comments are read."""
        window = self.window
        for name in window.pages:
            if name == "read":
                continue
            window.show_page(name)
            self.wait(lambda: False, 700)  # what a page fetches when it is opened
            self.take(name)
        window.show_page("history")
        window.history_page.search.setText("红烧肉")
        self.wait(lambda: False, 700)
        self.take("found")
        window.history_page.search.setText("")
        window.show_page("slang")
        self.wait(lambda: False, 300)
        with self.dialog(window.slang_page.work.add):
            self.take("editor")
        window.show_page("read")

    def settle(self) -> None:
        """Wait until all is translated."""
        session = self.window.session
        self.wait(lambda: session.unfinished == 0 and not session.translating)

    @contextmanager
    def dialog(self, open_it: Callable[[], object]) -> Iterator[None]:
        """Open a dialog and close it again."""
        from PySide6.QtWidgets import QDialog

        open_it()
        self.wait(lambda: False, 150)
        yield
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.application.processEvents()


@contextmanager
def running(folder: Path) -> Iterator[Camera]:
    """Start the program in this process, with a home of its own."""
    from PySide6.QtWidgets import QApplication

    from app.paths import default_paths
    from app.settings import Settings
    from ui.__main__ import Languages, build

    application = QApplication(["pinglun"])
    application.setStyle("Fusion")
    languages = Languages(application)
    languages.set("en")
    window = build(default_paths(), Settings(theme="light", language="en"), languages)
    window.show()
    yield Camera(application, window, folder)
    window.quit()


def shoot(folder: Path, scale: str, *, stretch: bool, readme: bool) -> None:
    """Take all pictures of one scale."""
    import ui.theme

    with running(folder) as camera:
        window = camera.window

        def go(size: str, theme: str, language: str) -> None:
            window.resize(*SIZES[size])
            high = theme.startswith("contrast")
            ui.theme.desktop = lambda: (False, high)
            plain = theme.removeprefix("contrast-")
            window.choosing.set(theme=plain, language=language)  # type: ignore[arg-type]
            window._theme._desktop_changed()
            camera.name = f"{theme}-{language}-{size}@{scale}"

        if readme:
            for theme in ("light", "dark"):
                go("usual", theme, "en")
                camera.name = theme
                camera.pages()
        elif stretch:
            translator = longer()
            camera.application.installTranslator(translator)
            for size in SIZES:
                go(size, "light", "en")
                camera.application.installTranslator(translator)  # last again, so that it wins
                camera.name = f"stretch-{size}@{scale}"
                camera.pages()
        else:
            for language in ("en", "zh_CN"):
                for theme in THEMES:
                    go("usual", theme, language)
                    camera.pages()
                for size in ("narrow", "tiny", "wide"):
                    go(size, "light", language)
                    camera.pages()


def main() -> int:
    """Make the pictures, each scale in a process of its own; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--stretch", action="store_true")
    parser.add_argument("--scale", choices=("1", "2"), help="only this one")
    arguments = parser.parse_args()
    folder = README if arguments.readme else arguments.folder
    if folder is None:
        parser.error("name a folder, or use --readme")
    folder.mkdir(parents=True, exist_ok=True)
    if os.environ.get("PINGLUN_HOME") and arguments.scale:
        shoot(folder, arguments.scale, stretch=arguments.stretch, readme=arguments.readme)
        return 0
    scales = [arguments.scale] if arguments.scale else ["1"] if arguments.readme else ["1", "2"]
    for scale in scales:
        command = [sys.executable, "-m", "tests.screenshots", str(folder), "--scale", scale]
        command += [f"--{name}" for name in ("readme", "stretch") if getattr(arguments, name)]
        with tempfile.TemporaryDirectory() as home:
            environment = {
                **os.environ,
                "PINGLUN_HOME": home,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "QT_LOGGING_RULES": "qt.qpa.*=false",
            }
            subprocess.run(command, check=True, cwd=ROOT, env=environment)
    if arguments.readme:
        for picture in folder.glob("*.png"):
            if picture.stem not in ("light-read", "dark-read", "light-empty"):
                picture.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
