"""How the reader likes the page: choices about what is seen, kept beside the program's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class ViewChoices:
    """Every choice with its default.

    `known` are words that the reader can read without pinyin, `starred` entries of the slang book.
    """

    pinyin: bool = False
    tone_colours: bool = False
    names: bool = True
    watch_clipboard: bool = False
    known: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()


def load(path: Path) -> ViewChoices:
    """Load the choices; a missing or damaged file gives the defaults."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=ViewChoices)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return ViewChoices()


def save(path: Path, choices: ViewChoices) -> None:
    """Write the choices in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.write_bytes(msgspec.json.format(msgspec.json.encode(choices), indent=2))
    temporary.replace(path)
