"""The few typed methods the core needs from an adapter, and what they may raise.

`Platform` writes, `Directory` reads, `Clock` tells the time that promises are measured in. What an adapter needs
from the core is `bot.core.Core`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.vocabulary.events import ActionTaken
from bot.vocabulary.files import Attachment
from bot.vocabulary.people import Member
from bot.vocabulary.places import MessageRef, Place
from bot.vocabulary.replies import Message, Reply


class Door(StrEnum):
    """The ways to talk with a member in private, in the words of defaults.md, part 3."""

    PRIVATE_THREAD = "private_thread"
    PRIVATE_CHANNEL = "private_channel"
    DM = "dm"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Opening:
    """A private place or a staff thread to be opened.

    `title` is stable for the place, so that an adapter whose platform has no idempotency key can look for it
    before it opens a second one. `beside` is the message the place belongs to.
    """

    place: Place
    title: str
    key: str
    door: Door | None = None
    member: str | None = None
    beside: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """A channel, thread or DM as the platform numbers it, perhaps in reply to one message there."""

    channel: str
    reply_to: str | None = None


class Platform(Protocol):
    """Where things are said. Every method may raise `Transient`, `DoorShut` or `Gone`, and nothing else.

    `doors` are those that the platform has at all; communities' settings may name others. `largest_file` is in bytes:
    of what may be sent, and is taken by everybody; 0 where no files are carried. `removes` where a bot can be allowed
    to remove what others wrote.
    """

    name: str
    doors: frozenset[Door]
    largest_file: int = 0
    removes: bool = False

    async def open(self, community: str, opening: Opening) -> str:
        """Open the place, or find it if it is open already; the channel's id."""
        ...

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        """Post once per `key`, as far as the platform can tell."""
        ...

    async def edit(self, community: str, message: MessageRef, new: Message) -> None: ...

    async def retract(self, community: str, message: MessageRef) -> None:
        """Take down a message of our own; it is no error if it is gone already."""
        ...

    async def react(self, community: str, message: MessageRef, emoji: str) -> None: ...

    async def pin(self, community: str, message: MessageRef) -> None:
        """Keep a message of our own in sight in its channel; it is no error if it is pinned already."""
        ...

    async def remove(self, community: str, message: MessageRef) -> None:
        """Remove somebody's message. Gone if it is gone already; DoorShut("may_not_remove") if we may not."""
        raise DoorShut("may_not_remove")

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        """The file as it is now, from this platform and nowhere else. Gone if it is not under its message any more.

        Reading ends, with DoorShut, as soon as there are more than `limit` bytes, whatever size was told.
        """
        raise Gone("files")


class ChannelKind(StrEnum):
    """What can be done in a channel depends on it; what a platform does not have is the nearest of these."""

    TEXT = "text"
    ANNOUNCEMENT = "announcement"
    FORUM = "forum"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of the community; ordinary members don't see it if it is `staff_only`."""

    id: str
    name: str
    kind: ChannelKind = ChannelKind.TEXT
    staff_only: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """People who are named together: a role on Discord, a user group on Slack."""

    id: str
    name: str


class Purpose(StrEnum):
    """What the bot is to do in a channel. Without what removal takes, everything else works all the same."""

    WATCH = "watch"
    STAFF_ROOM = "staff_room"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class Survey:
    """What the platform says now: all channels and groups, and what is lacking, by channel and purpose.

    Looked at are the channels that are in use, and those that are named by whoever asked.
    """

    channels: tuple[Channel, ...]
    groups: tuple[Group, ...]
    lacking: Mapping[tuple[str, Purpose], tuple[str, ...]]


class Directory(Protocol):
    """Who is who, as the platform knows it now."""

    async def member(self, community: str, member: str) -> Member | None: ...

    async def find(self, community: str, text: str) -> Sequence[Member]:
        """Members whose name or mention this is, best first; for arguments and completion."""
        ...

    async def channel_name(self, community: str, channel: str) -> str | None: ...

    async def channels(self, community: str) -> Sequence[Channel]:
        """Every channel the bot could be asked to use, in the order people see them; no threads, no DMs."""
        ...

    async def groups(self, community: str) -> Sequence[Group]: ...

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        """Codes of what the bot may not do there and must; `permission.<code>` is what the platform calls it.

        Nothing is lacking in a channel that doesn't exist: `channels` says which do.
        """
        ...


class Clock(Protocol):
    """The time of promises: aware, UTC."""

    def now(self) -> datetime: ...


class Responder(Protocol):
    """An interaction that waits for its answer: 3 seconds for the first sign, 15 minutes for the rest."""

    async def defer(self) -> None:
        """Say that the answer takes a moment."""
        ...

    async def respond(self, reply: Reply, *, private: bool) -> None: ...


class PortError(Exception):
    """An effect could not be performed."""


class Transient(PortError):
    """It may work later; `retry_after` in seconds where the platform says so."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Queued(Transient):
    """Nothing was asked of the platform yet: too many wait for the same. This was no attempt."""


class DoorShut(PortError):
    """This place can't be opened or written to; `args[0]` is a short reason code such as `dm_closed`."""


class Gone(PortError):
    """What the effect was about no longer exists."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was clicked: its id as it was posted, `1:<action>:<community>:<numbers>`."""

    community: str
    id: str
    author: str
    button: str
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """A command line without its prefix: `case claim 42`."""

    community: str
    id: str
    author: str
    line: str
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """A message menu was used on this message of somebody's, who wrote it at `said_at`, where the platform says when.

    `writer` is filled in by the core: who that is, None if the directory doesn't know or can't say now.
    """

    community: str
    id: str
    author: str
    menu: str
    message: MessageRef
    message_author: str
    author_name: str
    text: str
    channel: str
    at: datetime
    files: tuple[Attachment, ...] = ()
    said_at: datetime | None = None
    writer: Member | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form was sent: `form` is its id, written like a button's, `values` what was typed, by field name."""

    community: str
    id: str
    author: str
    form: str
    values: Mapping[str, str]
    channel: str
    at: datetime


Interaction = Pressed | Typed | Chosen | Submitted | ActionTaken
"""`ActionTaken` is a command whose typed options the platform has told apart already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One completion: what is put into the command line, and what the person sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ActionHelp:
    """A command as a surface offers it: `name` is `case claim`, `usage` is `case claim <case>`."""

    name: str
    usage: str
    help: str
    arguments: tuple[str, ...]
