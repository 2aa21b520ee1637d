"""Servers as communities: their row, what is watched in them, and whose a direct message is."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from sqlalchemy import select

from adapters.discord.errors import translated
from bot.community import Community, CommunitySettings
from bot.core import Core
from bot.durable.database import Database
from bot.durable.tables import communities, places
from bot.ports import Gone

PLATFORM = "discord"
ASKED = 10
"""Servers that are asked whether somebody is in them, at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """Channels that are watched from now on, and channels that are not any more."""

    begun: frozenset[int]
    ended: frozenset[int]


def key_of(guild: int) -> str:
    return f"{PLATFORM}:{guild}"


class Communities:
    """What the core knows of the servers, in a form that can be asked for each message without waiting."""

    def __init__(self, client: discord.Client, database: Database) -> None:
        self._client = client
        self._database = database
        self._rows: dict[str, int] = {}
        self._watched: dict[int, frozenset[int]] = {}

    async def load(self) -> None:
        """Everything that was ever met: buttons of servers that are away still have their row."""
        known = select(communities.c.key, communities.c.id).where(
            communities.c.key.startswith(f"{PLATFORM}:", autoescape=True)
        )
        async with self._database.reading() as tx:
            self._rows |= {row.key: row.id for row in await tx.execute(known)}

    def row(self, key: str) -> int:
        """The row id of a community. Raises KeyError for one that was never met."""
        return self._rows[key]

    def knows(self, key: str) -> bool:
        return key in self._rows

    def with_row(self, row: int) -> str | None:
        """The key of the community with this row id."""
        return next((key for key, known in self._rows.items() if known == row), None)

    def watched(self, guild: int) -> frozenset[int]:
        return self._watched.get(guild, frozenset())

    async def meet(self, core: Core, guild: discord.Guild) -> tuple[Community, bool]:
        """The community of a server, and whether it was met for the first time."""
        key = key_of(guild.id)
        known = await core.community(key)
        community = known or await core.welcome(key, guild.name, CommunitySettings())
        self._rows[key] = community.id
        self._watched.setdefault(guild.id, _channels(community))
        return community, known is None

    async def refresh(self, core: Core, guild: int) -> Change:
        """Look at the settings again; what has changed since the last time."""
        community = await core.community(key_of(guild))
        before = self.watched(guild)
        now = _channels(community) if community is not None else frozenset()
        self._watched[guild] = now
        return Change(now - before, before - now)

    async def of_direct(self, channel: int, member: int) -> str | None:
        """Whose a direct message is: of the server of the latest case there, else of one they are in.

        Somebody in several servers who never wrote to us before is heard by the first that knows them, in the
        order of the servers' age. Raises Transient when Discord does not say.
        """
        found = await self.of_conversation(channel)
        if found is not None:
            return found
        guilds = sorted(self._client.guilds, key=lambda guild: guild.id)
        if len(guilds) == 1:
            return key_of(guilds[0].id)
        return await self._first_with(member, guilds[:ASKED])

    async def of_conversation(self, channel: int) -> str | None:
        """The community whose place this channel is; of several, as in a direct message, the latest."""
        latest = (
            select(communities.c.key)
            .join(places, places.c.community_id == communities.c.id)
            .where(places.c.channel == str(channel))
            .order_by(places.c.opened_at.desc())
            .limit(1)
        )
        async with self._database.reading() as tx:
            found: str | None = await tx.scalar(latest)
        return found

    async def _first_with(self, member: int, guilds: Sequence[discord.Guild]) -> str | None:
        for guild in guilds:
            try:
                with translated():
                    await guild.fetch_member(member)
            except Gone:
                continue
            return key_of(guild.id)
        return None


def _channels(community: Community) -> frozenset[int]:
    return frozenset(int(channel) for channel in community.settings.watched if channel.isdecimal())
