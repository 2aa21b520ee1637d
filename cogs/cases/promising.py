"""A new time for the member, given by a person: only they can say by when, and what is still missing."""

from datetime import timedelta

from bot.cases.doors import member_place
from bot.cases.model import Case, NextStep, Owed
from bot.cases.policy import round_up
from bot.catalogue.arguments import Words
from bot.catalogue.declare import command, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.errors import UserError
from bot.replying import signed
from bot.vocabulary.replies import Message, Name, Paragraph, Quotation, say
from bot.vocabulary.times import TimeGiven

SHORTEST, LONGEST = timedelta(minutes=15), timedelta(days=30)


class Promising:
    """The command, and what the member reads of it."""

    @command("case time", goes_out=True)
    async def time(self, ctx: Context, case: Case, duration: timedelta, text: Words) -> Message:
        if not SHORTEST <= duration <= LONGEST:
            raise UserError("cases.time.range", longest=LONGEST.days)
        who, until = ctx.doer, round_up(ctx.now + duration)
        changed = case.promised(who.id, who.name, ctx.now, Owed(NextStep.NEXT_RESPONSE, until))
        as_team = ctx.community.settings.as_team
        await ctx.change(changed, TimeGiven(case.id, who.id, who.name, until, text, as_team))
        return say(*ctx.own_voice.say("cases.time.done", number=case.number, until=ctx.moment(until)))

    @on(TimeGiven)
    async def tell_time(self, ctx: Context, fact: TimeGiven) -> None:
        """What is missing, in the words of whoever gave the time, and the time itself."""
        if fact.incident is not None:
            return  # told to everybody, by the incident
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        name = Name(signed(fact.name, voice, as_team=fact.as_team))
        words = (Quotation(fact.text),) if fact.text else ()
        time = voice.say("cases.time.told", number=case.number, by=ctx.moment(fact.until))
        parts = (Paragraph(voice.say("cases.reply.says", name=name)), *words, Paragraph(time))
        key = f"time:{ctx.told}"
        await ctx.outbox.say(
            member_place(case), Message(parts), key, priority=Priority.HUMAN_REPLY, case=case.id
        )
