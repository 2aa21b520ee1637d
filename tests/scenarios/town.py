"""The sandbox community and the whole core in one process, spoken to as its people speak.

await town.ana.says("support", "...")
await town.passes(seconds=8)
assert "#1" in await town.last(town.ana, "support")
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from mimetypes import guess_type
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import exists, or_, select, update

from adapters.sandbox import deeds
from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.community import NAME, community_settings
from adapters.sandbox.directory import SandboxDirectory
from adapters.sandbox.file_rows import read_file
from adapters.sandbox.guard import Guard
from adapters.sandbox.inbound import Inbound
from adapters.sandbox.model import COMMUNITY, Channel, Kind, Person, StoredMessage, Upload
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.responder import SandboxResponder, Stage, State
from adapters.sandbox.tables import events
from adapters.sandbox.world import World
from bot.app import App
from bot.catalogue.button_ids import write_button_id
from bot.catalogue.collect import Cog
from bot.community import CommunitySettings
from bot.composition.features import cogs
from bot.durable.database import Database
from bot.durable.outbox import LIVE
from bot.durable.tables import inbox, outbox
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Chosen, Interaction, Pressed, Submitted, Typed
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Button, Form, Message, plain_text
from tests.fakes.sentences import translations

PATIENCE = 60.0


@dataclass
class Answer:
    """What an interaction was answered with, for the person's eyes alone or in the channel."""

    messages: list[Message] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    public: bool = False

    @property
    def text(self) -> str:
        return "\n".join(plain_text(message) for message in self.messages)

    @property
    def buttons(self) -> Sequence[Button]:
        return [button for message in self.messages for button in message.buttons]


@dataclass(frozen=True)
class Someone:
    """One of the community's people, as they use the platform."""

    town: "Town"
    id: str

    @property
    def person(self) -> Person:
        return self.town.world.people[self.id]

    async def says(
        self, channel: str, text: str, *, to: str | None = None, files: Mapping[str, bytes] | None = None
    ) -> StoredMessage:
        kinds = {name: guess_type(name)[0] or "application/octet-stream" for name in files or {}}
        uploads = [Upload(name, kinds[name], content) for name, content in (files or {}).items()]
        message = await deeds.post(self.town.world, self.person, channel, text, to, uploads)
        await self.town.settled()
        return message

    async def edits(self, message: StoredMessage, text: str) -> None:
        await deeds.edit(self.town.world, self.person, message.id, text)
        await self.town.settled()

    async def deletes(self, message: StoredMessage) -> None:
        await deeds.delete(self.town.world, self.person, message.id)
        await self.town.settled()

    async def types(self, line: str, channel: str = "general") -> Answer:
        """A command without its slash."""
        now = self.town.app.house.clock.now()
        return await self.town.act(Typed(COMMUNITY, uuid4().hex, self.id, line, channel, now))

    async def presses(self, label: str, channel: str) -> Answer:
        """The newest button of that label in the channel."""
        for message in reversed(await self.town.messages(self, channel)):
            for button in (message.body or {}).get("buttons", ()):
                if button["label"] == label:
                    return await self.presses_id(button["id"], channel)
        raise AssertionError(f"no button {label!r} in {channel}")

    async def presses_id(self, button: str, channel: str = "general") -> Answer:
        now = self.town.app.house.clock.now()
        return await self.town.act(Pressed(COMMUNITY, uuid4().hex, self.id, button, channel, now))

    async def sends(self, form: Form, channel: str = "general", /, **values: str) -> Answer:
        """A form filled with these values."""
        form_id = write_button_id(Button("", form.action, form.numbers), self.town.row)
        now = self.town.app.house.clock.now()
        return await self.town.act(Submitted(COMMUNITY, uuid4().hex, self.id, form_id, values, channel, now))

    async def chooses(self, menu: str, message: StoredMessage) -> Answer:
        """An entry of a message's menu."""
        author = self.town.world.people[message.author]
        return await self.town.act(
            Chosen(
                COMMUNITY,
                uuid4().hex,
                self.id,
                menu,
                MessageRef(message.channel, message.id),
                author.id,
                author.name,
                message.text,
                message.channel,
                self.town.app.house.clock.now(),
                said_at=message.at,
            )
        )


class Town:
    """A running community. People are attributes: `town.ana`, `town.mihai`."""

    def __init__(self, app: App, world: World, platform: SandboxPlatform, row: int) -> None:
        self.app, self.world, self.platform, self.row = app, world, platform, row
        self.clock = SandboxClock(world)
        for person in world.people:
            setattr(self, person, Someone(self, person))

    def __getattr__(self, name: str) -> Someone:
        raise AttributeError(name)

    async def act(self, interaction: Interaction) -> Answer:
        answer = Answer()

        async def say(message: Message) -> None:
            answer.messages.append(message)
            answer.public = True

        stage = Stage(answer.messages.append, answer.forms.append, say, answer.states.append)
        # People give up after three seconds; a machine that runs everything else meanwhile may need longer.
        await self.app.act(interaction, SandboxResponder(stage, first=PATIENCE))
        await self.settled()
        async with asyncio.timeout(PATIENCE):
            # What carries words is answered after its commit.
            while not (answer.messages or answer.forms):  # noqa: ASYNC110  # a responder tells nobody
                await asyncio.sleep(0.005)
        return answer

    async def passes(self, **time: float) -> None:
        """The community's clock moves on."""
        await self.clock.advance(timedelta(**time))
        await self.app.tick()
        await self.settled()

    async def settled(self) -> None:
        """Wait until everything said so far was taken in, handled and sent."""
        async with asyncio.timeout(PATIENCE):
            while not await self._quiet():  # noqa: ASYNC110  # what is waited for are rows of two databases
                # Asking is work too: who asks too often waits longer.
                await asyncio.sleep(0.02)

    async def _quiet(self) -> bool:
        # What is said becomes an event, and then a row of ours: so ours come last, and first where they are likely.
        return await self._idle() and await self._told() and await self._idle()

    async def _told(self) -> bool:
        async with self.world.reading() as connection:
            waiting = select(events.c.id).where(~events.c.delivered)
            return (await connection.execute(waiting.limit(1))).first() is None

    async def _idle(self) -> bool:
        async with self.app.house.database.reading() as tx:
            waiting = exists().where(inbox.c.state == "new")
            going = exists().where(outbox.c.state.in_(LIVE))
            return not await tx.scalar(select(or_(waiting, going)))

    async def messages(self, who: Someone, channel: str) -> Sequence[StoredMessage]:
        """What this person can read in the channel, oldest first."""
        deeds.visible(self.world, who.person, channel)
        return [m for m in await self.world.history(channel) if not m.deleted]

    async def reads(self, who: Someone, channel: str) -> list[str]:
        """The texts in the channel, oldest first."""
        return [message.text for message in await self.messages(who, channel)]

    async def last(self, who: Someone, channel: str) -> str:
        """The newest text there; empty where nothing is."""
        return next(iter(reversed(await self.reads(who, channel))), "")

    async def files(self, who: Someone, channel: str) -> dict[str, bytes]:
        """The files in the channel that this person can download, by name."""
        found = {}
        for message in await self.messages(who, channel):
            for file in message.files:
                async with self.world.reading() as connection:
                    held = await read_file(connection, file.id)
                assert held is not None
                found[file.name] = held[1].content
        return found

    def channels(self, who: Someone, kind: Kind) -> Sequence[Channel]:
        """The channels of this kind that the person sees."""
        found = self.world.channels.values()
        return [channel for channel in found if channel.kind is kind and channel.seen_by(who.person)]

    async def buttons(self, who: Someone, channel: str) -> list[str]:
        """The labels under the newest message there."""
        body = (await self.messages(who, channel))[-1].body
        return [button["label"] for button in body["buttons"]] if body else []

    async def event(self, who: Someone, text: str, **age: float) -> MessagePosted:
        """What the platform would tell of a message of any text, even one its page would not take."""
        message = await deeds.post(self.world, who.person, "support", "(as told by the event)")
        async with self.world.writing() as (connection, _):
            await connection.execute(update(events).values(delivered=True, text=""))
        at = self.clock.now() - timedelta(**age)
        return MessagePosted(COMMUNITY, MessageRef("support", message.id), who.id, text, at)

    def private(self, who: Someone, index: int = -1) -> str:
        """The newest private conversation of the person."""
        return self.channels(who, Kind.PRIVATE)[index].id

    def staff_thread(self, index: int = -1) -> str:
        return self.channels(Someone(self, "mihai"), Kind.THREAD)[index].id

    async def change(self, **settings: object) -> None:
        """The community's settings, as a manager would set them."""
        house = self.app.house
        known = await house.community(COMMUNITY)
        assert known is not None
        for name, value in settings.items():
            known = await house.set(known, name, value)


def monday_noon(now: datetime) -> datetime:
    """The next Monday, at noon in the sandbox's zone: within working hours there and in UTC, for hours to come."""
    local = now.astimezone(ZoneInfo("Europe/Bucharest"))
    monday = local.date() + timedelta(days=7 - local.weekday())
    return datetime.combine(monday, time(12), local.tzinfo)


@asynccontextmanager
async def town(
    database: Database,
    world_file: Path,
    *,
    seeds: Callable[[], CommunitySettings] = community_settings,
    features: Sequence[Cog] | None = None,
    words: Translations | None = None,
) -> AsyncIterator[Town]:
    """Open the gates, with every feature unless told otherwise: on a Monday at noon, whenever the tests are run."""
    async with World.open(world_file) as world:
        if world.now() - datetime.now(UTC) < timedelta(seconds=1):
            await world.advance(monday_noon(world.now()) - world.now())
        rows: dict[str, int] = {}
        platform = SandboxPlatform(world, rows.__getitem__)
        adapters = {platform.name: Adapter(platform, SandboxDirectory(world))}
        chosen = cogs() if features is None else features
        app = App(database, chosen, words or translations(), SandboxClock(world), adapters)
        rows[COMMUNITY] = (await app.welcome(COMMUNITY, NAME, seeds())).id
        async with app, Inbound(world, app, Guard()).running():
            yield Town(app, world, platform, rows[COMMUNITY])
