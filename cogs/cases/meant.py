"""Words where several cases are spoken of: they are with one of them at once, and the member can say with which.

Nothing waits for the answer: whoever gives none has been heard all the same.
"""

from dataclasses import replace

from bot.cases.doors import MIRROR
from bot.cases.model import Act, Case
from bot.catalogue.declare import Party, button, on
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.refiling import own_words, take_out
from bot.vocabulary.places import CaseStaff, MemberDM
from bot.vocabulary.replies import Button, Message, say
from bot.vocabulary.signals import PerhapsAnother, WordsTakenOut
from cogs.cases.conversation import card_changed, member_wrote

OFFERED = 4
"""Other cases that are offered; whoever has more open than that is served better by a person."""


class Meant:
    """A part of the cases cog."""

    @on(PerhapsAnother)
    async def ask(self, ctx: Context, doubt: PerhapsAnother) -> None:
        case = await ctx.cases.get(doubt.case)
        theirs = await ctx.cases.of_member(case.member_id, open_only=True)
        voice = ctx.voice(case.language)
        buttons = [
            Button(
                voice.text("cases.meant.other", number=one.number, topic=voice.text(f"topic.{one.topic}")),
                "case meant",
                (one.number, doubt.entry),
            )
            for one in theirs
            if one.id != case.id
        ][:OFFERED]
        buttons.append(Button(voice.text("cases.meant.new"), "complaint apart", (doubt.entry,)))
        asked = say(*voice.say("cases.meant.ask", number=case.number), buttons=tuple(buttons))
        key = f"meant:{doubt.entry}"
        await ctx.outbox.say(
            MemberDM(case.member_id), asked, key, priority=Priority.HUMAN_REPLY, case=case.id
        )

    @button("case meant", parties=[Party.MEMBER])
    async def about(self, ctx: Context, case: Case, entry: int) -> Message:
        """The words of this entry belong to the case."""
        words = await own_words(ctx, entry)
        if words.wrote.case != case.id:
            if not case.can(Act.MEMBER_WRITES):
                raise UserError("cases.closed_already", number=case.number)
            await take_out(ctx, words)
            await member_wrote(ctx, case, replace(words.wrote, case=case.id))
        return say(*ctx.own_voice.say("cases.meant.done", number=case.number))

    @on(WordsTakenOut)
    async def taken_out(self, ctx: Context, fact: WordsTakenOut) -> None:
        """Staff read them in the other case's thread, and its card is as it was."""
        await ctx.outbox.hide(CaseStaff(fact.case), View(MIRROR, fact.entry))
        await card_changed(ctx, fact.case)
