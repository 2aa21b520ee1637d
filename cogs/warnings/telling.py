"""What the member reads of a measure, in their language: rendered when it is sent, as things are then."""

from datetime import timedelta

from bot.context import Context
from bot.infractions.model import WARNINGS, Infraction, Step
from bot.language import Voice
from bot.measures import lasts, standing_of
from bot.text import shorten
from bot.vocabulary.replies import (
    Button,
    File,
    Link,
    Message,
    Moment,
    MomentStyle,
    Name,
    Paragraph,
    Part,
    Quotation,
    Text,
)

RULE = 120
REASON = 300
QUOTED = 1500
"""Longer words of theirs come back as a file, whole."""


async def told(ctx: Context, measure: Infraction) -> Message:
    """The quote, the rule by name, what stays, what comes next and until when, the case, the appeal."""
    voice = ctx.voice(measure.language)
    if measure.undone is not None:
        return Message((Paragraph(voice.say(f"warnings.told.undone.{measure.undone}")),))
    parts = await _last(ctx, measure, voice) if measure.step is Step.REMOVAL else _warned(ctx, measure, voice)
    parts += await _case(ctx, measure, voice)
    parts += _appeal(ctx, measure, voice)
    read = Button(voice.text("warnings.label.warning_read"), "warning read", (measure.id,))
    appeal = Button(voice.text("warnings.press.appeal"), "appeal make", (measure.id,))
    acknowledged = measure.acknowledged_at is not None
    return Message(tuple(parts), (appeal,) if acknowledged else (read, appeal))


def _warned(ctx: Context, measure: Infraction, voice: Voice) -> list[Part]:
    at, link = _at(ctx, measure), Link(voice.text("warnings.link"), message=measure.message)
    begins = Paragraph(voice.say(f"warnings.told.{measure.weight}.begins", at=at, link=link))
    key, rule = f"warnings.told.{measure.weight}.says", _rule(measure)
    says = Paragraph(voice.say(key, no=measure.number, rule=rule))
    return [begins, *quote(measure), says, *_next(ctx, measure, voice)]


def _next(ctx: Context, measure: Infraction, voice: Voice) -> list[Part]:
    """Only what the ladder of this community really has."""
    until = Moment(measure.expires_at or ctx.now + lasts(ctx, measure.weight), MomentStyle.DATE)
    can = "off" if not ctx.community.settings.removal else "remove" if ctx.removes else "ask"
    if measure.weight is Step.SECOND_WARNING:
        return [Paragraph(voice.say(f"warnings.told.second_warning.next.{can}", until=until))]
    runs = voice.say(f"warnings.told.{measure.weight}.next", until=until)
    if measure.weight is Step.FIRST_WARNING and can != "off":
        runs = (*runs, Text(" "), *voice.say(f"warnings.told.first_warning.then.{can}"))
    return [Paragraph(runs)]


async def _last(ctx: Context, measure: Infraction, voice: Voice) -> list[Part]:
    """Who and why, after which warnings, and the words back. Where a bot can't remove it is a request to delete."""
    key = "warnings.told.removal" if ctx.removes else "warnings.told.ask"
    at, link = _at(ctx, measure), Link(voice.text("warnings.link"), message=measure.message)
    by = Name(measure.by_name)
    who = f"{key}.by_team" if ctx.community.settings.as_team else f"{key}.by"
    begins = voice.say(who, at=at, name=by, link=link)
    stands = await standing_of(ctx, measure.member_id, measure.said_at)
    warnings = [one for one in stands.counting if one.weight in WARNINGS and one.taken_at < measure.taken_at]
    why = voice.say("warnings.told.why", no=measure.number, rule=_rule(measure))
    parts: list[Part] = [Paragraph(begins), Paragraph(why)]
    if len(warnings) > 1:
        first, second = (Moment(one.delivered_at or one.taken_at, MomentStyle.DATE) for one in warnings[-2:])
        parts.append(Paragraph(voice.say("warnings.told.after", first=first, second=second)))
    if measure.reason:
        parts += [Paragraph(voice.say("warnings.told.reason")), Quotation(shorten(measure.reason, REASON))]
    if measure.text is not None:
        parts += [Paragraph(voice.say("warnings.told.words")), *quote(measure)]
    return [*parts, Paragraph(voice.say(f"{key}.stays"))]


def quote(measure: Infraction) -> list[Part]:
    """Their words, as long as they are kept; longer ones as a file too."""
    if measure.text is None:
        return []
    if len(measure.text) <= QUOTED:
        return [Quotation(measure.text)]
    return [Quotation(shorten(measure.text, QUOTED)), File("message.txt", "text/plain", measure.text)]


async def _case(ctx: Context, measure: Infraction, voice: Voice) -> list[Part]:
    if measure.case_id is None:
        return []
    number = (await ctx.cases.get(measure.case_id)).number
    return [Paragraph(voice.say("warnings.told.case", number=number))]


def _appeal(ctx: Context, measure: Infraction, voice: Voice) -> list[Part]:
    """Until when, that somebody else decides and how fast, and the way for whom no message reaches."""
    settings = ctx.community.settings
    window = timedelta(days=settings.appeal_days)
    until = Moment((measure.delivered_at or ctx.now) + window, MomentStyle.DATE)
    parts: list[Part] = [
        Paragraph(voice.count("warnings.told.appeal", settings.appeal_decision_days, until=until))
    ]
    if settings.appeal_address:
        parts.append(Paragraph(voice.say("warnings.told.address", address=settings.appeal_address)))
    return parts


def _rule(measure: Infraction) -> str:
    return shorten(measure.rule, RULE).rstrip(" .")


def _at(ctx: Context, measure: Infraction) -> Moment:
    return ctx.moment(measure.said_at)
