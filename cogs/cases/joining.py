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
from cogs.cases.beside import may_name
from cogs.cases.card import open_question
from cogs.cases.store import Store

OURS = (NextStep.FIRST_RESPONSE, NextStep.NEXT_RESPONSE, NextStep.THIRD_PARTY)
"""What the member waits for, be it that we wait for somebody else."""


class Joining:
    """Commands that put cases together."""

    @command("case merge")
    async def merge(self, ctx: Context, case: Case, into: Case) -> Message:
        """The first goes on in the second: one conversation, one due time, and the member hears it once."""
        _check(case, into)
        await _check_question(ctx, case, into)
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
        if case.about != other.about:
            raise UserError("cases.merge.about_staff", number=case.number, into=other.number)
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
        for one, named in ((case, other), (other, case)):
            if may_name(one, named):
                await ctx.record(CaseUnlinked(one.id, ctx.doer.id, named.number))
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


async def _check_question(ctx: Context, case: Case, into: Case) -> None:
    """A question to specialists ends with its case, and the member was told that it is there."""
    asked = open_question([entry.fact for entry in await ctx.timeline.of_case(case.id)])
    if asked is not None:
        raise UserError("cases.merge.question", number=case.number, into=into.number, team=asked.team)


def _taken_on(case: Case, into: Case) -> Case:
    """What the member waits for in the one is owed in the other, and no later than they were told."""
    if not case.is_open or case.next_step not in OURS or case.due_at is None:
        return into
    both_hold = case.status is Status.ON_HOLD and into.status is Status.ON_HOLD
    ours = both_hold or into.status in (Status.NEW, Status.OPEN)
    if ours and into.due_at is not None and into.next_step is not None:
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
