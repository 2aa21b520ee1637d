"""The writer reports that somebody harasses, stalks or threatens them. Not abuse by the writer."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="harassment",
    label=Label.ABUSE,
    severity=Severity.HIGH,
    safety=Safety.HARASSMENT,
    groups=(
        Group(
            -6.0,
            en=(
                (
                    "harass|harassed|harassing|harasses|harassment|stalk|stalking|stalked|stalker|stalks|"
                    "bully|"
                    "bullied|bullying"
                ),
                (
                    "called|calls|calling|call|told ~1 me|us|my|her|him ~3 idiot|stupid|bitch|retard*|slur|"
                    "names|"
                    "whore|slut|faggot|moron|ugly|kill|die|trash|nigger|cow"
                ),
                (
                    "insulted|insulting|insults|abused|abusing|threatened|threatening|threatens|cursing|"
                    "touched|"
                    "groped ~1 me|us|my|her|at"
                ),
                (
                    "keeps|kept|stop ~1 messaging|dming|following|sending|insulting|calling|texting|"
                    "writing me|us|my|dms"
                ),
                "sent|sends|sending me ~2 threats|nudes|dick|death|gore|unsolicited",
                "death threats",
                "being|was|got|been insulted|threatened|bullied|harassed|abused|stalked|doxxed",
                "insulted my",
            ),
            ro=(
                "hărțu*|agresat*|agresează|bullying|urmărește",
                (
                    "mă|ne|mi-a|m-au ~1 făcut|numit|zis|jignit|înjurat|amenințat|"
                    "amenintat|jignește|înjură|insultă|insultat|amenință|facuta"
                ),
                "jignit|înjurat|insultat|amenințat ~1 o|pe ~2 sora|mama|fratele|prietena|fiica|fata",
                "scrie|scriu ~3 privat|dm|mesaje ~3 înjur*|ameninț*|jign*",
            ),
            ru=(
                "травят|травля|травит|буллинг|домога*|домогательств*|преследу*|сталкер*|харассмент",
                (
                    "обозвал*|оскорбил*|оскорбля*|угрожа*|унижа*|обзыва*|обматерил* ~2 меня|мне|нас|мою|и|"
                    "моего|моей"
                ),
                "меня|мне|нас ~2 обозвал*|оскорб*|угрожа*|обзыва*|преследу*|унижа*|назвал*",
                "пишет|пишут ~2 личк* ~2 и|оскорб*|угрож*|гадост*",
                "нахамил*|нагрубил* ~1 моей|моему|мне|сестре|маме|другу",
            ),
            es=(
                (
                    "me|nos ~1 acosa|acosan|acosando|amenaza|amenazan|amenazó|insulta|insultó|insultan|"
                    "insultaron|humilla|persigue|hostiga"
                ),
                "acoso|acosador|acosadores|ciberacoso|bullying|hostigamiento",
                (
                    "me|nos|le llamó|llaman|llama|dijo|dijeron ~2 idiota|puta|gorda|imbécil|inútil|estúpid*|"
                    "zorra|tonta|tonto"
                ),
                "amenazas de muerte",
                "me manda|mandó|envía|envió|mandan ~2 amenazas|nudes|fotopolla|insultos",
            ),
            de=(
                "belästig*|gestalkt|stalker|stalkt|stalking|gemobbt|mobbing|mobbt",
                "bedroht|beleidigt|beschimpft|begrapscht ~1 mich|uns|werde|worden|meine",
                "mich|uns|meine|mir ~3 bedroht|beleidigt|beschimpft|belästigt|verfolgt|gedroht",
                "nannte|nennt|genannt mich|uns|meine ~2 schlampe|idiot*|hure|fett*|dumm*",
                "morddrohung*|dickpic*",
            ),
            fr=(
                "harcel*|harcèl*|harceleur*|cyberharcel*",
                (
                    "me|m|nous|m'a|nous-a ~1 menace|menacé|menacée|insulte|insulté|insultée|agressé|agressée|"
                    "humilie|suit|traité|traitée"
                ),
                "menaces de mort",
                "a traitée|traité|traitait de",
                "m'a ~1 traité|traitée|insulté|insultée|menacé|menacée|agressé|agressée",
            ),
            uk=(
                (
                    "цькують|цькування|цькує|булінг|домагань|домагання|переслідує|переслідують|сталкер*|"
                    "харасмент"
                ),
                (
                    "обізвав|обізвала|образив|образила|ображає|погрожує|погрожував|принижує|обзиває|"
                    "погрожують ~2 мене|мені|нас|нам|мою|моїй"
                ),
                "мене|мені|нас ~2 обізв*|образи*|погрож*|обзива*|переслід*|принижу*",
                "погрози|погрозами ~1",
            ),
        ),
    ),
)
