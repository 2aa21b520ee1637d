"""The encoder while it learns: the first layers of the source, frozen word vectors, and a head of our own."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.source import Floats, Source

LAYERS = 8
"""Of twelve: more are slower and, for telling complaints, no better."""
POSITIONS = 128
HEAD = 10
"""Outputs: six labels and four kinds of danger."""


class Layer(nn.Module):
    """One layer of BERT, as in the file of weights."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.ao = nn.Linear(width, width)
        self.aln = nn.LayerNorm(width, epsilon)
        self.fi = nn.Linear(width, inner)
        self.fo = nn.Linear(inner, width)
        self.oln = nn.LayerNorm(width, epsilon)

    def forward(self, value: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """`value` is batch x length x width, `mask` batch x 1 x 1 x length, true where there is a token."""
        batch, length, width = value.shape
        split = self.qkv(value).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(split[0], split[1], split[2], attn_mask=mask)
        mixed = self.ao(mixed.transpose(1, 2).reshape(batch, length, width))
        value = self.aln(value + functional.dropout(mixed, dropout, self.training))
        inner = self.fo(functional.gelu(self.fi(value)))
        return self.oln(value + functional.dropout(inner, dropout, self.training))


class Network(nn.Module):
    """Frozen word vectors, the layers, the mean over the tokens, the head."""

    def __init__(
        self, words: Tensor, places: Tensor, norm: tuple[Tensor, Tensor], layers: Sequence[Layer]
    ) -> None:
        super().__init__()
        self.words: Tensor
        self.places: Tensor
        self.register_buffer("words", words)
        self.register_buffer("places", places)
        self.norm = nn.LayerNorm(words.shape[1], layers[0].aln.eps)
        self.norm.weight.data, self.norm.bias.data = norm
        self.layers = nn.ModuleList(layers)
        self.head = nn.Linear(words.shape[1], HEAD)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: Tensor, there: Tensor, dropout: float = 0.0) -> Tensor:
        """Log-odds, batch x outputs."""
        return self.head(functional.dropout(self.pooled(ids, there, dropout), dropout, self.training))

    def pooled(self, ids: Tensor, there: Tensor, dropout: float = 0.0) -> Tensor:
        """The mean over the tokens that are there, batch x width."""
        value = self.norm(self.words[ids] + self.places[: ids.shape[1]])
        mask = there[:, None, None, :]
        for layer in self.layers:
            value = layer(value, mask, dropout)
        weights = there.unsqueeze(2).to(value.dtype)
        return (value * weights).sum(1) / weights.sum(1)


def of_source(source: Source, kept: np.ndarray) -> Network:
    """The network before it has learned anything; `kept` are the word pieces' ids in the source."""
    words = torch.tensor(source.blocks("emb.word", source.words).rows(kept).floats())
    positions = source.vector("emb.pos").reshape(-1, source.width)[:POSITIONS]
    kind = source.vector("emb.type").reshape(-1, source.width)[0]
    norm = (_vector(source, "emb.ln.w"), _vector(source, "emb.ln.b"))
    layers = [_layer(source, f"l{number}") for number in range(LAYERS)]
    network = Network(words, torch.tensor(positions + kind), norm, layers)
    network.norm.requires_grad_(requires_grad=False)
    return network


def _layer(source: Source, name: str) -> Layer:
    inner = source.vector(f"{name}.fi.b").size
    layer = Layer(source.width, source.heads, inner, source.epsilon)
    rows = {"ao": source.width, "fi": inner, "fo": source.width}
    layer.qkv.weight.data = torch.cat([_matrix(source, f"{name}.{part}.w", source.width) for part in "qkv"])
    layer.qkv.bias.data = torch.cat([_vector(source, f"{name}.{part}.b") for part in "qkv"])
    for part, count in rows.items():
        linear = getattr(layer, part)
        linear.weight.data = _matrix(source, f"{name}.{part}.w", count)
        linear.bias.data = _vector(source, f"{name}.{part}.b")
    for part in ("aln", "oln"):
        norm = getattr(layer, part)
        norm.weight.data, norm.bias.data = (
            _vector(source, f"{name}.{part}.w"),
            _vector(source, f"{name}.{part}.b"),
        )
    return layer


def _matrix(source: Source, name: str, rows: int) -> Tensor:
    return torch.tensor(source.blocks(name, rows).floats())


def _vector(source: Source, name: str) -> Tensor:
    return torch.tensor(source.vector(name).copy())


def padded(rows: Sequence[Sequence[int]], pad: int = 1) -> tuple[Tensor, Tensor]:
    """Token ids, and which of them are there."""
    ids = torch.full((len(rows), max(map(len, rows))), pad)
    there = torch.zeros(ids.shape, dtype=torch.bool)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        there[number, : len(row)] = True
    return ids, there


def weights_of(network: Network) -> Mapping[str, Floats]:
    """Its numbers by name, as `graph` takes them."""
    return {name: value.numpy() for name, value in network.state_dict().items() if name != "words"}
