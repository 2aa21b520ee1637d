"""Channels by their id: from what the gateway told, else asked for, since archived threads are not kept there."""

from collections.abc import Iterable

import discord
from cachetools import LRUCache

from adapters.discord.errors import UNREACHABLE
from adapters.discord.markup import Address

REMEMBERED = 4096
SITE = "https://discord.com/channels"

Found = discord.abc.GuildChannel | discord.Thread | discord.abc.PrivateChannel


def guild_of(community: str) -> int:
    """The guild's id in a community's key, `discord:<id>`. Raises ValueError for another key."""
    platform, _, number = community.partition(":")
    if platform != "discord" or not number.isdecimal():
        raise ValueError(f"not a community of Discord: {community!r}")
    return int(number)


class Channels:
    """Remembers which of the channels it asked for are direct messages, and with whom."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._partners: LRUCache[int, int | None] = LRUCache(REMEMBERED)

    async def find(self, channel: int) -> Found:
        """The channel, thread or DM. Raises discord.NotFound or discord.Forbidden."""
        return self._client.get_channel(channel) or await self._client.fetch_channel(channel)

    async def partner(self, channel: int) -> int | None:
        """Whom the bot talks with if this is a direct message, else None. Also for channels that are gone."""
        if channel not in self._partners:
            try:
                found = await self.find(channel)
            except (discord.NotFound, discord.Forbidden):
                return None
            self._partners[channel] = _recipient(found)
        return self._partners[channel]

    def opened(self, channel: discord.DMChannel, member: int) -> None:
        """A direct message that was opened is known without asking."""
        self._partners[channel.id] = member

    async def addresses(self, community: str, channels: Iterable[str]) -> Address:
        """How to get to these channels; a direct message has the same address for both."""
        guild = str(guild_of(community))
        direct = {channel for channel in channels if await self._is_direct(int(channel))}

        def address(channel: str, message: str | None) -> str:
            place = f"{SITE}/{'@me' if channel in direct else guild}/{channel}"
            return f"{place}/{message}" if message else place

        return address

    async def _is_direct(self, channel: int) -> bool:
        """A guess where Discord doesn't say: a link that leads astray is better than words that don't arrive."""
        try:
            return await self.partner(channel) is not None
        except (discord.DiscordException, *UNREACHABLE):
            return False


def _recipient(channel: Found) -> int | None:
    if not isinstance(channel, discord.DMChannel):
        return None
    return channel.recipient.id if channel.recipient else None
