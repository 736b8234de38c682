"""Plans and engine outputs become one translation: pieces chosen, joined, doubts named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app import doubts
from app.arrival import arrived
from app.engine import EngineOutput
from app.guards import once, repeats
from app.models import Flag, Language, Result, Substitution
from app.normalise import PUNCTUATION, Piece, PieceKind, Plan, take_apart
from app.sentences import begin_small

_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*\s*$")
_TAIL = 64  # characters in which it is looked for
_NO_SPACE_BEFORE = re.compile(r"[.,!?;:)\]…~'’]")
# The engine sets some marks as Chinese does: without a space after, or with one before.
_NO_SPACE_AFTER = re.compile(
    r"(?P<mark>(?<=[A-Za-z%)\]])[,;](?=[A-Za-z])|(?<=[A-Za-z)]),(?=\d)|(?<=[a-z]{3})[?!](?=[A-Z]))"
)
_SPACE_BEFORE = re.compile(r"(?<=\w) +(?=[,;?!](?:\s|\Z|[A-Za-z]))")
_TWO_STOPS = re.compile(r"\b([ap]\.m\.)\.(?!\.)")
_YUAN_TWICE = re.compile(r"(¥\d[\d,.]*)[- ]yuan\b")
_BAD = (Flag.LOOPED, Flag.COPIED, Flag.SHORTENED, Flag.UNTRANSLATED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A translation on its way: text, flags, other readings, what was substituted."""

    text: str
    flags: tuple[Flag, ...]
    alternatives: tuple[str, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    used_engine: bool = False


def assemble(
    plan: Plan | None, outputs: Mapping[str, EngineOutput], result: Result, target: str
) -> Outcome:
    """Return what a plan says, given the engine's output for each wording.

    Without a plan the comment stands as it is, with a flag that says why.
    """
    text = result.comment.text
    if plan is None:
        return Outcome(text, _left_alone(result, target))
    flags: dict[Flag, None] = {}
    chosen: list[tuple[Piece, str]] = []
    substitutions: list[Substitution] = []
    others: list[tuple[str, ...]] = []
    used = False
    for piece in plan.pieces:
        if piece.kind is PieceKind.ENGINE:
            choice = choose(piece, outputs)
            used = True
            flags.update(dict.fromkeys(choice.flags))
            if len(piece.wanted) > arrivals(piece.wanted, choice.text):
                flags[Flag.TOO_LITERAL] = None
            substitutions += choice.substitutions
            # The engine sometimes copies Chinese punctuation into English.
            made = (choice.text, *choice.alternatives)
            if target == "en":
                made = tuple(tidy(text.translate(PUNCTUATION), piece.text) for text in made)
            chosen.append((piece, made[0]))
            others.append(made[1:])
        else:
            substitutions += piece.substitutions
            chosen.append((piece, piece.text))
            others.append(())
    if not used and any(piece.kind is PieceKind.CURATED for piece in plan.pieces):
        flags[Flag.CURATED] = None
    joined = join(chosen, target)
    if not used and joined == text.strip() and result.language is Language.ZH:
        # Pinyin, say: Chinese, but nothing that an engine reads.
        flags[Flag.UNTRANSLATED] = None
    if target == "en":
        flags.update(dict.fromkeys(doubts.of_comment(result, joined)))
    alternatives = dict.fromkeys(
        join(
            [(p, o[i] if i < len(o) else t) for (p, t), o in zip(chosen, others, strict=True)],
            target,
        )
        for i in range(max((len(o) for o in others), default=0))
    )
    alternatives.pop(joined, None)
    return Outcome(joined, tuple(flags), tuple(alternatives), tuple(substitutions), used)


@dataclass(frozen=True, slots=True)
class Choice:
    """One way in which a piece can be put into the other language."""

    text: str
    substitutions: tuple[Substitution, ...]
    flags: tuple[Flag, ...] = ()
    alternatives: tuple[str, ...] = ()


def choose(piece: Piece, outputs: Mapping[str, EngineOutput]) -> Choice:
    """Return the translation of an ENGINE piece in which the meaning arrived.

    The one with most of the wanted renderings wins, faulty ones last. Among equals the first: plain
    Chinese reads better than English put into Chinese, the engine's first reading better than its
    others, and what was taken apart comes last.
    """
    choices: list[Choice] = []
    for wording in piece.wordings:
        output = outputs[wording.text]
        readings = (output.text, *output.alternatives)
        choices += [
            Choice(r, wording.substitutions, output.flags, tuple(o for o in readings if o != r))
            for r in readings
        ]
    gone = lost(piece, outputs)
    parts = take_apart(piece, gone) if gone else ()
    if parts and all(w.text in outputs for p in parts for w in p.wordings[:1]):
        choices.append(_together(parts, outputs))
    # max() keeps the first of equals.
    return max(
        choices,
        key=lambda c: (not any(f in _BAD for f in c.flags), arrivals(piece.wanted, c.text)),
    )


def lost(piece: Piece, outputs: Mapping[str, EngineOutput]) -> frozenset[tuple[str, ...]]:
    """Return the wanted renderings that no wording of a piece brought over in full company."""
    best = max(
        (outputs[w.text].text for w in piece.wordings),
        key=lambda text: arrivals(piece.wanted, text),
        default="",
    )
    return frozenset(r for r in piece.wanted if not arrived(r, best))


def arrivals(wanted: Sequence[tuple[str, ...]], translation: str) -> int:
    """Return how many of the wanted renderings stand in a translation."""
    return sum(arrived(renderings, translation) for renderings in wanted)


def _together(parts: Sequence[Piece], outputs: Mapping[str, EngineOutput]) -> Choice:
    """Join what was taken apart; a part ends without a full stop and begins small."""
    text = ""
    substitutions: list[Substitution] = []
    flags: dict[Flag, None] = {Flag.TOO_LITERAL: None}
    for index, part in enumerate(parts):
        body = part.text
        substitutions += part.substitutions
        if part.kind is PieceKind.ENGINE:
            output = outputs[part.wordings[0].text]
            substitutions += part.wordings[0].substitutions
            flags.update(dict.fromkeys(output.flags))
            body = output.text
        body = body.strip()
        if index < len(parts) - 1 and body.endswith(".") and not body.endswith(".."):
            body = body[:-1]
        if text and body:
            body = begin_small(body)
            text += "" if _NO_SPACE_BEFORE.match(body) else " "
        text += body
    return Choice(text, tuple(substitutions), tuple(flags))


def tidy(text: str, source: str) -> str:
    """Set marks and spaces of an English text as English does; take out a stammer of the engine."""
    text = _NO_SPACE_AFTER.sub(r"\g<mark> ", _SPACE_BEFORE.sub("", text))
    text = _TWO_STOPS.sub(r"\1", _YUAN_TWICE.sub(r"\1", text))
    text = _quoted(text) if '"' in text else text
    return once(text) if repeats(source) == 1 else text


def _quoted(text: str) -> str:
    """Put quotation marks close to what they quote; one without a partner goes, but for inches."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        at = _lone(parts)
        kept = '"' if parts[at - 1][-1:].isdigit() else ""
        parts[at - 1 : at + 1] = [parts[at - 1] + kept + parts[at]]
    for k in range(1, len(parts), 2):
        before, after = parts[k - 1], parts[k + 1]
        parts[k] = parts[k].strip()
        if before and (before[-1].isalnum() or before[-1] in ",:;.?!"):
            parts[k - 1] += " "
        if after[:1].isalnum():
            parts[k + 1] = " " + after
    return '"'.join(parts)


def _lone(parts: Sequence[str]) -> int:
    """Return which quotation mark, counted from 1, has no partner; inches before all others."""
    opened = 0
    for at in range(1, len(parts)):
        before, after = parts[at - 1][-1:], parts[at][:1]
        if before.isdigit():
            return at
        closes = bool(before.strip()) and not after.isalnum()
        opens = bool(after.strip()) and not before.isalnum()
        if closes and not opens and not opened:
            return at
        if opens and not closes and opened:
            return opened
        opened = 0 if opened else at
    return opened or len(parts) - 1


def join(pieces: list[tuple[Piece, str]], target: str) -> str:
    """Put pieces together: spaces and capitals for English, none for Chinese; lines are kept."""
    if target != "en":
        return _join_chinese(pieces)
    out = ""
    for index, (piece, text) in enumerate(pieces):
        if piece.kind is PieceKind.BREAK:
            out = out.rstrip(" ") + "\n" * text.count("\n")
            continue
        body = text.strip()
        if not body:
            continue
        if piece.kind in (PieceKind.ENGINE, PieceKind.CURATED):
            follows = (
                not out or out.endswith("\n") or bool(_SENTENCE_END.search(out, len(out) - _TAIL))
            )
            after_sign = index > 0 and pieces[index - 1][0].kind is PieceKind.CARRIED
            if follows or (after_sign and _is_sign(pieces[index - 1][1])):
                body = _capital(body)
            else:
                body = begin_small(body)
            if _needs_comma(out, body) and pieces[index - 1][0].kind is not PieceKind.CARRIED:
                out += ","
        if out and not out.endswith(("\n", " ")) and not _NO_SPACE_BEFORE.match(body):
            out += " "
        out += body
    return out.strip()


def _join_chinese(pieces: list[tuple[Piece, str]]) -> str:
    out = ""
    for piece, text in pieces:
        if piece.kind is PieceKind.BREAK:
            out += "\n" * text.count("\n")
        else:
            body = text.strip()
            latin = bool(out) and out[-1].isascii() and out[-1].isalnum() and body[:1].isascii()
            out += (" " if latin and body[:1].isalnum() else "") + body
    return out.strip()


def _needs_comma(out: str, body: str) -> bool:
    return bool(out) and out[-1].isalnum() and body[0].isalnum()


def _is_sign(text: str) -> bool:
    """Say whether a carried text ends what was said: pictures and topics do, commas do not."""
    if text.strip().startswith(("#", "＃")):
        return True
    return not any(c.isalnum() for c in text) and text.rstrip()[-1:] not in tuple(",:;")


def _capital(text: str) -> str:
    """Capitalise the first letter, if the text begins with a word."""
    match = re.match(r"[\"'(\[]*([a-z])", text)
    if not match or re.match(r"[\"'(\[]*[a-z]+[A-Z]", text):  # iPhone, eBay
        return text
    at = match.end() - 1
    return text[:at] + text[at].upper() + text[at + 1 :]


def _left_alone(result: Result, target: str) -> tuple[Flag, ...]:
    if result.language is Language.NONE:
        return ()
    if result.language in (Language.JA, Language.KO, Language.OTHER):
        return (Flag.OTHER_LANGUAGE,)
    already = (result.language is Language.EN) == (target == "en")
    return () if already else (Flag.UNTRANSLATED,)
