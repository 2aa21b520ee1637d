"""The gateway: zlib-stream websockets, sessions that can be resumed, shards, and the faults of long connections.

Tests reach it as `fake.gateway`: `drop`, `invalidate`, `reconnect`, `closed`, `lag`, `replays`, `forget`, `dammed`;
and read `identifies`, `resumes`, `heartbeats` and `refused`.
"""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator

from aiohttp import WSMsgType, web

from tests.fakes.discord import payloads
from tests.fakes.discord.intents import PRIVILEGED, Intent, concerns, needed, without_content
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.lines import DISPATCH, Dam, Line, Session
from tests.fakes.discord.model import Json
from tests.fakes.discord.state import Event
from tests.fakes.discord.world import World

RECONNECT, INVALID, HELLO, ACK = 7, 9, 10, 11
CONTENT = int(Intent.MESSAGE_CONTENT)
SECONDS_TO_RESUME = 180.0


class Gateway:
    """Everything about sessions. `closed` refuses new connections; `lag` is seconds every event comes late."""

    def __init__(self, world: World, token: str, granted: Intent, *, heartbeat: float = 41.25) -> None:
        self.world = world
        self.token = token
        self.granted = granted
        self.heartbeat = heartbeat
        self.closed = False
        self.lag = 0.0
        self.one_identify_per_5_seconds = False
        self.starts_left = 1000
        self.shards = 1
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.identifies: list[tuple[float, Json]] = []
        self.resumes: list[tuple[float, Json]] = []
        self.heartbeats = 0
        self.refused = 0
        self.dam = Dam()
        self.crashes: list[Exception] = []
        self._lines: set[Line] = set()
        self._closing: set[asyncio.Task[None]] = set()
        world.listeners.append(self.hear)

    # What tests do to it.

    @property
    def connected(self) -> list[Session]:
        """The sessions somebody listens to."""
        return [session for session in self.sessions.values() if session.line is not None]

    def drop(self, code: int | None = None) -> None:
        """Cut every connection, without a goodbye or with a close code. Sessions can be resumed."""
        for session in self.connected:
            line = session.line
            assert line is not None
            session.line, session.lost_at = None, time.monotonic()
            if code is None:
                line.cut()
            else:
                closing = asyncio.create_task(_goodbye(line.socket, code))
                self._closing.add(closing)
                closing.add_done_callback(self._closing.discard)

    def invalidate(self, *, resumable: bool = False) -> None:
        """INVALID_SESSION to everybody; if it is not resumable, what happens until they identify is lost to them."""
        for session in self.connected:
            assert session.line is not None
            session.line.send({"op": INVALID, "d": resumable})
            session.line, session.lost_at = None, time.monotonic()
            if not resumable:
                del self.sessions[session.id]

    def forget(self) -> None:
        """Drop every connection and forget the sessions: whoever resumes is told that theirs is invalid."""
        self.drop()
        self.sessions.clear()

    def reconnect(self) -> None:
        """Ask everybody to come back on a new connection, as before a deployment."""
        for session in self.connected:
            assert session.line is not None
            session.line.send({"op": RECONNECT, "d": None})

    def replays(self, count: int = 1) -> None:
        """Tell every session its last events once more under new numbers, as happens around a resume."""
        for session in self.connected:
            for _number, name, data in list(session.told)[-count:]:
                session.dispatch(name, data)

    @contextlib.asynccontextmanager
    async def dammed(self) -> AsyncIterator[None]:
        """What happens in this block is told at its end, all at once and as fast as a socket goes: for floods."""
        self.dam.close()
        try:
            yield
            await eventually(
                lambda: all(line.is_packed for line in self._lines), 120.0, "everything to be packed"
            )
        finally:
            self.dam.open()

    # What the world tells it.

    def hear(self, event: Event) -> None:
        """Tell the sessions that may know of an event."""
        if not self._visible(event):
            return
        wanted = int(needed(event.name, in_guild=event.guild is not None))
        for session in list(self.sessions.values()):
            if session.lost_at and time.monotonic() - session.lost_at > SECONDS_TO_RESUME:
                del self.sessions[session.id]
            elif self._of_shard(event, session) and (not wanted or int(session.intents) & wanted):
                session.dispatch(event.name, self._as_told(event, session))

    def _visible(self, event: Event) -> bool:
        if event.guild is not None and self.world.bot.id not in event.guild.members:
            return False
        if event.guild is not None and not event.guild.available and event.name != "GUILD_DELETE":
            return False
        return event.channel is None or self.world.sees(self.world.bot, event.channel)

    def _of_shard(self, event: Event, session: Session) -> bool:
        number, count = session.shard
        return ((event.guild.id >> 22) % count if event.guild else 0) == number

    def _as_told(self, event: Event, session: Session) -> Json:
        message = event.name in ("MESSAGE_CREATE", "MESSAGE_UPDATE")
        if message and not int(session.intents) & CONTENT and not concerns(event.data, self.world.bot.id):
            return without_content(event.data)
        return event.data

    # The websocket.

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from HELLO to its end."""
        if self.closed:
            self.refused += 1
            return web.Response(status=503, text="upstream connect error")
        socket = web.WebSocketResponse(autoping=True, compress=False, max_msg_size=0)
        await socket.prepare(request)
        line = Line(socket, request, lambda: self.lag, self.dam)
        self._lines.add(line)
        line.send({"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat * 1000), "_trace": ["fake"]}})
        worker = asyncio.create_task(line.work())
        try:
            await self._listen(line)
        except ConnectionError:
            pass
        except Exception as crash:
            self.crashes.append(crash)
            raise
        finally:
            worker.cancel()
            self._lines.discard(line)
            self._hung_up(line)
        return socket

    def _hung_up(self, line: Line) -> None:
        for session in list(self.sessions.values()):
            if session.line is line:
                session.line, session.lost_at = None, time.monotonic()
                if line.socket.close_code in (1000, 1001):
                    del self.sessions[session.id]

    async def _listen(self, line: Line) -> None:
        async for message in line.socket:
            if message.type is not WSMsgType.TEXT or len(message.data) > 4096:
                await line.socket.close(code=4002)
                return
            frame = json.loads(message.data)
            match frame["op"]:
                case 1:
                    self.heartbeats += 1
                    line.send({"op": ACK, "d": None})
                case 2:
                    await self._identify(line, frame["d"])
                case 3 | 4:
                    pass
                case 6:
                    await self._resume(line, frame["d"])
                case 8:
                    await self._members(line, frame["d"])
                case _:
                    await line.socket.close(code=4001)

    async def _identify(self, line: Line, asked: Json) -> None:
        shard, intents = asked.get("shard", [0, 1]), Intent(asked["intents"])
        now = time.monotonic()
        just_now = any(
            now - at < 5 and other.get("shard") == asked.get("shard") for at, other in self.identifies
        )
        self.identifies.append((now, asked))
        self.starts_left -= 1
        if asked["token"].removeprefix("Bot ") != self.token or self.starts_left < 0:
            await line.socket.close(code=4004, message=b"Authentication failed.")
        elif not 0 <= shard[0] < shard[1]:
            await line.socket.close(code=4010, message=b"Invalid shard.")
        elif any(intents & each and not self.granted & each for each in PRIVILEGED):
            await line.socket.close(code=4014, message=b"Disallowed intent(s).")
        elif self.one_identify_per_5_seconds and just_now:
            line.send({"op": INVALID, "d": False})
        else:
            self._begin(line, (shard[0], shard[1]), intents)

    def _begin(self, line: Line, shard: tuple[int, int], intents: Intent) -> None:
        session = Session(f"{self.world.snowflakes.next():x}", shard, intents, line)
        self.sessions[session.id] = session
        guilds = [each for each in self.world.guilds.values() if self.world.bot.id in each.members]
        mine = [each for each in guilds if (each.id >> 22) % shard[1] == shard[0]]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": payloads.user(self.world.bot)
                | {"verified": True, "mfa_enabled": True, "email": None},
                "guilds": [{"id": str(each.id), "unavailable": True} for each in mine],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "shard": list(shard),
                "application": {"id": str(self.world.bot.id), "flags": self.application_flags},
                "private_channels": [],
                "session_type": "normal",
                "relationships": [],
                "user_settings": {},
                "_trace": ["fake"],
            },
        )
        if intents & Intent.GUILDS:
            for guild in mine:
                if guild.available:
                    session.dispatch("GUILD_CREATE", self.world.whole(guild))

    @property
    def application_flags(self) -> int:
        """The application's flags: which privileged intents its owner switched on."""
        return sum(flag for intent, flag in PRIVILEGED.items() if self.granted & intent)

    async def _resume(self, line: Line, asked: Json) -> None:
        self.resumes.append((time.monotonic(), asked))
        session = self.sessions.get(asked["session_id"])
        if asked["token"].removeprefix("Bot ") != self.token:
            await line.socket.close(code=4004, message=b"Authentication failed.")
        elif session is None:
            line.send({"op": INVALID, "d": False})
        elif asked["seq"] is None or asked["seq"] > session.sequence:
            await line.socket.close(code=4007, message=b"Invalid seq.")
        else:
            session.line, session.lost_at = line, None
            for number, name, data in session.told:
                if number > asked["seq"]:
                    line.send({"op": DISPATCH, "s": number, "t": name, "d": data})
            session.dispatch("RESUMED", {"_trace": ["fake"]})

    async def _members(self, line: Line, asked: Json) -> None:
        session = next((each for each in self.connected if each.line is line), None)
        guild = self.world.guilds.get(int(asked["guild_id"]))
        if session is None or guild is None:
            await line.socket.close(code=4003, message=b"Not authenticated.")
            return
        everybody = asked.get("query") == "" and not asked.get("limit")
        if everybody and not session.intents & Intent.GUILD_MEMBERS:
            return
        ids = asked.get("user_ids")
        wanted = (
            {int(each) for each in (ids if isinstance(ids, list) else [ids])} if ids is not None else None
        )
        found = [
            member
            for member in guild.members.values()
            if (
                member.id in wanted
                if wanted is not None
                else member.name.lower().startswith(asked["query"].lower())
            )
        ][: asked.get("limit") or None]
        pieces = [found[at : at + 1000] for at in range(0, len(found), 1000)] or [[]]
        for index, piece in enumerate(pieces):
            chunk: Json = {
                "guild_id": str(guild.id),
                "members": [payloads.member(member) for member in piece],
                "chunk_index": index,
                "chunk_count": len(pieces),
                "not_found": [str(each) for each in (wanted or set()) - guild.members.keys()],
            }
            if asked.get("nonce"):
                chunk["nonce"] = asked["nonce"]
            session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    async def stop(self) -> None:
        """Say goodbye to everybody."""
        self.closed = True
        for line in list(self._lines):
            line.cut()


async def _goodbye(socket: web.WebSocketResponse, code: int) -> None:
    await socket.close(code=code)
