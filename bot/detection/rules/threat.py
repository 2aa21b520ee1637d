"""Threats and wishes of death against a person."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="threat",
    label=Label.ABUSE,
    severity=Severity.HIGH,
    safety=Safety.THREAT,
    groups=(
        Group(
            6.0,
            en=(
                "know|found where you|u|he|she|they live|lives|work|works",
                (
                    "ill|will|gonna|im|lets ~2 kill|murder|stab|shoot|beat|hurt|find|rape|strangle|slit|hunt ~1 "
                    "you|u|him|her|ur"
                ),
                "ill|will ~1 break|smash|cut|rip ~1 your|his|her|ur ~1 legs|face|neck|head|bones|throat|arms",
                "you|u|he|she|they|deserve ~1 should|deserve|deserves|to ~1 die|rot",
                "hope ~1 you|u|he|she|they|your ~2 die|choke|rot|burn|cancer|suffer",
                "kill|hang|shoot yourself|urself|yourselves",
                "drop dead",
                "go die",
                "die in a|ditch ~1 fire|you",
                "watch your back",
                "youre|you|u dead|finished meat|when|tomorrow|if",
                "you|u will|are going|gonna ~1 regret|pay ~2 this|blood|life",
                "come|coming ~1 to|for ~1 your house|home|office|you|family",
                "bomb|burn|shoot ~2 your|the|up office|building|house|shop|headquarters|place",
                "be put down ~1 like|dog|dogs",
                "smash|break|cave|kick|rearrange your ~1 face|head|teeth|skull|legs|neck",
            ),
            ro=(
                "știu unde stai|stați|locuiești|lucrezi",
                (
                    "te|vă|îl|o omor|omorâm|ucid|tai|bat|spintec|găsesc|împușc|calc|"
                    "sparg|nenorocesc|violez|rup|strang"
                ),
                (
                    "îți|vă|ți ~1 rup|sparg|tai|zbor|crăp|scot ~1 picioarele|fața|capul|gâtul|"
                    "dinții|mâinile|oasele|ochii|mațele"
                ),
                "mori|crapă|crapa-ti|muriți ~1 odată|dracului|naibii|javră|jegosule|în|dracu|toti",
                "să mori|muriți|crăpați|crapi|putreziți|mor",
                "du-te ~2 omoară|spânzură|sinucide",
                "omoară-te|sinucide-te|spânzură-te",
                "ai grijă ~2 spate|stradă",
                "vin|venim ~2 peste|după ~1 tine|voi|acasă",
                "o să ~2 regreți|plătești|pățești",
                "dau|dăm foc|bombă ~2 la|sediul*|birou*|casei",
                "sper să ~1 mori|faci|crapi|pățești|te",
                "te ~1 caut|găsesc|gasesc|prind ~1 eu? ~1 acasă|acasa|și|pe|pe-stradă",
                "te fac praf|bucăți|zob|poștă",
            ),
            ru=(
                "знаю|найду|узнаю|пробью где|адрес|тебя|вас|твой ~1 ты|вы|живешь|живете|дом",
                (
                    "убью|убьем|зарежу|прирежу|пристрелю|изнасилую|закопаю|порву|урою|придушу|застрелю ~2 тебя|"
                    "вас|его|ее|всех|нахуй|суку|сука|тварь"
                ),
                "тебя|вас|его|ее|тя ~1 убью|убьем|зарежу|найду|прирежу|закопаю|порву|урою|придушу|пристрелю|найдем",
                (
                    "переломаю|сломаю|оторву|отрежу|разобью|выбью|поломаю ~2 ноги|руки|голову|лицо|ебало|башку|"
                    "зубы|шею|тебе|рожу|ноги"
                ),
                "ноги|руки|лицо|шею|голову|башку переломаю|сломаю|оторву|разобью|сверну",
                "сдохни|сдохните|умри|подохни|подохните|помри",
                "чтоб|чтобы ~1 ты|вы|он|она|они|вам|тебе ~2 сдох*|подох*|умер*|сгнил*|рак|сгорел*|подавил*|провал*",
                "убей|убейся|повесься|вскройся|выпились|роскомнадзорнись|самоубейся ~1 себя|об|$|уже|тварь|нахуй",
                "убей себя",
                "ходи|оглядывайся и|по",
                "ты труп",
                "ты|вы ~1 пожалеешь|пожалеете|ответишь",
                "приеду|приедем|придем|приду ~3 тебе|вам|офис|домой|дом ~2 и|сожгу|взорву",
                "взорву|сожгу|подожгу ~2 офис|дом|магазин|здание|вас|вам",
                "морду|рожу|лицо|ебало|челюсть разобью|набью|сломаю|начищу",
                "место в|на ~1 могиле|кладбище|гробу",
                "чтоб|чтобы ~1 у|тебе|вам|тебя|вас ~2 рак|сдох*|отсох*|сгор*",
                "башку|голову|шею ~2 откручу|оторву|сверну|проломлю|отрежу",
                "из-под земли ~1 достану|достанем",
                "чтоб ~1 ты|вы ~1 сдохла|сдох|сдохли|подох|подохла",
            ),
        ),
    ),
)
