"""What people did, told to the core until it has taken it in.

Each event was committed with the deed. It counts as delivered only when `Core.receive` has returned; after a
crash or an error it is delivered again, as Slack does. Events of one channel keep their order.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import Row, select, update

from adapters.sandbox.file_rows import attachments, load_files
from adapters.sandbox.guard import Guard
from adapters.sandbox.model import COMMUNITY, Change, Kind, MessageChanged, StoredFile
from adapters.sandbox.tables import events
from adapters.sandbox.world import World
from bot.core import Core
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.places import MessageRef

LONGEST_WAIT = 30.0
"""Seconds between two attempts, at most; the first is repeated at once, then the wait doubles from 0.5."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that the core has not taken in yet."""

    id: int
    event: MessageEvent


class Inbound:
    """One task per channel that has something to tell."""

    def __init__(self, world: World, core: Core, guard: Guard) -> None:
        self._world = world
        self._core = core
        self._guard = guard
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Deliver what is left from before, and whatever comes, as long as the block lasts."""
        with self._world.listening(self._notice):
            for channel in await self._left_over():
                self._wake(channel)
            try:
                yield
            finally:
                for task in self._tasks.values():
                    task.cancel()
                await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _notice(self, change: Change) -> None:
        if isinstance(change, MessageChanged) and not self._world.people[change.message.author].bot:
            self._wake(change.message.channel)

    def _wake(self, channel: str) -> None:
        if channel in self._tasks:
            self._again.add(channel)
            return
        self._tasks[channel] = asyncio.create_task(self._deliver(channel), name=f"inbound {channel}")

    async def _deliver(self, channel: str) -> None:
        wait = 0.0
        while True:
            self._again.discard(channel)
            waiting = await self._next(channel)
            if waiting is None:
                if channel in self._again:
                    continue
                del self._tasks[channel]
                return
            async with self._guard.edge("sandbox.deliver") as outcome:
                await self._core.receive(waiting.event)
                await self._settle(waiting.id)
            if outcome.failed:
                await asyncio.sleep(wait)
                wait = min(max(0.5, wait * 2), LONGEST_WAIT)
            else:
                wait = 0.0

    async def _left_over(self) -> list[str]:
        async with self._world.reading() as connection:
            wanted = select(events.c.channel).where(~events.c.delivered).distinct()
            return list(await connection.scalars(wanted))

    async def _next(self, channel: str) -> Waiting | None:
        wanted = select(events).where(~events.c.delivered, events.c.channel == channel)
        async with self._world.reading() as connection:
            row = (await connection.execute(wanted.order_by(events.c.id).limit(1))).first()
            held = (await load_files(connection, [row.message])).get(row.message, ()) if row else ()
        direct = self._world.channels[channel].kind is Kind.DM
        return Waiting(row.id, _event(row, direct, held)) if row else None

    async def _settle(self, event: int) -> None:
        """Delivered: the words are in the message, and leave the event."""
        async with self._world.writing() as (connection, _):
            await connection.execute(
                update(events).where(events.c.id == event).values(delivered=True, text="")
            )


def _event(row: Row[*tuple[object, ...]], direct: bool, held: tuple[StoredFile, ...]) -> MessageEvent:
    message = MessageRef(row.channel, str(row.message))
    files = attachments(held, message)
    match row.kind:
        case "posted":
            reply_to = MessageRef(row.channel, str(row.reply_to)) if row.reply_to is not None else None
            return MessagePosted(
                COMMUNITY, message, row.author, row.text, row.at, reply_to, direct, files=files
            )
        case "edited":
            revision = str(row.revision)
            return MessageEdited(
                COMMUNITY, message, row.author, row.text, row.at, revision, direct, files=files
            )
    return MessageDeleted(COMMUNITY, message, row.at, row.author)
