"""A feature for tests that keeps what members write: in their own words, as long as they leave them there."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from bot.attention import Attended, Glance
from bot.catalogue.arguments import Words
from bot.catalogue.declare import attends, command, matters, on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.durable.tables import timers
from bot.vocabulary.events import MessageDeleted, MessageEdited, MessageEvent, MessagePosted
from bot.vocabulary.people import EVERYONE
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.replies import Message
from tests.fakes.board import words

FOR_EVER = timedelta(days=10_000)
CHATTY = "bla"
"""Makes it say so much that it must find room for it."""


class Diary:
    """`pages` has a key for each entry that is still there; `read` what each author wrote, as often as it was read.

    `breaks` are texts it stumbles over, so many times.
    """

    name = "diary"

    def __init__(self) -> None:
        self.read: dict[str, list[str]] = defaultdict(list)
        self.breaks: Counter[str] = Counter()

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        """Small talk is not; an edit or a deletion is, of what stands in the diary."""
        if isinstance(event, MessagePosted):
            return not event.text.startswith("small talk")
        return glance.held

    @attends
    async def attends(self, ctx: Context, channel: str) -> Sequence[Attended]:
        """What stands in the diary, wherever it was said."""
        pages = select(timers.c.subject).where(timers.c.name == "diary.page")
        rows = await ctx.tx.execute(pages.where(timers.c.community_id == ctx.community.id))
        return [Attended(messages=tuple(str(row.subject) for row in rows))]

    @on(MessagePosted)
    async def written(self, ctx: Context, event: MessagePosted) -> None:
        text = event.text
        self.read[event.author].append(text)
        await ctx.timers.set("diary.page", page(event), event.at + FOR_EVER)
        ctx.stir(event.message.channel)
        said = words(f"{event.author}: {text * 100_000 if text == CHATTY else text}")
        await ctx.outbox.say(StaffRoom(), said, f"diary:{event.key}", priority=Priority.STAFF)
        if self.breaks[text]:
            self.breaks[text] -= 1
            raise ValueError(text)

    @on(MessageEdited)
    async def edited(self, ctx: Context, event: MessageEdited) -> None:
        self.read[event.author].append(f"now {event.text}")

    @on(MessageDeleted)
    async def torn_out(self, ctx: Context, event: MessageDeleted) -> None:
        await ctx.timers.cancel("diary.page", page(event))
        ctx.stir(event.message.channel)

    @command("diary write", roles=EVERYONE)
    async def write(self, ctx: Context, text: Words) -> Message:
        self.read[ctx.doer.id].append(text)
        if self.breaks[text]:
            self.breaks[text] -= 1
            raise ValueError(text)
        await ctx.outbox.say(StaffRoom(), words(text), f"diary:{text[:80]}", priority=Priority.STAFF)
        return words("It is written.")

    @command("diary close", roles=EVERYONE)
    async def close(self, ctx: Context) -> Message:
        await ctx.timers.set("diary.closed", 1, ctx.now + FOR_EVER)
        return words("It is closed.")


def page(event: MessageEvent) -> int:
    return int(event.message.message)
