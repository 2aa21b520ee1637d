"""A platform that remembers how its calls ended: so it is known to be up or down."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import monotonic

from bot.ports import Destination, DoorShut, Gone, Opening, Platform, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Message

REMEMBERED = 120.0
"""Seconds: the relay tries again within a minute while anything waits, so an older refusal says nothing of now."""


class Ending(StrEnum):
    """How a call ended: `shut` and `gone` are answers too, `failed` is a mistake in the program."""

    OK = "ok"
    TRANSIENT = "transient"
    SHUT = "shut"
    GONE = "gone"
    FAILED = "failed"


class Condition(StrEnum):
    UP = "up"
    DOWN = "down"
    UNKNOWN = "unknown"


class Watched(Platform):
    """Passes every call on. `calls` counts them by method and ending; `now` is in seconds.

    `hears` tells whether the platform can reach us now, where that can be told.
    """

    def __init__(
        self,
        platform: Platform,
        now: Callable[[], float] = monotonic,
        hears: Callable[[], bool | None] = lambda: None,
    ) -> None:
        self.name = platform.name
        self.doors = platform.doors
        self.largest_file = platform.largest_file
        self.removes = platform.removes
        self.calls: Counter[tuple[str, Ending]] = Counter()
        self._platform = platform
        self._now = now
        self._hears = hears
        self._answered: bool | None = None
        self._refused_at = 0.0

    @property
    def condition(self) -> Condition:
        """By its last answer. Unknown before the first call, and when a refusal was long ago.

        It is down for us where it can't reach us, whatever it answers.
        """
        if self._hears() is False:
            return Condition.DOWN
        if self._answered is None:
            return Condition.UNKNOWN
        if self._answered:
            return Condition.UP
        return Condition.DOWN if self._now() - self._refused_at < REMEMBERED else Condition.UNKNOWN

    async def open(self, community: str, opening: Opening) -> str:
        with self._noting("open"):
            return await self._platform.open(community, opening)

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        with self._noting("send"):
            return await self._platform.send(community, to, message, key)

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        with self._noting("edit"):
            await self._platform.edit(community, message, new)

    async def retract(self, community: str, message: MessageRef) -> None:
        with self._noting("retract"):
            await self._platform.retract(community, message)

    async def remove(self, community: str, message: MessageRef) -> None:
        with self._noting("remove"):
            await self._platform.remove(community, message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        with self._noting("react"):
            await self._platform.react(community, message, emoji)

    async def pin(self, community: str, message: MessageRef) -> None:
        with self._noting("pin"):
            await self._platform.pin(community, message)

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        with self._noting("fetch"):
            return await self._platform.fetch(community, file, limit)

    @contextmanager
    def _noting(self, method: str) -> Iterator[None]:
        try:
            yield
        except Transient:
            self.calls[method, Ending.TRANSIENT] += 1
            self._answered, self._refused_at = False, self._now()
            raise
        except DoorShut:
            self._answer(method, Ending.SHUT)
            raise
        except Gone:
            self._answer(method, Ending.GONE)
            raise
        except Exception:
            self.calls[method, Ending.FAILED] += 1
            raise
        self._answer(method, Ending.OK)

    def _answer(self, method: str, ending: Ending) -> None:
        self.calls[method, ending] += 1
        self._answered = True
