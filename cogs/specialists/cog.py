"""Specialists answer what moderators can't know; whoever is away or gone has somebody in their place."""

from typing import Any

from bot.catalogue.declare import command, export, forget
from bot.context import Context
from bot.vocabulary.replies import Message
from cogs.specialists.absence import Absence
from cogs.specialists.answering import Answering
from cogs.specialists.asking import Asking
from cogs.specialists.brief import Brief
from cogs.specialists.desk import WORKERS, absences_of, errands_of, show_brief, teams_of
from cogs.specialists.hours import TeamHours
from cogs.specialists.leaving import Leaving
from cogs.specialists.pages import team_list
from cogs.specialists.sealing import Sealing
from cogs.specialists.teams import TeamCommands


class Specialists(TeamCommands, TeamHours, Brief, Asking, Answering, Absence, Leaving, Sealing):
    """Carries question and answer between specialist and member."""

    name = "specialists"

    @command("team list", roles=WORKERS)
    async def teams(self, ctx: Context) -> Message:
        return await team_list(ctx)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """Their own part in teams; what staff asked each other about their cases is not theirs."""
        teams = [team.name for team in await teams_of(ctx).of_person(member)]
        absent = (await absences_of(ctx).all(ctx.now)).get(member)
        return {"teams": teams, "away_until": absent.until.isoformat() if absent else None}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """Briefs of their cases lose their words; as staff they leave no name."""
        for errand in await errands_of(ctx).of_members(member):
            await show_brief(ctx, errand)
        for team in await teams_of(ctx).of_person(member):
            await teams_of(ctx).leave(team, member)
        await absences_of(ctx).without(member)
        await errands_of(ctx).forget(member)
