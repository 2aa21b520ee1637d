"""Praise that isn't: "oh great, another maintenance", "love how the priority queue takes two hours"."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="sarcasm",
    label=Label.COMPLAINT,
    groups=(
        Group(
            4.2,
            en=(
                "thanks|thank|thx ~1 for nothing|wasting|ruining|ignoring|breaking|deleting|cancelling|losing",
                "oh|ah great|good|wonderful|lovely|joy|brilliant|fantastic|perfect|nice another|again|now|more|the",
                (
                    "love|loving how|it|that ~1 when? ~6 hours|crash*|again|cant|never|takes|charge*|lose|not|"
                    "doesnt|twice|ignore*|broken|still|down"
                ),
                (
                    "great|nice|good|excellent|brilliant|wonderful|fantastic job|work ~4 breaking|ruining|losing|"
                    "killing|deleting|again|as"
                ),
                "truly|so|very premium",
                "and thanks a lot",
                "guess ~4 myth|joke|optional|nobody ~2",
                "must be ~4 nice|joke|feature",
                "^ so much for",
                "another maintenance|outage|delay|excuse|crash|downtime",
                "workaround for the workaround",
                "bravo|congrats|congratulations ~3 on|for ~2 breaking|ruining|losing|killing|another",
                "who needs ~3 anyway",
                "nice|great|lovely touch|move|one|idea making|guys|hiding|to",
                "very|how|so mature|professional|classy|generous of|$",
                "another day another",
                "^ well done|played ~1 breaking|on|guys",
                "brilliant|genius idea|move|decision",
                (
                    "^ great|nice|wow|lovely|awesome|amazing|cool|wonderful|perfect ~1 another|one|yet ~1 more? "
                    "~1 bug|crash|error|delay|outage|update|problem|issue|fail"
                ),
            ),
            ro=(
                (
                    "^ super|minunat|excelent|grozav|genial|perfect|frumos|tare|bravo iar|încă|alt|altă ~1 "
                    "mentenanță|pană|întârziere|o|un|update|problemă"
                ),
                "^ super|minunat|excelent|genial|perfect|frumos iar",
                "iar ~1 mentenanță|intretinere|întârziere|scuze|scuza",
                "felicitări|bravo pentru ~2 nimic|întârziere|haos|bătaie",
                "legendă pe aici",
                "mersi|mulțumesc pentru|de nimic",
                "așa-zis*|cică ~2 premium|nelimitat|prioritar|rapid",
                "ce premium|profesioniști|servicii",
                "jos|bravo pălăria pentru întârz*",
                "de poveste",
                "frumos|bravo|felicitări|excelent|minunat|superb ~1 ați|v-ați|cum|că|doar|iar",
                "foarte matur|profesionist|frumos|elegant ~1 din|$|partea",
                "halal|strașnic",
                (
                    "^ super|frumos|minunat|grozav|bravo|genial|excelent ~1 încă|alt|altă|un|o ~1 bug|"
                    "crash|eroare|întârziere|problemă"
                ),
            ),
            ru=(
                "отлично|супер|прекрасно|замечательно|чудесно|класс|молодцы|браво опять|снова|очередн*",
                "опять|снова|очередн* техработы|профилактика|отговорк*|отписк*",
                "спасибо за ничего|испорч*|потрачен*|убит*|потерян*|ожидание",
                "похоже миф",
                "миф|сказка $",
                "как всегда|обычно !хорошо",
                "премиальн*|премиум называется",
                "видимо|похоже ~2 не для|никому|миф|сказк*",
                "так держать",
                (
                    "гениально|прекрасно|молодцы|браво|отлично|здорово|красиво спрятали|придумали|сделали|"
                    "сработали|убрали|сломали|работаете"
                ),
                "очень ~1 по-взрослому|профессионально|умно|вовремя|удобно|мило",
                (
                    "очередной|очередная|очередное|новый|новая ~1 хотфикс|патч|обнова|обновление|отмазка|баг|"
                    "сбой|отписка ~3 не|нич*|слом*"
                ),
                (
                    "^ отлично|супер|прекрасно|класс|круто|замечательно ~1 еще|новый|очередной|опять ~1 один|"
                    "одна? ~1 баг|вылет|ошибка|сбой|проблема|задержка"
                ),
            ),
        ),
    ),
)
