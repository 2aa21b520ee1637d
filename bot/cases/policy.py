"""What is owed by when. Pure."""

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from bot.cases.allowances import Allowance, Policy
from bot.cases.hours import WorkingHours
from bot.cases.model import NextStep, Owed
from bot.detection import Severity

REVIEWS = MappingProxyType(
    {NextStep.MEMBER_REPLY: timedelta(days=5), NextStep.THIRD_PARTY: timedelta(days=7)}
)
"""Clock time after which a case that waits for somebody else is looked at again."""

GRID = timedelta(minutes=15)


def allowed(step: NextStep, allowance: Allowance) -> timedelta:
    """The working time for a step of ours; a word about what others owe comes as fast as a next answer."""
    minutes = {
        NextStep.FIRST_RESPONSE: allowance.first_response,
        NextStep.RESOLUTION: allowance.resolution,
    }
    return timedelta(minutes=minutes.get(step, allowance.next_response))


def owed(
    step: NextStep, severity: Severity, now: datetime, hours: WorkingHours, policy: Policy | None = None
) -> Owed:
    """The step and when it is due; a promise of ours is rounded up to the quarter of an hour."""
    if step in REVIEWS:
        return Owed(step, now + REVIEWS[step])
    time = allowed(step, (policy or Policy()).of(severity))
    return Owed(step, round_up(hours.add(now, time)))


def round_up(at: datetime) -> datetime:
    """The next full quarter of an hour: better early than late."""
    since = at - datetime(2000, 1, 1, tzinfo=UTC)
    return at + (-since % GRID)
