"""The question that a search puts to the index: an FTS5 expression for its candidates.

It never leaves out what the search asks for, and may take in more: `app.hits` decides.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, pairwise, product

from app.index_text import (
    FAVOURITE,
    SHORT_BEGINNINGS,
    UNSPACED_RUN,
    WORD,
    fold,
    is_symbol,
    tag_token,
)
from app.query import Query, Term

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
_MOST_SPELLINGS = 24


def expression(query: Query, entry_keys: list[list[int]], days: tuple[date, date] | None) -> str:
    """Return the FTS5 expression for the candidates of `query`; empty when all rows are.

    `entry_keys` are the keys that each of `query.entries` may mean; `days` are the first and the
    last day (UTC) of which there is anything.
    """
    parts = [_either(_term_ways(term)) for term in query.terms]
    parts += [_either([_is(f":{key}") for key in keys]) or _NOTHING for keys in entry_keys]
    parts += [_all(_literally(fold(name).strip(), "@")) for name in query.authors]
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


def _literally(folded: str, mark: str = "") -> Iterator[str]:
    """Yield the tokens of any text that has `folded` in it; `mark` is that of a field."""
    for run in UNSPACED_RUN.findall(folded):
        if len(run) == 1:
            yield _is(mark + run)
        yield from (_is(mark + run[at : at + 2]) for at in range(len(run) - 1))
    for match in WORD.finditer(folded):
        word = match.group()
        # Only what stands at the very end may be unfinished.
        if match.end() < len(folded):
            yield _is(mark + word)
        elif len(word) <= SHORT_BEGINNINGS:
            yield _either([_is(mark + word), _is(f"{mark}~{word}")])
        else:
            yield _begins(mark + word)
    yield from map(_is, (mark + sign for sign in filter(is_symbol, folded)))


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
