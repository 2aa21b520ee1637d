"""What a member writes where they were told of a measure: staff read it, and the member knows that."""

from bot.catalogue.declare import on
from bot.context import Context
from bot.durable.outbox import Priority
from bot.text import shorten
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.places import Aside, StaffRoom
from bot.vocabulary.replies import Message, Name, Paragraph, Quotation, say

QUOTED = 1000


class Answering:
    """Nobody writes into the void."""

    @on(MessagePosted)
    async def wrote_aside(self, ctx: Context, event: MessagePosted) -> None:
        if not isinstance(ctx.place, Aside) or ctx.doer.is_staff:
            return
        measure = await ctx.infractions.get(ctx.place.infraction)
        if measure is None or measure.member_id != event.author:
            return
        told = Paragraph(ctx.voice().say("warnings.wrote_aside", name=Name(ctx.doer.name), no=measure.id))
        shown = Message((told, Quotation(shorten(event.text, QUOTED))))
        await ctx.outbox.say(StaffRoom(), shown, f"warnings.words:{event.key}", priority=Priority.STAFF)
        heard = say(*ctx.voice(measure.language).say("warnings.told.heard"))
        key = f"warnings.heard:{measure.id}"
        await ctx.outbox.say(ctx.place, heard, key, priority=Priority.HUMAN_REPLY)
