"""What people write, change and delete, and who leaves, told to the core.

Ears are called at once and in order; they decide only whether it is anything to us, and put it into the lane of its
channel. Most messages of a busy server end here.
"""

from datetime import UTC, datetime
from functools import partial

import discord

from adapters.discord.client import Ear
from adapters.discord.community import key_of
from adapters.discord.events import by_a_person, edited, posted
from adapters.discord.guilds import DIRECT
from adapters.discord.lanes import Lanes, Later
from adapters.discord.parts import Parts
from bot.vocabulary.events import MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.vocabulary.places import MessageRef


class Inbound:
    """The ears for words."""

    def __init__(self, parts: Parts, lanes: Lanes) -> None:
        self._communities = parts.communities
        self._platform = parts.platform
        self._directory = parts.directory
        self._lanes = lanes

    @property
    def ears(self) -> dict[str, Ear]:
        return {
            "message": self._posted,
            "raw_message_edit": self._edited,
            "raw_message_delete": self._deleted,
            "raw_bulk_message_delete": self._deleted_together,
            "raw_member_remove": self._left,
        }

    def _posted(self, message: discord.Message) -> None:
        if not by_a_person(message):
            return
        guild, channel = message.guild, message.channel.id
        if guild is None:
            self._lanes.put(DIRECT, channel, partial(self._said_directly, message), in_history=True)
        elif self._may_matter(guild.id, message):
            self._notice(message.author)
            self._lanes.put(guild.id, channel, posted(key_of(guild.id), message), in_history=True)

    def _may_matter(self, guild: int, message: discord.Message) -> bool:
        """In a watched channel or a thread, or an answer to somebody: whatever else, nobody asked us to read it.

        What is watched in a server is known when its lanes are open; the core asks again anyway.
        """
        return (
            message.channel.id in self._communities.watched(guild)
            or guild not in self._lanes.open_servers
            or message.reference is not None
            or not isinstance(message.channel, discord.abc.GuildChannel)
        )

    def _edited(self, payload: discord.RawMessageUpdateEvent) -> None:
        message = payload.message
        if not by_a_person(message):
            return
        if payload.guild_id is None:
            self._lanes.put(DIRECT, payload.channel_id, partial(self._changed_directly, message))
            return
        event = edited(key_of(payload.guild_id), message)
        if event is not None:
            self._notice(message.author)
            self._lanes.put(payload.guild_id, payload.channel_id, event)

    def _deleted(self, payload: discord.RawMessageDeleteEvent) -> None:
        self._gone(payload.guild_id, payload.channel_id, payload.message_id)

    def _deleted_together(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message in sorted(payload.message_ids):
            self._gone(payload.guild_id, payload.channel_id, message)

    def _gone(self, guild: int | None, channel: int, message: int) -> None:
        """Discord does not say who wrote it."""
        ref, now = MessageRef(str(channel), str(message)), datetime.now(UTC)
        if guild is None:
            self._lanes.put(DIRECT, channel, self._gone_directly(ref, now))
        else:
            self._lanes.put(guild, channel, MessageDeleted(key_of(guild), ref, now))

    def _left(self, payload: discord.RawMemberRemoveEvent) -> None:
        if payload.user.bot:
            return
        left = MemberLeft(key_of(payload.guild_id), str(payload.user.id), datetime.now(UTC))
        # No channel has a negative id.
        self._lanes.put(payload.guild_id, -payload.guild_id, left)

    def _notice(self, author: discord.User | discord.Member) -> None:
        if isinstance(author, discord.Member):
            self._directory.note(author)

    async def _said_directly(self, message: discord.Message) -> MessagePosted | None:
        key = await self._communities.of_direct(message.channel.id, message.author.id)
        if key is None:
            return None
        await self._platform.dm_answered(key, str(message.author.id))
        return posted(key, message, direct=True)

    async def _changed_directly(self, message: discord.Message) -> MessageEdited | None:
        key = await self._communities.of_direct(message.channel.id, message.author.id)
        return edited(key, message, direct=True) if key is not None else None

    def _gone_directly(self, ref: MessageRef, now: datetime) -> Later:
        async def gone() -> MessageDeleted | None:
            key = await self._communities.of_conversation(int(ref.channel))
            return MessageDeleted(key, ref, now) if key is not None else None

        return gone
