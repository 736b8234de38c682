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
