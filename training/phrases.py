"""Short comments with their translations, `phrases.tsv` beside a model: see `app.phrases`.

They come from the comments written for this project, as far as they are short and whole. By hand
(`phrases_by_hand.tsv` into English, `phrases_into_chinese.tsv`) are those that people write most,
said as plainly as they are meant, with nothing after the tab where a line means too much to be said
in one way.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.cleaning import Pair
from training.corpora import read_pairs
from training.engine import source_of

_HERE = Path(__file__).parent
BY_HAND = {
    "zh": _HERE / "phrases_by_hand.tsv",
    "en": _HERE / "phrases_into_chinese.tsv",
}
LONGEST = {"zh": 8, "en": 36}
"""Characters of a phrase: what is longer hardly comes twice."""

_PHRASE = {
    "zh": re.compile(r"[\u4e00-\u9fffa-z]*[\u4e00-\u9fff][\u4e00-\u9fffa-z]*"),
    "en": re.compile(r"[a-z]+(?: [a-z]+){0,7}"),
}
_END = re.compile(r"[\s。.!?~…,、]*\Z")
_BETWEEN = {"zh": re.compile(r"[\s,、。!~]+"), "en": re.compile(r"\s*[\s,.!~;]+\s*")}
_GLUE = {"zh": "", "en": " "}


def key_of(text: str, source: str = "zh") -> str:
    """Return what a phrase is looked up by, "" where the text is none."""
    text = unicodedata.normalize("NFKC", text).lower().strip()
    text = re.sub("['’‘]", "", text)
    end = _END.search(text)
    assert end is not None
    key = _BETWEEN[source].sub(_GLUE[source], text[: end.start()])
    fits = len(key) <= LONGEST[source] and _PHRASE[source].fullmatch(key)
    return key + ("?" if "?" in end[0] else "") if fits else ""


def phrases(pairs: Iterable[Pair], by_hand: Iterable[str], source: str = "zh") -> dict[str, str]:
    """Return translations by key: of each phrase the commonest, or what was written by hand.

    `pairs` are Chinese and English, `by_hand` lines of key, tab and translation.
    """
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for zh, en in pairs:
        said, meant = (zh, en) if source == "zh" else (en, zh)
        key = key_of(said, source)
        # An emoji has its own place; one character alone means too many things.
        if len(key.rstrip("?")) > 1 and en.isascii() and _is_simplified(zh):
            met[key][_plain(meant)] += 1
    found = {key: count.most_common(1)[0][0] for key, count in met.items()}
    found |= dict(line.split("\t") for line in by_hand)
    return {key: said for key, said in found.items() if said}


def _is_simplified(zh: str) -> bool:
    """Tell whether all of a text is in GB 2312: simplified characters, marks and letters."""
    try:
        zh.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _plain(text: str) -> str:
    """Return a sentence as one begins, without the marks at its end but for a question mark."""
    kept = text.strip().rstrip(".!~…,，。！～ ")
    kept = kept[:1].upper() + kept[1:]
    for ask in "?？":
        if kept.endswith(ask):
            return kept.rstrip("?？!！") + ask
    return kept


def write(corpora: Path, package: Path) -> int:
    """Write the phrases of the direction that the folder is named for; return how many."""
    source = source_of(package)
    pairs = (
        pair for name in ("authored_comments", "own_comments") for pair in read_pairs(corpora, name)
    )
    found = phrases(pairs, BY_HAND[source].read_text("utf-8").splitlines(), source)
    lines = "".join(f"{key}\t{said}\n" for key, said in sorted(found.items()))
    (package / "phrases.tsv").write_text(lines, "utf-8")
    return len(found)
