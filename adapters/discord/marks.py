"""How far each channel was read: what lies beyond its mark is asked for when the connection was lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import discord
from sqlalchemy import delete, insert, select

from adapters.common.guard import report
from adapters.discord.tables import marks
from bot.durable.database import Database

PAUSE = 2.0
"""Seconds between two writings."""

KEPT = timedelta(days=30)
"""How long the mark of a channel is of use that is not watched: the words of a closed case are erased by then."""


class Marks:
    """Kept in memory, written in groups: after a crash a few messages are told twice, and the core knows them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reached: dict[tuple[int, int], int] = {}
        self._unwritten: set[tuple[int, int]] = set()

    async def load(self) -> None:
        async with self._database.reading() as tx:
            for row in await tx.execute(select(marks)):
                self._reached[row.community_id, int(row.channel)] = int(row.message)

    def of(self, community: int, channel: int) -> int | None:
        """The last message that was taken in; None if nothing ever was."""
        return self._reached.get((community, channel))

    def reached(self, community: int, channel: int, message: int) -> None:
        """This message and all before it were taken in."""
        here = (community, channel)
        if message > self._reached.get(here, 0):
            self._reached[here] = message
            self._unwritten.add(here)

    def begin(self, community: int, channel: int) -> None:
        """Whatever was written here before now is not ours to read."""
        if (community, channel) not in self._reached:
            self.reached(community, channel, discord.utils.time_snowflake(datetime.now(UTC)))

    def end(self, community: int, channel: int) -> None:
        """The channel is not read any more."""
        if self._reached.pop((community, channel), None) is not None:
            self._unwritten.add((community, channel))

    async def prune(self, community: int, watched: Collection[int]) -> None:
        """Drop the marks of conversations that ended long ago."""
        old = (marks.c.community_id == community) & (marks.c.at < datetime.now(UTC) - KEPT)
        kept = marks.c.channel.not_in([str(channel) for channel in watched])
        async with self._database.transaction("discord.prune") as tx:
            await tx.execute(delete(marks).where(old & kept))

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Write what was reached, as long as the block lasts and at its end."""
        writing = asyncio.create_task(self._keep_writing(), name="marks")
        try:
            yield
        finally:
            writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writing
            await self._try_to_write()

    async def write(self) -> None:
        """Write what has changed since the last time."""
        here, self._unwritten = self._unwritten, set()
        if not here:
            return
        now = datetime.now(UTC)
        rows = [
            {"community_id": community, "channel": str(channel), "message": str(message), "at": now}
            for community, channel in here
            if (message := self._reached.get((community, channel))) is not None
        ]
        try:
            async with self._database.transaction("discord.marks") as tx:
                for community, channel in here:
                    mine = (marks.c.community_id == community) & (marks.c.channel == str(channel))
                    await tx.execute(delete(marks).where(mine))
                if rows:
                    await tx.execute(insert(marks), rows)
        except BaseException:
            self._unwritten |= here
            raise

    async def _keep_writing(self) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            await self._try_to_write()

    async def _try_to_write(self) -> None:
        try:
            await self.write()
        except Exception as error:  # an edge: a mark that is old only means that more is told twice
            report("marks", error)
