"""A proposal from its first message to its end, for all parts of the feature."""

from dataclasses import replace
from datetime import timedelta

from bot.cases.belonging import case_of_message
from bot.cases.model import Case
from bot.context import Context
from bot.detection import Assessment
from bot.durable.outbox import View
from bot.infractions.model import Infraction
from bot.vocabulary.people import Member
from bot.vocabulary.places import CasePrivate, StaffRoom
from bot.vocabulary.signals import AbuseJudged, MorningNeeded
from cogs.warnings.model import UNDECIDED_FOR, Proposal, Said, joins
from cogs.warnings.store import Store

CARD = "warnings.proposal"
AGAIN, OVER = "warnings.again", "warnings.over"


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id, ctx.stir)


def burst(ctx: Context) -> timedelta:
    return timedelta(minutes=ctx.community.settings.outburst_minutes)


async def propose(ctx: Context, author: Member, said: Said, *, reported: bool = False) -> None:
    """Put it to staff, with what else they said in this outburst. `ctx` has its assessment and place."""
    goes_on = joins(await store_of(ctx).open(author.id), said.at, burst(ctx))
    if goes_on is not None:
        longer = replace(goes_on.with_message(said), reported=goes_on.reported or reported)
        await store_of(ctx).save(longer)
        await show(ctx, longer)
        return
    case = await _case(ctx, author.id, said)
    new = Proposal(
        0,
        author.id,
        author.name,
        await _language(ctx, author.id),
        (said,),
        ctx.said_before(said.message.channel, author.id, said.text or ""),
        said.at,
        case.id if case else None,
        reported,
    )
    made = await store_of(ctx).add(new)
    await ctx.timers.set(OVER, made.id, ctx.now + UNDECIDED_FOR)
    await show(ctx, made)
    await ctx.dispatch(ctx, MorningNeeded())


async def _case(ctx: Context, author: str, said: Said) -> Case | None:
    """Their own case that it belongs to; one about somebody of staff is not named where they could read it."""
    number = ctx.place.case if isinstance(ctx.place, CasePrivate) else None
    number = number or await case_of_message(ctx.timeline, said.message)
    case = await ctx.cases.get(number) if number is not None else None
    theirs = case is not None and case.about is None and case.member_id == author
    return case if theirs else None


async def _language(ctx: Context, member: str) -> str:
    """Of the message if that is sure, else the one they use with us, else the community's."""
    settings, seen = ctx.community.settings, ctx.assessment
    if isinstance(seen, Assessment) and seen.sure and seen.language in settings.languages:
        return seen.language
    return await ctx.members.language_of(member) or settings.language


async def show(ctx: Context, proposal: Proposal) -> None:
    """Its card is out of date, unless it was put off."""
    if proposal.hidden_until is None:
        await ctx.outbox.show(StaffRoom(), View(CARD, proposal.id))


async def show_measure(ctx: Context, measure: Infraction) -> None:
    """The card that the measure came from is out of date."""
    found = await store_of(ctx).of_infraction(measure.id)
    if found is not None:
        await show(ctx, found)


async def judge(ctx: Context, known: Proposal, *, right: bool, by: str | None) -> None:
    """Tell what was made of it: whoever reported it hears, and detection can learn from it."""
    rules = tuple(sorted({rule for said in known.said for rule, _ in said.reasons}))
    told = AbuseJudged(known.messages, known.member_id, right, by, known.language, rules)
    await ctx.dispatch(ctx, told)


async def drop(ctx: Context, proposal: Proposal) -> None:
    """It ends, with its words."""
    for timer in (AGAIN, OVER):
        await ctx.timers.cancel(timer, proposal.id)
    await store_of(ctx).drop(proposal)
    await ctx.outbox.hide(StaffRoom(), View(CARD, proposal.id))
