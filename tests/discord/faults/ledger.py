"""What must be there once for every complaint, however often the bot was killed meanwhile."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.discord.bakery import COMPLAINT, Bakery, Process
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Channel, Message

SETTLING = 1.5
"""Seconds in which what is said twice would have been said again."""


def complains(bakery: Bakery, number: int) -> Message:
    """Somebody new writes a complaint in the watched channel."""
    member = bakery.world.joins(bakery.guild, f"Member {number}")
    return bakery.world.posts(member, bakery.support, f"{COMPLAINT} Order {4700 + number}.")


def wrongs(bakery: Bakery, complaints: Sequence[Message]) -> list[str]:
    """What is lost or there twice, a line each."""
    private = bakery.world.threads_of(bakery.support)
    staff = bakery.world.threads_of(bakery.staff_room)
    return [
        *(wrong for complaint in complaints for wrong in _wrongs_of(bakery, complaint, private, staff)),
        *_doubled("private thread", private),
        *_doubled("staff thread", staff),
        *_counted("private threads", len(private), len(complaints)),
        *_counted("staff threads", len(staff), len(complaints)),
        *_counted("acknowledgements", len(bakery.world.by_bot(bakery.support)), len(complaints)),
        *_counted("cards", len(bakery.world.by_bot(bakery.staff_room)), len(complaints)),
        *(f"“{thread.name}” has no card" for thread in staff if thread.id not in bakery.staff_room.messages),
    ]


def _wrongs_of(
    bakery: Bakery, complaint: Message, private: Sequence[Channel], staff: Sequence[Channel]
) -> Iterator[str]:
    who = complaint.author
    replies = [each for each in bakery.world.by_bot(bakery.support) if each.replied_to is complaint]
    yield from _counted(f"acknowledgements of {who.name}", len(replies), 1)
    mine = [thread for thread in private if who.id in thread.members]
    yield from _counted(f"private threads of {who.name}", len(mine), 1)
    yield from _counted(f"openers of {who.name}", len(bakery.world.by_bot(*mine)) if mine else 0, 1)
    order = complaint.content.split()[-1]
    mirrored = [each for thread in staff for each in bakery.world.by_bot(thread) if order in each.says]
    yield from _counted(f"mirrored words of {who.name}", len(mirrored), 1)


def _doubled(what: str, threads: Sequence[Channel]) -> Iterator[str]:
    for name, count in Counter(thread.name for thread in threads).items():
        yield from _counted(f"{what} “{name}”", count, 1)


def _counted(what: str, found: int, wanted: int) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found} in the place of {wanted}"


async def is_put_right(
    bakery: Bakery, process: Process, complaints: Sequence[Message], seconds: float = 30.0
) -> None:
    """Sooner or later everything is there once, and stays so."""
    with contextlib.suppress(AssertionError):  # what is still wrong says more than that it took too long
        await eventually(lambda: not wrongs(bakery, complaints), seconds)
    assert not (found := wrongs(bakery, complaints)), found
    await asyncio.sleep(SETTLING)
    assert not (found := wrongs(bakery, complaints)), found
    assert not process.errors(), process.errors()
