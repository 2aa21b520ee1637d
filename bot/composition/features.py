"""What the bot can do."""

from collections.abc import Sequence

from bot.catalogue.collect import Cog
from cogs.cases import Cases
from cogs.deadlines import Deadlines
from cogs.followups import Followups
from cogs.intake import Intake
from cogs.replies import Replies
from cogs.setup import Setup
from cogs.specialists import Specialists


def cogs() -> Sequence[Cog]:
    """Every feature, in the order in which they hear of what happened."""
    return (Intake(), Cases(), Followups(), Replies(), Setup(), Specialists(), Deadlines())
