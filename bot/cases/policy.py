"""What is owed by when (defaults.md, part 4). Pure."""

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from bot.cases.hours import WorkingHours
from bot.cases.model import NextStep, Owed
from bot.detection import Severity

STEPS = MappingProxyType(
    {
        NextStep.FIRST_RESPONSE: {
            Severity.HIGH: timedelta(minutes=30),
            Severity.MEDIUM: timedelta(hours=2),
            Severity.LOW: timedelta(hours=8),
        },
        NextStep.NEXT_RESPONSE: {
            Severity.HIGH: timedelta(hours=2),
            Severity.MEDIUM: timedelta(hours=8),
            Severity.LOW: timedelta(hours=16),
        },
        NextStep.RESOLUTION: {
            Severity.HIGH: timedelta(hours=8),
            Severity.MEDIUM: timedelta(hours=24),
            Severity.LOW: timedelta(hours=40),
        },
    }
)
"""Working hours allowed for each step."""

REVIEWS = MappingProxyType(
    {NextStep.MEMBER_REPLY: timedelta(days=5), NextStep.THIRD_PARTY: timedelta(days=7)}
)
"""Clock time after which a case that waits for somebody else is looked at again."""

GRID = timedelta(minutes=15)


def owed(step: NextStep, severity: Severity, now: datetime, hours: WorkingHours) -> Owed:
    """The step and when it is due; a promise of ours is rounded up to the quarter of an hour."""
    if step in REVIEWS:
        return Owed(step, now + REVIEWS[step])
    return Owed(step, round_up(hours.add(now, STEPS[step][severity])))


def round_up(at: datetime) -> datetime:
    """The next full quarter of an hour: better early than late."""
    since = at - datetime(2000, 1, 1, tzinfo=UTC)
    return at + (-since % GRID)
