"""Stage 2 learns our labels: the layers of the encoder and one linear head, on the corpus and what may be added to it.

The word vectors stay as they are: with a few thousand messages only those of the words in them would move. Everything
is seeded, and one number of threads gives the same weights each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.network import HEAD, Network, padded


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of a message with its context, what holds of it, what is known of it, and how much it counts."""

    ids: Sequence[int]
    holds: Sequence[float]
    known: Sequence[float]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast."""

    batch: int = 32
    rate: float = 5e-5
    head_rate: float = 3e-4
    decay: float = 0.85
    """Of the rate from one layer to the one below."""
    dropout: float = 0.1
    seed: int = 7


def batches(examples: Sequence[Example], size: int, rng: Random) -> Iterator[list[Example]]:
    """Shuffled; those of like length together, so that little is padded."""
    order = sorted(range(len(examples)), key=lambda at: (len(examples[at].ids) + rng.random() * 6, at))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(cut)
    for chosen in cut:
        yield [examples[at] for at in chosen]


def tune(network: Network, rounds: Iterable[Sequence[Example]], steps: int, plan: Plan) -> None:
    """Learn from each round of examples in turn; `steps` is how many batches there will be in all."""
    torch.manual_seed(plan.seed)
    rng = Random(plan.seed)
    optimizer = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01)
    bases = [group["lr"] for group in optimizer.param_groups]
    network.train()
    step = 0
    for number, examples in enumerate(rounds):
        lost, seen = 0.0, 0
        for batch in batches(examples, plan.batch, rng):
            slope = min((step + 1) / (0.06 * steps), max(0.02, (steps - step) / (0.94 * steps)))
            for group, base in zip(optimizer.param_groups, bases, strict=True):
                group["lr"] = base * slope
            loss = _loss(network, batch, plan.dropout)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            lost, seen = lost + loss.item() * len(batch), seen + len(batch)
        print(f"round {number + 1}: {seen} examples, loss {lost / seen:.4f}", flush=True)
    network.eval()


def _loss(network: Network, batch: Sequence[Example], dropout: float) -> Tensor:
    ids, there = padded([example.ids for example in batch])
    found = network(ids, there, dropout)
    holds = torch.tensor([example.holds for example in batch])
    known = torch.tensor([example.known for example in batch])
    weight = torch.tensor([example.weight for example in batch])[:, None] * known
    each = functional.binary_cross_entropy_with_logits(found, holds, reduction="none") * weight
    return each.sum() / len(batch)


def _groups(network: Network, plan: Plan) -> list[Mapping[str, object]]:
    top = len(network.layers) - 1
    groups: list[Mapping[str, object]] = [
        {"params": layer.parameters(), "lr": plan.rate * plan.decay ** (top - number)}
        for number, layer in enumerate(network.layers)
    ]
    return [*groups, {"params": network.head.parameters(), "lr": plan.head_rate}]


@torch.no_grad()
def log_odds(network: Network, rows: Sequence[Sequence[int]], size: int = 32) -> np.ndarray:
    """What the network says, messages x outputs."""
    out = np.zeros((len(rows), HEAD), np.float32)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        out[chosen] = network(*padded([rows[one] for one in chosen])).numpy()
    return out
