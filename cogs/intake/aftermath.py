"""What happens to an offer afterwards: doors that open or stay shut, and what the member says about it."""

from dataclasses import replace
from typing import Any

from bot.cases.doors import ACK, next_door
from bot.cases.model import Act, Case, NextStep, Status
from bot.catalogue.arguments import Words
from bot.catalogue.declare import Party, button, export, forget, on
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.vocabulary.codec import to_json
from bot.vocabulary.events import MessageDeleted, MessageEdited
from bot.vocabulary.facts import (
    CaseWithdrawn,
    DoorOpened,
    DoorRefused,
    MemberWrote,
    StayedPublic,
    Undelivered,
)
from bot.vocabulary.places import CasePrivate, Public
from bot.vocabulary.replies import Message, say
from bot.vocabulary.signals import EffectSettled
from cogs.intake.model import Spoken, Style, worth_hearing
from cogs.intake.opening import ACK_EXPIRES, OPENER
from cogs.intake.store import Store

OWN = [Party.MEMBER]


class Aftermath:
    """Buttons of the opener, outcomes of deliveries, and words taken back."""

    @button("case public", parties=OWN)
    async def stay_public(self, ctx: Context, case: Case) -> Message:
        """Whoever wants to stay in public stays, and is answered there."""
        if case.origin is None:
            raise UserError("error.too_late")
        saved = await ctx.change(replace(case, in_public=True), StayedPublic(case.id, ctx.doer.id))
        by = ctx.moment(saved.due_at or ctx.now)
        return say(*ctx.own_voice.say("intake.stay_public.done", number=case.number, by=by))

    @button("case decline", parties=OWN)
    async def decline(self, ctx: Context, case: Case) -> Message:
        """No help needed: the bot takes its reply down, and nothing else happens."""
        await self._withdraw(ctx, case, "no_help_needed")
        return say(*ctx.own_voice.say("intake.decline.done"))

    @button("case kept", parties=OWN)
    async def kept(self, ctx: Context, case: Case) -> Message:
        return say(*ctx.own_voice.say("intake.kept", number=case.number))

    @button("case write", parties=OWN)
    async def write(self, ctx: Context, case: Case, text: Words) -> Message:
        """The last door: a form that only they see."""
        changed = case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
        await ctx.change(changed, MemberWrote(case.id, ctx.doer.id, text))
        by = ctx.moment(changed.due_at or ctx.now)
        return say(*ctx.own_voice.say("intake.write.done", number=case.number, by=by))

    async def _withdraw(self, ctx: Context, case: Case, reason: Any) -> None:
        await ctx.change(case.withdrawn(ctx.now), CaseWithdrawn(case.id, case.member_id, reason))

    @on(CaseWithdrawn)
    async def take_down(self, ctx: Context, fact: CaseWithdrawn) -> None:
        """The public reply goes, whichever way the case was withdrawn."""
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        ack, case = await store.ack_of(fact.case), await ctx.cases.get(fact.case)
        if ack is None or case.origin is None:
            return
        await store.keep_ack(replace(ack, withdrawn=True))
        await ctx.outbox.hide(Public(case.origin), View(ACK, case.id), case=case.id)

    @on(MessageDeleted)
    async def origin_deleted(self, ctx: Context, event: MessageDeleted) -> None:
        """All that was said in public was taken back before anybody answered: nothing more happens.

        What was removed as abuse nobody took back: the case goes on.
        """
        if await ctx.infractions.takes_down(event.message):
            return
        for entry in await ctx.timeline.about_message(event.message):
            case = await ctx.cases.get(entry.fact.case)
            entries = await ctx.timeline.of_case(case.id)
            left = [e for e in entries if isinstance(e.fact, MemberWrote) and e.fact.text is not None]
            gone = isinstance(entry.fact, MemberWrote) and all(e.id == entry.id for e in left)
            if gone and _unanswered(case):
                await self._withdraw(ctx, case, "deleted")

    @on(MessageEdited)
    async def origin_edited(self, ctx: Context, event: MessageEdited) -> None:
        """The only thing said is no complaint any more, and nobody has answered it."""
        if ctx.assessment is None or worth_hearing(ctx.assessment, ctx.community.settings):
            return
        for entry in await ctx.timeline.about_message(event.message):
            case = await ctx.cases.get(entry.fact.case)
            entries = await ctx.timeline.of_case(case.id)
            written = [e for e in entries if isinstance(e.fact, MemberWrote)]
            if len(written) == 1 and written[0].id == entry.id and _unanswered(case):
                await self._withdraw(ctx, case, "edited")

    @on(EffectSettled)
    async def door(self, ctx: Context, settled: EffectSettled) -> None:
        """The opener got through, or the next door is tried."""
        if settled.name != OPENER or settled.case is None or settled.effect != "show":
            return
        case = await ctx.cases.get(settled.case)
        entries = await ctx.timeline.of_case(case.id)
        door = next_door(ctx.doors, entries)
        if settled.outcome == "delivered":
            if settled.message is not None and not any(isinstance(e.fact, DoorOpened) for e in entries):
                await ctx.record(DoorOpened(case.id, door or "dm"))
                await self._lead_there(ctx, case)
        elif settled.outcome == "shut" and door is not None:
            await ctx.record(DoorRefused(case.id, door, settled.reason or "shut"))
            place, view = CasePrivate(case.id), View(OPENER, case.id)
            await ctx.outbox.show(place, view, priority=Priority.ACKNOWLEDGEMENT, case=case.id)
        elif settled.outcome == "shut" and case.origin is None:
            await ctx.record(Undelivered(case.id, "opener", settled.reason or "shut"))

    async def _lead_there(self, ctx: Context, case: Case) -> None:
        """After an outage the acknowledgement may have gone out without the way to the private place."""
        ack = await Store(ctx.tx, ctx.community.id, ctx.stir).ack_of(case.id)
        if ack is None or case.origin is None or ack.style != Style.REPLY or ctx.now - ack.at > ACK_EXPIRES:
            return
        place, view = Public(case.origin), View(ACK, case.id)
        await ctx.outbox.show(
            place, view, priority=Priority.ACKNOWLEDGEMENT, case=case.id, expires_in=ACK_EXPIRES
        )

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """Thoughts that are still being listened to, or wait for a person's word."""
        found = await Store(ctx.tx, ctx.community.id, ctx.stir).of_member(member)
        return {"thoughts": [to_json(tuple[Spoken, ...], thought.spoken) for thought in found]}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        for thought in await store.of_member(member):
            await ctx.timers.cancel("intake.thought", thought.id)
            await ctx.timers.cancel("intake.maybe_over", thought.id)
        await store.forget(member)


def _unanswered(case: Case) -> bool:
    return case.status is Status.NEW and case.answered_at is None and case.can(Act.WITHDRAW)
