"""What can be seen to be wrong with a translation without reading it: loops, copies, losses.

The rules compare a piece of source text with what the engine made of it. They name what the reader
is told (`app.models.Flag`), never a score.
"""

from __future__ import annotations

import re

from app.models import Flag
from app.patterns import later
from app.sentences import HAN

_HAN = later(f"[{HAN}]")
_UNIT = later(rf"[{HAN}]|[^\W_]+(?:['’][^\W_]+)*")
_SAME_SIGN = later(r"(.{1,4}?)\1{7,}", re.DOTALL)
_LETTERS = later(r"[A-Za-z]")
_NUMBER = later(r"\d+(?:[.,:]\d+)*")
# Numbers that English writes in another way: months, and what is counted by ten thousands.
_REWRITTEN = later(r"\d+(?:[.,]\d+)*\s*(?:月|[万亿千百w])")
# A Latin word that is a name: capitals and small letters, or letters and digits, or capitals only,
# but for those that English has other words for.
_NAME = later(
    r"(?<![A-Za-z0-9])(?!(?:AA|AWSL|BF|BGM|CP|DD|DIY|GF|KTV|LOL|NB|OK|OMG|PK|PO|PS|TA|UK|UP|USA?|VS"
    r"|XSWL|YYDS)(?![A-Za-z0-9]))"
    r"(?:(?=[A-Za-z]*(?:[A-Z][a-z]|[a-z][A-Z]|\d))[A-Za-z][A-Za-z0-9]{2,}|[A-Z]{2,6}(?![A-Za-z0-9]))"
)
_LONGEST_PERIOD = 10
# A word that stands twice running where the source repeats nothing, but for those that English
# doubles for stress or by its grammar.
_STAMMER = later(
    r"\b(?!(?:ah|bye|go|ha|had|haha|hahaha|hey|knock|la|more|much|no|now|oh|ok|please|really|so|that"
    r"|there|too|very|wait|yeah|yes)\b)(?P<word>[a-z][a-z'’]+)(?: (?P=word)\b)+",
    re.IGNORECASE,
)
# A sum with its currency: what was dollars must not come back as yuan.
_DOLLARS = later(r"[$＄]\s?\d")
# A Latin word among Chinese, in small letters, long enough to be no abbreviation.
_WORD = later(r"(?<![A-Za-z0-9'’])[a-z]{4,}(?![A-Za-z0-9'’])")
# A count from 11 to 99 in Chinese numerals, with what is counted.
_COUNT = later(
    r"(?<![一二三四五六七八九十百千万零两几第初双])"
    r"(?P<count>[二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十)"
    r"(?=[多来]?[个天年岁斤点分块元件次只条张本人楼层秒公米厘克名位家句遍种寸集章页题杯碗瓶包份度平])"
    r"(?!年代|分之|点[一二三四五六七八九])"
)
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()  # fmt: skip
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = "- one two three four five six seven eight nine".split()
_ENDING = later(r"(?:ing|ed|es|s|y|e)$")


def faults(source: str, output: str, target: str) -> tuple[Flag, ...]:
    """Return what is wrong with `output`, the translation of `source`; empty when nothing shows."""
    if not any(map(str.isalnum, output)) and any(map(str.isalnum, source)):
        return (Flag.UNTRANSLATED,)
    found = []
    if is_loop(source, output):
        found.append(Flag.LOOPED)
    if is_copy(source, output, target):
        found.append(Flag.COPIED)
    missing = lost(source, output) or (target == "en" and _lost_counts(source, output))
    if missing or is_short(source, output, target):
        found.append(Flag.SHORTENED)
    return tuple(found)


def repeats(text: str) -> int:
    """Return how often some run of up to ten words or Han characters stands in a row, at most.

    "no no no" gives 3, "so good so good" 2, a text without repetition 1.
    """
    units = [unit.casefold() for unit in _UNIT.findall(text)]
    if len(set(units)) == len(units):
        return 1
    most = 1
    for period in range(1, min(_LONGEST_PERIOD, len(units) // 2) + 1):
        run = 0
        for earlier, unit in zip(units, units[period:], strict=False):
            if earlier == unit:
                run += 1
                if run // period >= most:
                    most = run // period + 1
            else:
                run = 0
    return most


def is_loop(source: str, output: str) -> bool:
    """Tell whether the engine got stuck: it repeats itself, and more than its source does."""
    times, wanted = repeats(output), repeats(source)
    if times > 2 and times > wanted + 1:
        return True
    if wanted == 1 and _STAMMER.search(output):
        return True
    stuck = _SAME_SIGN.search(output)
    return stuck is not None and len(stuck[0]) > 2 * _longest_same_sign(source) + 8


def once(text: str) -> str:
    """Return `text` with words that stand several times running written once ("by by the way")."""
    return _STAMMER.sub(lambda hit: hit["word"], text)


def is_copy(source: str, output: str, target: str) -> bool:
    """Tell whether the engine left the source as it was instead of translating it."""
    if target in ("zh", "zt", "ja", "yue"):
        words = re.findall(r"\b[a-z]{2,}\b", source)
        return len(words) >= 3 and not _HAN.search(output)
    return bool(_HAN.search(output))


def is_short(source: str, output: str, target: str) -> bool:
    """Tell whether the output is so short that something must be missing.

    The bounds are below what 99.5 % of the references of the RedTrans-Bench development slice have.
    """
    han, words = len(_HAN.findall(source)), len(_UNIT.findall(output))
    if target.startswith("zh"):
        wanted = len(_UNIT.findall(source))
        short = wanted >= 8 and len(_HAN.findall(output)) < 0.4 * wanted
    else:
        short = han >= 8 and words < 0.25 * han
    return short and repeats(source) <= 2


def lost(source: str, output: str) -> tuple[str, ...]:
    """Return the numbers and words in Latin letters of the source that the output lacks.

    Latin words are to be kept only among Chinese; in an English source they are what is translated.
    """
    numbers = set(map(_plain, _NUMBER.findall(output)))
    known = _REWRITTEN.sub(" ", source)
    missing = [n for n in _NUMBER.findall(known) if len(n) > 1 and _plain(n) not in numbers]
    if _DOLLARS.search(source) and not re.search(r"[$＄]|dollar|buck|USD", output):
        missing += [
            hit[0]
            for hit in _NUMBER.finditer(source)
            if hit.start() and source[hit.start() - 1] in "$＄"
        ]
    folded = output.casefold()
    among_chinese = bool(_HAN.search(source))
    names = _NAME.findall(source) if among_chinese else []
    words = _WORD.findall(source) if among_chinese else []
    gone = [name for name in names if name.casefold() not in folded]
    gone += [word for word in words if _ENDING.sub("", word) not in folded]
    return tuple(dict.fromkeys(missing + gone))


def figures(text: str) -> str:
    """Return `text` with counts in figures (瘦了十一斤, 瘦了11斤), which engines keep better."""
    return _COUNT.sub(lambda hit: str(_count(hit["count"])), text)


def _lost_counts(source: str, output: str) -> bool:
    """Tell whether a count in Chinese numerals is in the output neither in figures nor in words."""
    said = output.casefold().replace("-", " ")
    for hit in _COUNT.finditer(source):
        number = _count(hit["count"])
        tens, unit = divmod(number, 10)
        word = _TEENS[unit] if tens == 1 else f"{_TENS[tens]} {_UNITS[unit]}".removesuffix(" -")
        if not re.search(rf"(?<![\d.,]){number}(?!\d|[.,]\d)|\b{word}", said):
            return True
    return False


def _count(numeral: str) -> int:
    tens, _, unit = numeral.partition("十")
    digits = "零一二三四五六七八九"
    return 10 * (digits.index(tens) if tens else 1) + (digits.index(unit) if unit else 0)


def translatable(text: str, source: str) -> bool:
    """Tell whether `text` holds anything of the language `source` that an engine could translate.

    Numbers, marks, and Latin words given to an engine for Chinese are left as they are.
    """
    if source in ("zh", "zt", "yue"):
        return bool(_HAN.search(text))
    if source == "en":
        return bool(_LETTERS.search(text))
    return any(character.isalpha() for character in text)


def _plain(number: str) -> str:
    number = number.replace(",", "")
    return number.lstrip("0") or "0"


def _longest_same_sign(text: str) -> int:
    return max((len(m[0]) for m in re.finditer(r"(.{1,4}?)\1+", text, re.DOTALL)), default=1)
