"""Measure packages side by side and print one Markdown table.

The evaluation tables are for measuring only: nothing in them may reach the training data, and
`prepare --evaluation` drops lines that are equal to one of theirs.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training.engine import Engine
from training.measures import copy_rate, corpus_scores, percent, term_hit

SHORT = {"zh": "姐妹这个好好看，求链接", "en": "Where did you get this? It's so cute"}
REDTRANS = {"zh": "redtrans_dev.tsv", "en": "redtrans_dev_en-zh.tsv"}
Row = tuple[str, str]  # name of the measure, value as text


@dataclass(frozen=True, slots=True)
class Sets:
    """Where the evaluation tables and the held-out lines (a prepared data folder) are."""

    tables: Path | None
    data: Path | None


def rows(path: Path) -> list[list[str]]:
    """Return the rows of a tab-separated file."""
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line.strip()]


def _scores(hypotheses: list[str], references: list[str], target: str) -> str:
    chrf, bleu = corpus_scores(hypotheses, references, target)
    return f"{chrf:.1f} / {bleu:.1f}"


def _redtrans(engine: Engine, path: Path) -> list[Row]:
    target = "en" if engine.source == "zh" else "zh"
    table = rows(path)
    lines = engine.translate([row[2] for row in table])
    found = [("RedTrans dev, all", _scores(lines, [row[3] for row in table], target))]
    for kind in dict.fromkeys(row[1] for row in table):
        picked = [(h, r[3]) for h, r in zip(lines, table, strict=True) if r[1] == kind]
        value = _scores([h for h, _ in picked], [r for _, r in picked], target)
        found.append((f"RedTrans dev, {kind}", value))
    return found


def _terms(engine: Engine, path: Path) -> list[Row]:
    table = rows(path)
    lines = engine.translate([row[2] for row in table])
    hits = [term_hit(h, row[5].split("‖")) for h, row in zip(lines, table, strict=True)]
    scores = _scores(lines, [row[3] for row in table], "en")
    return [("CCN table A, noisy terms right", f"{percent(hits):.1f}"), ("CCN table A", scores)]


def _held_out(engine: Engine, path: Path) -> Row:
    pairs = rows(path)
    source, target = (0, 1) if engine.source == "zh" else (1, 0)
    lines = engine.translate([pair[source] for pair in pairs])
    value = _scores(lines, [pair[target] for pair in pairs], "en" if target else "zh")
    return f"held out: {path.stem.removeprefix('dev-')}", value


def _copies(engine: Engine, path: Path) -> Row:
    table = rows(path)
    terms = [row[2].split("‖") for row in table]
    lines = engine.translate([row[0] for row in table])
    kinds = {"unspaced": "terms run together", "renderings": "lexicon renderings"}
    kind = kinds.get(path.stem.split("-")[-1], "terms set off by blanks")
    return f"copy rate, {sum(map(len, terms))} {kind}", f"{copy_rate(lines, terms):.1f}"


def _speed(engine: Engine) -> list[Row]:
    line = SHORT[engine.source]
    for _ in range(5):
        engine.translate([line])
    took = []
    for _ in range(30):
        began = time.perf_counter()
        engine.translate([line])
        took.append(time.perf_counter() - began)
    many = [f"{line} {i}" for i in range(200)]
    began = time.perf_counter()
    engine.translate(many)
    each = len(many) / (time.perf_counter() - began)
    return [
        ("one short comment, beam 4, median ms", f"{sorted(took)[15] * 1000:.0f}"),
        ("comments a second in a batch", f"{each:.0f}"),
    ]


def measure(package: Path, sets: Sets, threads: int = 2) -> list[Row]:
    """Return every measure of one package that the sets allow."""
    engine = Engine(package, threads)
    size = sum(f.stat().st_size for f in package.rglob("*") if f.is_file())
    found: list[Row] = []
    steps: list[tuple[Path | None, Callable[[Path], list[Row]]]] = [
        (sets.tables and sets.tables / REDTRANS[engine.source], lambda p: _redtrans(engine, p)),
    ]
    if engine.source == "zh":
        steps.append((sets.tables and sets.tables / "ccn_A.tsv", lambda p: _terms(engine, p)))
        for path in sorted(sets.data.glob("copy-test*.tsv")) if sets.data else []:
            steps.append((path, lambda p: [_copies(engine, p)]))
    for path in sorted(sets.data.glob("dev-*.tsv")) if sets.data else []:
        steps.append((path, lambda p: [_held_out(engine, p)]))
    for where, step in steps:
        if where and where.exists():
            found += step(where)
    return [*found, *_speed(engine), ("size in MB", f"{size / 1e6:.1f}")]


def table(packages: list[Path], sets: Sets, threads: int = 2) -> str:
    """Return a Markdown table, a column a package; pairs of numbers are chrF2 / BLEU."""
    columns = [dict(measure(package, sets, threads)) for package in packages]
    names = list(dict.fromkeys(name for column in columns for name in column))
    heads = [package.name for package in packages]
    lines = ["| measure | " + " | ".join(heads) + " |", "|---|" + "---|" * len(heads)]
    for name in names:
        values = (column.get(name, "–") for column in columns)
        lines.append(f"| {name} | " + " | ".join(values) + " |")
    return "\n".join(lines)
