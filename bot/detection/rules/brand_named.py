"""The brand or one of its products is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.normalise import normalise
from bot.detection.phrases import Key
from bot.detection.rules.base import Message, excerpt


@dataclass(frozen=True, slots=True)
class BrandNamed:
    """Needs the names in the context."""

    name: str = "brand_named"
    severity: Severity | None = None
    safety: Safety | None = None
    weight: float = 0.6

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked: the names are known only from the context."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if one of the names is in the text, as whole words."""
        tokens = message.text.tokens
        for brand in message.context.brand_names:
            words = normalise(brand).tokens
            starts = (
                i
                for i in range(len(tokens) - len(words) + 1)
                if words and tokens[i : i + len(words)] == words
            )
            at = next(starts, None)
            if at is not None:
                yield Reason(
                    self.name, Label.COMPLAINT, self.weight, excerpt(message.text.words[at : at + len(words)])
                )
                return


RULE = BrandNamed()
