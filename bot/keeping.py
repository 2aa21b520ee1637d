"""What the core itself keeps about people: the name last seen, their language, drafts for 15 minutes.

And who of staff was at work, because somebody must be there to hear an appeal.
"""

from collections.abc import Sequence
from typing import Any

from bot.catalogue.declare import export, forget, on, roster
from bot.context import Context
from bot.durable import inbox
from bot.durable.drafts import forget_drafts
from bot.vocabulary.events import MemberLeft
from bot.vocabulary.questions import StaffLost


class Keeping:
    """Shows and forgets it."""

    name = "core"

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        return {"language": await ctx.members.language_of(member)}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        await ctx.members.forget(member)
        await forget_drafts(ctx.tx, ctx.community.id, member)
        await inbox.forget(ctx.tx, ctx.community.id, member)
        await ctx.deciders.lost(member)

    @roster
    async def deciders(self, ctx: Context) -> Sequence[str]:
        return await ctx.deciders.all(ctx.now)

    @on(StaffLost, MemberLeft)
    async def gone(self, ctx: Context, told: StaffLost | MemberLeft) -> None:
        await ctx.deciders.lost(told.member)
