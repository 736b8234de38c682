"""What the engine is given: slang put into plain words, everything else set aside.

A comment becomes a `Plan`: pieces that stand in the order of the output. A piece is carried over
as it is, or takes a curated rendering (a clause that is one known expression), or goes to the
engine in up to two wordings: with slang as plain Chinese, and with slang as its English rendering,
which the engine copies. Which of the two is used is decided after translating, by whether the
meaning arrived (`app.assemble.choose`). Nothing that was not recognised is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.clauses import Item, clauses_of, glossed, items_of
from app.glossary import EMPTY, ENTRY_ID, Glossary
from app.lexicon import Entry, Lexicon
from app.models import Annotation, Note, Segment, SegmentKind, Substitution
from app.spans import Spans
from app.views import HAN

_LATIN = re.compile(r"[A-Za-z0-9]")
_LEAD = re.compile(r"[\s:：,，.。!！?？;；、~～|…]+")
PUNCTUATION = str.maketrans({
    "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "、": ",", "～": "~",
    "（": "(", "）": ")", "“": '"', "”": '"', "\u3000": " ", "…": "...",
})  # fmt: skip
# Of an entry's renderings, best first, so many say that its meaning arrived; later ones are calques
# and near misses, which readers may meet but which the translation should better.
_GOOD = 6
# What is seen rather than read: an emoji is replaced only where it stands for a word (🐟 for 闲鱼).
_SIGNS = ("emoji", "sticker", "tone")
_DEGREES = frozenset("太很好真最超更")  # adverbs with which plain wordings begin
_PICTURES = (SegmentKind.EMOJI, SegmentKind.STICKER, SegmentKind.KAOMOJI, SegmentKind.URL)


class PieceKind(StrEnum):
    """How a piece of the output comes about."""

    CARRIED = "carried"
    CURATED = "curated"
    ENGINE = "engine"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to put a piece to the engine, with what was substituted in it."""

    text: str
    substitutions: tuple[Substitution, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the output. `text` is ready for all kinds but ENGINE, which has wordings.

    `items` are what an ENGINE piece is made of, `substitutions` what a CURATED one stands for.
    """

    kind: PieceKind
    text: str = ""
    wordings: tuple[Wording, ...] = ()
    items: tuple[Item, ...] = ()
    substitutions: tuple[Substitution, ...] = ()

    @property
    def wanted(self) -> tuple[tuple[str, ...], ...]:
        """For each sure substitution, the renderings of which one should be in the translation."""
        return tuple(i.renderings[:_GOOD] for i in self.items if _is_wanted(i))


@dataclass(frozen=True, slots=True)
class Plan:
    """The pieces of one comment, in the order of the output."""

    pieces: tuple[Piece, ...]


def plan(
    text: str,
    segments: Sequence[Segment],
    annotations: Sequence[Annotation],
    notes: Sequence[Note],
    lexicon: Lexicon,
    *,
    source: str = "zh",
    slang: bool = True,
    without: Collection[str] = (),
    spell: Callable[[str], str] = str,
    glossary: Glossary = EMPTY,
) -> Plan:
    """Return the pieces of a comment; with `slang` false nothing is substituted.

    `source` says which language is to be translated: "zh", which leaves stretches of English as
    they are, or "en". `without` names entries that the reader does not want substituted. `spell`
    writes plain text as the engine knows it (simplified characters, standard Chinese); `glossary`
    has the words for which it needs English.
    """
    whole = Spans(
        (s.start, s.end) for s in segments if s.kind in (SegmentKind.TOPIC, SegmentKind.CODE)
    )
    # A picture stands for a word as a whole or not at all: the 蹲 in [蹲后续H] stays in it.
    pictures = Spans((s.start, s.end) for s in segments if s.kind in _PICTURES)
    chosen = [
        (a, n)
        for a, n in zip(annotations, notes, strict=True)
        if slang
        and a.entry_id not in without
        and a.entry_id not in lexicon.as_written
        and _substitutes(lexicon.entries.get(a.entry_id), n)
        and not any(s <= a.start and a.end <= e for s, e in whole.met(a.start, a.end))
        and all(a.start <= s and e <= a.end for s, e in pictures.met(a.start, a.end))
    ]
    items = items_of(text, segments, chosen, lexicon, source)
    pieces: list[Piece] = []
    stretch: list[Item] = []
    for item in items:
        if item.carried:
            pieces += _stretch(stretch, source)
            stretch = []
            kind = PieceKind.BREAK if "\n" in item.text else PieceKind.CARRIED
            if kind is PieceKind.CARRIED and pieces and pieces[-1].kind is kind:
                # Signs that stand together stay together: 😂😂 is not 😂 😂.
                pieces[-1] = Piece(kind, pieces[-1].text + item.text)
            else:
                pieces.append(Piece(kind, item.text))
        elif item.note:
            stretch.append(item)
        else:
            stretch += glossed(item, spell(item.text), glossary)
    pieces += _stretch(stretch, source)
    return Plan(tuple(pieces))


def _substitutes(entry: Entry | None, note: Note) -> bool:
    """Say whether the engine is to be given something else; signs and tones mostly stay."""
    if entry is None:
        return bool(note.renderings or note.standard)
    if entry.kind in _SIGNS and entry.pos not in ("interjection", "phrase", "sentence"):
        return entry.engine in ("standard", "rendering") or (
            entry.kind != "tone" and bool(entry.standard) and entry.engine != "keep"
        )
    return entry.engine != "keep"


def _stretch(items: Sequence[Item], source: str) -> list[Piece]:
    """Return the pieces of a stretch that nothing carried interrupts."""
    pieces: list[Piece] = []
    run: list[Item] = []
    for clause in clauses_of(items):
        subject = [
            i for i in clause if i.note is not None or HAN.search(i.text) or _LATIN.search(i.text)
        ]
        if len(subject) == 1 and _is_curated(subject[0]):
            pieces += _engine(run, source)
            run = []
            pieces.append(_curated(clause, subject[0]))
        else:
            run += clause
    return pieces + _engine(run, source)


def _is_wanted(item: Item) -> bool:
    """Say whether the English must arrive; what is given as plain Chinese is left to the engine."""
    return _is_curated(item) and (item.entry is None or item.entry.engine != "standard")


def _is_curated(item: Item) -> bool:
    return bool(item.renderings) and item.sure


def _curated(clause: Sequence[Item], subject: Item) -> Piece:
    """Return a clause that is one known expression as its curated rendering."""
    assert subject.note is not None
    alone = subject.entry.alone if subject.entry else ""
    rendering = alone or subject.renderings[0]
    out = "".join(rendering if i is subject else i.text.translate(PUNCTUATION) for i in clause)
    substitution = Substitution(subject.start, subject.end, rendering, subject.note.entry_id)
    return Piece(PieceKind.CURATED, out, substitutions=(substitution,))


def _engine(items: Sequence[Item], source: str) -> list[Piece]:
    """Return what the engine translates, or the text itself where there is no Chinese in it."""
    if not items:
        return []
    lead = _LEAD.match(items[0].text) if items[0].note is None else None
    if lead and lead.group().strip():
        # Marks at the front belong to what stands before; the engine would drop them.
        first = replace(
            items[0], text=items[0].text[lead.end() :], start=items[0].start + lead.end()
        )
        mark = Piece(PieceKind.CARRIED, lead.group().translate(PUNCTUATION))
        return [mark, *_engine([first, *items[1:]] if first.text else items[1:], source)]
    plain = _word(items, english=False)
    letters = HAN if source == "zh" else re.compile("[A-Za-z]")
    if not letters.search(plain.text) and not any(i.note or i.gloss for i in items):
        return [Piece(PieceKind.CARRIED, "".join(i.text.translate(PUNCTUATION) for i in items))]
    wordings = tuple(dict.fromkeys((plain, _word(items, english=True))))
    return [Piece(PieceKind.ENGINE, "".join(i.text for i in items), wordings, tuple(items))]


def take_apart(piece: Piece, lost: Collection[tuple[str, ...]]) -> tuple[Piece, ...]:
    """Cut an ENGINE piece at the substitutions whose renderings were lost on the way.

    What is between is translated for itself and the curated rendering stands in its place: both
    languages put subject, verb and object in this order, so that the result is rough but true.
    """
    parts: list[Piece] = []
    run: list[Item] = []
    for item in piece.items:
        if item.note and _is_wanted(item) and item.renderings[:_GOOD] in lost:
            parts += _engine(run, "zh")
            run = []
            rendering = item.renderings[0]
            made = Substitution(item.start, item.end, rendering, item.note.entry_id)
            parts.append(Piece(PieceKind.CURATED, rendering, substitutions=(made,)))
        else:
            run.append(item)
    return (*parts, *_engine(run, "zh"))


def _word(items: Sequence[Item], *, english: bool) -> Wording:
    """Write a stretch for the engine, slang as English renderings or as plain Chinese."""
    out: list[str] = []
    substitutions: list[Substitution] = []
    for item in items:
        if item.note is None and not item.gloss:
            out.append(item.text)
            continue
        replacement = item.gloss or _replacement(item, english=english)
        # 太 before 绝了, put as 太棒了, must not become 太太 (a wife).
        if out and replacement[:1] in _DEGREES and out[-1].endswith(replacement[0]):
            replacement = replacement[1:] or replacement
        name = item.note.entry_id if item.note else ENTRY_ID
        substitutions.append(Substitution(item.start, item.end, replacement, name))
        out.append(replacement)
    spaced = [out[0]] if out else []
    for left, right in pairwise(out):
        if left and right and _meets(left[-1], right[0]):
            spaced.append(" ")
        spaced.append(right)
    return Wording("".join(spaced).strip(), tuple(substitutions))


def _replacement(item: Item, *, english: bool) -> str:
    entry, standard, renderings = item.entry, item.standard, item.renderings
    if entry and entry.engine == "standard" and standard:
        return standard
    if renderings and (not standard or (entry and entry.engine == "rendering")):
        return renderings[0]
    # A guess is not worth breaking the sentence for where plain Chinese is at hand.
    return (renderings[0] if renderings and english and item.sure else standard) or item.text


def _meets(left: str, right: str) -> bool:
    """Say whether two characters need a space between them: Latin next to Latin or Han."""
    return (bool(_LATIN.match(left)) and right.isalnum()) or (
        bool(_LATIN.match(right)) and left.isalnum()
    )
