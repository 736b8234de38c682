"""What a comment can be found by: its searchable fields, and the tokens they give.

SQLite's own tokenisers find nothing in Chinese, and trigrams miss words of one and two
characters. Here every way of asking has tokens of its own, told apart by their first character:

    蹲, 蹲一      a character; two neighbours (Chinese, Japanese, Korean, emoji)
    link         a word of an alphabet
    ~l ~li ~lin  how a longer word begins, up to five letters
    .dun .dun.yi a syllable of pinyin without tone; two neighbours
    ,du          how a longer syllable begins
    +dyg +gl_    initials of three neighbours; `_` fills up at the end of a run
    :12          an entry, by its key in the database
    @小红         part of the author's name
    #hash        a tag
    *fav         a favourite
    =2026 =202603 =20260301   the date (UTC)

Tokens only choose candidates; `app.hits` looks at the text itself and has the last word.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app import pinyin, views
from app.models import BY_HAND, HistoryRow, Note

INDEX_VERSION = 1
"""Goes up when the same comment would give other tokens; the index is then made anew."""

FAVOURITE = "*fav"

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Scripts written without spaces, and Korean, whose endings cling to the word.
_UNSPACED = HAN + r"々\u3040-\u30ff\u1100-\u11ff\uac00-\ud7af"
UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
HAN_RUN = re.compile(f"[{HAN}]+")
WORD = re.compile(rf"[^\W_{_UNSPACED}]+")
SHORT_BEGINNINGS = 5
"""Words and syllables can be found by their first letters: up to so many by tokens of their own,
beyond that by the index's own search for beginnings, which is quick once few words are left."""


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of text in which a term may be found.

    `name` is "text", "translation", "machine" (the engine's wording beside a correction), "remark",
    "author", or "note.literal", "note.meaning", "note.rendering", "note.note"; `index` then says
    which note, and `part` which rendering.
    """

    name: str
    text: str
    index: int = 0
    part: int = 0


@lru_cache(maxsize=65536)
def _fold_character(char: str) -> str:
    folded = views.fold(char)
    decomposed = unicodedata.normalize("NFD", folded)
    # é is found by e; Korean syllables and kana with marks stay what they are.
    if len(decomposed) > 1 and unicodedata.combining(decomposed[1]) and decomposed[0] < "\u0400":
        return decomposed[0]
    return folded


def fold(text: str) -> str:
    """Return `text` as it is searched: `views.fold`, and Latin without accents; same length."""
    return "".join(map(_fold_character, text))


def fields(row: HistoryRow) -> Iterator[Field]:
    """Yield the searchable fields of a comment, the comment itself first."""
    result = row.result
    yield Field("text", result.comment.text)
    if result.translation is not None:
        yield Field("translation", result.translation.text)
        if result.translation.engine == BY_HAND and result.translation.alternatives:
            yield Field("machine", result.translation.alternatives[0])
    yield Field("remark", row.remark)
    yield Field("author", result.comment.author)
    for index, note in enumerate(result.notes):
        yield from note_fields(note, index)


def note_fields(note: Note, index: int = 0) -> Iterator[Field]:
    """Yield the searchable fields of the note at `index`."""
    yield Field("note.literal", note.literal, index)
    yield Field("note.meaning", note.meaning, index)
    for part, rendering in enumerate(note.renderings):
        yield Field("note.rendering", rendering, index, part)
    yield Field("note.note", note.note, index)


def spell(folded: str) -> str:
    """Return the reading of a text: for each Han character `dun1`, apart by blanks.

    It is the reading that the program shows over the text. The tone is 1 to 5, 5 being neutral; ü
    is written v; a character without a known reading gives `_`.
    """
    read: dict[int, str] = {}
    for word in pinyin.readings(folded):
        for at, (syllable, tone) in enumerate(zip(word.syllables, word.tones, strict=True)):
            read[word.start + at] = f"{_without_tone(syllable)}{tone}"
    return " ".join(
        read.get(at, "_") for run in HAN_RUN.finditer(folded) for at in range(*run.span())
    )


@lru_cache(maxsize=4096)
def _without_tone(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(char for char in letters if "a" <= char <= "z")


def runs_with_readings(folded: str, spelled: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield for each run of Han where it begins, and (syllable, tone) for each of its characters.

    `spelled` is what `spell` gave for the text; nothing is yielded if it belongs to another.
    """
    syllables = [(one.rstrip("12345"), one[-1:]) for one in spelled.split()]
    runs = list(HAN_RUN.finditer(folded))
    if sum(run.end() - run.start() for run in runs) != len(syllables):
        return
    at = 0
    for run in runs:
        length = run.end() - run.start()
        yield run.start(), syllables[at : at + length]
        at += length


def tokens(row: HistoryRow, entries: Sequence[int], spelled: str) -> set[str]:
    """Return all tokens of a comment.

    `entries` are the keys of the entries found in it, `spelled` is how `spell` reads its text.
    """
    found: set[str] = set()
    text = fold(row.result.comment.text)
    found.update(_text_tokens(text))
    for _, run in runs_with_readings(text, spelled):
        found.update(_pinyin_tokens([syllable for syllable, _ in run]))
    for field in fields(row):
        if field.name in ("translation", "machine", "remark", "author"):
            found.update(_text_tokens(fold(field.text)))
    for note in set(row.result.notes):
        found.update(_note_tokens(note))
    found.update("@" + token for token in name_tokens(row.result.comment.author))
    found.update(f":{key}" for key in entries)
    found.update(map(tag_token, row.tags))
    if row.favourite:
        found.add(FAVOURITE)
    found.update(date_tokens(row.created_at))
    return found


def tag_token(tag: str) -> str:
    """Return the token of a tag; a digest, since a tag may hold any character."""
    return "#" + hashlib.blake2b(tag.casefold().encode(), digest_size=6).hexdigest()


def date_tokens(created_at: str) -> tuple[str, str, str]:
    """Return the tokens of year, month and day of a stored time."""
    year, month, day = created_at[:4], created_at[5:7], created_at[8:10]
    return f"={year}", f"={year}{month}", f"={year}{month}{day}"


def name_tokens(name: str) -> set[str]:
    """Return the tokens of an author's name, without their mark."""
    return set(_text_tokens(fold(name)))


def is_symbol(char: str) -> bool:
    """Return whether `char` is a pictograph or another sign that can be searched for by itself."""
    return char > "\x7f" and unicodedata.category(char) in ("So", "Sk", "Sm", "Sc")


def _text_tokens(folded: str) -> Iterator[str]:
    for run in UNSPACED_RUN.findall(folded):
        yield from run
        yield from map("".join, itertools.pairwise(run))
    for word in WORD.findall(folded):
        yield from _word_tokens(word)
    if not folded.isascii():
        yield from filter(is_symbol, folded)


def _word_tokens(word: str) -> Iterator[str]:
    yield word
    for length in range(1, min(len(word), SHORT_BEGINNINGS + 1)):
        yield "~" + word[:length]


@lru_cache(maxsize=4096)
def _note_tokens(note: Note) -> frozenset[str]:
    return frozenset(
        token for field in note_fields(note) for token in _text_tokens(fold(field.text))
    )


def _pinyin_tokens(syllables: Sequence[str]) -> Iterator[str]:
    for syllable in syllables:
        yield "." + syllable
        for length in range(2, len(syllable)):
            yield "," + syllable[:length]
    for one, two in itertools.pairwise(syllables):
        yield f".{one}.{two}"
    letters = "".join(syllable[:1] for syllable in syllables) + "_"
    for at in range(max(1, len(letters) - 2)):
        yield "+" + letters[at : at + 3]
