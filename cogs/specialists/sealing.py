"""A case about somebody of staff: it leaves the staff room, is the managers', and its subject can't find it.

What nobody may read is kept from them where cases are read, `bot.cases.store.Cases.readable`; here is who says so, and
in which room managers see it (ADR 14).
"""

from dataclasses import replace

from bot.cases.doors import card_of
from bot.cases.model import Case
from bot.cases.queues import Queue
from bot.catalogue.declare import command
from bot.context import Context
from bot.durable.outbox import Priority, View
from bot.errors import UserError
from bot.ports import Channel, ChannelKind
from bot.vocabulary.people import Member
from bot.vocabulary.places import MemberDM
from bot.vocabulary.questions import CaseSealed
from bot.vocabulary.replies import Message, Paragraph, say
from cogs.specialists.desk import MANAGERS_ONLY, WORKERS
from cogs.specialists.leaving import MOST
from cogs.specialists.model import MANAGERS


class Sealing:
    """The commands."""

    @command("case about")
    async def about(self, ctx: Context, case: Case, member: Member) -> Message:
        if member.role not in WORKERS:
            raise UserError("specialists.about.not_staff", name=member.name)
        if member.id == case.member_id:
            raise UserError("specialists.about.own")
        manager = member.role in MANAGERS_ONLY
        sealed = case.sealed(member.id, MANAGERS, manager=manager)
        # Whoever does it may be the last thing they see of the case, so it isn't read again in their name.
        await unread(ctx).change(sealed, CaseSealed(case.id, ctx.doer.id))
        return await self._told(ctx, sealed)

    async def _told(self, ctx: Context, case: Case) -> Message:
        """What the managers see of it, said honestly."""
        voice, settings = ctx.own_voice, ctx.community.settings
        contact = settings.next_level
        where = "nowhere" if case.about_manager or settings.managers_room is None else "room"
        if where == "nowhere" and contact is not None and contact.id != case.about:
            where = "contact"
            told = ctx.voice().say("specialists.about.look", number=case.number)
            key = f"sealed:{case.id}"
            await ctx.outbox.say(MemberDM(contact.id), say(*told), key, priority=Priority.STAFF)
        done = Paragraph(voice.say("specialists.about.done", number=case.number))
        return Message((done, Paragraph(voice.say(f"specialists.about.{where}"))))

    @command("set managers-room", roles=MANAGERS_ONLY)
    async def managers_room(self, ctx: Context, channel: Channel) -> Message:
        """Where managers see what the staff room must not show; whom it shows itself to is the platform's matter."""
        if not channel.staff_only or channel.kind is not ChannelKind.TEXT:
            raise UserError("specialists.team.public", channel=channel.name)
        if channel.id == ctx.community.settings.staff_room:
            raise UserError("specialists.managers_room.same")
        ctx = await ctx.set("managers_room", channel.id)
        for case in await unread(ctx).cases.queue(Queue.ALL, "", ctx.now, MOST):
            if case.about is not None:
                await _put_up(ctx, case)
        return say(*ctx.own_voice.say("specialists.managers_room.done", channel=channel.name))


def unread(ctx: Context) -> Context:
    """In nobody's name, for what is done about a case that the doer may not read any more."""
    return replace(ctx, reader=None)


async def _put_up(ctx: Context, case: Case) -> None:
    """In the managers' room, if it hides the case: the card, and a thread of its own."""
    stands = card_of(case)
    if stands is not None:
        await ctx.outbox.show(stands[0], View(stands[1], case.id), case=case.id)
