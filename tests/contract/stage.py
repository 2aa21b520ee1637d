"""What people do and see, on any platform: one set of scenarios is played on each of them.

    told = await stage.max.writes("support", COMPLAINT)
    await stage.passes(seconds=9)
    asked = await stage.daria.presses("Reply", "staff-room")
    await asked.fills(text="Fresh bread is on its way.")
    assert "Fresh bread" in await stage.max.last(stage.max.private)

Channels are called by their names; private conversations and staff threads by what `private` and `staff_thread` say.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


def opens_again(shown: str, labels: Sequence[str]) -> bool:
    """Whether a busy machine was too late to open the form: all that is said is its name, on a button to press."""
    return len(labels) == 1 and set(shown.splitlines()) == {labels[0]}


@dataclass(frozen=True)
class Said:
    """A message somebody wrote, to be edited, deleted, answered or chosen later. `handle` is the platform's own."""

    where: str
    handle: Any


async def _nothing_to_do(*_: object) -> "Answer":
    raise AssertionError("nothing was offered that could be filled in or pressed")


@dataclass(frozen=True)
class Answer:
    """What an interaction was answered with; `form` has the fields of the form that opened, with what is in them."""

    text: str
    form: Mapping[str, str] | None = None
    buttons: Sequence[str] = ()
    public: bool = False
    fill: Callable[[dict[str, str]], Awaitable["Answer"]] = field(default=_nothing_to_do, repr=False)
    press: Callable[[str], Awaitable["Answer"]] = field(default=_nothing_to_do, repr=False)

    async def fills(self, **values: str) -> "Answer":
        """The form is filled in and sent."""
        return await self.fill(values)

    async def presses(self, label: str) -> "Answer":
        """A button of the answer itself is pressed."""
        return await self.press(label)


@dataclass(frozen=True)
class SecondDoor:
    """What is read where the first private place couldn't be opened: in the second one by the member, on the card by
    the staff."""

    opener: str
    card: str


class Person(ABC):
    """One of the community, as they use the platform. Whatever they do returns when the bot has come to rest."""

    @abstractmethod
    async def writes(
        self, where: str, text: str, *, to: Said | None = None, files: Mapping[str, bytes] | None = None
    ) -> Said: ...

    @abstractmethod
    async def edits(self, said: Said, text: str) -> None: ...

    @abstractmethod
    async def deletes(self, said: Said) -> None: ...

    @abstractmethod
    async def presses(self, label: str, where: str) -> Answer:
        """The newest button of that label in the channel."""

    @abstractmethod
    async def types(self, command: str, where: str = "off-topic", /, **values: str | int) -> Answer:
        """A command without its slash; its values in the order in which it takes them."""

    @abstractmethod
    async def chooses(self, menu: str, said: Said) -> Answer:
        """An entry of a message's menu, by its label."""

    @abstractmethod
    async def reads(self, where: str) -> list[str]:
        """The texts in the channel, oldest first; nothing where they can't look."""

    @abstractmethod
    async def files(self, where: str) -> dict[str, bytes]:
        """The files in the channel as they are downloaded, by name; nothing where they can't look."""

    @abstractmethod
    async def buttons(self, where: str) -> list[str]:
        """The labels under the newest message there."""

    @property
    @abstractmethod
    def private(self) -> str:
        """Their newest private conversation."""

    @property
    @abstractmethod
    def direct(self) -> str:
        """Their direct messages with the bot."""

    @property
    @abstractmethod
    def second(self) -> str:
        """Where they are met in private if the first door is shut."""

    @abstractmethod
    async def newest(self, where: str) -> Said:
        """The newest message there, whoever wrote it."""

    async def last(self, where: str) -> str:
        """The newest text there; empty where nothing is."""
        return next(iter(reversed(await self.reads(where))), "")

    async def all(self, where: str) -> str:
        return "\n".join(await self.reads(where))


class Stage(ABC):
    """A running community: Max, Ana and Вера are members, Mihai and Daria moderators, Elena manages it."""

    max: Person
    ana: Person
    vera: Person
    mihai: Person
    daria: Person
    elena: Person
    staff: str
    """The group that moderators are in, by its name."""
    doors = "private thread or channel, then DM"
    """The order of private places where nobody has chosen another, as the set-up card has it."""
    second_door: SecondDoor
    removes = True
    """Whether the bot may remove what others wrote; where it may not, the author is asked."""

    @property
    @abstractmethod
    def doorstep(self) -> str:
        """Where the bot introduces itself when it has just been added."""

    @property
    @abstractmethod
    def now(self) -> datetime:
        """The time of promises."""

    @abstractmethod
    async def passes(self, **time: float) -> None:
        """The time of promises moves on, and what is due is done."""

    @abstractmethod
    async def heeds(self) -> None:
        """Wait until what was set is at work."""

    @abstractmethod
    def staff_thread(self, index: int = -1) -> str: ...

    @abstractmethod
    def private_places(self) -> int:
        """How many private conversations there are or were."""

    def taught(self, command: str) -> str:
        """How people are told to type it."""
        return f"/{command}"

    @abstractmethod
    async def shuts_first_door(self, person: str, channel: str) -> None:
        """Of the private places, the first that is tried can't be opened: not for this person, or not beside this
        channel."""

    @abstractmethod
    async def shuts_every_door(self, person: str, channel: str) -> None:
        """Nor can any other be: only a form is left."""

    @abstractmethod
    async def hinders(self, channel: str) -> None:
        """The bot lacks something there that it needs."""

    @abstractmethod
    async def refuses_direct_messages(self, person: str) -> None: ...

    @abstractmethod
    async def pinned(self, channel: str) -> int:
        """How many messages are pinned there."""

    @abstractmethod
    async def change(self, **settings: object) -> None:
        """The community's settings, as a manager would set them."""
