"""One open page: its socket, the lines that wait for it, and the changes it is told of."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from aiohttp import WSMsgType, web

from adapters.sandbox import views
from adapters.sandbox.granting import Page, grant
from adapters.sandbox.interactions import Outlet
from adapters.sandbox.model import (
    COMMUNITY,
    Change,
    ChannelChanged,
    ClockMoved,
    Json,
    MessageChanged,
    Person,
    PersonChanged,
    Refused,
    WeatherChanged,
)
from adapters.sandbox.protocol import Asked, LineReader
from adapters.sandbox.words import examples, page_words
from adapters.sandbox.yard import Yard

BACKLOG = 5000
"""Lines that wait for a page before it counts as gone."""

GLANCE = 0.3
"""Seconds between two looks inside while things change, at least; and once a second anyway."""


class Session:
    """One window of one person."""

    def __init__(
        self,
        yard: Yard,
        person: Person,
        socket: web.WebSocketResponse,
        tell_person: Callable[[Json], None],
    ) -> None:
        self.person = person
        self._yard = yard
        self._socket = socket
        self._outlet = Outlet(self.send, tell_person)
        self._lines: asyncio.Queue[Json] = asyncio.Queue(BACKLOG)
        self._stirred = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    async def run(self, reader: LineReader) -> None:
        """Welcome the page, then serve it until it closes."""
        writer = asyncio.create_task(self._write())
        try:
            await self._welcome()
            async for line in self._socket:
                if line.type is WSMsgType.TEXT:
                    await self._hear(reader, line.data)
        finally:
            self.watch_inside(open_=False)
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer

    def send(self, line: Json) -> None:
        """Have this line written; a page that doesn't keep up is dropped, and comes back by itself."""
        try:
            self._lines.put_nowait(line)
        except asyncio.QueueFull:
            self._yard.start("sandbox.drop", self._drop)

    def notice(self, change: Change) -> None:
        """Tell the page what it can see of the change."""
        self._stirred.set()
        world = self._yard.world
        match change:
            case MessageChanged(message, fresh):
                reader = views.reader_for(world, self.person)
                if reader.sees(message.channel):
                    shown = views.message_json(message, reader)
                    self.send({"type": "message", "message": shown, "fresh": fresh})
            case ChannelChanged(channel):
                if channel.seen_by(self.person):
                    self.send({"type": "channel", "channel": views.channel_json(channel)})
            case PersonChanged():
                self.send({"type": "people", "people": views.people_json(world)})
            case ClockMoved():
                self.send({"type": "clock", "now": world.now().isoformat()})
            case WeatherChanged():
                self.send({"type": "weather", "weather": views.weather_json(world)})

    def watch_inside(self, *, open_: bool) -> None:
        """Start or stop telling the page what happens inside."""
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        if open_:
            self._watching = asyncio.create_task(self._watch())

    async def _welcome(self) -> None:
        world, person = self._yard.world, self.person
        unread = await world.unread(person.id)
        voice = self._yard.translations.voice(person.language)
        self.send(
            {
                "type": "welcome",
                "me": person.id,
                "people": views.people_json(world),
                "channels": views.seen_channels_json(world, person, unread),
                "words": page_words(voice),
                "examples": examples(voice),
                "now": world.now().isoformat(),
                "weather": views.weather_json(world),
            }
        )

    async def _hear(self, reader: LineReader, line: str) -> None:
        try:
            asked = reader.read(line)
        except (ValueError, RecursionError):
            self._refuse(None, "line")
            return
        async with self._yard.guard.edge(f"sandbox.{asked.type}") as outcome:
            await self._grant(asked)
        if outcome.reference is not None:
            self._refuse(asked.request, "failed", outcome.reference)

    async def _grant(self, asked: Asked) -> None:
        page = Page(self.person, self.send, self._outlet, self.watch_inside)
        try:
            await grant(self._yard, page, asked)
        except Refused as refused:
            self._refuse(asked.request, refused.code)

    def _refuse(self, request: int | None, code: str, reference: str = "") -> None:
        voice = self._yard.translations.voice(self.person.language)
        text = voice.text(f"sandbox.refused.{code}", reference=reference)
        self.send({"type": "refused", "request": request, "code": code, "text": text})

    async def _write(self) -> None:
        while True:
            line = await self._lines.get()
            # A page may be gone without having said so; reading from it will notice.
            with suppress(ConnectionError, RuntimeError):
                await self._socket.send_str(json.dumps(line))

    async def _drop(self) -> None:
        await self._socket.close(code=1013)

    async def _watch(self) -> None:
        told: Json | None = None
        while True:
            self._stirred.clear()
            async with self._yard.guard.edge("sandbox.inside"):
                inside = await self._yard.inspector.inside(COMMUNITY, self.person.language)
                reader = views.reader_for(self._yard.world, self.person)
                shown = await views.inside_json(self._yard.world, inside, reader)
                if views.differs(shown, told):
                    self.send({"type": "inside", "inside": shown})
                    told = shown
            await asyncio.sleep(GLANCE)
            with suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self._stirred.wait()
