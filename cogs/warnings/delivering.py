"""Bringing a measure to the member, and what became of that: nothing counts that did not arrive."""

from dataclasses import replace
from datetime import timedelta

from bot.catalogue.declare import button, due, on, view
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.infractions.model import READ_AFTER, Infraction, Refusal, Step
from bot.measures import acknowledged, delivered, lost, purge, removed
from bot.ports import Door
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.places import Aside, CasePrivate, Place, StaffRoom, place_key
from bot.vocabulary.replies import Message, Name, Paragraph, say
from bot.vocabulary.signals import EffectSettled, MeasureReduced, MeasureTaken, MeasureUndone
from cogs.warnings.proposing import CARD, show_measure, store_of
from cogs.warnings.telling import told

TOLD = "warnings.told"
READ, PURGE = "warnings.read", "warnings.purge"
IN_THE_CASE = "case"
"""Stands for the private conversation of a case among the doors that were shut."""
KNOWN = frozenset(Refusal)
"""Why a message was not removed in the end, of what has a sentence of its own."""


async def tell(ctx: Context, measure: Infraction) -> None:
    """What stands in the member's private place is out of date, or not there yet."""
    place = await place_of(ctx, measure)
    await ctx.outbox.show(place, View(TOLD, measure.id), priority=Priority.HUMAN_REPLY)


async def place_of(ctx: Context, measure: Infraction) -> Place:
    """The private conversation of its case where that is open, else a place of its own."""
    if measure.case_id is not None and IN_THE_CASE not in measure.refused:
        private = CasePrivate(measure.case_id)
        if await ctx.places.channel_of(private) is not None:
            return private
    return Aside(measure.id)


class Delivering:
    """Outcomes of deliveries and removals, and the member's own button."""

    @view(TOLD)
    async def told(self, ctx: Context, number: int) -> Message | None:
        measure = await ctx.infractions.get(number)
        return await told(ctx, measure) if measure is not None else None

    @on(EffectSettled)
    async def settled(self, ctx: Context, settled: EffectSettled) -> None:
        of_ours = settled.effect == "remove" or (settled.name == TOLD and settled.effect == "show")
        measure = await ctx.infractions.get(settled.subject) if of_ours else None
        if measure is None:
            return
        if settled.effect == "remove":
            await self._removal(ctx, measure, settled)
        elif measure.delivered_at is None:
            await self._brought(ctx, measure, settled)

    async def _brought(self, ctx: Context, measure: Infraction, settled: EffectSettled) -> None:
        if settled.outcome == "delivered":
            known = await delivered(ctx, measure)
            await ctx.timers.set(READ, measure.id, ctx.now + READ_AFTER)
            ctx.stir(measure.message.channel)
            await show_measure(ctx, known)
        elif settled.outcome in ("shut", "gone") and settled.reason != "no_door_left":
            await self._next_door(ctx, measure, settled)
        else:
            await self._reached_nobody(ctx, measure)

    async def _next_door(self, ctx: Context, measure: Infraction, settled: EffectSettled) -> None:
        left = [door for door in ctx.doors if door not in measure.refused and door is not Door.FORM]
        in_case = settled.place != place_key(Aside(measure.id))
        shut = IN_THE_CASE if in_case else next(iter(left), "none")
        refused = replace(measure, refused=(*measure.refused, str(shut)))
        await ctx.infractions.save(refused, measure)
        await ctx.infractions.log(measure.id, "door_shut", None, None, ctx.now, door=str(shut))
        if in_case or left[1:]:
            await tell(ctx, refused)
        else:
            await self._reached_nobody(ctx, refused)

    async def _reached_nobody(self, ctx: Context, measure: Infraction) -> None:
        """It does not count; whoever took it sees that at the end of the room."""
        await lost(ctx, measure)
        await _up(ctx, measure)

    async def _removal(self, ctx: Context, measure: Infraction, settled: EffectSettled) -> None:
        """Confirmed: its author gets the words back. Or not: staff hear why."""
        if measure.removed_at is not None or measure.lost_at is not None:
            return
        if settled.outcome == "delivered":
            gone = await removed(ctx, measure)
            await tell(ctx, gone)
            await show_measure(ctx, gone)
            return
        code = settled.reason if settled.reason in KNOWN else "unknown"
        code = "may_not_remove" if settled.outcome == "shut" else code
        await ctx.infractions.save(replace(measure, lost_at=ctx.now), measure)
        await ctx.infractions.log(measure.id, "not_removed", None, None, ctx.now, reason=code)
        await _up(ctx, measure)
        voice = ctx.voice()
        stays = Paragraph(voice.say("warnings.not_removed", name=Name(measure.member_name), no=measure.id))
        why = Paragraph(voice.say(f"warnings.shut.{code}"))
        key = f"warnings.not_removed:{measure.id}"
        await ctx.outbox.say(StaffRoom(), Message((stays, why)), key, priority=Priority.STAFF)

    @button("warning read", roles=EVERYONE)
    async def read(self, ctx: Context, infraction: int) -> Message:
        """The member's own; seen elsewhere first, it has been delivered by that."""
        found = await ctx.infractions.get(infraction)
        if found is None or found.member_id != ctx.doer.id:
            raise UserError("warnings.not_yours")
        told_before = found.delivered_at is not None
        if found.step is not Step.REMOVAL:
            found = await delivered(ctx, found)
        known = await acknowledged(ctx, found)
        if told_before:
            await tell(ctx, known)
        await show_measure(ctx, known)
        ctx.stir(known.message.channel)
        return say(*ctx.own_voice.say("warnings.noted"))

    @due(READ)
    async def counts_as_read(self, ctx: Context, number: int) -> None:
        """A day after its delivery, whatever the member did."""
        measure = await ctx.infractions.get(number)
        if measure is not None:
            await show_measure(ctx, measure)

    @on(MeasureUndone, MeasureReduced)
    async def lighter(self, ctx: Context, fact: MeasureUndone | MeasureReduced) -> None:
        """What was told says what is true now, and the card with it."""
        measure = await ctx.infractions.get(fact.infraction)
        if measure is not None and measure.delivered_at is not None:
            await tell(ctx, measure)
        if measure is not None:
            await show_measure(ctx, measure)

    @on(MeasureTaken)
    async def will_be_purged(self, ctx: Context, _: MeasureTaken) -> None:
        if await ctx.timers.due_at(PURGE, 0) is None:
            await ctx.timers.set(PURGE, 0, ctx.now + timedelta(days=1))

    @due(PURGE)
    async def purge(self, ctx: Context, _: int) -> None:
        """Once a day: what is kept no longer goes."""
        await purge(ctx)
        await ctx.timers.set(PURGE, 0, ctx.now + timedelta(days=1))


async def _up(ctx: Context, measure: Infraction) -> None:
    """Its card, at the end of the room."""
    found = await store_of(ctx).of_infraction(measure.id)
    if found is not None:
        await ctx.outbox.show_anew(StaffRoom(), View(CARD, found.id))
