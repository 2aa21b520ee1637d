"""Runs the encoder on one thread: passages in, log-odds out."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bot.detection.meaning import OUTPUTS, Meaning, Passage

FOLDER = Path(__file__).parents[1] / "weights" / "encoder"
PREFIX = "query: "
"""The model was made to expect it."""
LONGEST_TEXT, LONGEST_BEFORE = 88, 36
"""Tokens of a message and of what was said before it."""
BATCH = 16
"""Passages at once: more take more memory and are hardly faster."""
PAD = 1


class Encoder:
    """The network and its tokenizer; safe to use from several threads."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        """Take what `load` made."""
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Read the network: 0.2 s and some 60 MB. Raises OSError or onnxruntime's errors where a file is broken."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Packed copies of the matrices are a little faster, and twice the memory.
        options.add_session_config_entry("session.disable_prepacking", "1")
        options.log_severity_level = 3
        network = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        return cls(network, tokenizer_of(folder / "tokenizer.json"))

    def read(self, passages: Sequence[Passage]) -> list[Meaning]:
        """What each passage means. Those of like length are read together, so that little is padded."""
        rows = [token_ids(self._tokenizer, passage) for passage in passages]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        found: list[Meaning] = [{}] * len(rows)
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            for one, odds in zip(chosen, self._run([rows[one] for one in chosen]), strict=True):
                found[one] = dict(zip(OUTPUTS, odds, strict=True))
        return found

    def _run(self, rows: Sequence[Sequence[int]]) -> list[list[float]]:
        ids = np.full((len(rows), max(map(len, rows))), PAD, np.int64)
        there = np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            there[number, : len(row)] = 1
        odds = self._session.run(["log_odds"], {"input_ids": ids, "attention_mask": there})[0]
        listed: list[list[float]] = odds.tolist()
        return listed


def tokenizer_of(file: Path) -> Tokenizer:
    """The tokenizer, without padding: rows are padded here."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def token_ids(tokenizer: Tokenizer, passage: Passage) -> list[int]:
    """A passage as the network reads it: the message, an end, and what was said before with an end of its own."""
    start, *text, end = _ids(tokenizer, PREFIX + passage.text)
    row = [start, *text[:LONGEST_TEXT], end]
    if passage.before:
        _, *before, end = _ids(tokenizer, passage.told_before)
        row += [*before[:LONGEST_BEFORE], end]
    return row


def _ids(tokenizer: Tokenizer, text: str) -> Iterable[int]:
    """The ids of a text; lone surrogates, which the tokenizer refuses, are replaced."""
    ids: list[int] = tokenizer.encode(text.encode("utf-8", "replace").decode()).ids
    return ids
