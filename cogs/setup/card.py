"""The set-up card: every step with its state, what is not allowed yet, and a button each. As things are now."""

from collections.abc import Sequence

from bot.community import CommunitySettings
from bot.context import Context
from bot.language import Voice
from bot.ports import Purpose
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Message,
    Paragraph,
    Row,
    Text,
)
from cogs.setup.model import Step, missing
from cogs.setup.store import Lack, Progress, Store
from cogs.setup.values import Values

ACTIONS = {
    Step.STAFF_ROOM: "set staff-room",
    Step.STAFF: "set staff",
    Step.WATCHED: "set watched",
    Step.SAFETY: "set safety",
    Step.NOTICE: "set notice",
    Step.RULES: "set rules",
    Step.DOORS: "set doors",
    Step.LANGUAGE: "set language",
    Step.HOURS: "set hours",
    Step.CHECK_IN: "set check-in",
    Step.SENSITIVITY: "set sensitivity",
}
LACKING = 4
"""Channels whose missing permissions are told at once; the next ones follow when these are granted."""


async def setup_card(ctx: Context) -> Message:
    """What a manager needs to see, in the community's language."""
    store, voice, settings = Store(ctx.tx, ctx.community.id), ctx.voice(), ctx.community.settings
    progress, notices = await store.progress(ctx.now), await store.notices()
    values = Values(settings, progress, notices, voice)
    rows = [Row(voice.text(f"setup.step.{step}"), values.of(step)) for step in Step]
    title = Heading(voice.text("setup.card.title", community=ctx.community.name))
    mode = Paragraph((Text(voice.text(f"setup.mode.{settings.mode}")),))
    paused = (
        (Paragraph(voice.say("setup.pause.done", until=ctx.moment(settings.paused_until))),)
        if settings.paused_until
        else ()
    )
    lacking = _lacking(ctx, progress, voice)
    return Message((title, mode, *paused, Fields(tuple(rows)), *lacking), _buttons(settings, voice))


def _lacking(ctx: Context, progress: Progress, voice: Voice) -> tuple[Paragraph, ...]:
    """Precisely what is not allowed where, and how to grant it."""
    settings = ctx.community.settings
    if not settings.watched and settings.staff_room is None:
        return ()
    if progress.seen.at is None:
        return (Paragraph(voice.say("setup.permissions.unknown")),)
    names = {channel.id: f"#{channel.name}" for channel in progress.seen.channels}

    def grant(channels: str, codes: Sequence[str]) -> Paragraph:
        permissions = ", ".join(voice.text(f"permission.{code}") for code in codes)
        key = f"permission.grant.{ctx.community.platform}"
        return Paragraph(voice.say(key, channel=channels, permissions=permissions))

    lacks = lacks_of(settings, progress.seen.lacks)
    told = [grant(names.get(lack.channel, lack.channel), lack.codes) for lack in lacks[:LACKING]]
    advised = advised_in(settings, progress.seen.lacks)[:LACKING]
    if advised:
        where = ", ".join(names.get(lack.channel, lack.channel) for lack in advised)
        told += [Paragraph(voice.say("permission.removal")), grant(where, advised[0].codes)]
    return tuple(told) if lacks else (Paragraph(voice.say("setup.permissions.all")), *told)


def lacks_of(settings: CommunitySettings, lacks: Sequence[Lack]) -> list[Lack]:
    """Those that matter: where the bot watches, and in the staff room."""

    def matters(lack: Lack) -> bool:
        if lack.purpose is Purpose.STAFF_ROOM:
            return lack.channel == settings.staff_room
        return lack.purpose is Purpose.WATCH and lack.channel in settings.watched

    return [lack for lack in lacks if lack.codes and matters(lack)]


def advised_in(settings: CommunitySettings, lacks: Sequence[Lack]) -> list[Lack]:
    """Where no message could be removed, in a community that wants it possible: no fault, all else works."""
    if not settings.removal:
        return []
    return [
        lack
        for lack in lacks
        if lack.codes and lack.purpose is Purpose.REMOVAL and lack.channel in settings.watched
    ]


def _buttons(settings: CommunitySettings, voice: Voice) -> tuple[Button, ...]:
    """A button a step; the next one needed stands out."""
    first = missing(settings)

    def press(action: str, *, now: bool = False) -> Button:
        label = voice.text(f"setup.label.{action.replace(' ', '_').replace('-', '_')}")
        return Button(label, action, style=ButtonStyle.PRIMARY if now else ButtonStyle.PLAIN)

    steps = [press(action, now=step is first) for step, action in ACTIONS.items()]
    return (*steps, press("mode", now=first is None), press("setup"))
