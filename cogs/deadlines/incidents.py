"""While an incident speaks for a case, its own times rest: nobody is called five hundred times about one thing."""

from bot.catalogue.declare import on
from bot.context import Context
from bot.vocabulary.incidents import CaseJoinedIncident, CaseLeftIncident
from cogs.deadlines.store import Store
from cogs.deadlines.watching import arm, watch


class Together:
    """Sets the timers of a case anew when it joins, and when it is alone again."""

    @on(CaseJoinedIncident, CaseLeftIncident)
    async def rest_or_go_on(self, ctx: Context, fact: CaseJoinedIncident | CaseLeftIncident) -> None:
        case = await ctx.cases.get(fact.case)
        for promise in await Store(ctx.tx, ctx.community.id).open_of(case.id):
            await arm(ctx, case, promise)
        await watch(ctx, case, ctx.now)
