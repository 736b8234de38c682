"""The user's choices, loaded and saved."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec


@dataclass(frozen=True, slots=True)
class ViewChoices:
    """How the reader likes the page.

    `notes` says whether the notes stand beside the comments; `known` are words that the reader can
    read without pinyin, `starred` entries of the slang book.
    """

    pinyin: bool = False
    tone_colours: bool = False
    names: bool = True
    notes: bool = True
    watch_clipboard: bool = False
    known: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default. Unknown keys in the file are kept out, missing ones filled.

    A font is named by its family; "" takes the best one that is there. `geometry`, `splitter` and
    `book_splitter` are what Qt says of window and columns, in base64.
    """

    theme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "zh_CN"] = "system"
    zoom: int = 100
    chinese_font: str = ""
    latin_font: str = ""
    slang_layer: bool = True
    glossary: bool = True
    remember: bool = True
    tray: bool = False
    close_to_tray: bool = False
    welcomed: bool = False
    geometry: str = ""
    splitter: str = ""
    book_splitter: str = ""
    page: str = "read"
    view: ViewChoices = ViewChoices()


def load(path: Path) -> Settings:
    """Load the choices; a missing file gives the defaults.

    A damaged one gives them too, and is set aside under another name: words marked as known are in
    it, which somebody may want to mend.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except OSError:
        return Settings()
    except (msgspec.DecodeError, msgspec.ValidationError):
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the choices in one step, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2))
    temporary.replace(path)
