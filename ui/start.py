"""What `pinglun` runs: words go to the command line, none open the window.

Qt is imported only when a window is to be opened, so that the command line starts without it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import cli
from app.paths import RESOURCES

if TYPE_CHECKING:
    from app.ocr_pixels import Pixels


def has_display() -> bool:
    """Say whether a window can be shown: always but on Linux without X11 or Wayland."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window() -> int:
    """Open the window; without a display show the sample thread in the terminal instead."""
    if not has_display():
        print(
            "There is no display to open a window on. Here is the sample thread, read in the "
            "terminal;\nwith words of your own: pinglun translate TEXT, or pinglun --help.\n",
            file=sys.stderr,
        )
        sample = (RESOURCES / "samples" / "welcome.txt").read_text(encoding="utf-8")
        return cli.run(["translate", sample])
    from ui.__main__ import main as window

    return window([])


def load_picture(path: Path) -> Pixels:
    """Return the pixels of a picture file. Raises UserError; see `ui.picture_file.Source.load`."""
    from ui.picture_file import Source, pixels

    return pixels(Source(path=path).load())


def main() -> None:
    """Entry point of the program."""
    sys.exit(cli.run(sys.argv[1:], open_window, load_picture))


if __name__ == "__main__":
    main()
