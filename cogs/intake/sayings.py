"""What intake says: rendered when it is sent, from the case as it is then."""

from datetime import timedelta

from bot.cases.doors import next_door
from bot.cases.model import Case, Status
from bot.catalogue.declare import NotYet
from bot.context import Context
from bot.detection import Assessment, Topic
from bot.language import Voice
from bot.ports import Door
from bot.text import shorten
from bot.vocabulary.facts import DoorRefused
from bot.vocabulary.places import CasePrivate, MessageRef
from bot.vocabulary.replies import (
    Button,
    ButtonStyle,
    Fields,
    Heading,
    Link,
    Message,
    Moment,
    Name,
    Paragraph,
    Quotation,
    Row,
    Runs,
    Text,
    say,
)
from cogs.intake.model import is_angry
from cogs.intake.opening import has_a_door
from cogs.intake.store import MAYBE, Ack, Store

PATIENCE = timedelta(seconds=6)
"""How long an acknowledgement waits for the private place it links to."""
QUOTED = 600
REASONS = 6


async def acknowledgement(ctx: Context, case: Case) -> Message | None:
    """Seen, the number, by when, where you can talk; nothing else. None when there is nothing to say any more."""
    ack = await Store(ctx.tx, ctx.community.id, ctx.stir).ack_of(case.id)
    if ack is None or ack.withdrawn or case.status is Status.CLOSED or case.due_at is None:
        return None
    voice = ctx.voice(case.language)
    place = CasePrivate(case.id)
    if await ctx.places.channel_of(place):
        link = Link(voice.text(await _door_name(ctx, case)), place=place)
        return say(*_ack_words(ctx, case, ack, voice, link))
    if await has_a_door(ctx, case.id) and ctx.now - ack.at < PATIENCE:
        raise NotYet
    write = Button(voice.text("intake.label.case_write"), "case write", (case.number,))
    return say(*_ack_words(ctx, case, ack, voice, None), buttons=(write,))


async def _door_name(ctx: Context, case: Case) -> str:
    """What the private place is called: a thread, in a direct message too, or a channel."""
    door = next_door(ctx.doors, await ctx.timeline.of_case(case.id))
    return "intake.link.channel" if door is Door.PRIVATE_CHANNEL else "intake.link"


def _ack_words(ctx: Context, case: Case, ack: Ack, voice: Voice, link: Link | None) -> Runs:
    by = _by(ctx, case)
    if link is None:
        return voice.say("intake.ack.form", number=case.number, by=by)
    if ack.after_hours:
        opens = ctx.moment(ctx.community.settings.hours.next_open(case.opened_at))
        key = f"intake.ack.after_hours.{ack.wording}"
        return voice.say(key, number=case.number, opens=opens, by=by, link=link)
    return voice.say(f"intake.ack.ordinary.{ack.wording}", number=case.number, by=by, link=link)


async def opener(ctx: Context, case: Case) -> Message | None:
    """What it is about, who can read here, when a person answers, that this is a program."""
    if case.status is Status.CLOSED:
        return None
    voice = ctx.voice(case.language)
    entries = await ctx.timeline.of_case(case.id)
    door = next_door(ctx.doors, entries)
    refused = any(isinstance(entry.fact, DoorRefused) for entry in entries)
    by = _by(ctx, case)
    if door is Door.DM and refused:
        at = Moment(case.opened_at)
        runs = voice.say("intake.opener.dm", number=case.number, at=at, community=ctx.community.name, by=by)
    elif door is Door.PRIVATE_CHANNEL:
        runs = voice.say("intake.opener.channel", number=case.number, by=by)
    elif case.topic is Topic.OTHER:
        runs = voice.say("intake.opener.plain", number=case.number, by=by)
    else:
        topic = voice.text(f"topic.{case.topic}")
        runs = voice.say("intake.opener.thread", number=case.number, topic=topic, by=by)
    return Message((Paragraph(runs),), _opener_buttons(case, voice))


def _by(ctx: Context, case: Case) -> Moment:
    return ctx.moment(case.due_at or ctx.now)


def _opener_buttons(case: Case, voice: Voice) -> tuple[Button, ...]:
    names = ("case public", "case decline", "case kept") if case.origin else ("case decline", "case kept")
    numbers = (case.number,)
    return tuple(Button(voice.text(f"intake.label.{n.replace(' ', '_')}"), n, numbers) for n in names)


async def maybe_card(ctx: Context, number: int) -> Message | None:
    """For staff: is this something? With the words, the reasons, and one click either way."""
    thought = await Store(ctx.tx, ctx.community.id, ctx.stir).get(number)
    if thought is None or thought.state != MAYBE:
        return None
    voice, seen = ctx.voice(), thought.assessment
    rows = (
        Row(voice.text("intake.maybe.member"), (Name(thought.member.name),)),
        Row(
            voice.text("intake.maybe.where"), (Link(voice.text("intake.maybe.link"), message=thought.origin),)
        ),
        Row(voice.text("intake.maybe.chance"), (Text(f"{seen.complaint:.0%}"),)),
        Row(voice.text("intake.maybe.reasons"), (Text(_reasons(seen, voice)),)),
    )
    dismissing = "maybe reason" if is_angry(seen, ctx.community.settings) else "maybe dismiss"
    buttons = (
        Button(voice.text("intake.label.maybe_open"), "maybe open", (number,), ButtonStyle.PRIMARY),
        # One click; where a reason is needed, to the form that asks for it.
        Button(voice.text("intake.label.maybe_dismiss"), dismissing, (number,)),
        Button(voice.text("intake.label.maybe_abuse"), "maybe abuse", (number,)),
    )
    quote = Quotation(shorten(thought.text, QUOTED))
    return Message((Heading(voice.text("intake.maybe.title")), quote, Fields(rows)), buttons)


async def why(ctx: Context, message: MessageRef) -> Message:
    """How sure detection is of a message, by what, and which case it belongs to. For staff."""
    voice, seen = ctx.own_voice, ctx.assessment
    if seen is None:
        raise LookupError("a chosen message comes with its assessment")
    held = await ctx.timeline.about_message(message)
    became = voice.text("intake.why.nothing")
    if held:
        seen_by_them = await ctx.cases.sees(held[0].fact.case)
        case = await ctx.cases.get(held[0].fact.case) if seen_by_them else None
        became = f"#{case.number}" if case else voice.text("intake.menu.elsewhere")
    rows = (
        Row(voice.text("intake.maybe.chance"), (Text(f"{seen.complaint:.0%}"),)),
        Row(voice.text("intake.maybe.reasons"), (Text(_reasons(seen, voice)),)),
        Row(voice.text("intake.why.became"), (Text(became),)),
    )
    return Message((Heading(voice.text("intake.label.bot_why")), Fields(rows)))


def _reasons(seen: Assessment, voice: Voice) -> str:
    told = [voice.text(f"reason.{r.rule}", match=r.match) for r in seen.reasons if r.weight > 0]
    return "; ".join(told[:REASONS]) or "–"
