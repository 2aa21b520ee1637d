"""What staff should hear of without having asked: what was set aside after many tries, what is not as it should be."""

from datetime import UTC, datetime

from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import say


async def tell_staff(ctx: Context, reference: str) -> None:
    """A line in the staff room, at most one an hour: whatever breaks once may break for every message."""
    if ctx.community.settings.staff_room is None:
        return
    line = say(*ctx.voice().say("error.set_aside", reference=reference))
    hour = f"{datetime.now(UTC):%Y-%m-%dT%H}"
    await ctx.outbox.say(StaffRoom(), line, f"aside:{hour}", priority=Priority.STAFF)


async def tell_once_a_month(ctx: Context, sentence: str) -> None:
    """A line in the staff room about how things stand: it stays true, and is not to be said at every start."""
    month = f"{datetime.now(UTC):%Y-%m}"
    line = say(*ctx.voice().say(sentence))
    await ctx.outbox.say(StaffRoom(), line, f"state:{sentence}:{month}", priority=Priority.STAFF)
