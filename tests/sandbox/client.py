"""A page without a browser: speaks the sandbox's protocol over its WebSocket."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

Line = dict[str, Any]
SETTLED = {"answered", "failed"}


class PageClient:
    """One window of one person. `lines` is everything heard that answered no question."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.lines: list[Line] = []
        self.states: list[str] = []
        self._socket = socket
        self._answers: dict[int, asyncio.Future[Line]] = {}
        self._heard = asyncio.Condition()
        self._reader = asyncio.create_task(self._read())

    async def ask(self, kind: str, **values: Any) -> Line:
        """Ask and wait for the answer: of an interaction its last state, else what was asked for."""
        request = len(self._answers) + 1
        self._answers[request] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"type": kind, "request": request, **values})
        return await asyncio.wait_for(self._answers[request], 20)

    async def tell(self, text: str) -> None:
        """Send a line as it is, well-formed or not."""
        await self._socket.send_str(text)

    async def until(self, kind: str, fits: Callable[[Line], bool] = bool) -> Line:
        """The first line of this kind that fits, heard already or yet to come."""

        def found() -> Line | None:
            return next((line for line in self.lines if line["type"] == kind and fits(line)), None)

        async with self._heard:
            await asyncio.wait_for(self._heard.wait_for(lambda: found() is not None), 20)
        line = found()
        assert line is not None
        return line

    async def close(self) -> None:
        self._reader.cancel()
        await asyncio.gather(self._reader, return_exceptions=True)
        await self._socket.close()

    async def _read(self) -> None:
        async for message in self._socket:
            await self._take(message.json())

    async def _take(self, line: Line) -> None:
        waiting = self._answers.get(line.get("request") or 0)
        if line["type"] == "interaction":
            self.states.append(line["state"])
            if line["state"] not in SETTLED:
                return
        if waiting is not None and not waiting.done():
            waiting.set_result(line)
            return
        async with self._heard:
            self.lines.append(line)
            self._heard.notify_all()


@asynccontextmanager
async def page_of(url: str, person: str) -> AsyncIterator[PageClient]:
    """This person's page, welcomed."""
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(f"{url}/ws", params={"as": person}, origin=url, max_msg_size=0)
        page = PageClient(socket)
        try:
            await page.until("welcome")
            yield page
        finally:
            await page.close()


async def eventually(true: Callable[[], bool]) -> None:
    """Wait until this is so. Raises TimeoutError after 20 seconds."""
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110  # what is waited for is no event of its own
            await asyncio.sleep(0.01)
