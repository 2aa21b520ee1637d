"""Logs, commands and code pasted in: their words are a machine's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Message

SYMBOLS = frozenset("{}[]<>=\\|;_/~^")
SHARE = 0.06


@dataclass(frozen=True, slots=True)
class PastedLog:
    """Measured by the share of symbols that nobody writes in a sentence."""

    name: str = "pasted_log"
    severity: Severity | None = None
    safety: Safety | None = None
    weight: float = -2.4

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked; only where something was found already."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if symbols make up more than 6 % of the text."""
        shown = message.text.shown
        symbols = sum(letter in SYMBOLS for letter in shown)
        if symbols >= 4 and symbols > SHARE * len(shown):
            yield Reason(self.name, Label.COMPLAINT, self.weight, "")


RULE = PastedLog()
