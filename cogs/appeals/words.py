"""What the member is told about their appeal, in their language, where they were told of the measure."""

from dataclasses import replace

from bot.context import Context
from bot.durable.outbox import Priority
from bot.infractions.model import Infraction
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.places import Aside, CasePrivate, MemberDM, Place
from bot.vocabulary.replies import File, Message, Moment, MomentStyle, Paragraph, Part, Quotation, say
from bot.vocabulary.signals import EffectSettled
from cogs.appeals.model import Appeal, Outcome, kind_of
from cogs.appeals.store import store_of

DECIDED, LATE, AGAIN = "appeal_decided", "appeal_late", "appeal_again"
DELIVERED = "delivered"
QUOTED = 1500
"""Longer words of theirs come back as a file, whole."""


async def told_in(ctx: Context, infraction: Infraction) -> Place:
    """Where the member read of the measure."""
    aside = Aside(infraction.id)
    if infraction.case_id is not None and await ctx.places.channel_of(aside) is None:
        private = CasePrivate(infraction.case_id)
        if await ctx.places.channel_of(private) is not None:
            return private
    return aside


async def tell_decided(ctx: Context, appeal: Appeal, infraction: Infraction) -> None:
    """What was decided and why; `infraction` is as it was before that."""
    message, key = decided(ctx, appeal, infraction), f"{DECIDED}:{appeal.id}"
    await ctx.outbox.say(await told_in(ctx, infraction), message, key, priority=Priority.HUMAN_REPLY)


async def tell_late(ctx: Context, appeal: Appeal, infraction: Infraction, *, was: Moment) -> None:
    """That the time they were told has passed, and the new one."""
    voice = ctx.voice(appeal.language)
    told = say(*voice.say("appeals.late", was=was, at=ctx.moment(appeal.due_at)))
    key = f"{LATE}:{appeal.id}:{appeal.late}"
    await ctx.outbox.say(await told_in(ctx, infraction), told, key, priority=Priority.HUMAN_REPLY)


def decided(ctx: Context, appeal: Appeal, infraction: Infraction) -> Message:
    """The outcome, the reason in whose words it was given, and what holds from now on."""
    voice, outcome = ctx.voice(appeal.language), appeal.outcome or Outcome.WITHDRAWN
    at, kind = Moment(infraction.taken_at, MomentStyle.DATE), kind_of(infraction)
    reason = (Quotation(appeal.reason),) if appeal.reason else ()
    match outcome:
        case Outcome.OVERTURNED:
            first = Paragraph(voice.say(f"appeals.overturned.{kind}", at=at))
            sorry = Paragraph(voice.say("appeals.sorry"))
            return Message((first, *reason, sorry, *_given_back(infraction, voice)))
        case Outcome.REDUCED:
            told = voice.say(f"appeals.reduced.{infraction.step}", at=at)
        case Outcome.WITHDRAWN:
            return say(*voice.say("appeals.withdrawn", at=at))
        case _:
            told = voice.say(f"appeals.upheld.{kind}", at=at)
    return Message((Paragraph(told), *reason))


def _given_back(infraction: Infraction, voice: Voice) -> tuple[Part, ...]:
    """Of what was removed, the words: nobody can put the message itself back."""
    if infraction.removed_at is None or not infraction.text:
        return ()
    whole = (File("message.txt", "text/plain", infraction.text),) if len(infraction.text) > QUOTED else ()
    quoted = Quotation(shorten(infraction.text, QUOTED))
    return (Paragraph(voice.say("appeals.given_back")), quoted, *whole)


async def settled(ctx: Context, told: EffectSettled) -> Appeal | None:
    """If the decision did not arrive: by direct message, and if that is shut too, staff have to know.

    The appeal if it can't be told at all.
    """
    what, _, number = told.key.partition(":")
    if what not in (DECIDED, AGAIN) or told.outcome == DELIVERED or not number.isdecimal():
        return None
    appeal = await store_of(ctx).get(int(number))
    infraction = await ctx.infractions.get(appeal.infraction_id) if appeal else None
    if appeal is None or infraction is None:
        return None
    if what == DECIDED:
        message, key = decided(ctx, appeal, infraction), f"{AGAIN}:{appeal.id}"
        place = MemberDM(appeal.member_id)
        await ctx.outbox.say(place, message, key, priority=Priority.HUMAN_REPLY)
        return None
    lost = replace(appeal, untold=True)
    await store_of(ctx).save(lost)
    return lost
