"""The one function that removes what somebody wrote. Nothing else in the program calls the port's `remove`."""

from bot.infractions.model import Removal
from bot.ports import Platform


async def remove(platform: Platform, removal: Removal) -> None:
    """Remove the one message that the ladder permits. Raises what the port raises."""
    await platform.remove(removal.community, removal.message)
