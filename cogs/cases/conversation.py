"""What is written in a case's places, and who hears of it.

Typing in the staff thread is a note. What staff type in the private conversation the member reads anyway: it is a
reply. Everything said is mirrored in the staff thread.
"""

from bot.attention import Glance
from bot.cases.belonging import case_of_message
from bot.cases.doors import CARD
from bot.cases.model import Act, Case, NextStep
from bot.catalogue.declare import matters, on
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseClosed,
    CaseHeld,
    CaseOpened,
    CaseReleased,
    CaseReopened,
    CaseSolved,
    CaseTransferred,
    CaseWithdrawn,
    CheckInAnswered,
    DoorOpened,
    DoorRefused,
    EffectSettled,
    Fact,
    MemberWrote,
    NoteAdded,
    StaffReplied,
    StayedPublic,
    Undelivered,
)
from bot.vocabulary.places import CasePrivate, CaseStaff, Place, Public, StaffRoom
from bot.vocabulary.replies import Button, Message, Name, Paragraph, Quotation, say


class Conversation:
    """Reactions of the cases cog."""

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        """Whatever is written in a case's place, a reply to it, and every change of words that a case holds."""
        in_place = isinstance(glance.place, CasePrivate | CaseStaff)
        return glance.in_case or (in_place and isinstance(event, MessagePosted))

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        match ctx.place:
            case CaseStaff(number) if ctx.doer.is_staff:
                note = NoteAdded(number, event.author, ctx.doer.name, event.text, event.message, typed=True)
                await ctx.record(note)
            case CasePrivate():
                await self._in_private(ctx, event, await _meant(ctx))
            case None:
                case = await replied_to(ctx, event)
                if case is not None:
                    await self._in_public(ctx, event, await ctx.cases.get(case))

    async def _in_public(self, ctx: Context, event: MessagePosted, case: Case) -> None:
        """A reply in public, to the member's words or to ours: the member's own, or the team's answer."""
        if event.author == case.member_id and case.can(Act.MEMBER_WRITES):
            wrote = MemberWrote(case.id, event.author, event.text, event.message, in_public=True)
            await self._member_wrote(ctx, case, wrote)
        elif ctx.doer.is_staff and case.can(Act.ANSWER):
            await self._staff_typed(ctx, event, case)

    async def _in_private(self, ctx: Context, event: MessagePosted, case: Case) -> None:
        if event.author != case.member_id:
            if ctx.doer.is_staff and case.can(Act.ANSWER):
                await self._staff_typed(ctx, event, case)
            return
        if not case.can(Act.MEMBER_WRITES):
            voice = ctx.voice(case.language)
            again = Button(voice.text("intake.label.complain"), "complain")
            answer = say(*voice.say("cases.closed_already", number=case.number), buttons=(again,))
            key = f"closed:{event.key}"
            await ctx.outbox.say(CasePrivate(case.id), answer, key, priority=Priority.REMINDER, case=case.id)
            return
        await self._member_wrote(ctx, case, MemberWrote(case.id, event.author, event.text, event.message))

    async def _member_wrote(self, ctx: Context, case: Case, wrote: MemberWrote) -> None:
        solved = not case.is_open
        changed = case.member_wrote(ctx.owed(NextStep.NEXT_RESPONSE, case.severity))
        await ctx.change(changed, wrote)
        if solved:
            await ctx.record(CaseReopened(case.id, wrote.by, "wrote_again"))

    async def _staff_typed(self, ctx: Context, event: MessagePosted, case: Case) -> None:
        """What staff type where the member reads it is an answer."""
        who = ctx.doer
        owed = ctx.owed(NextStep.MEMBER_REPLY, case.severity)
        changed = case.answered(who.id, who.name, ctx.now, owed)
        reply = StaffReplied(case.id, who.id, who.name, event.text, event.message, relayed=False)
        await ctx.change(changed, reply)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        await self._reword(ctx, event, event.text)

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        """The author took it back: the stored words go too."""
        await self._reword(ctx, event, None)

    async def _reword(self, ctx: Context, event: MessageEdited | MessageDeleted, text: str | None) -> None:
        for entry in await ctx.timeline.about_message(event.message):
            await ctx.timeline.reword(entry, text)
            case = entry.fact.case
            await ctx.outbox.show(StaffRoom(), View(CARD, case), case=case)
            if not (isinstance(entry.fact, NoteAdded) and entry.fact.typed):
                await ctx.outbox.show(CaseStaff(case), View("cases.mirror", entry.id), case=case)

    @on(
        CaseOpened,
        CaseClaimed,
        CaseReleased,
        CaseTransferred,
        CaseHeld,
        CaseSolved,
        CaseReopened,
        CaseClosed,
        CaseWithdrawn,
        StayedPublic,
        DoorOpened,
        DoorRefused,
        Undelivered,
        MemberWrote,
        StaffReplied,
        CheckInAnswered,
    )
    async def card_is_stale(self, ctx: Context, fact: Fact) -> None:
        await ctx.outbox.show(StaffRoom(), View(CARD, fact.case), case=fact.case)

    @on(MemberWrote, StaffReplied, CaseSolved, CaseReopened, CaseWithdrawn, CheckInAnswered, NoteAdded)
    async def mirror_it(self, ctx: Context, fact: Fact) -> None:
        if isinstance(fact, NoteAdded) and fact.typed:
            return
        await ctx.outbox.show(CaseStaff(fact.case), View("cases.mirror", ctx.told), case=fact.case)

    @on(StaffReplied)
    async def carry(self, ctx: Context, fact: StaffReplied) -> None:
        """The answer travels to the member, under the name of whoever wrote it."""
        if not fact.relayed or fact.text is None:
            return
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        parts = (Paragraph(voice.say("cases.reply.says", name=Name(fact.name))), Quotation(fact.text))
        await self._tell_member(ctx, case, Message(parts), f"reply:{ctx.told}")

    @on(CaseSolved)
    async def tell_solved(self, ctx: Context, fact: CaseSolved) -> None:
        """What was done, and the way back if it wasn't enough."""
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        name = Name(case.assignee_name or "")
        said = Paragraph(voice.say(f"cases.solved.{fact.ending}", number=case.number, name=name))
        words = (Quotation(fact.text),) if fact.text else ()
        parts = (said, *words, Paragraph(voice.say("cases.solved.way_back")))
        await self._tell_member(ctx, case, Message(parts), f"solved:{ctx.told}")

    async def _tell_member(self, ctx: Context, case: Case, message: Message, key: str) -> None:
        place = member_place(case)
        await ctx.outbox.say(place, message, key, priority=Priority.HUMAN_REPLY, case=case.id)

    @on(EffectSettled)
    async def not_delivered(self, ctx: Context, settled: EffectSettled) -> None:
        """No private place could be opened: a neutral line in public, whose button shows the answer to them alone."""
        what = settled.key.partition(":")[0]
        if (
            settled.case is None
            or settled.outcome == "delivered"
            or what not in ("reply", "solved", "checkin")
        ):
            return
        case = await ctx.cases.get(settled.case)
        if settled.place.startswith("private:") and case.origin is not None and what != "checkin":
            voice = ctx.voice(case.language)
            button = Button(voice.text("cases.label.case_read"), "case read", (case.number,))
            line = say(*voice.say("cases.answer_waits", number=case.number), buttons=(button,))
            place, key = Public(case.origin), f"waits:{settled.key}"
            await ctx.outbox.say(place, line, key, priority=Priority.HUMAN_REPLY, case=case.id)
            return
        await ctx.record(Undelivered(case.id, what, settled.reason or settled.outcome))


def member_place(case: Case) -> Place:
    """Where the member reads us: in private, or under their message if they would rather stay in public."""
    return Public(case.origin) if case.in_public and case.origin else CasePrivate(case.id)


async def replied_to(ctx: Context, event: MessagePosted) -> int | None:
    """The case that a message in public replies to."""
    if event.reply_to is None or ctx.place is not None:
        return None
    return await case_of_message(ctx.timeline, event.reply_to)


async def _meant(ctx: Context) -> Case:
    """The case that a message in private belongs to: in a DM shared by several, the latest that is still open."""
    places = [place for place in (ctx.place, *ctx.also) if isinstance(place, CasePrivate)]
    cases = [await ctx.cases.get(place.case) for place in places]
    return next((case for case in cases if case.is_open), cases[0])
