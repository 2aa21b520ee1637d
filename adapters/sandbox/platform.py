"""The platform port on the simulated community: the only way the bot's words get into it."""

import asyncio
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox import file_rows, message_rows, rows
from adapters.sandbox.deeds import record
from adapters.sandbox.doors import dm_with, existing, private_thread, staff_thread
from adapters.sandbox.limits import check_message
from adapters.sandbox.model import (
    COMMUNITY,
    Draft,
    Kind,
    MessageChanged,
    MessagePinned,
    StoredMessage,
    Upload,
)
from adapters.sandbox.seeds import BOT, MANAGERS_ROOM, SPECIALISTS, STAFF_ROOM
from adapters.sandbox.text import clean
from adapters.sandbox.wire import message_body
from adapters.sandbox.world import Tell, World
from bot.ports import Destination, Door, DoorShut, Gone, Opening, Platform, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import (
    Aside,
    CasePrivate,
    CaseStaff,
    ManagersRoom,
    MemberDM,
    MessageRef,
    Public,
    Room,
    StaffRoom,
    Team,
)
from bot.vocabulary.replies import File, Message, plain_text

LARGEST_FILE = 2_000_000
"""Bytes."""

SLOW = 2.0
"""Seconds that each call takes when the weather is slow."""


class SandboxPlatform(Platform):
    """Writes into the world. `ids` gives the row id of a community by its key, for the ids of buttons.

    Besides the errors of the port a message beyond the platforms' limits is a ValueError.
    """

    name = "sandbox"
    doors = frozenset({Door.PRIVATE_THREAD, Door.DM, Door.FORM})
    largest_file = LARGEST_FILE
    removes = True

    def __init__(self, world: World, ids: Callable[[str], int], *, slow: float = SLOW) -> None:
        self.world = world
        self.ids = ids
        self._slow = slow

    async def open(self, community: str, opening: Opening) -> str:
        await self._brave(community)
        match opening.place:
            case StaffRoom():
                return STAFF_ROOM
            case ManagersRoom():
                return existing(self.world.channels, MANAGERS_ROOM).id
            case Team(name):
                return existing(self.world.channels, SPECIALISTS.get(name, name)).id
            case Room(channel):
                return existing(self.world.channels, channel).id
            case Public(message):
                return existing(self.world.channels, message.channel).id
            case MemberDM(member):
                return dm_with(self.world, member)
            case CaseStaff():
                return await staff_thread(self.world, opening)
            case CasePrivate() | Aside():
                return await self._open_private(opening)

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        check_message(message)
        await self._brave(community)
        async with self.world.writing() as (connection, tell):
            posted = await self._sent(connection, key)
            if posted is None:
                self._check_writable(to.channel)
                if to.reply_to is not None:
                    await _there(connection, MessageRef(to.channel, to.reply_to))
                draft = self._draft(to.channel, message, to.reply_to, key)
                made = await message_rows.add_message(connection, draft, self.world.now())
                posted = await _written(connection, tell, made, fresh=True)
        return MessageRef(posted.channel, posted.id)

    async def answer(self, channel: str, message: Message) -> None:
        """Show the public answer to a click or command; no weather and no shut door is in its way."""
        async with self.world.writing() as (connection, tell):
            existing(self.world.channels, channel)
            draft = self._draft(channel, message)
            made = await message_rows.add_message(connection, draft, self.world.now())
            await _written(connection, tell, made, fresh=True)

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        check_message(new)
        await self._brave(community)
        body = message_body(new, self.ids(community))
        text = clean(plain_text(new))
        async with self.world.writing() as (connection, tell):
            await _ours(connection, message)
            await message_rows.change_text(connection, message.message, text, body)
            await file_rows.drop_files(connection, message.message)
            await file_rows.add_files(connection, message.message, _uploads(new))
            await _written(connection, tell, message.message)

    async def retract(self, community: str, message: MessageRef) -> None:
        await self._brave(community)
        async with self.world.writing() as (connection, tell):
            try:
                await _ours(connection, message)
            except Gone:
                return
            await message_rows.blank(connection, message.message)
            await _written(connection, tell, message.message)

    async def remove(self, community: str, message: MessageRef) -> None:
        await self._brave(community)
        async with self.world.writing() as (connection, tell):
            if (await _there(connection, message)).author == BOT:
                raise DoorShut("not_theirs")
            await message_rows.blank(connection, message.message)
            await message_rows.mark_removed(connection, message.message)
            await record(self.world, connection, message.message, "deleted")
            await _written(connection, tell, message.message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        await self._brave(community)
        async with self.world.writing() as (connection, tell):
            await _there(connection, message)
            await message_rows.add_reaction(connection, message.message, emoji, BOT)
            await _written(connection, tell, message.message)

    async def pin(self, community: str, message: MessageRef) -> None:
        await self._brave(community)
        async with self.world.writing() as (connection, tell):
            await _ours(connection, message)
            await rows.pin(connection, message.message)
            tell(MessagePinned(message.message))
            await _written(connection, tell, message.message)

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        await self._brave(community)
        async with self.world.reading() as connection:
            found = await file_rows.read_file(connection, file.id)
        if found is None or found[0] != file.message.message:
            raise Gone("file")
        if len(found[1].content) > limit:
            raise DoorShut("too_large")
        return found[1].content

    async def _open_private(self, opening: Opening) -> str:
        if opening.door is Door.PRIVATE_THREAD:
            return await private_thread(self.world, opening)
        if opening.door is Door.DM and opening.member is not None:
            return dm_with(self.world, opening.member)
        raise DoorShut("no_such_door")

    async def _brave(self, community: str) -> None:
        """Meet the weather. Raises Transient when the platform is down, Gone for another community."""
        if self.world.weather.slow:
            await asyncio.sleep(self._slow)
        if self.world.weather.down:
            raise Transient("platform_down")
        if community != COMMUNITY:
            raise Gone("community")

    async def _sent(self, connection: AsyncConnection, key: str) -> StoredMessage | None:
        """What was sent under this key, where the platform looks."""
        return await message_rows.find_by_key(connection, key) if self.world.deduplicate else None

    def _draft(
        self, channel: str, message: Message, reply_to: str | None = None, key: str | None = None
    ) -> Draft:
        body = message_body(message, self.ids(COMMUNITY))
        return Draft(channel, BOT, clean(plain_text(message)), body, reply_to, key, _uploads(message))

    def _check_writable(self, channel: str) -> None:
        """Raises Gone for an unknown channel, DoorShut for the DM of somebody who closed it."""
        place = existing(self.world.channels, channel)
        if place.kind is Kind.DM and place.member is not None:
            dm_with(self.world, place.member)


def _uploads(message: Message) -> tuple[Upload, ...]:
    """Files of people; texts of the bot's own stand in the body."""
    files = (part for part in message.parts if isinstance(part, File))
    return tuple(
        Upload(clean(each.name), clean(each.media_type), each.content)
        for each in files
        if isinstance(each.content, bytes)
    )


async def _there(connection: AsyncConnection, message: MessageRef) -> StoredMessage:
    found = await message_rows.load_message(connection, message.message)
    if found is None or found.deleted or found.channel != message.channel:
        raise Gone("message")
    return found


async def _ours(connection: AsyncConnection, message: MessageRef) -> StoredMessage:
    found = await _there(connection, message)
    if found.author != BOT:
        raise DoorShut("not_ours")
    return found


async def _written(
    connection: AsyncConnection, tell: Tell, message: str, *, fresh: bool = False
) -> StoredMessage:
    """The message as it was just written, told to whoever listens after the commit."""
    now = await message_rows.load_message(connection, message)
    if now is None:
        raise Gone("message")
    tell(MessageChanged(now, fresh))
    return now
