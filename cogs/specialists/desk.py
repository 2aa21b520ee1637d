"""What every part of the feature does with a question: find its people, call one, tell the member, keep its times."""

from dataclasses import replace
from datetime import datetime

from bot.cases.doors import member_place
from bot.cases.model import Case, NextStep, Owed
from bot.cases.policy import allowed, round_up
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.vocabulary import places
from bot.vocabulary.people import STAFF, Role
from bot.vocabulary.questions import QuestionMoved, Turn
from bot.vocabulary.replies import Name, say
from cogs.specialists.errands import Errands
from cogs.specialists.model import Errand, Person, Step, Team, in_turn, remind_at
from cogs.specialists.store import Absences, Teams

WORKERS = STAFF | {Role.SPECIALIST}
MANAGERS_ONLY = frozenset({Role.MANAGER})

BRIEF = "specialists.brief"
REMIND, DUE, OPENING = "specialists.remind", "specialists.due", "specialists.opening"


def teams_of(ctx: Context) -> Teams:
    return Teams(ctx.tx, ctx.community.id)


def errands_of(ctx: Context) -> Errands:
    return Errands(ctx.tx, ctx.community.id)


def absences_of(ctx: Context) -> Absences:
    return Absences(ctx.tx, ctx.community.id)


async def known_team(ctx: Context, name: str) -> Team:
    """Raises UserError that names those there are."""
    found = await teams_of(ctx).named(name)
    if found is None:
        every = ", ".join(team.name for team in await teams_of(ctx).all()) or "-"
        raise UserError("specialists.unknown_team", team=name, teams=every)
    return found


async def next_of(ctx: Context, team: Team, *but: str) -> Person | None:
    """Whose turn it is, of those who are there; then it is the next one's."""
    found = in_turn(team, await absences_of(ctx).all(ctx.now), ctx.now, but)
    if found is None:
        return None
    person, turn = found
    await teams_of(ctx).save(replace(team, turn=turn))
    return person


def due_for(ctx: Context, case: Case, team: Team) -> datetime:
    """When the specialists' answer is due: as a next answer, in the hours of their team."""
    settings = ctx.community.settings
    allowance = (case.policy or settings.policy).of(case.severity)
    return round_up(team.hours(settings.hours).add(ctx.now, allowed(NextStep.NEXT_RESPONSE, allowance)))


async def show_brief(ctx: Context, errand: Errand, *, anew: bool = False) -> None:
    """It is stale; `anew` if somebody is to be called by it."""
    # Not a message of the case: whatever is said around it in that channel belongs to no case.
    place, view = places.Team(errand.team), View(BRIEF, errand.id)
    await (ctx.outbox.show_anew if anew else ctx.outbox.show)(place, view)


async def arm(ctx: Context, case: Case, errand: Errand, team: Team) -> None:
    """Its due times; those that passed, or stand still, are none."""
    hours = team.hours(ctx.community.settings.hours)
    for name in (REMIND, DUE, OPENING):
        await ctx.timers.cancel(name, errand.id)
    if errand.due_at is None:
        return
    await ctx.timers.set(DUE, errand.id, errand.due_at)
    if errand.reminded_at is None:
        allowance = (case.policy or ctx.community.settings.policy).of(case.severity)
        at = remind_at(ctx.now, errand.due_at, hours, allowance.remind_percent)
        await ctx.timers.set(REMIND, errand.id, at)
    opens = hours.next_open(ctx.now)
    if opens > ctx.now:
        await ctx.timers.set(OPENING, errand.id, opens)


async def disarm(ctx: Context, errand: Errand) -> None:
    for name in (REMIND, DUE, OPENING):
        await ctx.timers.cancel(name, errand.id)
    if not errand.is_open:
        await ctx.cases.keep_hours(errand.case_id, None)


async def moved(
    ctx: Context,
    errand: Errand,
    turn: Turn,
    *,
    by: str | None = None,
    text: str | None = None,
    until: datetime | None = None,
) -> int:
    """Tell it where the case is worked on; the timeline's entry. `until` is a new time that the member is told."""
    watcher, name, team = errand.watcher, errand.person.name, errand.team
    fact = QuestionMoved(errand.case_id, turn, by, name, team, watcher.id, watcher.name, text, until)
    return await ctx.record(fact)


async def pass_on(
    ctx: Context,
    errand: Errand,
    team: Team,
    person: Person,
    *,
    by: str | None = None,
    text: str | None = None,
) -> Errand:
    """Another person has it; the member is told. Only another team, or what is over, gets a new time."""
    case = await ctx.cases.get(errand.case_id)
    due_at, until = errand.due_at, None
    if team.name != errand.team:
        await ctx.outbox.hide(places.Team(errand.team), View(BRIEF, errand.id))
        due_at = None
    if due_at is None or due_at <= ctx.now:
        due_at = until = due_for(ctx, case, team)
        await ctx.cases.keep_hours(case.id, team.own_hours)
        watcher = errand.watcher
        owed = Owed(NextStep.NEXT_RESPONSE, due_at)
        case = await ctx.reschedule(case.promised(watcher.id, watcher.name, ctx.now, owed))
    errand = errand.called(person, team.name, due_at)
    entry = await moved(ctx, errand, "passed_on", by=by, text=text, until=until)
    errand = await tell_member(ctx, errand, entry)
    await errands_of(ctx).save(errand)
    await arm(ctx, case, errand, team)
    await show_brief(ctx, errand, anew=True)
    return errand


async def pass_on_or_return(ctx: Context, errand: Errand, instead: Person | None = None) -> None:
    """Whoever has it is not there any more: their stand-in, the next of the team, else the moderators."""
    team = await teams_of(ctx).named(errand.team)
    case = await ctx.cases.get(errand.case_id)
    person = instead
    if team is not None and person is None:
        person = await next_of(ctx, team, errand.person.id, errand.watcher.id, case.member_id)
    if team is None or person is None:
        await give_back(ctx, errand, Step.RETURN, "returned")
    else:
        await pass_on(ctx, errand, team, person)


async def give_back(
    ctx: Context, errand: Errand, step: Step, turn: Turn, *, by: str | None = None, text: str | None = None
) -> None:
    """To the moderator who asked; the member is told whose it is again."""
    ended = errand.ended(step, ctx.now)
    await errands_of(ctx).save(ended)
    await disarm(ctx, ended)
    case, until = await ctx.cases.get(errand.case_id), None
    if case.is_open and (case.next_step is NextStep.MEMBER_REPLY or case.due_at is None):
        owed = ctx.owed_in(case, NextStep.NEXT_RESPONSE)
        case = await ctx.reschedule(case.promised(errand.watcher.id, errand.watcher.name, ctx.now, owed))
        until = case.due_at
    entry = await moved(ctx, ended, turn, by=by, text=text, until=until)
    await show_brief(ctx, ended)
    if not case.is_open:
        return
    voice, name = ctx.voice(case.language), Name(case.assignee_name or errand.watcher.name)
    by_then = ctx.moment(case.due_at or ctx.now)
    if ctx.community.settings.as_team:
        told = voice.say("specialists.told.back_team", number=case.number, by=by_then)
    else:
        told = voice.say("specialists.told.back", number=case.number, name=name, by=by_then)
    key = f"handover:{entry}"
    await ctx.outbox.say(member_place(case), say(*told), key, priority=Priority.HUMAN_REPLY, case=case.id)


async def tell_member(ctx: Context, errand: Errand, entry: int) -> Errand:
    """Who has it now, and when the next word comes; nothing if they know."""
    if errand.told == errand.person.id or errand.due_at is None:
        return errand
    case = await ctx.cases.get(errand.case_id)
    voice, name, by_then = ctx.voice(case.language), Name(errand.person.name), ctx.moment(errand.due_at)
    if ctx.community.settings.as_team:
        told = voice.say("specialists.told.with_team", number=case.number, team=errand.team, by=by_then)
    else:
        told = voice.say("specialists.told.with", number=case.number, name=name, team=errand.team, by=by_then)
    key = f"handover:{entry}"
    await ctx.outbox.say(member_place(case), say(*told), key, priority=Priority.HUMAN_REPLY, case=case.id)
    return replace(errand, told=errand.person.id)
