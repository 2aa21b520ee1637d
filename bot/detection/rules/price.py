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
                "pay|paying|paid ~3 for nothing",
                "costs|cost double|twice|triple|more ~4 less|worse|old|before",
                "ads ~4 #|seconds|minute|paid|every",
                "price|prices|fee|fees|subscription|cost|costs ~1 went|gone|going|raised|increased ~1 up ~2 again",
                "lowered|nerfed|cut|reduced|slashed ~2 drop|rates|rewards|payout|payouts|limit|odds",
            ),
            ro=(
                (
                    "ați|au|voi mărit|crescut|dublat|scumpit|umflat ~2 prețul|preturile|"
                    "prețurile|tariful|abonamentul|taxa"
                ),
                "comision|comisionul|taxa|taxe|cost|costuri ~3 ascuns*|nicăieri|aiurea|absurd*|nimeni",
                "nu|nicaieri scria ~3 comision*|tax*",
                "preț|prețul|prețuri ~1 nesimțit*|aberant*|exagerat*|umflat*",
                "jaf|jecmăn*",
                "plătesc|plătit ~4 reclame",
                "reclame ~4 premium|plăt*|cont",
                "de|mai două|trei|# ori ~1 mai? scump*|mare",
                "iar|mereu ~1 ați|au|s-a|s-au ~1 scumpit|mărit|crescut",
                "prețuri*|prețul ~2 crescut|mărit|dublat|scumpit ~1 iar",
                "scăzut|tăiat|redus|micșorat ~2 șansele|recompensele|premiile|dropul|limita",
            ),
            ru=(
                "подняли|повысили|взвинтили|задрали|удвоили ~1 цен*|тариф*|абонент*|стоимость|комисси*|подписк*",
                "скрыт*|дикая|бешеная|конские|грабительск* комисси*|платеж*|цен*|плат*",
                "про|о комисси* ~4 ни|не|нигде",
                "комисси* ~6 ни|не|нигде|откуда",
                "грабеж|обдираловка|обираловка",
                "заплатил*|платная|премиум ~4 реклам*",
                "реклам* ~6 премиум|плачу|подписк*|платн*",
                "вдвое|втрое дороже",
                "опять|снова ~1 подняли|повысили|задрали ~1 цен*|тариф*|стоимость",
                "урезали|порезали|снизили|понерфили ~2 шансы|дроп|награды|выплаты|лимит*|кэшбэк",
            ),
        ),
        Group(
            1.6,
            en=("overpriced|rip-off", "too|so|way expensive"),
            ro=("prea scump*",),
            ru=("слишком|очень дорого|дорогой", "дорого"),
        ),
    ),
)
