"""Code-switched copies of pairs: English inside the Chinese, to be carried over unchanged."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from training.cleaning import HAN, Pair
from training.senses import Match, Senses, phrases

_ZH_CLAUSE = re.compile(r"[^，,。！？!?；;～~…\s]+")
_EN_CLAUSE = re.compile(r"[^,.!?;…]+(?:\.\d[^,.!?;…]*)*")
# A capital inside a line, after a small letter or comma: a name, not the start of a sentence.
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][A-Za-z0-9]+|[a-z]+[A-Z][a-z]*)(?: [A-Z][a-z]+)?\b")
_SYLLABLES = re.findall(
    "[a-z]+",
    "ba bo cha co da de el fi ga gri ha in jo ka ko la li lu ma mi na no ola pa pe qui ra "
    "ri ro sa sha so ta ti to um va vi wa xi yo za zen ",
)


def clauses(zh: str, en: str, longest: int = 6) -> list[Match]:
    """Pair up the clauses of two sides that have the same number of them; keep the short ones.

    `longest` is in English words. Comments are rendered clause by clause more often than word
    by word, and a clause is what a curated rendering of slang mostly is.
    """
    left, right = list(_ZH_CLAUSE.finditer(zh)), list(_EN_CLAUSE.finditer(en))
    if len(left) != len(right) or len(left) < 2:
        return []
    found = []
    for z, e in zip(left, right, strict=True):
        text = e[0].strip()
        words, han = len(text.split()), len(HAN.findall(z[0]))
        if 1 <= words <= longest and han >= 2 and 0.3 * han <= words <= 1.7 * han:
            start = e.start() + len(e[0]) - len(e[0].lstrip())
            found.append(Match(z.start(), z.end(), start, start + len(text)))
    return found


def invented_word(rng: random.Random) -> str:
    """Make up a name, a brand or a model number that no vocabulary holds as one piece."""
    if rng.random() < 0.2:
        letters = "".join(rng.choice("ABCDEFGHJKLMNPRSTVXZ") for _ in range(rng.randint(1, 3)))
        return f"{letters}{rng.choice(['', '-'])}{rng.randint(1, 999)}"
    word = "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 3)))
    return rng.choice((word, word.capitalize(), word.capitalize(), word.upper()))


def put(zh: str, chosen: list[tuple[int, int, str]], spaced: bool) -> str:
    """Put English terms in place of spans of the Chinese; `spaced` sets blanks around them."""
    for start, end, term in sorted(chosen, reverse=True):
        before, after = zh[:start], zh[end:]
        # Two Latin words must not run together, whatever the style.
        left = " " if before and (spaced or before[-1].isascii()) and before[-1] != " " else ""
        right = " " if after and (spaced or (after[0].isascii() and after[0].isalnum())) else ""
        zh = before + left + term + right + after
    return re.sub(r" +", " ", zh).strip()


def switch(
    pair: Pair, senses: Senses, rng: random.Random, spaced: float = 0.8, bare: float = 0.0
) -> tuple[Pair, list[str]] | None:
    """Return a code-switched copy of a pair and the terms put in, or nothing where none fits.

    `spaced` is how often blanks are set around the terms: the program always does, people often.
    `bare` is how often a term goes in as the dictionary has it, for the model to bend ("bleed",
    where the English has "bleeding"): the program knows no more of a word than that.
    """
    zh, en = pair
    single, _ = senses.matches(zh, en)
    longer = phrases(single, zh, en)
    whole = clauses(zh, en)
    pools = [pool for pool in (single, single, longer, whole, whole) if pool]
    if not pools:
        return None
    wanted = rng.choices((1, 2, 3), (0.6, 0.3, 0.1))[0]
    taken: list[Match] = []
    for _ in range(wanted * 3):
        match = rng.choice(rng.choice(pools))
        if len(taken) < wanted and all(
            (match.zh_end <= t.zh_start or match.zh_start >= t.zh_end)
            and (match.en_end <= t.en_start or match.en_start >= t.en_end)
            for t in taken
        ):
            taken.append(match)
    left = len(HAN.findall(zh)) - sum(m.zh_end - m.zh_start for m in taken)
    if left < 2:
        return None
    terms = [en[m.en_start : m.en_end] for m in taken]
    if len(taken) == 1 and len(terms[0].split()) == 1 and len(terms[0]) > 3 and rng.random() < 0.2:
        # A word the model cannot guess from the sentence teaches it to copy.
        m, new = taken[0], invented_word(rng)
        en, terms = en[: m.en_start] + new + en[m.en_end :], [new]
        taken = [replace(m, sense="")]
    shown = [
        m.sense if m.sense and rng.random() < bare else _case(term, m.en_start, rng)
        for term, m in zip(terms, taken, strict=True)
    ]
    spans = [(m.zh_start, m.zh_end, term) for m, term in zip(taken, shown, strict=True)]
    return (put(zh, spans, rng.random() < spaced), en), terms


def _case(term: str, start: int, rng: random.Random) -> str:
    """Undo the capital of a sentence's first word half of the time."""
    if start == 0 and term[1:2].islower() and not term.startswith("I ") and rng.random() < 0.5:
        return term[0].lower() + term[1:]
    return term


def rendered(
    pair: Pair, lexicon: Senses, rng: random.Random, most: int = 2, bare: float = 0.0
) -> tuple[Pair, list[str]] | None:
    """Put lexicon renderings in place of slang the way the program does, up to `most` of them.

    `bare` is how often one goes in as the lexicon has it, for the model to bend.
    """
    zh, en = pair
    found = lexicon.matches(zh, en)[0]
    found = rng.sample(found, min(most, len(found)))
    if not found or sum(m.zh_end - m.zh_start for m in found) >= len(zh) - 1:
        return None
    terms = [en[m.en_start : m.en_end] for m in found]
    shown = [m.sense if rng.random() < bare else t for m, t in zip(found, terms, strict=True)]
    spans = [(m.zh_start, m.zh_end, term) for m, term in zip(found, shown, strict=True)]
    return (put(zh, spans, spaced=True), en), terms


def name_pool(lines: Iterable[str], least: int = 2) -> list[str]:
    """Collect names from English lines: runs of capitalised words that do not open a sentence."""
    seen: Counter[str] = Counter()
    for line in lines:
        seen.update(m[0] for m in _NAME.finditer(line))
    return sorted(name for name, count in seen.items() if count >= least)


def named(pair: Pair, senses: Senses, names: list[str], rng: random.Random) -> Pair | None:
    """Put a Latin name in place of one matched word, on both sides; nothing where none fits.

    Taken in either direction this teaches to carry a name over instead of spelling it anew.
    """
    zh, en = pair
    fit = [m for m in senses.matches(zh, en)[0] if " " not in en[m.en_start : m.en_end]]
    if not fit or len(HAN.findall(zh)) < 4:
        return None
    m = rng.choice(fit)
    name = rng.choice(names) if names and rng.random() < 0.6 else invented_word(rng)
    shown = put(zh, [(m.zh_start, m.zh_end, name)], rng.random() < 0.5)
    return shown, en[: m.en_start] + name + en[m.en_end :]
