"""Events that Slack sends again: because an acknowledgement was lost, a connection broke, or nobody was awake."""

import asyncio
from itertools import islice

import pytest

from benchmarks.talk import plain
from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.scopes import EVERY
from tests.slack.bakery import COMPLAINT, Bakery
from tests.slack.faults.ledger import Complaint, complains, is_put_right
from tests.slack.faults.living import started

LONG = [pytest.mark.soak, pytest.mark.timeout(600)]


async def among_talk(bakery: Bakery, number: int, plain_each: int = 12) -> list[Complaint]:
    """Complaints, each after some ordinary talk."""
    said = []
    for each in range(number):
        for text in islice(plain(each), plain_each):
            bakery.world.posts(bakery.max, bakery.support, text)
        said.append(complains(bakery, each))
        await asyncio.sleep(0.05)
    return said


@pytest.mark.parametrize(
    ("loud", "number"),
    [("socket", 2), pytest.param("socket", 60, marks=LONG), pytest.param("http", 60, marks=LONG)],
    indirect=["loud"],
)
async def test_a_tenth_of_the_acknowledgements_is_lost_and_a_tenth_comes_twice(
    loud: Bakery, number: int
) -> None:
    # One that is lost every time is no matter of ours; a more stubborn Slack leaves it less to chance.
    loud.fake.settings.ack_seconds = 0.5
    loud.fake.settings.retries = (0.0, 0.3, 0.5, 0.5, 0.5, 0.5)
    lost, doubled = loud.fake.faults.lose_acks(0.1, seed=5), loud.fake.faults.deliver_twice(0.1, seed=6)
    loud.fake.faults.delay_events(0.2, seed=7)
    async with started(loud) as bot:
        complaints = await among_talk(loud, number)
        await is_put_right(loud, bot, complaints, 20 + 4 * number)
    assert lost.hits and doubled.hits


@pytest.mark.parametrize("loud", ["http"], indirect=True)
async def test_the_process_hangs_for_longer_than_slack_waits(loud: Bakery) -> None:
    async with started(loud) as bot:
        async with bot.hanging():
            complaints = [complains(loud, 0)]
            await asyncio.sleep(1.5 * loud.fake.settings.ack_seconds)
        complaints.append(complains(loud, 1))
        await is_put_right(loud, bot, complaints)
    assert any(sent.attempt for sent in loud.fake.delivery.attempts)


async def test_a_complaint_that_mentions_the_bot_comes_as_two_events(loud: Bakery) -> None:
    """As from an app that was given more than the manifest asks for."""
    loud.fake.delivery.events, loud.fake.granted = None, EVERY
    async with started(loud) as bot:
        said = loud.world.posts(loud.max, loud.support, f"{loud.world.bot.mention} {COMPLAINT} Order 4711.")
        await is_put_right(loud, bot, [Complaint(said, "4711")])
    told = [sent.payload["event"]["type"] for sent in loud.fake.delivery.attempts]
    assert {"message", "app_mention"} <= set(told)


async def test_one_connection_is_silent_and_then_both_are_cut(loud: Bakery) -> None:
    async with started(loud) as bot:
        loud.fake.socket.half_open(1)
        complaints = [complains(loud, 0)]
        await eventually(lambda: loud.world.by_bot(loud.support), 20, "an answer by way of the other")
        loud.fake.socket.cut()
        complaints.append(complains(loud, 1))
        await is_put_right(loud, bot, complaints)


@pytest.mark.soak
@pytest.mark.parametrize("number", [1, None], ids=["one", "both"])
@pytest.mark.parametrize("how", ["cut", "refresh", "half_open"])
async def test_connections_break_while_people_complain(loud: Bakery, how: str, number: int | None) -> None:
    async with started(loud) as bot:
        complaints = [complains(loud, 0)]
        getattr(loud.fake.socket, how)(number)
        complaints.append(complains(loud, 1))
        await is_put_right(loud, bot, complaints, 60)
