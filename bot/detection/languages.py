"""Which language a line of chat is in: votes of small words, corrected by letters only one language has."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from bot.detection.language_words import FUNCTION_WORDS
from bot.detection.normalise import KNOWN, LONGEST_KNOWN, Text, fold

UNKNOWN = "und"
LETTERS_TO_BE_SURE = 12
LEAST = 0.5
"""Votes below which nothing is said, and the lead it takes to be sure."""

LETTERS: tuple[tuple[str, Mapping[str, float]], ...] = (
    ("ășțşţ", {"ro": 2.0}),
    ("ыэё", {"ru": 1.5, "be": 1.0, "bg": -3.0, "sr": -3.0, "uk": -3.0}),
    ("іў", {"be": 1.0, "uk": 1.0, "ru": -4.0, "bg": -4.0, "sr": -4.0}),
    ("ў", {"be": 3.0, "uk": -3.0}),
    ("їєґ", {"uk": 2.5, "be": -3.0, "ru": -4.0}),
    ("јљњћђџ", {"sr": 3.0, "ru": -4.0}),
    ("щ", {"be": -3.0, "sr": -3.0}),
    ("ъ", {"bg": 1.0, "uk": -3.0, "be": -3.0, "sr": -3.0}),
    ("ñ¿¡", {"es": 2.0}),
    ("ß", {"de": 2.0}),
    ("äöü", {"de": 1.0, "hu": 0.5, "tr": 0.5}),
    ("ãõ", {"pt": 2.0}),
    ("ąęłńśźż", {"pl": 2.0}),
    ("ğı", {"tr": 2.0}),
    ("őű", {"hu": 2.0}),
    ("èêœ", {"fr": 1.0}),
)
"""Letters that speak for a language or against it."""

ENDINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            "ться",
            "ать",
            "ить",
            "еть",
            "ого",
            "его",
            "ому",
            "ый",
            "ий",
            "ая",
            "ые",
            "ых",
            "ую",
            "ешь",
            "ишь",
            "ами",
            "ями",
            "ость",
        ),
        "ru",
    ),
    (("ului", "ilor", "eaza", "este", "este", "esti", "ul", "atul", "area", "irea"), "ro"),
    (("ing", "ed", "ly", "tion"), "en"),
)
"""Word endings worth half a vote."""
LONG_ENOUGH = 5


@cache
def _votes() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word -> languages with their share of one vote."""
    holders: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in {fold(word) for word in words.split()}:
            holders.setdefault(word, []).append(language)
    return {word: tuple((name, 1 / len(names)) for name in names) for word, names in holders.items()}


def identify(text: Text) -> tuple[str, bool]:
    """Return (language, whether it is certain enough to answer in). "und" when nothing tells."""
    scores = _count(text.tokens)
    shown = text.shown
    if not shown.isascii():
        _weigh_letters(shown.lower(), scores)
    if not scores:
        return UNKNOWN, False
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if score < LEAST:
        return UNKNOWN, False
    letters = sum(map(len, text.tokens))
    clear = score >= 1.0 and score - second >= max(LEAST, 0.2 * score)
    return best, clear and letters >= LETTERS_TO_BE_SURE and sum(
        map(str.isalpha, shown)
    ) >= LETTERS_TO_BE_SURE


def _count(tokens: Sequence[str]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for token in tokens:
        for language, share in _shares(token) if len(token) <= LONGEST_KNOWN else ():
            scores[language] = scores.get(language, 0.0) + share
    return scores


@lru_cache(KNOWN)
def _shares(token: str) -> tuple[tuple[str, float], ...]:
    """The languages a word speaks for, by itself or by its ending."""
    shares = _votes().get(token)
    return shares if shares is not None else _by_ending(token) if len(token) >= LONG_ENOUGH else ()


def _by_ending(token: str) -> tuple[tuple[str, float], ...]:
    return next((((language, LEAST),) for endings, language in ENDINGS if token.endswith(endings)), ())


def _weigh_letters(lowered: str, scores: dict[str, float]) -> None:
    present = set(lowered)
    for letters, weights in LETTERS:
        if not present.isdisjoint(letters):
            for language, weight in weights.items():
                scores[language] = scores.get(language, 0.0) + weight
