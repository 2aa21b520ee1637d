"""Thanks or praise that nothing spoils: whatever sounded like trouble is probably told with relief."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Message

PLAIN = 4.0
"""The weight from which a grievance or a praise is plain."""


@dataclass(frozen=True, slots=True)
class ThanksGiven:
    """Turns praise found before into doubt about the complaint."""

    name: str = "thanks_given"
    severity: Severity | None = None
    safety: Safety | None = None
    weight: float = -2.6

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if there is thanks or praise and no plain grievance beside it."""
        plain = [reason for reason in message.found if reason.weight >= PLAIN]
        praise = [reason for reason in plain if reason.label is Label.PRAISE]
        if praise and not any(reason.label is Label.COMPLAINT for reason in plain):
            yield Reason(self.name, Label.COMPLAINT, self.weight, praise[0].match)


RULE = ThanksGiven()
