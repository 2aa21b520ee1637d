"""A process of its own that opens a database, works with it and is killed: `python victim.py TASK URL`."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import Engine, event

from bot.durable.database import Database
from tests.durable.rows import add


class Killed(Database):
    """Dies, as by kill -9, around the commit whose name says where."""

    async def before_commit(self, name: str) -> None:
        if name == "die.before":
            die()

    async def after_commit(self, name: str) -> None:
        if name == "die.after":
            die()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def write(url: str, last: str) -> None:
    """Store `kept`, then `last` in the transaction `die.before` or `die.after`."""
    async with Killed.open(url) as database:
        async with database.transaction("test.kept") as tx:
            await add(tx, "kept")
        async with database.transaction(f"die.{last}") as tx:
            await add(tx, last)


async def hold(url: str) -> None:
    """Open it, write without end, and say so."""
    async with Database.open(url) as database, database.transaction("test.open") as tx:
        await add(tx, "open")
        print("open", flush=True)
        await asyncio.sleep(60)


async def migrate(url: str, words: str) -> None:
    """Open it, and die when the migration has sent a statement with these words."""

    def look(_connection: Any, _cursor: Any, statement: str, *_details: Any) -> None:
        if words in " ".join(statement.split()):
            die()

    event.listen(Engine, "after_cursor_execute", look)
    async with Database.open(url):
        print("migrated", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", url, last]:
            asyncio.run(write(url, last))
        case ["hold", url]:
            asyncio.run(hold(url))
        case ["migrate", url, words]:
            asyncio.run(migrate(url, words))
