"""Whether somebody says that the same has happened to them: "same here", "și eu", "у меня тоже". Pure.

Short and nothing else is the one thing, with more words behind it the other: then it may be a matter of its own.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.detection.normalise import fold


class Agreement(StrEnum):
    """`same`: that and no more. `more`: that, and something of their own."""

    NONE = "none"
    SAME = "same"
    MORE = "more"


LONGEST = 300
MOST_WORDS = 40

PLUS = re.compile(r"\s*(?:\++\s*1?|1\s*\+)[\s.!]*")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|\+1|[?]")

PHRASES = (
    # English
    "same", "same here", "same here too", "same for me", "same with me", "same for us", "same on my end",
    "same on my side", "same problem", "same problem here", "same issue", "same issue here", "same thing",
    "same thing here", "same error", "same error here", "same story", "same story here", "same boat",
    "same to me", "the same here", "the same for me", "the same problem", "the same issue", "me too", "me as well",
    "me also", "mine too", "mine as well", "mine also", "us too", "we too", "so do i", "ditto", "likewise",
    "i have the same problem", "i have the same issue", "i have the same", "i have this too", "i have that too",
    "ive the same problem", "i got the same", "i get the same", "i get the same error", "having the same issue",
    "having the same problem", "im having the same issue", "im having the same problem", "im having this too",
    "here too", "here as well", "for me too", "for me as well", "happens to me too", "it happens to me too",
    "happening to me too", "happened to me too", "i am affected too", "im affected too", "affected too",
    # Romanian, without diacritics
    "si eu", "si eu la fel", "si noi", "si mie", "si mie la fel", "si la mine", "si la mine la fel", "si la noi",
    "la fel", "la fel si eu", "la fel si la mine", "la fel la mine", "la fel aici", "la fel si mie", "eu la fel",
    "mie la fel", "la mine la fel", "la mine tot asa", "la mine e la fel", "la noi la fel", "tot asa", "idem",
    "aceeasi problema", "aceeasi problema si eu", "aceeasi problema si la mine", "aceeasi problema aici",
    "aceeasi poveste", "am aceeasi problema", "am si eu aceeasi problema", "am si eu", "si eu am aceeasi problema",
    "patesc la fel", "patesc si eu la fel", "mi se intampla si mie", "si mie mi se intampla", "eu tot asa",
    "mie tot asa",
    # Russian
    "тоже", "у меня тоже", "и у меня", "и у меня тоже", "у меня также", "у меня так же", "у меня то же",
    "у меня то же самое", "у меня тоже самое", "то же самое", "тоже самое", "то же", "то же и у меня",
    "у нас тоже", "и у нас", "у нас то же самое", "я тоже", "и я", "и я тоже", "мне тоже", "и мне", "и мне тоже",
    "аналогично", "аналогичная проблема", "такая же проблема", "у меня такая же проблема", "та же проблема",
    "та же проблема у меня", "та же история", "такая же история", "та же беда", "та же ошибка", "такая же ошибка",
    "плюсую", "плюс один", "плюс", "со мной то же самое", "присоединяюсь",
)  # fmt: skip

PADDING = frozenset({
    "yeah", "yes", "yep", "yup", "exactly", "omg", "ugh", "lol", "sadly", "unfortunately", "also", "today", "now",
    "again", "still", "too", "guys", "hi", "hello", "and", "oh",
    "da", "exact", "azi", "acum", "iar", "din", "pacate", "salut",
    "да", "ага", "блин", "сегодня", "сейчас", "опять", "снова", "к", "сожалению", "тут", "здесь", "привет", "эх",
    "ой", "и",
})  # fmt: skip
"""What may stand before or behind it without telling anything."""

_KNOWN = {("+1",), *(tuple(phrase.split()) for phrase in PHRASES)}
_LONGEST_PHRASE = max(map(len, _KNOWN))


def agreement(text: str) -> Agreement:
    """What the answer to somebody's complaint says. A question agrees with nothing."""
    if len(text) > LONGEST:
        return Agreement.NONE
    if PLUS.fullmatch(text):
        return Agreement.SAME
    words = [fold(word) for word in WORD.findall(text)]
    if not words or "?" in words or len(words) > MOST_WORDS:
        return Agreement.NONE
    if any(part in _KNOWN for part in _bared(words)):
        return Agreement.SAME
    begins = any(tuple(words[at : at + n]) in _KNOWN for at in _starts(words) for n in _lengths())
    return Agreement.MORE if begins else Agreement.NONE


def _lengths() -> range:
    """Of a beginning: a single word may begin anything ("same as last year")."""
    return range(2, _LONGEST_PHRASE + 1)


def _starts(words: list[str]) -> range:
    """Where it may begin, behind what tells nothing."""
    padding = 0
    while padding < len(words) and words[padding] in PADDING:
        padding += 1
    return range(padding + 1)


def _bared(words: list[str]) -> Iterator[tuple[str, ...]]:
    """With less and less of what tells nothing, at both ends."""
    ends = [len(words)]
    while ends[-1] > 0 and words[ends[-1] - 1] in PADDING:
        ends.append(ends[-1] - 1)
    for first in _starts(words):
        yield from (tuple(words[first:last]) for last in ends if last > first)
