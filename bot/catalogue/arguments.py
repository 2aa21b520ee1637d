"""Words to typed values: the same on every platform, for commands, buttons and forms alike."""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum
from functools import partial
from typing import Any, NewType, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, available_timezones

from bot.cases.model import Case
from bot.catalogue.until import BEFORE, Until, folded, until_day
from bot.errors import UserError
from bot.ports import Channel, Group, Survey
from bot.text import clean, shorten
from bot.vocabulary.people import Member

Words = NewType("Words", str)
"""Free text: takes the rest of a command line, and is a long field of a form."""

Word = NewType("Word", str)
"""A name of the community's own making, such as a saved reply's; of several words where quotes hold them together."""

TimeOfDay = NewType("TimeOfDay", int)
"""Minutes since midnight, 0 to 1440."""

LONGEST_WORDS = 1500
"""Fits into any platform's message together with the sentences around it."""

LONGEST_NAME = 60

LONGEST_TYPED = 3000
"""What a form's field takes on every platform: so that what is too long can be edited, not typed again."""


class Kind(StrEnum):
    """How an argument is read; also the name of its sentences (`argument.<kind>`, `error.<kind>`)."""

    CASE = "case"
    NUMBER = "number"
    WORDS = "words"
    WORD = "word"
    MEMBER = "member"
    CHANNEL = "channel"
    GROUP = "group"
    DURATION = "duration"
    UNTIL = "until"
    TIME = "time"
    ZONE = "zone"
    CHOICE = "choice"


KINDS: Mapping[Any, Kind] = {
    Case: Kind.CASE,
    int: Kind.NUMBER,
    Words: Kind.WORDS,
    Word: Kind.WORD,
    Member: Kind.MEMBER,
    Channel: Kind.CHANNEL,
    Group: Kind.GROUP,
    timedelta: Kind.DURATION,
    Until: Kind.UNTIL,
    TimeOfDay: Kind.TIME,
    ZoneInfo: Kind.ZONE,
}
NUMBERS = frozenset({Kind.CASE, Kind.NUMBER})
"""What fits into a button's id."""


@dataclass(frozen=True, slots=True)
class Argument:
    """`many` takes several, in one text: it is annotated as `tuple[Channel, ...]`."""

    name: str
    kind: Kind
    required: bool
    choices: tuple[str, ...] = ()
    default: Any = None
    convert: Callable[[str], Any] = str
    many: bool = False

    @property
    def takes_the_rest(self) -> bool:
        """Of a command line; in a form it has a long field."""
        return self.many or self.kind is Kind.WORDS


def survey_of(handler: Callable[..., Any]) -> str | None:
    """The parameter that is filled with a survey of the platform, if the handler has one."""
    return next((name for name, hint in get_type_hints(handler).items() if hint is Survey), None)


def arguments_of(handler: Callable[..., Any]) -> tuple[Argument, ...]:
    """The arguments after `ctx`, from the handler's signature. Raises TypeError for an unknown annotation."""
    hints = get_type_hints(handler)
    parameters = list(inspect.signature(handler).parameters.values())
    typed = (p for p in parameters if p.name not in ("self", "ctx") and hints[p.name] is not Survey)
    return tuple(_argument(p, hints[p.name]) for p in typed)


def _argument(parameter: inspect.Parameter, annotation: Any) -> Argument:
    required = parameter.default is inspect.Parameter.empty
    default = None if required else parameter.default
    wanted = next((part for part in get_args(annotation) if part is not type(None)), annotation)
    if inspect.isclass(wanted) and issubclass(wanted, Enum):
        choices = tuple(str(member.value) for member in wanted)
        return Argument(parameter.name, Kind.CHOICE, required, choices, default, wanted)
    if wanted not in KINDS:
        raise TypeError(f"no argument of type {annotation!r}")
    return Argument(
        parameter.name, KINDS[wanted], required, (), default, many=get_origin(annotation) is tuple
    )


def split_line(arguments: Sequence[Argument], rest: str) -> dict[str, str]:
    """What was typed after the command's name, by argument; free text takes all that is left."""
    values: dict[str, str] = {}
    for argument in arguments:
        rest = rest.strip()
        if not rest:
            break
        if argument.takes_the_rest:
            values[argument.name], rest = rest, ""
        elif argument.kind is Kind.UNTIL:
            values[argument.name], rest = _first_day(rest)
        else:
            values[argument.name], rest = first_word(rest)
    if rest.strip():
        raise UserError("error.too_many_words", word=_shown(rest.split()[0]))
    return values


def first_word(text: str) -> tuple[str, str]:
    if text.startswith('"') and '"' in text[1:]:
        word, _, rest = text[1:].partition('"')
        return word, rest
    words = text.split(None, 1)
    return words[0], words[1] if len(words) > 1 else ""


def _first_day(text: str) -> tuple[str, str]:
    """A day is one word, and may have others before it: until Friday."""
    words, said = text.split(), 1
    while said < len(words) and folded(words[said - 1]) in BEFORE:
        said += 1
    return " ".join(words[:said]), " ".join(words[said:])


def names_in(text: str) -> list[str]:
    """The names of a list: between commas if there are any, else word by word; quotes hold a name together."""
    if "," in text:
        return [name.strip().strip('"') for name in text.split(",") if name.strip()]
    names = []
    while text.strip():
        name, text = first_word(text.strip())
        names.append(name)
    return names


def read_number(kind: Kind, word: str) -> int:
    """A case number ("42", "#42") or another whole number. Raises UserError."""
    digits = word.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 9):
        raise UserError(f"error.{kind}", word=_shown(word))
    return int(digits)


def read_words(word: str) -> Words:
    """Free text, cleaned of what no database can hold. Raises UserError if nothing is left or it is too long."""
    text = clean(word).strip()
    if not text:
        raise UserError("error.empty")
    if len(text) > LONGEST_WORDS:
        raise UserError("error.too_long", n=len(text), limit=LONGEST_WORDS)
    return Words(text)


def read_word(word: str) -> Word:
    """A name in one line. Raises UserError if nothing is left or it is too long."""
    name = " ".join(clean(word).split()).strip('"')
    if not name or len(name) > LONGEST_NAME:
        raise UserError("error.word", limit=LONGEST_NAME)
    return Word(name)


def read_duration(word: str) -> timedelta:
    """A duration such as 30m, 2h, 3d, 1w or 1d12h. Raises UserError."""
    parts = re.fullmatch(
        r"(?:(\d{1,4})w)?(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?", word.strip().lower()
    )
    if parts is None or not any(parts.groups()):
        raise UserError("error.duration", word=_shown(word))
    weeks, days, hours, minutes = (int(part or 0) for part in parts.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def read_until(word: str) -> Until:
    """A duration, or a day: until Friday, 2026-12-01. Raises UserError."""
    day = until_day(word)
    if day is not None:
        return day
    try:
        return Until(time=read_duration(word))
    except UserError:
        raise UserError("error.until", word=_shown(word)) from None


def read_time(word: str) -> TimeOfDay:
    """A time of day on the 24-hour clock: 9:00, 09:30, 24:00. Raises UserError."""
    parts = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?", word.strip())
    hours, minutes = (int(part or 0) for part in parts.groups()) if parts else (0, 60)
    if minutes > 59 or hours * 60 + minutes > 24 * 60:
        raise UserError("error.time", word=_shown(word))
    return TimeOfDay(hours * 60 + minutes)


def zones_like(word: str) -> list[str]:
    """The time zones whose name has this in it, in any case, alphabetically."""
    wanted = word.strip().replace(" ", "_").casefold()
    return sorted(zone for zone in available_timezones() if wanted in zone.casefold())


def read_zone(word: str) -> ZoneInfo:
    """A time zone by its name (Europe/Bucharest) or by its city alone. Raises UserError."""
    wanted = word.strip().replace(" ", "_").casefold()
    for zone in zones_like(word):
        if wanted in (zone.casefold(), zone.casefold().rpartition("/")[2]):
            return ZoneInfo(zone)
    raise UserError("error.zone", word=_shown(word))


def read_choice(argument: Argument, word: str) -> Any:
    """One of the choices, in any case. Raises UserError that lists them."""
    wanted = word.strip().lower()
    if wanted not in argument.choices:
        raise UserError("error.choice", word=_shown(word), choices=", ".join(argument.choices))
    return argument.convert(wanted)


READERS: Mapping[Kind, Callable[[str], Any]] = {
    Kind.NUMBER: partial(read_number, Kind.NUMBER),
    Kind.WORDS: read_words,
    Kind.WORD: read_word,
    Kind.DURATION: read_duration,
    Kind.UNTIL: read_until,
    Kind.TIME: read_time,
    Kind.ZONE: read_zone,
}
"""What the word alone tells; the others need a case, the platform, or the argument's choices."""


def _shown(word: str) -> str:
    return shorten(clean(word), 40)
