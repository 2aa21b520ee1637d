"""Measures as the ladder leaves them, for whoever appeals against them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.sandbox.model import COMMUNITY
from bot import measures
from bot.context import Context
from bot.durable.outbox import View
from bot.infractions.model import Infraction, Step
from bot.vocabulary.places import Aside, MessageRef
from bot.vocabulary.signals import AbuseJudged
from tests.scenarios.town import Someone, Town

INSULT = "You are a brainless idiot and everybody here knows it"


@asynccontextmanager
async def at_work(town: Town) -> AsyncIterator[Context]:
    """A transaction in the town's own time; what it ordered goes out afterwards."""
    house = town.app.house
    known = await house.community(COMMUNITY)
    assert known is not None
    async with house.database.transaction("test.measures") as tx:
        yield house.context(tx, known)
    house.wake_relay()
    await town.settled()


async def warned(
    town: Town,
    member: Someone,
    by: Someone,
    step: Step = Step.FIRST_WARNING,
    *,
    language: str = "en",
    removed: bool = True,
) -> Infraction:
    """The member has said something, and was told of the measure in their direct messages.

    Not `removed`: on a platform where no bot can, its writer was asked to delete it.
    """
    said = await member.says("off-topic", INSULT)
    async with at_work(town) as ctx:
        new = Infraction(
            id=0,
            member_id=member.id,
            member_name=member.person.name,
            step=step,
            message=MessageRef("off-topic", said.id),
            said_at=ctx.now,
            text=INSULT,
            context=(),
            rule="Be kind to people.",
            number=1,
            by=by.id,
            by_name=by.person.name,
            reason="It is about a person." if step is Step.REMOVAL else None,
            language=language,
            taken_at=ctx.now,
            removed_at=ctx.now if step is Step.REMOVAL and removed else None,
            abuse=0.9,
        )
        # What a removal needs is proven elsewhere; here it has happened.
        taken = await (ctx.infractions.add(new) if step is Step.REMOVAL else measures.take(ctx, new))
        await ctx.settle_in(Aside(taken.id), f"dm-{member.id}")
        told = await measures.delivered(ctx, taken)
        await ctx.outbox.show(Aside(told.id), View("warnings.told", told.id))
        judged = AbuseJudged((told.message,), member.id, True, by.id, language)
        await ctx.dispatch(ctx, judged)
    return told


async def as_it_is(town: Town, infraction: Infraction) -> Infraction:
    async with at_work(town) as ctx:
        found = await ctx.infractions.get(infraction.id)
    assert found is not None
    return found
