"""What words weigh, and as which reason words, meaning and rules are told."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.detection.learned import Learned
from bot.detection.lexical.table import Sum
from bot.detection.model import Label, Reason
from bot.detection.normalise import Text
from bot.detection.rules.base import excerpt

BIAS = {Label.COMPLAINT: -3.0, Label.ABUSE: -4.0, Label.SPAM: -4.0, Label.QUESTION: -3.0, Label.PRAISE: -3.0}
"""Log-odds of each label before any rule has spoken."""
MOST_AGAINST = -8.0
"""What all rules together may say against a label."""
MOST_WORDS = 6.0
"""What words may say for a label or against it: one that is repeated a hundred times says no more."""
KEPT = {Label.COMPLAINT: (1.7, 1.1), Label.QUESTION: (0.0, 0.0), Label.PRAISE: (0.0, 0.0)}
"""What rules alone are sure of, from which log-odds on, and how much of it words and meaning may doubt at most."""
HINT = -0.5
"""Log-odds of rules that are worth a card."""
AT_A_THING = frozenset({"bad_thing"})
MOST_AT_A_THING = -1.5
"""Where a thing or the company is called names, and rules find nobody insulted, it is no abuse."""
WORDS, MEANING = "words", "meaning"
LEARNED_RULES = tuple(
    [f"{what}_{side}_{label}" for what in (WORDS, MEANING) for side in ("for", "against") for label in Label]
)
"""The names under which words and meaning appear among the reasons."""
WORTH_TELLING = 0.7
"""Log-odds that words or meaning add or take away; less moves nothing that a person would see."""
SHOWN_WORDS = 3
CIRCUMSTANCES_FROM = -2.5
"""Log-odds of stage 1 from which circumstances are looked at, though no rule has found anything."""


def worth_circumstances(words: Mapping[Label, float]) -> bool:
    """Whether the words alone say enough of a grievance."""
    return max(words[Label.COMPLAINT], words[Label.ABUSE]) >= CIRCUMSTANCES_FROM


def words_of(knows: Learned, total: Sum) -> dict[Label, float]:
    """The log-odds that stage 1 gives each label."""
    every = knows.table.every_log_odds(total)
    return {label: max(-MOST_WORDS, min(MOST_WORDS, every[knows.column[label]])) for label in Label}


def rules_of(reasons: Iterable[Reason]) -> dict[Label, tuple[float, float]]:
    """What rules alone make of each label: a probability, and the log-odds of what speaks against it.

    A probability, so that two clear signs are hardly clearer than one: neither words nor meaning could outweigh them.
    """
    odds, against = dict(BIAS), dict.fromkeys(Label, 0.0)
    for reason in reasons:
        if reason.label is not None:
            odds[reason.label] += reason.weight
            against[reason.label] += min(reason.weight, 0.0)
    return {label: (probability(odds[label]), max(against[label], MOST_AGAINST)) for label in Label}


def kept_in_bounds(odds: dict[Label, float], reasons: Sequence[Reason], *, alone: bool) -> None:
    """What no learning may overrule: a complaint that rules are sure of, and that anger at a thing is not abuse.

    Where the encoder was not asked (`alone`), words only add to what rules say of a complaint.
    """
    for label, (sure, doubt) in KEPT.items():
        said = BIAS[label] + sum([reason.weight for reason in reasons if reason.label is label])
        if said >= (HINT if alone else sure):
            odds[label] = max(odds[label], said - (0.0 if alone else doubt))
    insulted = any(reason.label is Label.ABUSE and reason.weight > 0 for reason in reasons)
    if not insulted and any(reason.rule in AT_A_THING for reason in reasons):
        odds[Label.ABUSE] = min(odds[Label.ABUSE], MOST_AT_A_THING)


def probability(odds: float) -> float:
    """Of log-odds, whatever their size."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


def reason_of_words(knows: Learned, text: Text, total: Sum, label: Label, weight: float) -> Iterator[Reason]:
    """The words that moved the label most in the direction of `weight`, as they were written."""
    if abs(weight) < WORTH_TELLING:
        return
    column, sign = knows.column[label], math.copysign(1, weight)
    shares = {
        word: sign * knows.table.share(knows.table.of_word(token), total, column)
        for word, token in zip(text.words, text.tokens, strict=True)
        if token[0].isalnum() or token[0] in "?!#"
    }
    strongest = sorted(shares, key=lambda word: -shares[word])[:SHOWN_WORDS]
    told = [word for word in shares if word in strongest and shares[word] > 0]
    if told:
        yield Reason(_named(WORDS, weight, label), label, round(weight, 4), excerpt(told))


def reason_of_meaning(label: Label, weight: float) -> Iterator[Reason]:
    """That the message as a whole reads like others that were, or were not."""
    if abs(weight) >= WORTH_TELLING:
        yield Reason(_named(MEANING, weight, label), label, round(weight, 4), "")


def _named(what: str, weight: float, label: Label) -> str:
    return f"{what}_{'for' if weight > 0 else 'against'}_{label}"
