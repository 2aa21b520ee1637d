"""Who may do what where: Discord's permission bits and the algorithm its documentation prints.

Source: "Permissions" in Discord's developer documentation (bit values, computing permissions, threads).
"""

import enum

from tests.fakes.discord.model import Channel, Member, Overwrite


class Permission(enum.IntFlag):
    """The bits that matter to a bot that reads, writes and opens threads."""

    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    USE_EXTERNAL_STICKERS = 1 << 37
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40
    SEND_VOICE_MESSAGES = 1 << 46
    PIN_MESSAGES = 1 << 51


NONE = Permission(0)
ALL = Permission(sum(Permission))
# What people may do in a community that was just made.
EVERYONE = (
    Permission.CREATE_INSTANT_INVITE
    | Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.CONNECT
    | Permission.SPEAK
    | Permission.CHANGE_NICKNAME
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)
# What the bot's own role grants it unless a test takes some of it away.
BOT = (
    EVERYONE
    | Permission.CREATE_PRIVATE_THREADS
    | Permission.MANAGE_THREADS
    | Permission.MANAGE_MESSAGES
    | Permission.PIN_MESSAGES
)
MODERATOR = BOT | Permission.KICK_MEMBERS | Permission.BAN_MEMBERS | Permission.MODERATE_MEMBERS
_ONLY_WITH_SENDING = (
    Permission.MENTION_EVERYONE
    | Permission.SEND_TTS_MESSAGES
    | Permission.ATTACH_FILES
    | Permission.EMBED_LINKS
)


# Plain numbers inside: flags are slow to combine, and this runs for every message.
_ALL, _ADMINISTRATOR, _VIEW, _SEND = (
    int(ALL),
    int(Permission.ADMINISTRATOR),
    int(Permission.VIEW_CHANNEL),
    int(Permission.SEND_MESSAGES),
)
_MANAGE_THREADS, _LOST = int(Permission.MANAGE_THREADS), int(_ONLY_WITH_SENDING)


def in_guild(member: Member) -> Permission:
    """What a member's roles grant before any channel has a say."""
    return Permission(_in_guild(member))


def in_channel(member: Member, channel: Channel) -> Permission:
    """What a member may do in a channel of their guild, or in a thread of it."""
    return Permission(_in_channel(member, channel))


def sees(member: Member, channel: Channel) -> bool:
    """Whether a channel or thread is there at all for a member."""
    return bool(_in_channel(member, channel) & _VIEW)


def _in_guild(member: Member) -> int:
    if member.guild.owner_id == member.id:
        return _ALL
    granted = int(member.guild.everyone.permissions)
    for role_id in member.roles:
        granted |= member.guild.roles[role_id].permissions
    return _ALL if granted & _ADMINISTRATOR else granted


def _in_channel(member: Member, channel: Channel) -> int:
    granted = _in_guild(member)
    if granted & _ADMINISTRATOR:
        return _ALL
    if channel.is_thread and channel.parent is not None:
        return _in_thread(member, channel, _in_channel(member, channel.parent))
    if channel.overwrites:
        granted = _overwritten(granted, member, channel.overwrites)
    if not granted & _VIEW:
        return 0
    return granted if granted & _SEND else granted & ~_LOST


def _overwritten(granted: int, member: Member, overwrites: dict[int, Overwrite]) -> int:
    everyone = overwrites.get(member.guild.id, Overwrite())
    granted = granted & ~everyone.deny | everyone.allow
    deny = allow = 0
    for role_id in member.roles:
        overwrite = overwrites.get(role_id, Overwrite())
        deny |= overwrite.deny
        allow |= overwrite.allow
    granted = granted & ~deny | allow
    own = overwrites.get(member.id, Overwrite())
    return granted & ~own.deny | own.allow


def _in_thread(member: Member, thread: Channel, in_parent: int) -> int:
    """A thread has its parent's permissions; a private one is nothing to those outside it."""
    if not in_parent & _VIEW:
        return 0
    inside = member.id in thread.members or in_parent & _MANAGE_THREADS
    return 0 if thread.is_private_thread and not inside else in_parent


def may(member: Member, channel: Channel, wanted: Permission) -> bool:
    """Whether a member holds every one of some permissions in a channel."""
    return in_channel(member, channel) & wanted == wanted
