"""Amounts whose unit an English reader does not know: 15w, 3k, 1.2万, 二十多万, 20刀, 5米."""

from __future__ import annotations

import re
from decimal import Decimal

from app.models import Annotation, Certainty, Note
from app.patterns import later
from app.views import HAN

_AMOUNT = later(
    r"(?<![a-z0-9.])(?P<number>\d{1,9}(?:\.\d{1,4})?)[ ]?(?P<unit>[wk万千亿](?![a-z]))?"
    r"(?P<more>多|来|\+)?(?P<money>刀(?!具|片|工|法|子)|块钱|块(?!头|儿)|元(?!素|旦|气|宵))?"
    r"(?![a-z0-9])"
)
_SCALE = {"w": 10_000, "万": 10_000, "k": 1_000, "千": 1_000, "亿": 100_000_000}
# After these, a number with k or w names a thing and not a sum: 4k video, 100w charger.
_TECHNICAL = later(r"\s?(画质|视频|屏|显示器|电视|分辨率|快充|充电|功率|灯|跑|米|克|公里|度|金)")
_K_IS_RESOLUTION = ("2", "4", "8")
# Ten thousands in Chinese numerals (两万五, 十几万): small engines miss them by a power of ten.
_NUMERALS = later(
    r"(?<![一二三四五六七八九十百千万亿零两几第])"
    r"(?P<numeral>(?=十|[百千]?[一二三四五六七八九两])[一二三四五六七八九十百千零两]{1,7}"
    r"(?P<over>[多几来])?[万亿](?:零?[一二三四五六七八九两][一二三四五六七八九十百千零两]{0,6}万?)?)"
    r"(?P<more>多)?(?P<money>刀(?!具|片|工|法|子)|块钱|块(?!头|儿)|元(?!素|旦|气|宵))?"
    r"(?![一二三四五六七八九十百千万亿几])"
)
_FIGURES_OF_SPEECH = later(r"十万火急|十万八千里|[一十]万个|一万年|一万步")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1_000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
_NOTE = (
    "Chinese counts in ten thousands: 万 (wàn), often typed w, is 10,000, and 亿 (yì) is 100 "
    "million. k is a thousand, as in English. 刀 (dāo) after a number means dollars."
)


def find(text: str, folded: str) -> list[tuple[Annotation, Note]]:
    """Return the amounts in a comment that need reading, in order."""
    found = []
    hits = [(hit, _read(hit, folded)) for hit in _AMOUNT.finditer(folded)]
    if "万" in folded or "亿" in folded:
        hits += [(hit, _read_numerals(hit, folded)) for hit in _NUMERALS.finditer(folded)]
    for hit, rendering in sorted(hits, key=lambda both: both[0].start()):
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


_HOURS = later(r"(?<![a-z0-9.])(?P<number>\d{1,3}(?:\.5)?)(?P<unit>h|hr|hrs|min|mins)(?![a-z0-9])")
_CIRCLED = later("[①-⑳]")


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
        end = hit.end()
        if HAN.match(text, end) and not text[end + 1 : end + 2].isspace():
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


def _read_numerals(hit: re.Match[str], folded: str) -> str | None:
    """Return an amount in Chinese numerals in English, or None where it is a figure of speech."""
    if _FIGURES_OF_SPEECH.match(folded, hit.start()):
        return None
    over = hit["over"] or ""
    number = f"{_value(hit['numeral'].replace(over, '') if over else hit['numeral']):,}"
    if over or hit["more"]:
        number = f"over {number}"
    if hit["money"] == "刀":
        return f"{number} dollars"
    return f"{number} yuan" if hit["money"] else number


def _value(numeral: str) -> int:
    """Return what a Chinese numeral says; a last digit counts tenths (两万五 is 25,000)."""
    total = section = digit = 0
    last = 1
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            section += (digit or 1) * _PLACES[sign]
            digit, last = 0, _PLACES[sign]
        elif sign in _GROUPS:
            total += (section + digit) * _GROUPS[sign]
            section, digit, last = 0, 0, _GROUPS[sign]
        else:  # 零 says that a place is empty
            last = 10
    return total + section + digit * (last // 10 or 1)


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
