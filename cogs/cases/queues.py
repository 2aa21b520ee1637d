"""What waits for somebody: the queues of staff, and a member's own cases."""

from collections.abc import Sequence

from bot.cases.model import Case
from bot.cases.queues import Queue
from bot.catalogue.declare import command
from bot.context import Context
from bot.text import shorten
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import Button, Fields, Heading, Message, Paragraph, Part, Row
from cogs.cases.card import summary

LISTED = 12
"""Cases in one answer: what fits into one message of any platform."""

IN_EACH = 5
"""Cases of one queue, where several stand in one answer."""

PRESSING = (Queue.OVERDUE, Queue.DUE_SOON, Queue.MINE, Queue.UNCLAIMED)
"""In the order in which they want to be looked at."""


class Queues:
    """Commands that list cases."""

    @command("case list")
    async def list(self, ctx: Context, queue: Queue = Queue.ALL) -> Message:
        found = await ctx.cases.queue(queue, ctx.doer.id, ctx.now, limit=LISTED)
        voice = ctx.own_voice
        title = Heading(voice.text("cases.list.title"))
        if not found:
            return Message((title, Paragraph(voice.say("cases.list.empty"))))
        return Message((title, _listed(ctx, found)))

    @command("my-cases", roles=EVERYONE)
    async def mine(self, ctx: Context) -> Message:
        voice = ctx.own_voice
        title = Heading(voice.text("cases.mine.title"))
        found = await ctx.cases.of_member(ctx.doer.id, limit=LISTED)
        if not found:
            return Message((title, Paragraph(voice.say("cases.mine.empty"))))
        rows = tuple(Row(f"#{case.number}", summary(ctx, case)) for case in found)
        return Message((title, Fields(rows)))

    @command("queue", roles=EVERYONE)
    async def queue(self, ctx: Context) -> Message:
        """What waits for whoever asks: each case once, where it is most pressing, and what can be done with it."""
        if not ctx.doer.is_staff:
            told = await self.mine(ctx)
            begin = Button(ctx.own_voice.text("intake.label.complain"), "complain")
            return Message(told.parts, (begin,))
        seen: set[int] = set()
        parts: list[Part] = [Heading(ctx.own_voice.text("cases.queue.title"))]
        buttons: list[Button] = []
        for queue in PRESSING:
            found = await ctx.cases.queue(queue, ctx.doer.id, ctx.now, limit=IN_EACH + len(seen))
            new = [case for case in found if case.id not in seen][:IN_EACH]
            seen |= {case.id for case in new}
            if new:
                parts += [Paragraph(ctx.own_voice.say(f"cases.queue.{queue}")), _listed(ctx, new)]
                buttons += [_next(ctx, case) for case in new]
        if not seen:
            parts.append(Paragraph(ctx.own_voice.say("cases.queue.nothing")))
        return Message(tuple(parts), tuple(buttons))


def _listed(ctx: Context, found: Sequence[Case]) -> Fields:
    return Fields(
        tuple(Row(f"#{case.number} {shorten(case.member_name, 30)}", summary(ctx, case)) for case in found)
    )


def _next(ctx: Context, case: Case) -> Button:
    """Nobody's case is taken; somebody's is looked at."""
    action, key = ("case claim", "claim") if case.assignee is None else ("case show", "show")
    label = ctx.own_voice.text(f"cases.queue.do.{key}", number=case.number)
    return Button(label, action, (case.number,))
