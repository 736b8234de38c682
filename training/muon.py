"""Muon for machines without fast bf16: the same step as `torch.optim.Muon`, in float32.

PyTorch's own makes its matrices orthogonal in bf16, one by one. On processors that have no
matrix unit for bf16 that is slower than float32, and many small products wait on each other; here
matrices of one shape go together. Source of the method and its constants: Keller Jordan, Muon
(https://kellerjordan.github.io/posts/muon), and torch.optim.Muon, whose defaults these are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

COEFFICIENTS = (3.4445, -4.775, 2.0315)
STEPS = 5


def orthogonal(matrices: Tensor) -> Tensor:
    """Return the nearest orthogonal matrices, nearly, of a stack of them (Newton and Schulz)."""
    a, b, c = COEFFICIENTS
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = matrices.mT if tall else matrices
    x = x / x.norm(dim=(-2, -1), keepdim=True).clamp(min=1e-7)
    for _ in range(STEPS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum made orthogonal, its size matched to that of an AdamW step."""

    def __init__(
        self,
        matrices: Iterable[Tensor],
        lr: float,
        weight_decay: float = 0.1,
        momentum: float = 0.95,
    ) -> None:
        """Take matrices only; `lr` is the rate that AdamW would have."""
        defaults = {"lr": lr, "weight_decay": weight_decay, "momentum": momentum}
        super().__init__(matrices, defaults)

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        """Take one step; matrices without a gradient stay as they are."""
        assert closure is None
        for group in self.param_groups:
            alike: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    alike[p.shape].append(p)
            for shape, matrices in alike.items():
                self._move(matrices, shape, group)

    def _move(self, matrices: list[Tensor], shape: torch.Size, group: dict[str, Any]) -> None:
        pushed = []
        for p in matrices:
            assert p.grad is not None
            if "momentum_buffer" not in self.state[p]:
                self.state[p]["momentum_buffer"] = torch.zeros_like(p)
            momentum = self.state[p]["momentum_buffer"]
            momentum.lerp_(p.grad, 1 - group["momentum"])
            pushed.append(p.grad.lerp(momentum, group["momentum"]))
        # 0.2 times the root of the longer side gives the step the usual size of an AdamW step.
        size = group["lr"] * 0.2 * max(shape) ** 0.5
        for p, update in zip(matrices, orthogonal(torch.stack(pushed)), strict=True):
            p.mul_(1 - group["lr"] * group["weight_decay"])
            p.add_(update, alpha=-size)
