"""What words name on the platform: members, channels and groups. Asked of it, so never inside a transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.catalogue.arguments import Argument, Kind, names_in
from bot.catalogue.collect import Action
from bot.community import Community
from bot.errors import UserError
from bot.ports import Channel, Directory, Group, Purpose, Survey
from bot.text import clean, shorten
from bot.vocabulary.people import Member

NONE = "-"
MOST = 200
"""Names in one list, at most."""

GROUPED = ("@&", "!subteam^", "@")
"""What stands before a group's id or name where it is mentioned."""

T = TypeVar("T", Channel, Group)


@dataclass(frozen=True, slots=True)
class Found:
    """By argument; a single channel or group is a list of one."""

    people: Mapping[str, Member] = field(default_factory=dict)
    channels: Mapping[str, tuple[Channel, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)
    survey: Survey | None = None

    def of(self, argument: Argument) -> Member | Channel | Group | tuple[Channel | Group, ...]:
        """What the argument names, as its handler takes it."""
        if argument.kind is Kind.MEMBER:
            return self.people[argument.name]
        named: tuple[Channel | Group, ...] = (
            self.channels[argument.name] if argument.kind is Kind.CHANNEL else self.groups[argument.name]
        )
        return named if argument.many else named[0]


async def find(
    directory: Directory, community: Community, action: Action, values: Mapping[str, str]
) -> Found:
    """What this call names, and the survey if its handler wants one. Raises UserError for a name nobody has."""
    people, channels, groups = {}, {}, {}
    for argument in action.arguments:
        word = values.get(argument.name, "").strip()
        if not word:
            continue
        match argument.kind:
            case Kind.MEMBER:
                people[argument.name] = await _member(directory, community, word)
            case Kind.CHANNEL:
                channels[argument.name] = await _channels(directory, community, argument, word)
            case Kind.GROUP:
                groups[argument.name] = await _groups(directory, community, argument, word)
    named = (channel.id for found in channels.values() for channel in found)
    survey = await take_survey(directory, community, named) if action.survey else None
    return Found(people, channels, groups, survey)


async def take_survey(directory: Directory, community: Community, also: Iterable[str] = ()) -> Survey:
    """The channels in use, and `also` these, looked at now."""
    settings = community.settings
    channels = tuple(await directory.channels(community.key))
    used = settings.watched | {settings.staff_room, *also}
    lacking = {
        (channel.id, purpose): tuple(await directory.lacking(community.key, channel.id, purpose))
        for channel in channels
        if channel.id in used
        for purpose in Purpose
    }
    return Survey(channels, tuple(await directory.groups(community.key)), lacking)


async def _member(directory: Directory, community: Community, word: str) -> Member:
    found = await directory.find(community.key, word.removeprefix("@"))
    if not found:
        raise _unknown(Kind.MEMBER, word)
    return found[0]


async def _channels(
    directory: Directory, community: Community, argument: Argument, word: str
) -> tuple[Channel, ...]:
    known = await directory.channels(community.key)
    found = []
    for name in _names(argument, word, whole=_called(known, _bare(word, "#"))):
        channel = _called(known, _bare(name, "#"))
        if channel is None:
            raise _unknown(Kind.CHANNEL, name)
        found.append(channel)
    return tuple(dict.fromkeys(found))


async def _groups(
    directory: Directory, community: Community, argument: Argument, word: str
) -> tuple[Group, ...]:
    """Groups by name; a single person is a group of one."""
    known = await directory.groups(community.key)
    found = []
    for name in _names(argument, word, whole=_called(known, _bare(word, *GROUPED))):
        group = _called(known, _bare(name, *GROUPED))
        if group is None:
            people = await directory.find(community.key, name.removeprefix("@"))
            if not people:
                raise _unknown(Kind.GROUP, name)
            group = Group(people[0].id, people[0].name)
        found.append(group)
    return tuple(dict.fromkeys(found))


def _names(argument: Argument, word: str, whole: object) -> list[str]:
    """All of it may be one name with spaces in it; else several are a list, and a dash is none."""
    if argument.many and word == NONE:
        return []
    return names_in(word)[:MOST] if argument.many and whole is None else [word]


def _called(known: Sequence[T], sought: str) -> T | None:
    """By id, or by name in any case."""
    by_name = (one for one in known if one.name.casefold() == sought.casefold())
    return next((one for one in known if one.id == sought), None) or next(by_name, None)


def _bare(name: str, *marks: str) -> str:
    """Without what platforms put around an id or name: `<#42>`, `<@&42>`, `<#C42|support>`, `#support`."""
    name = name.strip().removeprefix("<").removesuffix(">")
    for mark in marks:
        if name.startswith(mark):
            return name.removeprefix(mark).partition("|")[0]
    return name


def _unknown(kind: Kind, word: str) -> UserError:
    return UserError(f"error.{kind}", word=shorten(clean(word), 40))
