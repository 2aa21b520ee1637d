"""Praise, profane praise too."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

_EN_GOOD = (
    "amazing|awesome|great|fantastic|excellent|gorgeous|beautiful|perfect|brilliant|superb|"
    "incredible|wonderful|outstanding|sick|insane|flawless|stunning|lovely|solid|goated|"
    "phenomenal|delicious|fast|smooth|legendary|lit|dope"
)

RULE = PhraseRule(
    name="praise",
    label=Label.PRAISE,
    groups=(
        Group(
            4.6,
            en=(
                (
                    "is|are|was|looks|feels|been|s|its|works|app|update|service|support ~1 fucking|so|really|"
                    f"absolutely|damn|just|super|pretty|truly|freaking {_EN_GOOD}"
                ),
                f"is|are|was|looks|feels|runs|s {_EN_GOOD}",
                f"fucking|absolutely|freaking|so|truly|damn|honestly {_EN_GOOD}",
                "love|loving|adore ~1 this|the|it|your|that|how",
                "great|good|amazing|awesome|excellent|nice|fantastic|brilliant job|work|service|update|stuff",
                "well done|played",
                "best ~4 ever|town|seen|used|far|played",
                "^ best ~3",
                "shout out|shoutout to",
                "kudos|props to",
                "highly recommend*",
                "happy|pleased|impressed|satisfied with",
                "faster|better|nicer|smoother than i|we|expected",
                "never|no|zero ~1 had? a? single? problem|problems|issue|issues ~3 with|years|so|in",
                "rock solid",
                "like butter|charm",
                "keep it up",
                "you|u guys|all|people rock|rule|nailed",
                "hats off",
                "couldnt be happier|better|more",
                "slaps|bangs|rocks|goated",
                "so|really|damn ~1 good|well|cool|fun|nice|smooth",
                "best ~4 ive|i|weve had|seen|used|played|eaten",
                "day|days|hour early",
                "you|u guys|all? are ~1 great|awesome|amazing|best",
                "you guys rock",
            ),
            ro=(
                (
                    "e|este|sunt|update-ul|harta|jocul ~2 bestial*|genial*|superb*|excelent*|minunat*|fain|faină|"
                    "faina|perfect*|mișto|tare|super|beton|brici|grozav*|demențial*|fantastic*"
                ),
                "îmi|ne place|plac ~1 mult|tare|la|foarte|aplicația|jocul|ce|cum|noua|noul",
                "bravo|felicitări|respect|jos",
                "jos pălăria",
                "cel|cea|cele|cei mai bun|bună|bune|buni|tare|fain|faină|rapid|mișto",
                "iubesc|ador ~2 jocul|aplicația|asta|acest",
                "merge brici|unsa|struna|perfect|ca|super|foarte",
                "mai rapid|rapidă|bine|bun|bună decât",
                "n-am|nu ~2 nicio|nici problemă",
                "nicio problemă ~3 în|cu|până",
                "mulțumit|mulțumită|încântat|încântată de",
                "recomand cu|tuturor|din",
                "ce faină|fain|frumos|tare|mișto",
                "faină ~1 ați",
                "dracului|dracu de bun|bună|tare|fain|misto",
                "foarte|tare|extrem mulțumit|mulțumită|bun|bună|fain",
                "rupe|sparge|spart ~1 $|jur|tot",
                "zi|ore|oră ~1 mai devreme",
                "cele|cel|cea|cei mai ~1 bune|bun|bună|tari|buni",
                "respect|bravo pentru|lui|băieți",
                "de vis",
                "plăcut|placut la nebunie|mult",
                "salvat|salvată ~2 vacanța|vacanta|viața|ziua|weekendul",
                "prima|primul ~3 care chiar",
                "respect ați|pentru|lor",
                "piele de găină|gaina",
                "al|ale naibii|dracului ~1 de ~1 bune|bun|bună|buni",
                "rezolvat ~2 într-o|intr-o|imediat|rapid ~1 zi|oră|clipă",
                "amabil*|profesionist*|prompți|prompti|impecabil*",
            ),
            ru=(
                (
                    "просто|очень|такая|такой|какая|реально|офигенно|игра|обнова|патч|карта|сервис ~1 охуенн*|"
                    "офигенн*|шикарн*|классн*|отличн*|крут*|прекрасн*|великолепн*|потрясающ*|супер|бомба|огонь|"
                    "красив*|топ|замечательн*|удобн*"
                ),
                "обожаю|люблю|нравится ~2 это|эту|этот|приложение|игру|ваш|новый|новая|как",
                "молодцы|красавчики|респект|браво|уважуха",
                "лучш* ~2 пицца|банк|игра|сервис|приложение|магазин|город*|в|из",
                "летает|огонь|бомба|топчик|кайф",
                "быстрее|лучше чем ожидал*|думал*",
                "чем ожидал|ожидала",
                "ни одной|никаких проблем|проблемы|нареканий",
                (
                    "отличный|отличная|отличное|прекрасный|классный|шикарный банк|сервис|работа|приложение|"
                    "магазин|игра|обновление|обслуживание|поддержка|карта"
                ),
                "рекомендую|советую всем",
                "доволен|довольна|довольны ~1 покупк*|сервис*|как",
                "так держать",
                "поддержка|сервис|приложение|обслуживание ~1 отличн*|супер|прекрасн*|шикарн*|классн*",
                "спасибо ~3 за ~1 игру|обновление|работу|труд|старания",
                "очень|полностью ~1 доволен|довольна|довольны|рада|рад|понрав*",
                "пипец|капец|пиздец|офигеть|блин ~1 какая|какой|как ~1 крут*|красив*|хорош*|классн*|вкусн*",
                "просто ~1 разрывной|бомба|огонь|пушка|шикарн*|отличн*",
                "уважение|респект|поклон",
                "на день|час раньше",
                "вы лучшие|красавцы|супер|крутые",
                "лучший|лучшая|лучшее сервис|поддержка|служба|приложение|за",
                "сказка|мечта|мурашки|шедевр|снимаю-шляпу",
                "снимаю шляпу",
                "спасло|спас|спасли ~1 мне|отпуск|день|вечер",
                "чертовски|офигенно|безумно|невероятно ~1 вкусн*|хорош*|крут*|удобн*|красив*",
                "первая|первый ~1 контора|магазин|банк|компания ~1 котор*",
                "пять звезд",
                "не ~1 пожалел|пожалела|пожалели",
                "огонь",
                "приятно $",
                "раньше срока",
                "терпеливо|вежлив*|оперативно ~2 объяснил*|помог*|ответил*|решил*",
                "ахрененно|охрененно|офигенно|круто сделали|сделано|вышло",
                "с детства ~1 не ~2",
                "за ~1 день|час решили|починили|сделали",
            ),
        ),
        Group(
            2.2,
            en=("amazing|awesome|fantastic|gorgeous|brilliant|excellent", "love it", "nice", "great"),
            ro=("super|bestial|genial|tare|frumos|fain|excelent", "perfect"),
            ru=("супер|класс|круто|шикарно|отлично|огонь|топ|красота|прекрасно",),
        ),
    ),
)
