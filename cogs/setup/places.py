"""Where the set-up card stands, and what the last survey of the platform showed."""

from collections.abc import Sequence
from dataclasses import replace

from bot.context import Context
from bot.durable.outbox import View
from bot.ports import Group, Survey
from bot.vocabulary.places import Place, StaffRoom, parse_place, place_key
from cogs.setup.store import Lack, Seen, Store

CARD = View("setup.card", 0)
SUGGESTION = "setup.suggestion"


async def note(ctx: Context, survey: Survey, named: Sequence[Group] = ()) -> None:
    """Keep what was seen. People who were named are remembered with the groups, for their names."""
    store = Store(ctx.tx, ctx.community.id)
    progress = await store.progress(ctx.now)
    lacks = tuple(Lack(channel, purpose, codes) for (channel, purpose), codes in survey.lacking.items())
    people = [*progress.seen.groups, *named]
    groups = {group.id: group for group in (*people, *survey.groups)}
    await store.save(replace(progress, seen=Seen(survey.channels, tuple(groups.values()), lacks, ctx.now)))


async def place_card(ctx: Context, place: Place) -> None:
    """The card stands there from now on."""
    store = Store(ctx.tx, ctx.community.id)
    progress = await store.progress(ctx.now)
    if progress.card is not None:
        # Also in the same place: the staff room may be another channel than before.
        await ctx.outbox.hide(parse_place(progress.card), CARD)
    await store.save(replace(progress, card=place_key(place)))
    await ctx.outbox.show(place, CARD)


async def move_card(ctx: Context) -> None:
    """To the staff room, now that there is one."""
    await place_card(ctx, StaffRoom())


async def stale(ctx: Context) -> None:
    """Something that the card shows has changed."""
    progress = await Store(ctx.tx, ctx.community.id).progress(ctx.now)
    if progress.card is not None:
        await ctx.outbox.show(parse_place(progress.card), CARD)
