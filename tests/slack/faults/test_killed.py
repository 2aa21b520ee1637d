"""Killed with kill -9 at the worst moments: no complaint is lost, nothing is said twice, no thread is left over."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.faults import Fault, Hold
from tests.fakes.slack.journal import Request
from tests.slack.bakery import Bakery
from tests.slack.faults.ledger import Complaint, complains, is_put_right, wrongs
from tests.slack.faults.living import Bot, started

POST = "chat.postMessage"

Where = Callable[[Request], bool]


def posted(channel: str, *, in_thread: bool) -> Where:
    """A message to a place whose id begins so, in a thread or not."""
    return lambda request: (
        request.arguments["channel"].startswith(channel) and ("thread_ts" in request.arguments) == in_thread
    )


def held(bakery: Bakery, where: Where) -> Hold:
    """The next such message is posted, and nobody is told."""
    hold = Hold()
    bakery.fake.faults.order(Fault(POST, after=True, hold=hold, where=where))
    return hold


async def killed_at(bakery: Bakery, bot: Bot, number: int, hold: Hold) -> Complaint:
    """Somebody complains, and the process dies when it waits for this answer."""
    complaint = complains(bakery, number)
    await hold.reached(20)
    await bot.kill()
    hold.release()
    return complaint


def stored(bakery: Bakery) -> int:
    """The letters that were committed."""
    with closing(sqlite3.connect(f"file:{bakery.folder}/ombud.db?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM inbox").fetchone()[0])


@pytest.mark.kill
@pytest.mark.parametrize("loud", ["socket", pytest.param("http", marks=pytest.mark.soak)], indirect=True)
async def test_between_the_commit_and_the_acknowledgement(loud: Bakery) -> None:
    async with started(loud) as bot:
        # What has happened, and what Slack never hears, is the same as if it had not been sent.
        loud.fake.faults.lose_acks(1.0)
        complaints = [complains(loud, 0)]
        await eventually(lambda: stored(loud), 20, "the commit")
        await bot.kill()
    loud.fake.faults.clear()
    async with started(loud) as bot:
        complaints.append(complains(loud, 1))
        await is_put_right(loud, bot, complaints)
    assert any(sent.attempt for sent in loud.fake.delivery.attempts)


@pytest.mark.kill
@pytest.mark.parametrize("rounds", [1, pytest.param(4, marks=[pytest.mark.soak, pytest.mark.timeout(300)])])
async def test_after_something_was_posted_and_before_we_knew_one_life_after_the_other(
    loud: Bakery, rounds: int
) -> None:
    """Each life is ended while it repairs what the one before has left."""
    complaints: list[Complaint] = []
    steps = (
        posted(loud.support.id, in_thread=True),
        posted(loud.staff_room.id, in_thread=False),
        posted("D", in_thread=False),
        posted("D", in_thread=True),
    )
    for where in steps * rounds:
        async with started(loud) as bot:
            complaints.append(await killed_at(loud, bot, len(complaints), held(loud, where)))
    async with started(loud) as bot:
        await is_put_right(loud, bot, complaints, 20 + 10 * rounds)


async def outage(bakery: Bakery, seconds: float, how: str, patience: float) -> None:
    """Complaints before it, in it, while the bot is dead in it, and after it."""
    async with started(bakery) as bot:
        complaints = [complains(bakery, 0)]
        await eventually(lambda: not wrongs(bakery, complaints), 20)
        bakery.fake.faults.outage(seconds, how)
        complaints.append(complains(bakery, 1))
        await asyncio.sleep(seconds / 3)
        assert len(bakery.world.by_bot(bakery.support)) == 1, "nothing gets through"
        await bot.kill()
    async with started(bakery, ready=False) as bot:
        await asyncio.sleep(seconds / 6)
        assert bakery.fake.faults.down, "it starts while Slack is away"
        complaints.append(complains(bakery, 2))
        await bakery.fake.ready(2, seconds + patience)
        await is_put_right(bakery, bot, complaints, patience)


@pytest.mark.kill
@pytest.mark.parametrize("how", ["503", pytest.param("refuse", marks=pytest.mark.soak)])
async def test_in_an_outage_of_the_api(loud: Bakery, how: str) -> None:
    await outage(loud, 3.0, how, 30.0)


@pytest.mark.kill
@pytest.mark.soak
@pytest.mark.timeout(600)
async def test_in_an_outage_of_five_minutes(loud: Bakery) -> None:
    await outage(loud, 300.0, "503", 150.0)
