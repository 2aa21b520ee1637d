"""What members are told: that the bot reads here, who sees what, how long it is kept, and how to stay out of it."""

from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.places import Room, parse_place
from bot.vocabulary.replies import Message, Paragraph
from bot.vocabulary.signals import EffectSettled
from cogs.setup.places import stale
from cogs.setup.store import Notice, Store

NOTICE = View("setup.notice", 0)


async def hang(ctx: Context) -> None:
    """Post the notice wherever the bot watches, if that is wanted; take it down everywhere else."""
    store, settings = Store(ctx.tx, ctx.community.id), ctx.community.settings
    wanted = settings.watched if settings.notice else frozenset[str]()
    there = await store.notices()
    for channel in sorted(wanted - there.keys()):
        await store.keep_notice(channel, Notice.ASKED)
        await ctx.outbox.show(Room(channel), NOTICE)
    for channel in sorted(there.keys() - wanted):
        await store.keep_notice(channel, None)
        await ctx.outbox.hide(Room(channel), NOTICE)


async def say_it_anew(ctx: Context) -> None:
    """It is written in another language now."""
    for channel in await Store(ctx.tx, ctx.community.id).notices():
        await ctx.outbox.show(Room(channel), NOTICE)


def notice(ctx: Context) -> Message:
    """In the community's language, to everybody."""
    voice = ctx.voice()
    told = ("reads", "who", "kept", "out")
    return Message(tuple(Paragraph(voice.say(f"setup.notice.{part}")) for part in told))


async def settled(ctx: Context, told: EffectSettled) -> None:
    """Posted: then it is pinned. Pinned, or refused: the card says so."""
    place, store = parse_place(told.place), Store(ctx.tx, ctx.community.id)
    if not isinstance(place, Room) or place.channel not in await store.notices():
        return
    if told.outcome != "delivered":
        state = Notice.POSTED if told.effect == "pin" else Notice.REFUSED
    elif told.effect == "pin":
        state = Notice.PINNED
    elif told.message is None or (await store.notices())[place.channel] is Notice.PINNED:
        return
    else:
        key = f"notice:{told.message.channel}:{told.message.message}"
        await ctx.outbox.pin(told.message, place, key)
        state = Notice.POSTED
    await store.keep_notice(place.channel, state)
    await stale(ctx)
