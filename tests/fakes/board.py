"""A feature for tests: a notice board whose notices are views, and which remembers what became of everything."""

from bot.catalogue.declare import on, view
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.replies import Message, Text, say
from bot.vocabulary.signals import EffectSettled

NOTICE = View("board.notice", 1)


def words(text: str) -> Message:
    return say(Text(text))


class Board:
    """`notices` holds what each notice says now: a text, None when there is nothing to show, or what goes wrong."""

    name = "board"

    def __init__(self) -> None:
        self.notices: dict[int, str | Exception | None] = {}
        self.told: list[EffectSettled] = []
        self.stumbles_over = ""

    @view("board.notice")
    async def notice(self, ctx: Context, subject: int) -> Message | None:
        found = self.notices.get(subject)
        if isinstance(found, Exception):
            raise found
        return words(found) if found is not None else None

    @on(EffectSettled)
    async def settled(self, ctx: Context, settled: EffectSettled) -> None:
        """Kept in a row too, so that a test can see in which transaction."""
        self.told.append(settled)
        await ctx.timers.set("board.told", len(self.told), ctx.now)
        if settled.key == self.stumbles_over:
            raise ValueError("a feature has a mistake")
