"""The stage on the fake Discord: the whole program in this process, over HTTP and the gateway, with a clock to move.

The clock of promises and the clock Discord stamps its ids with move together.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import exists, or_, select

from adapters.common.pacing import OwnLine, Pacer
from adapters.discord.client import Access, OmbudClient, Shards, log_in
from adapters.discord.pacing import PACE, trace_of
from adapters.discord.server import DiscordServer
from adapters.sandbox.community import community_settings
from bot.app import App
from bot.catalogue.collect import Cog
from bot.community import meet_community
from bot.composition.features import cogs as every_feature
from bot.durable.database import Database
from bot.durable.outbox import LIVE
from bot.durable.tables import inbox, outbox
from bot.house import Adapter
from bot.language import Translations
from tests.contract.stage import Answer, Person, Said, SecondDoor, Stage, opens_again
from tests.discord.bakery import Bakery
from tests.fakes.discord.commands import SLASH, NotOffered, find, typed
from tests.fakes.discord.interactions import Interaction, Kind, eventually
from tests.fakes.discord.model import EPOCH_MS, Channel, Member, Message, Snowflakes, walk
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.talking import EPHEMERAL
from tests.fakes.sentences import translations

PATIENCE = 60.0
GUILDS_WAIT = 0.05
"""Seconds: there is one server, and nothing is lost on the way."""

AT_WORK = {"lane", "act", "defer", "arrive", "catch_up", "register"}
"""Names of the adapter's tasks while it is busy."""

LOOKS = 4
"""So often it must look idle, one look after the other: a message on the wire is nobody's task."""

MENTION = re.compile(r"<(#|@&|@)(\d+)>")
LINK = re.compile(r"\[([^\]]+)\]\(\S+\)")
SIGNS = re.compile(r"[*\\\u2066-\u2069]")
"""Of emphasis and of escaping, and the ones that keep a name's writing direction to itself."""


class Later(Snowflakes):
    """Real time plus every leap, for promises and for Discord's ids."""

    def __init__(self) -> None:
        super().__init__()
        self.leap = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.leap

    def next(self) -> int:
        self._last = max(int(self.now().timestamp() * 1000) - EPOCH_MS, self._last + 1)
        return self._last << 22


class Guest(Person):
    def __init__(self, stage: "DiscordStage", member: Member) -> None:
        self._stage = stage
        self._world = stage.bakery.world
        self.member = member

    async def writes(
        self, where: str, text: str, *, to: Said | None = None, files: Mapping[str, bytes] | None = None
    ) -> Said:
        channel, answered = self._place(where), to.handle if to else None
        said = self._world.posts(self._as(channel), channel, text, reply_to=answered, files=files)
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
            if any(each.get("label") == label for each in walk(message.components)):
                return await self._press([message], label)
        raise AssertionError(f"no button {label!r} in {where}")

    async def types(self, command: str, where: str = "off-topic", /, **values: str | int) -> Answer:
        channel = self._place(where)
        try:
            done = self._world.slash(self._as(channel), channel, command, dict(values))
        except NotOffered:
            done = self._forge(channel, command, values)
        return await self._answer(done)

    async def chooses(self, menu: str, said: Said) -> Answer:
        return await self._answer(self._world.menu(self.member, said.handle, menu))

    async def reads(self, where: str) -> list[str]:
        return [self._stage.shown(message) for message in self._messages(where)]

    async def files(self, where: str) -> dict[str, bytes]:
        return {each.filename: each.content for one in self._messages(where) for each in one.attachments}

    async def buttons(self, where: str) -> list[str]:
        return _labels(self._messages(where)[-1:])

    async def newest(self, where: str) -> Said:
        return Said(where, self._messages(where)[-1])

    @property
    def private(self) -> str:
        mine = [each for each in self._stage.private_threads() if self.member.id in each.members]
        return str(mine[-1].id)

    @property
    def direct(self) -> str:
        return str(self._world.dm_with(self.member.user).id)

    @property
    def second(self) -> str:
        return self.direct

    def _forge(self, channel: Channel, command: str, values: Mapping[str, str | int]) -> Interaction:
        """Discord hides it from them; what is sent all the same must be refused by us."""
        first, *rest = command.split()
        found = find(self._world.commands[0], first, SLASH)
        data = {"id": found["id"], "name": first, "type": SLASH}
        data["options"] = typed(found, rest, dict(values)).options
        return self._world.interact(Kind.COMMAND, self._as(channel), channel, data)

    def _place(self, where: str) -> Channel:
        return self._stage.place(where)

    def _as(self, channel: Channel) -> Any:
        return self.member if channel.guild is not None else self.member.user

    def _messages(self, where: str) -> list[Message]:
        return self._world.sees_messages(self.member, self._place(where))

    async def _press(self, messages: Sequence[Message], label: str) -> Answer:
        found = next(each for each in reversed(messages) if label in _labels([each]))
        return await self._answer(self._world.presses(self._as(found.channel), found, label))

    async def _answer(self, done: Interaction) -> Answer:
        await self._stage.answered(done)
        said = [each for each in (done.response, *done.followups) if each is not None]
        shown, labels = [self._stage.shown(each) for each in said], _labels(said)
        if said and opens_again(shown[-1], _labels(said[-1:])):
            return await self._press(said[-1:], labels[-1])
        return Answer(
            "\n".join(shown),
            _fields(done.modal) if done.modal else None,
            labels,
            public=any(not each.flags & EPHEMERAL for each in said),
            fill=partial(self._fill, done),
            press=partial(self._press, said),
        )

    async def _fill(self, opened: Interaction, values: dict[str, str]) -> Answer:
        assert opened.modal is not None, "no form was opened"
        return await self._answer(self._world.submits_modal(opened, _fields(opened.modal) | values))


class DiscordStage(Stage):
    doorstep = "general"
    second_door = SecondDoor(
        "no private thread could be opened", "private thread couldn't be opened; direct message open"
    )

    def __init__(self, bakery: Bakery, app: App, clock: Later, client: OmbudClient) -> None:
        self.bakery, self._app, self._clock, self.client = bakery, app, clock, client
        world, guild, staff = bakery.world, bakery.guild, bakery.staff
        owner = guild.members[guild.owner_id]
        self.elena: Guest = Guest(self, owner)
        self.max, self.daria = Guest(self, bakery.max), Guest(self, bakery.daria)
        self.ana, self.vera = Guest(self, world.joins(guild, "Ana")), Guest(self, world.joins(guild, "Вера"))
        self.mihai = Guest(self, world.joins(guild, "Mihai", staff))
        self.staff = staff.name
        self._named = {each.name: each for each in guild.channels.values()}

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
        return str(self.bakery.world.threads_of(self.bakery.staff_room)[index].id)

    def private_threads(self) -> list[Channel]:
        return [each for each in self.bakery.guild.threads.values() if each.is_private_thread]

    def private_places(self) -> int:
        return len(self.private_threads())

    async def shuts_first_door(self, person: str, channel: str) -> None:
        await self.hinders(channel)

    async def shuts_every_door(self, person: str, channel: str) -> None:
        await self.hinders(channel)
        await self.refuses_direct_messages(person)

    async def hinders(self, channel: str) -> None:
        """There may be no private threads."""
        self.bakery.world.removes_bot_permission(self.place(channel), Permission.CREATE_PRIVATE_THREADS)

    async def refuses_direct_messages(self, person: str) -> None:
        found: Guest = getattr(self, person)
        self.bakery.world.closes_dms(found.member)

    async def pinned(self, channel: str) -> int:
        return len(self.place(channel).pins)

    async def change(self, **settings: object) -> None:
        house = self._app.house
        known = await house.community(self.bakery.key)
        assert known is not None
        for name, value in settings.items():
            known = await house.set(known, name, value)

    def place(self, where: str) -> Channel:
        return self._named.get(where) or self.bakery.world.channels[int(where)]

    def shown(self, message: Message) -> str:
        """As a client shows it: names in the place of ids, and no signs of markup."""
        return SIGNS.sub("", LINK.sub(r"\1", MENTION.sub(self._name, message.says)))

    def _name(self, link: re.Match[str]) -> str:
        kind, number = link[1], int(link[2])
        if kind == "#":
            return f"#{self.bakery.world.channels[number].name}"
        if kind == "@&":
            return f"@{self.bakery.guild.roles[number].name}"
        return f"@{self.bakery.guild.members[number].name}"

    async def answered(self, done: Interaction) -> None:
        """Until the person reads something, and the bot has come to rest."""
        await eventually(lambda: done.modal or done.says, PATIENCE, f"an answer to {done.data}")
        await self.settled()

    async def settled(self) -> None:
        """Wait until everything said so far was taken in, handled and sent."""
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < LOOKS:
                await asyncio.sleep(0.01)
                quiet = quiet + 1 if await self._quiet() else 0

    async def _quiet(self) -> bool:
        if AT_WORK & {task.get_name() for task in asyncio.all_tasks()}:
            return False
        async with self._app.house.database.reading() as tx:
            waiting = exists().where(inbox.c.state == "new")
            going = exists().where(outbox.c.state.in_(LIVE))
            return not await tx.scalar(select(or_(waiting, going)))


def _labels(messages: Sequence[Message]) -> list[str]:
    return [each["label"] for one in messages for each in walk(one.components) if each.get("type") == 2]


def _fields(modal: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form by name, with what is filled in already."""
    found = {}
    for each in walk(modal["components"]):
        if each.get("type") == 3:
            chosen = [option["value"] for option in each["options"] if option.get("default")]
            found[each["custom_id"]] = next(iter(chosen), "")
        elif "custom_id" in each:
            found[each["custom_id"]] = each.get("value") or ""
    return found


@asynccontextmanager
async def on_discord(
    fake: FakeDiscord,
    database: Database,
    folder: Path,
    *,
    new: bool = False,
    cogs: Sequence[Cog] | None = None,
    words: Translations | None = None,
) -> AsyncIterator[DiscordStage]:
    """A server whose managers have been through the set-up, or a `new` one. Clients find `fake` already."""
    clock = Later()
    fake.world.snowflakes = clock
    fake.limits.off()
    bakery = Bakery(fake, folder)
    if not new:
        await _set_up(bakery, database, clock)
    trace = trace_of(Pacer(OwnLine(PACE), PACE))
    client = await log_in(
        lambda access: OmbudClient(access, Shards(), trace, guilds_wait=GUILDS_WAIT), fake.token, Access()
    )
    said = words or translations()
    server = DiscordServer(client, database, said)
    await server.load()
    adapters = {server.platform.name: Adapter(server.platform, server.directory)}
    features = every_feature() if cogs is None else cogs
    app = App(database, features, said, clock, adapters)
    stage = DiscordStage(bakery, app, clock, client)
    async with app, server.serving(app):
        await fake.ready()
        await eventually(lambda: fake.world.commands, PATIENCE, "the commands")
        await eventually(client.is_ready, PATIENCE)
        await stage.settled()
        yield stage


async def _set_up(bakery: Bakery, database: Database, clock: Later) -> None:
    """As in the sandbox, so far as it is not about who and where."""
    mine = {"watched", "staff_room", "moderators"}
    public = (bakery.guild.system_channel, bakery.support, bakery.off_topic)
    watched = frozenset(str(channel.id) for channel in public if channel is not None)
    settings = bakery.settings(**community_settings().model_dump(exclude=mine), watched=watched)
    async with database.transaction("test.meet") as tx:
        await meet_community(tx, bakery.key, bakery.guild.name, settings, clock)
