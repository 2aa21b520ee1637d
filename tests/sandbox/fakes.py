"""A core of a few lines, for tests of the sandbox without the real one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.community import Community, CommunitySettings
from bot.inspection import Inside
from bot.ports import ActionHelp, Choice, Interaction, Responder
from bot.surface import Offers
from bot.vocabulary.events import CommunityEvent, MessageEvent, PlatformEvent

Answer = Callable[[Interaction, Responder], Awaitable[None]]


@dataclass
class FakeCore:
    """Remembers what it was told; `answer` says what it does with an interaction, `fail` makes it stumble."""

    events: list[MessageEvent] = field(default_factory=list)
    news: list[CommunityEvent] = field(default_factory=list)
    interactions: list[Interaction] = field(default_factory=list)
    ticks: int = 0
    fail: int = 0
    answer: Answer | None = None
    looks: Inside = field(default_factory=Inside)
    known: dict[str, Community] = field(default_factory=dict)

    async def welcome(self, key: str, name: str, seeds: CommunitySettings) -> Community:
        return self.known.setdefault(key, Community(len(self.known) + 1, key, name, seeds))

    async def community(self, key: str) -> Community | None:
        return self.known.get(key)

    async def receive(self, event: PlatformEvent) -> None:
        if self.fail:
            self.fail -= 1
            raise OSError("the disk is full")
        if isinstance(event, CommunityEvent):
            self.news.append(event)
        else:
            self.events.append(event)

    async def act(self, interaction: Interaction, responder: Responder) -> None:
        self.interactions.append(interaction)
        if self.answer is not None:
            await self.answer(interaction, responder)

    async def complete(self, community: str, author: str, line: str) -> Sequence[Choice]:
        if line.startswith("case claim "):
            return [Choice("case claim 42", "#42 Ana, new"), Choice("case claim 43", "#43 Max, open")]
        return [
            Choice(c.name, c.help) for c in await self.commands(community, author) if c.name.startswith(line)
        ]

    async def suggest(
        self, community: str, author: str, action: str, argument: str, text: str
    ) -> Sequence[Choice]:
        return ()

    def surface(self) -> Offers:
        return Offers((), ())

    async def tell_staff(self, community: str, sentence: str) -> None:
        raise AssertionError("the sandbox has nothing to tell staff by itself")

    async def commands(self, community: str, author: str) -> Sequence[ActionHelp]:
        return [
            ActionHelp("help", "help", "What I can do", ()),
            ActionHelp("case claim", "case claim <case>", "Take a case", ("case",)),
            ActionHelp("case reply", "case reply <case> <text>", "Answer the member", ("case", "text")),
        ]

    async def menus(self, community: str, author: str) -> Sequence[Choice]:
        return [Choice("open case", "Open a case")]

    async def tick(self) -> None:
        self.ticks += 1

    async def inside(self, community: str, language: str) -> Inside:
        return self.looks
