"""Which English pieces a Chinese piece can become: `vmap.txt` beside a model, for CTranslate2.

A third of the time of so small a model goes into weighing all 7,280 target pieces at each step.
With this list only those are weighed that some source piece of the batch can become, and those that
stand anywhere. What becomes what is learned from the prepared pairs by the first of IBM's models
(Brown et al. 1993): every target piece comes from one source piece, none more likely at first.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.dataset import Pairs

PARTS: dict[str, float] = {
    "comments": 1, "comments-typed": 1, "comments-cut": 1, "lexicon": 1, "tatoeba": 1,
    "rendered": 1, "names": 1, "switched-comments": 1, "copies": 1, "joined": 1, "general": 0.4,
    "switched": 0.5,
}  # fmt: skip
"""The parts of prepared data to learn from, with the share of each."""

ROUNDS = 4
ANYWHERE = 1200  # of the commonest target pieces
EACH = 60  # pieces that one can become, at most
RARELY = 0.002  # less likely ones are left out

_LONGEST = 40  # pieces of a line
_BLOCK = 400_000  # pairs of pieces looked at together

Table = NDArray[np.float32]


def blocks(pairs: Pairs) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield source and target matrices of lines that are equally long on their side.

    Zeros fill what is not equally long in the target; no piece has that number.
    """
    sizes, lengths = pairs.source.length, pairs.target.length
    rows = np.flatnonzero((sizes > 0) & (sizes <= _LONGEST) & (lengths > 0) & (lengths <= _LONGEST))
    rows = rows[np.lexsort((lengths[rows], sizes[rows]))]
    for size in np.unique(sizes[rows]):
        alike = rows[sizes[rows] == size]
        step = max(1, _BLOCK // (int(size) * _LONGEST))
        for start in range(0, len(alike), step):
            some = alike[start : start + step]
            longest = int(lengths[some].max())
            yield pairs.source.padded(some, int(size)), pairs.target.padded(some, longest)


def learn(parts: Sequence[Pairs], sources: int, targets: int, rounds: int = ROUNDS) -> Table:
    """Return how often, as the model has it, each source piece became each target piece."""
    counts = np.ones((sources, targets), np.float32)
    for _ in range(rounds):
        likely = _shares(counts)
        counts = np.zeros((sources, targets), np.float32)
        for x, y in (block for part in parts for block in blocks(part)):
            share = likely[x[:, :, None], y[:, None, :]]
            share = share / (share.sum(1, keepdims=True) + 1e-12) * (y != 0)[:, None, :]
            keys = x[:, :, None] * targets + y[:, None, :]
            np.add.at(counts.reshape(-1), keys.reshape(-1), share.reshape(-1))
    return counts


def lines(counts: Table, source: Sequence[str], target: Sequence[str]) -> list[str]:
    """Return the list as CTranslate2 reads it: a piece, a tab, and what it can become.

    The first line, without a piece, is what can stand anywhere: the commonest pieces, and all
    single characters and bytes, of which anything can be spelt. Every piece can stay as it is.
    """
    plain = [i for i, piece in enumerate(target) if not _is_mark(piece)]
    common = sorted(plain, key=lambda i: -counts[:, i].sum())[:ANYWHERE]
    anywhere = dict.fromkeys(common)
    anywhere.update(dict.fromkeys(i for i in plain if _spells(target[i])))
    numbers = {piece: i for i, piece in enumerate(target)}
    found = ["\t" + " ".join(target[i] for i in anywhere)]
    likely = _shares(counts)
    likely[:, list(anywhere)] = 0
    for piece, row in zip(source, likely, strict=True):
        if _is_mark(piece):
            continue
        best = np.argsort(-row, kind="stable")[:EACH]
        become = dict.fromkeys(int(i) for i in best if row[i] > RARELY and not _is_mark(target[i]))
        for same in (piece, f"▁{piece}", piece.removeprefix("▁")):
            if same in numbers and numbers[same] not in anywhere and not _is_mark(same):
                become[numbers[same]] = None
        if become:
            found.append(f"{piece}\t{' '.join(target[i] for i in become)}")
    return found


def write(data: Path, package: Path) -> int:
    """Write the list into a package's folder; return how many pieces have an entry of their own."""
    pieces = _vocabularies(data)
    parts = [
        Pairs.load(data / f"{name}.npz").thinned(share)
        for name, share in PARTS.items()
        if (data / f"{name}.npz").exists()
    ]
    # The model's own vocabularies: exporting changes the spelling of some marks.
    ours = _vocabularies(package / "model")
    if [len(side) for side in ours] != [len(side) for side in pieces]:
        raise SystemExit("The data were not prepared with the vocabularies of this package.")
    made = lines(learn(parts, len(pieces[0]), len(pieces[1])), *ours)
    (package / "model" / "vmap.txt").write_text("\n".join(made) + "\n", "utf-8")
    return len(made) - 1


def _shares(counts: Table) -> Table:
    """Return how likely each source piece becomes each target piece."""
    return counts / (counts.sum(1, keepdims=True) + 1e-9)


def _vocabularies(folder: Path) -> list[list[str]]:
    return [
        list(json.loads((folder / f"{side}_vocabulary.json").read_text("utf-8")))
        for side in ("source", "target")
    ]


def _is_mark(piece: str) -> bool:
    """Say whether a piece is none of a text, or would break the lines of the list."""
    return piece in ("<blank>", "<s>", "</s>", "<unk>") or any(c.isspace() for c in piece)


def _spells(piece: str) -> bool:
    return len(piece.removeprefix("▁")) == 1 or piece.startswith("<0x")
