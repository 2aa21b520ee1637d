"""What managers do about a matter that has come to them: take it, hand it on, say what was done."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from bot.cases.model import Case
from bot.catalogue.arguments import Words
from bot.catalogue.declare import agenda, command, export, forget, view
from bot.community import Contact
from bot.context import Context
from bot.errors import NotAllowed, UserError
from bot.vocabulary.facts import NoteAdded
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import Place, place_key
from bot.vocabulary.replies import Command, Message, Name, Part, say
from cogs.alarms.card import alarm_card, alarm_list, because
from cogs.alarms.model import LIVE, Alarm, State, names
from cogs.alarms.raising import CARD, LIST, NEXT, call_next, room_of, store_of
from cogs.alarms.watching import Watching, drop, hold

MANAGERS = frozenset({Role.MANAGER})
LONGEST_LIST = 20


class Turn(StrEnum):
    """Whether somebody is called for alarms."""

    IN = "in"
    OUT = "out"


class Alarms(Watching):
    """Calls managers, once for a matter, one after another, until one of them has taken it."""

    name = "alarms"

    @command("alarm take")
    async def take(self, ctx: Context, case: Case) -> Message:
        alarm = await _alarm_of(ctx, case)
        voice, doer = ctx.own_voice, ctx.doer
        if alarm.state in (State.TAKEN, State.DONE) and alarm.now is not None and alarm.now.id != doer.id:
            return say(*voice.say("alarms.take.already", number=case.number, name=Name(alarm.now.name)))
        if alarm.state in LIVE:
            await hold(ctx, case, alarm.held_by(Contact(doer.id, doer.name), State.TAKEN))
        return say(*voice.say("alarms.take.done", number=case.number))

    @command("alarm pass")
    async def hand_on(self, ctx: Context, case: Case) -> Message:
        """The next name is called at once; where there is none, nothing changes."""
        alarm = await _alarm_of(ctx, case)
        if alarm.state is State.DONE:
            raise UserError("alarms.done.already", number=case.number)
        asked = alarm.held_by(Contact(ctx.doer.id, ctx.doer.name), alarm.state)
        people = names(ctx.community.settings, case.about)
        if all(person.id in asked.called for person in people):
            raise UserError("alarms.pass.nobody", number=case.number)
        other = alarm.now is not None and alarm.now.id != ctx.doer.id
        if alarm.state is State.CALLED and other and ctx.doer.id in alarm.called:
            # Pressed twice: it has gone on already, and who is called now is not to be passed over.
            return say(*ctx.own_voice.say("alarms.pass.done", number=case.number))
        await call_next(ctx, case, asked)
        return say(*ctx.own_voice.say("alarms.pass.done", number=case.number))

    @command("alarm done")
    async def done(self, ctx: Context, case: Case, text: Words) -> Message:
        """What was done stands in the thread of the case as a note; the member does not see it."""
        alarm, doer = await _alarm_of(ctx, case), ctx.doer
        if alarm.state is State.DONE:
            raise UserError("alarms.done.already", number=case.number)
        await hold(ctx, case, alarm.held_by(Contact(doer.id, doer.name), State.DONE))
        await ctx.record(NoteAdded(case.id, doer.id, doer.name, text))
        return say(*ctx.own_voice.say("alarms.done.done", number=case.number))

    @command("alarm list", roles=MANAGERS)
    async def list(self, ctx: Context) -> Message:
        """What has to be taken or has been, of what the reader may know."""
        live = await store_of(ctx).live()
        found = [alarm for alarm in live if await ctx.cases.sees(alarm.case_id)]
        if not found:
            return say(*ctx.own_voice.say("alarms.list.none"))
        return Message(await alarm_list(ctx, found, "alarms.list.title", ctx.own_voice))

    @command("alarm people", roles=MANAGERS)
    async def people(self, ctx: Context, member: Member, turn: Turn = Turn.IN) -> Message:
        """Who is called, in the order in which they were named; whoever is the next level is called first."""
        known = ctx.community.settings.alarm_people
        others = tuple(person for person in known if person.id != member.id)
        if turn is Turn.OUT:
            ctx = await ctx.set("alarm_people", others)
        elif member.role is not Role.MANAGER:
            raise UserError("alarms.people.not_manager", name=member.name)
        elif len(others) == len(known):
            if len(known) >= LONGEST_LIST:
                raise UserError("alarms.people.too_many", most=LONGEST_LIST)
            ctx = await ctx.set("alarm_people", (*known, Contact(member.id, member.name)))
        called = ", ".join(person.name for person in names(ctx.community.settings, None))
        if not called:
            return say(*ctx.own_voice.say("alarms.state.unnamed", command=Command("alarm people")))
        return say(*ctx.own_voice.say("alarms.people.done", names=called))

    @view(CARD)
    async def card(self, ctx: Context, case_id: int) -> Message | None:
        alarm = await store_of(ctx).look(case_id)
        if alarm is None or alarm.state is State.WAITING:
            return None
        due = await ctx.timers.due_at(NEXT, case_id)
        return await alarm_card(ctx, await ctx.cases.get(case_id), alarm, due)

    @view(LIST)
    async def listed(self, ctx: Context, _: int) -> Message | None:
        """What came when there was too much at once, and nobody has taken."""
        return Message(parts) if (parts := await _unclaimed(ctx, None, "alarms.list.many")) else None

    @agenda
    async def in_the_morning(self, ctx: Context, place: Place) -> Sequence[Part]:
        """Everything that nobody has taken, in the room that may know of it."""
        parts = await _unclaimed(ctx, place_key(place), "alarms.list.unclaimed")
        if place == room_of(ctx.community.settings):
            parts += await _unclaimed(ctx, None, "alarms.list.many")
        return parts

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        """That managers were told of their cases, and why."""
        found = await store_of(ctx).of_member(member)
        told = [{"since": a.since.isoformat(), "why": because(a, ctx.own_voice)} for a in found]
        return {"alarms": told}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        """Alarms about them are gone, with their cards; of what they took as staff their name goes."""
        for alarm in await store_of(ctx).of_member(member):
            await drop(ctx, alarm)
        for alarm in await store_of(ctx).of_person(member):
            case = await ctx.cases.get(alarm.case_id)
            if alarm.state in (State.TAKEN, State.CALLED):
                await call_next(ctx, case, replace(alarm, now=None))
            else:
                await hold(ctx, case, replace(alarm, now=None))
        await store_of(ctx).forget_person(member)


async def _alarm_of(ctx: Context, case: Case) -> Alarm:
    """The alarm of the case, for managers and whoever was called. Raises UserError."""
    alarm = await store_of(ctx).get(case.id)
    if alarm is None or alarm.state is State.OVER:
        raise UserError("alarms.none", number=case.number)
    named = {person.id for person in names(ctx.community.settings, case.about)} | set(alarm.called)
    if ctx.doer.role is not Role.MANAGER and ctx.doer.id not in named:
        raise NotAllowed("error.not_allowed")
    return alarm


async def _unclaimed(ctx: Context, place: str | None, title: str) -> tuple[Part, ...]:
    """What nobody has taken whose card stands in that place."""
    found = await store_of(ctx).unclaimed(place)
    return await alarm_list(ctx, found, title, ctx.voice()) if found else ()
