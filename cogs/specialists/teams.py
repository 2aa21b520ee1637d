"""Teams of specialists as managers set them up: a channel, people, hours, a language, and what goes to them."""

from dataclasses import replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.cases.hours import WorkingHours
from bot.catalogue.arguments import TimeOfDay, Word
from bot.catalogue.declare import command
from bot.context import Context
from bot.detection import Severity, Topic
from bot.errors import UserError
from bot.language import Voice
from bot.ports import Channel, ChannelKind
from bot.vocabulary import places
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Fields, Heading, Link, Message, Name, Paragraph, Row, Runs, Text, say
from cogs.specialists.desk import (
    MANAGERS_ONLY,
    WORKERS,
    absences_of,
    errands_of,
    known_team,
    pass_on_or_return,
    teams_of,
)
from cogs.specialists.model import MANAGERS, Person, Team, in_turn
from cogs.specialists.store import Route


class Seat(StrEnum):
    """Whether somebody belongs to a team."""

    IN = "in"
    OUT = "out"


class Days(StrEnum):
    """The days of the week on which a team answers."""

    WEEKDAYS = "weekdays"
    SIX_DAYS = "six_days"
    EVERY_DAY = "every_day"


WEEK = {Days.WEEKDAYS: 5, Days.SIX_DAYS: 6, Days.EVERY_DAY: 7}


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
        elif member.role not in WORKERS:
            raise UserError("specialists.team.no_role", name=member.name)
        else:
            await teams_of(ctx).join(known, Person(member.id, member.name))
        return await team_page(ctx, await known_team(ctx, team))

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
        known = await known_team(ctx, team)
        if closes <= opens:
            raise UserError("specialists.team.order")
        week = tuple(range(WEEK[days]))
        changed = replace(known, starts=opens, ends=closes, days=week, zone=zone.key if zone else known.zone)
        await teams_of(ctx).save(changed)
        return await team_page(ctx, changed)

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


async def _line(ctx: Context, team: Team) -> Runs:
    people = ", ".join(person.name for person in team.people) or ctx.own_voice.text("specialists.page.nobody")
    return (Text(people),)


async def team_list(ctx: Context) -> Message:
    """Every team with its people."""
    voice, found = ctx.own_voice, await teams_of(ctx).all()
    title = Heading(voice.text("specialists.page.title"))
    if not found:
        return Message((title, Paragraph(voice.say("specialists.page.none"))))
    rows = tuple([Row(team.name, await _line(ctx, team)) for team in found])
    return Message((title, Fields(rows)))


async def team_page(ctx: Context, team: Team) -> Message:
    """Everything that is set for a team, and whose turn it is."""
    voice, settings = ctx.own_voice, ctx.community.settings
    channel = await ctx.places.channel_of(places.Team(team.name))
    where: Runs = (Link(team.name, channel=channel),) if channel else (Text("-"),)
    language = voice.text(f"language.{team.language or settings.language}")
    found = in_turn(team, await absences_of(ctx).all(ctx.now), ctx.now)
    turn: Runs = (Name(found[0].name),) if found else (Text(voice.text("specialists.page.nobody_there")),)
    routes = [route for route in await teams_of(ctx).routes() if route.team == team.name]

    def row(key: str, value: Runs) -> Row:
        return Row(voice.text(f"specialists.page.{key}"), value)

    rows = (
        row("channel", where),
        row("people", await _line(ctx, team)),
        row("next", turn),
        row("hours", _hours(team.hours(settings.hours), voice)),
        row("language", (Text(language),)),
        row("routes", (Text("; ".join(_route(route, voice) for route in routes) or "-"),)),
    )
    return Message((Heading(team.name), Fields(rows)))


def _hours(hours: WorkingHours, voice: Voice) -> Runs:
    count = len(hours.days)
    days = next((voice.text(f"days.{days}") for days, n in WEEK.items() if n == count), "")
    spans = f"{hours.start // 60:02}:{hours.start % 60:02}–{hours.end // 60:02}:{hours.end % 60:02}"
    return (Text(f"{days}, {spans}, {hours.zone.key}"),)


def _route(route: Route, voice: Voice) -> str:
    topic = voice.text(f"topic.{route.topic}")
    return f"{topic}, {voice.text(f'severity.{route.severity}')}" if route.severity else topic
