"""Discord's messages in the words of the core."""

from datetime import UTC, datetime

import discord

from adapters.discord.files import files_of
from bot.vocabulary.events import MessageEdited, MessagePosted
from bot.vocabulary.places import MessageRef

WORDS = frozenset({discord.MessageType.default, discord.MessageType.reply})
"""The types of messages that people write; all others are Discord's own notices, or answers of bots."""


def by_a_person(message: discord.Message) -> bool:
    return not message.author.bot and message.webhook_id is None and message.type in WORDS


def posted(community: str, message: discord.Message, *, direct: bool = False) -> MessagePosted:
    return MessagePosted(
        community,
        ref(message),
        str(message.author.id),
        text_of(message),
        message.created_at,
        _answered(message),
        direct,
        _within(message),
        files_of(message, ref(message)),
    )


def edited(community: str, message: discord.Message, *, direct: bool = False) -> MessageEdited | None:
    """None if nobody changed the words: Discord tells of new embeds and pins in the same way."""
    at = message.edited_at
    if at is None:
        return None
    author, text = str(message.author.id), text_of(message)
    within, files = _within(message), files_of(message, ref(message))
    return MessageEdited(community, ref(message), author, text, at, at.isoformat(), direct, within, files)


def ref(message: discord.Message) -> MessageRef:
    return MessageRef(str(message.channel.id), str(message.id))


def text_of(message: discord.Message) -> str:
    """The words, and those of a message that was forwarded with them."""
    if not message.message_snapshots:
        return message.content
    forwarded = (snapshot.content for snapshot in message.message_snapshots)
    return "\n".join(filter(None, (message.content, *forwarded)))


def time_of(snowflake: int) -> datetime:
    """When Discord made this id."""
    return discord.utils.snowflake_time(snowflake).astimezone(UTC)


def _within(message: discord.Message) -> str | None:
    return str(message.channel.parent_id) if isinstance(message.channel, discord.Thread) else None


def _answered(message: discord.Message) -> MessageRef | None:
    reference = message.reference
    if reference is None or reference.type is not discord.MessageReferenceType.reply:
        return None
    if reference.message_id is None:
        return None
    return MessageRef(str(reference.channel_id), str(reference.message_id))
