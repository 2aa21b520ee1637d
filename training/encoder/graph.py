"""The taught encoder as a graph for onnxruntime: `input_ids` and `attention_mask` in, `log_odds` out.

Both inputs are int64, batch x length; the output is float32, batch x 10. Word vectors keep the 4-bit numbers of the
source, two a byte. The matrices of the layers are rounded to 8 bits, a scale a row, and unpacked once on loading;
products are of float32, so every machine gets the same numbers. Plain nodes throughout: here they are faster than
onnxruntime's fused ones.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder.source import BLOCK, Blocks, Floats

OPSET, IR_VERSION = 21, 10
MOST = 127


class Graph:
    """Collects nodes and constants; every method returns the name of what its node computes."""

    def __init__(self, weights: Mapping[str, Floats], heads: int, epsilon: float) -> None:
        """`weights` are the network's, by the names of PyTorch."""
        self.weights = weights
        self.heads = heads
        self.epsilon = epsilon
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def node(self, kind: str, inputs: Sequence[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def constant(self, name: str, values: npt.NDArray[np.generic]) -> str:
        """Add a constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def rounded(self, name: str, matrix: Floats) -> str:
        """A matrix, outputs x inputs, in 8 bits with a scale a row; what comes out is its transpose in float32."""
        scales = np.maximum(np.abs(matrix).max(axis=1, keepdims=True), 1e-12) / MOST
        values = np.clip(np.rint(matrix / scales), -MOST, MOST).astype(np.int8)
        numbers = self.node(
            "Cast", [self.constant(f"{name}.values", values.T)], f"{name}.numbers", to=TensorProto.FLOAT
        )
        return self.node(
            "Mul", [numbers, self.constant(f"{name}.scales", scales.T.astype(np.float32))], f"{name}.w"
        )

    def product(self, value: str, name: str, weight: Floats, bias: Floats) -> str:
        """Multiply and add the bias."""
        multiplied = self.node("MatMul", [value, self.rounded(name, weight)], f"{name}.product")
        return self.node("Add", [multiplied, self.constant(f"{name}.b", bias)], name)

    def linear(self, value: str, name: str) -> str:
        """A linear layer of the network."""
        return self.product(value, name, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def add_and_normalise(self, value: str, skip: str, name: str) -> str:
        """Layer norm of the sum."""
        summed = self.node("Add", [value, skip], f"{name}.sum")
        parts = [
            self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")
        ]
        return self.node("LayerNormalization", [summed, *parts], f"{name}.out", epsilon=self.epsilon)


def add_word_vectors(graph: Graph, words: Blocks) -> str:
    """Look up the packed rows of the words and unpack them: halves of a row are the low and the high bits."""
    half = words.values.shape[1] // 2
    packed = graph.constant("words.values", words.values[:, :half] | (words.values[:, half:] << 4))
    rows = graph.node("Gather", [packed, "input_ids"], "words.packed")
    low = graph.node("BitwiseAnd", [rows, graph.constant("words.mask", np.array(15, np.uint8))], "words.low")
    four = graph.constant("words.four", np.array(4, np.uint8))
    high = graph.node("BitShift", [rows, four], "words.high", direction="RIGHT")
    joined = graph.node("Concat", [low, high], "words.joined", axis=2)
    numbers = graph.node("Cast", [joined], "words.numbers", to=TensorProto.FLOAT)
    centred = graph.node(
        "Sub", [numbers, graph.constant("words.zero", np.array(8, np.float32))], "words.centred"
    )
    blocks = graph.node(
        "Reshape", [centred, graph.constant("words.blocks", np.array([0, 0, -1, BLOCK]))], "words.shaped"
    )
    halves = graph.constant("words.scales16", words.scales[:, :, None])
    factors = graph.node(
        "Cast",
        [graph.node("Gather", [halves, "input_ids"], "words.s16")],
        "words.scales",
        to=TensorProto.FLOAT,
    )
    scaled = graph.node("Mul", [blocks, factors], "words.scaled")
    return graph.node("Reshape", [scaled, graph.constant("words.flat", np.array([0, 0, -1]))], "words")


def add_embeddings(graph: Graph, words: Blocks) -> str:
    """Word and position vectors, summed and normalised."""
    vectors = add_word_vectors(graph, words)
    length = graph.node("Shape", ["input_ids"], "length", start=1, end=2)
    zero = graph.constant("zero", np.zeros(1, np.int64))
    places = graph.node(
        "Slice", [graph.constant("positions", graph.weights["places"]), zero, length, zero], "places"
    )
    return graph.add_and_normalise(vectors, places, "norm")


def add_layer(graph: Graph, number: int, value: str, mask: str) -> str:
    """One layer of BERT: attention and a perceptron, each added to its input and normalised."""
    layer = f"layers.{number}"
    weights, biases = (np.split(graph.weights[f"{layer}.qkv.{part}"], 3) for part in ("weight", "bias"))
    parts = [
        graph.product(value, f"{layer}.{name}", weight, bias)
        for name, weight, bias in zip("qkv", weights, biases, strict=True)
    ]
    mixed = graph.node(
        "MultiHeadAttention",
        [*parts, "", mask],
        f"{layer}.mixed",
        domain="com.microsoft",
        num_heads=graph.heads,
    )
    middle = graph.add_and_normalise(graph.linear(mixed, f"{layer}.ao"), value, f"{layer}.aln")
    active = graph.node("Gelu", [graph.linear(middle, f"{layer}.fi")], f"{layer}.gelu")
    return graph.add_and_normalise(graph.linear(active, f"{layer}.fo"), middle, f"{layer}.oln")


def add_head(graph: Graph, value: str) -> None:
    """The mean over the tokens that are there, then the log-odds."""
    weights = graph.node("Cast", ["attention_mask"], "weights", to=TensorProto.FLOAT)
    one = graph.constant("one", np.ones(1, np.int64))
    row = graph.node("Unsqueeze", [weights, one], "row")
    summed = graph.node("Squeeze", [graph.node("MatMul", [row, value], "summed"), one], "flat")
    count = graph.node("ReduceSum", [weights, one], "count", keepdims=1)
    mean = graph.node("Div", [summed, count], "mean")
    head = graph.constant("head.weight", graph.weights["head.weight"].T)
    graph.node(
        "Add",
        [
            graph.node("MatMul", [mean, head], "headed"),
            graph.constant("head.bias", graph.weights["head.bias"]),
        ],
        "log_odds",
    )


def build_graph(graph: Graph, words: Blocks, layers: int) -> onnx.ModelProto:
    """All of it."""
    value = add_embeddings(graph, words)
    mask = graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    for number in range(layers):
        value = add_layer(graph, number, value, mask)
    add_head(graph, value)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info(
        "log_odds", TensorProto.FLOAT, ["batch", len(graph.weights["head.bias"])]
    )
    body = helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.constants)
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(body, opset_imports=versions, ir_version=IR_VERSION, producer_name="ombud")
