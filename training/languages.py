"""Learn which language a line of chat is in: columns of weights for the table of stage 1.

    python -m training.train_languages --lines lines.tsv --chat chat_lines.tsv --data SHARED_DATA languages.npz

The lines come from `collect_languages`, from the project's corpus (never the scenarios that are held out), from
public texts and from short lines written for this. Multinomial logistic regression over the features of
`bot.detection.lexical`; each column is then stored as signed bytes with one scale. The same input gives the same file.
"""

import argparse
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.detection.language_words import FUNCTION_WORDS
from training.corpus import FOLDER, read
from training.features import matrix
from training.sources import public

_CODES = "en ro ru uk es de fr it pt pl nl tr hu cs sk bg sr be sv da fi hr id"
LANGUAGES = tuple(_CODES.split())
EXAMPLES = 7_000
"""Of each language, whatever there is of it: none is likelier before it is read."""
MOST_TIMES = 30
"""One line of chat is used, cut differently."""
CHAT_SHARE = 0.5
"""Of the examples that come from chat where there is enough of it."""
WHOLE = 0.35
"""Of the examples that are whole lines; the others are cut to `CUT` words."""
CUT = (1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6)
MOST_WORDS = 25
BARE = 0.35
"""Of the examples without diacritics, as people type in a hurry."""
BORROWED = 0.06
"""Of the examples in other languages that take up an English word."""
SMALL_WORDS = 0.05
"""Of the examples that are one or two of the small words the project has listed."""
_LOANS = """
    update server game bug login link email support chat online team spam boss ban lag crash app discord account patch
    premium ticket refund skin rank reset streaming level feedback screenshot browser laptop play bot admin mod
"""
LOANS = tuple(_LOANS.split())
HELD_OUT_OF_TEN = 1
STRENGTH = 30.0
"""The inverse of what L2 holds back."""
ROUNDS = 100
TWO_SCRIPTS = frozenset({"sr"})
"""Languages of which there are twice as many examples, or each of their scripts would seem rare."""
LARGEST = 127

_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "đ": "d", "ø": "o", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Line:
    """A text of known language. `chat`: it was written as people talk."""

    language: str
    text: str
    chat: bool
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Log-odds of a language = bias + scale * (sum of bytes) / root of the number of features."""

    names: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]

    def scores(self, features: csr_matrix) -> NDArray[np.float32]:
        """One row a text, one column a language."""
        return np.asarray(features @ self.weights.astype(np.float32)) * self.scales + self.biases


def by_hash(text: str) -> bool:
    """Whether a line that belongs to no scenario is kept for the test."""
    return int(sha256(text.encode()).hexdigest(), 16) % 10 < HELD_OUT_OF_TEN


def collected(path: Path, *, chat: bool = False) -> Iterator[Line]:
    """Lines `language<TAB>source<TAB>text`, or `language<TAB>text`."""
    for row in path.read_text("utf-8").splitlines():
        if row and not row.startswith("# "):
            language, *_, text = row.split("\t")
            yield Line(language, text, chat, by_hash(text.casefold()))


def corpus(folder: Path) -> Iterator[Line]:
    """The project's own messages; of what was said before each, nothing is taken."""
    for path in sorted(folder.glob("*.tsv")):
        for sample in read(path):
            yield Line(sample.language, sample.text, True, sample.held_out)


def others(data: Path) -> Iterator[Line]:
    """Public messages, Romanian and English."""
    for sample in public(data):
        for text in sample.text.splitlines():
            yield Line(sample.language, text, True, by_hash(text.casefold()))


def bare(text: str) -> str:
    """Without diacritics; Cyrillic letters stay what they are."""
    parts = [
        letter if "\u0400" <= letter <= "\u04ff" else unicodedata.normalize("NFD", letter)[0]
        for letter in unicodedata.normalize("NFC", text.translate(_NOT_DECOMPOSED))
    ]
    return "".join(parts)


def example(line: Line, chance: Random) -> str:
    """A line as it might stand in a chat: cut, without diacritics, with an English word among its own."""
    words = line.text.casefold().split()
    if chance.random() >= WHOLE:
        length = min(chance.choice(CUT), len(words))
        start = chance.randrange(len(words) - length + 1)
        words = words[start : start + length]
    words = words[:MOST_WORDS]
    if line.language != "en" and len(words) > 2 and chance.random() < BORROWED:
        words[chance.randrange(len(words))] = chance.choice(LOANS)
    text = " ".join(words)
    return bare(text) if chance.random() < BARE else text


def examples(lines: Iterable[Line], each: int = EXAMPLES) -> tuple[list[str], list[str]]:
    """(texts, languages): as many of each language."""
    pools: defaultdict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in lines:
        if line.text.strip() and not line.held_out:
            pools[line.language, line.chat].append(line)
    texts: list[str] = []
    languages: list[str] = []
    for language in LANGUAGES:
        chance = Random(language)
        size = 2 * each if language in TWO_SCRIPTS else each
        small = FUNCTION_WORDS.get(language, "").split()
        chat, written = pools[language, True], pools[language, False]
        of_small = int(size * SMALL_WORDS) if small else 0
        of_chat = min(int(size * CHAT_SHARE), MOST_TIMES * len(chat))
        picked = [*_picked(chat, of_chat, chance), *_picked(written, size - of_small - of_chat, chance)]
        texts += [example(line, chance) for line in picked]
        texts += [" ".join(chance.sample(small, chance.choice((1, 1, 2)))) for _ in range(of_small)]
        languages += [language] * size
    return texts, languages


def _picked(pool: Sequence[Line], size: int, chance: Random) -> Iterator[Line]:
    """So many lines, all of them as often as each other, in an order by chance."""
    left = size
    while left > 0:
        part = chance.sample(pool, min(left, len(pool)))
        yield from part
        left -= len(part)


def learn(texts: Sequence[str], languages: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(weights by bucket and language, biases)."""
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=1e-6)
    model.fit(matrix(texts), np.array([LANGUAGES.index(language) for language in languages]))
    return model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)


def stored(weights: NDArray[np.float32], biases: NDArray[np.float32]) -> Columns:
    """As bytes. What all languages share tells of none and is taken out; each column has its own scale."""
    centred = weights - weights.mean(axis=1, keepdims=True)
    scales = (np.abs(centred).max(axis=0) / LARGEST).astype(np.float32)
    whole = np.rint(centred / scales).clip(-LARGEST, LARGEST).astype(np.int8)
    return Columns(LANGUAGES, whole, scales, (biases - biases.mean()).astype(np.float32))


def save(path: Path, columns: Columns) -> None:
    """Write the file that `make` of the table reads."""
    np.savez_compressed(
        path,
        names=np.array([f"in {name}" for name in columns.names]),
        weights=columns.weights,
        scales=columns.scales,
        biases=columns.biases,
    )


def restore(path: Path) -> Columns:
    """Read it again."""
    with np.load(path) as file:
        names = tuple(str(name).removeprefix("in ") for name in file["names"])
        return Columns(names, file["weights"], file["scales"], file["biases"])


def all_lines(options: argparse.Namespace) -> list[Line]:
    """Everything there is, what is held out included."""
    lines = [*collected(options.lines), *corpus(options.corpus), *others(options.data)]
    return lines + (list(collected(options.chat, chat=True)) if options.chat else [])


def arguments() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lines", type=Path, required=True, help="what collect_languages wrote")
    parser.add_argument("--chat", type=Path, help="language<TAB>text, as people talk")
    parser.add_argument("--corpus", type=Path, default=FOLDER, help="the project's messages")
    parser.add_argument("--data", type=Path, required=True, help="the folder of public texts")
    parser.add_argument("--size", type=int, default=EXAMPLES, help="examples of each language")
    parser.add_argument("output", type=Path)
    return parser


def right(scores: NDArray[np.float32], languages: Sequence[str]) -> float:
    """The share of texts whose best language is theirs."""
    best = scores.argmax(axis=1)
    return sum(LANGUAGES[int(at)] == name for at, name in zip(best, languages, strict=True)) / len(languages)


def main() -> None:
    """Learn, write, and tell what storing as bytes costs on the lines that were held out."""
    options = arguments().parse_args()
    lines = all_lines(options)
    weights, biases = learn(*examples(lines, options.size))
    columns = stored(weights, biases)
    save(options.output, columns)
    kept = [line for line in lines if line.held_out and line.text.strip()]
    features = matrix(line.text.casefold() for line in kept)
    languages = [line.language for line in kept]
    learned = right(np.asarray(features @ weights) + biases, languages)
    sys.stdout.write(
        f"{len(kept)} lines: {learned:.4f} as learned, {right(columns.scores(features), languages):.4f} stored\n"
    )


if __name__ == "__main__":
    main()
