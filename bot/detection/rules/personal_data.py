"""Personal data in the text itself: phone numbers, e-mail addresses, card and account numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.detection.model import Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Message

_CARD = re.compile(r"(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}(?![\d-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_PHONE = re.compile(
    r"(?<![\w.,:/#-])(?:\+\d{1,3}[ (.-]{0,2}|0|8[ (-]{1,2}(?=\d{3}))"
    r"\d{2,4}(?:[ ().-]{0,2}\d{2,4}){2,4}(?![\w/]|[.,:-]\d)"
)
_ROMANIAN_ID = re.compile(r"(?<!\d)[1-8]\d{12}(?!\d)")
_ID_WEIGHTS = (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)
_PHONE_DIGITS = range(9, 16)
_TOO_FEW_DIGITS = 9


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Numbers that pass their own checksum or look like a telephone, and e-mail addresses."""

    name: str = "personal_data"
    severity: Severity | None = None
    safety: Safety | None = Safety.PERSONAL_DATA

    @property
    def wakes(self) -> frozenset[Key]:
        """Numbers and e-mail addresses wake it."""
        return frozenset({Key("#"), Key("‹email›")})

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return one reason, without the data itself: it is stored and shown."""
        kinds = sorted(set(_kinds(message)))
        if kinds:
            yield Reason(self.name, None, 0.0, ", ".join(kinds))


def _kinds(message: Message) -> Iterator[str]:
    if "‹email›" in message.text.tokens:
        yield "e-mail"
    rest = message.text.shown
    if sum(map(str.isdecimal, rest)) < _TOO_FEW_DIGITS:
        return
    for kind, pattern, holds in _CHECKED:
        numbers = [match[0] for match in pattern.finditer(rest) if holds(match[0])]
        if numbers:
            yield kind
        for number in numbers:
            rest = rest.replace(number, " ")
    if any(sum(map(str.isdecimal, match[0])) in _PHONE_DIGITS for match in _PHONE.finditer(rest)):
        yield "telephone"


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in number if digit.isdecimal()]
    doubled = [
        digit if place % 2 == 0 else sum(divmod(2 * digit, 10))
        for place, digit in enumerate(reversed(digits))
    ]
    return len(digits) >= 13 and sum(doubled) % 10 == 0 and any(digits)


def _iban(number: str) -> bool:
    compact = number.replace(" ", "")
    if not 15 <= len(compact) <= 34:
        return False
    return int("".join(str(int(letter, 36)) for letter in compact[4:] + compact[:4])) % 97 == 1


def _romanian_id(number: str) -> bool:
    rest = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False)) % 11
    return int(number[12]) == (1 if rest == 10 else rest)


_CHECKED = (("IBAN", _IBAN, _iban), ("card", _CARD, _luhn), ("CNP", _ROMANIAN_ID, _romanian_id))

RULE = PersonalData()
