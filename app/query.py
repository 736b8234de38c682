"""What the reader types into the search box, and the question it puts to the index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from app import query_words
from app.errors import UserError
from app.index_text import fold

_FIRST_LETTERS = re.compile(r"[abcdefghjklmnopqrstwxyz]{2,}")
_PINYIN = re.compile(r"[a-z]+")
_LONGEST_PINYIN = 40
_TONE_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_SYLLABLE_ENDS = "aeiouvngr"
_NARROWINGS = {
    word: name
    for name, words in query_words.WORDS.items()
    for word in (*words.english, *words.chinese)
}
_FAVOURITES = (*query_words.FAVOURITE.english, *query_words.FAVOURITE.chinese, "favourites")
# Chinese keyboards give full-width colons and quotes; after a colon people often leave a space.
_KEY = rf"(?:{'|'.join(_NARROWINGS)})[:：]"
_QUOTED = r'["“”]([^"“”]*)["“”]?'
_PIECE = re.compile(
    rf"({_KEY})(?:\s+(?!{_KEY}))?(?:{_QUOTED}|(\S*))|{_QUOTED}|(\S+)", re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})(?:年?|[-./年](\d{1,2})(?:月?|[-./月](\d{1,2})日?))$")
_TO = re.compile(r"\s*(?:\.\.+|…|~|～|至|到)\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found. A literal one (typed in quotes) is not read as pinyin or initials.

    `folded` is the text as searched; `letters` is it as pinyin without tones, or empty; `tones`
    gives for a place in `letters` the tone that was typed with it.
    """

    folded: str
    letters: str = ""
    tones: tuple[tuple[int, str], ...] = ()
    literal: bool = False

    @property
    def initials(self) -> str:
        """The letters, when each of them begins a syllable; else empty."""
        plain = self.letters and not self.tones and _FIRST_LETTERS.fullmatch(self.letters)
        return self.letters if plain else ""


@dataclass(frozen=True, slots=True)
class Query:
    """A search: everything in it must hold. Times are UTC; `since` counts in, `until` does not."""

    terms: tuple[Term, ...] = ()
    tags: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    favourite: bool = False


def parse(text: str, zone: tzinfo | None = None) -> Query:
    """Read a line of search.

    Words apart by spaces must all be found; "quotes" keep words together and take them literally;
    `tag:`, `entry:` (an id or the word itself), `author:`, `date:`, `after:`, `before:` and
    `is:favourite` narrow the search; `query_words` has the Chinese ones. A date is 2026, 2026-03,
    2026-03-01 (2026年3月1日), in `zone`, by default the computer's; `date:` also takes two of them,
    as in 2026-03..2026-05, both counted in. What has nothing behind its colon is passed over.
    Raises UserError "query-date" or "query-is".
    """
    terms: list[Term] = []
    named: dict[str, list[str]] = {"tag": [], "entry": [], "author": []}
    since: list[datetime] = []
    until: list[datetime] = []
    favourite = False
    for match in _PIECE.finditer(text):
        key, *values = match.groups()
        value = next(filter(None, values), "").strip()
        if not value:
            continue
        match _NARROWINGS.get((key or "").lower()[:-1]):
            case None:
                terms.extend(_terms(value, literal=match[4] is not None))
            case "date":
                first, last = _ends(value)
                if first:
                    since.append(_day(first, zone))
                if last:
                    until.append(_day(last, zone, over=True))
            case "after":
                since.append(_day(value, zone))
            case "before":
                until.append(_day(value, zone))
            case "is":
                if not any(word.startswith(value.lower()) for word in _FAVOURITES):
                    raise UserError(
                        "query-is",
                        "“is:{value}” is not a way to narrow a search.",
                        "Use is:favourite, or put it in quotes to find the words themselves.",
                        value=value,
                    )
                favourite = True
            case name:
                named[name].append(value)
    return Query(
        tuple(terms),
        tuple(named["tag"]),
        tuple(named["entry"]),
        tuple(named["author"]),
        max(since, default=None),
        min(until, default=None),
        favourite,
    )


def _ends(value: str) -> tuple[str, str]:
    """Return the first and the last date of `date:`; one of two may be left out."""
    first, to, last = _TO.sub("\0", value, count=1).partition("\0")
    return (first, last) if to else (value, value)


def _day(value: str, zone: tzinfo | None, *, over: bool = False) -> datetime:
    """Return when a day, a month or a year begins, or (`over`) when the next one does."""
    found = _DATE.match(value)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part or 0) for part in found.groups())
        begin = datetime(year, month or 1, day or 1)
        if over and day:
            begin += timedelta(days=1)
        elif over:
            begin = datetime(year + (month % 12 == 0), month % 12 + 1, 1)
        # Without a zone, astimezone takes the computer's for that very day.
        return begin.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UserError(
            "query-date",
            "“{value}” is not a date that a search can use.",
            "Write it as 2026, 2026-03 or 2026-03-01, or put it in quotes to find the words "
            "themselves.",
            value=value,
        ) from error


def _terms(value: str, *, literal: bool) -> Iterator[Term]:
    folded = " ".join(fold(value).split())
    if literal:
        yield Term(folded, literal=True)
        return
    letters, tones = _spell(value)
    # One letter begins half of all words: read as pinyin, it would say nothing.
    if _PINYIN.fullmatch(letters) and 1 < len(letters) <= _LONGEST_PINYIN:
        yield Term(folded, letters, tones)
    else:
        yield Term(folded)


def _spell(value: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Take tones (dūn, dun1) out of what may be pinyin; say at which letter each stood."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for char in unicodedata.normalize("NFD", value.lower().replace("u:", "ü")):
        after_vowel = letters and letters[-1] in _SYLLABLE_ENDS
        if letters and (char in _TONE_MARKS or (char in "012345" and after_vowel)):
            mark = _TONE_MARKS.get(char, char)
            tones.append((len(letters) - 1, "5" if mark == "0" else mark))
        elif char == "\u0308" and letters:
            letters[-1] = "v"
        elif char not in "'’":
            letters.append(char)
    return "".join(letters), tuple(tones)
