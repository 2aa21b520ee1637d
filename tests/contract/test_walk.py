"""The whole loop on Discord with the bot as its users start it: a process of its own, from the environment alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from adapters.sandbox.community import community_settings
from bot.durable.database import Database
from bot.durable.tables import timers
from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.discord.openapi import validate_all
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Message
from tests.fakes.discord.server import FakeDiscord

WHO_AND_WHERE = {"watched", "staff_room", "moderators", "thought_seconds", "thought_longest_seconds"}


async def pressed(bakery: Bakery, card: Message, label: str, **values: str) -> str:
    """Daria presses a button of the card, and fills in the form if one opens; what she reads."""
    done = bakery.world.presses(bakery.daria, card, label)
    if values:
        await done.form()
        done = bakery.world.submits_modal(done, values)
    return (await done.answer()).says


async def days_pass(bakery: Bakery, days: int) -> int:
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
