"""What a Discord consists of, as far as a bot sees it: plain records, changed by `world.py` alone.

Ids are snowflakes as integers; moments are aware datetimes in UTC.
"""

import enum
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """Ids as Discord makes them, never two in one millisecond.

    discord.py hashes by the milliseconds alone, so ids that share them make its dictionaries slow.
    """

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """A new id, later than all before it."""
        self._last = max(int(datetime.now(UTC).timestamp() * 1000) - EPOCH_MS, self._last + 1)
        return self._last << 22


def moment(snowflake: int) -> datetime:
    """When an id was made."""
    return datetime.fromtimestamp(((snowflake >> 22) + EPOCH_MS) / 1000, UTC)


class ChannelType(enum.IntEnum):
    """Discord's numbers for the kinds of channel."""

    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    ANNOUNCEMENT = 5
    ANNOUNCEMENT_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    STAGE = 13
    FORUM = 15


# Messages that somebody wrote: plain ones, replies, and answers to commands and menus.
WORDS = (0, 19, 20, 23)
THREADS = (ChannelType.ANNOUNCEMENT_THREAD, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD)


@dataclass(eq=False, slots=True)
class User:
    """An account: a person's or a bot's."""

    id: int
    name: str
    display: str | None = None
    bot: bool = False
    locale: str = "en-US"
    accepts_dms: bool = True


@dataclass(eq=False, slots=True)
class Role:
    """A role; its guild's own id marks @everyone."""

    id: int
    name: str
    permissions: int
    position: int = 1
    managed: bool = False


@dataclass(slots=True)
class Overwrite:
    """What a channel grants and denies a role or a member beyond their roles."""

    allow: int = 0
    deny: int = 0
    of_member: bool = False


@dataclass(eq=False, slots=True)
class Guild:
    """A community."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    roles: "dict[int, Role]" = field(default_factory=dict, repr=False)
    channels: "dict[int, Channel]" = field(default_factory=dict, repr=False)
    threads: "dict[int, Channel]" = field(default_factory=dict, repr=False)
    members: "dict[int, Member]" = field(default_factory=dict, repr=False)
    system_channel: "Channel | None" = field(default=None, repr=False)
    available: bool = True

    @property
    def everyone(self) -> Role:
        """The role that everybody has."""
        return self.roles[self.id]


@dataclass(eq=False, slots=True)
class Member:
    """A user in a guild."""

    user: User
    guild: Guild = field(repr=False)
    roles: set[int] = field(default_factory=set)
    nick: str | None = None
    joined_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def id(self) -> int:
        """The user's id."""
        return self.user.id

    @property
    def name(self) -> str:
        """What people read as their name here."""
        return self.nick or self.user.display or self.user.name


@dataclass(eq=False, slots=True)
class Channel:
    """A channel of a guild, a thread in one, or a DM between the bot and somebody."""

    id: int
    type: ChannelType
    name: str = ""
    guild: Guild | None = field(default=None, repr=False)
    parent: "Channel | None" = field(default=None, repr=False)
    position: int = 0
    topic: str | None = None
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: "dict[int, Message]" = field(default_factory=dict, repr=False)
    last_message_id: int | None = None
    pins: list[int] = field(default_factory=list)
    recipient: User | None = None
    # The rest is about threads.
    owner_id: int | None = None
    members: dict[int, datetime] = field(default_factory=dict)
    archived: bool = False
    archived_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    locked: bool = False
    invitable: bool = True
    archive_minutes: int = 4320
    message_count: int = 0

    @property
    def is_thread(self) -> bool:
        """Whether this is a thread of any kind."""
        return self.type in THREADS

    @property
    def is_private_thread(self) -> bool:
        """Whether only those added to it and holders of MANAGE_THREADS see it."""
        return self.type is ChannelType.PRIVATE_THREAD

    @property
    def texts(self) -> list[str]:
        """The words of its messages, oldest first, without the system's notices."""
        return [message.content for message in self.messages.values() if not message.is_notice]


@dataclass(eq=False, slots=True)
class Attachment:
    """A file on a message."""

    id: int
    filename: str
    content: bytes
    content_type: str
    description: str | None = None


@dataclass(eq=False, slots=True)
class Message:
    """A message; `reader` is set on ephemeral ones, which only that user sees."""

    id: int
    channel: Channel = field(repr=False)
    author: User = field(repr=False)
    content: str = ""
    type: int = 0
    sent_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    edited_at: datetime | None = None
    embeds: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    flags: int = 0
    reference: Json | None = None
    replied_to: "Message | None" = field(default=None, repr=False)
    snapshots: list[Json] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    nonce: str | None = None
    webhook_id: int | None = None
    interaction: Json | None = None
    reactions: dict[str, set[int]] = field(default_factory=dict)
    thread: Channel | None = field(default=None, repr=False)
    reader: User | None = None
    deleted: bool = False

    @property
    def pinned(self) -> bool:
        """Whether it is among its channel's pins."""
        return self.id in self.channel.pins

    @property
    def is_notice(self) -> bool:
        """Whether the system wrote it on somebody's behalf: a thread was created, somebody added, a message pinned."""
        return self.type not in WORDS

    @property
    def says(self) -> str:
        """Everything a person reads in it, components and embeds included."""
        return "\n".join(part for part in (self.content, *_written(self.embeds + self.components)) if part)


def _written(parts: list[Json]) -> list[str]:
    """The words in embeds and components, in order."""
    found: list[str] = []
    for part in parts:
        found += [
            str(part[key])
            for key in ("title", "description", "content", "label", "name", "value")
            if part.get(key)
        ]
        for key in ("fields", "components"):
            found += _written(part.get(key) or [])
        for key in ("component", "accessory", "footer"):
            found += _written([part[key]]) if isinstance(part.get(key), dict) else []
    return found


def walk(components: list[Json]) -> list[Json]:
    """Every component, those inside others too, in the order they are shown."""
    found: list[Json] = []
    for component in components:
        found.append(component)
        found += walk(component.get("components") or [])
        for key in ("component", "accessory"):
            if isinstance(component.get(key), dict):
                found += walk([component[key]])
    return found
