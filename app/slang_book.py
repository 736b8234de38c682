"""The slang book: all entries, browsed and searched by Chinese, pinyin, initials or English.

Every way of asking has one long text in which the entries stand one after the other, so that a
search is a few runs of `str.find`. Marks in these texts say where a form or a reading begins (or
goes on with its next syllable) and ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from app import lexicon
from app.entry_readings import Reading, has_tones, readings, spell
from app.index_text import HAN_RUN, fold
from app.lexicon import Entry
from app.packs import PackStore

_BEGIN, _INSIDE, _END, _NEXT = "\x01", "\x03", "\x02", "\n"
_MARKS = str.maketrans("", "", _BEGIN + _INSIDE + _END + _NEXT)
_LETTERS = re.compile(r"[a-z]+")
_QUIET = str.maketrans(
    {**dict.fromkeys("'’", ""), **dict.fromkeys('.,;:!?()[]{}<>/"“”‘-–—…_|=+*#', " ")}
)
# One or two Latin letters stand inside hundreds of forms and begin thousands of words.
_FEWEST_LETTERS = 3


class Rank(IntEnum):
    """What a search found an entry by, best first."""

    FORM = 0
    FORM_BEGINS = 1
    FORM_HOLDS = 2
    PINYIN = 3
    PINYIN_BEGINS = 4
    PINYIN_HOLDS = 5
    INITIALS = 6
    INITIALS_BEGIN = 7
    MEANING = 8
    MEANING_BEGINS = 9
    RENDERING = 10
    RENDERING_BEGINS = 11
    NOTE = 12
    NOTE_BEGINS = 13


@dataclass(frozen=True, slots=True)
class BookEntry:
    """An entry and where it stands.

    `pack` names the user's pack that it is in, or is empty; `off` says that it is switched off, by
    itself or with its pack; `original` is the bundled entry that it replaces, if there is one;
    `as_written` says that the engine is given it as it stands.
    """

    entry: Entry
    pack: str = ""
    off: bool = False
    original: Entry | None = None
    as_written: bool = False


def gather(store: PackStore, bundled: Sequence[Path]) -> list[BookEntry]:
    """Return all entries, bundled and own, also those that are switched off.

    Packs that cannot be read are passed over. Raises UserError when a bundled file cannot be read.
    """
    base = lexicon.load(bundled).entries
    found = {
        i: BookEntry(e, off=store.is_off(i), as_written=store.is_as_written(i))
        for i, e in base.items()
    }
    # The first pack wins, and one that is off gives way to all others.
    packs = list(reversed(store.packs()))
    for pack in sorted(packs, key=lambda p: p.on):
        for entry in pack.entries:
            if not pack.on and entry.id in found:
                continue
            off = not pack.on or store.is_off(entry.id)
            left = store.is_as_written(entry.id)
            found[entry.id] = BookEntry(entry, pack.name, off, base.get(entry.id), left)
    return list(found.values())


class SlangBook:
    """Entries in the order of a dictionary, with what they can be found by."""

    def __init__(self, entries: Iterable[BookEntry]) -> None:
        """Index the entries: about 100 ms for 3,300, so away from the window's thread."""
        read = sorted(
            ((one, *readings(one.entry)) for one in entries), key=lambda r: _place(r[0], r[1])
        )
        self.entries: Sequence[BookEntry] = tuple(one for one, _, _ in read)
        self._readings = [(head, *others) for _, head, others in read]
        self._by_id: Mapping[str, BookEntry] = {e.entry.id: e for e in self.entries}
        all_of = [one.entry for one in self.entries]
        self._forms = _Text(_form_text(e) for e in all_of)
        self._pinyin = _Text(map(_pinyin_text, self._readings))
        self._initials = _Text(map(_initials_text, self._readings))
        self._english = (
            (Rank.MEANING, _Text(_words(e.meaning) for e in all_of)),
            (Rank.RENDERING, _Text(_words(" | ".join(e.renderings)) for e in all_of)),
            (Rank.NOTE, _Text(_words(f"{e.literal} | {e.note}") for e in all_of)),
        )

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, entry_id: str) -> BookEntry | None:
        """Return an entry by its id."""
        return self._by_id.get(entry_id)

    def kinds(self) -> dict[str, int]:
        """Return how many entries there are of each kind."""
        return dict(Counter(e.entry.kind for e in self.entries))

    def of_the_day(self, day: int) -> str:
        """Return the id of an entry that a newcomer may use at once; another one every day."""
        good = [e.entry for e in self.entries if not e.off and e.entry.kind == "platform"]
        good = [e for e in good if e.use == "yes" and not e.offence] or [self.entries[0].entry]
        # A step that has nothing in common with the number of days in a month or year.
        return good[day * 101 % len(good)].id

    def search(
        self,
        query: str = "",
        kind: str = "",
        keep: Callable[[BookEntry], bool] = lambda _entry: True,
    ) -> list[BookEntry]:
        """Return the entries that answer `query`, the best first; all of them to an empty one.

        All words of it must be found, each by whatever way finds it best; pinyin may be written
        with blanks or without, with tone marks (dūn), digits (dun1) or neither.
        """
        pieces = query.translate(_MARKS).split()
        ranks = self._find_all(pieces) if pieces else {}
        order = sorted(ranks, key=lambda n: (*ranks[n], n)) if pieces else range(len(self.entries))
        chosen = (self.entries[number] for number in order)
        return [e for e in chosen if (not kind or e.entry.kind == kind) and keep(e)]

    def _find_all(self, pieces: Sequence[str]) -> dict[int, tuple[int, int]]:
        found = self._find(pieces[0])
        for piece in pieces[1:]:
            more = self._find(piece)
            found = {n: max(found[n], more[n]) for n in found.keys() & more.keys()}
        if len(pieces) > 1:  # pinyin, or an English form, may be written with blanks
            for number, rank in self._find_forms(fold(" ".join(pieces))).items():
                found[number] = min(rank, found.get(number, rank))
            for number, rank in self._find_readings("".join(pieces)).items():
                found[number] = min(rank, found.get(number, rank))
        return found

    def _find(self, piece: str) -> dict[int, tuple[int, int]]:
        """Return for each entry that answers one word how well and how early it does."""
        folded = fold(piece)
        # In the other order the better ways write over the worse ones.
        found: dict[int, tuple[int, int]] = {}
        marked = bool(spell(piece)[1]) and folded.isalpha()
        if not marked and (len(folded) > 1 or not folded.isascii()):
            for rank, text in reversed(self._english):
                found |= _in_words(text, folded.translate(_QUIET).strip(), rank)
        found |= self._find_readings(piece)
        if not marked:
            found |= self._find_forms(folded)
        return found

    def _find_forms(self, folded: str) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        if not folded.isascii() or len(folded) >= _FEWEST_LETTERS:
            found |= self._forms.find(folded, Rank.FORM_HOLDS)
        found |= self._forms.find(_BEGIN + folded, Rank.FORM_BEGINS)
        return found | self._forms.find(_BEGIN + folded + _END, Rank.FORM)

    def _find_readings(self, typed: str) -> dict[int, tuple[int, int]]:
        letters, tones = spell(typed)
        if not _LETTERS.fullmatch(letters):
            return {}
        found: dict[int, tuple[int, int]] = {}
        if not tones and len(letters) > 1:
            found |= self._initials.find(_BEGIN + letters, Rank.INITIALS_BEGIN)
            found |= self._initials.find(_BEGIN + letters + _END, Rank.INITIALS)
        found |= self._pinyin.find(_INSIDE + letters, Rank.PINYIN_HOLDS)
        found |= self._pinyin.find(_BEGIN + letters, Rank.PINYIN_BEGINS)
        found |= self._pinyin.find(_BEGIN + letters + _END, Rank.PINYIN)
        if tones:
            return {n: r for n, r in found.items() if self._sounds(n, letters, tones)}
        return found

    def _sounds(self, number: int, letters: str, tones: Sequence[tuple[int, int]]) -> bool:
        """Say whether an entry has a reading with these letters and tones."""
        return any(
            has_tones(reading[first:], letters, tones)
            for reading in self._readings[number]
            for first in range(len(reading))
        )


class _Folding(dict[int, str]):
    """What `fold` and `_QUIET` make of each character, as it is met: for long texts."""

    def __missing__(self, code: int) -> str:
        made = self[code] = fold(chr(code)).translate(_QUIET)
        return made


_QUIET_AND_FOLDED = _Folding()


class _Text:
    """The texts of all entries as one, in UTF-8; finds are told by the entry's number."""

    def __init__(self, parts: Iterable[str]) -> None:
        kept = [part.encode() for part in parts]
        self.text = _NEXT.encode().join(kept) + _NEXT.encode()
        self.starts = [0]
        for part in kept:
            self.starts.append(self.starts[-1] + len(part) + 1)

    def hits(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Yield number and place of the first hit in each entry that has one."""
        sought = wanted.encode()
        at = self.text.find(sought) if sought else -1
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number, at
            at = self.text.find(sought, self.starts[number + 1])

    def find(self, wanted: str, rank: Rank) -> dict[int, tuple[int, int]]:
        """Return rank and how early it stands, for each entry that holds `wanted`."""
        return {n: (int(rank), at - self.starts[n]) for n, at in self.hits(wanted)}


def _in_words(text: _Text, wanted: str, rank: Rank) -> dict[int, tuple[int, int]]:
    """Return the entries in which `wanted` begins a word; the whole word counts for more."""
    if not wanted:
        return {}
    if not wanted.isascii():
        return text.find(wanted, rank)
    whole = text.find(f" {wanted} ", rank)
    if len(wanted) < _FEWEST_LETTERS:
        return whole
    return text.find(f" {wanted}", Rank(rank + 1)) | whole


def _words(text: str) -> str:
    """Return a text with one blank before and after each word, and no punctuation."""
    return f" {' '.join(text.translate(_QUIET_AND_FOLDED).split())} "


def _form_text(entry: Entry) -> str:
    # The plain word leads to the entry, too, but is not how the entry itself is written.
    forms = "".join(f"{_BEGIN}{fold(form)}{_END}" for form in entry.forms)
    return forms + fold(entry.standard)


def _pinyin_text(readings: Sequence[Reading]) -> str:
    parts = []
    for reading in readings:
        letters = [syllable for syllable, _ in reading]
        parts.append(f"{_BEGIN}{''.join(letters)}{_END}")
        parts += [f"{_INSIDE}{''.join(letters[at:])}{_END}" for at in range(1, len(letters))]
    return "".join(dict.fromkeys(parts))


def _initials_text(readings: Sequence[Reading]) -> str:
    initials = ("".join(syllable[:1] for syllable, _ in reading) for reading in readings)
    return "".join(f"{_BEGIN}{one}{_END}" for one in dict.fromkeys(initials) if len(one) > 1)


def _place(one: BookEntry, head: Reading) -> tuple[int, str, str]:
    """Return where an entry stands in the book: letters, then figures, then signs."""
    form = fold(one.entry.forms[0])
    letters = "".join(syllable for syllable, _ in head) if HAN_RUN.match(form) else form
    first = letters[:1]
    group = 0 if "a" <= first <= "z" else 1 if first.isdigit() else 2
    return group, letters, form
