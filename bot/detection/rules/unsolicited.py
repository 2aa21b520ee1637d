"""Promotion and scams borrow the words of complaints: "your account is blocked, log in here"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Message

PLAIN = 5.0


@dataclass(frozen=True, slots=True)
class Unsolicited:
    """Turns spam found before into doubt about the complaint."""

    name: str = "unsolicited"
    severity: Severity | None = None
    safety: Safety | None = None
    weight: float = -5.0

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked; only where something was found already."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if one rule alone is sure of spam."""
        spam = [reason for reason in message.found if reason.label is Label.SPAM and reason.weight >= PLAIN]
        if spam:
            yield Reason(self.name, Label.COMPLAINT, self.weight, spam[0].match)


RULE = Unsolicited()
