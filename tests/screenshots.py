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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.camera import Camera

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

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
