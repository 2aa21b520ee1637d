"""An alarm outlives the process that raised it, and nobody is called twice by it."""

from datetime import timedelta
from pathlib import Path

from bot.community import Contact
from bot.durable.database import Database
from tests.alarms.test_managers import LAWYER, ROOM
from tests.scenarios.test_member import complain
from tests.scenarios.town import town

PEOPLE = (Contact("elena", "Elena"), Contact("daria", "Daria"))


async def test_the_next_one_is_called_after_a_restart_and_once(database: Database, tmp_path: Path) -> None:
    async with town(database, tmp_path / "world.db") as before:
        await before.change(alarm_people=PEOPLE, managers_room=ROOM)
        await complain(before, LAWYER)
        await before.clock.advance(timedelta(minutes=31))
    async with town(database, tmp_path / "world.db") as after:
        await after.passes(seconds=1)
        await after.passes(seconds=1)
        cards = [text for text in await after.reads(after.elena, ROOM) if "A manager is needed" in text]
        assert len(cards) == 1 and "Daria, this" in cards[0]
        await after.elena.presses("Take", ROOM)
        await after.passes(hours=2)
        assert "Elena has taken it" in await after.last(after.elena, ROOM)
