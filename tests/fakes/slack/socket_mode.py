"""Socket Mode: connections, envelopes and acknowledgements, and how connections end.

fake.socket.cut()             # every connection is gone without a word; cut(1) the oldest only
fake.socket.half_open()       # they stay, but nothing comes any more: no pings, no envelopes, no answers
fake.socket.refresh()         # Slack asks to connect anew, and closes a moment later
fake.socket.closed = True     # new connections are refused
fake.socket.connected         # those that Slack believes to be there
"""

import asyncio
import contextlib
import json
import secrets
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMessage, WSMsgType, web

from tests.fakes.slack.calls import Settings
from tests.fakes.slack.delivery import Outcome
from tests.fakes.slack.model import Json

NOTICE = 0.2
"""Seconds between the request to connect anew and the end, some ten at Slack."""


@dataclass(eq=False)
class Connection:
    """One connection; `frozen` while it is half-open."""

    ws: web.WebSocketResponse
    request: web.Request
    number: int
    frozen: bool = False
    leaving: bool = False
    since: float = field(default_factory=time.monotonic)
    sent: int = 0
    acks: int = 0

    def abort(self) -> None:
        """Gone without a word."""
        if self.request.transport is not None:
            self.request.transport.abort()


class SocketMode:
    """The server's side. `opened` counts all connections that ever said hello to the app."""

    def __init__(self, settings: Settings, app_id: str) -> None:
        self.connected: list[Connection] = []
        self.closed = False
        self.opened = 0
        self.refused = 0
        self.base = ""
        self._settings = settings
        self._app_id = app_id
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._turn = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def new_url(self) -> str:
        """Where one connection may be made, once."""
        ticket = secrets.token_hex(16)
        self._tickets.add(ticket)
        return f"{self.base}/link/?ticket={ticket}&app_id={self._app_id}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, from its greeting to its end."""
        ticket = request.query.get("ticket", "")
        if self.closed or ticket not in self._tickets:
            self.refused += 1
            return web.Response(status=403)
        self._tickets.discard(ticket)
        ws = web.WebSocketResponse(autoping=False, autoclose=False)
        await ws.prepare(request)
        if len(self.connected) >= self._settings.connections:
            self.refused += 1
            await ws.send_json(_disconnect("too_many_websockets"))
            await ws.close()
            return ws
        connection = Connection(ws, request, self.opened)
        self.opened += 1
        try:
            await ws.send_json(self._hello(len(self.connected) + 1))
            self.connected.append(connection)
            self._spawn(self._ping(connection))
            await self._read(connection)
        except ConnectionError:
            # The app went while something was sent to it.
            pass
        finally:
            self._forget(connection)
        return ws

    def _hello(self, number: int) -> Json:
        about = {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060}
        info = {"app_id": self._app_id}
        return {"type": "hello", "num_connections": number, "debug_info": about, "connection_info": info}

    async def _read(self, connection: Connection) -> None:
        while True:
            message = await connection.ws.receive()
            if connection.frozen:
                await asyncio.Event().wait()
            if message.type in (WSMsgType.CLOSED, WSMsgType.CLOSING, WSMsgType.ERROR):
                return
            if message.type is WSMsgType.CLOSE:
                await connection.ws.close()
                return
            await self._take(connection, message)

    async def _take(self, connection: Connection, message: WSMessage) -> None:
        if message.type is WSMsgType.PING:
            await connection.ws.pong(message.data)
        elif message.type is WSMsgType.TEXT:
            told = json.loads(message.data)
            envelope = told.get("envelope_id")
            connection.acks += 1
            waiting = self._waiting.pop(envelope, None)
            if waiting is not None and not waiting.done():
                waiting.set_result(told.get("payload"))

    async def _ping(self, connection: Connection) -> None:
        while connection in self.connected:
            await asyncio.sleep(self._settings.ping_seconds)
            if connection.frozen:
                # After two pings without an answer Slack gives a connection up, too.
                await asyncio.sleep(self._settings.ping_seconds)
                self._forget(connection)
            elif not connection.ws.closed:
                await _quietly(connection.ws.ping(b"Ping from applink"))

    async def send(self, kind: str, payload: Json, attempt: int, reason: str, *, patient: bool) -> Outcome:
        """One envelope to one of the connections, and the wait for its acknowledgement."""
        until = time.monotonic() + (self._settings.patience if patient else 0.0)
        while (connection := self._next()) is None:
            if time.monotonic() >= until:
                return Outcome(False, reason="dispatch_failed")
            await asyncio.sleep(0.01)
        envelope_id = str(uuid.uuid4())
        envelope: Json = {"envelope_id": envelope_id, "payload": payload, "type": kind}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        waiting: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = waiting
        try:
            if not connection.frozen:
                connection.sent += 1
                await _quietly(connection.ws.send_json(envelope))
            return Outcome(True, await asyncio.wait_for(waiting, self._settings.ack_seconds))
        except TimeoutError:
            return Outcome(False, reason="timeout")
        finally:
            self._waiting.pop(envelope_id, None)

    def _next(self) -> Connection | None:
        """The connections in turn, so that a second attempt takes another way."""
        there = [each for each in self.connected if not each.leaving]
        if not there:
            return None
        self._turn += 1
        return there[self._turn % len(there)]

    def cut(self, number: int | None = None) -> None:
        """The oldest connections, or all, are gone without a word."""
        for each in self.connected[:number]:
            self._forget(each)
            each.abort()

    def half_open(self, number: int | None = None) -> None:
        """On the oldest connections, or all, nothing comes any more although they stand."""
        for each in self.connected[:number]:
            each.frozen = True

    def refresh(self, number: int | None = None, reason: str = "refresh_requested") -> None:
        """Slack asks the oldest connections, or all, to be made anew."""
        for each in self.connected[:number]:
            self._spawn(self._ask_to_leave(each, reason))

    async def _ask_to_leave(self, connection: Connection, reason: str) -> None:
        connection.leaving = True
        await _quietly(connection.ws.send_json(_disconnect(reason)))
        await asyncio.sleep(NOTICE)
        self._forget(connection)
        await _quietly(connection.ws.close())

    def _forget(self, connection: Connection) -> None:
        if connection in self.connected:
            self.connected.remove(connection)

    def _spawn(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Everything ends."""
        self.closed = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.cut()


async def _quietly(sending: Any) -> None:
    """Whoever has gone is not told any more."""
    with contextlib.suppress(ConnectionError, RuntimeError):
        await sending


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}}
