"""What must go out. Rows are written in the transaction that causes them; the relay performs them.

Order: one row in flight per place, first in first out; between places by priority. Times here are real time,
never the clock of promises: or time travel would send twice.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import uuid4

from sqlalchemy import ColumnElement, FromClause, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.once import insert_once
from bot.durable.tables import outbox
from bot.vocabulary.codec import to_json
from bot.vocabulary.places import MessageRef, Place, Public, place_key
from bot.vocabulary.replies import Message


class Priority(IntEnum):
    """Lower goes first."""

    ACKNOWLEDGEMENT = 10
    HUMAN_REPLY = 20
    STAFF = 30
    REMINDER = 40
    BULK = 50


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    SHUT = "shut"
    GONE = "gone"
    EXPIRED = "expired"
    DEAD = "dead"


LIVE = (State.WAITING, State.SENDING)


def live(rows: FromClause = outbox) -> ColumnElement[bool]:
    """Whether a row is still to be settled. Not a parameter: SQLite knows a partial index by its very words."""
    return rows.c.state.in_(bindparam("live", LIVE, expanding=True, literal_execute=True))


class Effect(StrEnum):
    """`say` posts a message once; `show` posts a view or edits it to what is true now; `hide` takes it down.

    `react` and `pin` are about a message that stands there already. `remove` is about somebody's message, and says
    only by which measure: whether that still permits it is asked when the row is performed.
    """

    SAY = "say"
    SHOW = "show"
    HIDE = "hide"
    REACT = "react"
    PIN = "pin"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class View:
    """A message that is rendered when it is sent: the renderer's name and what it is about."""

    name: str
    subject: int


@dataclass(frozen=True, slots=True)
class Outbox:
    """Appends effects to the outbox of one community, within the caller's transaction."""

    tx: AsyncConnection
    community: int

    async def say(
        self,
        place: Place,
        message: Message,
        key: str,
        *,
        priority: Priority,
        case: int | None = None,
        expires_in: timedelta | None = None,
    ) -> None:
        """Post once. `key` is derived from the cause: a second row with it is not written."""
        payload = to_json(Message, message)
        await self._append(Effect.SAY, place, payload, f"{self.community}:{key}", priority, case, expires_in)

    async def show(
        self,
        place: Place,
        view: View,
        *,
        priority: Priority = Priority.STAFF,
        case: int | None = None,
        expires_in: timedelta | None = None,
    ) -> None:
        """What is shown at the place is stale. One waiting row is enough, however often this is said."""
        await self._once(Effect.SHOW, place, view, priority, case, expires_in)

    async def show_anew(self, place: Place, view: View, *, case: int | None = None) -> None:
        """As a new message at the end of the place: an edit far up there would be seen by nobody."""
        if await self._waiting(place, view) != [Effect.SHOW, Effect.HIDE]:
            await self.hide(place, view, case=case)
            await self.show(place, view, case=case)

    async def hide(self, place: Place, view: View, *, case: int | None = None) -> None:
        """Take down what was shown at the place; nothing happens if it never was."""
        await self._once(Effect.HIDE, place, view, Priority.ACKNOWLEDGEMENT, case, None)

    async def react(self, message: MessageRef, emoji: str, place: Place, key: str) -> None:
        """Put an emoji under somebody's message."""
        payload = {"channel": message.channel, "message": message.message, "emoji": emoji}
        key = f"{self.community}:{key}"
        await self._append(Effect.REACT, place, payload, key, Priority.ACKNOWLEDGEMENT, None, None)

    async def pin(self, message: MessageRef, place: Place, key: str) -> None:
        """Keep a message of our own in sight."""
        payload = {"channel": message.channel, "message": message.message}
        key = f"{self.community}:{key}"
        await self._append(Effect.PIN, place, payload, key, Priority.STAFF, None, None)

    async def remove(self, infraction: int, message: MessageRef, key: str) -> None:
        """Remove the message of this measure, if the ladder still permits it when the row's turn has come."""
        payload = {"subject": infraction}
        key = f"{self.community}:{key}"
        await self._append(Effect.REMOVE, Public(message), payload, key, Priority.HUMAN_REPLY, None, None)

    async def _once(
        self,
        effect: Effect,
        place: Place,
        view: View,
        priority: Priority,
        case: int | None,
        expires_in: timedelta | None,
    ) -> None:
        if (await self._waiting(place, view))[:1] != [effect]:
            payload = {"name": view.name, "subject": view.subject}
            key = self._stem(effect, place, view) + uuid4().hex
            await self._append(effect, place, payload, key, priority, case, expires_in)

    async def _waiting(self, place: Place, view: View) -> list[Effect]:
        """What is to become of the view and has not begun, the latest first; two at most."""
        stems = (self._stem(of, place, view) for of in (Effect.SHOW, Effect.HIDE))
        rows = select(outbox.c.effect).where(
            outbox.c.community_id == self.community,
            outbox.c.place == place_key(place),
            live(),
            outbox.c.state == State.WAITING,
            or_(*(outbox.c.key.startswith(stem, autoescape=True) for stem in stems)),
        )
        found = await self.tx.execute(rows.order_by(outbox.c.id.desc()).limit(2))
        return [Effect(row.effect) for row in found]

    def _stem(self, effect: Effect, place: Place, view: View) -> str:
        return f"{self.community}:{effect}:{view.name}:{view.subject}:{place_key(place)}:"

    async def _append(
        self,
        effect: Effect,
        place: Place,
        payload: object,
        key: str,
        priority: Priority,
        case: int | None,
        expires_in: timedelta | None,
    ) -> None:
        now = datetime.now(UTC)
        row = {
            "community_id": self.community,
            "place": place_key(place),
            "effect": effect,
            "payload": payload,
            "key": key,
            "case_id": case,
            "priority": priority,
            "state": State.WAITING,
            "attempts": 0,
            "generation": 0,
            "created_at": now,
            "not_before": now,
            "expires_at": now + expires_in if expires_in else None,
        }
        await insert_once(self.tx, outbox, row)
