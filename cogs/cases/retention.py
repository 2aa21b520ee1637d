"""What is kept about a member in cases, for how long, and how it is shown and forgotten."""

from datetime import timedelta
from typing import Any

from bot.cases.model import Case
from bot.catalogue.declare import due, export, forget, on
from bot.context import Context
from bot.vocabulary.codec import to_json
from bot.vocabulary.facts import (
    AMONG_STAFF,
    AnyFact,
    CaseClosed,
    CaseMerged,
    CaseReopened,
    CaseWithdrawn,
    Fact,
)
from cogs.cases.store import Store

KEPT = timedelta(days=30)
"""How long the words of a closed case are kept (defaults.md, part 11)."""


class Retention:
    """Erasing, exporting and forgetting of the cases cog."""

    @on(CaseClosed, CaseWithdrawn)
    async def erase_later(self, ctx: Context, fact: CaseClosed | CaseWithdrawn) -> None:
        await ctx.timers.set("cases.erase", fact.case, ctx.now + KEPT)

    @on(CaseReopened, CaseMerged)
    async def keep_on(self, ctx: Context, fact: CaseReopened | CaseMerged) -> None:
        """What goes on in another case is kept as long as that one."""
        await ctx.timers.cancel("cases.erase", fact.case)

    @due("cases.erase")
    async def erase(self, ctx: Context, case: int) -> None:
        """The words go; counts, times and topics stay."""
        for one in (case, *await Store(ctx.tx, ctx.community.id).merged_into(case)):
            for entry in await ctx.timeline.of_case(one):
                await ctx.timeline.reword(entry, None)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """The member's cases with their timelines, without the staff's notes."""
        found = await ctx.cases.of_member(member, limit=1000)
        return {"cases": [await self._exported(ctx, case.id) for case in found]}

    async def _exported(self, ctx: Context, case: int) -> dict[str, Any]:
        entries = await ctx.timeline.of_case(case)
        told = [entry for entry in entries if not isinstance(entry.fact, AMONG_STAFF)]
        found = await ctx.cases.get(case)
        as_team = ctx.community.settings.as_team
        facts = [{"at": entry.at.isoformat()} | _told(entry.fact, found, as_team) for entry in told]
        return {"number": found.number, "timeline": facts}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """Words and names go; the cases stay as counts."""
        await ctx.timeline.erase_member(member)
        await ctx.cases.forget_member(member)
        await Store(ctx.tx, ctx.community.id).forget(member)


def _told(fact: Fact, case: Case, as_team: bool) -> dict[str, Any]:
    """The fact as the member may have it: without names, where the team answers as one."""
    shown: dict[str, Any] = to_json(AnyFact, fact)
    if (as_team or getattr(fact, "as_team", False)) and shown.get("by") != case.member_id:
        return {name: value for name, value in shown.items() if name not in ("by", "name", "to")}
    return shown
