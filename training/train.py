"""Train for a number of minutes, on a CPU or on CUDA, and go on where a run was cut off."""

import json
import math
import signal
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.checkpoint import load_weights
from training.dataset import Pairs, batches
from training.model import Shape, Translator, is_hidden_matrix
from training.muon import Muon
from training.processor import half_is_faster, keep_memory
from training.threads import ThreadChooser


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does. Minutes are wall time; `peak` is the highest learning rate."""

    data: Path
    out: Path
    parts: dict[str, float]
    minutes: float
    peak: float = 1e-3
    init: Path | None = None
    reverse: bool = False
    tokens: int = 4096
    dropout: float = 0.0
    smoothing: float = 0.1
    average: float = 0.999  # decay of the weight average, a step
    hold: float = 0.3  # share of the time at the peak before the rate falls to 0
    warm: int = 200  # steps from 0 to the peak
    save_minutes: float = 6.0
    seed: int = 0
    threads: int = 2
    shape: dict[str, int] | None = None  # of a model that begins from nothing


def rate(plan: Plan, step: int, seconds: float) -> float:
    """Return the learning rate: warm-up by steps, then held, then a half cosine by the clock."""
    done = min(1.0, seconds / (plan.minutes * 60))
    fall = max(0.0, (done - plan.hold) / (1 - plan.hold))
    return plan.peak * min(1.0, (step + 1) / plan.warm) * 0.5 * (1 + math.cos(math.pi * fall))


def optimisers(model: nn.Module, half: bool) -> list[torch.optim.Optimizer]:
    """Muon for the matrices between layers, AdamW for embeddings, norms and biases."""
    named = list(model.named_parameters())
    hidden = [p for n, p in named if is_hidden_matrix(n, p)]
    other = [p for n, p in named if not is_hidden_matrix(n, p)]
    muon = (
        torch.optim.Muon(hidden, lr=1.0, weight_decay=0.01, adjust_lr_fn="match_rms_adamw")
        if half
        else Muon(hidden, lr=1.0, weight_decay=0.01)
    )
    return [
        muon,
        torch.optim.AdamW(other, lr=1.0, betas=(0.9, 0.98), weight_decay=0.0, fused=True),
    ]


def load_parts(plan: Plan, names: list[str]) -> dict[str, Pairs]:
    """Read parts of the data folder, in the direction of the plan."""
    parts = {name: Pairs.load(plan.data / f"{name}.npz") for name in names}
    return {n: p.reversed() for n, p in parts.items()} if plan.reverse else parts


class Run:
    """One training run and everything that its checkpoint keeps."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.manual_seed(plan.seed)
        self.threads: ThreadChooser | None = None
        if self.device == "cpu":
            keep_memory()
            self.threads = ThreadChooser(plan.threads, torch.set_num_threads)
        self.random = np.random.default_rng(plan.seed)
        self.step, self.seen, self.spent = 0, 0, 0.0
        self.stopped = False
        saved = self._saved()
        # A run that goes on keeps its kind of numbers, since the optimiser depends on it.
        known = (saved or {}).get("half")
        self.half: bool = self.device == "cuda" or half_is_faster() if known is None else known
        shape = Shape(**saved["shape"]) if saved else self._fresh_shape()
        self.model = Translator(shape, plan.dropout).to(self.device)
        self.optimisers = optimisers(self.model, self.half)
        if saved:
            self.model.load_state_dict(saved["state"])
        if saved and "optimisers" in saved:
            for optimiser, state in zip(self.optimisers, saved["optimisers"], strict=True):
                optimiser.load_state_dict(state)
            self.step, self.seen, self.spent = saved["step"], saved["seen"], saved["spent"]
            self.random = np.random.default_rng([plan.seed, self.step])
        source = saved.get("average") if saved else None
        source = source or self.model.state_dict()
        self.average = {k: v.detach().clone().to(self.device) for k, v in source.items()}
        # A GPU wants few shapes, compiled once; a CPU gains more from reckoning no padding.
        self.fixed = self.device == "cuda"
        self.step_model: Any = self.model
        if self.fixed:
            torch._dynamo.config.recompile_limit = 64  # one graph for each batch shape
            self.step_model = torch.compile(self.model, dynamic=False)
        self.train_parts = load_parts(plan, list(plan.parts))
        devs = sorted(path.stem for path in plan.data.glob("dev-*.npz"))
        self.dev_parts = load_parts(plan, devs)

    def _saved(self) -> dict[str, Any] | None:
        path = self.plan.out if self.plan.out.exists() else self.plan.init
        if path is None:
            return None
        if path == self.plan.init:  # begin a new run from its averaged weights
            shape, state = load_weights(path)
            return {"shape": shape.as_dict(), "state": state}
        saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        return saved

    def _fresh_shape(self) -> Shape:
        sizes = [
            len(json.loads((self.plan.data / f"{side}_vocabulary.json").read_text("utf-8")))
            for side in ("source", "target")
        ]
        source, target = reversed(sizes) if self.plan.reverse else sizes
        return replace(Shape(source, target), **(self.plan.shape or {}))

    def save(self) -> None:
        """Write the checkpoint; a run cut off while writing keeps the one before."""
        part = self.plan.out.with_suffix(".part")
        torch.save(
            {
                "shape": self.model.shape.as_dict(),
                "half": self.half,
                "state": self.model.state_dict(),
                "average": self.average,
                "optimisers": [o.state_dict() for o in self.optimisers],
                "step": self.step,
                "seen": self.seen,
                "spent": self.spent,
            },
            part,
        )
        part.replace(self.plan.out)

    def log(self, **values: float | str) -> None:
        """Print a line and append it to the JSON lines beside the checkpoint."""
        line = json.dumps({"minutes": round(self.spent / 60, 2), "step": self.step, **values})
        print(line, flush=True)
        with self.plan.out.with_suffix(".jsonl").open("a", encoding="utf-8") as f:
            f.write(line + "\n")

    def _show_progress(self) -> None:
        """Draw a bar where a person watches; a log file gets lines only."""
        if sys.stderr.isatty():
            done = min(1.0, self.spent / (self.plan.minutes * 60))
            bar = "#" * round(30 * done)
            text = f"[{bar:.<30}] {done:4.0%} {self.spent / 60:5.1f} min, step {self.step}"
            print(f"\r{text}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)

    def _tensors(self, batch: tuple[Any, Any, Any]) -> list[Tensor]:
        return [torch.from_numpy(part).to(self.device, non_blocking=True) for part in batch]

    @torch.no_grad()
    def losses(self) -> dict[str, float]:
        """Return nats per piece on each dev part, with the averaged weights."""
        kept = {k: v.clone() for k, v in self.model.state_dict().items()}
        self.model.load_state_dict(self.average)
        self.model.eval()
        found = {}
        for name, pairs in self.dev_parts.items():
            total = count = 0.0
            for batch in batches({name: pairs}, {}, self.plan.tokens, None, self.fixed):
                with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.half):
                    loss = self.model(*self._tensors(batch), 0.0)
                pieces = int((batch[2] != 0).sum())
                total, count = total + float(loss) * pieces, count + pieces
            found[name] = round(total / max(count, 1), 4)
        self.model.load_state_dict(kept)
        self.model.train()
        return found

    def _update_average(self, every: int) -> None:
        # A young average would drag the first weights along: let it forget faster at first.
        decay = min(self.plan.average, self.step / (self.step + 200)) ** every
        with torch.no_grad():
            state = self.model.state_dict()
            names = list(self.average)
            torch._foreach_lerp_(
                [self.average[n] for n in names], [state[n] for n in names], 1 - decay
            )

    def train(self) -> None:
        """Train until the time is used up, saving as it goes."""
        self.model.train()
        limit, began, saved_at = self.plan.minutes * 60, time.time() - self.spent, time.time()
        recent: list[Tensor] = []
        seen, since = self.seen, time.time()
        every = 5
        # A polite end (SIGTERM) comes at the next step, with everything saved.
        signal.signal(signal.SIGTERM, lambda *_: setattr(self, "stopped", True))
        while self.spent < limit and not self.stopped:
            epoch = batches(
                self.train_parts, self.plan.parts, self.plan.tokens, self.random, self.fixed
            )
            for batch in epoch:
                self.spent = time.time() - began
                if self.spent >= limit or self.stopped:
                    break
                recent.append(self._one_step(batch))
                if self.step % every == 0:
                    self._update_average(every)
                if self.step % 10 == 0:
                    self._show_progress()
                if self.step % 100 == 0:
                    loss = float(torch.stack(recent).mean())
                    speed = (self.seen - seen) / (time.time() - since)
                    lr = rate(self.plan, self.step, self.spent)
                    threads = self.threads.current if self.threads else 0
                    self.log(
                        loss=round(loss, 4), rate=round(lr, 7), speed=round(speed), threads=threads
                    )
                    recent, seen, since = [], self.seen, time.time()
                if time.time() - saved_at > self.plan.save_minutes * 60:
                    self.save()
                    self.log(**self.losses())
                    saved_at = time.time()
            else:
                self.log(note="epoch done")
        self.save()
        self.log(note="stopped" if self.stopped else "done", seen=self.seen, **self.losses())

    def _one_step(self, batch: tuple[Any, Any, Any]) -> Tensor:
        lr = rate(self.plan, self.step, self.spent)
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = lr
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.half):
            loss: Tensor = self.step_model(*self._tensors(batch), self.plan.smoothing)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.step += 1
        if self.threads:
            self.threads.step()
        self.seen += int((batch[2] != 0).sum())
        return loss.detach()
