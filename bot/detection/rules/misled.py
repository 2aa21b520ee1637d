"""Feels lied to, cheated or played with."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="misled",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.4,
            en=(
                "scammed|cheated|robbed|deceived|conned me|us|people|by|out",
                "you scammed|lied|cheated|robbed",
                "was|been|got|getting|feel ~1 scammed|cheated|ripped|misled|lied|robbed|deceived|tricked",
                "false|misleading|deceptive ~1 advertising|ad|ads|info|information|promise|promises",
                "lied|lying to|about ~2 us|me|customers|the|your",
                "total|complete|such|pure|is|are|what ~1 a? scam",
                "bait and switch",
                "broken|empty promises",
                "lied|lying in|to ~1 my|our face",
            ),
            ro=(
                ("m-ați|m-au|m-a|ne-ați|ne-au|ati|ne înșelat|păcălit|mințit|furat|prostit|țepuit"),
                "ați|au|a mințit|înșelat",
                "publicitate|reclamă înșelătoare|mincinoasă|falsă",
                "escrocherie|înșelătorie|țeapă|înșelăciune",
                "minciuni|promisiuni ~2 goale|deșarte|doar|numai|iar",
                "m-ați|v-ați bătut joc",
                "e varză|varza|praf aplicația|serviciul|jocul",
            ),
            ru=(
                "обманули|обманываете|обманывают|кинули|развели|надули|наебали|обман|кидалово|разводилово",
                "вы|опять|снова|нагло|постоянно ~1 врете|соврали|обманываете|лжете|врали",
                "ложная|лживая|недостоверная реклам*|информац*",
                "пустые|одни обещания|отговорки|отписки",
                "развод|лохотрон|мошенничество ~2 чист*|на|какой-то|а|полный",
                "врете|врут ~1 в|прямо глаза|лицо",
                "сменили|перевели|подключили ~3 без ~2 звонка|спроса|согласия|смс|ведома",
                "меня не спросив|спросили|спросил",
                "сменили ~1 за меня",
            ),
        ),
    ),
)
