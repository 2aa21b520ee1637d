"""One interaction: what somebody did, what the bot was told, and what it answered so far."""

import asyncio
import enum
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tests.fakes.discord.model import Channel, Json, Message, User

SECONDS_TO_ANSWER = 3.0
SECONDS_OF_TOKEN = 15 * 60.0


class Kind(enum.IntEnum):
    """What a person did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answer(enum.IntEnum):
    """What a bot may answer with first."""

    PONG = 1
    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


# What may be answered to what; discord.py may send none of the others either.
ALLOWED = {
    Kind.COMMAND: {Answer.MESSAGE, Answer.DEFERRED, Answer.MODAL},
    Kind.COMPONENT: {Answer.MESSAGE, Answer.DEFERRED, Answer.DEFERRED_UPDATE, Answer.UPDATE, Answer.MODAL},
    Kind.AUTOCOMPLETE: {Answer.CHOICES},
    Kind.MODAL: {Answer.MESSAGE, Answer.DEFERRED, Answer.DEFERRED_UPDATE, Answer.UPDATE},
}


T = TypeVar("T")


async def eventually(look: Callable[[], T | None], seconds: float = 20.0, waiting_for: str = "it") -> T:
    """What `look` returns as soon as that is truthy; AssertionError when it isn't in time."""
    until = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < until, f"waited {seconds:g} s in vain for {waiting_for}"
        await asyncio.sleep(0.005)
    return found


@dataclass(eq=False)
class Interaction:
    """A command, click, form or completion on its way; `answer()` and the like wait for the bot."""

    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    data: Json
    message: Message | None = None
    opened_by: "Interaction | None" = None
    born: float = field(default_factory=time.monotonic)
    answered: Answer | None = None
    answered_after: float | None = None
    loading: bool = False
    deferred_flags: int = 0
    response: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None

    @property
    def age(self) -> float:
        """Seconds since it happened."""
        return time.monotonic() - self.born

    @property
    def failed(self) -> bool:
        """Whether the person read "This interaction failed": nothing came within three seconds."""
        return self.answered is None and self.age > SECONDS_TO_ANSWER

    @property
    def says(self) -> list[str]:
        """What the person read as an answer so far: the response, then what followed."""
        first = [self.response] if self.response is not None and not self.loading else []
        return [each.says for each in first + self.followups]

    async def acknowledged(self, seconds: float = 5.0) -> Answer:
        """The first answer, deferred or not."""
        return await eventually(lambda: self.answered, seconds, f"any answer to {self.data}")

    async def answer(self, seconds: float = 10.0) -> Message:
        """The message answered with: sent at once, or in the place of "is thinking…", or the first to follow."""
        return await eventually(self._said, seconds, f"an answer to {self.data}")

    def _said(self) -> Message | None:
        if self.response is not None and not self.loading:
            return self.response
        return self.followups[0] if self.followups else None

    async def form(self, seconds: float = 5.0) -> Json:
        """The modal the bot opened."""
        return await eventually(lambda: self.modal, seconds, f"a form after {self.data}")

    async def completions(self, seconds: float = 5.0) -> list[Json]:
        """The choices offered while typing; each has `name` and `value`."""
        await eventually(lambda: self.choices is not None, seconds, f"choices for {self.data}")
        assert self.choices is not None
        return self.choices
