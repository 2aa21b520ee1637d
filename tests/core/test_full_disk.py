"""A disk that is full: says so, takes nothing in, and goes on by itself once there is room again."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import event

from bot.durable.database import Database
from bot.durable.engine import Engines
from bot.errors import StorageFull
from tests.fakes.diary import CHATTY, Diary
from tests.fakes.running import Running, running
from tests.fakes.sentences import translations
from tests.fakes.village import STAFF_ROOM

LONG = "ж" * 1400


class SmallDisk(Database):
    """A database whose file can't grow while `is_full`."""

    def __init__(self, engines: Engines, version: str) -> None:
        super().__init__(engines, version)
        self.is_full = False
        event.listen(engines.writer.sync_engine, "checkout", self._measure)

    def _measure(self, connection: Any, _entry: Any, _proxy: Any) -> None:
        # SQLite takes no less than there is: one page means not one more.
        connection.execute(f"PRAGMA max_page_count={1 if self.is_full else 1_000_000}")


async def test_it_is_refused_told_and_made_up_for(sqlite_url: str) -> None:
    diary = Diary()
    async with SmallDisk.open(sqlite_url) as disk, running(disk, diary) as core:
        await core.says("max", "before")
        await core.settled()
        disk.is_full = True
        await _meets_a_full_disk(core)
        await core.says("ana", CHATTY)  # so short that there is room for it, but not for what it causes
        async with asyncio.timeout(10):
            while diary.read["ana"] != [CHATTY]:  # noqa: ASYNC110  # there is no event for rows
                await asyncio.sleep(0.01)
        assert [letter.state for letter in await core.letters()] == ["done", "new"]
        disk.is_full = False
        await core.settled()
        await core.says("max", LONG)
        answer = await core.types("max", f"diary write {LONG}")
        await core.settled()
        assert answer.text == "It is written."
        assert [text[:10] for text in core.platform.texts(STAFF_ROOM)] == [
            "max: before"[:10],
            f"ana: {CHATTY * 2}"[:10],
            f"max: {LONG}"[:10],
            LONG[:10],
        ]
        assert [letter.attempts for letter in await core.letters()] == [0] * 4, "nobody is to blame for it"


async def _meets_a_full_disk(core: Running) -> None:
    """The platform is to tell it again; the person is told at once."""
    for _ in range(2):
        with pytest.raises(StorageFull):
            await core.says("max", LONG)
        answer = await core.types("max", f"diary write {LONG}")
        assert answer.text == translations().voice("en").text("error.storage_full")
        assert not answer.deferred
    assert len(await core.letters()) == 1
