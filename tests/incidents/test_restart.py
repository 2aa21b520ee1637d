"""A restart in the middle of an incident: nobody hears anything twice, and nobody is left out."""

from pathlib import Path

from bot.durable.database import Database
from bot.telemetry import start_logging
from tests.incidents.crowd import Crowd, crowded
from tests.scenarios.town import Someone, town

NEWS = "Servers in Frankfurt do not answer."


async def test_everybody_is_told_once_whether_before_it_or_after(database: Database, tmp_path: Path) -> None:
    start_logging("warning", as_json=False)
    async with town(database, tmp_path / "world.db") as before:
        crowd = await crowded(before)
        these = [member.id for member in await crowd.complain(6)]
        await before.mihai.presses("It is one incident", "staff-room")
        form = (await before.mihai.presses("Public notice", "staff-room")).forms[0]
        await before.mihai.sends(form, "staff-room", text=NEWS)
    async with town(database, tmp_path / "world.db") as after:
        again = Crowd(after, [Someone(after, member) for member in these])
        for _ in range(3):
            await after.passes(seconds=1)
        assert [(await again.private(member)).count(NEWS) for member in again.members] == [1] * 6
        assert "\n".join(await again.public()).count(NEWS) == 1
        await after.mihai.types("incident solve All servers answer.")
    async with town(database, tmp_path / "world.db") as last:
        ended = Crowd(last, [Someone(last, member) for member in these])
        for _ in range(3):
            await last.passes(seconds=1)
        told = [(await ended.private(member)).count("All servers answer.") for member in ended.members]
        assert told == [1] * 6
        assert "Incident, solved: outage" in await ended.staff()
