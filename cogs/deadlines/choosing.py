"""What managers set, and what all of staff can look at: times, holidays, who is told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from bot.cases.daysoff import is_known
from bot.catalogue.arguments import Words
from bot.catalogue.declare import command, suggests
from bot.community import Contact
from bot.context import Context
from bot.detection import Severity
from bot.errors import UserError
from bot.text import shorten
from bot.vocabulary.people import Member, Role
from bot.vocabulary.replies import Message
from cogs.deadlines.days import days_in, written
from cogs.deadlines.page import page

MANAGERS = frozenset({Role.MANAGER})
NONE = "-"
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(days=30)
MOST_DAYS = 366


class Share(StrEnum):
    """How much of a time is over when whoever has the case is reminded."""

    HALF = "half"
    THREE_QUARTERS = "three_quarters"
    NINE_TENTHS = "nine_tenths"


PERCENT = {Share.HALF: 50, Share.THREE_QUARTERS: 75, Share.NINE_TENTHS: 90}


class Night(StrEnum):
    """For what staff are called outside their hours."""

    HIGH = "high"
    NOTHING = "nothing"


class Choosing:
    """Every `set` command answers with the page, as it is from now on."""

    @command("set deadlines", roles=MANAGERS)
    async def set_deadlines(
        self,
        ctx: Context,
        severity: Severity,
        first_answer: timedelta,
        next_answer: timedelta,
        solution: timedelta,
    ) -> Message:
        """For cases that begin from now on; the others keep what they were promised."""
        times = {"first_response": first_answer, "next_response": next_answer, "resolution": solution}
        _check_range(*times.values())
        minutes = {name: _minutes(value) for name, value in times.items()}
        return page(await _allow(ctx, severity, minutes))

    @command("set reminders", roles=MANAGERS)
    async def set_reminders(
        self, ctx: Context, severity: Severity, share: Share, raise_after: timedelta
    ) -> Message:
        _check_range(raise_after)
        changes = {"remind_percent": PERCENT[share], "raise_after": _minutes(raise_after)}
        return page(await _allow(ctx, severity, changes))

    @command("set night", roles=MANAGERS)
    async def set_night(self, ctx: Context, night: Night) -> Message:
        return page(await ctx.set("high_at_any_hour", night is Night.HIGH))

    @command("set next-level", roles=MANAGERS)
    async def set_next_level(self, ctx: Context, contact: Member) -> Message:
        """Who hears of it when a time was over for long."""
        if not contact.is_staff:
            raise UserError("deadlines.next_level.not_staff", name=contact.name)
        return page(await ctx.set("next_level", Contact(contact.id, contact.name)))

    @command("set silence", roles=MANAGERS)
    async def set_silence(self, ctx: Context, duration: timedelta) -> Message:
        """After how long a member who doesn't answer is asked; after as long again it is solved."""
        days = -(-duration // timedelta(days=1))
        if not 1 <= days <= LONGEST.days:
            raise UserError("deadlines.silence.range", longest=LONGEST.days)
        return page(await ctx.set("silent_days", days))

    @command("set holidays", roles=MANAGERS)
    async def set_holidays(self, ctx: Context, text: Words) -> Message:
        """A country's public holidays, by its code."""
        country = text.strip().upper()
        if country == NONE:
            return page(await ctx.set("country", None))
        if not is_known(country):
            raise UserError("deadlines.holidays.unknown", word=shorten(country, 40))
        return page(await ctx.set("country", country))

    @suggests("set holidays")
    async def suggest_holidays(self, ctx: Context) -> Mapping[str, str]:
        return {"text": ctx.community.settings.country or NONE}

    @command("set days-off", roles=MANAGERS)
    async def set_days_off(self, ctx: Context, text: Words) -> Message:
        """The team's own, instead of those that were set before."""
        days = frozenset() if text.strip() == NONE else days_in(text)
        if days is None:
            raise UserError("deadlines.days_off.unknown")
        if len(days) > MOST_DAYS:
            raise UserError("deadlines.days_off.too_many", most=MOST_DAYS)
        return page(await ctx.set("days_off", days))

    @suggests("set days-off")
    async def suggest_days_off(self, ctx: Context) -> Mapping[str, str]:
        today = ctx.now.astimezone(ctx.community.settings.tz).date()
        coming = sorted(day for day in ctx.community.settings.days_off if day >= today)
        return {"text": written(coming) or NONE}


def _check_range(*times: timedelta) -> None:
    if not all(SHORTEST <= time <= LONGEST for time in times):
        raise UserError("deadlines.range")


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds()) // 60


async def _allow(ctx: Context, severity: Severity, changes: Mapping[str, int]) -> Context:
    """The community's policy with these values for one severity."""
    policy = ctx.community.settings.policy
    allowance = replace(policy.of(severity), **changes)
    return await ctx.set("policy", replace(policy, **{severity.value: allowance}))
