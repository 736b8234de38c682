"""Checkpoints: read the weights that count, and shrink them to be carried."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.model import Shape

State = dict[str, Tensor]


def load_weights(path: Path) -> tuple[Shape, State]:
    """Return the shape and the float weights: the averaged ones where there are such."""
    saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    state = saved.get("average") or saved["state"]
    scales = saved.get("scales", {})
    return Shape(**saved["shape"]), {
        name: value.float() / scales[name][:, None] if name in scales else value.float()
        for name, value in state.items()
    }


def average(paths: list[Path], out: Path, shares: list[float] | None = None) -> None:
    """Write the weighted mean of checkpoints that one came out of the other or of one run.

    `shares` are made to add up to 1; without them all count the same.
    """
    given = shares or [1.0] * len(paths)
    loaded = [load_weights(path) for path in paths]
    if len(given) != len(paths) or len({shape for shape, _ in loaded}) != 1:
        raise ValueError("checkpoints of one shape, and a share for each, are needed")
    mean = {
        name: sum(
            (share / sum(given) * state[name])
            for share, (_, state) in zip(given, loaded, strict=True)
        )
        for name in loaded[0][1]
    }
    torch.save({"shape": loaded[0][0].as_dict(), "state": mean}, out)


def shrink(path: Path, out: Path) -> int:
    """Write the weights with matrices in int8, a scale a row; return the size in bytes.

    The engine's own quantisation is the same one, so that nothing is lost that it would keep.
    """
    shape, state = load_weights(path)
    small: State = {}
    scales: State = {}
    for name, value in state.items():
        if value.dim() == 2:
            scales[name] = 127 / value.abs().amax(1).clamp(min=1e-8)
            small[name] = (value * scales[name][:, None]).round().to(torch.int8)
        else:
            small[name] = value
    torch.save({"shape": shape.as_dict(), "state": small, "scales": scales}, out)
    return out.stat().st_size
