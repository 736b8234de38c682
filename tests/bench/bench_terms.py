"""How much slang reaches the reader: `python -m tests.bench.bench_terms EVAL_FOLDER [--misses]`.

Runs the pipeline over `ccn_A.tsv` (id, category, Chinese, English, noisy span, gold renderings,
standard form) with and without the slang layer. A row counts when one of its gold renderings
reaches a RapidFuzz partial_ratio above 80 in the translation, as in CCN-MTBench; a note counts when
it lies on the noisy span, its renderings when one of them reaches the gold in the same measure.
Needs rapidfuzz, which is not one of the program's own packages.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from app import lexicon
from app.models import Comment, Result
from app.packages import PackageStore
from app.paths import default_paths
from app.pipeline import Pipeline


def fold(text: str) -> str:
    """Fold as the published measure does: NFKC, straight quotes, single spaces, lower case."""
    text = unicodedata.normalize("NFKC", text)
    text = text.translate(str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'}))
    return re.sub(r"\s+", " ", text).strip().casefold()


def reaches(text: str, golds: list[str]) -> bool:
    """Say whether a gold rendering stands in a text, nearly enough."""
    from rapidfuzz import fuzz

    return any(
        len(g) >= 2 and bool(text) and fuzz.partial_ratio(fold(g), fold(text)) > 80 for g in golds
    )


def covered(result: Result, spans: list[str]) -> list[int]:
    """Return which notes lie on a noisy span."""
    text = result.comment.text
    places = [(m.start(), m.end()) for s in spans for m in re.finditer(re.escape(s.strip()), text)]
    return [
        i
        for i, a in enumerate(result.annotations)
        if any(a.start < end and start < a.end for start, end in places)
    ]


def main() -> None:
    """Print noisy-term accuracy, note coverage and gold among renderings, by category."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the rows that failed")
    parser.add_argument("--out", type=Path, help="write the translations, for score.py")
    options = parser.parse_args()
    table = (options.folder / "ccn_A.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table]
    paths = default_paths()
    store = PackageStore(paths.bundled_packages, paths.packages)
    pipeline = Pipeline(lexicon.load(lexicon.bundled_files(paths.lexicon)), store)
    results = [pipeline.analyse(Comment(row[2])) for row in rows]
    plain = pipeline.translate(results, slang=False)
    done = pipeline.translate(results)
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for row, bare, result in zip(rows, plain, done, strict=True):
        golds = [g.strip() for g in row[5].split("‖")]
        on_span = covered(result, row[4].split("‖"))
        renderings = "\n".join(r for i in on_span for r in result.notes[i].renderings)
        assert bare.translation is not None
        assert result.translation is not None
        values = (
            1,
            reaches(bare.translation.text, golds),
            reaches(result.translation.text, golds),
            bool(on_span),
            reaches(renderings, golds),
        )
        for name in ("all", row[1]):
            counts[name] = [a + b for a, b in zip(counts[name], values, strict=True)]
        if options.misses and not (values[2] and values[4]):
            marks = "".join("+" if v else "-" for v in values[2:])
            notes = "; ".join(f"{n.surface}={n.renderings[:3]}" for n in result.notes)
            print(
                f"{marks} {row[2]} [{row[4]} = {row[5]}]\n    {result.translation.text}\n    {notes}"
            )
    print("category    n  bare  slang  notes  gold among renderings (per cent)")
    for name, (n, *hits) in counts.items():
        print(f"{name:8s} {n:4d}  " + "  ".join(f"{100 * h / n:5.1f}" for h in hits))
    if options.out:
        lines = [r.translation.text.replace("\n", " ") for r in done if r.translation]
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
