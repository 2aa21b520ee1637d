"""Ports around the sandbox's: one that is watched, one whose connection is cut again and again."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.ports import Destination, Opening, Platform, Transient
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message


def what_was_sent(key: str) -> str:
    """`1:view:intake.ack:1:...` is an intake.ack, `1:checkin:1:0:asked` a checkin."""
    _, name, what, *_ = key.split(":")
    return what if name == "view" else name


class Watched(Platform):
    """The platform's port, with something around each call: `send:reply`, `open:CasePrivate`, `edit`."""

    def __init__(self, platform: Platform, around: Callable[[str], AbstractContextManager[None]]) -> None:
        self.name = platform.name
        self.doors = platform.doors
        self.removes = platform.removes
        self._platform = platform
        self._around = around

    async def open(self, community: str, opening: Opening) -> str:
        with self._around(f"open:{type(opening.place).__name__}"):
            return await self._platform.open(community, opening)

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        with self._around(f"send:{what_was_sent(key)}"):
            return await self._platform.send(community, to, message, key)

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        with self._around("edit"):
            await self._platform.edit(community, message, new)

    async def retract(self, community: str, message: MessageRef) -> None:
        with self._around("retract"):
            await self._platform.retract(community, message)

    async def remove(self, community: str, message: MessageRef) -> None:
        with self._around("remove"):
            await self._platform.remove(community, message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        with self._around("react"):
            await self._platform.react(community, message, emoji)

    async def pin(self, community: str, message: MessageRef) -> None:
        with self._around("pin"):
            await self._platform.pin(community, message)


class Cut(Platform):
    """Does what it is asked, and is cut off before it can say so: each call, the first time it is made.

    It may be tried `again` after so many seconds.
    """

    def __init__(self, platform: Platform, again: float) -> None:
        self.name = platform.name
        self.doors = platform.doors
        self.removes = platform.removes
        self._platform = platform
        self._again = again
        self._known: set[object] = set()

    async def open(self, community: str, opening: Opening) -> str:
        channel = await self._platform.open(community, opening)
        self._cut("open", opening)
        return channel

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        sent = await self._platform.send(community, to, message, key)
        self._cut("send", key)
        return sent

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        await self._platform.edit(community, message, new)
        self._cut("edit", message, new)

    async def retract(self, community: str, message: MessageRef) -> None:
        await self._platform.retract(community, message)
        self._cut("retract", message)

    async def remove(self, community: str, message: MessageRef) -> None:
        await self._platform.remove(community, message)
        self._cut("remove", message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        await self._platform.react(community, message, emoji)
        self._cut("react", message, emoji)

    async def pin(self, community: str, message: MessageRef) -> None:
        await self._platform.pin(community, message)
        self._cut("pin", message)

    def _cut(self, *call: object) -> None:
        if call not in self._known:
            self._known.add(call)
            raise Transient("cut", retry_after=self._again)
