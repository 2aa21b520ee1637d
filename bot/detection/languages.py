"""Which language a line of chat is in: what its words and letters weigh, and which alphabets its letters belong to.

The weights come from the table of stage 1, one column for each language ("in en"). They are learned from clean texts,
and folding has taken some letters away before they are read; the letters as they were typed settle what is left.
"""

import math
from collections.abc import Mapping

from bot.detection.alphabets import CYRILLIC, LATIN, SCRIPTS, UNKNOWN
from bot.detection.learned import Learned, learned
from bot.detection.lexical.table import Sum
from bot.detection.normalise import Text

LETTERS_TO_BE_SURE = 12
SURE = 0.95
"""How likely the best language must be to answer in it: more than 99 of 100 such answers are right."""
LEAST = 0.35
"""How likely it must be to be named at all."""
LEAST_OF_ONE = 0.5
"""The same where a single word tells: it may be a name."""
STRANGE_LETTER = 2.5
"""What a letter takes from the log-odds of each language that is written without it; a name or a loan may bring one."""
STRANGE_CYRILLIC = 4.0
"""The same for Cyrillic, whose alphabets are strict: no Russian word has і, no Ukrainian one has ы."""
MOST_STRANGE = 3
"""Letters counted for that."""
PRIOR: Mapping[str, float] = {"en": 1.0, "ro": 1.0, "ru": -0.3}
"""What is added to the log-odds: most chats are in English or Romanian, and no language is lightly called Russian."""
ENOUGH_CYRILLIC = 0.35
"""Of the letters: the message is in a Cyrillic language that borrows Latin words; nobody does it the other way."""

_NEUTRAL = """
    ok oke okay okey kk k lol lmao lmfao rofl xd xdd gg ggwp wp gl hf afk brb omg wtf hm hmm hmmm mhm uh uhm um ah aha
    oh ooh wow haha hahaha hehe hah heh hi bye pls plz ty thx np gz ez nt gm gn bro yo yay nice cool super top bravo
    test admin mod bot discord telegram slack link update bug lag server ping vip pro email online offline
    ок окей лол хм хмм ага ааа ого хаха ахах ахаха хех мм ммм гг кек вау омг
"""
NEUTRAL = frozenset(_NEUTRAL.split())
"""Words heard in every chat: alone they tell nothing."""


def identify(text: Text, knows: Learned | None = None, total: Sum | None = None) -> tuple[str, bool]:
    """Return (language, whether it is certain enough to answer in it). "und" when nothing tells.

    `total` is what the message's words weigh, where that is known already.
    """
    telling = sum(token.isalpha() and token not in NEUTRAL for token in text.present)
    if not telling:
        return UNKNOWN, False
    knows = knows or learned()
    log_odds = _log_odds(knows, total or knows.table.of_message(text))
    lowered = text.shown.lower()
    letters = [letter for letter in lowered if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    latin = sum(letter < "\u0250" for letter in letters)
    if 2 * (cyrillic + latin) < len(letters):
        language = _by_script(letters)
        return language, language != UNKNOWN and len(letters) >= LETTERS_TO_BE_SURE
    strange = (
        _of_cyrillic(set(letters)) if cyrillic >= ENOUGH_CYRILLIC * len(letters) else _of_latin(set(letters))
    )
    ranked = _ranked(
        {language: log_odds[language] - less for language, less in strange.items() if language in log_odds}
    )
    if not ranked or ranked[0][0] < (LEAST if telling > 1 else LEAST_OF_ONE):
        return UNKNOWN, False
    likely, language = ranked[0]
    written = sum(map(len, text.tokens))
    return language, likely >= SURE and min(written, len(letters)) >= LETTERS_TO_BE_SURE


def _log_odds(knows: Learned, total: Sum) -> Mapping[str, float]:
    """What the words weigh in the column of each language."""
    every = knows.table.every_log_odds(total)
    return {language: every[column] for language, column in knows.languages.items()}


def _by_script(letters: list[str]) -> str:
    """The language of the script most of the letters are in, if only one is written in it."""
    counts = [(sum(first <= letter <= last for letter in letters), name) for first, last, name in SCRIPTS]
    most, name = max(counts)
    return name if 2 * most > len(letters) else UNKNOWN


def _of_cyrillic(present: set[str]) -> dict[str, float]:
    """What the letters take from each language written in Cyrillic."""
    special = {letter for letter in present if "\u0400" <= letter <= "\u04ff"}
    return {
        language: STRANGE_CYRILLIC * min(len(special - alphabet), MOST_STRANGE)
        for language, alphabet in CYRILLIC.items()
    }


def _of_latin(present: set[str]) -> dict[str, float]:
    """What they take from each language written in Latin letters."""
    special = {letter for letter in present if "\x7f" < letter < "\u0250"}
    return {
        language: STRANGE_LETTER * min(len(special - alphabet), MOST_STRANGE)
        for language, alphabet in LATIN.items()
    }


def _ranked(scores: Mapping[str, float]) -> list[tuple[float, str]]:
    """(how likely, language), the likeliest first."""
    weighed = {language: score + PRIOR.get(language, 0.0) for language, score in scores.items()}
    most = max(weighed.values(), default=0.0)
    odds = {language: math.exp(score - most) for language, score in weighed.items()}
    total = sum(odds.values())
    return sorted(
        ((odd / total, language) for language, odd in odds.items()), key=lambda pair: (-pair[0], pair[1])
    )
