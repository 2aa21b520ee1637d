"""Which language a line of chat is in: votes of small words, corrected by letters only one language has."""

from collections.abc import Sequence
from functools import cache

from bot.detection.language_words import FUNCTION_WORDS
from bot.detection.normalise import Text, fold

UNKNOWN = "und"
LETTERS_TO_BE_SURE = 12
CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr"})

LETTERS = {
    "ro": "ășțşţ",
    "ru": "ыэ",
    "uk": "їєґ",
    "be": "ў",
    "sr": "јљњћђџ",
    "es": "ñ¿¡",
    "de": "ßäöü",
    "pt": "ãõ",
    "pl": "ąęłńśźżć",
    "tr": "ğı",
    "hu": "őű",
}


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
    if score < 0.5:
        return UNKNOWN, False
    letters = sum(map(str.isalpha, shown))
    return best, letters >= LETTERS_TO_BE_SURE and score >= 1.0 and score - second >= max(0.5, 0.2 * score)


def _count(tokens: Sequence[str]) -> dict[str, float]:
    votes = _votes()
    scores: dict[str, float] = {}
    for token in tokens:
        for language, share in votes.get(token, ()):
            scores[language] = scores.get(language, 0.0) + share
    return scores


def _weigh_letters(lowered: str, scores: dict[str, float]) -> None:
    present = set(lowered)
    for language, letters in LETTERS.items():
        if not present.isdisjoint(letters):
            scores[language] = scores.get(language, 0.0) + 2.0
