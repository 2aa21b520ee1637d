"""A websocket of the gateway and the session told over it."""

import asyncio
import json
import time
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.discord.intents import Intent
from tests.fakes.discord.model import Json

DISPATCH = 0
REPLAYED_AT_MOST = 50_000


@dataclass(eq=False)
class Session:
    """What one IDENTIFY began: events are numbered in it, and kept to be told again after a drop."""

    id: str
    shard: tuple[int, int]
    intents: Intent
    line: "Line | None" = None
    sequence: int = 0
    told: deque[tuple[int, str, Json]] = field(default_factory=lambda: deque(maxlen=REPLAYED_AT_MOST))
    lost_at: float | None = None

    def dispatch(self, name: str, data: Json) -> None:
        """Number an event, keep it, and tell it if somebody is on the line."""
        self.sequence += 1
        self.told.append((self.sequence, name, data))
        if self.line is not None:
            self.line.send({"op": DISPATCH, "s": self.sequence, "t": name, "d": data})


class Dam:
    """Closed, it keeps packed frames back on every line."""

    def __init__(self) -> None:
        self._is_open = asyncio.Event()
        self._is_open.set()

    def close(self) -> None:
        """Keep back what comes."""
        self._is_open.clear()

    def open(self) -> None:
        """Let everything go."""
        self._is_open.set()

    @property
    def is_open(self) -> bool:
        """Whether frames go out."""
        return self._is_open.is_set()

    async def opened(self) -> None:
        """Wait until frames go out."""
        await self._is_open.wait()


class Line:
    """One websocket: what is sent is compressed in one stream and goes out in order, late if it is to lag."""

    def __init__(
        self, socket: web.WebSocketResponse, request: web.Request, lag: Callable[[], float], dam: Dam
    ) -> None:
        self.socket = socket
        self.request = request
        self._lag = lag
        self._dam = dam
        self._stream = zlib.compressobj(1) if request.query.get("compress") == "zlib-stream" else None
        self._queue: asyncio.Queue[tuple[float, Json]] = asyncio.Queue()
        self._packed: asyncio.Queue[str | bytes] = asyncio.Queue()
        self._packing = False

    def send(self, frame: Json) -> None:
        """Put a frame in the line."""
        self._queue.put_nowait((time.monotonic(), frame))

    @property
    def is_packed(self) -> bool:
        """Whether nothing is left to be packed."""
        return self._queue.empty() and not self._packing

    async def work(self) -> None:
        """Pack and send what is in the line until the connection is gone."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._pack())
            tasks.create_task(self._send())

    async def _pack(self) -> None:
        while True:
            since, frame = await self._queue.get()
            self._packing = True
            late = since + self._lag() - time.monotonic()
            if late > 0:
                await asyncio.sleep(late)
            text = json.dumps(frame, separators=(",", ":"))
            if self._stream is None:
                self._packed.put_nowait(text)
            else:
                packed = self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)
                self._packed.put_nowait(packed)
            self._packing = False

    async def _send(self) -> None:
        try:
            while True:
                packed = await self._packed.get()
                if not self._dam.is_open:
                    await self._dam.opened()
                await (
                    self.socket.send_str(packed)
                    if isinstance(packed, str)
                    else self.socket.send_bytes(packed)
                )
        except ConnectionError:
            return

    def cut(self) -> None:
        """The connection is gone without a goodbye."""
        if self.request.transport is not None:
            self.request.transport.abort()
