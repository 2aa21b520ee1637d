"""A database with a past: a million cases as they are after years, half of them in each benchmark's community.

Most are closed, their words erased; every hundredth is open, with a timer. Each has its timeline, its places and its
card. Inbox and outbox hold the last month's keys, as in a running community.
"""

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.sandbox.model import COMMUNITY as SANDBOX
from benchmarks.stage import COMMUNITY, WallClock, settings
from bot.community import meet_community
from bot.durable.database import Database

NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :cases)"

STATEMENTS = (
    """
    INSERT INTO cases (id, community_id, number, member_id, member_name, status, severity, priority, topic, language,
        team, next_step, due_at, channel, message, in_public, opened_at, closed_at, reopened, version)
    SELECT i, 1 + i % 2, i, 'p' || i % 200000, 'Member ' || i, CASE WHEN i % 100 = 0 THEN 'open' ELSE 'closed' END,
        'medium', 'normal', 'billing', 'en', 'front_desk', CASE WHEN i % 100 = 0 THEN 'resolution' END,
        CASE WHEN i % 100 = 0 THEN :later END, 'channel-' || i % 20, 'old-' || i, 0, :before, :before, 0, 3 FROM n
    """,
    """
    INSERT INTO timeline (case_id, at, fact, data, actor_id, channel, message)
    SELECT i, :before, 'case_opened', '{"origin": "public"}', 'p' || i % 200000, NULL, NULL FROM n
    """,
    """
    INSERT INTO timeline (case_id, at, fact, data, actor_id, channel, message)
    SELECT i, :before, 'member_wrote', '{"in_public": true}', 'p' || i % 200000, 'channel-' || i % 20, 'old-' || i
    FROM n
    """,
    """
    INSERT INTO places (community_id, place, channel, opened_at)
    SELECT 1 + i % 2, 'private:' || i, 'place-' || i, :before FROM n
    """,
    """
    INSERT INTO places (community_id, place, channel, opened_at)
    SELECT 1 + i % 2, 'staff:' || i, 'thread-' || i, :before FROM n
    """,
    """
    INSERT INTO views (community_id, place, name, subject, channel, message, hash, posting)
    SELECT 1 + i % 2, 'staffroom', 'cases.card', i, 'staff-room', 'card-' || i, 'x', 1 FROM n
    """,
    """
    INSERT INTO timers (community_id, name, subject, due_at, attempts, dead)
    SELECT 1 + i % 2, 'cases.due', i, :later, 0, 0 FROM n WHERE i % 100 = 0
    """,
    """
    INSERT INTO inbox (community_id, key, lane, state, attempts, received_at, settled_at)
    SELECT 1 + i % 2, 'posted:old:' || i, '-', 'done', 0, :before, :before FROM n WHERE i % 10 = 0
    """,
    """
    INSERT INTO outbox (community_id, place, effect, key, case_id, priority, state, attempts, generation, created_at,
        not_before, settled_at, channel, message)
    SELECT 1 + i % 2, 'private:' || i, 'say', 'old:' || i, i, 5, 'delivered', 1, 1, :before, :before, :before,
        'place-' || i, 'said-' || i FROM n WHERE i % 4 = 0
    """,
    "ANALYZE",
)


def give_a_past(database: Path, cases: int) -> None:
    """Make the file, with so many cases in it."""
    asyncio.run(_settle(f"sqlite:///{database}"))
    now = datetime.now(UTC)
    values = {
        "cases": cases,
        "before": _stored(now - timedelta(days=20)),
        "later": _stored(now + timedelta(days=20)),
    }
    with sqlite3.connect(database) as file:
        file.execute("PRAGMA synchronous=OFF")
        for statement in STATEMENTS:
            file.execute(f"{NUMBERS}\n{statement.strip()}" if "FROM n" in statement else statement, values)
    file.close()


async def _settle(url: str) -> None:
    async with Database.open(url) as database, database.transaction("bench.settle") as tx:
        for key in (COMMUNITY, SANDBOX):
            await meet_community(tx, key, "Bench", settings(), WallClock())


def _stored(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")
