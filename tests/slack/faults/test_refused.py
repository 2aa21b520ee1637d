"""What Slack refuses: for a moment, for one place, for one person, or altogether."""

import asyncio

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.faults import ANY, Fault
from tests.fakes.slack.model import Channel
from tests.slack.bakery import Bakery
from tests.slack.faults.ledger import Complaint, complains, is_put_right
from tests.slack.faults.living import started

POST = "chat.postMessage"


async def test_storms_of_429(loud: Bakery) -> None:
    """Short ones are waited for where the call is made, long ones where the work is kept."""
    loud.fake.faults.storm(POST, retry_after=1, times=1)
    loud.fake.faults.storm("conversations.open", retry_after=3, times=1)
    async with started(loud) as bot:
        loud.fake.faults.storm(ANY, retry_after=1, times=1)
        complaints = [complains(loud, number) for number in range(2)]
        await is_put_right(loud, bot, complaints)
    assert sum(request.status == 429 for request in loud.fake.requests) == 3


def refused_acknowledgement(
    bakery: Bakery, complaint: Complaint, error: str, times: int | None = None
) -> None:
    """Slack refuses what would be said in public to this complaint, always if nothing else is said."""
    fault = Fault(POST, error=error, left=times)
    fault.where = lambda asked: asked.arguments.get("thread_ts") == complaint.message.ts
    bakery.fake.faults.order(fault)


def refused_direct(bakery: Bakery, complaint: Complaint, method: str, error: str) -> None:
    """Slack refuses to let the bot write to this member, always."""
    who, direct = complaint.message.author.id, bakery.world.dm_with(complaint.message.author).id
    fault = Fault(method, error=error, left=None)
    fault.where = lambda asked: (
        who == asked.arguments.get("users") or direct == asked.arguments.get("channel")
    )
    bakery.fake.faults.order(fault)


async def test_a_place_or_a_person_that_can_not_be_written_to(loud: Bakery) -> None:
    """What can't be said in public is left unsaid; whoever can't be written to is met in a channel of their own."""
    async with started(loud) as bot:
        late, nowhere, archived, outside = complaints = [
            complains(loud, 0),
            complains(loud, 1, acks=0, privately=0),
            complains(loud, 2, acks=0, privately=0),
            complains(loud, 3, acks=0),
        ]
        refused_acknowledgement(loud, late, "msg_too_long", times=1)
        refused_acknowledgement(loud, nowhere, "channel_not_found")
        refused_acknowledgement(loud, archived, "is_archived")
        refused_acknowledgement(loud, outside, "not_in_channel")
        refused_direct(loud, nowhere, "conversations.open", "cannot_dm_bot")
        refused_direct(loud, archived, POST, "user_disabled")
        await is_put_right(loud, bot, complaints, errors=1)
    for complaint in (nowhere, archived):
        (channel,) = [each for each in private_channels(loud) if complaint.message.author.id in each.members]
        assert len(loud.world.by_bot(channel)) == 1, "one opener"
    assert len(private_channels(loud)) == 2


def private_channels(bakery: Bakery) -> list[Channel]:
    return [
        each
        for each in bakery.world.channels.values()
        if each.creator == bakery.world.bot.id and not each.is_im
    ]


async def test_a_revoked_token(loud: Bakery) -> None:
    """The log says what to do; what was to be said meanwhile is said when the token works again."""
    async with started(loud) as bot:
        loud.fake.faults.revoke_token()
        complaints = [complains(loud, number) for number in range(2)]
        await eventually(lambda: any("slack.token_refused" in line for line in bot.process.logged), 10)
        await asyncio.sleep(1)
        assert not loud.world.by_bot()
        told = [line for line in bot.process.logged if "slack.token_refused" in line]
        assert len(told) == 1 and "install the app again" in told[0]
        loud.fake.faults.restore_token()
        await is_put_right(loud, bot, complaints, errors=1)
