"""The network: a six-layer encoder, a head that finds cues, and one that labels source and content for each cue."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
TYPES = 9
ROLE_SIZE = 160
ROLE_LABELS = 5  # O, B-source, I-source, B-content, I-content
CUE_LABELS = 3  # O, B, I
DISTANCES = 28
RELATIONS = 5


class Masks:
    """Dropout by slices of one large table of bits: drawing each anew costs a third of the time on a CPU."""

    def __init__(self, rate: float, seed: int) -> None:
        generator = torch.Generator().manual_seed(seed)
        size = 48_000_000
        keep = torch.rand(size, generator=generator) >= rate
        self.table = keep.to(torch.bfloat16) / (1 - rate)
        self.generator = generator

    def __call__(self, x: Tensor) -> Tensor:
        """``x`` with entries dropped."""
        count = x.numel()
        at = int(torch.randint(0, self.table.numel() - count, (1,), generator=self.generator))
        return x * self.table[at : at + count].view(x.shape).to(x.dtype)


class Attention(torch.autograd.Function):
    """Attention without a mask, exported as one operation of the runtime instead of a dozen."""

    @staticmethod
    def forward(_ctx: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Each (window, piece, size), heads side by side."""
        b, t, _ = q.shape
        q, k, v = (x.view(b, t, HEADS, -1).transpose(1, 2) for x in (q, k, v))
        return functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, t, HIDDEN)

    @staticmethod
    def symbolic(g: torch._C.Graph, q: torch._C.Value, k: torch._C.Value, v: torch._C.Value) -> torch._C.Value:
        """The runtime's own operation."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None, drop: Masks | None) -> Tensor:
        b, t, _ = x.shape
        if mask is None:
            a = Attention.apply(*self.qkv(x).chunk(3, -1))
        else:
            q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
            a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
            a = a.transpose(1, 2).reshape(b, t, HIDDEN)
        a = self.out(a)
        x = self.norm1(x + (drop(a) if drop else a))
        f = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + (drop(f) if drop else f))


class Encoder(nn.Module):
    """Embeddings and layers."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.kinds = nn.Embedding(TYPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None, drop: Masks | None = None) -> Tensor:
        """Vectors (window, piece, size); no ``mask``: every piece counts."""
        places = torch.arange(ids.shape[1])
        x = self.norm(self.words(ids) + self.places(places) + self.kinds(kinds))
        if drop:
            x = drop(x)
        bias = None if mask is None else (1.0 - mask.float())[:, None, None, :] * -30000.0
        for layer in self.layers:
            x = layer(x, bias, drop)
        return x

    @classmethod
    def pretrained(cls, path: Path) -> Encoder:
        """The encoder with the weights of a BERT-shaped safetensors file; new kinds start near kind 0."""
        w = load_file(path)
        self = cls(w["embeddings.word_embeddings.weight"].shape[0])
        state = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "places.weight": w["embeddings.position_embeddings.weight"],
            "kinds.weight": w["embeddings.token_type_embeddings.weight"][:1].repeat(TYPES, 1)
            + 0.01 * torch.randn(TYPES, HIDDEN),
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                state[f"layers.{i}.qkv.{kind}"] = torch.cat(
                    [w[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                )
                for ours, theirs in names.items():
                    state[f"layers.{i}.{ours}.{kind}"] = w[f"{p}{theirs}.{kind}"]
        self.load_state_dict(state)
        return self


def shifted(x: Tensor, by: int) -> Tensor:
    """``x`` moved along its second dimension, zeros moved in."""
    size = x.shape[1]
    if by > 0:
        return functional.pad(x, (0, 0, by, 0))[:, :size]
    return functional.pad(x, (0, 0, 0, -by))[:, -by:]


class Mixing(nn.Module):
    """A residual step over a piece and its neighbours ``reach`` to the left and right."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.mix = nn.Linear(3 * ROLE_SIZE, ROLE_SIZE)
        self.norm = nn.LayerNorm(ROLE_SIZE)

    def forward(self, x: Tensor) -> Tensor:
        near = torch.cat([shifted(x, self.reach), x, shifted(x, -self.reach)], dim=-1)
        return self.norm(x + functional.gelu(self.mix(near)))


def distance_bucket(d: Tensor) -> Tensor:
    """Signed distance in pieces to one of ``DISTANCES`` buckets: one each to 6, then by powers of about 1.7."""
    a = d.abs().float()
    far = (6 + torch.log(a.clamp(min=6) / 6) / math.log(1.7)).floor()
    bucket = torch.where(a <= 6, a, far).clamp(max=13).long()
    return torch.where(d < 0, 13 - bucket, 14 + bucket).clamp(0, DISTANCES - 1)


class Roles(nn.Module):
    """For each cue, the labels of all pieces around it."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Linear(HIDDEN, 2 * ROLE_SIZE)
        self.cue = nn.Linear(2 * HIDDEN, 2 * ROLE_SIZE)
        self.distance = nn.Embedding(DISTANCES, ROLE_SIZE)
        self.relation = nn.Embedding(RELATIONS, ROLE_SIZE)
        self.norm = nn.LayerNorm(ROLE_SIZE)
        self.mixing = nn.ModuleList(Mixing(reach) for reach in (1, 2, 4))
        self.label = nn.Linear(ROLE_SIZE, ROLE_LABELS)

    def forward(
        self, x: Tensor, row: Tensor, first: Tensor, last: Tensor, sentences: Tensor, paragraphs: Tensor
    ) -> Tensor:
        """Scores (cue, piece, label); ``row``, ``first`` and ``last``: each cue's window, its first and last piece."""
        flat = x.flatten(0, 1)
        size = x.shape[1]
        own = torch.cat([flat.index_select(0, row * size + first), flat.index_select(0, row * size + last)], -1)
        c, d = self.cue(own).chunk(2, -1)
        a, b = self.piece(x).index_select(0, row).chunk(2, -1)
        first, last, at = first[:, None], last[:, None], torch.arange(size)[None]
        s, p = sentences.index_select(0, row), paragraphs.index_select(0, row)
        s0, p0 = s.gather(1, first), p.gather(1, first)
        relation = torch.where(s == s0, 0, torch.where(p == p0, 1, 2) + torch.where(at > first, 2, 0))
        distance = torch.where(at >= last, at - last, torch.where(at <= first, at - first, 0))
        place = functional.one_hot(distance_bucket(distance), DISTANCES).to(a.dtype) @ self.distance.weight.to(a.dtype)
        place = place + functional.one_hot(relation, RELATIONS).to(a.dtype) @ self.relation.weight.to(a.dtype)
        z = functional.gelu(self.norm(a + c[:, None] + b * d[:, None] + place))
        for step in self.mixing:
            z = step(z)
        return self.label(z)


class Network(nn.Module):
    """Encoder and heads; ``aside`` labels pieces without a cue and only helps in training."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.cues = nn.Linear(HIDDEN, CUE_LABELS)
        self.aside = nn.Linear(HIDDEN, ROLE_LABELS)
        self.roles = Roles()
