"""The whole loop with the bot as its users start it: a process of its own, from the environment alone."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from sqlalchemy import func, select, update

from adapters.sandbox.community import community_settings
from adapters.slack.http import PATH
from bot.durable.database import Database
from bot.durable.tables import timers
from tests.discord.bakery import COMPLAINT, Bakery, Process, started
from tests.discord.openapi import validate_all
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Message
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.nursery import nursery
from tests.fakes.slack.model import Message as SlackMessage
from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import Bakery as SlackBakery
from tests.slack.bakery import free_port
from tests.slack.referee import MANIFEST, problems

WHO_AND_WHERE = {"watched", "staff_room", "moderators", "thought_seconds", "thought_longest_seconds"}


async def pressed(bakery: Bakery, card: Message, label: str, **values: str) -> str:
    """Daria presses a button of the card, and fills in the form if one opens; what she reads."""
    done = bakery.world.presses(bakery.daria, card, label)
    if values:
        await done.form()
        done = bakery.world.submits_modal(done, values)
    return (await done.answer()).says


async def days_pass(bakery: Bakery | SlackBakery, days: int) -> int:
    """While nobody is there to see it, everything comes due that much earlier; how much there is."""
    async with Database.open(bakery.database) as database, database.transaction("test.later") as tx:
        for row in (await tx.execute(select(timers))).all():
            here = (timers.c.name == row.name) & (timers.c.subject == row.subject)
            await tx.execute(update(timers).where(here).values(due_at=row.due_at - timedelta(days=days)))
        return int((await tx.execute(select(func.count()).select_from(timers))).scalar_one())


@pytest.mark.kill
async def test_from_a_complaint_to_not_yet_with_a_process_of_its_own(tmp_path: Path) -> None:
    async with FakeDiscord() as fake:
        bakery = Bakery(fake, tmp_path)
        world = bakery.world
        await bakery.set_up(**community_settings().model_dump(exclude=WHO_AND_WHERE))
        async with started(bakery) as process:
            world.posts(bakery.max, bakery.support, COMPLAINT)
            await world.hears(bakery.support, "#1")
            private = await world.thread_of(bakery.support, private=True)
            card = await world.hears(bakery.staff_room, "#1")
            staff = await world.thread_of(bakery.staff_room)
            assert "#1 is yours" in await pressed(bakery, card, "Claim")
            await pressed(bakery, card, "Reply", text="We found it.")
            await world.hears(private, "We found it.")
            world.posts(bakery.max, private, "It was level 40.")
            await world.hears(staff, "level 40")
            world.posts(bakery.daria, staff, "third time this week")
            solved = await pressed(bakery, card, "Solve", ending="solved", text="Your save is back.")
            assert "#1" in solved
            await world.hears(private, "Your save is back.")
            assert not any("third time" in each.says for each in world.sees_messages(bakery.max, private))
            assert process.errors() == []
            await process.stop()
        assert await days_pass(bakery, 3)
        async with started(bakery) as process:
            asked = await world.hears(private, "Is it solved", 30)
            answer = world.presses(bakery.max, asked, "Not yet")
            assert "Daria" in (await answer.answer()).says
            await eventually(lambda: "open" in card.says and "Daria" in card.says, 10, "the card")
            assert len(world.threads_of(bakery.support)) == len(world.threads_of(bakery.staff_room)) == 1
            assert process.errors() == []
        assert validate_all(fake.requests) == []


@asynccontextmanager
async def started_on_slack(bakery: SlackBakery) -> AsyncIterator[Process]:
    """The bot's process, which Slack can reach; killed at the end if it still runs."""
    fake, port = bakery.fake, free_port()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    usual = {"DATABASE_URL": bakery.database, "PYTHONPATH": str(Path.cwd()), "LOG_LEVEL": "info"}
    there = {"SLACK_MODE": bakery.way, "SLACK_HTTP_PORT": str(port)}
    process = Process(await nursery().bear((), bakery.folder, kept | usual | fake.environment | there))
    try:
        if bakery.way == "http":
            await reachable(port)
            fake.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        else:
            await fake.ready(2)
        yield process
    finally:
        if process.running:
            await process.kill()
        # Shown by pytest when the test fails.
        print(*process.said, *process.logged, sep="\n")


async def reachable(port: int) -> None:
    """Somebody listens there."""
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.05)


async def pressed_on_slack(bakery: SlackBakery, card: SlackMessage, label: str, **values: str) -> str:
    """Daria presses a button of the card, and fills in the form if one opens; what she reads."""
    done = bakery.world.presses(bakery.daria, card, label)
    if values:
        done = bakery.world.submits(bakery.daria, await done.form(), values)
    return (await done.answer()).says


@pytest.mark.kill
@pytest.mark.parametrize("way", ["socket", pytest.param("http", marks=pytest.mark.soak)])
async def test_on_slack_too_with_the_manifest_that_is_pasted(way: str, tmp_path: Path) -> None:
    async with FakeSlack() as fake:
        bakery = SlackBakery(fake, tmp_path, way)
        world, room, direct = bakery.world, bakery.staff_room, bakery.world.dm_with(bakery.max)
        fake.install(yaml.safe_load(MANIFEST.read_text("utf-8")))
        await bakery.set_up(**community_settings().model_dump(exclude=WHO_AND_WHERE | {"doors"}))
        async with started_on_slack(bakery) as process:
            said = world.posts(bakery.max, bakery.support, COMPLAINT)
            await world.hears(bakery.support, "#1", thread_ts=said)
            private = await world.hears(direct, "#1")
            card = await world.hears(room, "#1")
            assert "#1 is yours" in await pressed_on_slack(bakery, card, "Claim")
            await pressed_on_slack(bakery, card, "Reply", text="We found it.")
            await world.hears(direct, "We found it.", thread_ts=private)
            world.posts(bakery.max, direct, "It was level 40.", thread_ts=private)
            await world.hears(room, "level 40", thread_ts=card)
            world.posts(bakery.daria, room, "third time this week", thread_ts=card)
            solved = await pressed_on_slack(bakery, card, "Solve", ending="solved", text="Your save is back.")
            assert "#1" in solved
            await world.hears(direct, "Your save is back.", thread_ts=private)
            assert not any("third time" in each.says for each in world.dm(bakery.max))
            assert process.errors() == []
            assert await process.stop() == 0
        assert await days_pass(bakery, 3)
        async with started_on_slack(bakery) as process:
            asked = await world.hears(direct, "Is it solved", 30, thread_ts=private)
            answer = world.presses(bakery.max, asked, "Not yet")
            assert "Daria" in (await answer.answer()).says
            await eventually(lambda: "open" in card.says and "Daria" in card.says, 10, "the card")
            assert direct.roots == [private] and bakery.cards() == [card]
            assert process.errors() == []
        assert problems(fake.requests) == []
