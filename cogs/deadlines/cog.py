"""Times that were promised: who is told before they break, and what is said when they do."""

from typing import Any

from bot.catalogue.declare import command, export, forget, on
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.questions import StaffLost
from bot.vocabulary.replies import Message
from cogs.deadlines.choosing import Choosing
from cogs.deadlines.clocks import Clocks
from cogs.deadlines.holding import Holding
from cogs.deadlines.incidents import Together
from cogs.deadlines.morning import Morning
from cogs.deadlines.page import page
from cogs.deadlines.rungs import Rungs
from cogs.deadlines.silence import Silence
from cogs.deadlines.store import Store
from cogs.deadlines.watching import NEXT_LEVEL


class Deadlines(Clocks, Rungs, Holding, Silence, Morning, Together, Choosing):
    """Keeps promises, or has them broken honestly."""

    name = "deadlines"

    @command("deadlines")
    async def deadlines(self, ctx: Context) -> Message:
        """What is promised, and who is told."""
        return page(ctx)

    @on(StaffLost)
    async def lost(self, ctx: Context, told: StaffLost) -> None:
        """Nobody is called who is not of staff any more; the lists say how to name somebody else."""
        next_level = ctx.community.settings.next_level
        if next_level is not None and next_level.id == told.member:
            ctx = await ctx.set("next_level", None)
            await ctx.outbox.show(StaffRoom(), View(NEXT_LEVEL, 0))

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """By when they were promised what; whom of staff it was asked of is not theirs."""
        store = Store(ctx.tx, ctx.community.id)
        cases = await ctx.cases.of_member(member, limit=1000)
        made = [promise for case in cases for promise in await store.of_case(case.id)]
        told = [{"step": p.step, "due_at": p.due_at.isoformat(), "outcome": p.outcome} for p in made]
        return {"promises": told}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """Their cases stay as counts, and so do the times; a name in a list of ours goes."""
        await Store(ctx.tx, ctx.community.id).forget(member)
        if member in ctx.community.settings.no_digest:
            await ctx.set("no_digest", ctx.community.settings.no_digest - {member})
