"""The program's own words in an export, and times as the reader's clock shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What is said in an export besides what was pasted; `language` is the code of its language.

    `columns` are the headings of the table, in the order of `export.csv_lines`.
    """

    title: str = "Pinglun history"
    by_hand: str = "translated by hand"
    yes: str = "yes"
    columns: tuple[str, ...] = (
        "thread", "remembered", "author", "posted", "place", "likes", "reply to", "language",
        "comment", "translation", "by hand", "notes", "tags", "favourite", "remark",
    )  # fmt: skip
    language: str = "en"


ENGLISH = ExportWords()


def local_day(stored: str) -> str:
    """Return the day of a stored time (UTC, ISO 8601) on this computer's calendar."""
    return local_minute(stored)[:10]


def local_minute(stored: str) -> str:
    """Return a stored time as this computer's clock shows it, in a form that tables sort."""
    moment = datetime.fromisoformat(stored).astimezone()
    return moment.strftime("%Y-%m-%d %H:%M")
