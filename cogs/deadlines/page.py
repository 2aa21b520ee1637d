"""The page of the deadlines: what is promised, when people work, who is told. As it is set now."""

from datetime import UTC, datetime, time
from itertools import islice

from bot.community import CommunitySettings
from bot.context import Context
from bot.detection import Severity
from bot.language import Voice
from bot.vocabulary.people import Role
from bot.vocabulary.replies import (
    Button,
    Fields,
    Heading,
    Message,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Row,
    Runs,
    Text,
)

DAYS_SHOWN = 4
ACTIONS = (
    "set deadlines",
    "set reminders",
    "set night",
    "set next-level",
    "set silence",
    "set holidays",
    "set days-off",
)


def page(ctx: Context) -> Message:
    """For staff; with buttons for managers."""
    voice, settings = ctx.own_voice, ctx.community.settings
    rows = [
        Row(voice.text(f"severity.{severity}"), _times(settings, severity, voice)) for severity in Severity
    ]
    rows += [
        Row(voice.text("deadlines.page.hours"), _hours(ctx, voice)),
        Row(voice.text("deadlines.page.holidays"), _holidays(settings, voice)),
        Row(voice.text("deadlines.page.days_off"), _days_off(ctx, voice)),
        Row(voice.text("deadlines.page.night"), (Text(_night(settings, voice)),)),
        Row(voice.text("deadlines.page.next_level"), _next_level(settings, voice)),
        Row(voice.text("deadlines.page.silence"), (Text(f"{settings.silent_days}d"),)),
    ]
    title = Heading(voice.text("deadlines.page.title"))
    note = Paragraph(voice.say("deadlines.page.note"))
    return Message((title, Fields(tuple(rows)), note), _buttons(ctx, voice))


def typed(minutes: int) -> str:
    """A duration as it is typed: 30m, 2h, 1h30m."""
    hours, rest = divmod(minutes, 60)
    return "".join((f"{hours}h" if hours else "", f"{rest}m" if rest or not hours else ""))


def _times(settings: CommunitySettings, severity: Severity, voice: Voice) -> Runs:
    allowance = settings.policy.of(severity)
    return voice.say(
        "deadlines.page.times",
        first=typed(allowance.first_response),
        next=typed(allowance.next_response),
        solution=typed(allowance.resolution),
        percent=allowance.remind_percent,
        level=typed(allowance.raise_after),
    )


def _hours(ctx: Context, voice: Voice) -> Runs:
    settings = ctx.community.settings
    hours = settings.hours
    day = f"{_clock(settings.day_starts)}–{_clock(settings.day_ends)}, {settings.zone}; "
    if hours.open_at(ctx.now):
        return (Text(day), Text(voice.text("deadlines.page.open")))
    return (Text(day), *voice.say("deadlines.page.opens", opens=ctx.moment(hours.next_open(ctx.now))))


def _holidays(settings: CommunitySettings, voice: Voice) -> Runs:
    return (Text(settings.country or voice.text("deadlines.page.no_country")),)


def _days_off(ctx: Context, voice: Voice) -> Runs:
    settings = ctx.community.settings
    coming = list(islice(settings.off.ahead(ctx.now.astimezone(settings.tz).date()), DAYS_SHOWN))
    if not coming:
        return (Text(voice.text("deadlines.page.no_days")),)
    runs: list[Text | Moment] = []
    for day, name in coming:
        noon = datetime.combine(day, time(12), settings.tz).astimezone(UTC)
        runs += [
            Text("; " if runs else ""),
            Moment(noon, MomentStyle.DATE),
            Text(f" ({name})" if name else ""),
        ]
    return tuple(run for run in runs if run != Text(""))


def _night(settings: CommunitySettings, voice: Voice) -> str:
    return voice.text("night.high" if settings.high_at_any_hour else "night.nothing")


def _next_level(settings: CommunitySettings, voice: Voice) -> Runs:
    contact = settings.next_level
    return (Name(contact.name) if contact else Text(voice.text("deadlines.nobody")),)


def _buttons(ctx: Context, voice: Voice) -> tuple[Button, ...]:
    if ctx.doer.role is not Role.MANAGER:
        return ()
    keys = ((action, action.replace(" ", "_").replace("-", "_")) for action in ACTIONS)
    return tuple(Button(voice.text(f"deadlines.label.{key}"), action) for action, key in keys)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
