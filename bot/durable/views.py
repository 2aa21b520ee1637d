"""Where each view is shown and what it looked like: so that it is edited, not said again."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.outbox import View
from bot.durable.tables import views
from bot.vocabulary.places import MessageRef, Place, place_key


@dataclass(frozen=True, slots=True)
class Shown:
    """`message` is None until it was posted; `posting` counts how often it had to be posted anew."""

    message: MessageRef | None
    hash: str | None
    posting: int


@dataclass(frozen=True, slots=True)
class Views:
    """The views of one community, within the caller's transaction or reading."""

    tx: AsyncConnection
    community: int

    async def find(self, place: Place, view: View) -> Shown | None:
        row = (await self.tx.execute(select(views).where(self._is(place, view)))).one_or_none()
        if row is None:
            return None
        return Shown(MessageRef(row.channel, row.message) if row.message else None, row.hash, row.posting)

    async def keep(self, place: Place, view: View, shown: Shown) -> None:
        changed = {
            "channel": shown.message.channel if shown.message else None,
            "message": shown.message.message if shown.message else None,
            "hash": shown.hash,
            "posting": shown.posting,
        }
        done = await self.tx.execute(update(views).where(self._is(place, view)).values(**changed))
        if done.rowcount == 0:
            key = {"community_id": self.community, "place": place_key(place)}
            await self.tx.execute(
                insert(views).values(**key, name=view.name, subject=view.subject, **changed)
            )

    async def forget(self, place: Place, view: View) -> None:
        await self.tx.execute(delete(views).where(self._is(place, view)))

    def _is(self, place: Place, view: View) -> ColumnElement[bool]:
        return (
            (views.c.community_id == self.community)
            & (views.c.place == place_key(place))
            & (views.c.name == view.name)
            & (views.c.subject == view.subject)
        )
