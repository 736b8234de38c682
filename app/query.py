"""What the reader types into the search box, and the question it puts to the index."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice, pairwise, product

from app.errors import UserError
from app.index_text import (
    FAVOURITE,
    SHORT_BEGINNINGS,
    UNSPACED_RUN,
    WORD,
    fold,
    is_symbol,
    name_tokens,
    tag_token,
)

# Every syllable of pinyin, and some that no word has, which then match nothing.
_INITIALS = ["", "zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw"]
_FINALS = (
    "a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang "
    "ue ui un uo v ve"
).split()
_SYLLABLES = frozenset(map("".join, product(_INITIALS, _FINALS)))
_BEGINNINGS = frozenset(
    syllable[:length] for syllable in _SYLLABLES for length in range(1, len(syllable) + 1)
)
_LONGEST_SYLLABLE = max(map(len, _SYLLABLES))
_FIRST_LETTERS = re.compile(r"[abcdefghjklmnopqrstwxyz]{2,}")
_PINYIN = re.compile(r"[a-z]+")
_LONGEST_PINYIN = 40
_MOST_SPELLINGS = 24
_TONE_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_SYLLABLE_ENDS = "aeiouvngr"
# Chinese keyboards give full-width colons and quotes.
_PIECE = re.compile(
    r'(?:(tag|entry|author|before|after|is)[:：])?(?:["“”]([^"“”]*)["“”]?|(\S+))', re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


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
    `tag:`, `entry:` (an id or the word itself), `author:`, `before:`, `after:` (2026, 2026-03,
    2026-03-01; in `zone`, by default the computer's) and `is:favourite` narrow the search.
    Raises UserError "query-date" or "query-is".
    """
    terms: list[Term] = []
    named: dict[str, list[str]] = {"tag": [], "entry": [], "author": []}
    since: datetime | None = None
    until: datetime | None = None
    favourite = False
    for match in _PIECE.finditer(text):
        key, quoted, plain = match.groups()
        value = (plain if quoted is None else quoted).strip()
        if not value:
            continue
        match (key or "").lower():
            case "":
                terms.extend(_terms(value, literal=quoted is not None))
            case "after":
                start = _day(value, zone)
                since = max(since, start) if since else start
            case "before":
                end = _day(value, zone)
                until = min(until, end) if until else end
            case "is":
                if not "favourites".startswith(value.lower().replace("favor", "favour")):
                    raise UserError(
                        "query-is",
                        "“is:{value}” is not a way to narrow a search.",
                        "Use is:favourite.",
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
        since,
        until,
        favourite,
    )


def _day(value: str, zone: tzinfo | None) -> datetime:
    found = _DATE.match(value)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part or 1) for part in found.groups())
        local = datetime(year, month, day, tzinfo=zone)
        # Without a zone, astimezone takes the computer's for that very day.
        return local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UserError(
            "query-date",
            "“{value}” is not a date that a search can use.",
            "Write it as 2026, 2026-03 or 2026-03-01.",
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


def expression(query: Query, entry_keys: list[list[int]], days: tuple[date, date] | None) -> str:
    """Return the FTS5 expression for the candidates of `query`; empty when all rows are.

    `entry_keys` are the keys that each of `query.entries` may mean; `days` are the first and the
    last day (UTC) of which there is anything.
    """
    parts = [_either(_term_ways(term)) for term in query.terms]
    parts += [_either([_is(f":{key}") for key in keys]) or _NOTHING for keys in entry_keys]
    parts += [_all(_is("@" + token) for token in name_tokens(name)) for name in query.authors]
    parts += [_is(tag_token(tag)) for tag in query.tags]
    if query.favourite:
        parts.append(_is(FAVOURITE))
    if days is not None and (query.since or query.until):
        first, last = days
        if query.since:
            first = max(first, query.since.date())
        if query.until:
            last = min(last, (query.until - timedelta(microseconds=1)).date())
        parts.append(_either(map(_is, _date_tokens(first, last))) or _NOTHING)
    return " AND ".join(filter(None, parts))


def _is(token: str) -> str:
    return f'"{token}"'


def _begins(token: str) -> str:
    return f'"{token}" *'


_NOTHING = _is("_")  # no comment has this token


def _either(ways: Iterable[str]) -> str:
    joined = " OR ".join(dict.fromkeys(filter(None, ways)))
    return f"({joined})" if joined else ""


def _all(parts: Iterable[str]) -> str:
    joined = " AND ".join(dict.fromkeys(filter(None, parts)))
    return f"({joined})" if joined else ""


def _term_ways(term: Term) -> Iterator[str]:
    """Yield the ways in which `term` may be in a comment."""
    yield _all(_literally(term.folded))
    yield from _readings(term.letters)
    if len(term.initials) == 2:
        yield _begins("+" + term.initials)
    elif term.initials:
        threes = range(len(term.initials) - 2)
        yield _all(_is("+" + term.initials[at : at + 3]) for at in threes)


def _literally(folded: str) -> Iterator[str]:
    for run in UNSPACED_RUN.findall(folded):
        if len(run) == 1:
            yield _is(run)
        yield from (_is(run[at : at + 2]) for at in range(len(run) - 1))
    for match in WORD.finditer(folded):
        word = match.group()
        # Only what stands at the very end may be unfinished.
        if match.end() < len(folded):
            yield _is(word)
        elif len(word) <= SHORT_BEGINNINGS:
            yield _either([_is(word), _is("~" + word)])
        else:
            yield _begins(word)
    yield from map(_is, filter(is_symbol, folded))


def _readings(letters: str) -> list[str]:
    """Return the ways to read `letters`, or when those are too many, as much of it from the start.

    What begins with fewer letters is more than what is asked for; `hits` tells them apart.
    """
    ways = list(islice(_spelled(letters, ()), _MOST_SPELLINGS + 1)) if letters else []
    return ways if len(ways) <= _MOST_SPELLINGS else _readings(letters[:-1])


def _spelled(letters: str, done: tuple[str, ...]) -> Iterator[str]:
    """Yield the ways to read `letters` as syllables, the last perhaps unfinished, after `done`."""
    if letters in _BEGINNINGS:
        if done:
            yield _all([*_neighbours(done), _begins(f".{done[-1]}.{letters}")])
        else:
            yield _either([_is("." + letters), _is("," + letters)])
    for length in range(min(_LONGEST_SYLLABLE, len(letters) - 1), 0, -1):
        if letters[:length] in _SYLLABLES:
            yield from _spelled(letters[length:], (*done, letters[:length]))


def _neighbours(syllables: tuple[str, ...]) -> Iterator[str]:
    for one, two in pairwise(syllables):
        yield _is(f".{one}.{two}")


def _date_tokens(first: date, last: date) -> Iterator[str]:
    """Yield the tokens of the years, months and days that make up a stretch of days."""
    day = first
    while day <= last:
        month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if (day.month, day.day) == (1, 1) and (end := day.replace(month=12, day=31)) <= last:
            yield f"={day:%Y}"
        elif day.day == 1 and (end := month_end) <= last:
            yield f"={day:%Y%m}"
        else:
            end = day
            yield f"={day:%Y%m%d}"
        if end == date.max:
            return
        day = end + timedelta(days=1)
