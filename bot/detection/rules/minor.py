"""The writer or somebody named may be under age, or a child may be in danger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Group, Message, PhraseRule

_AGES = PhraseRule(
    name="minor",
    label=None,
    groups=(
        Group(
            0.0,
            en=(
                "im|am|hes|shes|is|turned only|just? # years|yo|yrs|y|and|so|$",
                "# year|yr|years|yrs old|boy|girl|kid",
            ),
            ro=(
                "am|are|avea doar|numai? # ani|anișori",
                "de # ani ~1 fetiță|copil*|băiat|fiul|fiica|fata",
            ),
            ru=("мне|ей|ему только|всего? # лет|год|года|$",),
        ),
    ),
)
_DANGER = PhraseRule(
    name="minor",
    label=None,
    groups=(
        Group(
            0.0,
            en=(
                "underage|grooming|groomed|groomer|pedo|pedos|pedophile*|paedo*|childporn",
                "child porn|abuse|pornography",
                (
                    "my ~1 son|daughter|kid|child ~4 stranger|nudes|asked|meet|dm|messaged|sexual*|harass*|"
                    "bullied|threatened"
                ),
                "asked|asking|asks ~2 minor|kid|child|girl|boy ~3 nudes|pics|photos|meet",
                "school ~2 bullied|bullying|hits|beats",
                "sexual* ~3 minor|minors|child|children|kid|kids",
            ),
            ro=(
                "minor|minoră|minori|pedofil*|agresor sexual",
                (
                    "fiul|fiica|fetița|copilul|băiatul|fata meu|mea ~4 poze|întâlneasc*|scris|"
                    "amenin*|hărțu*|nuduri|necunoscut"
                ),
                "poze ~2 nud|goală|dezbrăcat* ~4 copil*|fetiț*|minor*",
            ),
            ru=(
                "несовершеннолетн*|педофил*|груминг|малолетк*|малолетн*",
                (
                    "мой|моя|моему|моей|моего сын*|доч*|ребенк* ~4 незнаком*|пишет|фото|встретиться|угрож*|"
                    "травят|интим*"
                ),
                "детск* порно*",
            ),
        ),
    ),
)
OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Minor:
    """Ages below 18 beside words of danger."""

    name: str = "minor"
    severity: Severity | None = Severity.HIGH
    safety: Safety | None = Safety.MINOR

    @property
    def wakes(self) -> frozenset[Key]:
        """Exact tokens and stems that wake it."""
        return _AGES.wakes | _DANGER.wakes

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason for a stated age below 18, or for words of danger to a child."""
        yield from _DANGER.match(message, places)
        for reason in _AGES.match(message, places):
            ages = [int(word) for word in reason.match.split() if word.isdecimal() and len(word) < 3]
            if any(5 <= age < OF_AGE for age in ages):
                yield reason


RULE = Minor()
