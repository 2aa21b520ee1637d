"""The bot as a process of its own, started from the environment alone, and killed without a word."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.slack.http import PATH
from tests.discord.bakery import Process
from tests.fakes.discord.interactions import eventually
from tests.fakes.nursery import nursery
from tests.slack.bakery import COMPLAINT, Bakery, free_port

PAUSE = {"socket": 0.0, "http": 0.1}
"""Seconds between the delivery of an event and the end of the process."""


@asynccontextmanager
async def started(bakery: Bakery, port: int) -> AsyncIterator[Process]:
    """`python -m bot`; killed at the end if it still runs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    ours = {"DATABASE_URL": bakery.database, "PYTHONPATH": str(Path.cwd())}
    slack = bakery.fake.environment | {"SLACK_MODE": bakery.way, "SLACK_HTTP_PORT": str(port)}
    process = Process(await nursery().bear((), bakery.folder, kept | ours | slack))
    try:
        await eventually(lambda: process.said or not process.running, 30, "the bot to start")
        yield process
    finally:
        if process.running:
            await process.kill()
        # Shown by pytest when the test fails.
        sys.stdout.write("\n".join((*process.said, *process.logged, "")))


@pytest.mark.kill
async def test_killed_it_loses_nothing_and_does_nothing_twice(bakery: Bakery) -> None:
    world, port, attempts = bakery.world, free_port(), bakery.fake.delivery.attempts
    await bakery.set_up()
    bakery.fake.delivery.events = None
    if bakery.way == "http":
        bakery.fake.deliver_to(f"http://127.0.0.1:{port}{PATH}")
    async with started(bakery, port) as process:
        world.posts(bakery.max, bakery.support, COMPLAINT)
        await eventually(lambda: attempts, 20, "the event to be sent")
        await asyncio.sleep(PAUSE[bakery.way])
        await process.kill()
    async with started(bakery, port) as process:
        await world.hears(bakery.staff_room, "#1")
        await eventually(lambda: answers(bakery), 30, "an answer")
        await bakery.fake.delivered()
        assert await process.stop() == 0
        assert process.errors() == []
    assert len(bakery.cards()) == len(answers(bakery)) == 1
    assert bakery.fake.delivery.lost == []


def answers(bakery: Bakery) -> list[str | None]:
    """The threads in the public channel in which the bot has answered."""
    return [each.thread_ts for each in bakery.world.by_bot(bakery.support)]
