"""Terms of trade that figures hide: sizes (37码), discounts (八折), offers (买2送1, 满300减50)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from app.models import Annotation, Certainty, Note
from app.patterns import later

_SIZE = later(r"(?<![a-z0-9.])(?P<size>[2-6]?x{0,4}[sl]|m|[234]\d(?:\.5)?|均)码(?![头率归])")
_NUMERAL = "一二三四五六七八九"
# 折 says how many tenths of the price are left: who reads 八折 as 80 % off pays four times as much.
_DISCOUNT = later(
    rf"(?<![\d.{_NUMERAL}十百])(?:打)?(?P<left>\d(?:\.\d)?|[1-9]\d|[{_NUMERAL}]{{1,2}})折"
    r"(?![叠屏子页腰射磨断回返中服线算扇纸痕半])"
)
_BONUS = later(rf"买(?P<buy>\d{{1,2}}|[{_NUMERAL}两])送(?P<get>\d{{1,2}}|[{_NUMERAL}两])(?!\d)")
_OFF = later(r"满(?P<sum>\d{2,5})减(?P<off>\d{1,4})(?!\d)")

_SIZES = (
    "码 (mǎ) is a size. Shoes are counted as in Europe: 37 is about a US women's 6.5, 43 a US "
    "men's 9.5. 均码 is one size for all. Clothes run a size or two smaller than American ones."
)
_DISCOUNTS = (
    "折 (zhé) tells what is left to pay, in tenths of the price: 八折 is 80 % of the price, so "
    "20 % off, and 88折 is 12 % off. 打折 is to sell at a discount."
)
_BONUSES = "买 is to buy, 送 to give on top: what comes second is free."
_REDUCTIONS = (
    "满 is to reach a sum, 减 to take off: once the basket is worth so much, that is taken off. "
    "People look for fillers, 凑单, to reach it."
)

Finding = tuple[Annotation, Note]


class _Reading(NamedTuple):
    """What a term of trade says: in English, and as a note."""

    identity: str
    renderings: tuple[str, ...]
    note: str


def find(text: str, folded: str) -> list[Finding]:
    """Return the terms of trade in a comment, in order."""
    found = [
        _finding(text, hit, read)
        for pattern, reader in _READERS
        for hit in pattern.finditer(folded)
        if (read := reader(hit))
    ]
    return sorted(found, key=lambda f: f[0].start)


def _size(hit: re.Match[str]) -> _Reading:
    size = hit["size"].upper()
    if size == "均":
        return _Reading("decode-size", ("one size", "one-size"), _SIZES)
    return _Reading("decode-size", (f"size {size}",), _SIZES)


def _discount(hit: re.Match[str]) -> _Reading | None:
    said = "".join(str(_NUMERAL.index(c) + 1) if c in _NUMERAL else c for c in hit["left"])
    left = float(said) if "." in said or len(said) == 1 else int(said) / 10
    off = round(100 - left * 10, 1)
    return _Reading("decode-discount", (f"{off:g}% off",), _DISCOUNTS) if 0 < off < 100 else None


def _bonus(hit: re.Match[str]) -> _Reading:
    rendering = f"buy {_number(hit['buy'])}, get {_number(hit['get'])} free"
    return _Reading("decode-offer", (rendering,), _BONUSES)


def _off(hit: re.Match[str]) -> _Reading:
    return _Reading("decode-offer", (f"{hit['off']} off for {hit['sum']} spent",), _REDUCTIONS)


def _number(said: str) -> str:
    return "2" if said == "两" else str(_NUMERAL.index(said) + 1) if said in _NUMERAL else said


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reading | None]], ...] = (
    (_SIZE, _size),
    (_DISCOUNT, _discount),
    (_BONUS, _bonus),
    (_OFF, _off),
)


def _finding(text: str, hit: re.Match[str], read: _Reading) -> Finding:
    note = Note(
        entry_id=read.identity,
        surface=text[hit.start() : hit.end()],
        literal="",
        meaning=read.renderings[0],
        renderings=read.renderings,
        note=read.note,
        kind="number",
    )
    return Annotation(hit.start(), hit.end(), read.identity, Certainty.DECODED), note
