"""What the bot can do."""

from collections.abc import Sequence

from bot.catalogue.collect import Cog
from cogs.alarms import Alarms
from cogs.appeals import Appeals
from cogs.cases import Cases
from cogs.closing import Closing
from cogs.deadlines import Deadlines
from cogs.followups import Followups
from cogs.incidents import Incidents
from cogs.intake import Intake
from cogs.labels import Labels
from cogs.questions import Questions
from cogs.replies import Replies
from cogs.setup import Setup
from cogs.specialists import Specialists
from cogs.tone import Tone
from cogs.warnings import Warnings


def cogs() -> Sequence[Cog]:
    """Every feature, in the order in which they hear of what happened."""
    return (
        Intake(),
        Cases(),
        Followups(),
        Replies(),
        Tone(),
        Setup(),
        Specialists(),
        Deadlines(),
        Alarms(),
        Closing(),
        Questions(),
        Incidents(),
        Warnings(),
        Appeals(),
        Labels(),
    )


def rehearsed() -> Sequence[Cog]:
    """Those that decide what would have been heard and answered: nobody is there to end an incident."""
    return (Intake(), Cases())
