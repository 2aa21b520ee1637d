"""What people do. Each deed is committed together with the event that tells the core about it."""

from collections.abc import Sequence

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox.message_rows import add_message, blank, change_text, load_message
from adapters.sandbox.model import Channel, Draft, MessageChanged, Person, Refused, StoredMessage, Upload
from adapters.sandbox.tables import events
from adapters.sandbox.text import clean
from adapters.sandbox.world import World

MOST_FILES, LARGEST_FILES = 10, 2_500_000
"""Of a message, and the bytes of all of them: they come in one line of the page's protocol."""

LONGEST = 100_000
"""Characters of a person's message; the limits of real platforms are for what the bot sends."""


async def post(
    world: World,
    author: Person,
    channel: str,
    text: str,
    reply_to: str | None = None,
    files: Sequence[Upload] = (),
) -> StoredMessage:
    """Write a message; with files it needs no words. Raises Refused."""
    text = _checked(text, needed=not files)
    if len(files) > MOST_FILES or sum(len(each.content) for each in files) > LARGEST_FILES:
        raise Refused("files")
    place = visible(world, author, channel)
    async with world.writing() as (connection, tell):
        if reply_to is not None:
            await _present(connection, place, reply_to)
        draft = Draft(channel, author.id, text, reply_to=reply_to, files=tuple(files))
        made = await add_message(connection, draft, world.now())
        message = await record(world, connection, made, "posted")
        tell(MessageChanged(message, fresh=True))
    return message


async def edit(world: World, author: Person, message: str, text: str) -> StoredMessage:
    """Change the text of a message of one's own. Raises Refused."""
    text = _checked(text)
    async with world.writing() as (connection, tell):
        old = await _own(world, connection, author, message)
        if old.text == text:
            return old
        await change_text(connection, message, text)
        changed = await record(world, connection, message, "edited")
        tell(MessageChanged(changed, fresh=False))
    return changed


async def delete(world: World, author: Person, message: str) -> None:
    """Delete a message of one's own. Raises Refused."""
    async with world.writing() as (connection, tell):
        await _own(world, connection, author, message)
        await blank(connection, message)
        changed = await record(world, connection, message, "deleted")
        tell(MessageChanged(changed, fresh=False))


def visible(world: World, person: Person, channel: str) -> Channel:
    """The channel, if this person sees it. Raises Refused."""
    place = world.channels.get(channel)
    if place is None or not place.seen_by(person):
        raise Refused("channel")
    return place


async def seen_message(world: World, person: Person, message: str) -> StoredMessage:
    """The message, if this person sees it and it is still there. Raises Refused."""
    found = await world.message(message)
    if found is None or found.deleted:
        raise Refused("message")
    visible(world, person, found.channel)
    return found


def _checked(text: str, *, needed: bool = True) -> str:
    text = clean(text)
    if needed and not text.strip():
        raise Refused("empty")
    if len(text) > LONGEST:
        raise Refused("long")
    return text


async def _own(world: World, connection: AsyncConnection, author: Person, message: str) -> StoredMessage:
    found = await load_message(connection, message)
    if found is None or found.deleted:
        raise Refused("message")
    visible(world, author, found.channel)
    if found.author != author.id:
        raise Refused("not_yours")
    return found


async def _present(connection: AsyncConnection, place: Channel, message: str) -> None:
    found = await load_message(connection, message)
    if found is None or found.deleted or found.channel != place.id:
        raise Refused("message")


async def record(world: World, connection: AsyncConnection, message: str, kind: str) -> StoredMessage:
    """The message as it is now, with an event about it waiting for the core."""
    now = await load_message(connection, message)
    if now is None:
        raise Refused("message")
    await connection.execute(
        insert(events).values(
            kind=kind,
            channel=now.channel,
            message=int(now.id),
            author=now.author,
            text=now.text,
            at=world.now(),
            reply_to=int(now.reply.id) if now.reply else None,
            revision=now.revision,
            delivered=False,
        )
    )
    return now
