"""What a community allows itself: the time until each answer, by severity. Kept with the case from its first hour."""

from dataclasses import dataclass

from bot.detection import Severity

HOUR = 60


@dataclass(frozen=True, slots=True)
class Allowance:
    """For one severity, in minutes of working time.

    The person who has the case is reminded when `remind_percent` of a time is over; the next level hears of it when
    it was over `raise_after` minutes ago.
    """

    first_response: int
    next_response: int
    resolution: int
    remind_percent: int
    raise_after: int


@dataclass(frozen=True, slots=True)
class Policy:
    """The usual values are those of a small, careful team."""

    high: Allowance = Allowance(30, 2 * HOUR, 8 * HOUR, 50, 30)
    medium: Allowance = Allowance(2 * HOUR, 8 * HOUR, 24 * HOUR, 75, 4 * HOUR)
    low: Allowance = Allowance(8 * HOUR, 16 * HOUR, 40 * HOUR, 75, 16 * HOUR)

    def of(self, severity: Severity) -> Allowance:
        return {Severity.HIGH: self.high, Severity.MEDIUM: self.medium, Severity.LOW: self.low}[severity]
