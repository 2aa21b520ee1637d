"""Saying something new: posted under its mark, with nothing unfolded, and not in answer to what was taken back."""

import asyncio
from typing import Any

from adapters.slack.address import split
from adapters.slack.drawing import Drawn
from adapters.slack.repeats import marked
from adapters.slack.web import Web
from bot.ports import Gone, PortError


class Saying:
    def __init__(self, web: Web) -> None:
        self._web = web
        self._looking = asyncio.Lock()

    async def post(self, channel: str, drawn: Drawn, mark: str) -> str:
        """Post in this channel or thread, without files; the message's `ts`. Raises as `Web.call` does."""
        place, thread = split(channel)
        answer = await self._web.call(
            "chat.postMessage",
            place=place,
            channel=place,
            thread_ts=thread,
            metadata=marked(mark),
            unfurl_links=False,
            unfurl_media=False,
            **drawn.words(),
        )
        return str(answer["ts"])

    async def look(self, place: str, thread: str, message: str) -> None:
        """Raises Gone where this message of the thread was taken back: Slack might take an answer all the same.

        The answer matters more. Nobody waits in line for this: who comes while another looks goes without, and so does
        everybody while the past can't be read.
        """
        if self._looking.locked():
            return
        only: dict[str, Any] = {"oldest": message, "latest": message, "inclusive": True, "limit": 2}
        async with self._looking:
            try:
                answer = await self._web.call("conversations.replies", channel=place, ts=thread, **only)
            except Gone as gone:
                if str(gone) == "thread_not_found":
                    raise
                return
            except PortError:
                return
        found = [said for said in answer.get("messages", ()) if said.get("ts") == message]
        if not found or found[0].get("subtype") == "tombstone":
            raise Gone("message")
