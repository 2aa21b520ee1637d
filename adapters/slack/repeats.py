"""Saying once what is sent twice.

Slack takes no idempotency key. A message carries a mark in its metadata, by which it is known again: where an earlier
attempt may have reached Slack without our hearing of that (a crash, an outage, a cut connection), the bot's own latest
messages in the place are read before anything is posted again. The mark says nothing to anybody: everyone in the
workspace may read it.
"""

import hashlib
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

from adapters.slack.address import split
from adapters.slack.errors import Refused
from adapters.slack.web import Web
from adapters.slack.workspace import Workspace
from bot.ports import Gone

EVENT = "ombud"
LOOKED_THROUGH = 1000
"""Messages of a place, from the first attempt on; one that had more meanwhile is a busy one."""

Said = Mapping[str, Any]
"""A message as Slack describes it."""


def mark_of(key: str, channel: str) -> str:
    """Of a key of the outbox in this place: elsewhere the same key is another message."""
    return hashlib.sha256(f"{channel}:{key}".encode()).hexdigest()[:32]


def marked(mark: str) -> dict[str, Any]:
    """The metadata of a message that bears this mark."""
    return {"event_type": EVENT, "event_payload": {"key": mark}}


class Repeats:
    """Reads back what the bot has said."""

    def __init__(self, web: Web, workspace: Workspace) -> None:
        self._web = web
        self._workspace = workspace

    async def said(self, channel: str, mark: str, since: datetime, most: int = LOOKED_THROUGH) -> Said | None:
        """The message in this channel or thread that bears the mark; None where the bot may not read.

        Raises Transient: not knowing is no reason to say it again.
        """
        oldest = f"{since.timestamp():.6f}"
        try:
            async for message in self._messages(channel, most, oldest=oldest):
                if self._bears(message, mark):
                    return message
        except (Gone, Refused):
            return None
        return None

    async def one(self, channel: str, ts: str) -> Said | None:
        """One message as it is now; None where it is gone, or may not be read. Raises Transient."""
        try:
            async for message in self._messages(channel, 2, oldest=ts, latest=ts, inclusive=True):
                if message.get("ts") == ts and message.get("subtype") != "tombstone":
                    return message
        except (Gone, Refused):
            return None
        return None

    def _messages(self, channel: str, most: int, **within: Any) -> AsyncIterator[Said]:
        place, thread = split(channel)
        method = "conversations.replies" if thread else "conversations.history"
        return self._web.pages(
            method, "messages", most=most, channel=place, ts=thread, include_all_metadata=True, **within
        )

    def _bears(self, message: Said, mark: str) -> bool:
        metadata = message.get("metadata") or {}
        ours = message.get("user") == self._workspace.bot or message.get("bot_id") == self._workspace.program
        return ours and (metadata.get("event_payload") or {}).get("key") == mark
