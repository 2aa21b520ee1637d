"""Draws messages for a community: looks up where links lead, and leaves the rest to `drawing`."""

from collections.abc import Callable

from adapters.discord.channels import Channels
from adapters.discord.drawing import Drawn, all_runs, draw
from adapters.discord.markup import is_snowflake
from bot.vocabulary.places import MessageRef
from bot.vocabulary.replies import Link, Message


class Painter:
    """`rows` gives the row id of a community by its key, for the ids of buttons."""

    def __init__(self, channels: Channels, rows: Callable[[str], int]) -> None:
        self._channels = channels
        self._rows = rows

    async def draw(self, community: str, message: Message, mark: int | None = None) -> Drawn:
        """Look up where links lead to, and draw. Raises ValueError for a message that Discord would not take."""
        address = await self._channels.addresses(community, _linked(message))
        return draw(message, self._rows(community), address, mark)


def _linked(message: Message) -> set[str]:
    """The channels that links lead to."""
    targets = [
        run.message or MessageRef(run.channel or "", "") for run in all_runs(message) if isinstance(run, Link)
    ]
    return {target.channel for target in targets if is_snowflake(target.channel)}
