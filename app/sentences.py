"""Where a text is cut before it goes to the engine, and how the translations are put together.

Comments mark their boundaries with spaces, `～` and line ends as much as with `。`: a sentence
splitter trained on prose is of little use here, and small models lose the end of long inputs. So
text is cut at sentence ends, and at spaces between Chinese characters; very short pieces stay with
their neighbours, and what is still too long for the model is cut at commas, or anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

# Ranges of Han characters (with the ideographic zero), kana, hangul, and full-width punctuation.
_WIDE = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{_WIDE}]")
_CLOSERS = r"”’」』）》)\]\"'】"
_ENDERS = r"。！？!?…；;｡"
_SENTENCE = re.compile(
    rf"(?:[{_ENDERS}]+|(?<=[^\W\d_])\.+(?=\s)|[~～]+(?=\s*[{_WIDE}]))[{_CLOSERS}]*\s*|\n+"
)
_HAN_SPACE = re.compile(rf"(?<=[{_WIDE}]) +(?=[{_WIDE}])")
_COMMA = re.compile(r"[，,、：:]+\s*")
_SPACE = re.compile(r"\s+")

_SHORTEST = 4
"""A piece with fewer characters than this has too little context and joins its neighbour."""

# Words that begin a sentence with a capital but are never names: safe to write small mid-sentence.
_SMALL_WORDS = re.compile(
    r"(?:a|an|and|are|as|at|but|by|can|did|do|does|for|from|had|has|have|he|her|here|his|how|if|in"
    r"|is|it|its|let|my|no|not|of|on|or|our|please|she|so|such|that|the|their|then|there|these|they"
    r"|this|those|to|too|very|was|we|were|what|when|where|which|who|why|will|with|yes|you|your)"
    r"(?:'(?:s|re|ve|ll|d))?\b(?!')",
    re.IGNORECASE,
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


def split(text: str, limit: int, measure: Callable[[str], int]) -> list[Piece]:
    """Cut `text` into pieces of at most `limit` tokens as `measure` counts them.

    Nothing but the whitespace at the cuts is left out. A single character longer than the limit
    stays whole.
    """
    pieces = _join_short(_cut_at(text, _SENTENCE, Cut.SENTENCE))
    pieces = [small for piece in pieces for small in _join_short(_recut(piece, _HAN_SPACE))]
    return [small for piece in pieces for small in shorten(piece, limit, measure)]


def shorten(piece: Piece, limit: int, measure: Callable[[str], int]) -> list[Piece]:
    """Cut one piece at its commas, spaces or anywhere until every part is within `limit`."""
    if measure(piece.text) <= limit or len(piece.text) < 2:
        return [piece]
    at, cut = _best_cut(piece.text)
    first = Piece(piece.text[:at].strip(), cut)
    second = Piece(piece.text[at:].strip(), piece.cut)
    return [p for part in (first, second) if part.text for p in shorten(part, limit, measure)]


def _best_cut(text: str) -> tuple[int, Cut]:
    """Return the comma nearest the middle, or else the space, or else the middle itself."""
    middle = len(text) // 2
    for pattern, cut in ((_COMMA, Cut.CLAUSE), (_SPACE, Cut.SPACE)):
        places = [m.end() for m in pattern.finditer(text) if m.start() > 0 and m.end() < len(text)]
        if places:
            return min(places, key=lambda at: abs(at - middle)), cut
    return middle, Cut.NOWHERE


def join(pieces: Sequence[Piece], outputs: Sequence[str], target: str) -> str:
    """Put the translations of `pieces` together as one text in the language `target`."""
    done = ""
    cut = Cut.SENTENCE
    for piece, output in zip(pieces, outputs, strict=True):
        output = output.strip()
        if not output:
            continue
        if not done:
            done = output
        elif target.startswith("zh"):
            done += _chinese_seam(done, cut, output) + output
        else:
            done = _english_seam(done, cut, output)
        cut = piece.cut
    return done


def _english_seam(done: str, cut: Cut, output: str) -> str:
    if cut is Cut.NOWHERE or cut is Cut.CLAUSE:
        done = done.rstrip(".") if cut is Cut.NOWHERE or done.endswith(".") else done
    if cut is Cut.CLAUSE and done[-1].isalnum():
        done += ","
    if cut in (Cut.SPACE, Cut.SENTENCE) and done[-1].isalnum():
        done += "," if cut is Cut.SPACE else "."
    return f"{done} {output if done[-1] in '.!?…' else _small(output)}"


def _chinese_seam(done: str, cut: Cut, output: str) -> str:
    if cut is Cut.SENTENCE and done[-1].isalnum():
        return "。"
    if cut in (Cut.SPACE, Cut.CLAUSE) and done[-1].isalnum():
        return "，"
    return " " if done[-1].isascii() and output[0].isascii() else ""


def _small(output: str) -> str:
    return output[0].lower() + output[1:] if _SMALL_WORDS.match(output) else output


def _cut_at(text: str, pattern: re.Pattern[str], cut: Cut) -> list[Piece]:
    pieces: list[Piece] = []
    start = 0
    for match in pattern.finditer(text):
        pieces.append(Piece(text[start : match.end()].strip(), cut))
        start = match.end()
    pieces.append(Piece(text[start:].strip(), cut))
    return [piece for piece in pieces if piece.text]


def _recut(piece: Piece, pattern: re.Pattern[str]) -> list[Piece]:
    pieces = _cut_at(piece.text, pattern, Cut.SPACE)
    return [*pieces[:-1], Piece(pieces[-1].text, piece.cut)] if pieces else []


def _join_short(pieces: Sequence[Piece]) -> list[Piece]:
    """Join each piece that is too short with the one before it, or else the one after."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and min(len(joined[-1].text), len(piece.text)) < _SHORTEST:
            before = joined.pop()
            seam = " " if before.cut is Cut.SPACE else ""
            piece = Piece(before.text + seam + piece.text, piece.cut)
        joined.append(piece)
    return joined
