"""Private threads for members, and the staff's thread on a card.

Discord takes no idempotency key for threads. The thread on a message has that message's id, so a second one can't be
made. A private thread is named after its case: before one is made again it is looked for by its name, among those the
gateway told of, and where an earlier attempt may have made one among the active and the archived, too.
"""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from typing import Literal

import discord

from adapters.discord import limits
from adapters.discord.channels import Channels
from adapters.discord.errors import THREAD_EXISTS
from bot.ports import DoorShut, Opening
from bot.text import shorten
from bot.vocabulary.places import MessageRef

ARCHIVED_AFTER: Literal[10080] = 10080
"""Minutes without a message, the longest there is: a case takes days."""

LOOKED_THROUGH = 200
"""Archived threads of the bot, latest first, that are compared by name."""


class Threads:
    def __init__(self, client: discord.Client, channels: Channels) -> None:
        self._client = client
        self._channels = channels

    async def on_card(self, card: MessageRef, title: str) -> str:
        """The thread on this message; made if there is none yet."""
        channel = await self._channels.find(int(card.channel))
        if not isinstance(channel, discord.TextChannel):
            raise DoorShut("not_a_text_channel")
        message = channel.get_partial_message(int(card.message))
        try:
            thread = await message.create_thread(name=_name(title), auto_archive_duration=ARCHIVED_AFTER)
        except discord.HTTPException as error:
            if error.code != THREAD_EXISTS:
                raise
            return card.message
        return str(thread.id)

    async def private(self, opening: Opening, since: datetime | None) -> str:
        """The member's own thread beside their message, with them in it.

        Args:
            opening: with the member's id and the message it begins with.
            since: when an earlier attempt may have made it; None if there was none.
        """
        if opening.beside is None or opening.member is None:
            raise DoorShut("no_private_threads")
        parent = await self._parent(int(opening.beside.channel))
        thread = await self._known(parent, opening.title, since)
        if thread is None:
            thread = await parent.create_thread(
                name=_name(opening.title),
                type=discord.ChannelType.private_thread,
                auto_archive_duration=ARCHIVED_AFTER,
                invitable=False,
            )
        await self._let_in(thread, int(opening.member))
        return str(thread.id)

    async def wake(self, channel: int) -> bool:
        """Take a thread out of the archive; False if this is none, or if it is locked."""
        thread = await self._client.fetch_channel(channel)
        if not isinstance(thread, discord.Thread) or thread.locked:
            return False
        await thread.edit(archived=False)
        return True

    async def _parent(self, channel: int) -> discord.TextChannel:
        try:
            found = await self._channels.find(channel)
        except discord.NotFound as error:
            raise DoorShut("channel_gone") from error
        if isinstance(found, discord.Thread):
            found = found.parent or await self._channels.find(found.parent_id)
        if isinstance(found, discord.DMChannel):
            raise DoorShut("no_private_threads")
        if not isinstance(found, discord.TextChannel) or found.is_news():
            raise DoorShut("not_a_text_channel")
        return found

    async def _known(
        self, parent: discord.TextChannel, title: str, since: datetime | None
    ) -> discord.Thread | None:
        """A thread of ours with this name."""
        for thread in parent.threads:
            if self._ours(thread, parent, title):
                return thread
        if since is not None:
            async for thread in _all_threads(parent, since):
                if self._ours(thread, parent, title):
                    return thread
        return None

    def _ours(self, thread: discord.Thread, parent: discord.TextChannel, title: str) -> bool:
        me = self._client.user
        mine = me is not None and thread.owner_id == me.id and thread.is_private()
        return mine and thread.parent_id == parent.id and thread.name == _name(title)

    async def _let_in(self, thread: discord.Thread, member: int) -> None:
        """Add the member, without a ping. A thread that nobody can be let into is put into the archive."""
        if thread.archived:
            await thread.edit(archived=False)
        try:
            await thread.add_user(discord.Object(member))
        except (discord.NotFound, discord.Forbidden) as error:
            with suppress(discord.HTTPException):
                await thread.edit(archived=True)
            raise DoorShut("member_not_let_in") from error


async def _all_threads(parent: discord.TextChannel, since: datetime) -> AsyncIterator[discord.Thread]:
    for thread in await parent.guild.active_threads():
        yield thread
    # Those that the bot is in: to see all private ones it would need to manage threads.
    async for thread in parent.archived_threads(private=True, joined=True, limit=LOOKED_THROUGH):
        if thread.created_at is not None and thread.created_at < since:
            return
        yield thread


def _name(title: str) -> str:
    return shorten(" ".join(title.split()), limits.THREAD_NAME // 2)
