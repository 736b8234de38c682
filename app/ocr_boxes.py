"""Where text stands: the detection network's map of a picture, as boxes.

The network is a DB text detector (Liao et al. 2020, "Real-time Scene Text Detection with
Differentiable Binarization"): it gives the probability that a pixel lies in the core of a line.
Cores are told apart as connected regions and grown to whole lines. Lines of a screenshot are level,
so boxes are too, and no polygon library is needed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.ocr_pixels import Map

CORE = 0.3  # a pixel of this probability belongs to a core (the network's published setting)
SURE = 0.5  # a core of this mean probability is a line
_GROWTH = 1.6  # how far cores are grown: the published setting
_LEAST = 3  # px of the map; what is smaller is dust


@dataclass(frozen=True, slots=True)
class Box:
    """A level rectangle in pixels of the picture; `right` and `bottom` lie outside."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height at which its middle lies."""
        return (self.top + self.bottom) / 2

    def lowered(self, distance: float) -> Box:
        """Return the same box further down."""
        return Box(self.left, self.top + distance, self.right, self.bottom + distance)

    def shared(self, other: Box) -> float:
        """Return how much of the smaller of two boxes lies in the other, 0 to 1."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.width * self.height, other.width * other.height)
        return max(0.0, wide) * max(0.0, high) / least if least > 0 else 0.0


def boxes(probability: Map) -> list[Box]:
    """Return the lines of a probability map, grown to their whole height, from top to bottom."""
    found = []
    for left, top, right, bottom in _regions(probability > CORE):
        width, height = right - left, bottom - top
        if min(width, height) < _LEAST:
            continue
        if float(probability[top:bottom, left:right].mean()) < SURE:
            continue
        grow = width * height * _GROWTH / (2 * (width + height))
        high, wide = probability.shape
        found.append(
            Box(
                max(0.0, left - grow),
                max(0.0, top - grow),
                min(float(wide), right + grow),
                min(float(high), bottom + grow),
            )
        )
    return sorted(found, key=lambda box: (box.top, box.left))


def _regions(mask: npt.NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each connected region of a mask.

    Row by row: runs that touch a run of the row above join its region.
    """
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    parent = list(range(len(rows)))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    bounds = np.searchsorted(rows, np.arange(mask.shape[0] + 1))
    for row in range(1, mask.shape[0]):
        above, below = int(bounds[row - 1]), int(bounds[row])
        last, end = below, int(bounds[row + 1])
        while above < last and below < end:
            if starts[above] <= ends[below] and starts[below] <= ends[above]:
                parent[root(below)] = root(above)
            if ends[above] < ends[below]:
                above += 1
            else:
                below += 1
    regions: dict[int, list[int]] = {}
    for run in range(len(rows)):
        left, right, row = int(starts[run]), int(ends[run]), int(rows[run])
        region = regions.setdefault(root(run), [left, row, right, row + 1])
        region[0] = min(region[0], left)
        region[1] = min(region[1], row)
        region[2] = max(region[2], right)
        region[3] = max(region[3], row + 1)
    return [(r[0], r[1], r[2], r[3]) for r in regions.values()]
