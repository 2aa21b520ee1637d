"""Listening until the thought has ended; then it becomes a case, a card for staff, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.attachments import with_files, wrote_in
from bot.attention import Attended, Glance
from bot.cases.belonging import case_of_message, meant
from bot.cases.model import Case, NextStep
from bot.catalogue.declare import attends, due, matters, on
from bot.context import Context
from bot.detection import Assessment
from bot.detection.agreeing import Agreement, agreement
from bot.durable.outbox import Priority, View
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.places import CasePrivate, MemberDM, StaffRoom
from bot.vocabulary.replies import Button, say
from bot.vocabulary.signals import MaybeRaised, PerhapsAnother
from cogs.intake.model import (
    Spoken,
    Style,
    Verdict,
    case_to_join,
    ends_at,
    judge,
    merge,
    worth_hearing,
)
from cogs.intake.opening import acknowledge, begin, heard, open_from_thought, opened
from cogs.intake.store import LISTENING, MAYBE, Answering, Store, Thought

THOUGHT = "intake.thought"


class Listening:
    """Reactions to what is written in public, and to the bot directly."""

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        """What may be a complaint, what belongs to a thought, and staff who speak while we listen."""
        if isinstance(event, MessageDeleted):
            return glance.held
        if isinstance(event, MessagePosted) and glance.place is not None:
            return False
        if isinstance(event, MessagePosted) and event.direct:
            return True
        settings = glance.settings
        if not settings.watches(event) or event.author in settings.left_alone:
            return False
        if glance.actor is not None and glance.actor.is_staff:
            return bool(glance.listened_to)
        if glance.assessment is not None and worth_hearing(glance.assessment, glance.settings):
            return True
        return glance.held if isinstance(event, MessageEdited) else event.author in glance.listened_to

    @attends
    async def attends(self, ctx: Context, channel: str) -> Sequence[Attended]:
        """Thoughts that are not over, and those that staff look at."""
        return await Store(ctx.tx, ctx.community.id, ctx.stir).attended(channel)

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        if ctx.place is not None or await self._is_reply_in_case(ctx, event):
            return
        if event.direct:
            await self._spoken_to(ctx, event)
        elif not ctx.community.settings.watches(event):
            return
        elif ctx.doer.is_staff:
            await self._staff_spoke(ctx, event)
        else:
            await self._member_spoke(ctx, event)

    async def _member_spoke(self, ctx: Context, event: MessagePosted) -> None:
        store, assessment = Store(ctx.tx, ctx.community.id, ctx.stir), _assessed(ctx)
        spoken = _spoken(event)
        listening = await store.listening(event.message.channel, event.author)
        if listening:
            await self._add(ctx, listening[0], spoken, assessment)
        elif not worth_hearing(assessment, ctx.community.settings):
            return
        elif not await self._joined(ctx, event, assessment):
            await self._begin(ctx, event.message.channel, spoken, assessment)

    async def _begin(self, ctx: Context, channel: str, spoken: Spoken, assessment: Assessment) -> None:
        thought = Thought(0, channel, ctx.doer, (spoken,), assessment, LISTENING, spoken.at, spoken.at)
        kept = await Store(ctx.tx, ctx.community.id, ctx.stir).add(thought)
        await self._wait(ctx, kept)

    async def _add(self, ctx: Context, thought: Thought, spoken: Spoken, assessment: Assessment) -> None:
        merged = merge(thought.assessment, assessment)
        longer = replace(
            thought,
            spoken=(*thought.spoken, spoken),
            assessment=merged,
            last_at=max(spoken.at, thought.last_at),
        )
        await Store(ctx.tx, ctx.community.id, ctx.stir).save(longer)
        await self._wait(ctx, longer)

    async def _wait(self, ctx: Context, thought: Thought) -> None:
        ends = ends_at(thought.first_at, thought.last_at, ctx.community.settings)
        if ends <= ctx.now:
            await self.thought_over(ctx, thought.id)
        else:
            await ctx.timers.set(THOUGHT, thought.id, ends)

    async def _joined(self, ctx: Context, event: MessagePosted, assessment: Assessment) -> bool:
        """Whether the words went to a case of this member that is about the same thing."""
        theirs = await ctx.cases.of_member(event.author, open_only=True)
        case = case_to_join(theirs, assessment.topic, ctx.now, ctx.community.settings)
        if case is None:
            return False
        wrote = wrote_in(case.id, event, in_public=True)
        await ctx.change(case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE)), wrote)
        return True

    async def _is_reply_in_case(self, ctx: Context, event: MessagePosted) -> bool:
        """A reply to a case's own messages is that case's conversation, not a new thought.

        Unless somebody else tells of a matter of their own; that it is the same with them is none.
        """
        if event.reply_to is None:
            return False
        case = await case_of_message(ctx.timeline, event.reply_to)
        if case is None or ctx.doer.is_staff or agreement(event.text) is Agreement.SAME:
            return case is not None
        return (await ctx.cases.get(case)).member_id == event.author

    async def _staff_spoke(self, ctx: Context, event: MessagePosted) -> None:
        """Somebody of the team is answering: to the one they reply to, else to everybody who is waiting here."""
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        waiting = await store.listening(event.message.channel)
        if event.reply_to is not None:
            waiting = [t for t in waiting if any(s.message == event.reply_to.message for s in t.spoken)]
        said = Answering(event.author, ctx.doer.name, event.text, event.message.message)
        for thought in waiting:
            await store.save(replace(thought, answering=said))

    async def _spoken_to(self, ctx: Context, event: MessagePosted) -> None:
        """A direct message that belongs to no case yet."""
        if ctx.doer.is_staff:
            return
        theirs = await ctx.cases.of_member(event.author, open_only=True)
        if theirs:
            await self._goes_on(ctx, event, theirs)
        elif worth_hearing(_assessed(ctx), ctx.community.settings):
            await self._begin_in_private(ctx, event)
        else:
            await self._offer(ctx, event)

    async def _goes_on(self, ctx: Context, event: MessagePosted, theirs: Sequence[Case]) -> None:
        """About a case of theirs: with several, a guess."""
        case, guessed = await meant(ctx.timeline, theirs, event.message.channel, ctx.now)
        if await ctx.places.channel_of(CasePrivate(case.id)) is None:
            await ctx.settle_in(CasePrivate(case.id), event.message.channel)
        wrote = wrote_in(case.id, event)
        await ctx.change(case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE)), wrote)
        last = await ctx.timeline.last_words(event.author, event.message.channel)
        if guessed and last is not None:
            await ctx.dispatch(ctx, PerhapsAnother(case.id, last.id))

    async def _begin_in_private(self, ctx: Context, event: MessagePosted) -> None:
        case = await begin(ctx, ctx.doer, ctx.assessment, None)
        await ctx.settle_in(CasePrivate(case.id), event.message.channel)
        await ctx.record(opened(ctx, case, "private", ctx.assessment, by=event.author))
        wrote = wrote_in(case.id, event)
        await ctx.change(case.member_wrote(ctx.owed_in(case, NextStep.NEXT_RESPONSE)), wrote)
        await acknowledge(ctx, case, Style.PRIVATE)

    async def _offer(self, ctx: Context, event: MessagePosted) -> None:
        """A program answers, with the one thing it can do."""
        language = await ctx.members.language_of(event.author) or ctx.doer.locale
        voice = ctx.voice(language)
        tell = Button(voice.text("intake.label.complain"), "complain")
        offer = say(*voice.say("intake.direct"), buttons=(tell,))
        await ctx.outbox.say(MemberDM(event.author), offer, f"direct:{event.key}", priority=Priority.REMINDER)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        """An edit can turn a message into a complaint, or out of one; out of one is looked at in `aftermath`."""
        if ctx.doer.is_staff or not ctx.community.settings.watches(event):
            return
        store, assessment = Store(ctx.tx, ctx.community.id, ctx.stir), _assessed(ctx)
        thought = await store.holding(event.message)
        spoken = _spoken(event)
        if thought is not None:
            await self._reworded(ctx, thought, spoken, assessment)
        elif await ctx.timeline.about_message(event.message):
            return
        elif worth_hearing(assessment, ctx.community.settings):
            await self._begin(ctx, event.message.channel, spoken, assessment)

    async def _reworded(self, ctx: Context, thought: Thought, spoken: Spoken, assessment: Assessment) -> None:
        texts = tuple(spoken if s.message == spoken.message else s for s in thought.spoken)
        # One message: it is what it says now. Several: the others still count.
        merged = assessment if len(texts) == 1 else merge(thought.assessment, assessment)
        await Store(ctx.tx, ctx.community.id, ctx.stir).save(
            replace(thought, spoken=texts, assessment=merged)
        )
        if thought.state == MAYBE:
            await ctx.outbox.show(StaffRoom(), View("intake.maybe", thought.id))

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        """Taken back while we listened: those words are not there any more."""
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        thought = await store.holding(event.message)
        if thought is None:
            return
        left = tuple(s for s in thought.spoken if s.message != event.message.message)
        if left:
            await store.save(replace(thought, spoken=left))
            return
        await store.drop(thought)
        await ctx.timers.cancel(THOUGHT, thought.id)
        if thought.state == MAYBE:
            await ctx.timers.cancel("intake.maybe_over", thought.id)
            await ctx.outbox.hide(StaffRoom(), View("intake.maybe", thought.id))

    @due(THOUGHT)
    async def thought_over(self, ctx: Context, number: int) -> None:
        """The pause has come: what was it?"""
        store = Store(ctx.tx, ctx.community.id, ctx.stir)
        thought = await store.get(number)
        if thought is None or thought.state != LISTENING:
            return
        settings = ctx.community.settings
        match judge(await heard(ctx, thought), settings):
            case Verdict.ACT:
                await open_from_thought(ctx, thought)
                await store.drop(thought)
            case Verdict.MAYBE:
                await store.save(replace(thought, state=MAYBE))
                await ctx.timers.set(
                    "intake.maybe_over", number, ctx.now + timedelta(days=settings.maybe_days)
                )
                await ctx.outbox.show(StaffRoom(), View("intake.maybe", number))
                await ctx.dispatch(
                    ctx, MaybeRaised(number, thought.origin, tuple(sorted(thought.assessment.safety)))
                )
            case Verdict.NOTHING:
                await store.drop(thought)


def _spoken(event: MessagePosted | MessageEdited) -> Spoken:
    words = with_files(event.text, event.files)
    return Spoken(event.message.message, words, event.at, event.files)


def _assessed(ctx: Context) -> Assessment:
    if ctx.assessment is None:
        raise LookupError("a message comes with its assessment")
    return ctx.assessment
