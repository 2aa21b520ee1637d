"""Who speaks: staff do not complain to themselves, and helpers mostly speak of others' trouble."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity, Speaker
from bot.detection.phrases import Key
from bot.detection.rules.base import Message

WEIGHTS = {Speaker.STAFF: -8.0, Speaker.HELPER: -2.0}


@dataclass(frozen=True, slots=True)
class SpeakerRole:
    """Lowers the chance of a complaint by the writer's role."""

    name: str = "speaker"
    severity: Severity | None = None
    safety: Safety | None = None

    @property
    def wakes(self) -> frozenset[Key]:
        """Always asked."""
        return frozenset()

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason for anybody but a plain member."""
        speaker = message.context.speaker
        if speaker in WEIGHTS:
            yield Reason(self.name, Label.COMPLAINT, WEIGHTS[speaker], speaker.value)


RULE = SpeakerRole()
