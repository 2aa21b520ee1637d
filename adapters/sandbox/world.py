"""The simulated community: its file, what is known of it in memory, and who is told when it changes."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sandbox import message_rows, rows
from adapters.sandbox.engine import open_engine
from adapters.sandbox.model import (
    Change,
    Channel,
    ChannelChanged,
    ClockMoved,
    MessagePinned,
    Person,
    PersonChanged,
    Refused,
    StoredMessage,
    Weather,
    WeatherChanged,
)
from adapters.sandbox.seeds import CHANNELS, PEOPLE
from adapters.sandbox.tables import channels, people

Tell = Callable[[Change], None]

LONGEST_LEAP = timedelta(days=366)
"""How far the clock may be moved at once."""


class World:
    """The community as its platform keeps it; `World.open` makes one.

    What is kept in memory (people, channels, clock, weather, pins) changes after the commit that changed the file.
    """

    def __init__(self, engine: AsyncEngine, *, deduplicate: bool) -> None:
        self.deduplicate = deduplicate
        self.people: Mapping[str, Person] = {}
        self.channels: Mapping[str, Channel] = {}
        self.weather = Weather()
        self.pinned: frozenset[str] = frozenset()
        self.secret = ""
        self._engine = engine
        self._offset = timedelta()
        self._turn = asyncio.Lock()
        self._listeners: list[Tell] = []

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path, *, deduplicate: bool = True, weather: Weather | None = None
    ) -> AsyncIterator["World"]:
        """The community in this file, settled if the file is new. Raises StartError for another version's.

        Without `deduplicate` a message or thread is made again whenever its key comes again. `weather` is
        what the platform is like to begin with, instead of what it was like last time.
        """
        async with open_engine(path) as engine:
            world = cls(engine, deduplicate=deduplicate)
            await world._load()
            if weather is not None:
                await world.set_weather(weather)
            yield world

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        async with self._engine.connect() as connection:
            await connection.begin()
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[AsyncConnection, Tell]]:
        """A transaction: committed at the end, undone on any error.

        What the second of the two is called with is told to the listeners after the commit, and before the
        next transaction begins.
        """
        changes: list[Change] = []
        async with self._turn:
            async with self._engine.begin() as connection:
                yield connection, changes.append
            for change in changes:
                self._announce(change)

    @contextmanager
    def listening(self, listener: Tell) -> Iterator[None]:
        """Call `listener` after every change, in the order of the commits, as long as the block lasts."""
        self._listeners.append(listener)
        try:
            yield
        finally:
            self._listeners.remove(listener)

    def now(self) -> datetime:
        """The community's time, aware UTC: real time plus every leap so far."""
        return datetime.now(UTC) + self._offset

    async def advance(self, leap: timedelta) -> None:
        """Move the clock on. Raises Refused for a leap back, or one of more than a year."""
        if not timedelta() < leap <= LONGEST_LEAP:
            raise Refused("leap")
        async with self.writing() as (connection, tell):
            offset = self._offset + leap
            await rows.save_state(connection, "offset", offset.total_seconds())
            tell(ClockMoved(offset))

    async def set_weather(self, weather: Weather) -> None:
        async with self.writing() as (connection, tell):
            await rows.save_state(connection, "weather", asdict(weather))
            tell(WeatherChanged(weather))

    async def set_private_threads(self, channel: str, allowed: bool) -> None:
        """Allow or forbid private threads under this channel."""
        changed = replace(self.channels[channel], private_threads=allowed)
        wanted = update(channels).where(channels.c.id == channel)
        async with self.writing() as (connection, tell):
            await connection.execute(wanted.values(private_threads=allowed))
            tell(ChannelChanged(changed))

    async def set_dms_open(self, person: str, dms_open: bool) -> None:
        """Open or close this person's DMs for the bot."""
        changed = replace(self.people[person], dms_open=dms_open)
        async with self.writing() as (connection, tell):
            await connection.execute(update(people).where(people.c.id == person).values(dms_open=dms_open))
            tell(PersonChanged(changed))

    async def message(self, message: str) -> StoredMessage | None:
        async with self.reading() as connection:
            return await message_rows.load_message(connection, message)

    async def history(
        self, channel: str, before: int | None = None, limit: int = 50
    ) -> Sequence[StoredMessage]:
        """The last messages of a channel (before one of them), oldest first."""
        async with self.reading() as connection:
            return await message_rows.load_history(connection, channel, before, limit)

    async def unread(self, person: str) -> Mapping[str, int]:
        """How many messages of others each channel has that this person has not read."""
        async with self.reading() as connection:
            return await message_rows.load_unread(connection, person)

    async def mark_read(self, person: str, channel: str, message: int) -> None:
        async with self.writing() as (connection, _):
            await message_rows.mark_read(connection, person, channel, message)

    def _announce(self, change: Change) -> None:
        match change:
            case ChannelChanged(channel):
                self.channels = {**self.channels, channel.id: channel}
            case PersonChanged(person):
                self.people = {**self.people, person.id: person}
            case MessagePinned(message):
                self.pinned |= {message}
            case ClockMoved(offset):
                self._offset = offset
            case WeatherChanged(weather):
                self.weather = weather
        for listener in tuple(self._listeners):
            listener(change)

    async def _load(self) -> None:
        async with self.writing() as (connection, _):
            if not await rows.load_people(connection):
                await _settle(connection)
            self.people = {person.id: person for person in await rows.load_people(connection)}
            self.channels = {channel.id: channel for channel in await rows.load_channels(connection)}
            known = await rows.load_state(connection)
        self._offset = timedelta(seconds=known.get("offset", 0))
        self.weather = Weather(**known.get("weather", {}))
        self.pinned = frozenset(known.get("pinned", []))
        self.secret = known["secret"]


async def _settle(connection: AsyncConnection) -> None:
    for person in PEOPLE:
        await rows.add_person(connection, person)
    for channel in CHANNELS:
        await rows.add_channel(connection, channel)
    await rows.save_state(connection, "secret", secrets.token_hex(32))
