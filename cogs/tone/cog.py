"""Reads what staff are about to send, and lets its author decide."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.advice import TEXT, Outgoing
from bot.calls import Call, bind
from bot.cases.model import Act, Case
from bot.catalogue.arguments import Kind, read_number
from bot.catalogue.declare import advises, button, command, due, export, forget
from bot.context import Context
from bot.durable.drafts import author_of, drop_draft, find_draft
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.tone import Written, read
from bot.vocabulary.people import EVERYONE, Role
from bot.vocabulary.places import MemberDM
from bot.vocabulary.replies import Button, Message, Paragraph, Quotation, say
from cogs.tone.words import KEPT, Waiting, answered_since, asked, last_words, ways_on

MANAGERS = frozenset({Role.MANAGER})
WORKERS = EVERYONE - {Role.MEMBER}
REST = timedelta(days=7)
WAITS = "tone.undecided"
PATIENCE = timedelta(minutes=10)
"""After so long its author is told that a reply has not gone out."""


class Reading(StrEnum):
    """Whether replies are read before they go out."""

    ON = "on"
    OFF = "off"


class Tone:
    """Advice, and nothing else: a click sends what was written, and no word is changed unasked."""

    name = "tone"

    @advises
    async def read_over(self, ctx: Context, outgoing: Outgoing) -> Message | None:
        """At most two remarks for the author alone; the reply waits as a draft."""
        if not _wanted(ctx):
            return None
        entries = await ctx.timeline.of_case(outgoing.case.id) if outgoing.case else []
        advice = read(Written(outgoing.text, last_words(entries), outgoing.timed))
        if not advice.remarks:
            return None
        message, waiting = await asked(ctx, outgoing, advice, entries)
        if outgoing.case is not None and outgoing.number is None:
            await ctx.timers.set(WAITS, waiting.draft, ctx.now + PATIENCE)
        return message

    @button("tone send", roles=WORKERS)
    async def send(self, ctx: Context, draft: int, instead: int = 0, seen: int = 0) -> Message:
        """What waited goes out, once; of two wordings the other is dropped."""
        kept = await find_draft(ctx.tx, ctx.community.id, ctx.doer.id, draft, ctx.now)
        if kept is None:
            raise UserError("tone.gone")
        call = Call(ctx.catalogue.actions[kept.action], kept.values)
        arguments = await bind(ctx, call)
        case = next((value for value in arguments.values() if isinstance(value, Case)), None)
        entries = await ctx.timeline.of_case(case.id) if case else []
        if case is not None and answered_since(entries, ctx.doer.id, seen):
            return _this_too(ctx, case, Waiting(draft, instead, entries[-1].id))
        for number in (draft, instead):
            await drop_draft(ctx.tx, ctx.community.id, ctx.doer.id, number)
        answer: Message = await call.action.handler(ctx, **arguments)
        return answer

    @button("tone rest", roles=WORKERS)
    async def rest(self, ctx: Context, draft: int = 0, instead: int = 0, seen: int = 0) -> Message:
        """No remarks for a week. What waits still waits."""
        until = ctx.now + REST
        others = {who: at for who, at in ctx.community.settings.tone_off.items() if at > ctx.now}
        await ctx.set("tone_off", {**others, ctx.doer.id: until})
        done = Paragraph(ctx.own_voice.say("tone.rests", until=ctx.moment(until)))
        if not draft:
            return Message((done,))
        still = Paragraph(ctx.own_voice.say("tone.still_waits"))
        return Message((done, still), ways_on(ctx, Waiting(draft, instead, seen)))

    @command("tone off", roles=WORKERS)
    async def off(self, ctx: Context) -> Message:
        return await self.rest(ctx)

    @command("tone on", roles=WORKERS)
    async def on_again(self, ctx: Context) -> Message:
        await self.forget(ctx, ctx.doer.id)
        key = "tone.on_again" if ctx.community.settings.tone else "tone.off_here"
        return say(*ctx.own_voice.say(key))

    @command("set tone", roles=MANAGERS)
    async def set_tone(self, ctx: Context, reading: Reading) -> Message:
        """For everybody here."""
        await ctx.set("tone", reading is Reading.ON)
        return say(*ctx.own_voice.say(f"tone.set.{reading}"))

    @due(WAITS)
    async def waits(self, ctx: Context, number: int) -> None:
        """Whoever was not there to decide, or has forgotten, hears that the member has read nothing yet."""
        found = await author_of(ctx.tx, ctx.community.id, number, ctx.now)
        if found is None:
            return
        person, draft, until = found
        case = await ctx.cases.by_number(read_number(Kind.CASE, draft.values["case"]))
        entries = await ctx.timeline.of_case(case.id)
        seen = max((entry.id for entry in entries if entry.at <= until - KEPT), default=0)
        if not case.can(Act.ANSWER) or answered_since(entries, person, seen):
            return
        told = Paragraph(ctx.voice().say("tone.waits", number=case.number))
        message = Message((told, Quotation(draft.values[TEXT])), ways_on(ctx, Waiting(number, 0, seen)))
        key = f"tone:{number}"
        await ctx.outbox.say(MemberDM(person), message, key, priority=Priority.STAFF, case=case.id)

    @export
    async def export(self, ctx: Context, member: str) -> dict[str, Any]:
        until = ctx.community.settings.tone_off.get(member)
        return {"not_read_until": until.isoformat() if until else None}

    @forget
    async def forget(self, ctx: Context, member: str) -> None:
        resting = ctx.community.settings.tone_off
        if member in resting:
            await ctx.set("tone_off", {who: at for who, at in resting.items() if who != member})


def _wanted(ctx: Context) -> bool:
    """The community wants it, and so does the author, who is one of the team."""
    settings = ctx.community.settings
    until = settings.tone_off.get(ctx.doer.id)
    return settings.tone and ctx.doer.role in WORKERS and (until is None or until <= ctx.now)


def _this_too(ctx: Context, case: Case, waiting: Waiting) -> Message:
    """Two answers are rarely meant: the author has sent another one meanwhile."""
    too = Button(ctx.own_voice.text("tone.send_too"), "tone send", waiting.numbers)
    return say(*ctx.own_voice.say("tone.answered_since", number=case.number), buttons=(too,))
