"""Direct messages: opened one at a time and slowly, never where they were refused lately.

A bot that opens many is restricted by Discord (code 40003 first). Whether somebody takes them shows only when one is
sent, so the platform tells here what came of it.
"""

import asyncio
import time

import discord
from cachetools import LRUCache

from adapters.common.refusals import Refusals
from adapters.discord.channels import REMEMBERED, Channels
from adapters.discord.errors import LATER, TOO_MANY_DMS
from bot.ports import DoorShut, Queued

INTERVAL = 3.0
"""Seconds between two that are opened."""

IN_LINE = 5
"""Who comes when so many wait is sent away for a while, so that the relay isn't held up."""

REFUSED = frozenset({"dm_closed", "no_shared_server"})


class DirectMessages:
    """Those of one process; the interval is between openings of this process."""

    def __init__(
        self, client: discord.Client, channels: Channels, refusals: Refusals, interval: float = INTERVAL
    ) -> None:
        self._client = client
        self._channels = channels
        self._refusals = refusals
        self._interval = interval
        self._door = asyncio.Lock()
        self._in_line = 0
        self._next = 0.0
        self._open: LRUCache[int, int] = LRUCache(REMEMBERED)

    async def open(self, community: int, member: int) -> str:
        """The channel's id. Raises DoorShut where it was refused lately, Queued where too many are opened."""
        refused = await self._refusals.of(community, str(member))
        if refused is not None:
            raise DoorShut(refused)
        if member in self._open:
            return str(self._open[member])
        if self._in_line >= IN_LINE:
            raise Queued("dm_pace", self._interval * self._in_line)
        self._in_line += 1
        try:
            async with self._door:
                return str(await self._opened(member))
        finally:
            self._in_line -= 1

    async def refused(self, community: int, channel: int, reason: str) -> None:
        """A message to this channel was refused; remembered if it is somebody's DM."""
        partner = await self._channels.partner(channel) if reason in REFUSED else None
        if partner is not None:
            await self._refusals.remember(community, str(partner), reason)

    async def _opened(self, member: int) -> int:
        wait = self._next - time.monotonic()
        if wait > self._interval:
            raise Queued("dm_pace", wait)
        await asyncio.sleep(max(0.0, wait))
        self._next = time.monotonic() + self._interval
        try:
            channel = await self._client.create_dm(discord.Object(member))
        except discord.HTTPException as error:
            if error.code == TOO_MANY_DMS:
                self._next = time.monotonic() + LATER
            raise
        self._channels.opened(channel, member)
        self._open[member] = channel.id
        return channel.id
