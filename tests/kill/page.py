"""What one person sees and does on the sandbox's page: over its real WebSocket, across deaths of the program."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import aiohttp

Line = dict[str, Any]

PATIENCE = 60.0
"""Seconds until somebody who waits gives up, and the test with them."""
SETTLED = ("answered", "failed")


class Died(Exception):
    """The program is gone: a page lost its connection."""


class Page:
    """One person's window. Opened anew it shows what is there then, as a page that was reloaded.

    `heard` is set whenever there is something new; several pages may share one.
    """

    def __init__(self, person: str, heard: asyncio.Event) -> None:
        self.person = person
        self.lost = True
        self._heard = heard
        self._asked = 0
        self._answers: dict[int, asyncio.Future[Line]] = {}
        self._reader: asyncio.Task[None] | None = None
        self._forget()

    async def open(self, session: aiohttp.ClientSession, url: str) -> None:
        """Load everything this person can see. Raises Died."""
        self._forget()
        try:
            self._socket = await session.ws_connect(
                f"{url}/ws", params={"as": self.person}, origin=url, max_msg_size=0
            )
        except aiohttp.ClientError as error:
            raise Died from error
        self.lost = False
        self._reader = asyncio.create_task(self._read())
        await self.until(lambda: self._clock is not None)
        for channel in tuple(self._channels):
            await self.ask("look", channel=channel)

    async def close(self) -> None:
        if self._reader is not None:
            await self._socket.close()
            await self._reader

    async def says(self, channel: str, text: str) -> None:
        await self.ask("post", channel=channel, text=text)

    async def presses(self, action: str, channel: str) -> None:
        """The newest button of that action in the channel."""
        message, button = self._button(action, channel)
        await self.ask("press", channel=channel, button=button, message=message)

    async def fills(self, action: str, channel: str, **values: str) -> None:
        """Press a button that opens a form, fill it in and send it."""
        self._forms.clear()
        await self.presses(action, channel)
        await self.until(lambda: bool(self._forms))
        await self.ask("submit", channel=channel, form=self._forms[-1]["id"], values=values)

    async def types(self, line: str) -> None:
        """A command, without its slash."""
        await self.ask("command", channel="general", line=line)

    async def moves_clock(self, leap: timedelta) -> None:
        await self.ask("advance", seconds=leap.total_seconds())

    async def catches_up(self) -> None:
        """Hear everything that was so when this was asked: the answer comes after it."""
        await self.ask("look", channel="general")

    def sees(self, text: str, kind: str) -> bool:
        """Whether a message with these words stands in a channel of the kind."""
        return any(text in _words(message) for message in self._in(kind))

    def offers(self, action: str, kind: str) -> bool:
        """Whether a message with a button of that action stands in a channel of the kind."""
        return any(button for message in self._in(kind) for button in _buttons(message, action))

    def channel(self, kind: str) -> str:
        """The newest channel of the kind that this person sees."""
        *_, newest = (number for number, channel in self._channels.items() if channel["kind"] == kind)
        return newest

    @property
    def now(self) -> datetime:
        """The community's time, as the page goes on counting it."""
        assert self._clock is not None
        told, at = self._clock
        return told + timedelta(seconds=time.monotonic() - at)

    async def ask(self, kind: str, **values: Any) -> Line:
        """Ask and wait for the answer; for an interaction its last state. Raises Died."""
        self._asked += 1
        request, answer = self._asked, asyncio.get_running_loop().create_future()
        self._answers[request] = answer
        with suppress(ConnectionError):
            await self._socket.send_json({"type": kind, "request": request, **values})
        await self.until(answer.done)
        line: Line = answer.result()
        assert line["type"] != "refused", f"{self.person} was refused {kind}: {line['text']}"
        return line

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until it is so. Raises Died when the connection is lost before."""
        async with asyncio.timeout(PATIENCE):
            while not seen():
                if self.lost:
                    raise Died
                self._heard.clear()
                await self._heard.wait()

    def _forget(self) -> None:
        self._channels: dict[str, Line] = {}
        self._messages: dict[int, Line] = {}
        self._forms: list[Line] = []
        self._clock: tuple[datetime, float] | None = None

    def _in(self, kind: str) -> Iterator[Line]:
        """Messages in channels of the kind, newest first."""
        for number in sorted(self._messages, reverse=True):
            message = self._messages[number]
            if self._channels[message["channel"]]["kind"] == kind and not message["deleted"]:
                yield message

    def _button(self, action: str, channel: str) -> tuple[str, str]:
        for message in self._in(self._channels[channel]["kind"]):
            for button in _buttons(message, action):
                if message["channel"] == channel:
                    return message["id"], button
        raise AssertionError(f"{self.person} sees no button {action!r} in {channel}")

    async def _read(self) -> None:
        try:
            async for message in self._socket:
                self._take(message.json())
                self._heard.set()
        finally:
            self.lost = True
            self._heard.set()

    def _take(self, line: Line) -> None:
        match line["type"]:
            case "welcome":
                self._channels = {channel["id"]: channel for channel in line["channels"]}
                self._clock = datetime.fromisoformat(line["now"]), time.monotonic()
            case "clock":
                self._clock = datetime.fromisoformat(line["now"]), time.monotonic()
            case "channel":
                self._channels[line["channel"]["id"]] = line["channel"]
            case "message":
                self._messages[int(line["message"]["id"])] = line["message"]
            case "form":
                self._forms.append(line["form"])
            case "history":
                self._messages |= {int(message["id"]): message for message in line["messages"]}
        waiting = self._answers.get(line.get("request") or 0)
        if waiting and not waiting.done() and line.get("state", "answered") in SETTLED:
            waiting.set_result(line)


def _words(message: Line) -> str:
    """What is written: a person's text, or everything in a message of the program."""
    return json.dumps(message["body"], ensure_ascii=False) if message["body"] else message["text"]


def _buttons(message: Line, action: str) -> Iterator[str]:
    for button in (message["body"] or {}).get("buttons", ()):
        if button["id"].split(":")[1] == action.replace(" ", "."):
            yield button["id"]
