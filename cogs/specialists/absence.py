"""Who is away gets nothing new: their stand-in does."""

from bot.cases.doors import member_place
from bot.cases.model import Case, NextStep
from bot.cases.queues import Queue
from bot.catalogue.declare import command, on
from bot.catalogue.until import Until
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.vocabulary.facts import CaseTransferred
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Message, Name, Paragraph, Text, say
from cogs.specialists.desk import WORKERS, absences_of, errands_of, pass_on_or_return
from cogs.specialists.leaving import MOST, hand_over
from cogs.specialists.model import LONGEST_AWAY, SHORTEST_AWAY, Away, Person, is_away, numbered


class Absence:
    """The commands, and what is given to somebody who is away."""

    @command("away", roles=WORKERS)
    async def away(self, ctx: Context, until: Until, stand_in: Member | None = None) -> Message:
        """What is due before they are back goes to the stand-in; without one it is listed for them to decide."""
        back = until.at(ctx.now, ctx.community.settings.hours)
        if not SHORTEST_AWAY <= back - ctx.now <= LONGEST_AWAY:
            raise UserError("specialists.away.range", longest=LONGEST_AWAY.days)
        who, absences = ctx.doer, await absences_of(ctx).all(ctx.now)
        if stand_in is not None:
            if stand_in.role not in WORKERS or stand_in.id == who.id:
                raise UserError("specialists.away.stand_in", name=stand_in.name)
            if is_away(stand_in.id, absences, ctx.now):
                raise UserError("specialists.away.stand_in_away", name=stand_in.name)
        instead = Person(stand_in.id, stand_in.name) if stand_in else None
        staff = stand_in is not None and stand_in.is_staff
        absent = Away(Person(who.id, who.name), back, instead, staff)
        await absences_of(ctx).keep(absent)
        for errand in await errands_of(ctx).open_ones():
            if errand.person.id == who.id:
                await pass_on_or_return(ctx, errand, instead)
        return await _gone(ctx, absent)

    @command("back", roles=WORKERS)
    async def back(self, ctx: Context) -> Message:
        known = await absences_of(ctx).drop(ctx.doer.id)
        return say(*ctx.own_voice.say("specialists.back.done" if known else "specialists.back.here"))

    @on(CaseTransferred)
    async def given(self, ctx: Context, fact: CaseTransferred) -> None:
        """Whoever is away gets nothing new; the member hears who has it now."""
        absences = await absences_of(ctx).all(ctx.now)
        absent, case = absences.get(fact.to), await ctx.cases.get(fact.case)
        # Whoever stands in may be no manager, or the very one it is about.
        instead = absent.stand_in if absent and absent.staff and case.about is None else None
        if instead is not None and not is_away(instead.id, absences, ctx.now):
            on_to = CaseTransferred(case.id, fact.by, instead.id, instead.name, fact.quietly)
            await ctx.change(case.transferred(instead.id, instead.name), on_to)
        elif absent is not None and fact.to != fact.by:
            raise UserError("specialists.away.nobody", name=fact.name)
        elif not fact.quietly:
            await _tell(ctx, case, fact)


async def _gone(ctx: Context, absent: Away) -> Message:
    """What was handed over, and what is left."""
    voice, theirs = ctx.own_voice, await ctx.cases.queue(Queue.MINE, absent.person.id, ctx.now, MOST)
    due = [case for case in theirs if _falls_due(case, absent)]
    heir = absent.stand_in if absent.staff else None
    theirs_too = [case for case in due if heir is not None and case.about is None]
    moved = await hand_over(ctx, theirs_too, absent.person.id, heir)
    left = [case for case in due if case not in theirs_too]
    until = ctx.moment(absent.until)
    told = [Paragraph(voice.say("specialists.away.done", until=until))]
    if absent.stand_in is not None:
        told.append(Paragraph(voice.say("specialists.away.by", name=Name(absent.stand_in.name))))
    if moved:
        numbers = numbered([case.number for case in moved])
        told.append(Paragraph(voice.say("specialists.away.moved", cases=numbers)))
    if left:
        numbers = numbered([case.number for case in left])
        told.append(Paragraph(voice.say("specialists.away.left", cases=numbers)))
    return Message(tuple(told))


def _falls_due(case: Case, absent: Away) -> bool:
    waits = case.next_step is NextStep.MEMBER_REPLY
    return not waits and case.due_at is not None and case.due_at < absent.until


async def _tell(ctx: Context, case: Case, fact: CaseTransferred) -> None:
    voice, number = ctx.voice(case.language), f"#{case.number}"
    as_team = ctx.community.settings.as_team
    values: dict[str, Name | Text] = {} if as_team else {"name": Name(fact.name)}
    whose = "team" if as_team else "heir"
    if case.next_step is NextStep.MEMBER_REPLY or case.due_at is None:
        told = voice.say(f"specialists.told.{whose}_waiting", cases=number, **values)
    else:
        told = voice.say(f"specialists.told.{whose}", cases=number, by=ctx.moment(case.due_at), **values)
    key = f"handover:{ctx.told}"
    await ctx.outbox.say(member_place(case), say(*told), key, priority=Priority.HUMAN_REPLY, case=case.id)
