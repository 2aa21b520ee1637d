"""What must be there once for every complaint, whatever went wrong meanwhile."""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.model import Channel, Message
from tests.slack.bakery import COMPLAINT, Bakery
from tests.slack.faults.living import Bot

SETTLING = 0.5
"""Seconds in which what is said twice would have been said again."""

ONCE = 1


@dataclass(frozen=True, slots=True)
class Complaint:
    """What was written, and what has to come of it: `acks` in public, `privately` a thread with an opener."""

    message: Message
    order: str
    acks: int = ONCE
    privately: int = ONCE


def complains(bakery: Bakery, number: int, *, acks: int = ONCE, privately: int = ONCE) -> Complaint:
    """Somebody new writes a complaint in the watched channel."""
    order = str(4700 + number)
    member = bakery.world.add_user(f"Member {number}")
    bakery.world.joins(member, bakery.support)
    said = bakery.world.posts(member, bakery.support, f"{COMPLAINT} Order {order}.")
    return Complaint(said, order, acks, privately)


def wrongs(bakery: Bakery, complaints: Sequence[Complaint]) -> list[str]:
    """What is lost or there twice, a line each."""
    cards = bakery.cards()
    return [
        *(wrong for complaint in complaints for wrong in _wrongs_of(bakery, complaint, cards)),
        *_counted(
            "acknowledgements", len(bakery.world.by_bot(bakery.support)), sum(c.acks for c in complaints)
        ),
        *_counted("cards", len(cards), len(complaints)),
        *(_given_up(bakery, body["event_id"]) for body in bakery.fake.delivery.lost),
    ]


def _given_up(bakery: Bakery, event: str) -> str:
    sent = [each for each in bakery.fake.delivery.attempts if each.payload.get("event_id") == event]
    tries = ", ".join(f"{each.outcome and each.outcome.reason} after {each.took:.2f} s" for each in sent)
    return f"given up by Slack: {sent[0].payload['event']['type']} ({tries})"


def _wrongs_of(bakery: Bakery, complaint: Complaint, cards: Sequence[Message]) -> Iterator[str]:
    who, world = complaint.message.author, bakery.world
    acks = [each for each in world.by_bot(bakery.support) if each.thread_ts == complaint.message.ts]
    yield from _counted(f"acknowledgements of {who.name}", len(acks), complaint.acks)
    direct = world.dm_with(who)
    roots = [each for each in world.by_bot(direct) if not each.is_reply]
    yield from _counted(f"private threads of {who.name}", len(roots), complaint.privately)
    openers = [each for each in world.by_bot(direct) if each.is_reply]
    yield from _counted(f"openers of {who.name}", len(openers), complaint.privately)
    mine = [each for each in cards if complaint.order in each.says]
    yield from _counted(f"cards of {who.name}", len(mine), ONCE)
    mirrored = [
        each for card in cards for each in _thread(bakery.staff_room, card) if complaint.order in each.says
    ]
    yield from _counted(f"mirrored words of {who.name}", len(mirrored), ONCE)


def _thread(room: Channel, card: Message) -> list[Message]:
    return [room.messages[ts] for ts in card.replies]


def _counted(what: str, found: int, wanted: int) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found} in the place of {wanted}"


async def is_put_right(
    bakery: Bakery, bot: Bot, complaints: Sequence[Complaint], seconds: float = 30.0, *, errors: int = 0
) -> None:
    """Sooner or later everything is there once, and stays so; so many errors are in the log."""
    await _arrives(bakery, complaints, seconds)
    await bakery.fake.delivered()
    await asyncio.sleep(SETTLING)
    assert not (found := wrongs(bakery, complaints)), found
    assert len(bot.process.errors()) == errors, bot.process.errors()


async def _arrives(bakery: Bakery, complaints: Sequence[Complaint], seconds: float) -> None:
    with contextlib.suppress(AssertionError):  # what is still wrong says more than that it took too long
        await eventually(lambda: not wrongs(bakery, complaints), seconds)
    assert not (found := wrongs(bakery, complaints)), found
