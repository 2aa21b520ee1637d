"""What runs every second finds its rows by an index, however many rows have piled up that nobody waits for.

SQLite knows a partial index by its words: a parameter in their place, and it reads the whole table.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cases.store import Cases
from bot.cases.timeline import Timeline
from bot.durable import claims, inbox, timers
from bot.durable.database import Database
from bot.durable.outbox import Outbox
from bot.durable.places import Places
from bot.durable.timers import Timers
from bot.errors import UserError
from bot.vocabulary.places import MessageRef, StaffRoom
from tests.fakes.board import NOTICE
from tests.fakes.village import Village

NOW = datetime(2026, 3, 2, tzinfo=UTC)
QUERIES: dict[str, Callable[[AsyncConnection, int], Awaitable[Any]]] = {
    "the next letter of a lane": lambda tx, here: inbox.next_in_lane(tx, here, "ana"),
    "lanes that wait": lambda tx, _: inbox.waiting_lanes(tx),
    "a letter that comes again": lambda tx, here: inbox.store(tx, here, "key", "ana", {}),
    "rows to send": lambda tx, _: claims.claim(tx),
    "when to send next": lambda tx, _: claims.next_wake(tx),
    "leases that ran out": lambda tx, _: claims.reclaim(tx, every=False),
    "a view that is stale": lambda tx, here: Outbox(tx, here).show(StaffRoom(), NOTICE),
    "timers that are due": lambda tx, _: timers.claim_due(tx, NOW),
    "when the next timer is due": lambda tx, _: timers.next_due(tx),
    "a timer": lambda tx, here: Timers(tx, here).due_at("cases.due", 1),
    "whose channel it is": lambda tx, here: Places(tx, here).of_channel("dm-max"),
    "somebody's open cases": lambda tx, here: Cases(tx, here).of_member("max", open_only=True),
    "a case by its number": lambda tx, here: Cases(tx, here).by_number(1),
    "what happened to a case": lambda tx, here: Timeline(tx, here).of_case(1),
    "where a message belongs": lambda tx, here: Timeline(tx, here).about_message(MessageRef("c", "1")),
}


@pytest.mark.parametrize("what", QUERIES)
async def test_no_table_is_read_from_end_to_end(sqlite_database: Database, what: str) -> None:
    community = (await Village(sqlite_database).community()).id
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        statements.append((statement, parameters))

    async with sqlite_database.transaction("test.plan") as tx:
        event.listen(tx.sync_engine, "before_cursor_execute", note)
        with suppress(UserError):
            await QUERIES[what](tx, community)
        event.remove(tx.sync_engine, "before_cursor_execute", note)
        plans = [await _plan(tx, statement, parameters) for statement, parameters in statements]
    assert plans
    assert [step for plan in plans for step in plan if "SCAN" in step and "INDEX" not in step] == []


async def _plan(tx: AsyncConnection, statement: str, parameters: Any) -> list[str]:
    driver: Any = (await tx.get_raw_connection()).driver_connection
    rows = await driver.execute_fetchall(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return [row[3] for row in rows]
