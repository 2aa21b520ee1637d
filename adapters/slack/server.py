"""The adapter as a whole: logged in, told who listens, connected."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.common.guard import Guard
from adapters.slack.admin import ADMIN_TOKEN, Admin
from adapters.slack.app import Ear, bolt
from adapters.slack.communities import Communities
from adapters.slack.directory import SlackDirectory
from adapters.slack.home import Home
from adapters.slack.http import HttpServer
from adapters.slack.inbound import Inbound
from adapters.slack.login import check_app_token
from adapters.slack.office import office_of
from adapters.slack.parts import Parts
from adapters.slack.platform import SlackPlatform
from adapters.slack.presence import Presence
from adapters.slack.sockets import PING, Sockets
from adapters.slack.web import Pacers, Web
from adapters.slack.workspace import Workspace
from bot.community import Community
from bot.core import Core
from bot.durable.database import Database
from bot.language import Translations

LOOK = 1.0
"""Seconds between two looks at which channels are watched."""

FINISHES = 5.0
"""Seconds in which what was begun is finished when the process is to stop."""


@dataclass(frozen=True, slots=True)
class Socket:
    """Slack is connected to; `ping` in seconds."""

    app_token: str
    ping: float = PING


@dataclass(frozen=True, slots=True)
class Http:
    """Slack connects to us."""

    signing_secret: str
    host: str
    port: int


class SlackServer:
    """Slack's side of the ports: `platform` and `directory` first, then `serving` with the core behind them.

    `client` is connected, and `workspace` is whom it was met as. `pacers` keep Slack's pace unless told otherwise.
    `admin` is connected with the token of an admin, if there is one.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        workspace: Workspace,
        database: Database,
        translations: Translations,
        way: Socket | Http,
        pacers: Pacers | None = None,
        admin: AsyncWebClient | None = None,
    ) -> None:
        self._client = client
        self._way = way
        self._core: Core | None = None
        self._communities = Communities(workspace, database)
        self._guard = Guard()
        self._sockets: Sockets | None = None
        web = Web(client, database, workspace.bot, pacers)
        self._office = office_of(web, workspace, translations, self._community)
        lent = Web(admin, database, f"{workspace.bot}:admin", pacers, ADMIN_TOKEN) if admin else None
        self.platform = SlackPlatform(self._office, self._communities.row, database, admin=Admin(lent))
        self.directory = SlackDirectory(self._office)

    def hears(self) -> bool | None:
        """Whether there is a connection; None in HTTP mode, where nobody can know."""
        return self._sockets.alive > 0 if self._sockets is not None else None

    async def load(self) -> None:
        """What is known of the workspace, before anything is sent there. Raises StartError for a wrong app token."""
        await self._communities.load()
        if isinstance(self._way, Socket):
            await check_app_token(self._client, self._way.app_token)

    @asynccontextmanager
    async def serving(self, core: Core) -> AsyncIterator[None]:
        """Whatever Slack says reaches the core, as long as the block lasts."""
        self._core = core
        await self._communities.meet(core)
        parts = Parts(
            self._client, core, self._communities, self._office, self.platform, self.directory, self._guard
        )
        inbound, home = Inbound(parts), Home(parts)
        ear = Ear(inbound, home, parts)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._guard.stop)
            self._guard.start("look", self._look)
            self._guard.start("people", self._office.people.meet)
            self._guard.start("presence", Presence(self._office.web, self._communities, core).watch)
            await stack.enter_async_context(self._heard(bolt(self._client, self._office.workspace, ear)))
            stack.push_async_callback(ear.finish, FINISHES)
            yield

    def _heard(self, app: AsyncApp) -> AbstractAsyncContextManager[None]:
        match self._way:
            case Socket(app_token, ping):
                self._sockets = Sockets(app, self._client, app_token, self._guard, ping)
                return self._sockets.connected()
            case Http(secret, host, port):
                return HttpServer(app, secret, host, port).listening()

    async def _look(self) -> None:
        """Notice what is watched."""
        while self._core is not None:
            await asyncio.sleep(LOOK)
            await self._guard.succeeds("look", partial(self._communities.refresh, self._core))

    async def _community(self, key: str) -> Community | None:
        """A community as it is now, for the roles of its members."""
        return await self._core.community(key) if self._core is not None else None
