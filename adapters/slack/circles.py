"""Which people belong together: who is in a channel, and who is in a user group. Remembered for five minutes."""

from dataclasses import dataclass

from cachetools import TTLCache

from adapters.slack.address import split
from adapters.slack.errors import Refused
from adapters.slack.web import Web
from bot.ports import Gone

MINUTES = 5 * 60.0
CHANNELS, LARGEST = 64, 2000
"""Channels that are remembered, and people of one that are asked for: a staff room is small."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A user group."""

    id: str
    name: str
    users: frozenset[str]


class Circles:
    """Every method may raise Transient. What the bot may not see is empty."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._rooms: TTLCache[str, frozenset[str]] = TTLCache(CHANNELS, MINUTES)
        self._groups: TTLCache[str, tuple[Circle, ...]] = TTLCache(1, MINUTES)

    async def in_channel(self, channel: str) -> frozenset[str]:
        """The ids of everybody who is in it, programs among them."""
        if channel not in self._rooms:
            self._rooms[channel] = await self._members(channel)
        return self._rooms.get(channel, frozenset())

    async def groups(self) -> tuple[Circle, ...]:
        """The user groups that are in use."""
        if "" not in self._groups:
            self._groups[""] = await self._usergroups()
        return self._groups.get("", ())

    def forget(self, channel: str) -> None:
        """Somebody came or went."""
        self._rooms.pop(channel, None)

    async def _members(self, channel: str) -> frozenset[str]:
        try:
            place, _ = split(channel)
            found = self._web.pages("conversations.members", "members", most=LARGEST, channel=place)
            return frozenset([str(user) async for user in found])
        except (ValueError, Gone, Refused):
            return frozenset()

    async def _usergroups(self) -> tuple[Circle, ...]:
        try:
            answer = await self._web.call("usergroups.list", include_users=True)
        except (Gone, Refused):
            return ()
        return tuple(
            Circle(
                str(group["id"]), str(group.get("name") or group["id"]), frozenset(group.get("users") or ())
            )
            for group in answer.get("usergroups", ())
        )
