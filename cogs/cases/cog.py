"""What staff and members can do with a case."""

from datetime import timedelta
from enum import StrEnum

from bot.cases.doors import CARD
from bot.cases.model import Case, Ending, NextStep
from bot.catalogue.arguments import Words
from bot.catalogue.declare import Party, command, due, view
from bot.context import Context
from bot.durable.outbox import View
from bot.errors import UserError
from bot.text import shorten
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseClosed,
    CaseHeld,
    CaseReleased,
    CaseReopened,
    CaseSolved,
    CaseTransferred,
    CaseWithdrawn,
    NoteAdded,
    StaffReplied,
)
from bot.vocabulary.people import EVERYONE, Member
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Fields, Heading, Message, Paragraph, Row, Text, say
from cogs.cases.card import case_card, summary
from cogs.cases.conversation import Conversation
from cogs.cases.mirror import mirror
from cogs.cases.retention import Retention
from cogs.cases.transcript import transcript

LISTED = 12
"""Cases in one answer: what fits into one message of any platform."""

LONGEST_HOLD = timedelta(days=7)


class Queue(StrEnum):
    ALL = "all"
    MINE = "mine"
    UNCLAIMED = "unclaimed"


class SolvedAs(StrEnum):
    """How staff can end a case; withdrawing is the member's."""

    SOLVED = "solved"
    WORKAROUND = "workaround"
    WAITING = "waiting"
    DECLINED = "declined"


class Cases(Conversation, Retention):
    """Commands of the staff room, and a member's own few."""

    name = "cases"

    @command("case list")
    async def list(self, ctx: Context, queue: Queue = Queue.ALL) -> Message:
        assignee = ctx.doer.id if queue is Queue.MINE else None
        found = await ctx.cases.queue(assignee=assignee, unclaimed=queue is Queue.UNCLAIMED, limit=LISTED)
        voice = ctx.own_voice
        title = Heading(voice.text("cases.list.title"))
        if not found:
            return Message((title, Paragraph(voice.say("cases.list.empty"))))
        rows = tuple(
            Row(f"#{case.number} {shorten(case.member_name, 30)}", summary(ctx, case)) for case in found
        )
        return Message((title, Fields(rows)))

    @command("case show", parties=[Party.MEMBER])
    async def show(self, ctx: Context, case: Case) -> Message:
        if not ctx.doer.is_staff:
            return Message((Heading(f"#{case.number}"), Paragraph(summary(ctx, case))))
        return await case_card(ctx, case)

    @command("case claim")
    async def claim(self, ctx: Context, case: Case) -> Message:
        who = ctx.doer
        if case.assignee == who.id:
            raise UserError("cases.claim.yours", number=case.number)
        if case.assignee is not None:
            raise UserError("cases.claim.taken", number=case.number, name=case.assignee_name or "")
        case = await ctx.change(case.claimed(who.id, who.name), CaseClaimed(case.id, who.id, who.name))
        return say(*ctx.own_voice.say("cases.claim.done", number=case.number))

    @command("case release", parties=[Party.ASSIGNEE])
    async def release(self, ctx: Context, case: Case) -> Message:
        if case.assignee is None:
            raise UserError("cases.release.nobody", number=case.number)
        await ctx.change(case.released(), CaseReleased(case.id, ctx.doer.id))
        return say(*ctx.own_voice.say("cases.release.done", number=case.number))

    @command("case transfer")
    async def transfer(self, ctx: Context, case: Case, member: Member) -> Message:
        if not member.is_staff:
            raise UserError("cases.transfer.not_staff", name=member.name)
        changed = case.transferred(member.id, member.name)
        case = await ctx.change(changed, CaseTransferred(case.id, ctx.doer.id, member.id, member.name))
        return say(*ctx.own_voice.say("cases.transfer.done", number=case.number, name=member.name))

    @command("case reply")
    async def reply(self, ctx: Context, case: Case, text: Words) -> Message:
        who = ctx.doer
        owed = ctx.owed(NextStep.MEMBER_REPLY, case.severity)
        changed = case.answered(who.id, who.name, ctx.now, owed)
        await ctx.change(changed, StaffReplied(case.id, who.id, who.name, text))
        return say(*ctx.own_voice.say("cases.reply.done", number=case.number))

    @command("case note")
    async def note(self, ctx: Context, case: Case, text: Words) -> Message:
        await ctx.record(NoteAdded(case.id, ctx.doer.id, ctx.doer.name, text))
        return say(*ctx.own_voice.say("cases.note.done", number=case.number))

    @command("case hold")
    async def hold(self, ctx: Context, case: Case, duration: timedelta = LONGEST_HOLD) -> Message:
        owed = ctx.owed(NextStep.THIRD_PARTY, case.severity)
        until = ctx.now + min(duration, LONGEST_HOLD)
        case = await ctx.change(case.held(type(owed)(owed.step, until)), CaseHeld(case.id, ctx.doer.id))
        return say(*ctx.own_voice.say("cases.hold.done", number=case.number, until=ctx.moment(until)))

    @command("case solve")
    async def solve(self, ctx: Context, case: Case, ending: SolvedAs, text: Words) -> Message:
        who = ctx.doer
        changed = case.solved(Ending(ending), who.id, who.name, ctx.now)
        await ctx.change(changed, CaseSolved(case.id, who.id, ending, text))
        return say(*ctx.own_voice.say("cases.solve.done", number=case.number))

    @command("case reopen")
    async def reopen(self, ctx: Context, case: Case) -> Message:
        changed = case.reopen(ctx.owed(NextStep.NEXT_RESPONSE, case.severity))
        case = await ctx.change(changed, CaseReopened(case.id, ctx.doer.id, "staff"))
        return say(*ctx.own_voice.say("cases.reopen.done", number=case.number))

    @command("case close")
    async def close(self, ctx: Context, case: Case) -> Message:
        await ctx.change(case.closed(ctx.now), CaseClosed(case.id, ctx.doer.id))
        return say(*ctx.own_voice.say("cases.close.done", number=case.number))

    @command("case withdraw", roles=(), parties=[Party.MEMBER])
    async def withdraw(self, ctx: Context, case: Case) -> Message:
        withdrawn = CaseWithdrawn(case.id, ctx.doer.id, "no_help_needed")
        await ctx.change(case.withdrawn(ctx.now), withdrawn)
        return say(*ctx.own_voice.say("cases.withdraw.done", number=case.number))

    @command("case dismiss")
    async def dismiss(self, ctx: Context, case: Case) -> Message:
        """Not a complaint: what the bot said about it is taken down."""
        withdrawn = CaseWithdrawn(case.id, ctx.doer.id, "not_a_complaint")
        await ctx.change(case.withdrawn(ctx.now), withdrawn)
        return say(*ctx.own_voice.say("cases.dismiss.done", number=case.number))

    @command("case transcript", parties=[Party.MEMBER])
    async def transcript(self, ctx: Context, case: Case) -> Message:
        return await transcript(ctx, case, with_notes=ctx.doer.is_staff)

    @command("my-cases", roles=EVERYONE)
    async def mine(self, ctx: Context) -> Message:
        voice = ctx.own_voice
        title = Heading(voice.text("cases.mine.title"))
        found = await ctx.cases.of_member(ctx.doer.id, limit=LISTED)
        if not found:
            return Message((title, Paragraph(voice.say("cases.mine.empty"))))
        rows = tuple(Row(f"#{case.number}", summary(ctx, case)) for case in found)
        return Message((title, Fields(rows)))

    @command("case read", roles=(), parties=[Party.MEMBER])
    async def read(self, ctx: Context, case: Case) -> Message:
        """The answers, where no private place could be opened: shown to the member alone."""
        entries = await ctx.timeline.of_case(case.id)
        replies = [e.fact for e in entries if isinstance(e.fact, StaffReplied) and e.fact.text]
        if not replies:
            return say(*ctx.own_voice.say("cases.read.empty", number=case.number))
        parts = tuple(Paragraph((Text(f"{reply.name}: {reply.text}"),)) for reply in replies[-3:])
        return Message((Heading(f"#{case.number}"), *parts))

    @view(CARD)
    async def card(self, ctx: Context, case: int) -> Message | None:
        return await case_card(ctx, await ctx.cases.get(case))

    @view("cases.mirror")
    async def mirrored(self, ctx: Context, entry: int) -> Message | None:
        return await mirror(ctx, entry)

    @due("cases.due")
    async def came_due(self, ctx: Context, case: int) -> None:
        """The card shows that the time has come."""
        await ctx.outbox.show(StaffRoom(), View(CARD, case), case=case)
