"""Amounts whose unit an English reader does not know: 15w, 3k, 1.2万, 20刀, 5米."""

from __future__ import annotations

import re
from decimal import Decimal

from app.models import Annotation, Certainty, Note

_AMOUNT = re.compile(
    r"(?<![a-z0-9.])(?P<number>\d{1,9}(?:\.\d{1,4})?)[ ]?(?P<unit>[wk万千亿](?![a-z]))?"
    r"(?P<more>多|来|\+)?(?P<money>刀(?!具|片|工|法|子)|块钱|块(?!头|儿)|元(?!素|旦|气|宵))?"
    r"(?![a-z0-9])"
)
_SCALE = {"w": 10_000, "万": 10_000, "k": 1_000, "千": 1_000, "亿": 100_000_000}
# After these, a number with k or w names a thing and not a sum: 4k video, 100w charger.
_TECHNICAL = re.compile(
    r"\s?(画质|视频|屏|显示器|电视|分辨率|快充|充电|功率|灯|跑|米|克|公里|度|金)"
)
_K_IS_RESOLUTION = ("2", "4", "8")
_NOTE = (
    "Chinese counts in ten thousands: 万 (wàn), often typed w, is 10,000, and 亿 (yì) is 100 "
    "million. k is a thousand, as in English. 刀 (dāo) after a number means dollars."
)


def find(text: str, folded: str) -> list[tuple[Annotation, Note]]:
    """Return the amounts in a comment that need reading, in order."""
    found = []
    for hit in _AMOUNT.finditer(folded):
        rendering = _read(hit, folded)
        if rendering is None:
            continue
        end = hit.start() + len(hit.group().rstrip())
        surface = text[hit.start() : end]
        annotation = Annotation(hit.start(), end, "decode-amount", Certainty.DECODED)
        note = Note(
            entry_id="decode-amount",
            surface=surface,
            literal="",
            meaning=rendering,
            renderings=_spellings(rendering),
            note=_NOTE,
            kind="number",
        )
        found.append((annotation, note))
    return found


_HOURS = re.compile(
    r"(?<![a-z0-9.])(?P<number>\d{1,3}(?:\.5)?)(?P<unit>h|hr|hrs|min|mins)(?![a-z0-9])"
)
_CIRCLED = re.compile("[①-⑳]")


def times(text: str, folded: str) -> list[tuple[Annotation, Note]]:
    """Return lengths of time in letters (4h, 30min), in order."""
    found = []
    for hit in _HOURS.finditer(folded):
        word = "hour" if hit["unit"].startswith("h") else "minute"
        rendering = f"{hit['number']} {word}{'' if hit['number'] == '1' else 's'}"
        annotation = Annotation(hit.start(), hit.end(), "decode-time", Certainty.DECODED)
        note = Note(
            entry_id="decode-time",
            surface=text[hit.start() : hit.end()],
            literal="",
            meaning=rendering,
            renderings=(rendering,),
            note="Units of time are often typed as in English: h for hours (小时 xiǎoshí), min for "
            "minutes (分钟 fēnzhōng).",
            kind="mixed",
        )
        found.append((annotation, note))
    return found


def items(text: str) -> list[tuple[Annotation, Note]]:
    """Return circled numbers, by which buyers and sellers name the things in a picture."""
    found = []
    for hit in _CIRCLED.finditer(text):
        number = ord(hit.group()) - ord("①") + 1
        annotation = Annotation(hit.start(), hit.end(), "decode-item", Certainty.DECODED)
        note = Note(
            entry_id="decode-item",
            surface=hit.group(),
            literal="",
            meaning=f"number {number} of what is shown or listed",
            renderings=(f"number {number}", f"item {number}", f"#{number}"),
            note="Sellers number the things in their pictures, and buyers name them by the number "
            "alone. In a longer text it is simply a list.",
            kind="number",
        )
        # A list reads well as it is; only a number that stands in a sentence wants a word.
        if re.match(r"[\u3400-\u9fff]", text[hit.end() :]) and not text[hit.end() :][1:2].isspace():
            found.append((annotation, note))
    return found if len(found) == 1 else []


def _read(hit: re.Match[str], folded: str) -> str | None:
    """Return an amount in English, or None where the figures say enough or mean something else."""
    unit, money = hit["unit"] or "", hit["money"] or ""
    if not unit and money != "刀":
        return None
    if _TECHNICAL.match(folded, hit.end()):
        return None
    if unit == "k" and not money and hit["number"] in _K_IS_RESOLUTION:
        return None
    value = Decimal(hit["number"]) * _SCALE.get(unit, 1)
    # More decimals than a cent are no amount that anybody reads.
    number = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    if hit["more"]:
        number = f"over {number}"
    if money == "刀":
        return f"{number} dollars"
    return f"{number} yuan" if money else number


def _spellings(rendering: str) -> tuple[str, ...]:
    """Return the amount in figures, and as English would shorten it."""
    spellings = [rendering]
    thousands = re.search(r"(?<![\d,])(\d{1,3}),000(?![,\d])", rendering)
    if thousands:
        spellings.append(rendering.replace(thousands.group(), f"{thousands[1]}k"))
    millions = re.search(r"(?<![\d,])(\d{1,3}),000,000(?![,\d])", rendering)
    if millions:
        spellings.append(rendering.replace(millions.group(), f"{millions[1]} million"))
    if rendering.endswith(" dollars"):
        spellings.append("$" + rendering.removesuffix(" dollars").removeprefix("over "))
    return tuple(spellings)
