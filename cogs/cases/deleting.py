"""Criticism is never deleted silently: when the public words of a case disappear, staff are asked why.

Platforms don't say who deleted a message. Its author may have taken it back, so the question is for whoever of staff
knows better, and nobody has to answer it.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.model import Case
from bot.cases.timeline import Entry
from bot.catalogue.arguments import Words
from bot.catalogue.declare import button, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.events import MessageDeleted
from bot.vocabulary.facts import CaseWithdrawn, ComplaintDeleted, MemberWrote
from bot.vocabulary.people import STAFF
from bot.vocabulary.places import CaseStaff
from bot.vocabulary.replies import Button, Message, say


class Deleting:
    """A part of the cases cog."""

    @on(MessageDeleted)
    async def public_words_gone(self, ctx: Context, event: MessageDeleted) -> None:
        """Asked once in a case, however many messages of it disappear."""
        if await ctx.infractions.takes_down(event.message):
            return
        everybodys = replace(ctx, reader=None)
        for entry in await ctx.timeline.about_message(event.message):
            if isinstance(entry.fact, MemberWrote) and entry.fact.in_public:
                case = await everybodys.cases.get(entry.fact.case)
                if case.is_open or _taken_back(await ctx.timeline.of_case(case.id)):
                    await _ask(ctx, case)

    @button("case deleted", roles=STAFF)
    async def say_why(self, ctx: Context, case: Case, text: Words) -> Message:
        """Whoever deleted the member's public message says why; it stands on the timeline for good."""
        await ctx.record(ComplaintDeleted(case.id, ctx.doer.id, ctx.doer.name, text))
        done = "cases.deleted.done" if case.is_open else "cases.deleted.done_closed"
        return say(*ctx.own_voice.say(done, number=case.number))


def _taken_back(entries: Sequence[Entry]) -> bool:
    """It was closed because it looked as if the member had deleted all that they wrote."""
    return any(isinstance(each.fact, CaseWithdrawn) and each.fact.reason == "deleted" for each in entries)


async def _ask(ctx: Context, case: Case) -> None:
    voice = ctx.voice()
    why = Button(voice.text("cases.label.case_deleted"), "case deleted", (case.number,))
    asked = say(*voice.say("cases.deleted.ask"), buttons=(why,))
    place, key = CaseStaff(case.id), f"deleted:{case.id}"
    await ctx.outbox.say(place, asked, key, priority=Priority.STAFF, case=case.id)
