"""A short message that goes on with the writer's own trouble: "still nothing", "any update?", "4 days now"."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity, Speaker
from bot.detection.phrases import Key
from bot.detection.rules.base import Group, Message, PhraseRule

_GOES_ON = PhraseRule(
    name="follow_on",
    label=Label.COMPLAINT,
    groups=(
        Group(
            3.0,
            en=(
                (
                    "still|again|also|same no|not|nothing|doesnt|isnt|didnt|issue|error|problem|here|happening|"
                    "stuck|waiting|pending|the|broken|down"
                ),
                "^ still nothing|no|not|waiting",
                "any update|updates|news|help|ideas|advice|word",
                "^ nope|nothing|anyone|anybody|hello",
                "didnt|doesnt|dont|not|wont ~1 help|work|change|fix|move|show|know",
                "tried ~3 already|that|times|everything|twice|again|reinstall*|restart*|reboot*",
                "rebooted|restarted|reinstalled|reconnected|resynced",
                "its been|already # days|hours|weeks|times",
                "please ~1 help|advise|assist",
                "also ~3 not|doesnt|cant|no|error|wrong",
            ),
            ro=(
                "tot|încă|iar nimic|nu|n-a|aștept|merge|la",
                "vreo veste|noutate|soluție",
                "^ nimic|nu|nup|alo|cineva",
                "nu|n-a ~1 ajutat|mers|merge|schimbat|rezolvat|mere",
                "am încercat|reinstalat|repornit|dat",
                "deja|trecut # zile|ore|ori",
                "și nu|tot",
                "mă ajută cineva",
            ),
            ru=(
                "все еще|так|равно",
                "^ ничего|нет|тишина|ау|алло",
                "есть новости|решение",
                "до сих",
                "не ~1 помогло|помогает|работает|изменилось|вышло",
                "уже # дней|часов|раз|дня",
                "переустановил*|перезагрузил*|пробовал*",
                "помогите",
                "то же|самое",
            ),
        ),
    ),
)
LONGEST = 16
LOOK_BACK = 4
CLEAR = 3.0


@dataclass(frozen=True, slots=True)
class FollowOn:
    """Reads the writer's own last messages with `trouble`, which tells the weight of complaint in a text."""

    trouble: Callable[[str], float]
    name: str = "follow_on"
    severity: Severity | None = None
    safety: Safety | None = None

    @property
    def wakes(self) -> frozenset[Key]:
        """Words that go on with something."""
        return _GOES_ON.wakes

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason if the message is short and goes on with trouble the same writer told just before."""
        context = message.context
        if not context.before or context.speaker is not Speaker.MEMBER or len(message.text.tokens) > LONGEST:
            return
        own = [said.text for said in context.before[-LOOK_BACK:] if said.same_author]
        if own and any(self.trouble(text) >= CLEAR for text in own):
            yield from _GOES_ON.match(message, places)
