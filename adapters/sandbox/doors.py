"""Opens the places that don't exist yet: private conversations, staff threads, DMs."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox import message_rows, rows
from adapters.sandbox.model import Channel, ChannelChanged, Kind, MessageChanged
from adapters.sandbox.seeds import STAFF_ROOM
from adapters.sandbox.text import clean
from adapters.sandbox.world import Tell, World
from bot.ports import DoorShut, Gone, Opening

WITH_THREADS = frozenset({Kind.PUBLIC, Kind.STAFF, Kind.SPECIALISTS})


def existing(channels: Mapping[str, Channel], channel: str) -> Channel:
    """Raises Gone for a channel that is not there."""
    if channel not in channels:
        raise Gone("channel")
    return channels[channel]


def dm_with(world: World, member: str) -> str:
    """The bot's DM with this person. Raises DoorShut where they closed it, Gone for somebody unknown."""
    person = world.people.get(member)
    if person is None or person.bot:
        raise Gone("member")
    if not person.dms_open:
        raise DoorShut("dm_closed")
    return f"dm-{member}"


async def private_thread(world: World, opening: Opening) -> str:
    """The member's private thread. Raises DoorShut where such threads are off, Gone for no channel."""
    if opening.beside is None or opening.member not in world.people:
        raise DoorShut("no_private_threads")
    parent = existing(world.channels, opening.beside.channel)
    async with world.writing() as (connection, tell):
        found = await _opened(world, connection, opening, Kind.PRIVATE, parent)
        if found is not None:
            return found
        if not parent.private_threads or parent.kind not in WITH_THREADS:
            raise DoorShut("no_private_threads")
        name = clean(opening.title)
        number = await rows.next_thread_id(connection)
        thread = Channel(number, Kind.PRIVATE, name, parent.id, member=opening.member)
        return await _open(connection, tell, thread, opening.key)


async def staff_thread(world: World, opening: Opening) -> str:
    """The thread beside a card, or a bare one in the staff room. Raises Gone when the card is gone."""
    beside = opening.beside
    parent = existing(world.channels, beside.channel if beside else STAFF_ROOM)
    # Whoever may not read a room doesn't read its threads either.
    kind = Kind.MANAGERS if parent.kind is Kind.MANAGERS else Kind.THREAD
    async with world.writing() as (connection, tell):
        found = await _opened(world, connection, opening, kind, parent)
        if found is not None:
            return found
        card = await message_rows.load_message(connection, beside.message) if beside else None
        if beside and (card is None or card.deleted):
            raise Gone("message")
        name = clean(opening.title)
        number = await rows.next_thread_id(connection)
        thread = Channel(number, kind, name, parent.id, beside=card.id if card else None)
        opened = await _open(connection, tell, thread, opening.key)
        if card and (changed := await message_rows.load_message(connection, card.id)):
            tell(MessageChanged(changed, fresh=False))
        return opened


async def _opened(
    world: World, connection: AsyncConnection, opening: Opening, kind: Kind, parent: Channel
) -> str | None:
    """The thread that this opening has made already; None where deduplication is off."""
    if not world.deduplicate:
        return None
    found = await rows.find_thread(connection, opening.key, kind, clean(opening.title), parent.id)
    return found.id if found else None


async def _open(connection: AsyncConnection, tell: Tell, thread: Channel, key: str) -> str:
    await rows.add_channel(connection, thread, key)
    tell(ChannelChanged(thread))
    return thread.id
