"""Where a text is cut before it goes to the engine, and how the translations are put together.

Comments mark their boundaries with spaces, `～` and `…` as much as with `。`: a sentence splitter
trained on prose is of little use here, and small models drop clauses of long inputs. So text is cut
at sentence ends, at spaces between Chinese characters, and around stretches of Latin words; a piece
that is still long is cut at a comma; very short pieces stay with their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from app.paths import SMALL_WORDS
from app.patterns import later

SOFT_TOKENS = 20
"""Above this a piece is cut at a comma if it has one.

Measured on the RedTrans-Bench development slice with translate-zh_en 0.2, beam 4: chrF2 36.6
without cutting at commas, 40.6 with it at 8 to 20 tokens, 40.2 at 30.
"""

HARD_TOKENS = 60
"""Above this a piece is cut wherever that can be done; at 30 to 60 the same data gain 0.3."""

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The inside of a character class for Han characters, with the ideographic zero."""

_NUMERALS = "0-9０-９一二三四五六七八九十百千万两几"
_CLOSERS = r"”’」』）》)\]\"'】"
_SENTENCE = later(
    rf"(?:[。！？!?…；;｡]+|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bvs)(?<=\w)\.(?=\s)|\.\.+(?=[\s{HAN}])"
    rf"|(?<![{_NUMERALS}])[~～]+(?=\s*[{HAN}]))[{_CLOSERS}]*\s*|[\r\n]+"
)
_HAN_SPACE = later(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_ONE_HAN = later(f"[{HAN}]")
_LETTER = later("[A-Za-z]")
# At least three Latin words in a row that stand apart from the Chinese, and the marks after them.
# Two to four words that a space alone parts from Han on both sides are part of the sentence.
_LATIN_WORDS = later(
    rf"(?<![\w{HAN}])(?!(?<=[{HAN}] )(?:[A-Za-z'’-]+[ ,]+){{1,3}}[A-Za-z'’-]+ [{HAN}])"
    r"[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*){2,}(?!\w)[^\w]*"
)
_COMMA = later(r"(?:[，、：]|,(?!\d)|:(?!\d|//))+\s*")
_SPACE = later(r"\s+")
_BETWEEN_HAN = later(rf"(?<=[{HAN}])(?=[{HAN}])")

_REPEATED = later(r"([^\W\d_]{1,4}?)\1{5,}|([^\w\s])\2{3,}")
# The same with something between: 可爱 可爱 可爱 可爱, 快来，快来，快来，快来.
_LISTED = later(r"([^\W\d_]{1,8}?)([\s，,、。！!~～…]{1,3})(?:\1\2){3,}(?=\1)")

_SHORTEST = 4
"""A piece with fewer characters than this has too little context and joins its neighbour."""

# A word that begins with a capital; the first of several that do may be a name (Spring Festival),
# unless it is one that only leads to names (In Beijing, Every Sunday).
_FIRST = later(
    r"(?P<word>A|[A-Z][a-z]+)(?P<not>n?['’]t)?(?![A-Za-z])"
    r"(?:(?<=\bIn)|(?<=\bOn)|(?<=\bAt)|(?<=\bTo)|(?<=\bMy)|(?<=\bSo)|(?<=\bIf)|(?<=\bBut)|(?<=\bAnd)"
    r"|(?<=\bThe)|(?<=\bFor)|(?<=\bYour)|(?<=\bFrom)|(?<=\bWith)|(?<=\bWhen)|(?<=\bThis)|(?<=\bThat)"
    r"|(?<=\bEvery)|(?<=\bSaid)|(?<=\bSays)|(?<=\bAsked)|(?<=\bBecause)|(?!['’]?[ -][A-Z]))"
)


class Cut(Enum):
    """What stood between a piece and the next one."""

    SENTENCE = "sentence"
    SPACE = "space"
    CLAUSE = "clause"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the engine gets at once, and what ended it."""

    text: str
    cut: Cut


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    cut: Cut


def split(
    text: str, measure: Callable[[str], int], soft: int = SOFT_TOKENS, hard: int = HARD_TOKENS
) -> list[Piece]:
    """Cut `text` into pieces whose length, as `measure` counts tokens, is within the limits.

    Nothing but whitespace at the cuts is left out. A single character longer than `hard` stays.
    """
    spans = [_Span(0, len(text), Cut.SENTENCE)]
    if not text.isalnum():  # there are marks or spaces at which it may be cut
        spans = _merge_short(text, _cut_all(text, spans[0], _SENTENCE))
        spans = [
            small
            for span in spans
            for part in _cut_latin(text, span)
            for small in _merge_short(text, _cut_all(text, part, _HAN_SPACE, Cut.SPACE))
        ]
    gentle = ((_COMMA, Cut.CLAUSE),)
    spans = [small for span in spans for small in _shorten(text, span, soft, measure, gentle)]
    rough = (*gentle, (_SPACE, Cut.SPACE), (_BETWEEN_HAN, Cut.NOWHERE), (None, Cut.NOWHERE))
    spans = [small for span in spans for small in _shorten(text, span, hard, measure, rough)]
    pieces = (Piece(text[span.start : span.end].strip(), span.cut) for span in spans)
    return [piece for piece in pieces if piece.text]


def calm(text: str) -> str:
    """Return `text` with what stands in a row more than five times that often; marks, lists: three.

    Long runs say no more than short ones, and make engines loop: 求×24 came back as a page of it.
    """
    text = _LISTED.sub(lambda m: (m[1] + m[2]) * 2, text)
    return _REPEATED.sub(lambda m: m[1] * 5 if m[1] else m[2] * 3, text)


def join(pieces: Sequence[Piece], outputs: Sequence[str], target: str) -> str:
    """Put the translations of `pieces` together as one text in the language `target`."""
    done = ""
    cut = Cut.SENTENCE
    for piece, output in zip(pieces, outputs, strict=True):
        output = output.strip()
        if output:
            if not done:
                done = output
            elif target.startswith("zh"):
                done = _chinese_seam(done, cut, output)
            else:
                done = _spaced_seam(done, cut, output)
            cut = piece.cut
    return done


def _spaced_seam(done: str, cut: Cut, output: str) -> str:
    if cut in (Cut.CLAUSE, Cut.NOWHERE) and done.endswith(".") and not done.endswith(".."):
        done = done[:-1] or done
    if done[-1].isalnum() and cut is not Cut.NOWHERE:
        done += "." if cut is Cut.SENTENCE else ","
    return f"{done} {output if done[-1] in '.!?…' else begin_small(output)}"


def _chinese_seam(done: str, cut: Cut, output: str) -> str:
    if cut in (Cut.CLAUSE, Cut.NOWHERE) and done.endswith("。"):
        done = done[:-1] or done
    if done[-1].isalnum() and cut is not Cut.NOWHERE:
        done += "。" if cut is Cut.SENTENCE else "，"
    return done + (" " if done[-1].isascii() and output[0].isascii() else "") + output


def begin_small(output: str) -> str:
    """Write the first letter small where that is certain to be right: never a name, never I."""
    first = _FIRST.match(output)
    if first and (first["not"] or first["word"].lower() in _small_words()):
        return output[0].lower() + output[1:]
    return output


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Return English words that are never names, and a."""
    return frozenset(SMALL_WORDS.read_text("utf-8").split()) | {"a"}


def _cut_all(
    text: str, span: _Span, pattern: re.Pattern[str], cut: Cut = Cut.SENTENCE
) -> list[_Span]:
    """Cut a span after every match."""
    ends = [m.end() for m in pattern.finditer(text, span.start, span.end) if m.end() < span.end]
    starts = [span.start, *ends]
    cuts = [*([cut] * len(ends)), span.cut]
    return [_Span(*part) for part in zip(starts, [*ends, span.end], cuts, strict=True)]


def _cut_latin(text: str, span: _Span) -> list[_Span]:
    """Cut a span around stretches of Latin words that stand apart from its Chinese."""
    piece = text[span.start : span.end]
    if not _LETTER.search(piece) or not _ONE_HAN.search(piece):
        return [span]
    matches = _LATIN_WORDS.finditer(text, span.start, span.end)
    edges = {edge for match in matches for edge in match.span() if span.start < edge < span.end}
    starts = [span.start, *sorted(edges)]
    ends = [*starts[1:], span.end]
    cuts = [*([Cut.SPACE] * len(edges)), span.cut]
    return [_Span(*part) for part in zip(starts, ends, cuts, strict=True)]


def _merge_short(text: str, spans: Sequence[_Span]) -> list[_Span]:
    """Join each span that is too short with the one before it, or else the one after."""
    merged: list[_Span] = []
    for span in spans:
        if merged and min(_size(text, merged[-1]), _size(text, span)) < _SHORTEST:
            span = _Span(merged.pop().start, span.end, span.cut)
        merged.append(span)
    return merged


def _size(text: str, span: _Span) -> int:
    return len(text[span.start : span.end].strip())


def _shorten(
    text: str,
    span: _Span,
    limit: int,
    measure: Callable[[str], int],
    ways: Sequence[tuple[re.Pattern[str] | None, Cut]],
) -> list[_Span]:
    """Cut a span in two at the place nearest its middle, the best way first, until it fits."""
    if span.end - span.start < 2 or measure(text[span.start : span.end]) <= limit:
        return [span]
    middle = (span.start + span.end) // 2
    for pattern, cut in ways:
        matches = pattern.finditer(text, span.start, span.end) if pattern else ()
        places = [m.end() for m in matches if span.start < m.end() < span.end]
        if pattern is None or places:
            at = min(places, key=lambda place: abs(place - middle), default=middle)
            halves = (_Span(span.start, at, cut), _Span(at, span.end, span.cut))
            parts = [p for half in halves for p in _shorten(text, half, limit, measure, ways)]
            merged = _merge_short(text, parts) if cut is Cut.CLAUSE else parts
            fits = all(measure(text[m.start : m.end]) <= limit for m in merged)
            return merged if fits else parts
    return [span]
