"""Which word pieces the encoder keeps, and the tokenizer made of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from training.encoder.source import Source

DEFAULT_VOCABULARY = 50_000
SPECIAL_PIECES = ("<s>", "<pad>", "</s>", "<unk>")
SPACE_MARK = "\u2581"
LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzăâîșțşţáéíóúñüäöüßàâæçéèêëîïôœùûüÿ")
CYRILLIC_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ")
UKRAINIAN_LETTERS = frozenset("іїєґ")
NEVER_UKRAINIAN = frozenset("ыъэё")
UKRAINIAN_FACTOR = 6.0
"""Few texts to count are Ukrainian; its pieces are chosen by the source's probability, raised by so much."""

SERVED_SINGLE_RANGES = (
    (0x0020, 0x024F),  # Latin: basic, supplement, extended A and B
    (0x0300, 0x036F),  # combining marks
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin, extended additional
    (0x2000, 0x2BFF),  # punctuation, currency, arrows, symbols
    (0x3000, 0x303F),  # CJK punctuation
    (0xFE00, 0xFE0F),  # variation selectors
    (0x1F000, 0x1FAFF),  # emoji
)


def is_served_single(piece: str) -> bool:
    """Whether it is a single character (a word may begin with it) that must always be there."""
    character = piece.removeprefix(SPACE_MARK) or SPACE_MARK
    if len(character) != 1:
        return False
    return piece == SPACE_MARK or any(first <= ord(character) <= last for first, last in SERVED_SINGLE_RANGES)


def is_served_word(piece: str) -> bool:
    """Whether all its letters belong to the Latin or all to the Cyrillic languages that we serve."""
    letters = set(piece.lower()) - {SPACE_MARK}
    return bool(letters) and (letters <= LATIN_LETTERS or letters <= CYRILLIC_LETTERS)


def prior(piece: str, score: float) -> float:
    """How often the piece is to be expected, per million, before any text is counted."""
    if not is_served_word(piece):
        return 0.0
    letters = set(piece.lower())
    ukrainian = bool(letters & UKRAINIAN_LETTERS) and not letters & NEVER_UKRAINIAN
    return 1e6 * float(np.exp(score)) * (UKRAINIAN_FACTOR if ukrainian else 1.0)


def choose_pieces(source: Source, weights: Mapping[str, float], size: int) -> npt.NDArray[np.int64]:
    """The ids to keep: the special pieces, then, ascending, single characters and the pieces most to be expected.

    What is to be expected of a piece, per million: its weight in the texts that were counted, and, if its letters are
    those of our languages, its probability in the source's own model of a hundred languages.
    """
    specials = [source.pieces.index(piece) for piece in SPECIAL_PIECES]

    def expected(index: int) -> float:
        piece = source.pieces[index]
        if is_served_single(piece):
            return float("inf")
        return weights.get(piece, 0.0) + prior(piece, float(source.scores[index]))

    ordinary = set(range(len(source.pieces) - 1)) - set(specials)  # the last one is <mask>
    ranked = sorted(ordinary, key=lambda index: (-expected(index), index))
    return np.array(specials + sorted(ranked[: size - len(specials)]), dtype=np.int64)


def read_weights(path: Path) -> dict[str, float]:
    """Read `piece<TAB>weight` lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return {piece: float(weight) for piece, weight in (line.split("\t") for line in lines if line)}


def build_tokenizer(pieces: Sequence[str], scores: Iterable[float]) -> Tokenizer:
    """A Unigram tokenizer of these pieces, the special ones first.

    The special pieces get names that no text can contain (a space is never left after the pre-tokenizer): a message
    that says "</s>" must not end the sequence.
    """
    names = [f" {piece}" if piece in SPECIAL_PIECES else piece for piece in pieces]
    start, _, end, unknown = (pieces.index(piece) for piece in SPECIAL_PIECES)
    tokenizer = Tokenizer(models.Unigram(list(zip(names, map(float, scores), strict=True)), unk_id=unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(
        replacement=SPACE_MARK, prepend_scheme="always", split=True
    )
    tokenizer.decoder = decoders.Metaspace(replacement=SPACE_MARK, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{SPECIAL_PIECES[0]} $A {SPECIAL_PIECES[2]}",
        special_tokens=[(SPECIAL_PIECES[0], start), (SPECIAL_PIECES[2], end)],
    )
    return tokenizer
