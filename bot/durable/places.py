"""Which channel of the platform a logical place is, once it was opened; and the way back."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.tables import places
from bot.vocabulary.places import Place, parse_place, place_key


@dataclass(frozen=True, slots=True)
class Places:
    """The opened places of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def channel_of(self, place: Place) -> str | None:
        here = (places.c.community_id == self.community) & (places.c.place == place_key(place))
        channel: str | None = (
            await self.tx.execute(select(places.c.channel).where(here))
        ).scalar_one_or_none()
        return channel

    async def of_channel(self, channel: str) -> tuple[Place, ...]:
        """The places that are this channel: one, but for a DM that serves several cases (latest first)."""
        here = (places.c.community_id == self.community) & (places.c.channel == channel)
        rows = await self.tx.execute(select(places.c.place).where(here).order_by(places.c.opened_at.desc()))
        return tuple(parse_place(row.place) for row in rows)

    async def any_team(self) -> bool:
        """Whether specialists can be asked at all: some team of theirs has a channel."""
        here = (places.c.community_id == self.community) & places.c.place.startswith("team:")
        return (await self.tx.execute(select(places.c.place).where(here).limit(1))).first() is not None

    async def keep(self, place: Place, channel: str) -> None:
        """The place is open there."""
        await self.forget(place)
        row = {"community_id": self.community, "place": place_key(place), "channel": channel}
        await self.tx.execute(insert(places).values(**row, opened_at=datetime.now(UTC)))

    async def forget(self, place: Place) -> None:
        here = (places.c.community_id == self.community) & (places.c.place == place_key(place))
        await self.tx.execute(delete(places).where(here))
