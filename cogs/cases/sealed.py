"""A case about somebody of staff leaves the staff room, and so does whatever goes on in it or belongs to it (ADR 14).

What nobody may read is kept from them where cases are read, `bot.cases.store.Cases.readable`; here is what has to move.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.doors import CARD, MIRROR, SEALED_CARD
from bot.cases.model import Case
from bot.catalogue.declare import on
from bot.context import Context
from bot.durable.outbox import View
from bot.durable.views import Views
from bot.vocabulary.facts import ComplaintDeleted, MemberWrote, NoteAdded, StaffReplied
from bot.vocabulary.places import CaseStaff, ManagersRoom, StaffRoom
from bot.vocabulary.questions import CaseSealed
from cogs.cases.conversation import card_changed
from cogs.cases.store import Store

TOLD_AGAIN = (MemberWrote, StaffReplied, NoteAdded, ComplaintDeleted)
"""What was said: the thread in the managers' room begins with it."""


class Sealed:
    """A part of the cases cog."""

    @on(CaseSealed)
    async def leaves_the_room(self, ctx: Context, fact: CaseSealed) -> None:
        """Whoever marked it may not read it any more, so this is done in nobody's name."""
        ctx = replace(ctx, reader=None)
        case = await ctx.cases.get(fact.case)
        if case.about_manager or not await _stands_there(ctx, case):
            await _take_down(ctx, case)
            await card_changed(ctx, case.id)
            for entry in await ctx.timeline.of_case(case.id):
                if isinstance(entry.fact, TOLD_AGAIN):
                    await ctx.outbox.show(CaseStaff(case.id), View(MIRROR, entry.id), case=case.id)
        for other in await Store(ctx.tx, ctx.community.id).linked_to(case.id):
            await card_changed(ctx, other)
        for one in await _of_one_group(ctx, case):
            if (one.about, one.about_manager) != (case.about, case.about_manager) and case.about is not None:
                sealed = one.sealed(case.about, case.team, manager=case.about_manager)
                await ctx.change(sealed, CaseSealed(one.id, fact.by))


async def _stands_there(ctx: Context, case: Case) -> bool:
    """It was about somebody else of staff before."""
    views = Views(ctx.tx, ctx.community.id)
    return await views.find(ManagersRoom(), View(SEALED_CARD, case.id)) is not None


async def _of_one_group(ctx: Context, case: Case) -> Sequence[Case]:
    """The cases that were put together with this one."""
    store = Store(ctx.tx, ctx.community.id)
    into = await store.goes_on_in(case.id) or case.id
    ids = {into, *await store.merged_into(into)} - {case.id}
    return [await ctx.cases.get(one) for one in sorted(ids)]


async def _take_down(ctx: Context, case: Case) -> None:
    """Out of the room it was in: the card, and in its thread all that we have said there."""
    await ctx.outbox.hide(StaffRoom(), View(CARD, case.id), case=case.id)
    if case.about_manager:
        await ctx.outbox.hide(ManagersRoom(), View(SEALED_CARD, case.id), case=case.id)
    views, thread = Views(ctx.tx, ctx.community.id), CaseStaff(case.id)
    for entry in await ctx.timeline.of_case(case.id):
        if await views.find(thread, View(MIRROR, entry.id)) is not None:
            await ctx.outbox.hide(thread, View(MIRROR, entry.id), case=case.id)
    channel = await ctx.places.channel_of(thread)
    if channel is not None:
        await ctx.places.forget(thread)
        ctx.stir(channel)
