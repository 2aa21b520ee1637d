"""Servers that come: they are made known, and what was missed in them is read before anything newer.

Discord tells of every server after each start of a session that is not resumed. From then on until `_settled` its
lanes are shut, and those of its channels until their history was read.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import discord

from adapters.common.guard import report
from adapters.discord.backfill import Stretch
from adapters.discord.client import Ear
from adapters.discord.community import key_of
from adapters.discord.events import by_a_person, posted
from adapters.discord.lanes import Lanes
from adapters.discord.parts import Parts
from bot.ports import Transient
from bot.vocabulary.events import CommunityJoined, MessagePosted, PlatformEvent

DIRECT = 0
"""Stands for the server of direct messages; Discord sends those on the first shard."""

AT_ONCE = 4
"""Histories that are read side by side."""

LOOK = 1.0
"""Seconds between two looks at which channels are watched."""

LONGEST_WAIT = 30.0

NO_CONTENT = "discord.no_content"
"""What staff are told where the bot may not read messages that are not meant for it."""


class Guilds:
    """Opens and shuts the lanes."""

    def __init__(self, parts: Parts) -> None:
        self.lanes = Lanes(parts.core.receive, self._taken, self._overflown, parts.guard)
        self._parts = parts
        self._reading = asyncio.Semaphore(AT_ONCE)
        self._behind: Counter[int] = Counter()
        self._new: set[int] = set()
        self._here: set[int] = set()
        self._told_all = False

    @property
    def ears(self) -> dict[str, Ear]:
        return {
            "shard_connect": self._session_began,
            "shard_ready": self._shard_ready,
            "guild_available": self._came,
            "guild_join": partial(self._came, joined=True),
        }

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[None]:
        """Notice what is watched, as long as the block lasts."""
        self._parts.guard.start("look", self._look)
        yield

    def _session_began(self, shard: int) -> None:
        for guild in self._parts.client.guilds:
            if guild.shard_id == shard:
                self.lanes.shut_server(guild.id)
                self._here.discard(guild.id)
        if shard == 0:
            self._told_all = False
            self.lanes.shut_server(DIRECT)

    def _came(self, guild: discord.Guild, *, joined: bool = False) -> None:
        self.lanes.shut_server(guild.id)
        self._here.add(guild.id)
        if joined:
            self._new.add(guild.id)
        self._parts.guard.start("arrive", partial(self._arrive, guild))

    def _shard_ready(self, shard: int) -> None:
        # discord.py says nothing of a server that comes in the moment in which it stops waiting for more of them.
        for guild in self._parts.client.guilds:
            if guild.shard_id == shard and not guild.unavailable and guild.id not in self._here:
                self._came(guild)
        if shard == 0:
            self._told_all = True
            self._open_direct()

    def _open_direct(self) -> None:
        """When every server has said which of its conversations have to be read first."""
        here = (guild.id for guild in self._parts.client.guilds if not guild.unavailable)
        if self._told_all and all(guild in self.lanes.open_servers for guild in here):
            self.lanes.open_server(DIRECT)

    async def _arrive(self, guild: discord.Guild) -> None:
        wait = 0.5
        while not await self._parts.guard.succeeds("arrive", partial(self._settle, guild)):
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        self.lanes.open_server(guild.id)
        self._open_direct()

    async def _settle(self, guild: discord.Guild) -> None:
        """Make it known, and shut the channels in which something may have been missed."""
        parts = self._parts
        community, new = await parts.communities.meet(parts.core, guild)
        if new or guild.id in self._new:
            self._new.add(guild.id)
            await parts.core.receive(_joined(guild))
            self._new.discard(guild.id)
        if not parts.client.access.message_content:
            await parts.core.tell_staff(community.key, NO_CONTENT)
        watched = parts.communities.watched(guild.id)
        for channel in watched:
            parts.marks.begin(community.id, channel)
        await parts.marks.prune(community.id, watched)
        stretches = await parts.backfill.of_guild(community.id, guild, watched)
        # Killed before it is written where reading begins, we would begin later, and miss what lies between.
        await parts.marks.write()
        for stretch in stretches:
            self._catch_up(community.id, stretch)

    def _catch_up(self, community: int, stretch: Stretch) -> None:
        self._behind[stretch.channel] += 1
        self.lanes.shut_channel(stretch.channel)
        self._parts.guard.start("catch_up", partial(self._catching_up, community, stretch))

    async def _catching_up(self, community: int, stretch: Stretch) -> None:
        try:
            async with self._reading:
                await self._read(community, stretch)
        finally:
            self._behind[stretch.channel] -= 1
            if not self._behind[stretch.channel]:
                del self._behind[stretch.channel]
                self.lanes.open_channel(stretch.channel)

    async def _read(self, community: int, stretch: Stretch) -> None:
        """As long as it takes: what is newer in this channel waits."""
        wait = 0.5
        while True:
            after = self._parts.backfill.after(community, stretch.channel) or stretch.after
            try:
                await self._read_once(Stretch(stretch.guild, stretch.channel, after))
            except Transient as error:
                report("catch_up", error)
            else:
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _read_once(self, stretch: Stretch) -> None:
        direct = await self._parts.backfill.is_direct(stretch)
        async for message in self._parts.backfill.read(stretch):
            if by_a_person(message):
                await self.lanes.take_in(posted(key_of(stretch.guild), message, direct=direct))

    def _taken(self, event: PlatformEvent) -> None:
        if isinstance(event, MessagePosted):
            row = self._parts.communities.row(event.community)
            self._parts.marks.reached(row, int(event.message.channel), int(event.message.message))

    def _overflown(self, server: int, channel: int) -> None:
        """More came at once than a lane holds. In direct messages nobody writes so much."""
        if server == DIRECT:
            return
        row = self._parts.communities.row(key_of(server))
        after = self._parts.backfill.after(row, channel)
        if after is not None:
            self._catch_up(row, Stretch(server, channel, after))

    async def _look(self) -> None:
        """Begin to read channels, and end it, when the settings say so."""
        parts = self._parts
        while True:
            await asyncio.sleep(LOOK)
            for guild in parts.client.guilds:
                if guild.id in self.lanes.open_servers:
                    await parts.guard.succeeds("look", partial(self._look_at, guild.id))

    async def _look_at(self, guild: int) -> None:
        parts = self._parts
        change = await parts.communities.refresh(parts.core, guild)
        row = parts.communities.row(key_of(guild))
        for channel in change.begun:
            parts.marks.begin(row, channel)
        for channel in change.ended:
            parts.marks.end(row, channel)


def _joined(guild: discord.Guild) -> CommunityJoined:
    """With the channel in which Discord itself greets people, if we may write there."""
    channel, me = guild.system_channel, guild.me
    may_speak = channel is not None and channel.permissions_for(me).send_messages
    where = str(channel.id) if channel is not None and may_speak else None
    return CommunityJoined(key_of(guild.id), me.joined_at or datetime.now(UTC), where)
