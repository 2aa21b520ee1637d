"""The page's server: `/`, `/static/`, `/files/`, `/ws` (see protocol) and, with a password, `/login`; nothing else."""

from contextlib import AsyncExitStack
from functools import partial
from html import escape
from pathlib import Path
from string import Template
from types import TracebackType
from typing import Self
from urllib.parse import quote

from aiohttp import WSCloseCode, web

from adapters.sandbox.clock import SandboxClock
from adapters.sandbox.deeds import seen_message
from adapters.sandbox.file_rows import read_file
from adapters.sandbox.guard import Guard
from adapters.sandbox.hub import Hub
from adapters.sandbox.inbound import Inbound
from adapters.sandbox.login import Login
from adapters.sandbox.model import Person, Refused
from adapters.sandbox.platform import SandboxPlatform
from adapters.sandbox.protocol import LineReader
from adapters.sandbox.security import Sentry, add_headers
from adapters.sandbox.session import Session
from adapters.sandbox.views import PICTURES
from adapters.sandbox.yard import Yard
from bot.core import Core
from bot.errors import StartError
from bot.inspection import Inspector
from bot.language import Translations

PAGE = Path(__file__).parent / "page"
LONGEST_LINE = 4 * 1024 * 1024
"""Bytes: 100,000 characters as JSON may write them."""


class SandboxServer:
    """`async with SandboxServer(...)`: delivers what the core missed, then serves the page.

    Raises StartError for a host beyond this machine without a password, and for a port that is taken.
    """

    def __init__(
        self,
        platform: SandboxPlatform,
        core: Core,
        inspector: Inspector,
        translations: Translations,
        *,
        host: str = "127.0.0.1",
        port: int = 8025,
        password: str | None = None,
    ) -> None:
        guard = Guard()
        world = platform.world
        self._sentry = Sentry(host, password or None, world.secret)
        self._yard = Yard(world, platform, core, inspector, translations, SandboxClock(world), guard)
        self._inbound = Inbound(world, core, guard)
        self._hub = Hub()
        self._reader = LineReader()
        self._host, self._port = host, port
        self._sockets: set[web.WebSocketResponse] = set()
        self._stack = AsyncExitStack()

    @property
    def url(self) -> str:
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._yard.stop)
            await stack.enter_async_context(self._inbound.running())
            stack.enter_context(self._yard.world.listening(self._hub.notice))
            await self._serve(stack)
            stack.push_async_callback(self._close_pages)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stack.aclose()

    async def _serve(self, stack: AsyncExitStack) -> None:
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=2)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, self._host, self._port)
        try:
            await site.start()
        except OSError as error:
            raise StartError(
                f"The sandbox can't listen on {self._host}:{self._port} ({error.strerror}). "
                "Stop what uses it, or choose another SANDBOX_PORT."
            ) from error
        self._port = runner.addresses[0][1]

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._sentry.middleware], client_max_size=16 * 1024)
        application.on_response_prepare.append(add_headers)
        application.router.add_get("/", self._index)
        application.router.add_get("/ws", self._talk)
        application.router.add_static("/static", PAGE)
        application.router.add_get("/files/{file}", self._file)
        if self._sentry.password is not None:
            login = Login(self._sentry, self._yard.translations, PAGE)
            application.router.add_get("/login", login.show)
            application.router.add_post("/login", login.enter)
        return application

    async def _index(self, request: web.Request) -> web.Response:
        """The page's frame in the language of who is chosen; everything else comes over the socket."""
        voice = self._yard.translations.voice(self._person(request).language)
        words = {name: voice.text(f"sandbox.{name}") for name in ("title", "noscript", "skip")}
        template = Template((PAGE / "index.html").read_text("utf-8"))
        page = template.substitute(
            language=voice.language, **{name: escape(word) for name, word in words.items()}
        )
        return web.Response(text=page, content_type="text/html")

    async def _file(self, request: web.Request) -> web.Response:
        """A file under a message that this person sees; never as something a browser would run."""
        async with self._yard.world.reading() as connection:
            found = await read_file(connection, request.match_info["file"])
        if found is None:
            raise web.HTTPNotFound
        try:
            await seen_message(self._yard.world, self._person(request), found[0])
        except Refused:
            raise web.HTTPNotFound from None
        file = found[1]
        shown = file.media_type in PICTURES
        return web.Response(
            body=file.content,
            content_type=file.media_type if shown else "application/octet-stream",
            headers={
                "Content-Disposition": "inline"
                if shown
                else f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
            },
        )

    async def _talk(self, request: web.Request) -> web.WebSocketResponse:
        person = self._person(request)
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=LONGEST_LINE)
        await socket.prepare(request)
        session = Session(self._yard, person, socket, partial(self._hub.tell, person.id))
        self._sockets.add(socket)
        try:
            with self._hub.holding(session):
                await session.run(self._reader)
        finally:
            self._sockets.discard(socket)
        return socket

    def _person(self, request: web.Request) -> Person:
        """Who the page is opened as; the first of all people unless it says so."""
        people = self._yard.world.people
        chosen = people.get(request.query.get("as", ""))
        return chosen if chosen and not chosen.bot else next(iter(people.values()))

    async def _close_pages(self) -> None:
        for socket in tuple(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)
