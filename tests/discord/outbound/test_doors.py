"""The bot as a process of its own: which private door opens, and that a crash opens none twice."""

import pytest

from bot.ports import Door
from tests.discord.bakery import COMPLAINT, Bakery, started
from tests.fakes.discord.faults import CUT
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, ChannelType, Message
from tests.fakes.discord.permissions import Permission

THREADS = "POST /channels/{channel_id}/threads"
POST = "POST /channels/{channel_id}/messages"
OPENER = "I'm a program"


def by_bot(bakery: Bakery, channel: Channel, words: str) -> list[Message]:
    return [message for message in bakery.world.by_bot(channel) if words in message.says]


def private_threads(bakery: Bakery) -> list[Channel]:
    found = (bakery.world.threads_of(channel) for channel in bakery.guild.channels.values())
    return [thread for some in found for thread in some if thread.type is ChannelType.PRIVATE_THREAD]


async def acknowledged(bakery: Bakery, channel: Channel, words: str = "#1") -> Message:
    return await bakery.world.hears(channel, words, 30.0)


async def test_a_private_thread_opens_with_the_member_in_it(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        thread = await bakery.world.thread_of(bakery.support, 30.0, private=True)
        await bakery.world.hears(thread, OPENER, 30.0)
        await acknowledged(bakery, bakery.support)
        assert bakery.max.id in thread.members
    assert process.errors() == []


async def test_beside_news_a_direct_message_is_written(bakery: Bakery) -> None:
    news = bakery.world.add_channel(bakery.guild, "news", ChannelType.ANNOUNCEMENT)
    await bakery.set_up(watched=frozenset({str(news.id)}))
    async with started(bakery):
        bakery.world.posts(bakery.max, news, COMPLAINT)
        await acknowledged(bakery, news)
        await eventually(
            lambda: OPENER in "".join(message.says for message in bakery.world.dm(bakery.max)), 30.0
        )
        card = await acknowledged(bakery, bakery.staff_room)
        await eventually(lambda: "direct message open" in card.says, 30.0)


async def test_who_takes_no_direct_messages_is_reached_by_the_next_door(bakery: Bakery) -> None:
    bakery.world.closes_dms(bakery.max)
    await bakery.set_up(doors=(Door.DM, Door.PRIVATE_THREAD, Door.FORM))
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        thread = await bakery.world.thread_of(bakery.support, 30.0, private=True)
        await bakery.world.hears(thread, OPENER, 30.0)


async def test_without_any_door_the_answer_has_a_form(bakery: Bakery) -> None:
    bakery.world.closes_dms(bakery.max)
    bakery.world.removes_bot_permission(bakery.support, Permission.CREATE_PRIVATE_THREADS)
    await bakery.set_up()
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await acknowledged(bakery, bakery.support)
        card = await acknowledged(bakery, bakery.staff_room)
        await eventually(lambda: "direct messages are shut" in card.says, 30.0)
    assert private_threads(bakery) == []


@pytest.mark.kill
@pytest.mark.parametrize("route", [THREADS, POST])
async def test_killed_after_discord_did_it_and_before_it_said_so(bakery: Bakery, route: str) -> None:
    await bakery.set_up()
    hold = bakery.fake.faults.hold_after(route)
    async with started(bakery) as process:
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await hold.reached(30.0)
        await process.kill()
        hold.release()
    bakery.fake.faults.clear()
    bakery.fake.settings.seconds_of_nonce = 0.0
    async with started(bakery):
        await acknowledged(bakery, bakery.support)
        await acknowledged(bakery, bakery.staff_room)
        thread = await bakery.world.thread_of(bakery.support, 30.0, private=True)
        await bakery.world.hears(thread, OPENER, 30.0)
        await eventually(lambda: bakery.max.id in thread.members, 30.0)
    assert private_threads(bakery) == [thread]
    assert len(by_bot(bakery, thread, OPENER)) == 1
    assert len(by_bot(bakery, bakery.support, "#1")) == 1
    assert len(by_bot(bakery, bakery.staff_room, "#1")) == 1


@pytest.mark.parametrize("status", [502, CUT])
async def test_answers_that_got_lost_open_nothing_twice(bakery: Bakery, status: int) -> None:
    await bakery.set_up()
    for route in (THREADS, POST, POST):
        bakery.fake.faults.after(route, status)
    async with started(bakery):
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await acknowledged(bakery, bakery.support)
        await acknowledged(bakery, bakery.staff_room)
        thread = await bakery.world.thread_of(bakery.support, 30.0, private=True)
        await bakery.world.hears(thread, OPENER, 30.0)
    assert private_threads(bakery) == [thread]
    assert len(by_bot(bakery, bakery.support, "#1")) == len(by_bot(bakery, bakery.staff_room, "#1")) == 1


async def test_an_outage_delays_and_loses_nothing(bakery: Bakery) -> None:
    await bakery.set_up()
    async with started(bakery):
        bakery.fake.faults.outage(6.0)
        bakery.world.posts(bakery.max, bakery.support, COMPLAINT)
        await acknowledged(bakery, bakery.support)
        thread = await bakery.world.thread_of(bakery.support, 30.0, private=True)
        await bakery.world.hears(thread, OPENER, 30.0)
        await acknowledged(bakery, bakery.staff_room)
    assert private_threads(bakery) == [thread]
    assert len(by_bot(bakery, bakery.support, "#1")) == len(by_bot(bakery, bakery.staff_room, "#1")) == 1
