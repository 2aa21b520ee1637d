"""A member's own measures, and nobody else's: what was decided, until when it counts, what can be done."""

from bot.catalogue.declare import command
from bot.context import Context
from bot.infractions.model import Infraction, Step, Undone
from bot.language import Voice
from bot.text import shorten
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.replies import (
    Button,
    Heading,
    Message,
    Moment,
    MomentStyle,
    Paragraph,
    Part,
    Quotation,
    Runs,
    say,
)
from cogs.appeals.model import Appeal, step_of, window_ends
from cogs.appeals.store import store_of

SHOWN = 5
"""The latest; with their quotations more would not fit into one message."""

QUOTED, RULE = 200, 150


class Mine:
    """Only what was decided about whoever asks."""

    @command("my-data warnings", roles=EVERYONE)
    async def my_warnings(self, ctx: Context) -> Message:
        """The latest first."""
        voice, found = ctx.own_voice, (await ctx.infractions.of_member(ctx.doer.id))[::-1]
        if not found:
            return say(*voice.say("appeals.mine.none"))
        parts: list[Part] = [Heading(voice.text("appeals.mine.title"))]
        buttons: list[Button] = []
        for n, one in enumerate(found[:SHOWN], start=1):
            appeal = await store_of(ctx).of_infraction(one.id)
            parts += _shown(ctx, n, one, appeal, voice)
            buttons += _buttons(ctx, n, one, appeal, voice)
        rest = len(found) - SHOWN
        parts += [Paragraph(voice.count("appeals.mine.more", rest))] if rest > 0 else []
        return Message(tuple(parts), tuple(buttons))


def _shown(ctx: Context, n: int, one: Infraction, appeal: Appeal | None, voice: Voice) -> list[Part]:
    step = voice.text(f"appeals.step.{step_of(one, one.step)}")
    rule, at = shorten(one.rule, RULE), Moment(one.taken_at, MomentStyle.DATE)
    lines = [voice.say("appeals.mine.line", n=n, step=step, at=at, rule=rule), state_of(ctx, one, voice)]
    if appeal is not None:
        key = f"appeals.mine.appeal.{appeal.outcome}" if appeal.outcome else "appeals.mine.appeal.open"
        lines.append(voice.say(key, at=ctx.moment(appeal.due_at)))
    quoted = [Quotation(shorten(one.text, QUOTED))] if one.text else []
    return [Paragraph(lines[0]), *quoted, *map(Paragraph, lines[1:])]


def state_of(ctx: Context, one: Infraction, voice: Voice) -> Runs:
    """Whether it counts, and until when."""
    until = Moment(one.expires_at or ctx.now, MomentStyle.DATE)
    if one.undone is not None:
        how = "overturned" if one.undone is Undone.OVERTURNED else "pardoned"
        return voice.say(f"appeals.mine.{how}")
    if one.lost_at is not None:
        return voice.say("appeals.mine.lost")
    if one.delivered_at is None:
        return voice.say("appeals.mine.on_its_way")
    if not one.counts(ctx.now):
        return voice.say("appeals.mine.expired", until=until)
    if one.expires_at is None:
        return voice.say("appeals.mine.removed")
    if one.counts_as is not None:
        return voice.say(f"appeals.mine.counts_as.{one.counts_as}", until=until)
    return voice.say("appeals.mine.counts", until=until)


def _buttons(ctx: Context, n: int, one: Infraction, appeal: Appeal | None, voice: Voice) -> list[Button]:
    """What can still be done, each with the number that stands before the measure."""
    found = []
    can_be_read = one.delivered_at is not None or one.step is not Step.REMOVAL
    if one.stands and one.acknowledged_at is None and can_be_read:
        found.append(Button(voice.text("appeals.press.read", n=n), "warning read", (one.id,)))
    in_time = ctx.now < window_ends(one, ctx.community.settings.appeal_days)
    if appeal is None and one.undone is None and in_time:
        found.append(Button(voice.text("appeals.press.appeal", n=n), "appeal make", (one.id,)))
    return found
