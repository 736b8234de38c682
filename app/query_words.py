"""The words that narrow a search when a colon follows them, in English and in Chinese.

Each works whatever the language of the interface is; the first of a language is what the window
writes into the search field.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Narrowing = Literal["tag", "entry", "author", "date", "after", "before", "is"]


class Words(NamedTuple):
    """The words for one way to narrow a search."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]


WORDS: dict[Narrowing, Words] = {
    "tag": Words(("tag",), ("标签", "標籤")),
    "entry": Words(("entry",), ("说法", "說法", "词条", "詞條")),
    "author": Words(("author",), ("作者",)),
    "date": Words(("date",), ("日期",)),
    "after": Words(("after", "since"), ("从", "從", "之后", "之後")),
    "before": Words(("before",), ("之前",)),
    "is": Words(("is",), ("是",)),
}
FAVOURITE = Words(("favourite", "favorite"), ("收藏",))
"""What may stand behind `is:`, also its beginning alone."""


def word(name: Narrowing, *, chinese: bool) -> str:
    """Return the word that narrows a search so, without its colon."""
    return WORDS[name].chinese[0] if chinese else WORDS[name].english[0]


def favourite(*, chinese: bool) -> str:
    """Return what stands behind `is:` for favourites."""
    return (FAVOURITE.chinese if chinese else FAVOURITE.english)[0]
