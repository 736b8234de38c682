"""Where data, settings and caches live.

`PINGLUN_HOME` puts all of it under one folder: for tests, and for a copy on a stick.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SMALL_WORDS = RESOURCES / "english" / "small_words.txt"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user; nothing is created until something is written."""

    data: Path
    config: Path
    cache: Path

    @property
    def history(self) -> Path:
        """The history database."""
        return self.data / "history.db"

    @property
    def settings(self) -> Path:
        """The user's choices."""
        return self.config / "settings.json"

    @property
    def packages(self) -> Path:
        """Language packages that the user added; they win over the bundled ones."""
        return self.data / "packages"

    @property
    def packs(self) -> Path:
        """Lexicon packs that the user added or wrote."""
        return self.data / "lexicon"

    @property
    def bundled_packages(self) -> Path:
        """Language packages that came with the program."""
        return RESOURCES / "packages"

    @property
    def lexicon(self) -> Path:
        """The bundled entries and their schema."""
        return RESOURCES / "lexicon"


def default_paths() -> Paths:
    """Return the folders that the platform, or `PINGLUN_HOME`, asks for."""
    home = os.environ.get("PINGLUN_HOME")
    if home:
        base = Path(home).expanduser().absolute()
        return Paths(base / "data", base / "config", base / "cache")
    dirs = platformdirs.PlatformDirs("Pinglun", appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path)
