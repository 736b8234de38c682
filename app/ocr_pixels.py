"""What is done to the pixels of a picture before and beside the networks, with numpy alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Map = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]  # height x width x 3, red first

_INK = 0.35  # of the contrast: what differs that much from behind is drawn
_COLOURFUL = 60  # of 255: between the strongest and the weakest of red, green and blue
_FULL = 0.5
_HIGHER = 1.2
_APART = 8  # px of a line of 48: digits stand closer
_AS_WIDE = 0.72  # of its height: no digit is, a heart is


def resized(pixels: Pixels, width: int, height: int) -> Map:
    """Return a picture in another size, 0 to 255; shrinking takes means, growing interpolates."""
    high = _side(pixels.astype(np.float32), height)
    return np.ascontiguousarray(_side(high.transpose(1, 0, 2), width).transpose(1, 0, 2))


def _side(values: Map, after: int) -> Map:
    """Resize the first side with triangles as wide as the coarser of the two grids."""
    before = values.shape[0]
    if before == after:
        return values
    scale = before / after
    reach = max(1.0, scale)
    centres = (np.arange(after, dtype=np.float32) + 0.5) * scale - 0.5
    nearest = np.floor(centres).astype(np.int64)
    made: Map = np.zeros((after, *values.shape[1:]), dtype=np.float32)
    total = np.zeros(after, dtype=np.float32)
    for step in range(-int(np.ceil(reach)), int(np.ceil(reach)) + 2):
        place = nearest + step
        weight = np.maximum(0.0, 1.0 - np.abs(centres - place) / reach).astype(np.float32)
        weight[(place < 0) | (place >= before)] = 0.0
        if weight.any():
            made += weight[:, None, None] * values[place.clip(0, before - 1)]
            total += weight
    made /= total[:, None, None]
    return made


def contrast(crop: Map) -> float:
    """Return how far the letters' colour is from the colour behind them, 0 to 1."""
    grey = crop.mean(axis=2)
    least, behind, most = np.percentile(grey, (3, 50, 97))
    return float(max(behind - least, most - behind)) / 255


def holds_picture(crop: Map) -> bool:
    """Say whether something as bright and full as an emoji stands in a line.

    Letters, coloured ones too, leave most of their place free.
    """
    colourful = crop.max(axis=2) - crop.min(axis=2) > _COLOURFUL
    high, side = crop.shape[0], crop.shape[0] // 2
    columns = colourful[high // 5 : high - high // 5].mean(axis=0)
    if columns.size < side:
        return False
    return bool(np.convolve(columns, np.full(side, 1 / side), "valid").max() > _FULL)


def after_icon(crop: Map) -> int | None:
    """Return where a count begins behind the heart drawn before it: 0 without one.

    None if there is nothing but the heart. A heart is one drawing as wide as high; digits are not.
    """
    grey = crop.mean(axis=2)
    ink = np.abs(grey - np.median(grey)) > _INK * 255 * contrast(crop)
    drawn = np.flatnonzero(ink.any(axis=0))
    if not drawn.size:
        return None
    gaps = np.flatnonzero(np.diff(drawn) > 1)
    end = int(drawn[gaps[0]]) + 1 if gaps.size else int(drawn[-1]) + 1
    high = _height(ink[:, drawn[0] : end])
    round_ = end - int(drawn[0]) >= _AS_WIDE * high
    if not gaps.size:
        return None if round_ else 0
    start = int(drawn[gaps[0] + 1])
    # The box may begin inside the heart: its rest is too high for a digit, or far from the next.
    cut = high > _HIGHER * _height(ink[:, end:]) or (drawn[0] <= 1 and start - end >= _APART)
    return start if round_ or cut else 0


def _height(ink: npt.NDArray[np.bool_]) -> int:
    rows = np.flatnonzero(ink.any(axis=1))
    return int(rows[-1] - rows[0]) + 1
