"""What every room of the running program shares. Made once by the composition root, passed to whoever needs it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from cachetools import TTLCache
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Attention
from bot.catalogue.collect import Catalogue
from bot.community import Community, CommunitySettings, find_community, meet_community
from bot.context import Context
from bot.durable.database import Database
from bot.durable.tables import communities
from bot.language import Translations
from bot.ports import Clock, Directory, Door, Platform
from bot.recent import Recent
from bot.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Adapter:
    """One platform's side of the ports."""

    platform: Platform
    directory: Directory


COMMUNITIES = 10_000
OLDEST = 30.0


class Known:
    """The communities met so far, with their settings.

    One that was changed is read again; and none is older than half a minute, should another process have
    changed it.
    """

    def __init__(self) -> None:
        self._by_key: TTLCache[str, Community] = TTLCache(COMMUNITIES, OLDEST)
        self._keys: dict[int, str] = {}
        self.changes = 0
        """How often anything was forgotten: what was read before the last time may be old."""

    def get(self, key: str) -> Community | None:
        return self._by_key.get(key)

    def with_id(self, community: int) -> Community | None:
        return self._by_key.get(self._keys.get(community, ""))

    def keep(self, community: Community, changes: int) -> None:
        """Remember what was read when `changes` was what it says, unless something has changed since."""
        if changes == self.changes:
            self._by_key[community.key] = community
            self._keys[community.id] = community.key

    def forget(self, key: str) -> None:
        self.changes += 1
        self._by_key.pop(key, None)


@dataclass(frozen=True, slots=True)
class House:
    """The resources, and the communities met so far."""

    database: Database
    catalogue: Catalogue
    translations: Translations
    clock: Clock
    adapters: Mapping[str, Adapter]
    wake_relay: Callable[[], None]
    attention: Attention = field(default_factory=Attention)
    recent: Recent = field(default_factory=Recent)
    understanding: Understanding = field(default_factory=Understanding)
    _known: Known = field(default_factory=Known)

    def adapter(self, community: Community) -> Adapter:
        return self.adapters[community.platform]

    async def community(self, key: str) -> Community | None:
        """The community with this key, or None if it was never welcomed."""
        known = self._known.get(key)
        if known is not None:
            return known
        changes = self._known.changes
        async with self.database.reading() as tx:
            found = await find_community(tx, key)
        if found is not None:
            self._known.keep(found, changes)
        return found

    async def community_with_id(self, community: int) -> Community:
        """The community of a row. Raises LookupError if there is none."""
        known = self._known.with_id(community)
        if known is not None:
            return known
        async with self.database.reading() as tx:
            key = (
                await tx.execute(select(communities.c.key).where(communities.c.id == community))
            ).scalar_one_or_none()
        found = await self.community(key) if key else None
        if found is None:
            raise LookupError(f"no community {community}")
        return found

    async def communities(self) -> Sequence[Community]:
        """Every community that was ever welcomed."""
        async with self.database.reading() as tx:
            keys = (await tx.execute(select(communities.c.key).order_by(communities.c.id))).scalars().all()
        return [found for key in keys if (found := await self.community(key)) is not None]

    async def welcome(self, key: str, name: str, seeds: CommunitySettings) -> Community:
        """Make the community known, with these settings if it is new."""
        async with self.database.transaction("community.meet") as tx:
            return await meet_community(tx, key, name, seeds, self.clock)

    def context(self, tx: AsyncConnection, community: Community) -> Context:
        """A handler's view of the community within this transaction or reading."""
        # A platform whose token was taken away still has its communities.
        adapter = self.adapters.get(community.platform)
        return Context(
            tx,
            community,
            self.clock.now(),
            self.translations,
            self.catalogue,
            _dispatch,
            self._stir,
            self._reset,
            self.recent,
            adapter.platform.doors if adapter is not None else frozenset(Door),
            adapter.platform.largest_file if adapter is not None else 0,
            adapter is not None and adapter.platform.removes,
        )

    def _stir(self, community: int, channel: str) -> None:
        """At once, for who reads in the same transaction; and after it, for what others read meanwhile."""
        self.attention.stir(community, channel)
        self.database.afterwards(partial(self.attention.stir, community, channel))

    def _reset(self, key: str) -> None:
        """The same for a community's settings."""
        self._known.forget(key)
        self.database.afterwards(partial(self._known.forget, key))

    async def set(self, community: Community, name: str, value: object) -> Community:
        """`Context.set` in a transaction of its own."""
        async with self.database.transaction("community.set") as tx:
            return (await self.context(tx, community).set(name, value)).community


async def _dispatch(ctx: Context, happened: object) -> None:
    for handler in ctx.catalogue.reactions(happened):
        await handler(ctx, happened)
