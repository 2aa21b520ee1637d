"""What people judged to be abuse and what not, without its words: what detection can learn from later."""

from collections.abc import Sequence

from bot.catalogue.declare import due, on
from bot.context import Context
from bot.detection import assess
from bot.infractions.model import Undone
from bot.vocabulary.places import MessageRef
from bot.vocabulary.signals import AbuseJudged, MeasureUndone
from cogs.appeals.model import DAY, Label
from cogs.appeals.store import store_of

LABEL_OVER = "appeals.label_over"
KEPT = 180 * DAY


class Labels:
    """One for each message; an appeal that was won sets it right."""

    @on(AbuseJudged)
    async def label(self, ctx: Context, told: AbuseJudged) -> None:
        """Whatever ended without anybody's decision says nothing."""
        if told.by is None:
            return
        for message in told.messages:
            rules = told.rules or await _rules(ctx, message)
            await _keep(ctx, Label(message, told.member, told.language, tuple(rules), told.right, ctx.now))

    @on(MeasureUndone)
    async def overturned(self, ctx: Context, undone: MeasureUndone) -> None:
        """It was no abuse after all. A pardon says nothing about that."""
        infraction = await ctx.infractions.get(undone.infraction)
        if infraction is None or undone.how != Undone.OVERTURNED:
            return
        message, rules = infraction.message, await _rules(ctx, infraction.message)
        label = Label(message, infraction.member_id, infraction.language, tuple(rules), False, ctx.now)
        await _keep(ctx, label)

    @due(LABEL_OVER)
    async def too_old(self, ctx: Context, number: int) -> None:
        await store_of(ctx).drop_label(number)


async def _rules(ctx: Context, message: MessageRef) -> Sequence[str]:
    """Which rules match the words of a measure, while they are kept."""
    words = [one.text for one in await ctx.infractions.of_message(message) if one.text]
    return sorted({reason.rule for reason in assess(words[0]).reasons}) if words else ()


async def _keep(ctx: Context, label: Label) -> None:
    await ctx.timers.set(LABEL_OVER, await store_of(ctx).label(label), ctx.now + KEPT)
