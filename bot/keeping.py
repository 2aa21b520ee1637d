"""What the core itself keeps about a member: the name last seen, their language, and drafts for 15 minutes."""

from typing import Any

from bot.catalogue.declare import export, forget
from bot.context import Context
from bot.durable import inbox
from bot.durable.drafts import forget_drafts


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
