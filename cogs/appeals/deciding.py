"""What becomes of an appeal: somebody who did not take the measure says so, with a reason to the member."""

from dataclasses import replace

from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, on
from bot.context import Context
from bot.errors import NotAllowed, UserError
from bot.infractions.model import Infraction, Undone
from bot.measures import reduce, undo
from bot.vocabulary.people import STAFF
from bot.vocabulary.replies import Message, Name, say
from bot.vocabulary.signals import MeasureUndone
from cogs.appeals.appealing import DUE, OVER, REMIND
from cogs.appeals.card import show
from cogs.appeals.deciders import involved
from cogs.appeals.model import FIGURES_OF, Appeal, Outcome, lighter, window_ends
from cogs.appeals.store import store_of
from cogs.appeals.words import tell_decided


class Deciding:
    """The three buttons of the card."""

    @button("appeal uphold", roles=STAFF, goes_out=True)
    async def uphold(self, ctx: Context, appeal: int, text: Words) -> Message:
        """The measure stands as it is."""
        decided, infraction = await _open(ctx, appeal)
        return await _done(ctx, decided, infraction, Outcome.UPHELD, text)

    @button("appeal reduce", roles=STAFF, goes_out=True)
    async def reduce(self, ctx: Context, appeal: int, text: Words) -> Message:
        """It counts as the step below."""
        decided, infraction = await _open(ctx, appeal)
        to = lighter(infraction)
        if to is None:
            raise UserError("appeals.not_reducible")
        answer = await _done(ctx, decided, infraction, Outcome.REDUCED, text)
        await reduce(ctx, infraction, to, ctx.doer)
        return answer

    @button("appeal overturn", roles=STAFF, goes_out=True)
    async def overturn(self, ctx: Context, appeal: int, text: Words) -> Message:
        """It doesn't count, and never did."""
        decided, infraction = await _open(ctx, appeal)
        answer = await _done(ctx, decided, infraction, Outcome.OVERTURNED, text)
        await undo(ctx, infraction, Undone.OVERTURNED, ctx.doer)
        return answer

    @on(MeasureUndone)
    async def pardoned(self, ctx: Context, undone: MeasureUndone) -> None:
        """There is nothing left to decide."""
        appeal = await store_of(ctx).of_infraction(undone.infraction)
        infraction = await ctx.infractions.get(undone.infraction)
        if appeal is not None and appeal.is_open and infraction is not None:
            over = replace(appeal, outcome=Outcome.WITHDRAWN, decided_at=ctx.now)
            await _settle(ctx, over, infraction)


async def _open(ctx: Context, number: int) -> tuple[Appeal, Infraction]:
    """To be decided by the doer. Raises UserError."""
    appeal = await store_of(ctx).get(number, lock=True)
    infraction = await ctx.infractions.get(appeal.infraction_id) if appeal else None
    if appeal is None or infraction is None:
        raise UserError("appeals.gone")
    if ctx.doer.id in involved(infraction):
        raise NotAllowed("appeals.not_you")
    if not appeal.is_open:
        name = appeal.decided_name or ctx.own_voice.text("appeals.nobody")
        raise UserError("appeals.decided_already", name=name)
    return appeal, infraction


async def _done(
    ctx: Context, appeal: Appeal, infraction: Infraction, outcome: Outcome, reason: str
) -> Message:
    decided = replace(
        appeal,
        outcome=outcome,
        decided_at=ctx.now,
        decided_by=ctx.doer.id,
        decided_name=ctx.doer.name,
        reason=reason,
    )
    await _settle(ctx, decided, infraction)
    return say(*ctx.own_voice.say(f"appeals.done.{outcome}", name=Name(appeal.member_name)))


async def _settle(ctx: Context, appeal: Appeal, infraction: Infraction) -> None:
    """Kept, told to the member, shown on the card; nothing is due any more."""
    await store_of(ctx).save(appeal)
    for timer in (REMIND, DUE):
        await ctx.timers.cancel(timer, appeal.id)
    over = max(ctx.now + FIGURES_OF, window_ends(infraction, ctx.community.settings.appeal_days))
    await ctx.timers.set(OVER, appeal.id, over)
    await tell_decided(ctx, appeal, infraction)
    await show(ctx, appeal)
