"""How teams of specialists are shown to staff: all of them, and one with everything that is set."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bot.cases.hours import WorkingHours
from bot.context import Context
from bot.language import Voice
from bot.vocabulary import places
from bot.vocabulary.replies import Fields, Heading, Link, Message, Name, Paragraph, Row, Runs, Text
from cogs.specialists.desk import absences_of, teams_of
from cogs.specialists.model import Team, in_turn
from cogs.specialists.store import Route

DAY = 24 * 60


class Days(StrEnum):
    """The days of the week on which a team answers."""

    WEEKDAYS = "weekdays"
    SIX_DAYS = "six_days"
    EVERY_DAY = "every_day"


WEEK: Mapping[Days, int] = MappingProxyType({Days.WEEKDAYS: 5, Days.SIX_DAYS: 6, Days.EVERY_DAY: 7})


async def _people(ctx: Context, team: Team) -> Runs:
    people = ", ".join(person.name for person in team.people) or ctx.own_voice.text("specialists.page.nobody")
    return (Text(people),)


async def team_list(ctx: Context) -> Message:
    """Every team with its people, and when they answer."""
    voice, found = ctx.own_voice, await teams_of(ctx).all()
    title = Heading(voice.text("specialists.page.title"))
    if not found:
        return Message((title, Paragraph(voice.say("specialists.page.none"))))
    usual = ctx.community.settings.hours
    rows = tuple(
        [
            Row(team.name, (*await _people(ctx, team), Text("; "), *_hours(team.hours(usual), voice)))
            for team in found
        ]
    )
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
        row("people", await _people(ctx, team)),
        row("next", turn),
        row("hours", (*_hours(team.hours(settings.hours), voice), *_whose(team, voice))),
        row("holidays", (Text(team.hours(settings.hours).off.country or "-"),)),
        row("language", (Text(language),)),
        row("routes", (Text("; ".join(_route(route, voice) for route in routes) or "-"),)),
    )
    return Message((Heading(team.name), Fields(rows)))


def _hours(hours: WorkingHours, voice: Voice) -> Runs:
    count = len(hours.days)
    days = next((voice.text(f"days.{days}") for days, n in WEEK.items() if n == count), "")
    return (Text(f"{days}, {_clock(hours.start)}–{_clock(hours.end)}, {hours.zone.key}"),)


def _clock(minutes: int) -> str:
    """A time of day, also of the next one; midnight as an end is 24:00."""
    if minutes > DAY:
        minutes -= DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _whose(team: Team, voice: Voice) -> Runs:
    """Nothing where they are the team's own."""
    return () if team.own_hours else (Text(f" ({voice.text('specialists.page.usual')})"),)


def _route(route: Route, voice: Voice) -> str:
    topic = voice.text(f"topic.{route.topic}")
    return f"{topic}, {voice.text(f'severity.{route.severity}')}" if route.severity else topic
