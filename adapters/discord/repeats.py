"""Saying once what is sent twice.

Discord drops a second message under the same nonce, but only for a few minutes. Where an earlier attempt may have
reached it without our hearing of that (a crash, an outage, a cut connection), the bot's own latest messages in the
channel are read before anything is posted again. A message is known by its mark, the id of one of its components; else
by the ids of its buttons; one without buttons by its words. The last two may be those of another message, so one that
a row of the outbox has posted is not taken for this one. An edit leaves the mark where this process has posted or found
the message; of others the row is settled.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from sqlalchemy import select

from adapters.common.attempts import repeated_since
from adapters.discord.drawing import Drawn
from adapters.discord.limits import NONCE
from bot.durable.database import Database
from bot.durable.tables import outbox
from bot.ports import Destination
from bot.vocabulary.places import MessageRef

LOOKED_THROUGH = 1000
"""Messages of a channel, from the first attempt on; a channel that had more meanwhile is a busy one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a message is known by: the nonce for Discord, and a component's id for us."""

    nonce: str
    number: int


@dataclass(frozen=True, slots=True)
class Sought:
    """A message that may have been posted already; `community` is the community's row id."""

    community: int
    to: Destination
    drawn: Drawn
    mark: Mark


def mark_of(key: str, channel: str) -> Mark:
    """Of a key of the outbox in this channel: in another channel the same key is another message."""
    digest = hashlib.sha256(f"{channel}:{key}".encode()).digest()
    number = int.from_bytes(digest[:4]) % (2**31 - 1) + 1
    return Mark(digest.hex()[:NONCE], number)


class Repeats:
    """Reads the outbox: what is being sent not for the first time, and which messages it has settled."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, community: int) -> datetime | None:
        """From when on messages of ours may be there that we did not hear of; None if there are none."""
        return await repeated_since(self._database, community)

    async def said(self, channel: discord.PartialMessageable, me: int, sought: Sought) -> MessageRef | None:
        """What an earlier attempt posted, if there was one. Costs nothing when nothing is being repeated."""
        since = await self.since(sought.community)
        if since is None:
            return None
        ours, place = await _ours_since(channel, me, since), sought.to.channel
        for message in ours:
            if _bears(message, sought.mark):
                return MessageRef(place, str(message.id))
        same = [str(m.id) for m in ours if _says_the_same(m, sought.drawn, sought.to.reply_to)]
        settled = await self._settled(sought.community, place, same) if same else ()
        return next((MessageRef(place, found) for found in same if found not in settled), None)

    async def _settled(self, community: int, channel: str, messages: list[str]) -> set[str]:
        """Those of the messages that a row of the outbox has posted and stored."""
        here = (outbox.c.community_id == community) & (outbox.c.channel == channel)
        query = select(outbox.c.message).where(here, outbox.c.message.in_(messages))
        async with self._database.reading() as tx:
            return set((await tx.execute(query)).scalars())


async def _ours_since(
    channel: discord.PartialMessageable, me: int, since: datetime
) -> tuple[discord.Message, ...]:
    """The bot's own messages there, oldest first; none where it may not read the history."""
    history = channel.history(after=since, limit=LOOKED_THROUGH, oldest_first=True)
    try:
        return tuple([message async for message in history if message.author.id == me])
    except discord.Forbidden:
        return ()


def _bears(message: discord.Message, mark: Mark) -> bool:
    """Whether this message was sent under the mark."""
    return any(getattr(component, "id", None) == mark.number for component in _components(message.components))


def _says_the_same(message: discord.Message, drawn: Drawn, reply_to: str | None) -> bool:
    """Whether a message in answer to the same one has the same buttons or, where there are none, the same words."""
    answers = message.reference.message_id if message.reference else None
    if answers != (int(reply_to) if reply_to else None):
        return False
    shown, meant = _buttons(message.components), _buttons(drawn.view.walk_children() if drawn.view else ())
    if shown or meant or drawn.content is None:
        return bool(meant) and shown == meant
    return message.content.strip() == drawn.content.strip()


def _buttons(components: Any) -> set[str]:
    return {found.custom_id for found in _components(components) if getattr(found, "custom_id", None)}


def _components(components: Any) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _components(getattr(component, "children", ()))
