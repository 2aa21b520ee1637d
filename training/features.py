"""Messages as rows of the table of stage 1: the same features that the bot adds up, in the same measure."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from scipy.sparse import csr_matrix

from bot.detection.lexical.grams import bucket, pair_grams, shape_grams, word_buckets, words_of
from bot.detection.normalise import Text, normalise

BUCKETS = 1 << 16


def buckets_of(text: Text, buckets: int = BUCKETS) -> list[int]:
    """The bucket of every feature of a message, one that comes twice named twice."""
    words = words_of(text)
    found = [at for word in words for at in word_buckets(word, buckets)]
    found += [bucket(gram, buckets) for grams in (pair_grams(words), shape_grams(text)) for gram in grams]
    return found


def matrix(texts: Iterable[str]) -> csr_matrix:
    """One row a message: how often each feature is there, over the root of how many there are."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for text in texts:
        counted = Counter(buckets_of(normalise(text)))
        root = counted.total() ** 0.5 or 1.0
        columns += counted
        values += [count / root for count in counted.values()]
        ends.append(len(columns))
    shape = (len(ends) - 1, BUCKETS)
    return csr_matrix((np.array(values, np.float32), np.array(columns), np.array(ends)), shape=shape)
