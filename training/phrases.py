"""Short comments with their English, `phrases.tsv` beside a package's model: see `app.phrases`.

They come from the comments written for this project, as far as they are short and whole;
`phrases_by_hand.tsv` has those that people write most, said as plainly as they are meant, and
nothing after the tab where a line means too much to be said in one way.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.cleaning import Pair
from training.corpora import read_pairs

BY_HAND = Path(__file__).with_name("phrases_by_hand.tsv")
LONGEST = 8
"""Characters of a phrase: what is longer hardly comes twice."""

_PHRASE = re.compile(r"[\u4e00-\u9fffa-z]*[\u4e00-\u9fff][\u4e00-\u9fffa-z]*")
_END = re.compile(r"[\s。.!?~…,、]*\Z")
_BETWEEN = re.compile(r"[\s,、。!~]+")


def key_of(zh: str) -> str:
    """Return what a phrase is looked up by, "" where the text is none."""
    text = unicodedata.normalize("NFKC", zh).lower().strip()
    end = _END.search(text)
    assert end is not None
    key = _BETWEEN.sub("", text[: end.start()])
    fits = len(key) <= LONGEST and _PHRASE.fullmatch(key)
    return key + ("?" if "?" in end[0] else "") if fits else ""


def phrases(pairs: Iterable[Pair], by_hand: Iterable[str]) -> dict[str, str]:
    """Return English by key: of each phrase the commonest, or what was written by hand."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for zh, en in pairs:
        key = key_of(zh)
        # An emoji has its own place.
        if len(key.rstrip("?")) > 1 and en.isascii() and _is_simplified(key):
            met[key][_plain(en)] += 1
    found = {key: count.most_common(1)[0][0] for key, count in met.items()}
    found |= dict(line.split("\t") for line in by_hand)
    return {key: en for key, en in found.items() if en}


def _is_simplified(key: str) -> bool:
    """Tell whether the program can meet a key: it looks at Chinese in simplified characters."""
    try:
        key.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _plain(en: str) -> str:
    """Return an English sentence without what stands at its end, but for a question mark."""
    text = en.strip().rstrip(".!~…, ")
    return text.rstrip("?!") + "?" if text.endswith("?") else text


def write(corpora: Path, package: Path) -> int:
    """Write the phrases into a package's folder; return how many there are."""
    pairs = (
        pair for name in ("authored_comments", "own_comments") for pair in read_pairs(corpora, name)
    )
    found = phrases(pairs, BY_HAND.read_text("utf-8").splitlines())
    lines = "".join(f"{key}\t{english}\n" for key, english in sorted(found.items()))
    (package / "phrases.tsv").write_text(lines, "utf-8")
    return len(found)
