"""Who is who in a guild, from what the gateway told, else asked for and remembered for a short while."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence

import discord
from cachetools import TTLCache

from adapters.discord.channels import Channels, guild_of
from adapters.discord.errors import translated
from adapters.discord.markup import is_snowflake
from adapters.discord.people import Known, member_of, remembered
from adapters.discord.permissions import KINDS, lacking_in
from bot.community import Community, CommunitySettings
from bot.ports import Channel, Directory, DoorShut, Gone, Group, Purpose
from bot.vocabulary.people import Member

REMEMBERED = 10_000
"""Members that were asked for, at about 400 bytes each."""

MINUTES = 5 * 60.0
"""Seconds that they are remembered: roles change, and not every change is told."""

GUILDS = 100
SEARCHES, SEARCH_SECONDS = 500, 30.0
SEARCH_PATIENCE = 5.0
"""Seconds: the gateway is asked, and it may be reconnecting."""

FOUND = 25

_MENTION = re.compile(r"<@!?(\d{1,20})>")


class DiscordDirectory(Directory):
    """Every method may raise Transient, when Discord doesn't answer. `settings_of` gives a community as it is now."""

    def __init__(
        self,
        client: discord.Client,
        settings_of: Callable[[str], Awaitable[Community | None]],
        channels: Channels | None = None,
    ) -> None:
        self._client = client
        self._settings_of = settings_of
        self._channels = channels or Channels(client)
        self._members: TTLCache[tuple[int, int], Known | None] = TTLCache(REMEMBERED, MINUTES)
        self._guilds: TTLCache[str, discord.Guild | None] = TTLCache(GUILDS, MINUTES)
        self._searches: TTLCache[tuple[int, str], tuple[Known, ...]] = TTLCache(SEARCHES, SEARCH_SECONDS)

    async def member(self, community: str, member: str) -> Member | None:
        guild = await self._guild_anywhere(community)
        if guild is None or not is_snowflake(member):
            return None
        known = await self._known(guild, int(member))
        return member_of(known, await self._settings(community)) if known else None

    async def find(self, community: str, text: str) -> Sequence[Member]:
        """By mention or id, else by the beginning of a name, whole names first."""
        guild, sought = self._guild(community), text.strip()
        mentioned = _MENTION.fullmatch(sought)
        if guild is None or not sought:
            return ()
        if mentioned or is_snowflake(sought):
            found = await self.member(community, mentioned[1] if mentioned else sought)
            return (found,) if found else ()
        name = sought.removeprefix("@")
        settings = await self._settings(community)
        people = [member_of(known, settings) for known in await self._search(guild, name)]
        return sorted(people, key=lambda person: person.name.casefold() != name.casefold())

    async def channel_name(self, community: str, channel: str) -> str | None:
        """Without the sign in front; None for a DM and for what is gone."""
        if not is_snowflake(channel):
            return None
        try:
            with translated():
                found = await self._channels.find(int(channel))
        except (DoorShut, Gone):
            return None
        if isinstance(found, discord.abc.PrivateChannel) or _key(found.guild) != community:
            return None
        return found.name

    async def channels(self, community: str) -> Sequence[Channel]:
        guild = self._guild(community)
        if guild is None:
            return ()
        return [
            Channel(str(channel.id), channel.name, KINDS[channel.type], _staff_only(channel, guild))
            for _, group in guild.by_category()
            for channel in group
            if channel.type in KINDS
        ]

    async def groups(self, community: str) -> Sequence[Group]:
        """The roles that people can be given, highest first."""
        guild = self._guild(community)
        roles = reversed(guild.roles) if guild else ()
        return [Group(str(r.id), r.name) for r in roles if not r.is_default() and not r.managed]

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        guild = self._guild(community)
        found = guild.get_channel(int(channel)) if guild and is_snowflake(channel) else None
        if guild is None or found is None:
            return ()
        return lacking_in(found, guild.me, purpose)

    def note(self, member: discord.Member) -> None:
        """A member as they are now, told by an interaction or a message: nobody needs to be asked."""
        self._members[(member.guild.id, member.id)] = remembered(member)

    async def _guild_anywhere(self, community: str) -> discord.Guild | None:
        """Also one whose shard is another process's."""
        here = self._guild(community)
        if here is not None or not community.startswith("discord:"):
            return here
        if community not in self._guilds:
            try:
                with translated():
                    found = await self._client.fetch_guild(guild_of(community), with_counts=False)
            except (DoorShut, Gone):
                found = None
            self._guilds[community] = found
        return self._guilds.get(community)

    def _guild(self, community: str) -> discord.Guild | None:
        try:
            return self._client.get_guild(guild_of(community))
        except ValueError:
            return None

    async def _settings(self, community: str) -> CommunitySettings:
        known = await self._settings_of(community)
        return known.settings if known else CommunitySettings()

    async def _known(self, guild: discord.Guild, member: int) -> Known | None:
        cached = guild.get_member(member)
        if cached is not None:
            return remembered(cached)
        if (guild.id, member) not in self._members:
            try:
                with translated():
                    self._members[(guild.id, member)] = remembered(await guild.fetch_member(member))
            except Gone:
                self._members[(guild.id, member)] = None
        return self._members.get((guild.id, member))

    async def _search(self, guild: discord.Guild, name: str) -> tuple[Known, ...]:
        sought = (guild.id, name.casefold())
        if sought not in self._searches:
            with translated():
                async with asyncio.timeout(SEARCH_PATIENCE):
                    found = await guild.query_members(name, limit=FOUND, cache=False)
            self._searches[sought] = tuple(remembered(member) for member in found)
        return self._searches.get(sought, ())


def _key(guild: discord.Guild) -> str:
    return f"discord:{guild.id}"


def _staff_only(channel: discord.abc.GuildChannel, guild: discord.Guild) -> bool:
    return not channel.permissions_for(guild.default_role).view_channel
