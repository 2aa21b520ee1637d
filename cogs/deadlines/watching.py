"""The timers of this feature: one for each promise, one for the member's side of a case, one for the morning."""

from datetime import datetime

from bot.cases.model import Case, NextStep
from bot.context import Context
from bot.detection import Severity
from cogs.deadlines.model import OURS, Ladder, Promise, holding_at, members_day, next_morning

PROMISE, HOLDING, SILENCE, MORNING = (
    "deadlines.promise",
    "deadlines.holding",
    "deadlines.silence",
    "deadlines.morning",
)
TEAM, NEXT_LEVEL = "deadlines.team", "deadlines.next_level"


def ladder(ctx: Context, case: Case, step: NextStep | None = None) -> Ladder:
    """Who is told when of this step in the case, by itself of its next one."""
    settings = ctx.community.settings
    any_hour = case.severity is Severity.HIGH and settings.high_at_any_hour
    allowance = (case.policy or settings.policy).of(case.severity)
    return Ladder(allowance, ctx.hours_of(case, step), settings.hours, any_hour)


async def arm(ctx: Context, case: Case, promise: Promise) -> None:
    """What comes next for the promise gets its timer; where nothing does, there is none.

    Nor where an incident speaks for the case.
    """
    coming = ladder(ctx, case, promise.step).next(promise, ctx.now)
    if coming is None or await ctx.incidents.covers(case.id):
        await ctx.timers.cancel(PROMISE, promise.id)
    else:
        await ctx.timers.set(PROMISE, promise.id, coming[1])


async def watch(ctx: Context, case: Case, since: datetime) -> None:
    """When the member has to hear from us, unless something happens: that we are late, or that we wait for them.

    `since` is when the time was named that the case is due at.
    """
    settings = ctx.community.settings
    due = None if await ctx.incidents.covers(case.id) else case.due_at
    if due is not None and case.next_step in OURS:
        await ctx.timers.set(HOLDING, case.id, holding_at(since, due, members_day(settings.tz)))
    else:
        await ctx.timers.cancel(HOLDING, case.id)
    if due is not None and case.next_step is NextStep.MEMBER_REPLY:
        await ctx.timers.set(SILENCE, case.id, settings.check_in_hours.next_open(due))
    else:
        await ctx.timers.cancel(SILENCE, case.id)


async def wind_digest(ctx: Context) -> None:
    """There is a morning list as long as there are open cases."""
    if await ctx.timers.due_at(MORNING, 0) is None:
        settings = ctx.community.settings
        await ctx.timers.set(MORNING, 0, next_morning(ctx.now, settings.hours, settings.digest_at))
