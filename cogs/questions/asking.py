"""What is heard in watched channels: questions to the team, and whatever may be their answers."""

from collections.abc import Sequence
from dataclasses import replace

from bot.attention import Attended, Glance
from bot.cases.belonging import case_of_message
from bot.catalogue.declare import attends, due, matters, on
from bot.context import Context
from bot.text import shorten
from bot.vocabulary.events import MemberLeft, MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.facts import MemberWrote
from bot.vocabulary.signals import MorningNeeded, QuietWanted
from cogs.questions.model import (
    KEPT,
    LIKELY,
    LONGEST,
    UNANSWERED_AFTER,
    Question,
    answers,
    asks_the_team,
    hangs_on,
)
from cogs.questions.store import Store

LISTED, OVER = "questions.listed", "questions.over"
LONGEST_NAME = 80


def store_of(ctx: Context) -> Store:
    return Store(ctx.tx, ctx.community.id, ctx.stir)


class Asking:
    """Reactions to messages."""

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        """Questions to the team; and while one waits in a channel, what others say there."""
        if not isinstance(event, MessagePosted):
            return glance.held
        settings, seen = glance.settings, glance.assessment
        if glance.place is not None or event.direct or glance.actor is None or not settings.watches(event):
            return False
        if glance.listened_to - {event.author}:
            return True
        asks = seen is not None and asks_the_team(event.text, seen, settings)
        return asks and not glance.actor.is_staff and event.author not in settings.left_alone

    @attends
    async def attends(self, ctx: Context, channel: str) -> Sequence[Attended]:
        """Whose questions wait there, and the messages that they are."""
        waiting = [question for question in await store_of(ctx).waiting() if hangs_on(channel, question)]
        return [Attended(question.member_id, (question.message.message,)) for question in waiting]

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        if ctx.place is not None or event.direct or not ctx.community.settings.watches(event):
            return
        asking = ctx.assessment is not None and ctx.assessment.question >= LIKELY
        for question in await store_of(ctx).waiting():
            near = hangs_on(event.message.channel, question)
            if near and answers(event, ctx.doer, question, asking=asking):
                await over(ctx, question)
        if ctx.doer.is_staff or event.author in ctx.community.settings.left_alone or ctx.assessment is None:
            return
        if not asks_the_team(event.text, ctx.assessment, ctx.community.settings):
            return
        if event.reply_to is not None and await case_of_message(ctx.timeline, event.reply_to) is not None:
            return
        await self._heard(ctx, event)

    async def _heard(self, ctx: Context, event: MessagePosted) -> None:
        """Words are kept until somebody answers, and no longer than a week."""
        if await store_of(ctx).of_message(event.message) is not None:
            return
        text, name = shorten(event.text, LONGEST), shorten(ctx.doer.name, LONGEST_NAME)
        asked = await store_of(ctx).add(Question(0, event.message, event.author, name, text, event.at))
        at = ctx.community.settings.hours.add(event.at, UNANSWERED_AFTER)
        await ctx.timers.set(LISTED, asked.id, at)
        await ctx.timers.set(OVER, asked.id, at + KEPT)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        """The words are those of now; what is no question any more is not listed."""
        question = await store_of(ctx).of_message(event.message)
        if question is None:
            return
        if ctx.assessment and asks_the_team(event.text, ctx.assessment, ctx.community.settings):
            await store_of(ctx).save(replace(question, text=shorten(event.text, LONGEST)))
        else:
            await over(ctx, question)

    @on(MessageDeleted)
    async def deleted(self, ctx: Context, event: MessageDeleted) -> None:
        question = await store_of(ctx).of_message(event.message)
        if question is not None:
            await over(ctx, question)

    @on(MemberWrote)
    async def became_a_case(self, ctx: Context, fact: MemberWrote) -> None:
        """It is somebody's by now."""
        question = await store_of(ctx).of_message(fact.message) if fact.message else None
        if question is not None:
            await over(ctx, question)

    @on(MemberLeft, QuietWanted)
    async def left(self, ctx: Context, event: MemberLeft | QuietWanted) -> None:
        """Nothing of theirs is kept, from the moment that they wish so."""
        for question in await store_of(ctx).of_member(event.member):
            await over(ctx, question)

    @due(LISTED)
    async def nobody_answered(self, ctx: Context, number: int) -> None:
        question = await store_of(ctx).get(number)
        if question is not None and question.listed_at is None:
            await store_of(ctx).save(replace(question, listed_at=ctx.now))
            await ctx.dispatch(ctx, MorningNeeded())

    @due(OVER)
    async def too_old(self, ctx: Context, number: int) -> None:
        """Nobody cared in a week: its words go."""
        question = await store_of(ctx).get(number)
        if question is not None:
            await over(ctx, question)


async def over(ctx: Context, question: Question) -> None:
    """It waits no more."""
    for timer in (LISTED, OVER):
        await ctx.timers.cancel(timer, question.id)
    await store_of(ctx).drop(question)
