"""A fake Slack, a client of it, and the platform port and the directory over both."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import update

from adapters.slack.address import key_of
from adapters.slack.directory import SlackDirectory
from adapters.slack.office import Office, office_of
from adapters.slack.platform import SlackPlatform
from adapters.slack.web import Web, connected
from adapters.slack.workspace import meet
from bot.community import Community, CommunitySettings, meet_community
from bot.durable.database import Database
from bot.durable.outbox import Outbox, Priority, State
from bot.durable.tables import outbox
from bot.ports import Door, Opening
from bot.vocabulary.places import CasePrivate, MessageRef, Public
from bot.vocabulary.replies import Text, say
from tests.fakes.clock import FixedClock
from tests.fakes.sentences import translations
from tests.fakes.slack.model import Channel, Message, User
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import World


@dataclass
class Stage:
    """One workspace with a support channel, in which Ana has complained, and a staff room with Daria in it."""

    fake: FakeSlack
    support: Channel
    room: Channel
    ana: User
    daria: User
    complaint: Message
    client: AsyncWebClient
    database: Database
    community: str
    row: int
    settings: CommunitySettings

    def __post_init__(self) -> None:
        self._office: Office | None = None

    async def open(self) -> None:
        """As at the start of the process: nothing is remembered."""
        web = Web(self.client, self.database, self.fake.world.bot.id)
        self._office = office_of(web, await meet(self.client), translations(), self._community)
        self.platform = SlackPlatform(self.office, {self.community: self.row}.__getitem__, self.database)
        self.directory = SlackDirectory(self.office)
        self.fake.requests.clear()

    @property
    def office(self) -> Office:
        assert self._office is not None
        return self._office

    @property
    def world(self) -> World:
        return self.fake.world

    @property
    def beside(self) -> MessageRef:
        return ref(self.complaint)

    def private(self, door: Door = Door.DM, *, title: str = "#1", member: User | None = None) -> Opening:
        key = f"{self.row}:open:private:{title}:{door}"
        return Opening(CasePrivate(1), title, key, door, (member or self.ana).id, self.beside)

    async def repeating(self, *, minutes: int = 10) -> None:
        """The outbox says that a row is being sent again, written so many minutes ago."""
        at = datetime.now(UTC) - timedelta(minutes=minutes)
        async with self.database.transaction("test.row") as tx:
            await Outbox(tx, self.row).say(
                Public(self.beside), say(Text("-")), "row", priority=Priority.ACKNOWLEDGEMENT
            )
            await tx.execute(update(outbox).values(state=State.SENDING, attempts=1, created_at=at))

    async def sending(self, key: str, *, attempts: int) -> None:
        """The outbox says that this row is being sent now."""
        async with self.database.transaction("test.row") as tx:
            here = Public(self.beside)
            await Outbox(tx, self.row).say(here, say(Text("-")), key, priority=Priority.ACKNOWLEDGEMENT)
            of = outbox.c.key == f"{self.row}:{key}"
            await tx.execute(update(outbox).where(of).values(state=State.SENDING, attempts=attempts))

    async def _community(self, key: str) -> Community | None:
        return Community(self.row, key, "Bakery", self.settings) if key == self.community else None


def ref(message: Message) -> MessageRef:
    return MessageRef(message.channel.id, message.ts)


@pytest.fixture
async def stage(fake: FakeSlack, sqlite_database: Database) -> AsyncIterator[Stage]:
    world = fake.world
    ana, daria = world.add_user("Ana", locale="ro-RO"), world.add_user("Daria")
    support = world.add_channel("support", ana, daria)
    room = world.add_channel("staff-room", daria, private=True)
    complaint = world.posts(ana, support, "Day nine, still no parcel.")
    community = key_of(world.team)
    async with sqlite_database.transaction("test.meet") as tx:
        met = await meet_community(tx, community, "Bakery", CommunitySettings(), FixedClock())
    async with connected(fake.bot_token, fake.api_url) as client:
        stage = Stage(
            fake, support, room, ana, daria, complaint, client, sqlite_database, community, met.id,
            CommunitySettings(staff_room=room.id),
        )  # fmt: skip
        await stage.open()
        yield stage
