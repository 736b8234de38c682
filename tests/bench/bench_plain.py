"""How quiet plain text stays: `python -m tests.bench.bench_plain FILE ... [--sample N] [--hits]`.

Each FILE holds `Chinese<TAB>English` lines (plain or .xz). A sample, drawn by a hash of the sentence
so that it is the same every time, is annotated; sentences with a KNOWN note are counted by entry,
to be read by hand: a note on a plain word is a wrong note.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
from collections import Counter, defaultdict
from pathlib import Path

from app import lexicon, words
from app.annotate import Annotator
from app.models import Certainty
from app.paths import default_paths
from app.segments import split


def sentences(path: Path) -> list[str]:
    """Return the Chinese side of a corpus."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [line.split("\t")[0].strip() for line in lines]


def order(text: str) -> str:
    """Return a key that shuffles sentences the same way every time."""
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def main() -> None:
    """Print how many sentences have a KNOWN note, and which entries gave them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=5000)
    parser.add_argument("--hits", action="store_true", help="print each sentence that has one")
    options = parser.parse_args()
    paths = default_paths()
    entries = lexicon.load(lexicon.bundled_files(paths.lexicon))
    annotator = Annotator(entries, words.tokens)
    texts = sorted({t for path in options.files for t in sentences(path)}, key=order)
    texts = texts[: options.sample]
    known: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    loud = 0
    for text in texts:
        found = annotator.annotate(text, split(text))
        hits = {
            (a.entry_id, text[a.start : a.end]) for a in found if a.certainty is Certainty.KNOWN
        }
        loud += bool(hits)
        for identity, surface in hits:
            known[identity] += 1
            shown[identity].append(f"{surface}: {text}")
    print(f"{loud} of {len(texts)} sentences ({100 * loud / len(texts):.1f} %) have a KNOWN note")
    for identity, count in known.most_common():
        print(f"{count:5d}  {identity}")
        if options.hits:
            for line in shown[identity][:6]:
                print(f"         {line}")


if __name__ == "__main__":
    main()
