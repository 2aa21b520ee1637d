"""Calls the thing bad: "your company is trash", "the app is garbage". A thing, not a person."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule
from bot.detection.rules.words import PRODUCT, PRODUKT, PRODUS

_EN_BAD = (
    "trash|garbage|crap|shit|shitty|crappy|joke|disaster|mess|scam|awful|terrible|horrible|"
    "useless|worthless|ass|rubbish|bullshit|pathetic|broken|laughable|dogshit|disgrace|nightmare|"
    "sucks|suck|atrocious|unusable|hopeless|horrendous|dreadful"
)
_RO_BAD = (
    "gunoi|gunoaie|rahat|căcat|mizerie|porcărie|glumă|praf|jale|țeapă|varză|"
    "varza|catastrofă|dezastru|jalnic*|groaznic*|oribil*|bătaie|circ|bazaconie|lepra|jeg|"
    "kkt"
)
_RU_BAD = (
    "говно|говнище|дно|днище|мусор|отстой|хрень|дерьмо|параша|позор|цирк|помойка|хуйня|хуета|"
    "дичь|ужас|кошмар|шлак|развод|лохотрон|убожество|фигня|дрянь|кал|бред|ужасна|ужасный|ужасное|"
    "отвратительна|отвратительный|никакая|никакой|говнина|зло"
)

RULE = PhraseRule(
    name="bad_thing",
    label=Label.COMPLAINT,
    groups=(
        Group(
            5.0,
            en=(
                f"your ~1 {PRODUCT} ~2 is|are|s|feels|looks ~3 {_EN_BAD}",
                f"your ~1 {PRODUCT} sucks|suck|blows",
                f"this company|bank|airline|shop|provider|service|hotel is ~3 {_EN_BAD}",
            ),
            ro=(
                f"{PRODUS} ~1 voastr*|vostru|dvs|ta|tău|ăsta ~2 e|este|i|sunt|s ~3 {_RO_BAD}",
                f"firma|compania|banca|aplicația|serviciul|site-ul voastr* ~2 {_RO_BAD}",
            ),
            ru=(f"ваш|ваша|ваше|ваши ~1 {PRODUKT} ~2 {_RU_BAD}",),
        ),
        Group(
            4.2,
            en=(
                f"{PRODUCT} is|are|was|isnt|has ~1 been? ~2 {_EN_BAD}",
                f"{_EN_BAD} {PRODUCT}",
                "this|that|for|is|was|overpriced|expensive ~2 piece of crap|shit|garbage|junk|trash|‹censored›",
                (
                    "matchmaking|balance|service|support|quality|handling|communication ~2 joke|terrible|awful|"
                    "horrible|trash|garbage|nonexistent|poor"
                ),
                "fix|fixing your|the|this|it ~1 damn|fucking|goddamn|‹censored›|shitty",
                "fix your",
                "bullshit fee|policy|excuse|rule|charge|answer",
                "wtf|hell|fuck ~1 is|happened|did|s ~1 wrong|to|with|you|going",
                "what the fuck|hell|heck|‹censored› is|happened|did ~1 wrong|to|with|you|going|this",
                f"hate|damn|fucking|goddamn|‹censored›|stupid|shitty ~1 {PRODUCT}",
                f"{PRODUCT} sucks|suck|blows",
                "are you ~1 kidding|joking|serious",
                "this shit|crap ~4 i|again|every|?",
            ),
            ro=(
                f"{PRODUS} ~2 e|este|i|sunt|s-a ~3 {_RO_BAD}",
                f"{_RO_BAD} de ~1 {PRODUS}",
                f"ce {_RO_BAD} de|ați|faceți|e",
                f"{_RO_BAD} ăsta|ala|aia de",
                "de rahat|căcat|doi",
                "ce naiba|dracu|pula|pizda|mama ~2 ați|faceți|e|se|aveți",
                "meciurile|serviciile|serverele|suportul sunt|e ~1 glumă|jalnic*|praf",
                "vă bateți joc",
                "își bat|bate joc",
                "e|este|i varză|varza|praf|gunoi|jale ~2 aplicația|site-ul|serviciul|jocul|firma",
                "căcat|rahat|mizerie ~3 routerul|aplicația|jocul|site-ul|telefonul",
            ),
            ru=(
                f"{PRODUKT} ~2 полное|полный|полная|просто|какое-то|это|конченое|сплошное ~1 {_RU_BAD}",
                f"{PRODUKT} {_RU_BAD}",
                f"{_RU_BAD} а|вместо|не {PRODUKT}",
                "кусок говна|дерьма",
                (
                    f"сраный|сраное|сраная|чертов*|гребан*|ебан*|долбан*|дурацк*|хренов*|ебуч* ~1 {PRODUKT}|банк"
                    "лаг*|баг*"
                ),
                "что за пиздец|хрень|хуйня|бред|дичь|цирк|фигня|бардак|ерунда",
                "какого хрена|хера|черта|хуя",
                "нахрена|нах|нафига|зачем|нахуя ~1 мне|я|вы|было",
                "подбор ~2 цирк|ужас|дно|говно|мусор",
                "вы издеваетесь|охренели|офигели|охуели|обнаглели|серьезно",
                "эту|эта|этой хрень|хрени|хуйню|дрянь|фигню",
                "засуньте",
                "полная|полный|полное|сплошная ~1 жопа|задница|хрень|дно|провал",
                "собачья а",
                "говно|дерьмо|хрень ~1 ваш|ваша|ваше|эти",
            ),
        ),
    ),
)
