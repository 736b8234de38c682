"""What rules can read without an entry: amounts, spelling taken apart, Morse.

A rule that reads one thing only is DECODED; one that chooses among readings is a GUESS.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from app.lexicon import Lexicon
from app.models import Annotation, Certainty, Note, Segment, SegmentKind

Finding = tuple[Annotation, Note]

_AMOUNT = re.compile(
    r"(?<![A-Za-z0-9.])(?P<number>\d+(?:\.\d+)?)\s?(?P<unit>[wWkK万千]|亿)?(?P<money>刀|米|块钱|块|元|r|R|rmb|RMB)?"
    r"(?![A-Za-z0-9.])"
)
_SCALE = {"w": 10_000, "万": 10_000, "k": 1_000, "千": 1_000, "亿": 100_000_000}
_DOLLARS, _YUAN = ("刀",), ("块钱", "块", "元", "r", "rmb")
_MORSE_RUN = re.compile(r"(?<![.\-/_·−–—])[.\-·−–—]{1,6}(?:[ /|]+[.\-·−–—]{1,6}){2,}(?![.\-·−–—])")
_MORSE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g",
    "....": "h", "..": "i", ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n",
    "---": "o", ".--.": "p", "--.-": "q", ".-.": "r", "...": "s", "-": "t", "..-": "u",
    "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z", "-----": "0", ".----": "1",
    "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7",
    "---..": "8", "----.": "9",
}  # fmt: skip


def decode(text: str, segments: Sequence[Segment]) -> tuple[Finding, ...]:
    """Return what the rules read in a comment, in the order of the text, without overlaps."""
    closed = [
        (s.start, s.end)
        for s in segments
        if s.kind not in (SegmentKind.TEXT, SegmentKind.CODE, SegmentKind.TOPIC)
    ]
    found = [*_amounts(text), *_morse(text)]
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    out: list[Finding] = []
    for annotation, note in found:
        inside = any(annotation.start < end and start < annotation.end for start, end in closed)
        if not inside and (not out or annotation.start >= out[-1][0].end):
            out.append((annotation, note))
    return tuple(out)


def combine(
    annotations: Sequence[Annotation], decoded: Sequence[Finding], text: str, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """Join entries and decoded readings: the longer wins, an entry among equals."""
    entries: list[Finding] = [
        (a, lexicon.entries[a.entry_id].to_note(text[a.start : a.end])) for a in annotations
    ]
    kept = [
        f
        for f in decoded
        if not any(
            f[0].start < a.end and a.start < f[0].end and a.end - a.start >= f[0].end - f[0].start
            for a in annotations
        )
    ]
    spans = [(f[0].start, f[0].end) for f in kept]
    entries = [f for f in entries if not any(s < f[0].end and f[0].start < e for s, e in spans)]
    return tuple(sorted([*entries, *kept], key=lambda f: f[0].start))


def _amounts(text: str) -> list[Finding]:
    """Read 15w, 3k, 1.2万, 20刀: numbers whose unit an English reader does not know."""
    found: list[Finding] = []
    for hit in _AMOUNT.finditer(text):
        unit, money = (hit["unit"] or "").lower(), (hit["money"] or "").lower()
        if not unit and money not in _DOLLARS:
            continue
        if money == "米" or (unit == "千" and not money):
            continue  # metres, and 千 as in 千克
        value = Decimal(hit["number"]) * _SCALE.get(unit, 1)
        number = f"{value:,.2f}".rstrip("0").rstrip(".")
        if money in _DOLLARS:
            rendering = f"{number} dollars"
        elif money in _YUAN:
            rendering = f"{number} yuan"
        else:
            rendering = number
        surface = hit.group().strip()
        found.append(
            (
                Annotation(
                    hit.start(), hit.start() + len(surface), "decode-amount", Certainty.DECODED
                ),
                Note(
                    entry_id="decode-amount",
                    surface=surface,
                    literal="",
                    meaning=rendering,
                    renderings=_spellings(rendering, value),
                    note="Chinese counts in ten thousands: 万 (wàn), often typed w, is 10,000 and 亿 "
                    "(yì) is 100 million. k is a thousand as in English; 刀 (dāo) after a number "
                    "means dollars.",
                    kind="number",
                ),
            )
        )
    return found


def _spellings(rendering: str, value: Decimal) -> tuple[str, ...]:
    """Return the amount in figures and, where English would, in thousands."""
    short = []
    if value >= 1000 and value % 1000 == 0 and value < 1_000_000:
        short.append(rendering.replace(f"{value:,.0f}", f"{value / 1000:.0f}k"))
    return tuple(dict.fromkeys([rendering, *short]))


def _morse(text: str) -> list[Finding]:
    """Read runs of dots and dashes parted by spaces or strokes; all of them must be letters."""
    found: list[Finding] = []
    for hit in _MORSE_RUN.finditer(text):
        marks = hit.group().translate(str.maketrans("·−–—", ".---"))
        words = [[_MORSE.get(c) for c in w.split()] for w in re.split(r"\s*[/|]\s*|\s{3,}", marks)]
        if not all(letter for word in words for letter in word):
            continue
        reading = " ".join("".join(letter or "" for letter in word) for word in words)
        if " " in reading and all(len(word) == 1 for word in words):
            reading = reading.replace(" ", "")
        found.append(
            (
                Annotation(hit.start(), hit.end(), "decode-morse", Certainty.DECODED),
                Note(
                    entry_id="decode-morse",
                    surface=hit.group(),
                    literal="",
                    meaning=f"Morse code for “{reading}”",
                    renderings=(reading,),
                    note="Dots and dashes are Morse code, played as a small riddle in comments. The "
                    "letters often hide pinyin initials or an English word.",
                    kind="number",
                ),
            )
        )
    return found
