"""What is kept about a member in cases, for how long, and how it is shown and forgotten."""

from datetime import timedelta
from typing import Any

from bot.catalogue.declare import due, export, forget, on
from bot.context import Context
from bot.vocabulary.codec import to_json
from bot.vocabulary.facts import AnyFact, CaseClosed, CaseReopened, CaseWithdrawn

KEPT = timedelta(days=30)
"""How long the words of a closed case are kept (defaults.md, part 11)."""


class Retention:
    """Erasing, exporting and forgetting of the cases cog."""

    @on(CaseClosed, CaseWithdrawn)
    async def erase_later(self, ctx: Context, fact: CaseClosed | CaseWithdrawn) -> None:
        await ctx.timers.set("cases.erase", fact.case, ctx.now + KEPT)

    @on(CaseReopened)
    async def keep_on(self, ctx: Context, fact: CaseReopened) -> None:
        await ctx.timers.cancel("cases.erase", fact.case)

    @due("cases.erase")
    async def erase(self, ctx: Context, case: int) -> None:
        """The words go; counts, times and topics stay."""
        for entry in await ctx.timeline.of_case(case):
            await ctx.timeline.reword(entry, None)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """The member's cases with their timelines, without the staff's notes."""
        found = await ctx.cases.of_member(member, limit=1000)
        return {"cases": [await self._exported(ctx, case.id) for case in found]}

    async def _exported(self, ctx: Context, case: int) -> dict[str, Any]:
        entries = await ctx.timeline.of_case(case)
        told = [entry for entry in entries if entry.fact.kind != "note_added"]
        facts = [{"at": entry.at.isoformat()} | to_json(AnyFact, entry.fact) for entry in told]
        return {"number": (await ctx.cases.get(case)).number, "timeline": facts}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """Words and names go; the cases stay as counts."""
        await ctx.timeline.erase_member(member)
        await ctx.cases.forget_member(member)
