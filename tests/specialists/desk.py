"""The desk of the specialists that these tests play at."""

from tests.scenarios.town import Town

DESK = "billing-desk"


async def settle(town: Town) -> None:
    """The team *billing* in its channel, with Ioana in it; everybody is on duty at all hours."""
    await town.change(day_starts=0, day_ends=24 * 60)
    await town.elena.types("team add billing billing-desk")
    await town.elena.types("team people billing Ioana")
    await town.elena.types("team hours billing 0:00 24:00 every_day")
