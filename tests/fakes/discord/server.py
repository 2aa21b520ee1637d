"""A fake Discord: the REST API and the gateway over one world in memory, for an unmodified client.

    async with FakeDiscord() as fake:
        world = fake.world
        guild = world.add_guild("Bakery")
        support = world.add_channel(guild, "support")
        staff = world.add_role(guild, "Staff", MODERATOR)
        room = world.add_channel(guild, "staff-room", only=staff)
        max_, daria = world.joins(guild, "Max"), world.joins(guild, "Daria", staff)

        process = start_the_bot(env=fake.environment)     # DISCORD_TOKEN, DISCORD_API_URL, DISCORD_GATEWAY_URL
        await fake.ready()                                # a session has been told READY and its guilds

        asked = world.posts(max_, support, "The bread is stale again!")
        answer = await world.hears(support, "We heard you", after=asked)
        thread = await world.thread_of(support, private=True)
        card = await world.hears(room, "Case 1")
        click = world.presses(daria, card, "Claim")       # by label or custom_id; NotOffered if she can't
        await click.acknowledged()                        # .answer() the message, .form() a modal, .failed after 3 s
        form = world.presses(daria, card, "Reply"); await form.form()
        await world.submits_modal(form, {"Words": "Fresh bread is on its way."}).acknowledged()
        await world.slash(daria, room, "case list", {"state": "open"}).answer()
        await world.autocompletes(daria, room, "case claim", {"case": "1"}).completions()
        world.menu(daria, asked, "Open a case")
        world.ephemerals(daria, room); world.dm(max_); world.sees_messages(max_, thread)

        fake.faults.after("POST /channels/{channel_id}/threads", 502)     # see faults.py
        fake.gateway.drop(); fake.gateway.invalidate()                    # see gateway.py; `dammed` for floods
        fake.limits.refused, fake.limits.invalid                          # see limits.py
        fake.requests.to("POST /channels/{channel_id}/messages")[0].json  # see journal.py

`world.py` and the files it builds on (`acting`, `talking`, `building`) hold everything people can do. What the bot
does comes later: wait with `world.hears`, `world.thread_of`, `eventually(lambda: ...)` or an Interaction's methods.
To speak to it from the test's own process, set `discord.http.Route.BASE` to `fake.api_url` and
`discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY` to `fake.gateway_url`, and put them back.

What is not known of Discord is assumed on the strict side: a fetched message has no nonce; adding somebody to a
thread whose channel they don't see fails; rate limits are those its headers have told over the years.
"""

from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.discord import (
    routes_commands,
    routes_guilds,
    routes_interactions,
    routes_messages,
    routes_threads,
)
from tests.fakes.discord.calls import Call, Route, Settings
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.intents import Intent
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.journal import Journal
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.lines import Session
from tests.fakes.discord.rest import EVERY_ANSWER, Rest
from tests.fakes.discord.world import World

TOKEN = "MTA.fake.token"
API = "/api/v10"
GRANTED = Intent.MESSAGE_CONTENT | Intent.GUILD_MEMBERS
ROUTES: tuple[Route, ...] = (
    *routes_messages.ROUTES,
    *routes_threads.ROUTES,
    *routes_guilds.ROUTES,
    *routes_commands.ROUTES,
    *routes_interactions.ROUTES,
)


class FakeDiscord:
    """The server. `granted` are the privileged intents switched on for the application; `shards` what it recommends."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        granted: Intent = GRANTED,
        shards: int = 1,
        heartbeat: float = 41.25,
        port: int = 0,
    ) -> None:
        self.token = token
        self.world = World()
        self.settings = Settings()
        self.limits = Limits()
        self.faults = Faults()
        self.gateway = Gateway(self.world, token, granted, heartbeat=heartbeat)
        self.gateway.shards = shards
        self.settings.flags = self.gateway.application_flags
        self._rest = Rest(self.world, token, self.settings, self.limits, self.faults)
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def requests(self) -> Journal:
        """Every request to the API, in order."""
        return self._rest.requests

    @property
    def api_url(self) -> str:
        """The API's address, to which routes are appended."""
        return f"http://127.0.0.1:{self._port}{API}"

    @property
    def gateway_url(self) -> str:
        """The gateway's address."""
        return f"ws://127.0.0.1:{self._port}/"

    @property
    def environment(self) -> dict[str, str]:
        """What the bot's own process needs to find this Discord in the place of the real one."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_URL": self.api_url,
            "DISCORD_GATEWAY_URL": self.gateway_url,
        }

    def grant(self, granted: Intent) -> None:
        """The owner switches privileged intents on and off in the developer portal."""
        self.gateway.granted = granted
        self.settings.flags = self.gateway.application_flags

    async def ready(self, seconds: float = 20.0, *, sessions: int = 1) -> list[Session]:
        """The sessions that are connected and have been told READY, as soon as there are that many."""

        def look() -> list[Session] | None:
            there = [each for each in self.gateway.connected if each.sequence > 0]
            return there if len(there) >= sessions else None

        return await eventually(look, seconds, "the bot to connect") or []

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=30 * 1024 * 1024)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/attachments/{channel_id}/{attachment_id}/{name}", self._file)
        gates: tuple[Route, ...] = (
            ("GET", "/gateway/bot", self._gateway_bot),
            ("GET", "/gateway", self._gateway),
        )
        self._rest.add(app, (*gates, *ROUTES), API)
        app.router.add_route("*", "/{rest:.*}", _not_there)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.gateway.url = self.gateway_url
        self.world.base = f"http://127.0.0.1:{self._port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.faults.clear()
        await self.gateway.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        crashes = self._rest.crashes + self.gateway.crashes
        if crashes and error is None:
            raise ExceptionGroup("the fake itself is broken", crashes)

    async def _gateway(self, _call: Call) -> Any:
        return {"url": self.gateway_url}

    async def _gateway_bot(self, _call: Call) -> Any:
        start = {
            "total": 1000,
            "remaining": max(0, self.gateway.starts_left),
            "reset_after": 86_400_000,
            "max_concurrency": 1,
        }
        return {"url": self.gateway_url, "shards": self.gateway.shards, "session_start_limit": start}

    async def _file(self, request: web.Request) -> web.Response:
        if "Authorization" in request.headers:
            # The network for files is not the API: whoever shows a token there gives it away.
            return web.Response(status=400)
        channel = self.world.channels.get(int(request.match_info["channel_id"]))
        for message in channel.messages.values() if channel else ():
            for each in message.attachments:
                if str(each.id) == request.match_info["attachment_id"]:
                    return web.Response(body=each.content, content_type=each.content_type)
        return web.Response(status=404)


async def _not_there(_request: web.Request) -> web.Response:
    body = b'{"message":"404: Not Found","code":0}'
    return web.Response(status=404, body=body, headers=EVERY_ANSWER | {"Content-Type": "application/json"})
