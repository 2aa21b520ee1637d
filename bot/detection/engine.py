"""Assess a message: normalise it, ask the rules its words wake, weigh its words, weigh all of it together.

Stage 0 is `normalise`, stage 1 `lexical` with the `rules`, stage 2 `encoder`. `first_look` does the first two and knows
whether the third is worth asking; `FirstLook.conclude` weighs what there is.
"""

from collections.abc import Sequence
from functools import cache

from bot.detection.first_look import FirstLook, Found
from bot.detection.languages import identify
from bot.detection.learned import Learned, learned
from bot.detection.model import Assessment, Context, Label
from bot.detection.normalise import normalise
from bot.detection.rules import CIRCUMSTANCES, EVIDENCE, SECOND_LOOK
from bot.detection.rules.base import Message, Rule
from bot.detection.rules.follow_on import FollowOn
from bot.detection.waking import WakeIndex, Woken
from bot.detection.weighing import LEARNED_RULES, words_of, worth_circumstances

GRIEVANCES = (Label.COMPLAINT, Label.ABUSE)
NOTHING = Context()


def assess(text: str, context: Context = NOTHING) -> Assessment:
    """Say what `text` is, how grave, about what, in which language, and why; by its words and the rules alone.

    Pure and deterministic; takes any string. Work is bounded: of more than 4,000 characters head and tail are read.
    What comes from a channel is assessed by `bot.understanding`, which asks the encoder too where this leaves doubt.
    """
    return first_look(text, context).conclude()


def first_look(text: str, context: Context = NOTHING) -> FirstLook:
    """What rules and words say of a message, and what else could be asked."""
    return _detector().look(text, context)


def rule_names() -> tuple[str, ...]:
    """Return the names of all that can be a reason, in the order in which reasons are listed."""
    return (*(rule.name for rule in _detector().rules), *LEARNED_RULES)


class Detector:
    """A pack of rules that are asked in three rounds (see `bot.detection.rules`), and what was learned."""

    def __init__(
        self,
        evidence: Sequence[Rule] = EVIDENCE,
        second_look: Sequence[Rule] = SECOND_LOOK,
        circumstances: Sequence[Rule] = CIRCUMSTANCES,
        knows: Learned | None = None,
    ) -> None:
        """Index the rules by the words that wake them."""
        second_look = (*second_look, FollowOn(self._trouble))
        self.rules: tuple[Rule, ...] = (*evidence, *second_look, *circumstances)
        self._knows = knows or learned()
        self._index = WakeIndex(self.rules)
        self._evidence = _mask(0, len(evidence))
        self._second_look = _mask(len(evidence), len(second_look))
        self._circumstances = _mask(len(evidence) + len(second_look), len(circumstances))

    def assess(self, text: str, context: Context = NOTHING) -> Assessment:
        """Assess one message; see the function of the same name."""
        return self.look(text, context).conclude()

    def look(self, text: str, context: Context = NOTHING) -> FirstLook:
        """See `first_look`."""
        normalised = normalise(text)
        total = self._knows.table.of_message(normalised)
        language, sure = identify(normalised, self._knows, total)
        message = Message(normalised, context, language)
        words = words_of(self._knows, total)
        found = self._listen(message, learned_of_it=worth_circumstances(words))
        return FirstLook(message, found, sure, total, self._knows, words)

    def _listen(self, message: Message, *, learned_of_it: bool) -> Found:
        """Ask for evidence, then, where there is some against anybody, for circumstances."""
        woken = self._index.wake(message.text)
        found = self._ask(self._evidence, woken, message)
        found += self._ask(self._second_look, woken, _knowing(message, found))
        grieved = any(reason.label in GRIEVANCES for _, reason in found)
        if not grieved and not learned_of_it:
            return found
        circumstances = self._ask(self._circumstances, woken, _knowing(message, found))
        # Where only words tell of a grievance, circumstances can speak against it, and not make one up.
        return found + [(rule, reason) for rule, reason in circumstances if grieved or reason.weight < 0]

    def _ask(self, which: int, woken: Woken, message: Message) -> Found:
        asked = self._index.awake(woken, which)
        return [(rule, reason) for rule, places in asked for reason in rule.match(message, places)]

    def _trouble(self, text: str) -> float:
        """Return how much complaint is in an earlier message, in log-odds."""
        normalised = normalise(text)
        language, _ = identify(normalised, self._knows)
        found = self._listen(Message(normalised, NOTHING, language), learned_of_it=False)
        return sum(reason.weight for _, reason in found if reason.label is Label.COMPLAINT)


@cache
def _detector() -> Detector:
    return Detector()


def _mask(first: int, count: int) -> int:
    return ((1 << count) - 1) << first


def _knowing(message: Message, found: Found) -> Message:
    if not found:
        return message
    return Message(message.text, message.context, message.language, tuple([reason for _, reason in found]))
