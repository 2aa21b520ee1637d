"""What becomes a label: whatever people decide about a message, wherever they do."""

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.declare import due, on
from bot.context import Context
from bot.detection import assess
from bot.infractions.model import Undone
from bot.vocabulary.corrections import How
from bot.vocabulary.facts import CaseOpened, CaseWithdrawn
from bot.vocabulary.places import MessageRef
from bot.vocabulary.questions import CaseSealed
from bot.vocabulary.signals import (
    AbuseJudged,
    AbuseReported,
    ComplaintJudged,
    MeasureUndone,
    QuietWanted,
)
from cogs.labels.model import KEPT, Label, What, stands
from cogs.labels.store import store_of

OVER = "labels.over"


class Hearing:
    """One for each message and what it was called; the last word counts."""

    @on(ComplaintJudged)
    async def complaint(self, ctx: Context, told: ComplaintJudged) -> None:
        """On a card, by a menu, or because its case was none."""
        about = (told.message, told.member, told.language, What.COMPLAINT, told.right)
        label = Label(*about, told.how, told.rules, ctx.now, reason=told.why, note=told.text)
        await _keep(ctx, _said_by_actor(ctx, label))

    @on(CaseWithdrawn)
    async def no_help_needed(self, ctx: Context, fact: CaseWithdrawn) -> None:
        """Their own word, where the bot had opened the case by itself; what staff say of it is heard elsewhere."""
        case = await replace(ctx, reader=None).cases.get(fact.case)
        if fact.reason != "no_help_needed" or case.origin is None or case.about is not None:
            return
        entries = await ctx.timeline.of_case(case.id)
        opened = [entry.fact for entry in entries if isinstance(entry.fact, CaseOpened)]
        if opened and opened[0].origin == "public":
            about = (case.origin, case.member_id, case.language, What.COMPLAINT, False)
            await _keep(ctx, Label(*about, How.NO_HELP_NEEDED, opened[0].rules, ctx.now))

    @on(AbuseReported)
    async def called_abuse(self, ctx: Context, report: AbuseReported) -> None:
        """By somebody of staff. What members report is decided first."""
        if ctx.actor is None or not ctx.actor.is_staff or ctx.actor.id != report.by:
            return
        seen = assess(report.text)
        about = (report.message, report.author, seen.language, What.ABUSE, True)
        rules = tuple(dict.fromkeys(reason.rule for reason in seen.reasons))
        await _keep(ctx, _said_by_actor(ctx, Label(*about, How.SAID_ABUSE, rules, ctx.now)))

    @on(AbuseJudged)
    async def abuse(self, ctx: Context, told: AbuseJudged) -> None:
        """Whatever ended without anybody's decision says nothing."""
        if told.by is None:
            return
        name = ctx.actor.name if ctx.actor is not None and ctx.actor.id == told.by else None
        for message in told.messages:
            rules = tuple(told.rules or await _rules(ctx, message))
            about = (message, told.member, told.language, What.ABUSE, told.right)
            await _keep(ctx, Label(*about, How.DECIDED, rules, ctx.now, told.by, name))

    @on(MeasureUndone)
    async def overturned(self, ctx: Context, undone: MeasureUndone) -> None:
        """It was no abuse after all. A pardon says nothing about that."""
        infraction = await ctx.infractions.get(undone.infraction)
        if infraction is None or undone.how != Undone.OVERTURNED:
            return
        message, rules = infraction.message, tuple(await _rules(ctx, infraction.message))
        about = (message, infraction.member_id, infraction.language, What.ABUSE, False)
        await _keep(ctx, _said_by_actor(ctx, Label(*about, How.APPEAL_WON, rules, ctx.now)))

    @on(CaseSealed)
    async def about_staff(self, ctx: Context, fact: CaseSealed) -> None:
        """What is about somebody of staff is not for all of them to read of."""
        case = await replace(ctx, reader=None).cases.get(fact.case)
        if case.origin is not None:
            await store_of(ctx).drop_message(case.origin, What.COMPLAINT)

    @on(QuietWanted)
    async def left_alone(self, ctx: Context, event: QuietWanted) -> None:
        """Nothing is learned from whoever wants to be left alone."""
        await store_of(ctx).drop_member(event.member)

    @due(OVER)
    async def too_old(self, ctx: Context, number: int) -> None:
        await store_of(ctx).drop(number)


def _said_by_actor(ctx: Context, label: Label) -> Label:
    return replace(label, by=ctx.actor.id, by_name=ctx.actor.name) if ctx.actor is not None else label


async def _rules(ctx: Context, message: MessageRef) -> Sequence[str]:
    """Which rules match the words of a measure, while they are kept."""
    words = [one.text for one in await ctx.infractions.of_message(message) if one.text]
    return sorted({reason.rule for reason in assess(words[0]).reasons}) if words else ()


async def _keep(ctx: Context, label: Label) -> None:
    if label.member_id in ctx.community.settings.left_alone:
        return
    known = await store_of(ctx).of_message(label.message, label.what)
    if stands(known, label):
        number = await store_of(ctx).save(replace(label, id=known.id if known else 0))
        await ctx.timers.set(OVER, number, ctx.now + KEPT)
