"""The adapter as a whole: logged in, told who listens, connected."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.common.guard import Guard
from adapters.discord.backfill import Backfill
from adapters.discord.channels import Channels
from adapters.discord.client import OmbudClient, stay_connected
from adapters.discord.community import Communities
from adapters.discord.directory import DiscordDirectory
from adapters.discord.guilds import Guilds
from adapters.discord.inbound import Inbound
from adapters.discord.interactions import Interactions
from adapters.discord.marks import Marks
from adapters.discord.parts import Parts
from adapters.discord.platform import DiscordPlatform
from adapters.discord.surface import install
from adapters.discord.trees import register
from bot.community import Community
from bot.core import Core
from bot.durable.database import Database
from bot.language import Translations


class DiscordServer:
    """Discord's side of the ports: `platform` and `directory` first, then `serving` with the core behind them.

    `client` has logged in.
    """

    def __init__(self, client: OmbudClient, database: Database, translations: Translations) -> None:
        channels = Channels(client)
        self._core: Core | None = None
        self._client = client
        self._database = database
        self._translations = translations
        self._communities = Communities(client, database)
        self._marks = Marks(database)
        self._backfill = Backfill(client, database, channels, self._marks)
        self._guard = Guard()
        self.platform = DiscordPlatform(client, self._communities.row, database, channels)
        self.directory = DiscordDirectory(client, self._community, channels)

    @asynccontextmanager
    async def serving(self, core: Core) -> AsyncIterator[asyncio.Task[None]]:
        """Connected as long as the block lasts. The task ends when the connection is lost for good."""
        async with self.listening(core), contextlib.AsyncExitStack() as stack:
            connection = asyncio.create_task(stay_connected(self._client), name="connection")
            stack.push_async_callback(self._disconnect, connection)
            self._guard.start("register", self._register)
            yield connection

    @asynccontextmanager
    async def listening(self, core: Core) -> AsyncIterator[None]:
        """Whatever the client hears reaches the core, as long as the block lasts."""
        self._core = core
        parts = self._parts(core)
        guilds = Guilds(parts)
        interactions = Interactions(parts, self._translations)
        await self._marks.load()
        await install(self._client, core.surface(), interactions)
        inbound = Inbound(parts, guilds.lanes)
        self._client.ears = {**guilds.ears, **inbound.ears, **interactions.ears}
        async with self._marks.kept(), contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(self._guard.stop)
            await stack.enter_async_context(guilds.looking())
            yield

    async def load(self) -> None:
        """What is known of the servers, before anything is sent there."""
        await self._communities.load()

    def _parts(self, core: Core) -> Parts:
        return Parts(
            self._client,
            core,
            self._communities,
            self.platform,
            self.directory,
            self._marks,
            self._backfill,
            self._guard,
        )

    async def _community(self, key: str) -> Community | None:
        """A community as it is now, for the roles of its members."""
        return await self._core.community(key) if self._core is not None else None

    async def _register(self) -> None:
        await register(self._client, self._database)

    async def _disconnect(self, connection: asyncio.Task[None]) -> None:
        # First whoever still asks Discord something: a question cut off here is no failure.
        await self._guard.stop()
        await self._client.close()
        connection.cancel()
        await asyncio.gather(connection, return_exceptions=True)
