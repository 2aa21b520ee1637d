"""Somebody else's doing: a landlord, the weather, a film, another company's product."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.detection.model import Label, Reason, Safety, Severity
from bot.detection.normalise import normalise
from bot.detection.phrases import Key
from bot.detection.rules.base import Group, Message, PhraseRule

_LIFE = PhraseRule(
    name="third_party",
    label=Label.COMPLAINT,
    groups=(
        Group(
            -4.4,
            en=(
                (
                    "my|our|his|her boss|landlord|landlady|neighbour|neighbor|neighbours|neighbors|cat|dog|dad|"
                    "brother|sister|ex|wife|husband|girlfriend|boyfriend|teacher|school|professor|roommate|"
                    "flatmate|car|bike|knee|leg|arm|tooth|parents|kids|coworker|colleague|job|"
                    "exam|homework|uncle|heating"
                ),
                (
                    "weather|traffic|government|politics|election|referee|keeper|goalkeeper|striker|football|"
                    "movie|film|episode|book|song|album|finale|ending|novel|series|weekend|rain|snow|heatwave"
                ),
                "isp",
                (
                    "boss|raid|enemy|opponent|opponents|teammate|teammates ~1 fight|killed|kills|wiped|lost|"
                    "destroyed|phase"
                ),
                "we|they|i lost #|the|a ~2 game|match|round|final|#",
                "sleep|headache|hangover|rent|gym|diet",
                "im|i am|was|were|so ~2 bad|terrible|awful|trash|noob|garbage at",
                "gym",
                "trains|neighbours|neighbors",
                "old and slow",
                "doctor|doctors|dentist",
                "not this one|app|site|server|game|bank|company",
            ),
            ro=(
                (
                    "șeful|șefa|proprietarul|proprietara|vecinul|vecinii|vecina|pisica|câinele|"
                    "cainele|tata|fratele|sora|soția|soțul|iubita|iubitul|profa|proful|"
                    "profesorul|școala|bicicleta|piciorul|mâna|spatele|măseaua|colegul|"
                    "examenul|bacul|centrala|copilul|copiii"
                ),
                (
                    "vremea|traficul|trafic|guvernul|politicienii|alegerile|arbitrul|portarul|meciul|filmul|"
                    "episodul|cartea|melodia|serialul|finalul|weekendul|ploaia|zăpada|canicula|primăria"
                ),
                "boss-ul|raidul|inamicul|adversarul",
                "am pierdut #|meciul|finala|runda|rankedul",
                "isp|chiria|dieta|mahmur*",
                "sunt|îs ~2 slab|slabă|prost|varză|praf|noob la",
                "sala de fitness",
                "fostul|fosta|vecinii|trenurile|doctor|medic|dentist",
                "nu ăsta $",
                "nu e|este vorba de",
                "becul|bucătărie|bucatarie|trenul de|bloc|scara|primăria|șefa|sefa",
            ),
            ru=(
                (
                    "начальник|начальница|хозяин|хозяйка|сосед|соседи|соседка|кот|кошка|собака|папа|брат|сестра|"
                    "муж|жена|бывший|бывшая|учитель|училка|школа|препод|велик|электричк*|спина|нога|ногу|"
                    "зуб|коллега|экзамен|диплом|квартир*|отопление|дети|ребенок"
                ),
                (
                    "погода|пробки|пробка|правительство|выборы|судья|вратарь|матч|фильм|серия|сериал|книга|песня|"
                    "альбом|концовка|выходные|дождь|снег|жара"
                ),
                "босс|рейд|враг|соперник|тиммейт*|противник",
                "проиграли|слили|проиграл #|катку|матч|финал|вчера",
                "похмелье|аренда|диета",
                "я ~2 нуб|рак|плох|слаб",
                "фитнес*|спортзал",
                "бывший|бывшая|соседи|электрички|врачу|врача",
                "не это|эта|этот|этого $",
                "не про вас|это",
                "в школе|поликлинике|институте|универе|садике|подъезде|дворе",
                "во дворе",
                "поликлиник*|школ*|универ*|вуз*|больниц* ~2 у нас|опять|ужас",
            ),
        ),
    ),
)
_BRANDS = (
    "spotify netflix youtube twitch steam windows microsoft apple google amazon facebook "
    "instagram tiktok twitter reddit whatsapp "
    "telegram discord slack zoom uber glovo ebay aliexpress emag olx temu samsung xiaomi "
    "huawei nvidia amd intel sony "
    "playstation xbox nintendo blizzard riot ubisoft valve binance coinbase metamask "
    "paypal revolut vodafone "
    "telekom wizz ryanair tarom booking airbnb hbo disney yandex яндекс вк vk озон "
    "ozon wildberries авито сбер тинькофф "
    "мтс билайн мегафон теле2 нетфликс ютуб спотифай телеграм дискорд стим виндовс"
)
_ADDRESSED_WORDS = """
    you your youre ur voi voastra vostru vostri ati miati вы вам ваш ваша ваше ваши вашей
"""
_ADDRESSED = frozenset(_ADDRESSED_WORDS.split())


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Speaks against a complaint unless the brand is addressed or named."""

    name: str = "third_party"
    severity: Severity | None = None
    safety: Safety | None = None
    brands: frozenset[str] = frozenset(_BRANDS.split())
    weight: float = -3.6

    @property
    def wakes(self) -> frozenset[Key]:
        """Exact tokens and stems that wake it."""
        return _LIFE.wakes | set(map(Key, self.brands))

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return at most one reason."""
        tokens = message.text.tokens
        own = frozenset(token for name in message.context.brand_names for token in normalise(name).tokens)
        if not own.isdisjoint(tokens) or not _ADDRESSED.isdisjoint(tokens):
            return
        found = tuple(_LIFE.match(message, places))
        yield from found
        foreign = self.brands.intersection(tokens) - own
        if foreign and not found:
            yield Reason(self.name, Label.COMPLAINT, self.weight, min(foreign))


RULE = ThirdParty()
