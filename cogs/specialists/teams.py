"""Teams of specialists as managers set them up: a channel, people, a language, and what goes to them.

When they answer is set in `hours`.
"""

from dataclasses import replace
from enum import StrEnum

from bot.catalogue.arguments import Word
from bot.catalogue.declare import command
from bot.context import Context
from bot.detection import Severity, Topic
from bot.errors import UserError
from bot.ports import Channel, ChannelKind
from bot.vocabulary import places
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Message, say
from cogs.specialists.desk import (
    MANAGERS_ONLY,
    WORKERS,
    errands_of,
    known_team,
    pass_on_or_return,
    teams_of,
)
from cogs.specialists.model import MANAGERS, Person
from cogs.specialists.pages import team_list, team_page
from cogs.specialists.store import Route


class Seat(StrEnum):
    """Whether somebody belongs to a team."""

    IN = "in"
    OUT = "out"


class Tongue(StrEnum):
    """What a team reads."""

    EN = "en"
    RO = "ro"
    RU = "ru"


class TeamCommands:
    """The `team` commands."""

    @command("team add", roles=MANAGERS_ONLY)
    async def add(self, ctx: Context, team: Word, channel: Channel) -> Message:
        _checked(channel)
        settings = ctx.community.settings
        taken = {settings.team.casefold(), MANAGERS}
        if team.casefold() in taken or await teams_of(ctx).named(team) is not None:
            raise UserError("specialists.team.taken", team=team)
        made = await teams_of(ctx).add(team)
        await ctx.settle_in(places.Team(made.name), channel.id)
        return await team_page(ctx, made)

    @command("team channel", roles=MANAGERS_ONLY)
    async def channel(self, ctx: Context, team: Word, channel: Channel) -> Message:
        """What is open moves there with its next word."""
        _checked(channel)
        known = await known_team(ctx, team)
        await ctx.settle_in(places.Team(known.name), channel.id)
        return await team_page(ctx, known)

    @command("team people", roles=MANAGERS_ONLY)
    async def people(self, ctx: Context, team: Word, member: Member, seat: Seat = Seat.IN) -> Message:
        """Turns are taken in the order in which people came."""
        known = await known_team(ctx, team)
        if seat is Seat.OUT:
            await teams_of(ctx).leave(known, member.id)
            for errand in await errands_of(ctx).open_ones(team=known.name):
                if errand.person.id == member.id:
                    await pass_on_or_return(ctx, errand)
        elif member.role not in WORKERS:
            raise UserError("specialists.team.no_role", name=member.name)
        else:
            await teams_of(ctx).join(known, Person(member.id, member.name))
        return await team_page(ctx, await known_team(ctx, team))

    @command("team language", roles=MANAGERS_ONLY)
    async def language(self, ctx: Context, team: Word, language: Tongue) -> Message:
        changed = replace(await known_team(ctx, team), language=language.value)
        await teams_of(ctx).save(changed)
        return await team_page(ctx, changed)

    @command("team route", roles=MANAGERS_ONLY)
    async def route(
        self, ctx: Context, team: Word, topic: Topic, severity: Severity | None = None
    ) -> Message:
        """Cases of this topic are offered to that team."""
        known = await known_team(ctx, team)
        await teams_of(ctx).route(Route(topic, severity, known.name))
        return await team_page(ctx, known)

    @command("team unroute", roles=MANAGERS_ONLY)
    async def unroute(self, ctx: Context, topic: Topic, severity: Severity | None = None) -> Message:
        await teams_of(ctx).unroute(topic, severity)
        return await team_list(ctx)

    @command("team show", roles=WORKERS)
    async def show(self, ctx: Context, team: Word) -> Message:
        return await team_page(ctx, await known_team(ctx, team))

    @command("team remove", roles=MANAGERS_ONLY)
    async def remove(self, ctx: Context, team: Word) -> Message:
        """What it was asked goes back to the moderators who asked."""
        known = await known_team(ctx, team)
        await teams_of(ctx).remove(known)
        for errand in await errands_of(ctx).open_ones(team=known.name):
            await pass_on_or_return(ctx, errand)
        return say(*ctx.own_voice.say("specialists.team.removed", team=known.name))


def _checked(channel: Channel) -> None:
    """Briefs hold members' words: members must not see the channel."""
    if not channel.staff_only or channel.kind is not ChannelKind.TEXT:
        raise UserError("specialists.team.public", channel=channel.name)
