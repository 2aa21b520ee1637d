"""Which people belong together: who is in a channel, and who is in a user group. Remembered for five minutes."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from cachetools import LRUCache, TTLCache

from adapters.slack.address import split
from adapters.slack.errors import Refused
from adapters.slack.turns import Together
from adapters.slack.web import Web
from bot.ports import Gone, Transient

T = TypeVar("T")

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
    """Every method may raise Transient, unless it was answered before. What the bot may not see is empty."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._together = Together()
        self._rooms = _Memory[frozenset[str]](CHANNELS)
        self._groups = _Memory[tuple[Circle, ...]](1)

    async def in_channel(self, channel: str) -> frozenset[str]:
        """The ids of everybody who is in it, programs among them."""
        return await self._recalled(self._rooms, channel, partial(self._members, channel))

    async def groups(self) -> tuple[Circle, ...]:
        """The user groups that are in use."""
        return await self._recalled(self._groups, "", self._usergroups)

    def forget(self, channel: str) -> None:
        """Somebody came or went."""
        self._rooms.forget(channel)

    async def _recalled(
        self, memory: "_Memory[T]", what: str, ask: Callable[[], Coroutine[Any, Any, T]]
    ) -> T:
        """As it is remembered, else as Slack says now, else as it was when Slack last said anything."""
        known = memory.fresh.get(what)
        if known is not None:
            return known
        changes = memory.changes
        try:
            found = await self._together.ask(f"{what}:{changes}", ask)
        except Transient:
            if what not in memory.before:
                raise
            return memory.before[what]
        if memory.changes == changes:
            memory.fresh[what] = memory.before[what] = found
        return found

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


class _Memory(Generic[T]):
    """What was answered in the last five minutes, and what was answered last; `changes` counts what was forgotten."""

    def __init__(self, size: int) -> None:
        self.fresh: TTLCache[str, T] = TTLCache(size, MINUTES)
        self.before: LRUCache[str, T] = LRUCache(size)
        self.changes = 0

    def forget(self, what: str) -> None:
        self.fresh.pop(what, None)
        self.before.pop(what, None)
        self.changes += 1
