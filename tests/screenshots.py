"""Make pictures of every page, theme and size, to be looked at one by one; and the README's.

`python -m tests.screenshots FOLDER` makes them all, `--readme` only those in
resources/screenshots. The program is the real one, with the bundled language package and an empty
history of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "resources" / "screenshots"


def shoot(folder: Path, theme: str, language: str, size: tuple[int, int], name: str) -> None:
    """Start the program in this process and photograph its pages."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.paths import default_paths
    from app.settings import Settings
    from ui.__main__ import Languages, build

    application = QApplication(["pinglun"])
    application.setStyle("Fusion")
    languages = Languages(application)
    languages.set(language)
    choices = Settings(theme=theme, language=language)  # type: ignore[arg-type]
    window = build(default_paths(), choices, languages)
    session = window.read_page._session
    window.resize(*size)
    window.show()

    def wait(done: object, most_ms: int = 60_000) -> None:
        loop = QEventLoop()
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: loop.quit() if done() else None)  # type: ignore[operator]
        QTimer.singleShot(most_ms, loop.quit)
        timer.start()
        loop.exec()
        application.processEvents()

    def save(page: str) -> None:
        application.processEvents()
        window.grab().save(str(folder / f"{name}-{page}.png"))

    save("empty")
    window.read_sample()
    wait(lambda: session.unfinished == 0 and not session.translating)
    view = window.read_page.view
    row = next((i for i, r in enumerate(session.comments.results) if len(r.notes) > 1), 0)
    view.setCurrentIndex(session.comments.index(row))
    view.set_annotation(0)
    save("read")
    view.set_annotation(-1)
    window.show_page("history")
    wait(lambda: window.history_page.threads.rowCount() > 0, 5_000)
    save("history")
    for page in window.pages:
        if page not in ("read", "history"):
            window.show_page(page)
            wait(lambda: False, 1_500)  # what a page fetches when it is opened
            save(page)
    window.close()


def main() -> int:
    """Make the pictures, each set in a process of its own; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--one", nargs=4, metavar=("THEME", "LANGUAGE", "SIZE", "NAME"))
    arguments = parser.parse_args()
    if arguments.one:
        theme, language, size, name = arguments.one
        width, height = (int(part) for part in size.split("x"))
        with tempfile.TemporaryDirectory() as home:
            os.environ["PINGLUN_HOME"] = home
            shoot(arguments.folder, theme, language, (width, height), name)
        return 0
    folder = README if arguments.readme else arguments.folder
    if folder is None:
        parser.error("name a folder, or use --readme")
    folder.mkdir(parents=True, exist_ok=True)
    if arguments.readme:
        sets = [(t, "en", "1180x760", 1) for t in ("light", "dark")]
    else:
        sets = [
            (theme, language, size, scale)
            for theme in ("light", "dark")
            for language in ("en", "zh_CN")
            for size in ("1280x800", "480x800", "1920x1080")
            for scale in (1, 2)
            if scale == 1 or size == "1280x800"
        ]
    for theme, language, size, scale in sets:
        name = theme if arguments.readme else f"{theme}-{language}-{size}@{scale}"
        command = [sys.executable, "-m", "tests.screenshots", str(folder)]
        command += ["--one", theme, language, size, name]
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
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
