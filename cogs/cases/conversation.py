"""What is written in a case's places, and who hears of it.

Typing in the staff thread is a note. What staff type in the private conversation the member reads anyway: it is a
reply. Everything said is mirrored in the staff thread.
"""

from dataclasses import replace

from bot.attachments import sort, with_files, wrote_in
from bot.attention import Glance
from bot.cases.belonging import case_of_message, meant
from bot.cases.doors import MIRROR, card_of, member_place
from bot.cases.model import Act, Case, NextStep
from bot.catalogue.declare import matters, on
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.replying import reply, signed
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.facts import (
    CaseAbsorbed,
    CaseClaimed,
    CaseClosed,
    CaseHeld,
    CaseLinked,
    CaseMerged,
    CaseOpened,
    CaseReleased,
    CaseReopened,
    CaseSolved,
    CaseTransferred,
    CaseUnlinked,
    CaseWithdrawn,
    CheckInAnswered,
    ClosingAnswered,
    ComplaintDeleted,
    DoorOpened,
    DoorRefused,
    Fact,
    MemberWrote,
    NoteAdded,
    StaffReplied,
    StayedPublic,
    Undelivered,
)
from bot.vocabulary.files import Attachment
from bot.vocabulary.incidents import CaseLeftIncident
from bot.vocabulary.places import CasePrivate, CaseStaff, Public
from bot.vocabulary.questions import CaseEscalated, CaseSealed, QuestionMoved
from bot.vocabulary.replies import Button, Message, Name, Paragraph, Quotation, say
from bot.vocabulary.signals import EffectSettled, PerhapsAnother
from bot.vocabulary.times import (
    DeadlineBreached,
    DeadlineCancelled,
    DeadlineMet,
    HoldingSent,
    SilenceAsked,
    StillWaiting,
    TimeGiven,
)
from cogs.cases.joining import survivor
from cogs.cases.store import Store


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
                await self._noted(ctx, event, number)
            case CasePrivate():
                meant_case, guessed = await _meant(ctx, event)
                await self._in_private(ctx, event, meant_case, guessed=guessed)
            case None:
                case = await replied_to(ctx, event)
                if case is not None:
                    await self._in_public(ctx, event, await survivor(ctx, await ctx.cases.get(case)))

    async def _noted(self, ctx: Context, event: MessagePosted, case: int) -> None:
        """What is typed in the thread of a merged case is a note on the one it goes on in, and is shown there."""
        into = await Store(ctx.tx, ctx.community.id).goes_on_in(case)
        name, typed = ctx.doer.name, into is None
        text = with_files(event.text, event.files)
        note = NoteAdded(into or case, event.author, name, text, event.message, typed, event.files)
        await ctx.record(note)

    async def _in_public(self, ctx: Context, event: MessagePosted, case: Case) -> None:
        """A reply in public, to the member's words or to ours: the member's own, or the team's answer."""
        if event.author == case.member_id and case.can(Act.MEMBER_WRITES):
            wrote = wrote_in(case.id, event, in_public=True)
            await member_wrote(ctx, case, wrote)
        elif case.can(Act.ANSWER) and await _answers(ctx, case):
            await self._staff_typed(ctx, event, case)

    async def _in_private(self, ctx: Context, event: MessagePosted, case: Case, *, guessed: bool) -> None:
        if event.author != case.member_id:
            if case.can(Act.ANSWER) and await _answers(ctx, case):
                await self._staff_typed(ctx, event, case)
            return
        if not case.can(Act.MEMBER_WRITES):
            voice = ctx.voice(case.language)
            again = Button(voice.text("intake.label.complain"), "complain")
            answer = say(*voice.say("cases.closed_already", number=case.number), buttons=(again,))
            key = f"closed:{event.key}"
            await ctx.outbox.say(CasePrivate(case.id), answer, key, priority=Priority.REMINDER, case=case.id)
            return
        await member_wrote(ctx, case, wrote_in(case.id, event))
        last = await ctx.timeline.last_words(event.author, event.message.channel)
        if guessed and last is not None:
            await ctx.dispatch(ctx, PerhapsAnother(case.id, last.id))

    async def _staff_typed(self, ctx: Context, event: MessagePosted, case: Case) -> None:
        """What staff type where the member reads it is an answer."""
        await reply(ctx, case, event.text, event.message, event.files)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        await self._reword(ctx, event, with_files(event.text, event.files), event.files)

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        """The author took it back: the stored words go too. What staff removed as abuse keeps its words in the case."""
        if not await ctx.infractions.takes_down(event.message):
            await self._reword(ctx, event, None, ())

    async def _reword(
        self, ctx: Context, event: MessageEvent, text: str | None, files: tuple[Attachment, ...]
    ) -> None:
        for entry in await ctx.timeline.about_message(event.message):
            await ctx.timeline.reword(entry, text, files)
            case = entry.fact.case
            await card_changed(ctx, case)
            if not (isinstance(entry.fact, NoteAdded) and entry.fact.typed):
                await ctx.outbox.show(CaseStaff(case), View(MIRROR, entry.id), case=case)

    @on(
        CaseOpened,
        CaseClaimed,
        CaseReleased,
        CaseTransferred,
        CaseEscalated,
        QuestionMoved,
        CaseSealed,
        CaseHeld,
        TimeGiven,
        HoldingSent,
        DeadlineMet,
        DeadlineBreached,
        DeadlineCancelled,
        SilenceAsked,
        StillWaiting,
        CaseSolved,
        CaseReopened,
        CaseClosed,
        CaseWithdrawn,
        CaseMerged,
        CaseAbsorbed,
        CaseLinked,
        CaseUnlinked,
        CaseLeftIncident,
        StayedPublic,
        DoorOpened,
        DoorRefused,
        Undelivered,
        MemberWrote,
        StaffReplied,
        CheckInAnswered,
        ComplaintDeleted,
    )
    async def card_is_stale(self, ctx: Context, fact: Fact) -> None:
        if _of_many(fact):
            return
        await card_changed(ctx, fact.case)

    @on(
        CaseEscalated,
        QuestionMoved,
        MemberWrote,
        StaffReplied,
        TimeGiven,
        HoldingSent,
        SilenceAsked,
        StillWaiting,
        CaseSolved,
        CaseReopened,
        CaseWithdrawn,
        CaseMerged,
        CaseAbsorbed,
        CaseLinked,
        CaseUnlinked,
        CheckInAnswered,
        ClosingAnswered,
        ComplaintDeleted,
        NoteAdded,
    )
    async def mirror_it(self, ctx: Context, fact: Fact) -> None:
        if (isinstance(fact, NoteAdded) and fact.typed) or _of_many(fact):
            return
        await ctx.outbox.show(CaseStaff(fact.case), View(MIRROR, ctx.told), case=fact.case)

    @on(StaffReplied)
    async def carry(self, ctx: Context, fact: StaffReplied) -> None:
        """The answer travels to the member, under the name of whoever wrote it."""
        if not fact.relayed or fact.text is None:
            return
        case = await ctx.cases.get(fact.case)
        voice = ctx.voice(case.language)
        name = Name(signed(fact.name, voice, as_team=fact.as_team))
        parts = (Paragraph(voice.say("cases.reply.says", name=name)), Quotation(fact.text))
        files = sort(fact.files, ctx.largest_file, fact.text).kept
        await self._tell_member(ctx, case, Message(parts, attached=files), f"reply:{ctx.told}")

    @on(CaseSolved)
    async def tell_solved(self, ctx: Context, fact: CaseSolved) -> None:
        """What was done, and the way back if it wasn't enough; nothing to the member who said so."""
        case = await ctx.cases.get(fact.case)
        if fact.by == case.member_id:
            return
        voice = ctx.voice(case.language)
        name = Name(voice.text("team.within") if fact.as_team else case.assignee_name or "")
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
            or what not in ("reply", "time", "solved", "checkin")
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


async def member_wrote(ctx: Context, case: Case, wrote: MemberWrote) -> None:
    """The member's words in their case, which goes on with them if it was solved."""
    changed = case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE))
    await ctx.change(changed, wrote)
    if not case.is_open:
        await ctx.record(CaseReopened(case.id, wrote.by, "wrote_again"))


async def card_changed(ctx: Context, case: int) -> None:
    """It is stale, wherever it stands."""
    stands = card_of(await replace(ctx, reader=None).cases.get(case))
    if stands is not None:
        await ctx.outbox.show(stands[0], View(stands[1], case), case=case)


async def _answers(ctx: Context, case: Case) -> bool:
    """Whoever wrote is of staff, and may know of the case: what others say beside it is no answer of ours."""
    return ctx.doer.is_staff and await replace(ctx, reader=ctx.doer).cases.sees(case.id)


def _of_many(fact: Fact) -> bool:
    """The same word in hundreds of cases: the incident's own card shows it to staff, once."""
    return isinstance(fact, TimeGiven) and fact.incident is not None


async def replied_to(ctx: Context, event: MessagePosted) -> int | None:
    """The case that a message in public replies to."""
    if event.reply_to is None or ctx.place is not None:
        return None
    return await case_of_message(ctx.timeline, event.reply_to)


async def _meant(ctx: Context, event: MessagePosted) -> tuple[Case, bool]:
    """The case that a message in private belongs to, and whether that is a guess, as in a DM shared by several."""
    places = [place for place in (ctx.place, *ctx.also) if isinstance(place, CasePrivate)]
    cases = [await survivor(ctx, await ctx.cases.get(place.case)) for place in places]
    open_first = sorted(dict.fromkeys(cases), key=lambda case: not case.is_open)
    return await meant(ctx.timeline, open_first, event.message.channel, ctx.now)
