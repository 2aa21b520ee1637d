"""A question outlives the process that asked it."""

from datetime import timedelta
from pathlib import Path

from bot.composition.features import cogs
from bot.durable.database import Database
from tests.scenarios.test_member import complain
from tests.scenarios.town import town
from tests.specialists.desk import DESK, settle


async def test_buttons_and_times_work_after_a_restart(database: Database, tmp_path: Path) -> None:
    async with town(database, tmp_path / "world.db", features=cogs()) as before:
        await settle(before)
        private = await complain(before)
        await before.mihai.types("case escalate 1 billing Was the card charged twice?")
        await before.clock.advance(timedelta(hours=60))
    async with town(database, tmp_path / "world.db", features=cogs()) as after:
        await after.passes(seconds=1)
        await after.passes(seconds=1)
        thread = "\n".join(await after.reads(after.mihai, after.staff_thread()))
        assert thread.count("The answer of Ioana (billing) is late.") == 1
        form = (await after.ioana.presses("Answer", DESK)).forms[0]
        await after.ioana.sends(form, DESK, text="Once.")
        await after.ioana.types("away 3d Daria")
        await after.elena.types("case transfer 1 Daria")
        assert "Once." in "\n".join(await after.reads(after.max, private))
