"""Killed with kill -9 at the worst moments: no complaint is lost, nothing is said twice, no thread is left over."""

import asyncio
from collections.abc import Callable

import pytest

from tests.discord.bakery import Bakery, Process, started
from tests.discord.faults.ledger import complains, is_put_right, wrongs
from tests.fakes.discord.faults import Fault, Hold
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.journal import Request
from tests.fakes.discord.model import Channel, Message

POST = "POST /channels/{channel_id}/messages"
ADD = "PUT /channels/{channel_id}/thread-members/{user_id}"
PRIVATE = "POST /channels/{channel_id}/threads"
STAFF = "POST /channels/{channel_id}/messages/{message_id}/threads"

LOUD = {"acks_in_10_minutes": 60, "acks_an_hour": 60}


def goes_to(channel: Channel) -> Callable[[Request], bool]:
    return lambda request: request.params["channel_id"] == str(channel.id)


def held(bakery: Bakery, route: str, where: Channel | None = None, *, applied: bool = True) -> Hold:
    """The next such request is carried out and not answered, or not even carried out."""
    fault = Fault(route, after=applied, hold=Hold())
    if where is not None:
        fault.where = goes_to(where)
    assert fault.hold is not None
    bakery.fake.faults.order(fault)
    return fault.hold


async def killed_at(bakery: Bakery, process: Process, number: int, hold: Hold) -> Message:
    """Somebody complains, and the process dies when it waits for this answer."""
    complaint = complains(bakery, number)
    await hold.reached(20)
    await process.kill()
    hold.release()
    return complaint


@pytest.fixture
async def loud(bakery: Bakery) -> Bakery:
    """Everything is acknowledged, and Discord neither limits us nor recognises what it has seen before."""
    bakery.fake.limits.off()
    bakery.fake.settings.seconds_of_nonce = 0.0
    await bakery.set_up(**LOUD)
    return bakery


@pytest.mark.kill
@pytest.mark.parametrize("route", [PRIVATE, STAFF])
async def test_after_a_thread_was_made_and_before_we_knew(loud: Bakery, route: str) -> None:
    async with started(loud) as process:
        complaints = [await killed_at(loud, process, 1, held(loud, route))]
    async with started(loud) as process:
        await is_put_right(loud, process, complaints)


@pytest.mark.kill
async def test_after_the_acknowledgement_was_posted_and_before_we_knew(loud: Bakery) -> None:
    async with started(loud) as process:
        complaints = [await killed_at(loud, process, 1, held(loud, POST, loud.support))]
    async with started(loud) as process:
        await is_put_right(loud, process, complaints)


@pytest.mark.kill
async def test_at_every_other_step_one_life_after_the_other(loud: Bakery) -> None:
    """Each life is ended while it repairs what the one before has left."""
    complaints = []
    steps = (
        (PRIVATE, loud.support, False),
        (PRIVATE, loud.support, True),
        (ADD, None, True),
        (POST, loud.staff_room, True),
    )
    for number, (route, where, applied) in enumerate(steps):
        async with started(loud) as process:
            hold = held(loud, route, where, applied=applied)
            complaints.append(await killed_at(loud, process, number, hold))
    async with started(loud) as process:
        await is_put_right(loud, process, complaints)


async def outage(bakery: Bakery, seconds: float, how: str, patience: float) -> None:
    """Complaints before it, in it, while the bot is dead in it, and after it."""
    async with started(bakery) as process:
        complaints = [complains(bakery, 0)]
        await eventually(lambda: not wrongs(bakery, complaints), 20)
        bakery.fake.faults.outage(seconds, how)
        complaints.append(complains(bakery, 1))
        await asyncio.sleep(seconds / 6)
        complaints.append(complains(bakery, 2))
        await asyncio.sleep(seconds / 6)
        assert len(bakery.world.by_bot(bakery.support)) == 1, "nothing gets through"
        await process.kill()
    complaints.append(complains(bakery, 3))
    async with started(bakery, ready=False) as process:
        await asyncio.sleep(seconds / 6)
        assert bakery.fake.faults.down, "it starts while Discord is away"
        complaints.append(complains(bakery, 4))
        await bakery.fake.ready(seconds + patience)
        complaints.append(complains(bakery, 5))
        await is_put_right(bakery, process, complaints, patience)


@pytest.mark.kill
@pytest.mark.parametrize("how", ["503", pytest.param("refuse", marks=pytest.mark.soak)])
async def test_in_an_outage_of_the_api(loud: Bakery, how: str) -> None:
    await outage(loud, 7.0, how, 30.0)


@pytest.mark.kill
@pytest.mark.soak
@pytest.mark.timeout(600)
async def test_in_an_outage_of_five_minutes(loud: Bakery) -> None:
    await outage(loud, 300.0, "503", 150.0)


@pytest.mark.kill
@pytest.mark.parametrize("resumable", [False, pytest.param(True, marks=pytest.mark.soak)])
async def test_while_the_session_is_lost_and_complaints_are_written(loud: Bakery, resumable: bool) -> None:
    """The gateway calls the session invalid in the middle of it, and the bot is killed when it is back."""
    complaints = []
    async with started(loud) as process:
        for number in range(6):
            complaints.append(complains(loud, number))
            if number in (1, 3):
                loud.fake.gateway.invalidate(resumable=resumable)
            await asyncio.sleep(0.2)
        await loud.fake.ready(30)
        await eventually(lambda: loud.world.by_bot(loud.support), 30)
        await process.kill()
        complaints.append(complains(loud, 6))
    async with started(loud) as process:
        complaints.append(complains(loud, 7))
        await is_put_right(loud, process, complaints)
