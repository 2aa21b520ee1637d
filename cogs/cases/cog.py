"""What staff and members can do with a case."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from bot.cases.doors import CARD, MIRROR, SEALED_CARD
from bot.cases.model import Case, Ending, NextStep, Owed
from bot.cases.policy import round_up
from bot.catalogue.arguments import Words
from bot.catalogue.declare import Party, command, due, view
from bot.context import Context
from bot.errors import UserError
from bot.replying import reply, signed
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
from bot.vocabulary.people import Member
from bot.vocabulary.replies import Heading, Message, Paragraph, Text, say
from bot.vocabulary.times import TimeGiven
from cogs.cases.card import case_card, summary
from cogs.cases.conversation import Conversation, card_changed
from cogs.cases.deleting import Deleting
from cogs.cases.dismissing import Dismissing
from cogs.cases.files import Files
from cogs.cases.finding import Finding
from cogs.cases.joining import Joining
from cogs.cases.meant import Meant
from cogs.cases.mirror import mirror
from cogs.cases.promising import Promising
from cogs.cases.queues import Queues
from cogs.cases.retention import Retention
from cogs.cases.sealed import Sealed
from cogs.cases.transcript import Format, transcript
from cogs.cases.writing import Writing

LONGEST_HOLD = timedelta(days=7)
ANSWERS = (StaffReplied, TimeGiven, CaseSolved)


class SolvedAs(StrEnum):
    """How staff can end a case; withdrawing is the member's."""

    SOLVED = "solved"
    WORKAROUND = "workaround"
    WAITING = "waiting"
    DECLINED = "declined"


class Cases(
    Conversation,
    Deleting,
    Dismissing,
    Files,
    Finding,
    Joining,
    Meant,
    Promising,
    Queues,
    Retention,
    Sealed,
    Writing,
):
    """Commands of the staff room, and a member's own few."""

    name = "cases"

    @command("case show", parties=[Party.MEMBER])
    async def show(self, ctx: Context, case: Case) -> Message:
        if not _works_on(ctx, case):
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
        if not await replace(ctx.cases, reader=member).sees(case.id):
            raise UserError("cases.transfer.sealed", number=case.number)
        changed = case.transferred(member.id, member.name)
        case = await ctx.change(changed, CaseTransferred(case.id, ctx.doer.id, member.id, member.name))
        return say(*ctx.own_voice.say("cases.transfer.done", number=case.number, name=member.name))

    @command("case reply", goes_out=True)
    async def reply(self, ctx: Context, case: Case, text: Words) -> Message:
        await reply(ctx, case, text)
        return say(*ctx.own_voice.say("cases.reply.done", number=case.number))

    @command("case note")
    async def note(self, ctx: Context, case: Case, text: Words) -> Message:
        await ctx.record(NoteAdded(case.id, ctx.doer.id, ctx.doer.name, text))
        return say(*ctx.own_voice.say("cases.note.done", number=case.number))

    @command("case hold")
    async def hold(self, ctx: Context, case: Case, duration: timedelta = LONGEST_HOLD) -> Message:
        until = round_up(ctx.now + min(duration, LONGEST_HOLD))
        held = case.held(Owed(NextStep.THIRD_PARTY, until))
        case = await ctx.change(held, CaseHeld(case.id, ctx.doer.id, until))
        return say(*ctx.own_voice.say("cases.hold.done", number=case.number, until=ctx.moment(until)))

    @command("case solve", goes_out=True)
    async def solve(self, ctx: Context, case: Case, ending: SolvedAs, text: Words) -> Message:
        who = ctx.doer
        changed = case.solved(Ending(ending), who.id, who.name, ctx.now)
        as_team = ctx.community.settings.as_team
        await ctx.change(changed, CaseSolved(case.id, who.id, ending, text, as_team))
        return say(*ctx.own_voice.say("cases.solve.done", number=case.number))

    @command("case reopen")
    async def reopen(self, ctx: Context, case: Case) -> Message:
        changed = case.reopen(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
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

    @command("case transcript", parties=[Party.MEMBER])
    async def transcript(self, ctx: Context, case: Case, layout: Format = Format.TEXT) -> Message:
        return await transcript(ctx, case, layout, with_notes=_works_on(ctx, case))

    @command("case read", roles=(), parties=[Party.MEMBER])
    async def read(self, ctx: Context, case: Case) -> Message:
        """The answers, where no private place could be opened: shown to the member alone."""
        entries = await ctx.timeline.of_case(case.id)
        replies = [fact for entry in entries if isinstance(fact := entry.fact, ANSWERS) and fact.text]
        if not replies:
            return say(*ctx.own_voice.say("cases.read.empty", number=case.number))
        parts = tuple(Paragraph((Text(_answer(ctx, case, reply)),)) for reply in replies[-3:])
        return Message((Heading(f"#{case.number}"), *parts))

    @view(CARD)
    async def card(self, ctx: Context, case: int) -> Message | None:
        found = await ctx.cases.get(case)
        return await case_card(ctx, found) if found.about is None else None

    @view(SEALED_CARD)
    async def sealed_card(self, ctx: Context, case: int) -> Message | None:
        found = await ctx.cases.get(case)
        return await case_card(ctx, found) if found.about is not None else None

    @view(MIRROR)
    async def mirrored(self, ctx: Context, entry: int) -> Message | None:
        return await mirror(ctx, entry)

    @due("cases.due")
    async def came_due(self, ctx: Context, case: int) -> None:
        """The card shows that the time has come."""
        await card_changed(ctx, case)


def _works_on(ctx: Context, case: Case) -> bool:
    """One of staff, and not one who has complained about staff: they read then what a member reads."""
    return ctx.doer.is_staff and (case.about is None or case.member_id != ctx.doer.id)


def _answer(ctx: Context, case: Case, reply: StaffReplied | TimeGiven | CaseSolved) -> str:
    who = case.assignee_name or "" if isinstance(reply, CaseSolved) else reply.name
    name = signed(who, ctx.own_voice, as_team=reply.as_team)
    return f"{name}: {reply.text}"
