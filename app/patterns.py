"""Regular expressions that are compiled when they are first used.

Python takes milliseconds for one in which the range of Chinese characters stands, and there are
dozens of those: compiling all of them was a third of the time that the program took to start, and a
comment, or a window without one, needs only some.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands for a pattern until it is used; from then on its methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        pattern = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(pattern, method)) for method in _METHODS)
        return getattr(pattern, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; a faulty one fails only then."""
    return cast("re.Pattern[str]", _Later(source, flags))
