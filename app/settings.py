"""The user's choices, loaded and saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default. Unknown keys in the file are kept out, missing ones filled."""

    theme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "zh_CN"] = "system"
    zoom: int = 100
    slang_layer: bool = True
    remember: bool = True
    welcomed: bool = False
    geometry: str = ""
    splitter: str = ""
    page: str = "read"


def load(path: Path) -> Settings:
    """Load the choices; a missing or damaged file gives the defaults, and is left as it is."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the choices in one step, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    temporary.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2))
    temporary.replace(path)
