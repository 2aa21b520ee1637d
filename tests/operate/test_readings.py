"""Asking how the program is costs the same however much it has behind it."""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event

from bot.durable.database import Database
from bot.health.readings import read

# They hold only what waits or was set aside.
PARTIAL = re.compile(r"INDEX ix_(inbox|outbox|timers)_(dead|due|place|waiting)\b")


async def test_no_table_is_read_from_end_to_end(sqlite_database: Database) -> None:
    """But for the communities, of which there are few."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    async with sqlite_database.transaction("test.plan") as tx:
        event.listen(tx.sync_engine, "before_cursor_execute", note)
        await read(tx, datetime.now(UTC))
        event.remove(tx.sync_engine, "before_cursor_execute", note)
        driver: Any = (await tx.get_raw_connection()).driver_connection
        plans = [await driver.execute_fetchall(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked]
    steps = [row[3] for plan in plans for row in plan]
    assert len(plans) > 5
    scans = [step for step in steps if step.startswith("SCAN") and not PARTIAL.search(step)]
    assert [step for step in scans if not step.startswith("SCAN communities")] == []
