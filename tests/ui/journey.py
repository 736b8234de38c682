"""Whole journeys with real key and mouse events: `python -m tests.ui.journey [FOLDER] [NAME ...]`.

Needs Xvfb, openbox, xdotool and ImageMagick. Starts the real program on an empty home and goes through
it as people do; what must have happened is looked up in the history, on the clipboard, among the
windows and in files. A picture of each step is left in FOLDER.

first     a newcomer: start, paste, read, point, star, search, export, quit, start again and find it
picture   a screenshot: paste, read, correct a line, take in one that was left out, read the comments
keyboard  简体中文, no mouse at all, through everything
desktop   read along, a second start, a file, shape and page remembered, nothing remembered
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # for the picture that we draw ourselves

from PySide6.QtGui import QGuiApplication

from app.models import Translation
from app.paths import RESOURCES
from tests.pictures import Style, draw, thread
from tests.ui.journey_screen import Screen, screen

DISPLAY = os.environ.get("JOURNEY_DISPLAY", ":87")
SAMPLE = (RESOURCES / "samples" / "welcome.txt").read_text("utf-8")


def check(what: str, so: object) -> None:
    """End with a message unless something is so."""
    if not so:
        raise SystemExit(f"not so: {what}")


def first(at: Screen, folder: Path) -> None:
    """Make the first-time journey."""
    exported = folder / "history.html"
    with at.copied(SAMPLE), at.program() as it:
        at.picture("start")
        at.key("ctrl+v")
        at.wait("the thread in the history", at.rows)
        at.picture("notes", after=0)
        at.wait("all translations", at.translated)
        at.picture("translated")
        at.find_word(340)
        at.picture("pointed")
        at.point(4, 4)
        at.wait("the pop-up to go", lambda: at.windows() == 1)
        at.key("asterisk")
        at.wait("the star", lambda: at.rows()[0].favourite)
        at.key("ctrl+p")
        at.picture("pinyin")
        at.key("ctrl+f")
        at.type("zhongcao")
        at.picture("found", after=1.5)
        at.key("Down", "Return")
        at.picture("opened", after=1)
        at.key("ctrl+s")
        at.wait("the form of the export", lambda: at.windows() == 2)
        at.picture("export")
        at.key("Tab", "Down")
        at.picture("export-html")
        at.key("Return")
        at.wait("the question for a file", lambda: at.windows() == 2)
        at.picture("file")
        at.key("ctrl+a")
        at.type(str(exported))
        at.key("Return")
        at.wait("the exported file", exported.exists)
        at.picture("exported", after=1)
        at.key("ctrl+q")
        at.ends(it)
    check("the exported page holds the thread", "种草" in exported.read_text("utf-8"))
    kept = at.rows()
    with at.program() as it:
        at.key("ctrl+2")
        at.picture("history", after=1.5)
        at.key("Return")
        at.picture("again", after=1.5)
        at.key("Down", "ctrl+c")
        at.wait("the second comment", lambda: kept[1].result.comment.text in at.clipboard())
        at.key("ctrl+q")
        at.ends(it)
    check("the history is as it was", at.rows() == kept)


def picture(at: Screen, folder: Path) -> None:
    """Make comments of a screenshot."""
    shot = folder / "shot.png"
    QGuiApplication([])
    draw(thread(6, 5), Style(name="light-2x")).save(str(shot))
    with at.copied(image=shot), at.program() as it:
        at.key("ctrl+v")
        at.picture("reading", after=0.3)
        at.picture("read", after=12)
        at.key("F8")
        at.picture("doubtful")
        at.key("ctrl+Home", "Down", "Down", "Down", "End")
        at.type("~~")
        at.key("F7")
        at.picture("left-out")
        at.key("Return")
        at.picture("taken-in")
        at.key("ctrl+z", "ctrl+Return")
        at.wait("the comments in the history", at.rows)
        at.wait("all translations", at.translated)
        at.picture("comments")
        at.key("ctrl+q")
        at.ends(it)


def keyboard(at: Screen, folder: Path) -> None:
    """Go everywhere in Chinese without the mouse."""
    with at.copied(SAMPLE), at.program() as it:
        at.picture("start")
        at.key("ctrl+v")
        at.wait("all translations", at.translated)
        at.picture("read")
        for step in ("one", "two", "three"):
            at.key("ctrl+Right")
            at.wait("the pop-up at a word", lambda: at.windows() == 2)
            at.picture(f"word-{step}")
        at.key("Return", "ctrl+Right")
        at.picture("pinned-and-on")
        at.key("Escape")
        at.wait("the pop-up to go", lambda: at.windows() == 1)
        at.key("asterisk")
        at.wait("the star", lambda: at.rows()[0].favourite)
        at.key("ctrl+t")
        at.wait("the question for a tag", lambda: at.windows() == 2)
        at.type("class")
        at.picture("tag")
        at.key("Return")
        at.wait("the tag", lambda: at.rows()[0].tags == ("class",))
        at.key("Right", "s")
        at.wait("the translation without", lambda: without(at))
        at.picture("as-written")
        at.key("s")
        at.wait("the translation with it", lambda: not without(at))
        palette(at, "其他译法", "palette")
        at.wait("other readings", lambda: made(at).alternatives)
        at.picture("other-readings")
        at.key("Return", "Tab", "Return")
        at.picture("notes-by-keyboard")
        at.key("Escape", "ctrl+c")
        at.wait("the copy", lambda: at.rows()[0].result.comment.text in at.clipboard())
        at.key("Menu")
        at.wait("the menu", lambda: at.windows() == 2)
        at.picture("menu")
        at.key("Escape")
        at.key("F1")
        at.wait("the list of keys", lambda: at.windows() == 2)
        at.picture("keys")
        at.key("Escape")
        at.wait("the list to go", lambda: at.windows() == 1)
        search_and_export(at, folder)
        slang_book(at)
        at.key("ctrl+4")
        at.picture("packages", after=1.5)
        settings(at)
        at.key("ctrl+1")
        at.picture("the-page-again")
        at.key("ctrl+q")
        at.ends(it)
    with at.program() as it:
        at.picture("started-again")
        at.key("ctrl+q")
        at.ends(it)


def made(at: Screen) -> Translation:
    """Return the translation of the first comment."""
    translation = at.rows()[0].result.translation
    assert translation is not None
    return translation


def without(at: Screen) -> bool:
    """Say whether the first comment was translated without a substitution."""
    return bool(made(at).without)


def palette(at: Screen, name: str, photograph: str = "") -> None:
    """Do something by its name; Chinese cannot be typed without an input method, so it is pasted."""
    at.key("ctrl+k")
    at.wait("the palette", lambda: at.windows() == 2)
    with at.copied(name):
        at.key("ctrl+v")
        time.sleep(0.3)
    if photograph:
        at.picture(photograph)
    at.key("Return")
    at.wait("the palette to go", lambda: at.windows() == 1)


def search_and_export(at: Screen, folder: Path) -> None:
    """Find a comment in the history, choose some of its thread, and write them to a file."""
    exported = folder / "chosen.md"
    at.key("ctrl+f")
    at.type("mao")
    at.picture("found", after=1.5)
    at.key("Down", "shift+Down")
    at.picture("chosen")
    at.key("ctrl+s")
    at.wait("the form of the export", lambda: at.windows() == 2)
    at.key("Tab", "Down", "Down")
    at.picture("export")
    at.key("Return")
    time.sleep(1)
    at.key("ctrl+a")
    at.type(str(exported))
    at.key("Return")
    at.wait("the exported file", exported.exists)
    at.picture("exported", after=1)


def slang_book(at: Screen) -> None:
    """Look an expression up."""
    at.key("ctrl+b")
    time.sleep(1)
    at.type("yyds")
    at.picture("book", after=1)
    at.key("Down", "Return")
    at.picture("entry")
    at.key("Escape", "Escape")


def settings(at: Screen) -> None:
    """Go through the settings with Tab and switch the pinyin on."""
    at.key("ctrl+5")
    at.picture("settings")
    for _ in range(12):
        at.key("Tab")
    at.picture("settings-tab")


def desktop(at: Screen, folder: Path) -> None:
    """Live beside other programs on the desktop."""
    file = folder / "comments.txt"
    file.write_text("momo\n这个文件里的评论yyds\n01-15 北京 回复\n", encoding="utf-8")
    with at.program() as it:
        palette(at, "Read along")
        at.picture("reading-along")
        with at.copied("password: hunter2"):
            at.picture("no-chinese")
        check("only Chinese text is read", not at.rows())
        with at.copied("宝子们 蹲一个链接"):
            at.wait("what was copied", at.translated)
            at.picture("read-along")
        at.key("ctrl+o")
        at.wait("the question for a file", lambda: at.windows() == 2)
        at.type(str(file))
        at.key("Return")
        at.wait("the file", lambda: at.rows()[0].result.comment.author == "momo")
        at.wait("its translation", at.translated)
        with at.running(sys.executable, "-m", "ui") as second:
            at.ends(second)
        check("there is one window", at.windows() == 1)
        at.key("ctrl+3")
        at.resize(900, 640)
        at.picture("slang-book", after=1.5)
        shape = at.shape()
        at.key("ctrl+shift+h")
        at.picture("not-remembering")
        at.key("ctrl+q")
        at.ends(it)
    kept = at.rows()
    with at.program() as it:
        at.picture("as-it-was", after=1.5)
        check("the window is where it was", at.shape() == shape)
        with at.copied("没人记得这一条"):
            at.wait("the page", lambda: at.windows() == 1)
            at.picture("read-along-still", after=2)
        at.key("ctrl+q")
        at.ends(it)
    check("nothing more is remembered", at.rows() == kept)


JOURNEYS: dict[str, tuple[Callable[[Screen, Path], None], str]] = {
    "first": (first, "en_US"),
    "picture": (picture, "en_US"),
    "keyboard": (keyboard, "zh_CN"),
    "desktop": (desktop, "en_US"),
}


def main(arguments: list[str]) -> int:
    """Make the journeys that are named, or all; return the exit code."""
    pictures = Path(arguments[0]) if arguments else Path(tempfile.mkdtemp())
    for name in arguments[1:] or JOURNEYS:
        journey, language = JOURNEYS[name]
        with (
            tempfile.TemporaryDirectory() as home,
            tempfile.TemporaryDirectory() as folder,
            screen(DISPLAY, Path(home), pictures / name, language) as at,
        ):
            journey(at, Path(folder))
        print(f"the journey is made: {name}, pictures in {pictures / name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
