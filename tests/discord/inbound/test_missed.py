"""Nothing that was said is lost or heard twice, however the connection ends."""

import asyncio

import pytest

from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.fakes.discord.interactions import eventually

HISTORY = "GET /channels/{channel_id}/messages"
SETTLING = 1.5


def acknowledged(bakery: Bakery) -> list[str]:
    return [message.says for message in bakery.world.by_bot(bakery.support)]


async def test_a_session_that_is_resumed_tells_what_was_missed(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        await asyncio.sleep(SETTLING)
        before = len(bakery.fake.requests.to(HISTORY))
        bakery.fake.gateway.drop()
        missed = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", after=missed)
        assert len(bakery.fake.gateway.resumes) == 1
        assert len(bakery.fake.requests.to(HISTORY)) == before
        await asyncio.sleep(SETTLING)
        assert len(acknowledged(bakery)) == 1
        assert process.errors() == []


async def test_a_session_that_is_lost_leaves_the_history(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        before = bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(SETTLING)
        known = len(bakery.fake.requests.to(HISTORY))
        bakery.fake.gateway.forget()
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await bakery.world.hears(bakery.support, "#1", after=before)
        assert len(bakery.fake.gateway.identifies) == 2
        asked = bakery.fake.requests.to(HISTORY)[known:]
        assert [request.params["channel_id"] for request in asked] == [str(bakery.support.id)]
        assert process.errors() == []


async def test_what_was_missed_comes_before_what_is_new(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        private = await bakery.world.thread_of(bakery.support, private=True)
        thread = await bakery.world.thread_of(bakery.staff_room)
        await asyncio.sleep(SETTLING)
        bakery.world.posts(bakery.max, private, "Hello?")
        await bakery.world.hears(thread, "Hello?")
        held = bakery.fake.faults.hold_after(HISTORY)
        bakery.fake.gateway.forget()
        bakery.world.posts(bakery.max, private, "It was level 40.")
        await held.reached(30)
        bakery.world.posts(bakery.max, private, "And then level 41.")
        await asyncio.sleep(SETTLING)
        held.release()
        first = await bakery.world.hears(thread, "level 40")
        second = await bakery.world.hears(thread, "level 41")
        assert first.id < second.id


async def test_an_event_told_twice_is_heard_once(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        bakery.fake.gateway.replays(1)
        await bakery.world.hears(bakery.support, "#1")
        bakery.fake.gateway.replays(3)
        await asyncio.sleep(SETTLING)
        assert len(acknowledged(bakery)) == 1
        assert process.errors() == []


async def test_what_was_said_while_the_bot_was_away_is_heard_at_the_start(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(SETTLING)
        assert await process.stop() == 0
    missed = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    async with started(bakery):
        await bakery.world.hears(bakery.support, "#1", after=missed)


async def test_what_was_said_in_a_thread_while_the_bot_was_away_is_heard_too(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        private = await bakery.world.thread_of(bakery.support, private=True)
        thread = await bakery.world.thread_of(bakery.staff_room)
        await asyncio.sleep(SETTLING)
        await process.kill()
    bakery.world.posts(bakery.max, private, "The order was 4711.")
    async with started(bakery):
        await bakery.world.hears(thread, "4711")


async def test_what_was_said_directly_while_the_bot_was_away_is_heard_too(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.writes_to_bot(bakery.max, COMPLAINT)
        thread = await bakery.world.thread_of(bakery.staff_room)
        await asyncio.sleep(SETTLING)
        await process.kill()
    bakery.world.writes_to_bot(bakery.max, "The order was 4711.")
    async with started(bakery):
        await bakery.world.hears(thread, "4711")


async def test_a_thread_of_a_watched_channel_is_read_like_it(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(SETTLING)
        await process.kill()
    new = bakery.world.starts_thread(bakery.max, bakery.support, "More crashes")
    bakery.world.posts(bakery.max, new, COMPLAINT)
    async with started(bakery):
        await bakery.world.hears(new, "#1")


async def test_nothing_is_read_that_was_said_before_the_bot_came(bakery: Bakery) -> None:
    bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    await bakery.set_up()
    async with started(bakery) as process:
        await asyncio.sleep(SETTLING)
        assert acknowledged(bakery) == []
        assert bakery.fake.requests.to(HISTORY) == []
        await process.stop()
    async with started(bakery):
        await asyncio.sleep(SETTLING)
        assert acknowledged(bakery) == []


@pytest.mark.soak  # discord.py itself asks for half a minute before we hear of it
async def test_a_history_that_does_not_answer_is_asked_again(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(SETTLING)
        await process.stop()
    bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
    bakery.fake.faults.before(HISTORY, 500, times=6)
    async with started(bakery):
        await bakery.world.hears(bakery.support, "#1", seconds=30)


async def test_a_server_that_was_away_is_read_again(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, "Good morning")
        await asyncio.sleep(SETTLING)
        bakery.world.guild_fails(bakery.guild)
        missed = bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        bakery.world.guild_is_back(bakery.guild)
        await bakery.world.hears(bakery.support, "#1", after=missed)
        await eventually(lambda: bakery.fake.requests.to(HISTORY), waiting_for="a look into the history")
