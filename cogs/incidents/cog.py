"""Incidents: one cause behind many cases."""

from typing import Any

from bot.catalogue.declare import command, export, forget
from bot.context import Context
from bot.vocabulary.replies import Message
from cogs.incidents.board import Board, listed
from cogs.incidents.noticing import Noticing
from cogs.incidents.same_here import SameHere
from cogs.incidents.spreading import Spreading
from cogs.incidents.taking import Taking
from cogs.incidents.words import store_of


class Incidents(Noticing, Taking, Spreading, SameHere, Board):
    """Notices a sudden rise, and lets staff speak to everybody at once."""

    name = "incidents"

    @command("incident list")
    async def incidents(self, ctx: Context) -> Message:
        """What is going on for many people at once."""
        return await listed(ctx)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """How often they said that it is the same with them; their cases tell the rest."""
        return {"same_here": await store_of(ctx).of_member(member)}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        await store_of(ctx).forget(member)
        await ctx.incidents.forget(member)
