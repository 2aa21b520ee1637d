"""What every room of the running program shares. Made once by the composition root, passed to whoever needs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.collect import Catalogue
from bot.community import Community, CommunitySettings, change_setting, find_community, meet_community
from bot.context import Context
from bot.durable.database import Database
from bot.durable.tables import communities
from bot.language import Translations
from bot.ports import Clock, Directory, Platform


@dataclass(frozen=True, slots=True)
class Adapter:
    """One platform's side of the ports."""

    platform: Platform
    directory: Directory


@dataclass(frozen=True, slots=True)
class House:
    """The resources, and the communities met so far (settings are read once and replaced when changed)."""

    database: Database
    catalogue: Catalogue
    translations: Translations
    clock: Clock
    adapters: Mapping[str, Adapter]
    wake_relay: Callable[[], None]
    _known: dict[str, Community] = field(default_factory=dict)

    def adapter(self, community: Community) -> Adapter:
        return self.adapters[community.platform]

    async def community(self, key: str) -> Community | None:
        """The community with this key, or None if it was never welcomed."""
        if key not in self._known:
            async with self.database.reading() as tx:
                found = await find_community(tx, key)
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]

    async def community_with_id(self, community: int) -> Community:
        """The community of a row. Raises LookupError if there is none."""
        for known in self._known.values():
            if known.id == community:
                return known
        async with self.database.reading() as tx:
            key = (
                await tx.execute(select(communities.c.key).where(communities.c.id == community))
            ).scalar_one_or_none()
        found = await self.community(key) if key else None
        if found is None:
            raise LookupError(f"no community {community}")
        return found

    async def welcome(self, key: str, name: str, seeds: CommunitySettings) -> Community:
        """Make the community known, with these settings if it is new."""
        async with self.database.transaction("community.meet") as tx:
            self._known[key] = await meet_community(tx, key, name, seeds, self.clock)
        return self._known[key]

    def context(self, tx: AsyncConnection, community: Community) -> Context:
        """A handler's view of the community within this transaction or reading."""
        return Context(tx, community, self.clock.now(), self.translations, self.catalogue, _dispatch)

    async def set(self, community: Community, name: str, value: object) -> Community:
        """Change one setting for everybody. Raises pydantic.ValidationError if the value isn't allowed."""
        async with self.database.transaction("community.set") as tx:
            # As it is now: whoever asks may have looked before somebody else changed another setting.
            known = await find_community(tx, community.key) or community
            changed = await change_setting(tx, known, name, value)
        self._known[community.key] = changed
        return changed


async def _dispatch(ctx: Context, happened: object) -> None:
    for handler in ctx.catalogue.reactions(happened):
        await handler(ctx, happened)
