"""Who is who in a workspace, and which channels it has: asked for, and remembered for a while."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from cachetools import TTLCache

from adapters.slack.address import is_user, split
from adapters.slack.errors import Refused
from adapters.slack.limits import LARGE_PAGE
from adapters.slack.office import Office
from adapters.slack.people import Person
from adapters.slack.permissions import lacking_in
from bot.community import CommunitySettings
from bot.ports import Channel, Directory, Gone, Group, Purpose
from bot.vocabulary.people import Member, Role

CHANNELS, MINUTES = 2000, 5 * 60.0
"""Channels whose names are remembered, and seconds."""

LISTED = 2000
"""Channels that are shown to choose from, at most."""

FOUND = 25

_MENTION = re.compile(r"<@([UW][A-Z0-9]{1,30})(?:\|[^>]*)?>")
_OUR_CASES = re.compile(r"case-.*[0-9a-f]{8}")

Described = Mapping[str, Any]
"""A channel as Slack describes it."""


class SlackDirectory(Directory):
    """Every method may raise Transient, when Slack doesn't answer."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._channels: TTLCache[str, Described | None] = TTLCache(CHANNELS, MINUTES)

    async def member(self, community: str, member: str) -> Member | None:
        """None for who was never there or is not any more, not for users of other organisations in shared channels."""
        if not self._office.is_ours(community):
            return None
        person = await self._office.people.of(member)
        if person is None or person.deleted:
            return None
        return await self._member(person, await self._office.settings(community))

    async def find(self, community: str, text: str) -> Sequence[Member]:
        """By mention or id, else by the beginning of a name or of one of its words, whole names first."""
        sought = text.strip()
        mentioned = _MENTION.fullmatch(sought)
        if not self._office.is_ours(community) or not sought:
            return ()
        if mentioned or is_user(sought):
            found = await self.member(community, mentioned[1] if mentioned else sought)
            return (found,) if found else ()
        return await self._named(community, sought.removeprefix("@").casefold())

    async def channel_name(self, community: str, channel: str) -> str | None:
        """Without the sign in front, also of a thread's channel; None for a DM and for what is gone."""
        found = await self._described(community, channel)
        if found is None or found.get("is_im") or found.get("is_mpim"):
            return None
        name = found.get("name")
        return str(name) if name else None

    async def channels(self, community: str) -> Sequence[Channel]:
        """By name, as people see them; private ones are those the bot is in. Its own channels for cases are none."""
        if not self._office.is_ours(community):
            return ()
        try:
            found = [channel for channel in await self._listed() if not self._is_of_a_case(channel)]
        except Refused:
            return ()
        channels = [
            Channel(str(c["id"]), str(c["name"]), staff_only=bool(c.get("is_private"))) for c in found
        ]
        return sorted(channels, key=lambda channel: channel.name)

    async def groups(self, community: str) -> Sequence[Group]:
        """The user groups, by name."""
        if not self._office.is_ours(community):
            return ()
        circles = await self._office.circles.groups()
        return sorted((Group(circle.id, circle.name) for circle in circles), key=lambda group: group.name)

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        """Nothing for removal: no scope of the bot's would allow it."""
        if purpose is Purpose.REMOVAL:
            return ()
        self._channels.pop(channel, None)
        found = await self._described(community, channel)
        if found is None or found.get("is_archived"):
            return ()
        return lacking_in(found, self._office.workspace.scopes, purpose)

    def told(self, user: Mapping[str, Any]) -> None:
        """A user as an event describes them now."""
        self._office.people.changed(user)

    def room_changed(self, channel: str) -> None:
        """Somebody came into this channel or left it, or it has another name."""
        self._office.circles.forget(channel)
        self._channels.pop(channel, None)

    async def _listed(self) -> list[Described]:
        """Those it is in, and public ones, of which there may be more than it looks through."""
        found: dict[str, Described] = {}
        for method, types in (
            ("users.conversations", "public_channel,private_channel"),
            ("conversations.list", "public_channel"),
        ):
            listed = self._office.web.pages(
                method, "channels", most=LISTED, page=LARGE_PAGE, types=types, exclude_archived=True
            )
            found |= {str(channel["id"]): channel async for channel in listed}
        return list(found.values())

    async def _named(self, community: str, name: str) -> Sequence[Member]:
        try:
            everybody = await self._office.people.all()
        except Refused:
            return ()
        found = [person for person in everybody if _fits(person.name.casefold(), name)]
        found.sort(key=lambda person: (person.name.casefold() != name, person.name.casefold()))
        settings = await self._office.settings(community)
        return [await self._member(person, settings) for person in found[:FOUND]]

    async def _described(self, community: str, channel: str) -> Described | None:
        try:
            place, _ = split(channel)
        except ValueError:
            return None
        if not self._office.is_ours(community):
            return None
        if place not in self._channels:
            try:
                answer = await self._office.web.call("conversations.info", channel=place)
                self._channels[place] = answer["channel"]
            except (Gone, Refused):
                self._channels[place] = None
        return self._channels.get(place)

    async def _member(self, person: Person, settings: CommunitySettings) -> Member:
        role = await self._role(person, settings)
        return Member(person.id, person.name, role, person.locale, person.bot)

    async def _role(self, person: Person, settings: CommunitySettings) -> Role:
        """The highest: owners and admins manage; whoever is in the staff room, or listed, alone or by a group.

        A user of another organisation is staff only if they are listed themselves.
        """
        who = {person.id}
        listed = settings.managers | settings.moderators | settings.specialists
        if not person.stranger and listed - who:
            who |= {circle.id for circle in await self._office.circles.groups() if person.id in circle.users}
        if person.manages or who & settings.managers:
            return Role.MANAGER
        if who & settings.moderators or await self._is_in_staff_room(person, settings):
            return Role.MODERATOR
        return Role.SPECIALIST if who & settings.specialists else Role.MEMBER

    async def _is_in_staff_room(self, person: Person, settings: CommunitySettings) -> bool:
        if settings.staff_room is None or person.stranger or person.bot:
            return False
        return person.id in await self._office.circles.in_channel(settings.staff_room)

    def _is_of_a_case(self, channel: Described) -> bool:
        ours = channel.get("creator") == self._office.workspace.bot
        return ours and _OUR_CASES.fullmatch(str(channel.get("name"))) is not None


def _fits(name: str, sought: str) -> bool:
    return name.startswith(sought) or any(word.startswith(sought) for word in name.split())
