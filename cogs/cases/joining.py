"""Cases that belong together: of one member about the same (they become one), or of several people side by side."""

from bot.cases.doors import member_place
from bot.cases.model import Act, Case, NextStep, Owed, Status
from bot.catalogue.declare import command
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.vocabulary.facts import CaseAbsorbed, CaseClosed, CaseLinked, CaseMerged, CaseUnlinked
from bot.vocabulary.places import CasePrivate, Place
from bot.vocabulary.replies import Link, Message, say
from cogs.cases.store import Store

OURS = (NextStep.FIRST_RESPONSE, NextStep.NEXT_RESPONSE)
"""What the member waits for."""


class Joining:
    """Commands that put cases together."""

    @command("case merge")
    async def merge(self, ctx: Context, case: Case, into: Case) -> Message:
        """The first goes on in the second: one conversation, one due time, and the member hears it once."""
        _check(case, into)
        await ctx.change(case.closed(ctx.now), CaseClosed(case.id, ctx.doer.id))
        await Store(ctx.tx, ctx.community.id).merge(case.id, into.id)
        await ctx.record(CaseMerged(case.id, ctx.doer.id, into.id, into.number))
        await ctx.change(_taken_on(case, into), CaseAbsorbed(into.id, ctx.doer.id, case.id, case.number))
        await _tell(ctx, case, into)
        return say(*ctx.own_voice.say("cases.merge.done", number=case.number, into=into.number))

    @command("case link")
    async def link(self, ctx: Context, case: Case, other: Case) -> Message:
        """Both cards lead to each other; no member hears of it."""
        if case.id == other.id:
            raise UserError("cases.join.itself", number=case.number)
        values = {"number": case.number, "other": other.number}
        if not await Store(ctx.tx, ctx.community.id).link(case.id, other.id):
            raise UserError("cases.link.already", **values)
        await ctx.record(CaseLinked(case.id, ctx.doer.id, other.number))
        await ctx.record(CaseLinked(other.id, ctx.doer.id, case.number))
        return say(*ctx.own_voice.say("cases.link.done", **values))

    @command("case unlink")
    async def unlink(self, ctx: Context, case: Case, other: Case) -> Message:
        values = {"number": case.number, "other": other.number}
        if not await Store(ctx.tx, ctx.community.id).unlink(case.id, other.id):
            raise UserError("cases.unlink.not_linked", **values)
        await ctx.record(CaseUnlinked(case.id, ctx.doer.id, other.number))
        await ctx.record(CaseUnlinked(other.id, ctx.doer.id, case.number))
        return say(*ctx.own_voice.say("cases.unlink.done", **values))


async def survivor(ctx: Context, case: Case) -> Case:
    """The case in which this one goes on: itself, unless it was merged."""
    into = await Store(ctx.tx, ctx.community.id).goes_on_in(case.id)
    return case if into is None else await ctx.cases.get(into)


def _check(case: Case, into: Case) -> None:
    if case.id == into.id:
        raise UserError("cases.join.itself", number=case.number)
    if case.member_id != into.member_id:
        raise UserError("cases.merge.two_people", number=case.number, into=into.number)
    if case.about != into.about:
        raise UserError("cases.merge.about_staff", number=case.number, into=into.number)
    for one in (case, into):
        if not (one.is_open or (one is case and one.can(Act.CLOSE))):
            raise UserError("error.wrong_status", number=one.number, status=one.status)


def _taken_on(case: Case, into: Case) -> Case:
    """What the member waits for in the one is owed in the other, and no later than they were told."""
    if not case.is_open or case.next_step not in OURS or case.due_at is None:
        return into
    if into.status in (Status.NEW, Status.OPEN) and into.due_at is not None and into.next_step is not None:
        return into.postponed(Owed(into.next_step, min(into.due_at, case.due_at)))
    return into.member_wrote(Owed(NextStep.NEXT_RESPONSE, case.due_at))


async def _tell(ctx: Context, case: Case, into: Case) -> None:
    """Once, where they would look for the case that is no more."""
    voice = ctx.voice(into.language)
    old = await ctx.places.channel_of(CasePrivate(case.id))
    new = await ctx.places.channel_of(CasePrivate(into.id))
    place: Place = member_place(case if old is not None and not case.in_public else into)
    if place != member_place(into) and (new is None or new != old):
        label = voice.text("cases.merged.link", number=into.number)
        where = into.origin if into.in_public else None
        link = Link(label, message=where) if where else Link(label, CasePrivate(into.id))
        told = voice.say("cases.merged.told", number=case.number, into=into.number, link=link)
    else:
        told = voice.say("cases.merged.told_here", number=case.number, into=into.number)
    key = f"merged:{case.id}"
    await ctx.outbox.say(place, say(*told), key, priority=Priority.HUMAN_REPLY, case=into.id)
