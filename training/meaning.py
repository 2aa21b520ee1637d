"""Stage 2 is learned: what the encoder is taught, in which order, and what becomes of it.

Besides our own messages it reads some of others', for the labels that these tell anything of. A message without context
gets a random one half of the time, of harmless lines: what is said around a message mostly has nothing to do with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from tokenizers import Tokenizer

from bot.detection import Said, Speaker
from bot.detection.encoder.network import token_ids
from bot.detection.meaning import OUTPUTS, passage
from bot.detection.normalise import normalise
from training.corpus import Sample, for_calibration
from training.tuning import Example

FROM_OTHERS = {"ro-offense": 2400, "banking77": 400, "clinc150": 500, "sms-spam": 400}
"""So many messages of others, spread over the rounds."""
WEIGHT_OF_OTHERS = 0.5
LONGEST_OF_OTHERS = 240
"""Letters: chat is short, and long comments take long."""
CONTEXT_MADE_UP = 0.5


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is taught in each round."""

    own: Sequence[Sample]
    others: Sequence[Sample]
    rounds: int

    @property
    def batches(self) -> int:
        """How many there will be in all, of 32."""
        return self.rounds * (len(self.own) + len(self.others) // self.rounds) // 32 + self.rounds

    def each(self, tokenizer: Tokenizer) -> Iterator[list[Example]]:
        """Round by round: all of our own, with contexts drawn anew, and the next part of the others'."""
        harmless = _harmless(self.own)
        share = len(self.others) // self.rounds
        for number in range(self.rounds):
            rng = Random(number)
            some = self.others[number * share : (number + 1) * share]
            taught = [example(tokenizer, _in_context(sample, harmless, rng)) for sample in self.own]
            yield [*taught, *(example(tokenizer, sample, WEIGHT_OF_OTHERS) for sample in some)]


def lessons(own: Sequence[Sample], public: Sequence[Sample], rounds: int) -> Lessons:
    """Of what may be learned from; chance is seeded."""
    by_source: dict[str, list[Sample]] = {}
    for sample in public:
        by_source.setdefault(sample.source, []).append(replace(sample, text=sample.text[:LONGEST_OF_OTHERS]))
    others = [
        one for source, count in FROM_OTHERS.items() for one in Random(1).sample(by_source[source], count)
    ]
    Random(2).shuffle(others)
    return Lessons([s for s in own if not s.held_out and not for_calibration(s)], others, rounds)


def example(tokenizer: Tokenizer, sample: Sample, weight: float = 1.0) -> Example:
    """A message as the network learns it."""
    ids = token_ids(tokenizer, passage(normalise(sample.text).shown, sample.context))
    holds = [float(str(name) in sample.labels) for name in OUTPUTS]
    return Example(ids, holds, [float(str(name) in sample.known) for name in OUTPUTS], weight)


def _harmless(samples: Sequence[Sample]) -> Mapping[str, Sequence[str]]:
    """Lines by language that mean no trouble."""
    found: dict[str, list[str]] = {}
    for sample in samples:
        if not sample.labels & {"complaint", "abuse", "spam", "self_harm", "threat", "doxxing", "minor"}:
            found.setdefault(sample.language, []).append(sample.text)
    return found


def _in_context(sample: Sample, harmless: Mapping[str, Sequence[str]], rng: Random) -> Sample:
    lines = harmless.get(sample.language, ())
    if sample.context.before or not lines or rng.random() >= CONTEXT_MADE_UP:
        return sample
    who = (Speaker.MEMBER, Speaker.MEMBER, Speaker.MEMBER, Speaker.HELPER, Speaker.STAFF)
    said = [Said(rng.choice(who), rng.random() < 0.2, rng.choice(lines)) for _ in range(rng.choice((1, 2)))]
    return replace(sample, context=replace(sample.context, before=tuple(said)))
