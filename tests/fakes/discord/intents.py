"""Gateway intents: which events a session asked for, and what its messages still say without the privileged one."""

import enum

from tests.fakes.discord.model import Json


class Intent(enum.IntFlag):
    """Discord's bits for intents."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_MODERATION = 1 << 2
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    DIRECT_MESSAGES = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    MESSAGE_CONTENT = 1 << 15


# What the developer portal must have granted; the values are the flags of the application that say so.
PRIVILEGED = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}
_ALWAYS = Intent(0)
_IN_GUILD = {
    "GUILD_MEMBER": Intent.GUILD_MEMBERS,
    "MESSAGE_REACTION": Intent.GUILD_MESSAGE_REACTIONS,
    "MESSAGE": Intent.GUILD_MESSAGES,
    "GUILD": Intent.GUILDS,
    "CHANNEL": Intent.GUILDS,
    "THREAD": Intent.GUILDS,
}
_IN_DM = {
    "MESSAGE_REACTION": Intent.DIRECT_MESSAGE_REACTIONS,
    "MESSAGE": Intent.DIRECT_MESSAGES,
    "CHANNEL_PINS": Intent.DIRECT_MESSAGES,
}


def needed(event: str, *, in_guild: bool) -> Intent:
    """The intent without which a session does not hear of an event."""
    if event in ("INTERACTION_CREATE", "GUILD_MEMBERS_CHUNK"):
        return _ALWAYS
    table = _IN_GUILD if in_guild else _IN_DM
    return next((intent for prefix, intent in table.items() if event.startswith(prefix)), _ALWAYS)


def without_content(message: Json) -> Json:
    """A message as an application without the message content intent gets it."""
    return message | {"content": "", "embeds": [], "attachments": [], "components": []}


def concerns(message: Json, bot_id: int) -> bool:
    """Whether a message carries its content anyway: own, in a DM, or mentioning the bot."""
    mentioned = {user["id"] for user in message.get("mentions", [])}
    own = message.get("author", {}).get("id") == str(bot_id)
    return own or "guild_id" not in message or str(bot_id) in mentioned
