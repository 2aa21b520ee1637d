"""A feature for tests that is called when something is due."""

from collections import Counter
from datetime import timedelta

from bot.catalogue.declare import due
from bot.context import Context
from bot.durable.outbox import Priority
from bot.vocabulary.places import StaffRoom
from tests.fakes.board import words


class Alarm:
    """Says in the staff room for which subject it rang; `rang` also counts what was undone since.

    `breaks` are subjects it stumbles over, so many times; `again` are rung anew after so long. `silent`: it only
    counts.
    """

    name = "alarm"

    def __init__(self) -> None:
        self.rang: Counter[int] = Counter()
        self.breaks: Counter[int] = Counter()
        self.again: dict[int, timedelta] = {}
        self.silent = False

    @due("alarm.ring")
    async def ring(self, ctx: Context, subject: int) -> None:
        self.rang[subject] += 1
        if self.silent:
            return
        key = f"rang:{subject}:{ctx.now.isoformat()}"
        await ctx.outbox.say(StaffRoom(), words(f"{subject}"), key, priority=Priority.REMINDER)
        if subject in self.again:
            await ctx.timers.set("alarm.ring", subject, ctx.now + self.again[subject])
        if self.breaks[subject]:
            self.breaks[subject] -= 1
            raise ValueError("an alarm has a mistake")
