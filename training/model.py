"""Encoder-decoder transformer: pre-norm, ReLU, sinusoidal positions, tied target embedding.

The shapes and the order of operations are those that CTranslate2's `TransformerSpec` runs, so
that `export` only copies variables.
"""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

MASKED = -1e4  # large enough to vanish in a softmax, small enough for bf16


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a model; `source` and `target` are vocabulary sizes in pieces."""

    source: int
    target: int
    width: int = 256
    heads: int = 4
    ffn: int = 1024
    encoders: int = 6
    decoders: int = 2
    positions: int = 512

    def as_dict(self) -> dict[str, int]:
        """Return the shape as plain numbers for a checkpoint."""
        return asdict(self)


def sinusoids(count: int, width: int) -> Tensor:
    """Return the position table: sines in the first half, cosines in the second, from 1 on."""
    position = torch.arange(1, count + 1, dtype=torch.float32)
    step = math.log(10000) / (width / 2 - 1)
    rate = torch.exp(torch.arange(width // 2, dtype=torch.float32) * -step)
    angle = position[:, None] * rate[None]
    return torch.cat([torch.sin(angle), torch.cos(angle)], 1)


class Attention(nn.Module):
    """Multi-head attention, over itself (`qkv`) or over a memory (`q`, `kv`)."""

    def __init__(self, width: int, heads: int, cross: bool) -> None:
        super().__init__()
        self.heads, self.cross = heads, cross
        if cross:
            self.q, self.kv = nn.Linear(width, width), nn.Linear(width, 2 * width)
        else:
            self.qkv = nn.Linear(width, 3 * width)
        self.o = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def forward(
        self, x: Tensor, memory: Tensor | None, keep: Tensor | None, causal: bool, p: float
    ) -> Tensor:
        """Mix values by attention; `keep` marks the keys that are no padding."""
        if self.cross:
            assert memory is not None
            parts = (self.q(x), *self.kv(memory).chunk(2, -1))
        else:
            parts = self.qkv(x).chunk(3, -1)
        q, k, v = (self._split(part) for part in parts)
        if q.is_cuda:
            mixed = functional.scaled_dot_product_attention(
                q, k, v, attn_mask=keep, is_causal=causal
            )
        else:
            # Fused attention is slow backward on short sequences on CPUs: written out instead.
            score = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
            if causal:
                length = x.shape[1]
                later = torch.ones(length, length, dtype=torch.bool, device=x.device).triu(1)
                score = score.masked_fill(later, MASKED)
            if keep is not None:
                score = score.masked_fill(~keep, MASKED)
            mixed = functional.dropout(score.softmax(-1), p, self.training) @ v
        out: Tensor = self.o(mixed.transpose(1, 2).reshape(x.shape))
        return out


class FeedForward(nn.Module):
    """Two linear layers with a ReLU between."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.a, self.b = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        """Apply both layers to the last dimension."""
        out: Tensor = self.b(functional.relu(self.a(x)))
        return out


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each normalised before and added after."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.n1 = nn.LayerNorm(shape.width)
        self.sa = Attention(shape.width, shape.heads, cross=False)
        self.n2 = nn.LayerNorm(shape.width)
        self.ff = FeedForward(shape.width, shape.ffn)

    def forward(self, x: Tensor, keep: Tensor, p: float) -> Tensor:
        """Run the layer with dropout `p` on each branch."""
        x = x + functional.dropout(self.sa(self.n1(x), None, keep, False, 0.0), p, self.training)
        return x + functional.dropout(self.ff(self.n2(x)), p, self.training)


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, feed-forward."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.n1 = nn.LayerNorm(shape.width)
        self.sa = Attention(shape.width, shape.heads, cross=False)
        self.n2 = nn.LayerNorm(shape.width)
        self.ca = Attention(shape.width, shape.heads, cross=True)
        self.n3 = nn.LayerNorm(shape.width)
        self.ff = FeedForward(shape.width, shape.ffn)

    def forward(self, x: Tensor, memory: Tensor, keep: Tensor, p: float) -> Tensor:
        """Run the layer with dropout `p` on each branch."""
        x = x + functional.dropout(self.sa(self.n1(x), None, None, True, 0.0), p, self.training)
        x = x + functional.dropout(self.ca(self.n2(x), memory, keep, False, 0.0), p, self.training)
        return x + functional.dropout(self.ff(self.n3(x)), p, self.training)


class Translator(nn.Module):
    """The whole model; piece 0 is padding in source and target."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.pe: Tensor
        self.scale = math.sqrt(shape.width)
        self.se = nn.Embedding(shape.source, shape.width)
        self.te = nn.Embedding(shape.target, shape.width)
        self.out_b = nn.Parameter(torch.zeros(shape.target))
        self.register_buffer("pe", sinusoids(shape.positions, shape.width), persistent=False)
        self.enc = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.encoders))
        self.en = nn.LayerNorm(shape.width)
        self.dec = nn.ModuleList(DecoderLayer(shape) for _ in range(shape.decoders))
        self.dn = nn.LayerNorm(shape.width)
        for table in (self.se, self.te):
            nn.init.normal_(table.weight, std=shape.width**-0.5)
        for name, value in self.named_parameters():
            if is_hidden_matrix(name, value):
                nn.init.xavier_uniform_(value)

    def forward(self, source: Tensor, fed: Tensor, wanted: Tensor, smoothing: float) -> Tensor:
        """Return the mean cross-entropy in nats per target piece (padding left out)."""
        p = self.dropout
        keep = (source != 0)[:, None, None, :]
        x = self.se(source) * self.scale + self.pe[: source.shape[1]]
        x = functional.dropout(x, p, self.training)
        for layer in self.enc:
            x = layer(x, keep, p)
        memory = self.en(x)
        y = functional.dropout(
            self.te(fed) * self.scale + self.pe[: fed.shape[1]], p, self.training
        )
        for layer in self.dec:
            y = layer(y, memory, keep, p)
        logits = functional.linear(self.dn(y), self.te.weight, self.out_b).flatten(0, 1)
        return functional.cross_entropy(
            logits.float(), wanted.flatten(), label_smoothing=smoothing, ignore_index=0
        )


def is_hidden_matrix(name: str, value: Tensor) -> bool:
    """Tell the matrices between layers (for Muon) from embeddings, biases and norms."""
    return value.dim() == 2 and not name.startswith(("se.", "te."))
