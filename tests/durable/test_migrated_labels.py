"""What people had called abuse moves into the table of all labels, with the time at which it goes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, BindParameter, DateTime, bindparam, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.durable.database import Database
from bot.durable.migrations import migrate
from bot.durable.timers import Timers
from bot.durable.urls import parse_url
from bot.vocabulary.corrections import How
from bot.vocabulary.places import MessageRef
from cogs.labels.model import Label, What
from cogs.labels.store import Store

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
COMMUNITY = "INSERT INTO communities (id, key, name, created_at) VALUES (1, 'k', 'old', :at)"
LABEL = """
INSERT INTO abuse_labels (id, community_id, channel, message, member_id, language, rules, abuse, at)
VALUES (7, 1, 'general', '42', 'max', 'ro', :rules, :yes, :at)
"""
TIMER = """
INSERT INTO timers (community_id, name, subject, due_at, attempts, dead)
VALUES (1, 'appeals.label_over', 7, :at, 0, :no)
"""
VALUES: Sequence[BindParameter[Any]] = (
    bindparam("at", AT, DateTime(timezone=True)),
    bindparam("rules", ["slur"], JSON()),
    bindparam("yes", True),
    bindparam("no", False),
)


@pytest.fixture
def old_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> str:
    """An empty database of the same kind as `database_url`."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'old.db'}"
    return str(request.getfixturevalue("postgres_url"))


async def test_labels_of_abuse_are_labels_now(old_url: str) -> None:
    engine = create_async_engine(parse_url(old_url))
    async with engine.begin() as connection:
        await connection.run_sync(migrate, "0017")
        for statement in (COMMUNITY, LABEL, TIMER):
            used = [value for value in VALUES if f":{value.key}" in statement]
            await connection.execute(text(statement).bindparams(*used))
    await engine.dispose()
    async with Database.open(old_url) as database, database.transaction("test.labels") as tx:
        store = Store(tx, 1)
        [moved] = await store.all()
        about = (MessageRef("general", "42"), "max", "ro", What.ABUSE, True, How.DECIDED, ("slur",), AT)
        assert moved == Label(*about, id=7)
        assert await Timers(tx, 1).due_at("labels.over", 7) == AT
        new = Label(MessageRef("general", "43"), "max", "ro", What.ABUSE, True, How.DECIDED, (), AT)
        assert await store.save(new) == 8, "no id is given out twice"
