"""An outage: 500 members complain within five minutes, and two people of staff do what is to be done.

Each complaint is another member's, in one of three channels, in three languages; detection finds several topics in
them, as it would. Staff take each proposed incident a minute after its card stands in the staff room, and write the
notice a minute later. When all have complained they write one update, and when that has reached everybody they solve
it.

The platform takes 40 requests a second in all and one a second in each channel after a burst of five, as the
adapter for Discord keeps to. Times are real. `told` is from the complaint to the first private line of that member;
`update` and `solved` from the moment when staff sent the form until it stood before the member.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from time import perf_counter
from typing import Any

from adapters.common.pacing import OwnLine, Pace, Pacer
from benchmarks.stage import CHANNELS, COMMUNITY, Counter, Crowd, Stage, WallClock, percentile, settings
from bot.app import App
from bot.cases.incidents import Incidents
from bot.catalogue.button_ids import write_button_id
from bot.community import CommunitySettings
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Destination, Opening, Pressed, Responder, Submitted
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import CasePrivate, MessageRef
from bot.vocabulary.replies import Button, Message, Reply, plain_text

COMPLAINTS = 500
SECONDS = 300
HESITATION = 60.0
PATIENCE = 240.0
STAFF = ("mihai", "daria")
STAFF_ROOM = "staff-room"
WHERE = CHANNELS[:3]
NOTICE, UPDATE, SOLVED = "Servers do not answer.", "Half of the servers answer.", "All servers answer."

TEXTS = (
    "The server is down again since {n}, I paid for this and nobody answers.",
    "Servers are down, {n} minutes already, I want my money back",
    "I can't connect, the game is offline for {n} minutes and support ignores me. Unacceptable.",
    "the app keeps crashing at start, {n} times now, nobody cares",
    "serverul e căzut de {n} minute, am plătit și nimeni nu răspunde",
    "nu mă pot conecta de {n} minute, serverul nu merge, vreau banii înapoi",
    "сервер лежит уже {n} минут, я заплатил, никто не отвечает",
    "не могу войти {n} минут, всё упало, верните деньги",
)

Figures = dict[str, float]


class TwoOfStaff(Crowd):
    """Everybody is a member, and two are moderators."""

    async def member(self, community: str, member: str) -> Member | None:
        if member in STAFF:
            return Member(member, member.title(), Role.MODERATOR)
        return await super().member(community, member)


@dataclass
class Paced(Counter):
    """Takes as many requests as Discord does, and remembers what stood where, and when."""

    everything: Pacer = field(default_factory=lambda: _pacer(Pace(rate=40.0, burst=8)))
    channels: dict[str, Pacer] = field(default_factory=dict)
    whose: dict[str, str] = field(default_factory=dict)
    first: dict[str, float] = field(default_factory=dict)
    heard: dict[str, dict[str, float]] = field(default_factory=lambda: {NOTICE: {}, UPDATE: {}, SOLVED: {}})
    offered: asyncio.Queue[Button] = field(default_factory=asyncio.Queue)
    public: int = 0
    notices: int = 0
    reactions: int = 0

    async def _turn(self, channel: str) -> None:
        pacer = self.channels.setdefault(channel, _pacer(Pace(rate=1.0, burst=5)))
        await pacer.turn()
        await self.everything.turn()

    async def open(self, community: str, opening: Opening) -> str:
        await self.everything.turn()
        channel = await super().open(community, opening)
        if isinstance(opening.place, CasePrivate) and opening.member is not None:
            self.whose[channel] = opening.member
        return channel

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        await self._turn(to.channel)
        sent = await super().send(community, to, message, key)
        self._note(to.channel, message)
        return sent

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        await self._turn(message.channel)
        await super().edit(community, message, new)

    async def retract(self, community: str, message: MessageRef) -> None:
        await self._turn(message.channel)
        await super().retract(community, message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        await self._turn(message.channel)
        await super().react(community, message, emoji)
        self.reactions += 1

    def _note(self, channel: str, message: Message) -> None:
        text, now = plain_text(message), perf_counter()
        member = self.whose.get(channel)
        if member is not None:
            self.first.setdefault(member, now)
            for words, told in self.heard.items():
                if words in text:
                    told.setdefault(member, now)
        if channel in CHANNELS:
            self.public += 1
            self.notices += NOTICE in text or UPDATE in text
        if channel == STAFF_ROOM:
            for button in message.buttons:
                if button.action == "incident take":
                    self.offered.put_nowait(button)


class Ear(Responder):
    """Staff hear that it is done."""

    async def defer(self) -> None: ...

    async def respond(self, reply: Reply, *, private: bool) -> None: ...


@dataclass
class Desk:
    """What the two of staff do."""

    app: App
    row: int
    platform: Paced
    taken: list[int] = field(default_factory=list)
    pressed: int = 0

    async def works(self) -> None:
        """Each incident that is proposed is taken a minute later, and told of a minute after that."""
        async with asyncio.TaskGroup() as busy:
            known = set[int]()
            while True:
                number = (await self.platform.offered.get()).numbers[0]
                if number not in known:
                    known.add(number)
                    busy.create_task(self._takes(number))

    async def _takes(self, number: int) -> None:
        await asyncio.sleep(HESITATION)
        await self.presses("incident take", number)
        self.taken.append(number)
        await asyncio.sleep(HESITATION)
        await self.sends("incident notice", number, NOTICE)

    async def presses(self, action: str, number: int) -> None:
        button = write_button_id(Button("", action, (number,)), self.row)
        await self.app.act(Pressed(COMMUNITY, *self._who(), button, STAFF_ROOM, datetime.now(UTC)), Ear())

    async def sends(self, action: str, number: int, text: str) -> None:
        form = write_button_id(Button("", action, (number,)), self.row)
        values = {"text": text}
        sent = Submitted(COMMUNITY, *self._who(), form, values, STAFF_ROOM, datetime.now(UTC))
        await self.app.act(sent, Ear())

    async def affected(self) -> int:
        async with self.app.house.database.reading() as tx:
            incidents = Incidents(tx, self.row)
            return sum([(await incidents.counted(number)).people for number in self.taken])

    def _who(self) -> tuple[str, str]:
        """The interaction's id, and whose it is."""
        self.pressed += 1
        return f"click-{self.pressed}", STAFF[self.pressed % 2]


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> Figures:
    async with _opened(stage) as desk:
        platform = desk.platform
        at_work = asyncio.create_task(desk.works())
        wrote = await _complain(desk.app)
        await _until(lambda: len(platform.first) >= COMPLAINTS)
        told = [platform.first[member] - since for member, since in wrote.items() if member in platform.first]
        await asyncio.sleep(2 * HESITATION + 10)
        figures = _waits("told", told) | {"public messages while it went on": float(platform.public)}
        figures |= await _everybody(desk, "update", "incident tell", UPDATE)
        figures |= await _everybody(desk, "solved", "incident end", SOLVED)
        at_work.cancel()
        return figures | {
            "incidents": float(len(desk.taken)),
            "public messages, notices among them": float(platform.notices),
            "reactions": float(platform.reactions),
            "requests": float(platform.performed),
            "requests a complaint": platform.performed / COMPLAINTS,
        }


@asynccontextmanager
async def _opened(stage: Stage) -> AsyncIterator[Desk]:
    usual = CommunitySettings()
    caps = {"acks_in_10_minutes": usual.acks_in_10_minutes, "acks_an_hour": usual.acks_an_hour}
    async with Database.open(stage.url) as database:
        platform = Paced()
        adapters = {platform.name: Adapter(platform, TwoOfStaff())}
        app = App(database, cogs(), Translations.load(), WallClock(), adapters)
        community = await app.welcome(COMMUNITY, "Bench", settings().model_copy(update=caps))
        async with app:
            yield Desk(app, community.id, platform)


async def _complain(app: App) -> dict[str, float]:
    """When each member wrote; whoever falls behind catches up."""
    random, wrote, began = Random(5), dict[str, float](), perf_counter()
    for number in range(COMPLAINTS):
        planned = began + number * SECONDS / COMPLAINTS
        await asyncio.sleep(max(0.0, planned - perf_counter()))
        member, text = f"out{number}", random.choice(TEXTS).format(n=number % 90 + 2)
        message = MessageRef(random.choice(WHERE), str((1 << 59) + number * 7919))
        wrote[member] = planned
        await app.receive(MessagePosted(COMMUNITY, message, member, text, datetime.now(UTC)))
    return wrote


async def _everybody(desk: Desk, name: str, action: str, text: str) -> Figures:
    """How long one word takes to all who are affected by an incident, and how many have read it."""
    since, heard = perf_counter(), desk.platform.heard[text]
    for number in desk.taken:
        await desk.sends(action, number, text)
    affected = await desk.affected()
    await _until(lambda: len(heard) >= affected)
    return _waits(name, [at - since for at in heard.values()])


async def _until(done: Callable[[], bool]) -> None:
    deadline = perf_counter() + PATIENCE
    while not done() and perf_counter() < deadline:  # noqa: ASYNC110  # a count, not an event
        await asyncio.sleep(0.1)


def _waits(name: str, waits: list[float]) -> Figures:
    if not waits:
        return {f"{name}, members of {COMPLAINTS}": 0.0}
    return {
        f"{name}, members of {COMPLAINTS}": float(len(waits)),
        f"{name}, p50 s": percentile(waits, 0.5),
        f"{name}, p99 s": percentile(waits, 0.99),
        f"{name}, last s": max(waits),
    }


def _pacer(pace: Pace) -> Pacer:
    return Pacer(OwnLine(pace), pace)
