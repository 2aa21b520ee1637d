"""What the bot must be allowed to do in a channel. A permission's code is its name in `discord.Permissions`."""

from collections.abc import Mapping, Sequence

import discord

from bot.ports import ChannelKind, Purpose

EVERYWHERE = ("view_channel", "read_message_history", "send_messages", "attach_files")
"""What is too long for a message is attached to it."""

WATCHED = (*EVERYWHERE, "add_reactions", "pin_messages")
PRIVATE_THREADS = ("create_private_threads", "send_messages_in_threads")
"""Only text channels can have them; elsewhere the next private door is used."""

STAFF_ROOM = (*EVERYWHERE, "create_public_threads", "send_messages_in_threads")

KINDS = {
    discord.ChannelType.text: ChannelKind.TEXT,
    discord.ChannelType.news: ChannelKind.ANNOUNCEMENT,
    discord.ChannelType.forum: ChannelKind.FORUM,
    discord.ChannelType.media: ChannelKind.FORUM,
    discord.ChannelType.voice: ChannelKind.VOICE,
    discord.ChannelType.stage_voice: ChannelKind.VOICE,
}
"""Of the channels that people write in; categories are none."""

NEEDED: Mapping[Purpose, Sequence[str]] = {
    Purpose.WATCH: (*WATCHED, *PRIVATE_THREADS),
    Purpose.STAFF_ROOM: STAFF_ROOM,
}
"""In a text channel."""

WANTED: Mapping[Purpose, Sequence[str]] = {Purpose.REMOVAL: ("manage_messages",)}
"""What is asked for only where it is wanted: the least that the bot needs is without it."""


def lacking_in(channel: discord.abc.GuildChannel, me: discord.Member, purpose: Purpose) -> tuple[str, ...]:
    """The codes of what is missing there; nothing in a category, which nobody writes in."""
    kind = KINDS.get(channel.type)
    if kind is None:
        return ()
    allowed = channel.permissions_for(me)
    needless = PRIVATE_THREADS if purpose is Purpose.WATCH and kind is not ChannelKind.TEXT else ()
    needed = NEEDED.get(purpose) or WANTED[purpose]
    return tuple(code for code in needed if code not in needless and not getattr(allowed, code))
