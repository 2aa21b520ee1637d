"""What is attended to is remembered, and never for longer than it is true."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.database import Database
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.places import MessageRef
from tests.fakes.diary import Diary
from tests.fakes.running import COMMUNITY, Running, running


class Counting(Database):
    """Counts how often it was read."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]  # whatever a Database is made of
        self.readings = 0

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        self.readings += 1
        async with super().reading() as tx:
            yield tx


@pytest.fixture
async def watched(sqlite_url: str) -> AsyncIterator[tuple[Running, Counting]]:
    async with Counting.open(sqlite_url) as database, running(database, Diary()) as core:
        yield core, database


async def test_small_talk_asks_the_database_once_a_channel(watched: tuple[Running, Counting]) -> None:
    core, database = watched
    await core.says("max", "small talk")
    before = database.readings
    for author in ("max", "ana", "ion"):
        await core.says(author, "small talk about the weather")
    assert database.readings == before


async def test_what_was_said_where_nobody_watches_is_not_even_kept_in_mind(
    watched: tuple[Running, Counting],
) -> None:
    core, _ = watched
    said = await core.says("max", "my landlord reads my letters", channel="vent")
    await core.edits("max", "my landlord reads all my letters", said)
    event = MessagePosted(COMMUNITY, MessageRef("vent", "77"), "ana", "mine too", core.clock.now(), said)
    await core.app.receive(event)
    assert await core.letters() == []


async def test_an_edit_of_what_was_held_a_moment_ago_is_heard(watched: tuple[Running, Counting]) -> None:
    """The channel was quiet when it was last looked at; the diary has opened a page since."""
    core, _ = watched
    await core.says("ana", "small talk")
    page = await core.says("max", "my landlord reads my letters")
    await core.settled()
    await core.edits("max", "my landlord read one letter", page)
    await core.settled()
    assert len(await core.letters()) == 2


async def test_a_thread_of_a_watched_channel_is_watched(watched: tuple[Running, Counting]) -> None:
    core, _ = watched
    message = MessageRef("thread-7", "1")
    event = MessagePosted(COMMUNITY, message, "max", "my landlord reads my letters", core.clock.now())
    await core.app.receive(replace(event, within="vent"))
    assert await core.letters() == []
    await core.app.receive(replace(event, within="support"))
    assert len(await core.letters()) == 1


async def test_nothing_comes_after_what_was_undone(sqlite_database: Database) -> None:
    happened: list[str] = []
    with pytest.raises(ValueError, match="undone"):
        await _undone(sqlite_database, lambda: happened.append("undone"))
    async with sqlite_database.transaction("test.done"):
        sqlite_database.afterwards(lambda: happened.append("done"))
        assert happened == []
    assert happened == ["done"]
    with pytest.raises(RuntimeError, match="nothing is being written"):
        sqlite_database.afterwards(lambda: None)


async def _undone(database: Database, refresh: Callable[[], None]) -> None:
    async with database.transaction("test.undone"):
        database.afterwards(refresh)
        raise ValueError("undone")


async def test_a_platform_whose_clock_is_ahead_is_not_waited_for(watched: tuple[Running, Counting]) -> None:
    core, _ = watched
    now = core.clock.now()
    event = MessagePosted(
        COMMUNITY, MessageRef("support", "7"), "max", "my landlord", now + timedelta(hours=1)
    )
    await core.app.receive(event)
    (letter,) = await core.letters()
    assert letter.payload["event"]["at"] == now.isoformat().replace("+00:00", "Z")
