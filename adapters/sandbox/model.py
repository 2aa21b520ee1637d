"""The words of the simulated community."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.errors import OmbudError
from bot.vocabulary.people import STAFF, Member, Role

COMMUNITY = "sandbox:main"
"""The key of the one community that lives here."""

Json = dict[str, Any]
"""A JSON object as it is stored or sent: a rendered message, or a line of the page's protocol."""


class Kind(StrEnum):
    """What a channel is, which says who sees it."""

    PUBLIC = "public"
    STAFF = "staff"
    SPECIALISTS = "specialists"
    MANAGERS = "managers"
    PRIVATE = "private"
    THREAD = "thread"
    DM = "dm"


VISIBLE_TO = {
    Kind.PUBLIC: frozenset(Role),
    Kind.STAFF: STAFF,
    Kind.SPECIALISTS: STAFF | {Role.SPECIALIST},
    Kind.MANAGERS: frozenset({Role.MANAGER}),
    Kind.PRIVATE: STAFF,
    Kind.THREAD: STAFF,
    Kind.DM: frozenset[Role](),
}
"""Roles that see every channel of the kind; whoever a channel was opened for sees it besides."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the community, or the bot. `zone` is an IANA name."""

    id: str
    name: str
    role: Role
    language: str
    zone: str
    bot: bool = False
    dms_open: bool = True

    def member(self) -> Member:
        """The person as the core knows people."""
        return Member(self.id, self.name, self.role, self.language, self.bot)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, thread or DM.

    `parent` is the channel a thread hangs under and `beside` the message it belongs to; `member` is whom a
    private conversation or a DM is with. `private_threads` says whether they may be opened here.
    """

    id: str
    kind: Kind
    name: str
    parent: str | None = None
    beside: str | None = None
    member: str | None = None
    private_threads: bool = True

    def seen_by(self, person: Person) -> bool:
        return person.bot or person.role in VISIBLE_TO[self.kind] or person.id == self.member


@dataclass(frozen=True, slots=True)
class Reaction:
    emoji: str
    count: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A message that another one answers, in one line; `deleted` ones have no text."""

    id: str
    author: str
    text: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as somebody hands it over."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file under a message; `size` is in bytes."""

    id: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that is to be written; what the fields mean is said at `StoredMessage`."""

    channel: str
    author: str
    text: str
    body: Json | None = None
    reply_to: str | None = None
    key: str | None = None
    files: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as the platform keeps it.

    `text` is what was written, for the bot's own messages their plain text; `body` is a message of the bot as
    rendered by `wire`. `revision` counts edits. `thread` is the channel that hangs beside the message.
    A deleted message is `removed` if it was the bot that removed it.
    `key` is what the bot sent it under; `copy` is above 0 only where deduplication is off and a key came
    again.
    """

    id: str
    channel: str
    author: str
    text: str
    at: datetime
    body: Json | None = None
    reply: Preview | None = None
    revision: int = 0
    deleted: bool = False
    removed: bool = False
    key: str | None = None
    copy: int = 0
    thread: str | None = None
    reactions: tuple[Reaction, ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Weather:
    """What can go wrong on a platform, for tests and for learning."""

    down: bool = False
    slow: bool = False


class Refused(OmbudError):
    """A person tried what the platform does not allow; `code` names a sentence `sandbox.refused.<code>`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message is new (`fresh`), or looks different now."""

    message: StoredMessage
    fresh: bool


@dataclass(frozen=True, slots=True)
class MessagePinned:
    """The message of this id is kept in sight."""

    message: str


@dataclass(frozen=True, slots=True)
class ChannelChanged:
    """A channel is new, or its settings changed."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Somebody opened or closed their DMs."""

    person: Person


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The community's time is real time plus this."""

    offset: timedelta


@dataclass(frozen=True, slots=True)
class WeatherChanged:
    weather: Weather


Change = MessageChanged | MessagePinned | ChannelChanged | PersonChanged | ClockMoved | WeatherChanged
