"""A workspace with its people, and the whole bot beside it, hearing by Socket Mode or by signed HTTP."""

import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from pathlib import Path

import yaml

from adapters.slack.http import PATH
from adapters.slack.login import log_in
from adapters.slack.manifest import manifest
from adapters.slack.server import Http, SlackServer, Socket
from adapters.slack.web import connected
from bot.app import App
from bot.clock import SystemClock
from bot.community import CommunitySettings, Mode, meet_community
from bot.composition.features import cogs
from bot.detection import Sensitivity
from bot.durable.database import Database
from bot.house import Adapter
from bot.language import Translations
from bot.ports import Door
from tests.fakes.slack.model import Channel, Message
from tests.fakes.slack.server import FakeSlack

COMPLAINT = "The app keeps crashing since the update and I lost my saved game. This is unacceptable."
PING = 0.3
"""Seconds: ten times as often as usual, so that tests need not wait so long."""


class Bakery:
    """`support` is watched, `off_topic` is not; Max is a member, Daria a moderator, Elena owns the workspace."""

    def __init__(self, fake: FakeSlack, folder: Path, way: str) -> None:
        self.fake = fake
        self.folder = folder
        self.way = way
        self.world = world = fake.world
        # What happened before the app was installed, nobody was told.
        fake.delivery.events = frozenset()
        self.max = world.add_user("Max")
        self.daria = world.add_user("Daria")
        self.elena = world.add_user("Elena", admin=True, owner=True)
        self.support = world.add_channel("support", self.max, self.daria, self.elena)
        self.off_topic = world.add_channel("off-topic", self.max, self.daria)
        self.staff_room = world.add_channel("staff-room", self.daria, self.elena, private=True)

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/ombud.db"

    @property
    def key(self) -> str:
        return f"slack:{self.world.team}"

    def settings(self, **changed: object) -> CommunitySettings:
        """Loud from the first minute, and without a pause for thought."""
        usual: dict[str, object] = {
            "mode": Mode.FULL,
            "sensitivity": Sensitivity.BALANCED,
            "watched": frozenset({self.support.id}),
            "staff_room": self.staff_room.id,
            "moderators": frozenset({self.daria.id}),
            "doors": (Door.DM,),
            "thought_seconds": 0,
            "thought_longest_seconds": 0,
            "acks_a_day_per_member": 5,
        }
        return CommunitySettings.model_validate(usual | changed)

    async def set_up(self, **changed: object) -> int:
        """As if the managers had been through the set-up already; the community's row."""
        async with Database.open(self.database) as database, database.transaction("test.meet") as tx:
            met = await meet_community(tx, self.key, "Bakery", self.settings(**changed), SystemClock())
        return met.id

    def cards(self) -> list[Message]:
        """What the bot has put into the staff room, without its threads."""
        return [message for message in self.world.by_bot(self.staff_room) if message.thread_ts is None]


@cache
def spoken() -> Translations:
    """Read once: that takes longer than most tests."""
    return Translations.load()


@asynccontextmanager
async def opened(bakery: Bakery, port: int | None = None) -> AsyncIterator[SlackServer]:
    """The bot is there, and Slack knows how to reach it."""
    fake, translations = bakery.fake, spoken()
    http = Http(fake.signing_secret, "127.0.0.1", port or free_port())
    way = Socket(fake.app_token, PING) if bakery.way == "socket" else http
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.open(bakery.database))
        client = await stack.enter_async_context(connected(fake.bot_token, fake.api_url))
        server = SlackServer(client, await log_in(client), database, translations, way)
        await server.load()
        adapters = {server.platform.name: Adapter(server.platform, server.directory)}
        app = App(database, cogs(), translations, SystemClock(), adapters)
        fake.install(yaml.safe_load(manifest(app.surface(), translations.voice("en"))))
        await stack.enter_async_context(app)
        await stack.enter_async_context(server.serving(app))
        if isinstance(way, Http):
            fake.deliver_to(f"http://{way.host}:{way.port}{PATH}")
        else:
            await fake.ready(2)
        yield server


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


async def staff_thread(bakery: Bakery) -> tuple[Channel, Message]:
    """The staff room, and the card on which the case's thread hangs."""
    card = await bakery.world.hears(bakery.staff_room, "#1")
    return bakery.staff_room, card
