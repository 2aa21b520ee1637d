"""The price: raised, hidden, out of proportion."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="price",
    label=Label.COMPLAINT,
    groups=(
        Group(
            4.0,
            en=(
                "you|they raised|increased|doubled|hiked|upped ~2 price*|fee|fees|cost|subscription",
                "hidden|surprise|absurd|ridiculous|outrageous|insane fee|fees|charges|costs|price|prices",
                "fee|fees|charge|commission ~4 mentioned|disclosed|nowhere|anywhere|again|agreed",
                "rip off|ripoff",
                "paywall|ads|adverts ~4 paid|paying|already|premium",
                "why ~4 pay|paying|paid ~3 fee|fees|again|nothing|more",
                "daylight robbery",
                "unlimited ~6 throttl*|limit|limited|capped|slow*",
                "pay|paying|paid ~3 for nothing", "costs|cost double|twice|triple|more ~4 less|worse|old|before", "ads ~4 #|seconds|minute|paid|every",
            ),
            ro=(
                "ați|ati|au|voi mărit|marit|crescut|dublat|scumpit|umflat ~2 prețul|preturile|pretul|prețurile|tariful|abonamentul|taxa",
                "comision|comisionul|taxa|taxe|cost|costuri ~3 ascuns*|nicăieri|nicaieri|aiurea|absurd*|nimeni",
                "nu|nicaieri scria ~3 comision*|tax*",
                "preț|pret|prețul|prețuri|preturi ~1 nesimțit*|nesimtit*|aberant*|exagerat*|umflat*",
                "jaf|jecmăn*",
                "plătesc|platit|plătit ~4 reclame", "reclame ~4 premium|plăt*|plat*|cont", "de|mai două|trei|# ori ~1 mai? scump*|mare",
            ),
            ru=(
                "подняли|повысили|взвинтили|задрали|удвоили ~1 цен*|тариф*|абонент*|стоимость|комисси*|подписк*",
                "скрыт*|скрытая|дикая|бешеная|конские|грабительск* комисси*|платеж*|цен*|плат*",
                "про|о комисси* ~4 ни|не|нигде",
                "комисси* ~6 ни|не|нигде|откуда",
                "грабеж|обдираловка|обираловка",
                "заплатил*|платная|премиум ~4 реклам*", "реклам* ~6 премиум|плачу|подписк*|платн*", "вдвое|втрое|в-два|на-# дороже",
            ),
        ),
        Group(1.6, en=("overpriced|rip-off", "too|so|way expensive"), ro=("prea scump*",), ru=("слишком|очень дорого|дорогой", "дорого")),
    ),
)
