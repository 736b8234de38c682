"""What can be typed into the search field of the history: its words, and a list that writes them.

The words are those of the interface's language; the search understands those of the other, too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app import query_words
from app.query_words import Narrowing
from ui.commands import Command, CommandDialog
from ui.messages import say

if TYPE_CHECKING:
    from ui.theme import Theme

_NARROWINGS: tuple[tuple[Narrowing, str, str], ...] = (
    ("tag", "", QT_TRANSLATE_NOOP("messages", "Comments with a tag of yours")),
    ("entry", "", QT_TRANSLATE_NOOP("messages", "Comments with an expression, however written")),
    ("author", "", QT_TRANSLATE_NOOP("messages", "Comments by somebody, by a part of the name")),
    ("date", "2026-03", QT_TRANSLATE_NOOP("messages", "Read in that year, month or day")),
    (
        "date",
        "2026-03-01..2026-03-15",
        QT_TRANSLATE_NOOP("messages", "Read from one day to another"),
    ),
    ("after", "2026-03-01", QT_TRANSLATE_NOOP("messages", "Read on that day or later")),
    ("before", "2026-03-01", QT_TRANSLATE_NOOP("messages", "Read before that day")),
)


def condition(name: Narrowing, value: str) -> str:
    """Return what narrows a search, as it is typed."""
    quoted = f'"{value}"' if any(char.isspace() for char in value) else value
    return f"{query_words.word(name, chinese=_chinese())}:{quoted}"


def favourites() -> str:
    """Return what narrows a search to favourites."""
    return condition("is", query_words.favourite(chinese=_chinese()))


def hint() -> str:
    """Return in a few lines what can be searched for, and the words that narrow a search."""
    words = (*(condition(name, "") for name in ("tag", "entry", "author", "date")), favourites())
    about = QT_TRANSLATE_NOOP(
        "messages",
        "Chinese (one character is enough), pinyin with or without tones,\nfirst letters of "
        "pinyin, English; in comments, translations, notes and remarks.",
    )
    narrow = say(QT_TRANSLATE_NOOP("messages", "To narrow it: %s")) % " ".join(words)
    return f"{say(about)}\n{narrow}"


def ways(write: Callable[[str], None]) -> list[Command]:
    """Return all that can be typed; `write` gets what is chosen of it."""
    plain = (
        (QT_TRANSLATE_NOOP("messages", "Chinese, also a single character"), "蹲"),
        (QT_TRANSLATE_NOOP("messages", "Pinyin, with tones or without"), "dūn / dun1 / dun"),
        (QT_TRANSLATE_NOOP("messages", "First letters of pinyin"), "dyg"),
        (QT_TRANSLATE_NOOP("messages", "English, in translations and notes"), "waiting"),
    )
    quotes = '""'
    return [
        *(Command(say(text), (example,), partial(write, "")) for text, example in plain),
        Command(
            say(QT_TRANSLATE_NOOP("messages", "These very words, one after the other")),
            (quotes,),
            partial(write, quotes),
        ),
        *(
            Command(
                say(text), (condition(name, example),), partial(write, condition(name, example))
            )
            for name, example, text in _NARROWINGS
        ),
        Command(
            say(QT_TRANSLATE_NOOP("messages", "Favourites only")),
            (favourites(),),
            partial(write, favourites()),
        ),
    ]


def open_help(field: QLineEdit, theme: Theme, parent: QWidget) -> CommandDialog:
    """List all that can be typed; what is chosen is written into the field."""

    def write(text: str) -> None:
        before = field.text().strip()
        field.setText(f"{before} {text}".strip() if text else before)
        if text.endswith('"'):
            field.cursorBackward(False)
        field.setFocus()

    title = say(QT_TRANSLATE_NOOP("messages", "What can be searched for"))
    question = say(QT_TRANSLATE_NOOP("messages", "What would you like to find?"))
    dialog = CommandDialog(title, question, ways(write), theme, parent.window(), palette=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _chinese() -> bool:
    return QLocale().language() is QLocale.Language.Chinese
