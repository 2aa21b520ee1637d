"""Capitals, or runs of exclamation and question marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Message


@dataclass(frozen=True, slots=True)
class Shouting:
    """Adds a little to what was found."""

    name: str = "shouting"
    severity: Severity | None = None
    safety: Safety | None = None
    weight: float = 0.5

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked; only where something was found already."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if the text shouts."""
        if message.text.shouted:
            yield Reason(self.name, Label.COMPLAINT, self.weight, "")


RULE = Shouting()
