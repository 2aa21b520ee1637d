"""What specialists do right where they were called. Only what they send by these forms reaches the member."""

from bot.cases.model import Case, NextStep
from bot.catalogue.arguments import Word, Words
from bot.catalogue.declare import button
from bot.context import Context
from bot.errors import NotAllowed, UserError
from bot.vocabulary.facts import StaffReplied
from bot.vocabulary.people import EVERYONE, Role
from bot.vocabulary.replies import Message, say
from cogs.specialists.desk import (
    WORKERS,
    disarm,
    errands_of,
    give_back,
    known_team,
    moved,
    next_of,
    pass_on,
    show_brief,
    teams_of,
    tell_member,
)
from cogs.specialists.leaving import leaves, note_of
from cogs.specialists.model import Errand, Person, State, Step


class Answering:
    """The buttons under a brief. Who may press them is known by the brief, so the gate lets everybody try."""

    @button("question take", roles=EVERYONE)
    async def take(self, ctx: Context, question: int) -> Message:
        if await _lost(ctx):
            return say(*ctx.own_voice.say("specialists.role_lost"))
        errand, case = await _held(ctx, question)
        if errand.state is State.CALLED:
            errand = errand.taken(_doer(ctx))
            entry = await moved(ctx, errand, "taken", by=ctx.doer.id)
            errand = await tell_member(ctx, errand, entry)
            await errands_of(ctx).save(errand)
            await show_brief(ctx, errand)
        elif errand.person.id != ctx.doer.id:
            raise UserError("specialists.taken_already", name=errand.person.name)
        due = ctx.moment(errand.due_at or ctx.now)
        return say(*ctx.own_voice.say("specialists.taken", number=case.number, due=due))

    @button("question answer", roles=EVERYONE, goes_out=True)
    async def answer(self, ctx: Context, question: int, text: Words) -> Message:
        if await _lost(ctx, question, text):
            return say(*ctx.own_voice.say("specialists.role_lost"))
        errand, case = await _held(ctx, question)
        ended = errand.ended(Step.ANSWER, ctx.now, _doer(ctx))
        await errands_of(ctx).save(ended)
        await disarm(ctx, ended)
        await _to_member(ctx, case, errand, text)
        await moved(ctx, ended, "answered", by=ctx.doer.id)
        await show_brief(ctx, ended)
        return say(*ctx.own_voice.say("specialists.sent", name=case.member_name))

    @button("question ask-back", roles=EVERYONE, goes_out=True)
    async def ask_back(self, ctx: Context, question: int, text: Words) -> Message:
        """The member is asked; until they answer the clock stands still."""
        if await _lost(ctx, question, text):
            return say(*ctx.own_voice.say("specialists.role_lost"))
        errand, case = await _held(ctx, question)
        asked = errand.asked(_doer(ctx))
        await errands_of(ctx).save(asked)
        await disarm(ctx, asked)
        await _to_member(ctx, case, errand, text)
        await moved(ctx, asked, "asked", by=ctx.doer.id)
        await show_brief(ctx, asked)
        return say(*ctx.own_voice.say("specialists.sent", name=case.member_name))

    @button("question hand-on", roles=EVERYONE)
    async def hand_on(self, ctx: Context, question: int, team: Word, text: Words) -> Message:
        """To another team, or to the next one of this team. The reason is for staff."""
        if await _lost(ctx, question, text):
            return say(*ctx.own_voice.say("specialists.role_lost"))
        errand, case = await _held(ctx, question)
        chosen = await known_team(ctx, team)
        who = (errand.person.id, ctx.doer.id, case.member_id, errand.watcher.id)
        person = await next_of(ctx, chosen, *who)
        if person is None:
            raise UserError("specialists.nobody_else", team=chosen.name)
        await pass_on(ctx, errand, chosen, person, by=ctx.doer.id, text=text)
        return say(*ctx.own_voice.say("specialists.handed_on", name=person.name, team=chosen.name))

    @button("question decline", roles=EVERYONE)
    async def decline(self, ctx: Context, question: int, text: Words) -> Message:
        """It is the moderator's again, who reads why."""
        if await _lost(ctx, question, text):
            return say(*ctx.own_voice.say("specialists.role_lost"))
        errand, _ = await _held(ctx, question)
        await give_back(ctx, errand, Step.DECLINE, "declined", by=ctx.doer.id, text=text)
        return say(*ctx.own_voice.say("specialists.declined", name=errand.watcher.name))


async def _lost(ctx: Context, question: int | None = None, text: str | None = None) -> bool:
    """Whether this person was one of us and is not any more: that is noticed now, and what they had has an heir.

    What they have just written is not sent, but the heir can use it.
    """
    if ctx.doer.role in WORKERS:
        return False
    errand = await errands_of(ctx).get(question) if question is not None else None
    if await leaves(ctx, ctx.doer.id):
        if errand is not None and errand.is_open and text is not None:
            await note_of(ctx, errand.case_id, _doer(ctx), text)
        return True
    raise NotAllowed("error.not_allowed")


async def _held(ctx: Context, question: int) -> tuple[Errand, Case]:
    """The question, to be changed, and its case. Raises UserError unless it is open and this person's team's."""
    errand = await errands_of(ctx).get(question, to_change=True)
    if errand is None or not errand.is_open:
        raise UserError("specialists.over")
    team = await teams_of(ctx).named(errand.team)
    ours = team is not None and any(person.id == ctx.doer.id for person in team.people)
    if ctx.doer.role is Role.SPECIALIST and not ours and errand.person.id != ctx.doer.id:
        raise NotAllowed("specialists.not_yours", team=errand.team)
    return errand, await ctx.cases.get(errand.case_id)


async def _to_member(ctx: Context, case: Case, errand: Errand, text: Words) -> None:
    """Under the specialist's own name; the case stays with the moderator who keeps watch."""
    who, watcher = ctx.doer, errand.watcher
    if case.assignee is None:
        case = case.claimed(watcher.id, watcher.name)
    changed = case.answered(who.id, who.name, ctx.now, ctx.owed_in(case, NextStep.MEMBER_REPLY))
    as_team = ctx.community.settings.as_team
    await ctx.change(changed, StaffReplied(case.id, who.id, who.name, text, as_team=as_team))


def _doer(ctx: Context) -> Person:
    return Person(ctx.doer.id, ctx.doer.name)
