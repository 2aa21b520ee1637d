"""How a message is cut into features: words, the letters within them, and pairs of words. Shared with training.

The method is that of fastText (Bojanowski et al., 2017, "Enriching Word Vectors with Subword Information"): n-grams
within the bounds of a word, hashed into a fixed number of buckets.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from bot.detection.normalise import Text

SHORTEST, LONGEST = 2, 5
"""Letters of an n-gram, the bounds of the word counted."""
LONGEST_WORD = 20
"""Of a longer word so many letters are read."""
MOST_WORDS = 600
"""Of a longer message so many words are read; normalising has kept its head and its tail."""
START, END = "^", "$"


def word_grams(word: str) -> Iterator[str]:
    """The word itself, then every n-gram of its letters: "‹up›" gives "‹up", "up›", "‹up›"."""
    yield f"w {word}"
    bounded = f"‹{word[:LONGEST_WORD]}›"
    for length in range(SHORTEST, LONGEST + 1):
        for at in range(len(bounded) - length + 1):
            yield bounded[at : at + length]


def pair_grams(tokens: Sequence[str]) -> Iterator[str]:
    """Each word with the next, the ends of the message counted as words."""
    for first, second in pairwise((START, *tokens, END)):
        yield f"{first} {second}"


def shape_grams(text: Text) -> Iterator[str]:
    """What is not in any word: how long it is, and whether it is shouted."""
    yield f"§{min(len(text.tokens).bit_length(), 8)}"
    if text.shouted:
        yield "§!"


def bucket(gram: str, buckets: int) -> int:
    """The place of a feature in a table of so many rows."""
    return crc32(gram.encode("utf-8", "surrogatepass")) % buckets


def words_of(text: Text) -> Sequence[str]:
    """The tokens that are read, without those beyond the bound."""
    return text.tokens if len(text.tokens) <= MOST_WORDS else text.tokens[:MOST_WORDS]


def word_buckets(word: str, buckets: int) -> tuple[int, ...]:
    """Where the features of a word lie."""
    return tuple([bucket(gram, buckets) for gram in word_grams(word)])
