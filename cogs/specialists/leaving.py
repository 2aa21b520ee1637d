"""Whoever is not on the team any more leaves nothing behind: each case and each question has an heir at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cases.doors import member_place
from bot.cases.model import Act, Case, NextStep
from bot.cases.queues import Queue
from bot.catalogue.arguments import Kind, read_number
from bot.catalogue.declare import on, roster
from bot.context import Context
from bot.durable.drafts import Draft, drafts_of, forget_drafts
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.vocabulary.events import MemberLeft
from bot.vocabulary.facts import CaseReleased, CaseTransferred, NoteAdded
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.questions import StaffLost
from bot.vocabulary.replies import Mention, Name, Runs, Text, say
from cogs.specialists.desk import absences_of, errands_of, pass_on_or_return, teams_of
from cogs.specialists.model import Away, Person, numbered, present

MOST = 1000


class Leaving:
    """Reactions to the loss of somebody, and whom this feature counts on."""

    @on(MemberLeft)
    async def left(self, ctx: Context, event: MemberLeft) -> None:
        await leaves(ctx, event.member)

    @on(StaffLost)
    async def lost(self, ctx: Context, fact: StaffLost) -> None:
        await leaves(ctx, fact.member)

    @roster
    async def counts_on(self, ctx: Context) -> set[str]:
        """Everybody who has something, or would get something."""
        people = {person.id for team in await teams_of(ctx).all() for person in team.people}
        people |= await ctx.cases.assignees()
        for errand in await errands_of(ctx).open_ones(to_change=False):
            people |= {errand.person.id, errand.watcher.id}
        for absent in (await absences_of(ctx).all(ctx.now)).values():
            people |= {absent.person.id, *((absent.stand_in.id,) if absent.stand_in else ())}
        return people


async def leaves(ctx: Context, person: str) -> bool:
    """Hand on all that they had; False if they had nothing and belonged to no team."""
    # In nobody's name: what somebody else may not read must have an heir as well.
    ctx = replace(ctx, reader=None)
    absences = await absences_of(ctx).all(ctx.now)
    instead, staff = _heir(ctx, absences.get(person), absences)
    teams = await teams_of(ctx).of_person(person)
    theirs = await ctx.cases.queue(Queue.MINE, person, ctx.now, MOST)
    errands = await errands_of(ctx).open_ones()
    if not (teams or theirs or person in absences) and all(
        person not in (errand.person.id, errand.watcher.id) for errand in errands
    ):
        return False
    for team in teams:
        await teams_of(ctx).leave(team, person)
    await absences_of(ctx).without(person)
    heir = instead if staff else None
    people = [one for team in teams for one in team.people]
    name = _name(person, theirs, people + [one for e in errands for one in (e.person, e.watcher)])
    await _words_of(ctx, Person(person, name))
    moved = await hand_over(ctx, theirs, person, heir)
    await _watched_by(ctx, person, heir)
    for errand in errands:
        if errand.person.id == person:
            fresh = await errands_of(ctx).get(errand.id, to_change=True)
            if fresh is not None:
                await pass_on_or_return(ctx, fresh, instead)
    await _tell_staff(ctx, person, name, moved, heir)
    return True


async def _words_of(ctx: Context, person: Person) -> None:
    """What they had typed for a case and not sent is a note there: whoever has it next can use it."""
    for draft in await drafts_of(ctx.tx, ctx.community.id, person.id, ctx.now):
        case, text = await _case_of(ctx, draft), draft.values.get("text")
        if case is not None and text:
            await note_of(ctx, case, person, text)
    await forget_drafts(ctx.tx, ctx.community.id, person.id)


async def note_of(ctx: Context, case: int, person: Person, text: str) -> None:
    """Among staff it is told that this was begun."""
    begun = ctx.voice().text("specialists.left.draft", text=text)
    await ctx.record(NoteAdded(case, person.id, person.name, begun))


async def _case_of(ctx: Context, draft: Draft) -> int | None:
    """The case that it was written in, by its number or by a question to specialists."""
    case, question = draft.values.get("case", "").strip("# "), draft.values.get("question", "")
    try:
        if case.isdecimal():
            return (await ctx.cases.by_number(read_number(Kind.CASE, case))).id
        asked = await errands_of(ctx).get(int(question)) if question.isdecimal() else None
    except UserError:
        return None
    return asked.case_id if asked is not None else None


def _heir(ctx: Context, absent: Away | None, absences: Mapping[str, Away]) -> tuple[Person | None, bool]:
    """Their stand-in, if they named one who is there; and whether that one works on cases."""
    if absent is None or absent.stand_in is None:
        return None, False
    return present(absent.stand_in, absences, ctx.now), absent.staff


def _name(person: str, theirs: Sequence[Case], people: Sequence[Person]) -> str:
    names = [one.name for one in people if one.id == person]
    names += [case.assignee_name for case in theirs if case.assignee_name]
    return next(iter(names), person)


async def hand_over(ctx: Context, theirs: Sequence[Case], person: str, heir: Person | None) -> Sequence[Case]:
    """The cases to the heir, else to the team; each member concerned reads it once.

    Those about somebody of staff have no heir: only managers may know of them, and they find them.
    """
    by_member: dict[tuple[str, bool], list[Case]] = defaultdict(list)
    for case in theirs:
        if heir is not None and case.about is None:
            fact = CaseTransferred(case.id, None, heir.id, heir.name, quietly=True)
            moved = await ctx.change(case.transferred(heir.id, heir.name), fact)
        elif case.can(Act.RELEASE):
            moved = await ctx.change(case.released(), CaseReleased(case.id, person))
        else:
            continue
        by_member[moved.member_id, moved.assignee is not None].append(moved)
    for (_, inherited), cases in by_member.items():
        await _tell_member(ctx, cases, heir if inherited else None)
    return [case for cases in by_member.values() for case in cases]


async def _tell_member(ctx: Context, cases: Sequence[Case], heir: Person | None) -> None:
    first, numbers = cases[0], numbered([case.number for case in cases])
    ours = [case.due_at for case in cases if case.due_at and case.next_step is not NextStep.MEMBER_REPLY]
    voice = ctx.voice(first.language)
    named = heir if not ctx.community.settings.as_team else None
    values: dict[str, Name | Text] = {"name": Name(named.name)} if named else {}
    whose = "heir" if named else "team"
    if ours:
        told = voice.say(f"specialists.told.{whose}", cases=numbers, by=ctx.moment(min(ours)), **values)
    else:
        told = voice.say(f"specialists.told.{whose}_waiting", cases=numbers, **values)
    key = f"handover:{first.id}:{first.version}"
    await ctx.outbox.say(member_place(first), say(*told), key, priority=Priority.HUMAN_REPLY, case=first.id)


async def _watched_by(ctx: Context, person: str, heir: Person | None) -> None:
    """Somebody else keeps watch over the questions that they have asked: the heir, else the next level."""
    level = ctx.community.settings.next_level or ctx.community.settings.safety_contact
    other = heir or (Person(level.id, level.name) if level and level.id != person else None)
    for errand in await errands_of(ctx).open_ones():
        if errand.watcher.id == person and other is not None:
            await errands_of(ctx).save(replace(errand, watcher=other))


async def _tell_staff(
    ctx: Context, person: str, name: str, moved: Sequence[Case], heir: Person | None
) -> None:
    """The staff room reads who is gone and where everything went; the next level is called."""
    level, voice = ctx.community.settings.next_level, ctx.voice()
    called: Runs = (Mention(level.id, level.name), Text(" ")) if level and level.id != person else ()
    numbers = numbered([case.number for case in moved if case.about is None]) or "-"
    if heir is not None:
        told = voice.say("specialists.left.heir", name=Name(name), heir=Name(heir.name), cases=numbers)
    else:
        told = voice.say("specialists.left.team", name=Name(name), cases=numbers)
    key = f"left:{person}:{ctx.now.isoformat(timespec='minutes')}"
    await ctx.outbox.say(StaffRoom(), say(*called, *told), key, priority=Priority.STAFF)
