"""Pairs whose Chinese is what the program gives the engine: `as_given.tsv` for `prepare --extra`.

The program puts slang and seldom words in English, in their base form and with blanks around them,
before the engine sees a comment. Its own wording is kept as the source of a pair where everything
that was put in stands in the English of the pair, if with another ending: from these the model
learns to bend it. Runs in the program's environment, not in that of training.
"""

from collections.abc import Iterable
from pathlib import Path

from app import lexicon
from app.models import Comment, Result
from app.normalise import PieceKind, Wording
from app.packages import PackageStore
from app.paths import default_paths
from app.pipeline import Pipeline
from training.cleaning import Pair
from training.corpora import read_lexicon, read_pairs
from training.senses import stems_of


def stands_in(put_in: str, stems: list[str]) -> bool:
    """Tell whether what was put in stands in a sentence of these stems, in one run."""
    wanted = stems_of(put_in)
    starts = range(len(stems) - len(wanted) + 1)
    return bool(wanted) and any(stems[i : i + len(wanted)] == wanted for i in starts)


def fits(wording: Wording, stems: list[str]) -> bool:
    """Tell whether English was put into a wording, and all of it stands in the translation."""
    put_in = [s.replacement for s in wording.substitutions if stems_of(s.replacement)]
    return bool(put_in) and all(stands_in(english, stems) for english in put_in)


def as_given(pipeline: Pipeline, pairs: Iterable[Pair]) -> list[tuple[str, str, str]]:
    """Return (comment, what the engine is given, English) where that is one piece with English.

    What the program carries over itself, such as emoji, is taken out of the last two.
    """
    made: list[tuple[str, str, str]] = []
    for zh, en in pairs:
        result: Result = pipeline.analyse(Comment(zh))
        plan = pipeline.plan(result)
        if plan is None or sum(p.kind is PieceKind.ENGINE for p in plan.pieces) != 1:
            continue
        carried = [p.text.strip() for p in plan.pieces if p.kind is PieceKind.CARRIED]
        if any(p.kind in (PieceKind.CURATED, PieceKind.BREAK) for p in plan.pieces):
            continue
        if not all(text in en for text in carried):
            continue
        for text in carried:
            en = en.replace(text, " ", 1)
        (piece,) = (p for p in plan.pieces if p.kind is PieceKind.ENGINE)
        stems = stems_of(en)
        target = " ".join(en.split())
        made += [(zh, w.text, target) for w in piece.wordings if target and fits(w, stems)]
    return list(dict.fromkeys(made))


def write(corpora: Path, out: Path) -> int:
    """Write such pairs of all comments and lexicon examples; return how many there are."""
    paths = default_paths()
    pipeline = Pipeline(
        lexicon.load(lexicon.bundled_files(paths.lexicon)),
        PackageStore(paths.bundled_packages, paths.packages),
    )
    pairs = read_lexicon(paths.lexicon)
    for name in ("authored_comments", "own_comments"):
        pairs += read_pairs(corpora, name)
    made = as_given(pipeline, pairs)
    out.write_text("".join("\t".join(row) + "\n" for row in made), "utf-8")
    return len(made)
