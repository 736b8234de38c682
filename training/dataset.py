"""Tokenised pairs on disk and in batches of fixed shapes.

A data folder holds one `.npz` a part ("general", "comments", "switched", "dev-...") with the
arrays `x`, `y` (uint16 piece numbers, all lines end to end) and `xn`, `yn` (uint16 lengths).
Fixed shapes matter: a compiled model is built once for each, and never again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

START, END = 1, 2
LENGTHS = (8, 12, 16, 20, 24, 32, 48)  # pieces; longer pairs are left out

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lines:
    """Many lines of piece numbers in one array."""

    flat: NDArray[np.uint16]
    length: Ints
    start: Ints

    @classmethod
    def of(cls, lines: Sequence[Sequence[int]]) -> "Lines":
        """Join lists of piece numbers."""
        flat = np.array([n for line in lines for n in line], np.uint16)
        return cls.joined(flat, np.array([len(line) for line in lines], np.int64))

    @classmethod
    def joined(cls, flat: NDArray[np.uint16], length: NDArray[np.integer]) -> "Lines":
        """Wrap an array that is joined already."""
        long = length.astype(np.int64)
        return cls(flat, long, np.cumsum(long) - long)

    def chosen(self, rows: Ints) -> "Lines":
        """Return some of the lines."""
        pieces = [self.flat[self.start[i] : self.start[i] + self.length[i]] for i in rows]
        flat = np.concatenate(pieces) if pieces else self.flat[:0]
        return Lines.joined(flat, self.length[rows])

    def padded(self, rows: Ints, width: int) -> Ints:
        """Return the rows as a matrix of `width` columns, padded with 0."""
        columns = np.arange(width)
        where = np.minimum(self.start[rows][:, None] + columns, len(self.flat) - 1)
        inside = columns < self.length[rows][:, None]
        return np.where(inside, self.flat[where], 0).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Source lines and target lines, the same number of each."""

    source: Lines
    target: Lines

    def reversed(self) -> "Pairs":
        """Swap the direction."""
        return Pairs(self.target, self.source)

    def thinned(self, share: float, seed: int = 0) -> "Pairs":
        """Keep a share of the pairs, drawn at random but always the same, in their order."""
        count = len(self.source.length)
        rows = np.random.default_rng(seed).permutation(count)[: round(count * share)]
        return Pairs(self.source.chosen(np.sort(rows)), self.target.chosen(np.sort(rows)))

    def save(self, path: Path | IO[bytes]) -> None:
        """Write the pairs to an `.npz` file."""
        np.savez(
            path,
            x=self.source.flat,
            y=self.target.flat,
            xn=self.source.length.astype(np.uint16),
            yn=self.target.length.astype(np.uint16),
        )

    @classmethod
    def load(cls, path: Path) -> "Pairs":
        """Read pairs written by `save`."""
        with np.load(path) as data:
            return cls(Lines.joined(data["x"], data["xn"]), Lines.joined(data["y"], data["yn"]))


Batch = tuple[Ints, Ints, Ints]


def batches(
    parts: Mapping[str, Pairs],
    mix: Mapping[str, float],
    tokens: int,
    random: np.random.Generator | None,
    fixed: bool = True,
) -> Iterator[Batch]:
    """Yield one epoch of (source, fed target, wanted target) matrices.

    `mix` says how often each part is gone through in the epoch (3 = three times, 0.2 = a fifth,
    drawn anew each epoch); `tokens` is about how many pieces a side a batch holds. Without
    `random` every line comes once, in order, and the last batches of a length are smaller.
    With `fixed` the matrices have the widths of `LENGTHS`; without, lines of like length come
    together and the matrices are as narrow as they can be, so that little padding is reckoned.
    """
    plan: list[tuple[str, int, Ints]] = []
    for length, low in zip(LENGTHS, (0, *LENGTHS), strict=False):
        count = max(1, tokens // length)
        for name, pairs in parts.items():
            # The last row of a target holds the end mark, hence one more.
            need = np.maximum(pairs.source.length, pairs.target.length + 1)
            rows = np.flatnonzero((need > low) & (need <= length))
            rows = _drawn(rows, mix.get(name, 1.0), random)
            if not fixed:
                rows = rows[np.lexsort((pairs.target.length[rows], pairs.source.length[rows]))]
            stop = len(rows) - count + 1 if random is not None else len(rows)
            plan += [(name, length, rows[i : i + count]) for i in range(0, stop, count)]
    order = random.permutation(len(plan)) if random is not None else range(len(plan))
    for at in order:
        name, length, rows = plan[at]
        batch = _batch(parts[name], rows, length)
        yield batch if fixed else _narrowed(batch)


def _drawn(rows: Ints, times: float, random: np.random.Generator | None) -> Ints:
    if random is None:
        return rows
    whole = [random.permutation(rows) for _ in range(int(times))]
    rest = random.permutation(rows)[: round(len(rows) * (times - int(times)))]
    return np.concatenate([*whole, rest]).astype(np.int64)


def _batch(pairs: Pairs, rows: Ints, length: int) -> Batch:
    source, target = pairs.source.padded(rows, length), pairs.target.padded(rows, length)
    fed = np.zeros_like(target)
    fed[:, 0], fed[:, 1:] = START, target[:, :-1]
    wanted = target.copy()
    wanted[np.arange(len(rows)), pairs.target.length[rows]] = END
    return source, fed, wanted


def _narrowed(batch: Batch) -> Batch:
    source, fed, wanted = batch
    x, y = ((part != 0).any(0).sum() for part in (source, wanted))
    return source[:, :x], fed[:, :y], wanted[:, :y]
