"""Files of a message. Slack takes none with a new message: they are uploaded unseen, and an edit brings them to it.

A file outlives its message and the edit that leaves it out, so it is deleted where it isn't shown any more: it may be
somebody's words.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog

from adapters.slack.drawing import Drawn
from adapters.slack.errors import Refused
from adapters.slack.web import Web
from adapters.slack.workspace import Workspace
from bot.ports import Gone, PortError, Queued, Transient
from bot.vocabulary.replies import File

log = structlog.get_logger(__name__)


class Attaching:
    def __init__(self, web: Web, workspace: Workspace) -> None:
        self._web = web
        self._workspace = workspace

    async def attach(self, place: str, ts: str, drawn: Drawn, files: list[str]) -> None:
        """Bring uploaded files to a message of ours that has none yet."""
        try:
            await self._edit(place, ts, drawn, files)
        except Queued as queued:
            # The message is there: whoever comes again has to look for it.
            raise Transient(str(queued), queued.retry_after) from queued

    @asynccontextmanager
    async def kept(self, files: list[str]) -> AsyncIterator[None]:
        """Uploaded files that nobody gets to see are deleted again: they are somebody's."""
        try:
            yield
        except PortError:
            for file in files:
                with suppress(PortError):
                    await self._web.call("files.delete", file=file)
            raise

    async def update(self, place: str, ts: str, drawn: Drawn, before: Mapping[str, Any]) -> None:
        """Change a message of ours; files that it doesn't have any more are deleted.

        `before` is the message as Slack described it, where it may have had other files; else it may be empty.
        """
        new = await self.upload(drawn.files)
        changed = await self._edit(place, ts, drawn, new)
        await self.clear(before, kept=new)
        await self.clear(changed, kept=new)

    async def clear(self, message: Mapping[str, Any], kept: Iterable[str] = ()) -> None:
        """Delete the bot's own files of a message, as Slack describes it."""
        for file in message.get("files") or ():
            if file.get("user") == self._workspace.bot and file.get("id") not in kept:
                with suppress(Gone, Refused):
                    await self._web.call("files.delete", file=str(file["id"]))

    async def upload(self, files: Iterable[File]) -> list[str]:
        """Their ids; nobody sees them yet.

        Where a workspace takes no texts of ours the message has to do: it says itself that something is missing. Files
        of people raise Refused: somebody counts on them.
        """
        made: list[str] = []
        for file in files:
            theirs = isinstance(file.content, bytes)
            try:
                content = file.content if isinstance(file.content, bytes) else file.content.encode()
                made.append(await self._web.upload(file.name, content))
            except Refused as refused:
                log.warning("slack.file_refused", code=refused.code)
                if theirs:
                    raise
        return made

    async def _edit(self, place: str, ts: str, drawn: Drawn, files: list[str]) -> Mapping[str, Any]:
        answer = await self._web.call(
            "chat.update", channel=place, ts=ts, file_ids=files or None, **drawn.words()
        )
        message: Any = answer.get("message")
        return message if isinstance(message, Mapping) else {}
