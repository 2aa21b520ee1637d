"""What a saved reply is and how it is filled. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

VARIABLE = re.compile(r"\{(\w+)\}")


class Language(StrEnum):
    """The languages a text can be in."""

    EN = "en"
    RO = "ro"
    RU = "ru"


class Variable(StrEnum):
    """What a text may leave open: the member's name, the case's number, the community's name, who answers."""

    MEMBER = "member"
    NUMBER = "number"
    COMMUNITY = "community"
    ME = "me"


@dataclass(frozen=True, slots=True)
class SavedReply:
    """`texts` by language."""

    id: int
    name: str
    texts: Mapping[str, str] = field(default_factory=dict)


def unknown_variables(text: str) -> Sequence[str]:
    """What stands in braces and would be left standing there."""
    known = set(Variable)
    return [name for name in dict.fromkeys(VARIABLE.findall(text)) if name not in known]


def filled(text: str, values: Mapping[Variable, str]) -> str:
    """The text with its variables filled; braces in a value are somebody's own and stay."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        return values[Variable(name)] if name in values else found[0]

    return VARIABLE.sub(value, text)


def choose(texts: Mapping[str, str], member: str, community: str) -> str | None:
    """The language of the text that is sent: the member's, else the community's, else any there is."""
    return next((language for language in _wanted(texts, member, community) if language in texts), None)


def _wanted(texts: Mapping[str, str], member: str, community: str) -> Iterator[str]:
    yield from (member, community, *Language)
    yield from texts
