"""Measures in a transaction: what comes next, what became of one, and whether a message may really be removed.

`bot.infractions.model` has the rules; here they meet the rows, the community's settings and the trail.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.context import Context
from bot.detection import PRESSING, thresholds
from bot.infractions.model import (
    LADDER,
    SETTLES,
    Infraction,
    Refusal,
    Refused,
    Removal,
    Standing,
    Step,
    Terms,
    Undone,
    permit,
    standing,
)
from bot.vocabulary.people import Member
from bot.vocabulary.places import Aside, MessageRef
from bot.vocabulary.signals import MeasureReduced, MeasureTaken, MeasureUndone

EVIDENCE = timedelta(days=30)
"""So long after the time for an appeal has passed the words are kept."""

REMEMBERED = timedelta(days=90)
"""So long after it counts no more a measure is known."""


async def standing_of(ctx: Context, member: str, said_at: datetime) -> Standing:
    """What comes next for them, for something said at that time."""
    return standing(await ctx.infractions.of_member(member), said_at, ctx.now, burst=_burst(ctx))


async def terms(ctx: Context, member: str) -> Terms:
    """What this community asks of a removal of something that the member said."""
    settings = ctx.community.settings
    return Terms(
        ctx.community.key,
        settings.removal,
        await staff_count(ctx, member),
        thresholds(settings.sensitivity).act,
        _burst(ctx),
        second=settings.second_moderator,
    )


async def staff_count(ctx: Context, member: str) -> int:
    """How many people are known who could decide the member's appeal: not they themselves.

    `bot.infractions.deciders` says who is counted.
    """
    return len(set(await ctx.deciders.all(ctx.now)) - {member})


async def permitted(ctx: Context, infraction: int) -> Removal:
    """The proof that the message of this measure may be removed now, from the rows as they are. Raises Refused."""
    found = await ctx.infractions.get(infraction)
    if found is None:
        raise Refused(Refusal.UNDONE)
    others = await ctx.infractions.of_member(found.member_id)
    return permit(found, found.offence, others, ctx.now, await terms(ctx, found.member_id))


async def take(ctx: Context, infraction: Infraction) -> Infraction:
    """Keep a measure that was decided, on the trail too, and tell the features. `id` is given here.

    Raises Refused where it is a removal that the ladder doesn't permit: nothing is kept then.
    """
    if infraction.step is Step.REMOVAL:
        others = await ctx.infractions.of_member(infraction.member_id)
        permit(infraction, infraction.offence, others, ctx.now, await terms(ctx, infraction.member_id))
    taken = await ctx.infractions.add(infraction)
    await _log(ctx, taken, "taken", taken.by, taken.by_name, step=taken.step.value, rule=taken.number)
    await ctx.dispatch(ctx, MeasureTaken(taken.id, taken.member_id))
    return taken


async def order_removal(ctx: Context, infraction: Infraction) -> None:
    """Have the message removed, if it is still permitted when its turn has come."""
    ctx.stir(infraction.message.channel)
    await ctx.outbox.remove(infraction.id, infraction.message, f"remove:{infraction.id}")


async def delivered(ctx: Context, infraction: Infraction) -> Infraction:
    """It has reached the member: it counts from now until it expires. Nothing happens the second time."""
    if infraction.delivered_at is not None:
        return infraction
    ends = ctx.now + lasts(ctx, infraction.weight) if infraction.weight is not Step.REMOVAL else None
    changed = replace(infraction, delivered_at=ctx.now, expires_at=ends, lost_at=None)
    return await _changed(ctx, infraction, changed, "delivered")


async def lost(ctx: Context, infraction: Infraction) -> Infraction:
    """Every door was shut: it counts as nothing."""
    return await _changed(ctx, infraction, replace(infraction, lost_at=ctx.now), "lost")


async def acknowledged(ctx: Context, infraction: Infraction) -> Infraction:
    """The member says that they have read it."""
    if infraction.acknowledged_at is not None or infraction.delivered_at is None:
        return infraction
    return await _changed(ctx, infraction, replace(infraction, acknowledged_at=ctx.now), "acknowledged")


async def wrote(ctx: Context, member: str, at: datetime) -> None:
    """The member has written something, anywhere: what reached them ten minutes before counts as read."""
    for one in await ctx.infractions.of_member(member):
        unread = one.delivered_at is not None and one.wrote_at is None and one.acknowledged_at is None
        if unread and one.delivered_at is not None and at >= one.delivered_at + SETTLES:
            await ctx.infractions.save(replace(one, wrote_at=at), one)


async def removed(ctx: Context, infraction: Infraction) -> Infraction:
    """The platform has confirmed that the message is gone."""
    return await _changed(ctx, infraction, replace(infraction, removed_at=ctx.now), "removed")


async def undo(ctx: Context, infraction: Infraction, how: Undone, by: Member) -> Infraction:
    """Take it back: it counts no more. The features hear of it; nothing happens the second time."""
    if infraction.undone is not None:
        return infraction
    changed = replace(infraction, undone=how, undone_at=ctx.now, undone_by=by.id)
    await _changed(ctx, infraction, changed, how.value, by)
    await ctx.dispatch(ctx, MeasureUndone(changed.id, changed.member_id, how.value))
    return changed


async def reduce(ctx: Context, infraction: Infraction, to: Step, by: Member) -> Infraction:
    """Let it count as a milder step, and not for longer than that one lasts.

    Raises ValueError if that isn't milder, or for a removal: what is gone can only be right or wrong.
    """
    if infraction.step is Step.REMOVAL or LADDER.index(to) >= LADDER.index(infraction.weight):
        raise ValueError(f"{to} is no milder than {infraction.weight}")
    ends = infraction.expires_at
    if infraction.delivered_at is not None:
        milder = infraction.delivered_at + lasts(ctx, to)
        ends = min(milder, ends) if ends is not None else milder
    changed = await _changed(
        ctx, infraction, replace(infraction, counts_as=to, expires_at=ends), "reduced", by, to=to.value
    )
    await ctx.dispatch(ctx, MeasureReduced(changed.id))
    return changed


def lasts(ctx: Context, step: Step) -> timedelta:
    """How long a delivered notice or warning counts."""
    settings = ctx.community.settings
    days = {Step.NOTICE: settings.notice_days, Step.FIRST_WARNING: settings.first_warning_days}
    return timedelta(days=days.get(step, settings.second_warning_days))


def evidence_until(ctx: Context, infraction: Infraction) -> datetime:
    """How long the words are kept."""
    return infraction.taken_at + timedelta(days=ctx.community.settings.appeal_days) + EVIDENCE


async def reassess(ctx: Context, message: MessageRef) -> None:
    """The message was edited, and reads as the context's assessment says now."""
    seen = ctx.assessment
    if seen is not None:
        await ctx.infractions.weigh(message, seen.abuse, seen.complaint, urgent=bool(PRESSING & seen.safety))


async def purge(ctx: Context) -> None:
    """What is kept no longer goes: words when their time is over, measures long after they have counted."""
    words = ctx.now - timedelta(days=ctx.community.settings.appeal_days) - EVIDENCE
    await ctx.infractions.purge(words, ctx.now - REMEMBERED)


async def forget(ctx: Context, member: str) -> None:
    """Everything about the member, and their name where they acted as staff."""
    for one in await ctx.infractions.of_member(member):
        await ctx.places.forget(Aside(one.id))
    await ctx.infractions.forget(member)


async def _changed(
    ctx: Context, was: Infraction, infraction: Infraction, what: str, by: Member | None = None, **detail: Any
) -> Infraction:
    await ctx.infractions.save(infraction, was)
    await _log(ctx, infraction, what, by.id if by else None, by.name if by else None, **detail)
    return infraction


async def _log(
    ctx: Context, infraction: Infraction, what: str, by: str | None, by_name: str | None, **detail: Any
) -> None:
    await ctx.infractions.log(infraction.id, what, by, by_name, ctx.now, **detail)


def _burst(ctx: Context) -> timedelta:
    return timedelta(minutes=ctx.community.settings.outburst_minutes)
