"""What was written while nobody listened, read from the channels' history.

Discord tells it again only within a session that is resumed. After any other start the history beyond each mark is
told to the core, oldest first, before anything newer. What the core knows already it knows by its key. Edits and
deletions of that time are not in the history, and are lost.
"""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import discord
import structlog
from sqlalchemy import or_, select

from adapters.discord.channels import Channels
from adapters.discord.errors import translated
from adapters.discord.marks import Marks
from bot.durable.database import Database
from bot.durable.tables import places
from bot.ports import DoorShut, Gone

FURTHEST = timedelta(days=7)
"""Older messages are not looked at any more: nobody waits for an answer to them here."""

MOST = 2000
"""Messages of one channel, at most: 20 requests."""

CONVERSATIONS = 200
"""Private places and staff threads that are looked at: those opened last."""

LIVELY = timedelta(days=60)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A channel of a community, and the message after which it is to be read."""

    guild: int
    channel: int
    after: int


class Backfill:
    """Knows what has to be read again, and reads it."""

    def __init__(self, client: discord.Client, database: Database, channels: Channels, marks: Marks) -> None:
        self._client = client
        self._database = database
        self._channels = channels
        self._marks = marks

    async def of_guild(self, community: int, guild: discord.Guild, watched: Collection[int]) -> list[Stretch]:
        """What may have been missed: in watched channels, in our threads, in conversations about cases."""
        conversations = await self._conversations(community)
        for thread in guild.threads:
            if thread.parent_id in watched:
                self._begin(community, thread)
        threads = {
            thread.id
            for thread in guild.threads
            if thread.owner_id == guild.me.id or thread.parent_id in watched
        }
        channels = {channel for channel in watched if guild.get_channel(channel) is not None}
        return [
            Stretch(guild.id, channel, after)
            for channel in channels | threads | conversations.keys()
            if (after := self.after(community, channel, conversations.get(channel))) is not None
            and _has_more(guild, channel, after)
        ]

    def _begin(self, community: int, thread: discord.Thread) -> None:
        """A thread that was opened since its channel was last read is read whole; another only from now on."""
        last = self._marks.of(community, thread.parent_id)
        if self._marks.of(community, thread.id) is None and last is not None and thread.id > last:
            self._marks.reached(community, thread.id, thread.id - 1)
        self._marks.begin(community, thread.id)

    def after(self, community: int, channel: int, opened: datetime | None = None) -> int | None:
        """From the mark, else from the opening; None where nothing was ever read and nothing is open."""
        mark = self._marks.of(community, channel)
        if mark is None and opened is None:
            return None
        furthest = discord.utils.time_snowflake(datetime.now(UTC) - FURTHEST)
        return max(mark or (discord.utils.time_snowflake(opened) if opened else 0), furthest)

    async def is_direct(self, stretch: Stretch) -> bool:
        """Whether it is a direct message. Raises Transient."""
        if self._client.get_channel(stretch.channel) is not None:
            return False
        with translated():
            return await self._channels.partner(stretch.channel) is not None

    async def read(self, stretch: Stretch) -> AsyncIterator[discord.Message]:
        """The messages, oldest first; none where we may not read. Raises Transient."""
        known = self._client.get_channel(stretch.channel)
        # What is known of a thread tells where it belongs; an archived one is known by its number alone.
        place: discord.abc.Messageable = (
            known
            if isinstance(known, discord.abc.Messageable)
            else self._client.get_partial_messageable(stretch.channel, guild_id=stretch.guild)
        )
        after = discord.Object(stretch.after)
        count = 0
        try:
            with translated():
                async for message in place.history(limit=MOST, after=after, oldest_first=True):
                    count += 1
                    yield message
        except (Gone, DoorShut):
            log.warning("discord.history_refused", guild=stretch.guild, channel=stretch.channel)
        if count:
            log.info("discord.caught_up", guild=stretch.guild, channel=stretch.channel, messages=count)
        if count == MOST:
            log.warning("discord.history_cut", guild=stretch.guild, channel=stretch.channel)

    async def _conversations(self, community: int) -> dict[int, datetime]:
        """The channels of cases, with the time when they were opened."""
        since = datetime.now(UTC) - LIVELY
        rows = (
            select(places.c.channel, places.c.opened_at)
            .where(places.c.community_id == community, places.c.opened_at > since)
            .where(or_(*(places.c.place.startswith(kind) for kind in ("private:", "staff:", "dm:"))))
            .order_by(places.c.opened_at.desc())
            .limit(CONVERSATIONS)
        )
        async with self._database.reading() as tx:
            return {int(row.channel): row.opened_at for row in await tx.execute(rows)}


def _has_more(guild: discord.Guild, channel: int, after: int) -> bool:
    """What the server itself told of the channel's last message spares a request; it is None in an empty one."""
    known = guild.get_channel_or_thread(channel)
    if not isinstance(
        known, discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
    ):
        return True
    return known.last_message_id is not None and known.last_message_id > after
