"""Stage 1: what a message's words weigh is exactly the sum of its features, however long it is."""

import math
from pathlib import Path

import pytest

from bot.detection.lexical.grams import bucket, pair_grams, shape_grams, word_grams, words_of
from bot.detection.lexical.table import Column, Table, save
from bot.detection.normalise import normalise

BUCKETS = 64
COLUMNS = (Column("complaint", 0.5, -1.0), Column("in ro", 0.25, 0.0), Column("abuse", 2.0, 3.0))
ROWS = bytes((at * 37 + column * 101) % 256 for at in range(BUCKETS) for column in range(len(COLUMNS)))


def slowly(text: str) -> list[float]:
    """The same sum, feature by feature."""
    seen = normalise(text)
    words = words_of(seen)
    grams = [gram for word in words for gram in word_grams(word)]
    grams += [*pair_grams(words), *shape_grams(seen)]
    places = [bucket(gram, BUCKETS) for gram in grams]
    units = [sum(ROWS[at * len(COLUMNS) + column] - 128 for at in places) for column in range(len(COLUMNS))]
    root = math.sqrt(len(places))
    return [column.bias + column.scale * unit / root for column, unit in zip(COLUMNS, units, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "still nothing",
        "STILL nothing!!",
        "ну и где",
        "n-am primit nimic",
        "👏👏",
        "a" * 4_000,
        "o " * 2_000,
    ],
)
def test_the_packed_sum_is_the_sum_of_all_features(text: str) -> None:
    table = Table(COLUMNS, ROWS)
    found = table.every_log_odds(table.of_message(normalise(text)))
    assert found == pytest.approx(slowly(text))


@pytest.mark.parametrize("byte", [0, 255])
def test_no_column_ever_borrows_from_its_neighbour(byte: int) -> None:
    """The longest message there can be, of the heaviest features there can be, between columns of nothing."""
    rows = bytes([128, byte, 128]) * BUCKETS
    table = Table(COLUMNS, rows)
    total = table.of_message(normalise("абвгдежзик " * 2_000))
    nothing, heavy, also_nothing = table.every_log_odds(total)
    assert (nothing, also_nothing) == (-1.0, 3.0)
    assert heavy == pytest.approx(0.25 * (byte - 128) * math.sqrt(total.count))


def test_a_part_weighs_its_share() -> None:
    table = Table(COLUMNS, ROWS)
    seen = normalise("refund never came")
    total = table.of_message(seen)
    words = [table.share(table.of_word(token), total, 0) for token in seen.tokens]
    rest = [*pair_grams(seen.tokens), *shape_grams(seen)]
    others = sum(ROWS[bucket(gram, BUCKETS) * 3] - 128 for gram in rest) * 0.5 / math.sqrt(total.count)
    assert -1.0 + sum(words) + others == pytest.approx(table.every_log_odds(total)[0])


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    save(file, COLUMNS, ROWS)
    read, made = Table.load(file), Table(COLUMNS, ROWS)
    assert (read.columns, read.buckets) == (COLUMNS, BUCKETS)
    seen = normalise("tot nimic")
    assert read.of_message(seen) == made.of_message(seen)


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(b"PK\x03\x04")
    with pytest.raises(ValueError, match=r"weights\.bin is not a table"):
        Table.load(file)
    with pytest.raises(ValueError, match="no whole rows"):
        Table(COLUMNS, ROWS[:-1])
