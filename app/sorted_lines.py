"""A table in a text file: one line a key, looked up without taking the lines apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path


class SortedLines:
    """Lines of key, tab and value, in the order of their characters' numbers."""

    def __init__(self, lines: Sequence[str] = ()) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @classmethod
    def load(cls, file: Path) -> SortedLines:
        """Read a file; one that is missing or unreadable is empty."""
        try:
            return cls(file.read_text("utf-8").splitlines())
        except (OSError, UnicodeDecodeError):
            return cls()

    def get(self, key: str) -> str:
        """Return the value of a key, "" where there is none."""
        start = key + "\t"
        at = bisect_left(self._lines, start)
        found = at < len(self._lines) and self._lines[at].startswith(start)
        return self._lines[at].removeprefix(start) if found else ""


NO_LINES = SortedLines()
