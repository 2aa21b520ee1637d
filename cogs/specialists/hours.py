"""When a team of specialists answers: its own hours, zone and holidays, or the community's."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.cases.daysoff import is_known
from bot.cases.hours import AS_USUAL, NO_HOLIDAYS, OwnHours
from bot.catalogue.arguments import TimeOfDay, Word
from bot.catalogue.declare import command
from bot.context import Context
from bot.errors import UserError
from bot.text import shorten
from bot.vocabulary.replies import Message
from cogs.specialists.desk import MANAGERS_ONLY, errands_of, known_team, teams_of
from cogs.specialists.model import Team
from cogs.specialists.pages import DAY, WEEK, Days, team_page


class TeamHours:
    """What is promised already keeps its time; when staff are told of it follows the new hours."""

    @command("team hours", roles=MANAGERS_ONLY)
    async def hours(
        self,
        ctx: Context,
        team: Word,
        opens: TimeOfDay,
        closes: TimeOfDay,
        days: Days = Days.WEEKDAYS,
        zone: ZoneInfo | None = None,
    ) -> Message:
        """Where it closes before it opens it works at night, and the days are those on which a night begins."""
        known, opens = await known_team(ctx, team), TimeOfDay(opens % DAY)
        if closes == opens:
            raise UserError("specialists.team.order")
        ends = closes if closes > opens else closes + DAY
        own = replace(known.own, starts=opens, ends=ends, days=tuple(range(WEEK[days])))
        return await _kept(ctx, known, replace(own, zone=zone.key if zone else own.zone))

    @command("team holidays", roles=MANAGERS_ONLY)
    async def holidays(self, ctx: Context, team: Word, country: Word) -> Message:
        """A country's public holidays, by its code, instead of those of the community."""
        known, code = await known_team(ctx, team), country.strip().upper()
        if code != NO_HOLIDAYS and not is_known(code):
            raise UserError("specialists.team.country", word=shorten(code, 40))
        return await _kept(ctx, known, replace(known.own, country=code))

    @command("team usual-hours", roles=MANAGERS_ONLY)
    async def usual_hours(self, ctx: Context, team: Word) -> Message:
        return await _kept(ctx, await known_team(ctx, team), AS_USUAL)


async def _kept(ctx: Context, team: Team, own: OwnHours) -> Message:
    """The team's page, as it is from now on; what it was asked already knows of it."""
    changed = replace(team, own=own)
    await teams_of(ctx).save(changed)
    for errand in await errands_of(ctx).open_ones(team=changed.name):
        await ctx.cases.keep_hours(errand.case_id, changed.own_hours)
    return await team_page(ctx, changed)
