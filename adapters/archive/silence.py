"""The ports of a replay: a directory of whoever has spoken so far, a clock that follows, a platform that is mute."""

from collections.abc import Sequence
from datetime import UTC, datetime

from adapters.archive.model import ArchivedMessage
from bot.ports import (
    Channel,
    Clock,
    Destination,
    Directory,
    Door,
    DoorShut,
    Group,
    Opening,
    Platform,
    Purpose,
)
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message

COMMUNITY = "archive:export"


class ArchiveClock(Clock):
    """The time of the message that is being replayed; it never goes back."""

    def __init__(self) -> None:
        self._now = datetime(1970, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def follow(self, at: datetime) -> None:
        self._now = max(self._now, at)


class ArchiveDirectory(Directory):
    """Who wrote the message that is being replayed. `staff` are names, ids or roles, in any case."""

    def __init__(self, staff: Sequence[str]) -> None:
        self._staff = {name.casefold().removeprefix("@") for name in staff}
        self._author: Member | None = None

    def introduce(self, message: ArchivedMessage) -> Member:
        """The author of the message, as the core will know them."""
        known = {message.author, message.author_name, *message.roles}
        staff = any(name.casefold() in self._staff for name in known)
        role = Role.MODERATOR if staff else Role.MEMBER
        self._author = Member(message.author, message.author_name, role, bot=message.bot)
        return self._author

    async def member(self, community: str, member: str) -> Member | None:
        return self._author if self._author is not None and self._author.id == member else None

    async def find(self, community: str, text: str) -> Sequence[Member]:
        return ()

    async def channel_name(self, community: str, channel: str) -> str | None:
        return channel

    async def channels(self, community: str) -> Sequence[Channel]:
        return ()

    async def groups(self, community: str) -> Sequence[Group]:
        return ()

    async def lacking(self, community: str, channel: str, purpose: Purpose) -> Sequence[str]:
        return ()


class MutePlatform(Platform):
    """Nothing is sent: there is no relay in a replay, and this refuses in case there ever were."""

    name = "archive"
    doors = frozenset(Door)

    async def open(self, community: str, opening: Opening) -> str:
        raise DoorShut("replay")

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        raise DoorShut("replay")

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        raise DoorShut("replay")

    async def retract(self, community: str, message: MessageRef) -> None:
        raise DoorShut("replay")

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        raise DoorShut("replay")

    async def pin(self, community: str, message: MessageRef) -> None:
        raise DoorShut("replay")
