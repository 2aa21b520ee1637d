"""The stage on the fake Slack: the whole program in this process, over Socket Mode or HTTP, with a clock to move.

The clock of promises and the one that Slack stamps messages with move together. Threads of a public channel are read
where they hang, as people see them who open each; staff threads and those of a direct message are places of their own.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import yaml
from sqlalchemy import exists, or_, select

from adapters.common.pacing import OwnLine, Pace, Pacer
from adapters.sandbox.community import community_settings
from adapters.slack.address import split, threaded
from adapters.slack.communities import DOORS
from adapters.slack.http import PATH
from adapters.slack.login import log_in
from adapters.slack.manifest import manifest
from adapters.slack.server import Http, SlackServer, Socket
from adapters.slack.web import connected
from bot.app import App
from bot.catalogue.collect import Cog
from bot.community import meet_community
from bot.composition.features import cogs as every_feature
from bot.durable.database import Database
from bot.durable.outbox import LIVE
from bot.durable.tables import inbox, outbox
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Clock
from tests.contract.stage import Answer, Person, Said, SecondDoor, Stage, opens_again
from tests.fakes.sentences import translations
from tests.fakes.slack.interactions import Interaction
from tests.fakes.slack.model import Channel, Message, Stamps, User, View
from tests.fakes.slack.server import FakeSlack
from tests.slack.bakery import PING, Bakery, free_port

PATIENCE = 60.0
AT_WORK = re.compile(r"(?:Ev|V)[0-9A-F]+|\d+\.\d+\.\w+|home|welcome")
"""Names of the adapter's tasks while it is busy: the ids of what it was told, and two of its own."""

UNPACED = Pace(1e6, 1000)
"""The fake's limits are off, and nobody waits for their turn."""

LOOKS = 2
"""So often it must look idle, one look after the other. What is on the wire the fake knows."""

NAMED = re.compile(r"<([@#])([A-Z0-9]+)(?:\|[^<>]*)?>")
SIGNS = re.compile(r"[\u2066-\u2069]")
"""The ones that keep a name's writing direction to itself."""


class Later(Clock):
    """Real time plus every leap."""

    def __init__(self) -> None:
        self.leap = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.leap


class Stamped(Stamps):
    """Slack's stamps, by the clock of promises."""

    def __init__(self, clock: Later) -> None:
        super().__init__()
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()


class Guest(Person):
    def __init__(self, stage: "SlackStage", user: User) -> None:
        self._stage = stage
        self._world = stage.bakery.world
        self.user = user

    async def writes(
        self, where: str, text: str, *, to: Said | None = None, files: Mapping[str, bytes] | None = None
    ) -> Said:
        channel, thread = self._stage.place(where)
        root = to.handle if to else thread
        said = self._world.posts(self.user, channel, text, thread_ts=root, files=files)
        await self._stage.settled()
        return Said(where, said)

    async def edits(self, said: Said, text: str) -> None:
        self._world.edits(said.handle, text)
        await self._stage.settled()

    async def deletes(self, said: Said) -> None:
        self._world.deletes(said.handle)
        await self._stage.settled()

    async def presses(self, label: str, where: str) -> Answer:
        for message in reversed(self._messages(where)):
            if label in message.buttons:
                return await self._press(message, message.channel, label)
        raise AssertionError(f"no button {label!r} in {where}")

    async def types(self, command: str, where: str = "off-topic", /, **values: str | int) -> Answer:
        channel, _ = self._stage.place(where)
        slash, words = ("/complain", []) if command == "complain" else ("/ombud", [command])
        line = " ".join((*words, *typed(list(map(str, values.values())))))
        return await self._answer(self._world.slash(self.user, channel, slash, line), channel)

    async def chooses(self, menu: str, said: Said) -> Answer:
        chosen = self._world.shortcut(self.user, said.handle, menu)
        return await self._answer(chosen, said.handle.channel)

    async def reads(self, where: str) -> list[str]:
        return [self._stage.shown(message) for message in self._messages(where)]

    async def files(self, where: str) -> dict[str, bytes]:
        there = (file for one in self._messages(where) for file in one.files)
        return {file.name: file.content for file in there if not file.deleted}

    async def buttons(self, where: str) -> list[str]:
        return self._messages(where)[-1].buttons

    async def newest(self, where: str) -> Said:
        return Said(where, self._messages(where)[-1])

    @property
    def private(self) -> str:
        """The newest thread in their direct messages, or the newest channel for them."""
        return self._stage.private_of(self.user)[-1]

    @property
    def direct(self) -> str:
        return self._world.dm_with(self.user).id

    @property
    def second(self) -> str:
        return self.private

    def _messages(self, where: str) -> list[Message]:
        """What everybody there reads. A thread's first line is what it is called by, and no part of it."""
        channel, thread = self._stage.place(where)
        if not self._world.sees(self.user, channel):
            return []
        there = [message for message in channel.messages.values() if not message.is_notice]
        if thread is not None:
            return [message for message in there if message.thread_ts == thread and message.is_reply]
        return [message for message in there if message.in_channel or not channel.is_private]

    async def _press(self, place: Message | View, channel: Channel, label: str) -> Answer:
        return await self._answer(self._world.presses(self.user, place, label), channel)

    async def _answer(self, done: Interaction, channel: Channel) -> Answer:
        said = await self._stage.answered(done, channel)
        shown: list[Message | View] = [*said, *([done.opened] if done.opened else [])]
        form = done.opened if done.opened and done.opened.fields else None
        words = [self._stage.shown(each) for each in shown]
        if shown and opens_again(words[-1], shown[-1].buttons):
            return await self._press(shown[-1], channel, shown[-1].buttons[0])
        return Answer(
            "\n".join(words),
            {name: str(value or "") for name, value in form.fields.items()} if form else None,
            [label for each in shown for label in each.buttons],
            public=any(message.reader is None for message in said),
            fill=partial(self._fill, form, channel),
            press=partial(self._press_one_of, shown, channel),
        )

    async def _fill(self, form: View | None, channel: Channel, values: dict[str, str]) -> Answer:
        assert form is not None, "no form was opened"
        return await self._answer(self._world.submits(self.user, form, values), channel)

    async def _press_one_of(self, shown: Sequence[Message | View], channel: Channel, label: str) -> Answer:
        found = next(each for each in reversed(shown) if label in each.buttons)
        return await self._press(found, channel, label)


def typed(values: Sequence[str]) -> list[str]:
    """As people type them: what has spaces stands in quotes, unless nothing follows it."""
    return [f'"{value}"' if " " in value else value for value in values[:-1]] + list(values[-1:])


class SlackStage(Stage):
    # Slack has no private threads: a thread with the bot comes first, and after it a channel.
    doors = "Private doors: DM, then private thread or channel"
    removes = False
    second_door = SecondDoor("your private channel", "direct messages are shut; private channel open")

    def __init__(self, bakery: Bakery, app: App, clock: Later) -> None:
        self.bakery, self._app, self._clock = bakery, app, clock
        world = bakery.world
        self.general = world.add_channel("general", bot=False)
        users = [bakery.max, *map(world.add_user, ("Ana", "Вера", "Mihai")), bakery.daria, bakery.elena]
        self._guests = [Guest(self, user) for user in users]
        self.max, self.ana, self.vera, self.mihai, self.daria, self.elena = self._guests
        for channel in (self.general, bakery.support, bakery.off_topic):
            for user in users:
                world.joins(user, channel)
        world.joins(self.mihai.user, bakery.staff_room)
        group = world.add_group("moderators", self.mihai.user, self.daria.user)
        self.staff, self.moderators = group.name, group.id
        channels = (self.general, bakery.support, bakery.off_topic, bakery.staff_room)
        self._named = {channel.name: channel for channel in channels}

    @property
    def doorstep(self) -> str:
        return self.elena.direct

    @property
    def now(self) -> datetime:
        return self._app.house.clock.now()

    async def passes(self, **time: float) -> None:
        self._clock.leap += timedelta(**time)
        await self._app.tick()
        await self.settled()

    async def heeds(self) -> None:
        # The adapter looks at the settings once a second.
        await asyncio.sleep(1.2)

    def staff_thread(self, index: int = -1) -> str:
        room = self.bakery.staff_room
        cards = [message for message in self.bakery.cards() if message.replies]
        return threaded(room.id, cards[index].ts)

    def private_of(self, user: User) -> list[str]:
        """Threads that the bot began in the direct message, and its channels, as they were opened."""
        world = self.bakery.world
        direct, bot = world.dm_with(user), world.bot
        threads = [
            (message.ts, threaded(direct.id, message.ts))
            for message in direct.roots
            if message.author is bot and message.replies
        ]
        channels = [
            (f"{channel.created}", channel.id)
            for channel in world.channels.values()
            if channel.creator == bot.id and user.id in channel.members
        ]
        return [place for _, place in sorted((*threads, *channels))]

    def private_places(self) -> int:
        return len({place for guest in self._guests for place in self.private_of(guest.user)})

    def taught(self, command: str) -> str:
        return f"/ombud {command}"

    async def shuts_first_door(self, person: str, channel: str) -> None:
        """Whoever doesn't take messages of apps."""
        await self.refuses_direct_messages(person)

    async def shuts_every_door(self, person: str, channel: str) -> None:
        await self.refuses_direct_messages(person)
        self.bakery.fake.faults.refuse("conversations.create", "restricted_action", times=None)

    async def hinders(self, channel: str) -> None:
        self.bakery.world.leaves(self.bakery.world.bot, self._named[channel])
        await self.settled()

    async def refuses_direct_messages(self, person: str) -> None:
        found: Guest = getattr(self, person)
        refused = self.bakery.fake.faults.refuse("conversations.open", "cannot_dm_bot", times=None)
        refused.where = lambda request: request.arguments.get("users") == found.user.id

    async def pinned(self, channel: str) -> int:
        return len(self._named[channel].pins)

    async def change(self, **settings: object) -> None:
        house = self._app.house
        known = await house.community(self.bakery.key)
        assert known is not None
        for name, value in settings.items():
            known = await house.set(known, name, value)

    def place(self, where: str) -> tuple[Channel, str | None]:
        """The channel, and the thread in it."""
        if where in self._named:
            return self._named[where], None
        channel, thread = split(where)
        return self.bakery.world.channels[channel], thread

    def shown(self, what: Message | View) -> str:
        """As a client shows it: names in the place of ids."""
        return SIGNS.sub("", NAMED.sub(self._name, what.says))

    def _name(self, link: re.Match[str]) -> str:
        world = self.bakery.world
        return f"@{world.users[link[2]].real_name}" if link[1] == "@" else f"#{world.channels[link[2]].name}"

    async def answered(self, done: Interaction, channel: Channel) -> list[Message]:
        """What the person reads when the bot has come to rest."""
        await self.settled()
        if not (done.opened or self._told(done, channel)):
            raise AssertionError(f"no answer to {done.payload}; it {done.failed or 'was acknowledged'}")
        return self._told(done, channel)

    def _told(self, done: Interaction, channel: Channel) -> list[Message]:
        """Answers bear no mark, unlike what is said through the outbox."""
        there = self.bakery.world.by_bot(channel)
        public = [message for message in there if message.ts > done.since and not message.metadata]
        return list({message.ts: message for message in (*done.messages, *public)}.values())

    async def settled(self) -> None:
        """Wait until everything said so far was taken in, handled and sent."""
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < LOOKS:
                await asyncio.sleep(0.01)
                quiet = quiet + 1 if await self._quiet() else 0

    async def _quiet(self) -> bool:
        busy = any(AT_WORK.fullmatch(task.get_name()) for task in asyncio.all_tasks())
        if busy or not self.bakery.fake.delivery.idle:
            return False
        async with self._app.house.database.reading() as tx:
            waiting = exists().where(inbox.c.state == "new")
            going = exists().where(outbox.c.state.in_(LIVE))
            return not await tx.scalar(select(or_(waiting, going)))


def unpaced(_what: str, _pace: Pace) -> Pacer:
    return Pacer(OwnLine(UNPACED), UNPACED)


@asynccontextmanager
async def on_slack(
    fake: FakeSlack,
    database: Database,
    folder: Path,
    way: str,
    *,
    new: bool = False,
    cogs: Sequence[Cog] | None = None,
    words: Translations | None = None,
) -> AsyncIterator[SlackStage]:
    """A workspace whose managers have been through the set-up, or a `new` one. `way` is "socket" or "http"."""
    clock, said = Later(), words or translations()
    fake.world.stamps = Stamped(clock)
    fake.limits.off()
    fake.settings.ping_seconds = PING
    bakery = Bakery(fake, folder, way)
    http = Http(fake.signing_secret, "127.0.0.1", free_port())
    listens = Socket(fake.app_token, PING) if way == "socket" else http
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(connected(fake.bot_token, fake.api_url))
        server = SlackServer(client, await log_in(client), database, said, listens, unpaced)
        adapters = {server.platform.name: Adapter(server.platform, server.directory)}
        app = App(database, every_feature() if cogs is None else cogs, said, clock, adapters)
        stage = SlackStage(bakery, app, clock)
        if not new:
            await _set_up(stage, database, clock)
        await server.load()
        fake.install(yaml.safe_load(manifest(app.surface(), said.voice("en"))))
        await stack.enter_async_context(app)
        await stack.enter_async_context(server.serving(app))
        if isinstance(listens, Http):
            fake.deliver_to(f"http://{listens.host}:{listens.port}{PATH}")
        else:
            await fake.ready(2)
        bakery.world.joins(bakery.world.bot, stage.general, by=bakery.elena)
        await stage.settled()
        yield stage


async def _set_up(stage: SlackStage, database: Database, clock: Later) -> None:
    """As in the sandbox, so far as it is not about who and where."""
    mine = {"watched", "staff_room", "moderators", "doors"}
    bakery = stage.bakery
    watched = frozenset(channel.id for channel in (stage.general, bakery.support, bakery.off_topic))
    settings = bakery.settings(
        **community_settings().model_dump(exclude=mine),
        watched=watched,
        moderators=frozenset({stage.moderators}),
        doors=DOORS,
    )
    async with database.transaction("test.meet") as tx:
        await meet_community(tx, bakery.key, bakery.world.team_name, settings, clock)
