"""Read the corpora that weights may be made of, and the rows that must stay out of them."""

import json
import lzma
from collections.abc import Iterable
from pathlib import Path

from training.cleaning import Pair, same_key

CORPORA = ("jiyu_examples", "tatoeba", "authored_comments", "own_comments")
_HERE = Path(__file__).parent  # own_comments is part of the repository


def read_pairs(folder: Path, name: str) -> list[Pair]:
    """Return the pairs of `NAME.tsv.xz` (Chinese, English; further columns left out)."""
    file = (_HERE if name == "own_comments" else folder) / f"{name}.tsv.xz"
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(row[0], row[1]) for row in rows if len(row) >= 2]


def read_lexicon(folder: Path | None) -> list[Pair]:
    """Return the examples of our own lexicon, from every `*.json` in the folder.

    An example is any object with the texts `zh` and `en`; where it stands in the file is left to
    the lexicon's own schema.
    """
    found: list[Pair] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            zh, en = value.get("zh"), value.get("en")
            if isinstance(zh, str) and isinstance(en, str):
                found.append((zh, en))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for path in sorted(folder.glob("*.json")) if folder and folder.is_dir() else []:
        walk(json.loads(path.read_text("utf-8")))
    return list(dict.fromkeys(found))


def read_renderings(folder: Path | None) -> list[tuple[str, list[str]]]:
    """Return (form, its English renderings) of every lexicon entry: senses no dictionary has."""
    found: list[tuple[str, list[str]]] = []
    for path in sorted(folder.glob("*.json")) if folder and folder.is_dir() else []:
        for entry in json.loads(path.read_text("utf-8")).get("entries", []):
            renderings = [r for r in entry.get("renderings", []) if isinstance(r, str)]
            found += [(form, renderings) for form in entry.get("forms", [])]
    return found


def read_given(file: Path | None) -> list[tuple[str, Pair]]:
    """Return (comment, (what the engine is given for it, English)) from `training.as_given`."""
    rows = file.read_text("utf-8").splitlines() if file else []
    return [(zh, (given, en)) for zh, given, en in (row.split("\t") for row in rows)]


def evaluation_keys(folder: Path | None) -> set[str]:
    """Return the keys of every text in the tables that are for measuring only."""
    keys: set[str] = set()
    for path in sorted(folder.glob("*.tsv")) if folder and folder.is_dir() else []:
        for line in path.read_text("utf-8").splitlines():
            keys.update(same_key(text) for text in line.split("\t")[2:4])
    return {key for key in keys if len(key) >= 4}  # shorter ones are anybody's words


def without(pairs: Iterable[Pair], keys: set[str]) -> list[Pair]:
    """Drop pairs one side of which is an evaluation row."""
    return [p for p in pairs if same_key(p[0]) not in keys and same_key(p[1]) not in keys]
