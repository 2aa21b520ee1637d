"""Outbox rows in flight: claimed by the hundred under a lease, settled in groups."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.durable.outbox import LIVE, Effect, State, live
from bot.durable.tables import outbox
from bot.vocabulary.places import MessageRef

BATCH = 100
LEASE = timedelta(seconds=60)
ATTEMPTS = 10


_OTHER = outbox.alias("other")
BLOCKED: ColumnElement[bool] = exists().where(
    _OTHER.c.community_id == outbox.c.community_id,
    _OTHER.c.place == outbox.c.place,
    _OTHER.c.id != outbox.c.id,
    live(_OTHER),
    or_(_OTHER.c.id < outbox.c.id, _OTHER.c.state == State.SENDING),
)
"""Whether another row of the place is in flight, or goes first: ids can appear in another order than given."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One claimed row; `generation` is the lease's, checked again before the row is sent and when it is settled."""

    id: int
    community_id: int
    place: str
    effect: Effect
    payload: Any
    key: str
    case_id: int | None
    attempts: int
    generation: int
    created_at: datetime
    expires_at: datetime | None

    @property
    def repeated(self) -> bool:
        """Whether an earlier attempt may have reached the platform without our hearing of it."""
        return self.attempts > 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an errand. `again_after` seconds (and WAITING) when it is to be tried again."""

    errand: Errand
    state: State
    message: MessageRef | None = None
    reason: str | None = None
    again_after: float = 0.0
    counted: bool = True
    shown: str | None = None
    """The hash of the view that is shown now."""
    lost: tuple[str, ...] = ()
    """The names of files that could not be carried."""


async def claim(tx: AsyncConnection, limit: int = BATCH) -> list[Errand]:
    """The next rows to send: the first of each place, most pressing first, put under a lease."""
    now = datetime.now(UTC)
    ready = and_(live(), outbox.c.state == State.WAITING, outbox.c.not_before <= now, ~BLOCKED)
    rows = select(outbox).where(ready).order_by(outbox.c.priority, outbox.c.id).limit(limit)
    found = (await tx.execute(rows.with_for_update(skip_locked=True))).all()
    if found:
        leased = {
            "state": State.SENDING,
            "lease_until": now + LEASE,
            "generation": outbox.c.generation + 1,
        }
        await tx.execute(update(outbox).where(outbox.c.id.in_([row.id for row in found])).values(**leased))
    return [_errand(row) for row in found]


async def still_ours(tx: AsyncConnection, errand: Errand) -> bool:
    """Whether the lease has not passed to somebody else."""
    found = select(outbox.c.generation).where(outbox.c.id == errand.id, outbox.c.state == State.SENDING)
    return (await tx.execute(found)).scalar_one_or_none() == errand.generation


async def settle(tx: AsyncConnection, outcome: Outcome) -> bool:
    """Write what became of it; the payload is erased unless it is tried again. False if the lease was lost."""
    errand, now = outcome.errand, datetime.now(UTC)
    changed: dict[str, object] = {"state": outcome.state, "lease_until": None, "reason": outcome.reason}
    if outcome.state is State.WAITING:
        changed["not_before"] = now + timedelta(seconds=outcome.again_after)
        changed["attempts"] = errand.attempts + outcome.counted
    else:
        changed |= {"payload": None, "settled_at": now}
        if outcome.message is not None:
            changed |= {"channel": outcome.message.channel, "message": outcome.message.message}
    here = (outbox.c.id == errand.id) & (outbox.c.generation == errand.generation)
    return (await tx.execute(update(outbox).where(here).values(**changed))).rowcount == 1


async def reclaim(tx: AsyncConnection, *, every: bool) -> int:
    """Rows whose lease has run out wait again; all of them when nobody else can hold one (`every`)."""
    lost = live() & (outbox.c.state == State.SENDING)
    if not every:
        lost &= or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < datetime.now(UTC))
    # Whoever held them may have performed them: that was an attempt.
    again = {"state": State.WAITING, "attempts": outbox.c.attempts + 1}
    return (await tx.execute(update(outbox).where(lost).values(**again))).rowcount


async def prune(tx: AsyncConnection, before: datetime) -> None:
    """Forget rows settled before that time: nothing causes the same effect again after so long."""
    await tx.execute(delete(outbox).where(outbox.c.settled_at < before, outbox.c.state.not_in(LIVE)))


async def next_wake(tx: AsyncConnection) -> datetime | None:
    """When the next waiting row may be tried, if there is one. Rows behind another wait for its outcome."""
    waiting = and_(live(), outbox.c.state == State.WAITING, ~BLOCKED)
    soonest = select(func.min(outbox.c.not_before)).where(waiting)
    at: datetime | None = (await tx.execute(soonest)).scalar_one()
    return at


def _errand(row: Any) -> Errand:
    return Errand(
        id=row.id,
        community_id=row.community_id,
        place=row.place,
        effect=Effect(row.effect),
        payload=row.payload,
        key=row.key,
        case_id=row.case_id,
        attempts=row.attempts,
        generation=row.generation + 1,
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
