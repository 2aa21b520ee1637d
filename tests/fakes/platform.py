"""A platform in memory that keeps the port's promises, and misbehaves the way real ones do when it is told to."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from bot.ports import Destination, Door, DoorShut, Gone, Opening, Platform, PortError, Transient
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message, plain_text


@dataclass
class Post:
    """A message as it stands there now."""

    ref: MessageRef
    text: str
    key: str
    reply_to: str | None = None
    edits: int = 0
    taken_down: bool = False


class FakePlatform(Platform):
    """What was posted is in `posts`, in order, what was removed of others' in `removed`.

    `calls` counts the calls of each method, refused ones too. `error` decides what each call meets: it is given the
    method and the channel (for `open`: the place's title) and returns what is to be raised, or None. `pace` says how
    many seconds a call takes there.
    """

    def __init__(self, name: str = "fake", *, deduplicate: bool = True) -> None:
        self.name = name
        self.doors = frozenset(Door)
        self.removes = True
        self.removed: list[MessageRef] = []
        self.deduplicate = deduplicate
        self.posts: list[Post] = []
        self.openings: list[Opening] = []
        self.reactions: list[tuple[MessageRef, str]] = []
        self.pins: list[MessageRef] = []
        self.calls: Counter[str] = Counter()
        self.error: Callable[[str, str], Exception | None] = _nothing
        self.pace: Callable[[str], float] = _at_once
        self.refused_doors: dict[Door, str] = {}
        self.most_at_once: dict[str, int] = defaultdict(int)
        self._at_work: Counter[str] = Counter()
        self._channels: dict[str, str] = {}
        self._lost: set[str] = set()

    def goes_down(self, retry_after: float | None = None) -> None:
        """Every call is refused for a while."""
        self.error = lambda _method, _channel: Transient("down", retry_after)

    def comes_back(self) -> None:
        self.error = _nothing

    def shuts(self, channel: str, reason: str) -> None:
        """Nothing can be written there."""
        self.error = lambda _method, there: DoorShut(reason) if there == channel else None

    def loses(self, channel: str) -> None:
        """Somebody deletes the channel; it can only be opened anew, as another one."""
        self._lost.add(channel)
        self._channels = {key: known for key, known in self._channels.items() if known != channel}

    def loses_message(self, ref: MessageRef) -> None:
        """Somebody deletes a message of ours."""
        self._standing(ref).taken_down = True

    def texts(self, channel: str) -> list[str]:
        """What can be read there, in the order it was posted."""
        return [post.text for post in self.posts if post.ref.channel == channel and not post.taken_down]

    async def open(self, community: str, opening: Opening) -> str:
        await self._meet("open", opening.title)
        if opening.door in self.refused_doors:
            raise DoorShut(self.refused_doors[opening.door])
        self.openings.append(opening)
        key = opening.key if self.deduplicate else str(len(self.openings))
        return self._channels.setdefault(key, f"channel-{len(self.openings)}")

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        await self._meet("send", to.channel)
        known = next((post for post in self.posts if post.key == key), None)
        if known is not None and self.deduplicate:
            return known.ref
        ref = MessageRef(to.channel, str(len(self.posts) + 1))
        self.posts.append(Post(ref, plain_text(message), key, to.reply_to))
        return ref

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        await self._meet("edit", message.channel)
        post = self._standing(message)
        post.text, post.edits = plain_text(new), post.edits + 1

    async def retract(self, community: str, message: MessageRef) -> None:
        await self._meet("retract", message.channel)
        for post in self.posts:
            if post.ref == message:
                post.taken_down = True

    async def remove(self, community: str, message: MessageRef) -> None:
        await self._meet("remove", message.channel)
        if message in self.removed:
            raise Gone("message")
        self.removed.append(message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        await self._meet("react", message.channel)
        self.reactions.append((message, emoji))

    async def pin(self, community: str, message: MessageRef) -> None:
        await self._meet("pin", message.channel)
        self.pins.append(self._standing(message).ref)

    async def _meet(self, method: str, channel: str) -> None:
        self.calls[method] += 1
        self._at_work[channel] += 1
        self.most_at_once[channel] = max(self.most_at_once[channel], self._at_work[channel])
        try:
            await asyncio.sleep(self.pace(channel))
        finally:
            self._at_work[channel] -= 1
        error: Exception | None = Gone("channel") if channel in self._lost else self.error(method, channel)
        if error is not None:
            raise error

    def _standing(self, ref: MessageRef) -> Post:
        for post in self.posts:
            if post.ref == ref and not post.taken_down:
                return post
        raise Gone("message")


def _nothing(_method: str, _channel: str) -> PortError | None:
    return None


def _at_once(_channel: str) -> float:
    return 0.0
