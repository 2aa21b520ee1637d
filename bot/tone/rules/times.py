"""Whether a text names a time, a sum or a number, or says that nobody knows it."""

import re

from bot.detection.normalise import Text
from bot.tone.base import Phrases

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")

TIMES = Phrases(
    en=(
        "today|tonight|tomorrow|yesterday|noon|midday|midnight|weekend|eod|now|immediately|overnight",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat",
        "january|february|april|june|july|august|september|october|november|december",
        (
            "# st|nd|rd|th|may|march|am|pm|oclock|h|hr|hrs|min|mins|minute|minutes|hour|hours|day|days|week|"
            "weeks|month|months|business|working"
        ),
        "may|march #",
        "in|within|by|until|till|after|since|at|before #",
        (
            "a|an|one|two|three|four|five|six|seven|ten|few|couple|several|some|half ~1 second|minute|"
            "minutes|hour|hours|day|days|week|weeks|month|months"
        ),
        (
            "this|next|last|end|every|each|of ~1 morning|afternoon|evening|week|month|year|night|hour|day|"
            "quarter"
        ),
    ),
    ro=(
        "azi|astăzi|mâine|poimâine|ieri|diseară|aseară|prânz|prânzul|miezul|weekend|acum|imediat|deja",
        "luni|marți|miercuri|joi|vineri|sâmbătă|duminică",
        "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie #",
        "# ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
        "# de? minute|ore|ora|oră|zile|zi|săptămâni|săptămână|luni|minut|lucrătoare",
        (
            "o|un|două|doi|trei|patru|cinci|câteva|jumătate ~1 oră|ore|zi|zile|săptămână|săptămâni|minut|"
            "minute|lună|luni|secundă"
        ),
        "ora|până|pe|la|după|din|în #",
        "săptămâna|luna|anul|dimineața|seara asta|aceasta|viitoare|viitor|acesta",
        "sfârșitul|capătul zilei|săptămânii|lunii|anului",
    ),
    ru=(
        (
            "сегодня|завтра|послезавтра|вчера|полдень|полудня|полночь|полуночи|выходные|выходных|сейчас|"
            "немедленно|вечером|утром"
        ),
        "понедельник*|вторник*|сред*|четверг*|пятниц*|суббот*|воскресень*",
        "# января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
        "в|к январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре",
        "# час|часа|часов|минут|минуты|минуту|день|дня|дней|суток|недели|недель|неделю|месяц|месяца|рабочих",
        "до|к|в|после|через|с|около #",
        (
            "через|за|пару|два|две|три|несколько|полтора|течение ~1 час|часа|часов|минут|минуту|день|дня|"
            "дней|неделю|недели|недель|месяц|сутки"
        ),
        "на|этой|следующей|конца|конце|до ~1 неделе|недели|месяца|года|дня",
    ),
)

OPEN_TIMES = Phrases(
    en=(
        (
            "dont|cant|cannot|not|nobody|unknown|no|havent ~2 know|knows|say|tell|date|known|decided|yet|"
            "estimate|clear|promise"
        ),
        "!look once|after|when|until|before",
        "already|again|depends|ready|done|arrived",
    ),
    ro=(
        "nu|încă|nimeni|n- ~~2 știu|știe|știm|pot|putem|există|cunosc|decis|o|dată|sigur",
        "imediat|după|când|de|până|înainte|odată ce|când|cum|să",
        "deja|depinde|gata|ajuns|funcționează",
    ),
    ru=(
        "не|пока|никто|нет ~~2 знаю|знаем|знает|известно|могу|можем|даты|решено|срока|назначена|скажу",
        "когда|после|как|пока|до|раньше",
        "уже|снова|зависит|готово|пришли|отправлен*",
    ),
)

SUMS = Phrases(
    en=(
        "#",
        "‹money›",
        "free|nothing|none|depends|gratis|costs|half|all|every|each|zero",
        (
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|"
            "thousand|euro|euros|dollars"
        ),
        "dont|cant|cannot|nobody|unknown ~2 know|knows|say|tell|known|decided|yet",
    ),
    ro=(
        "gratuit*|gratis|nimic|depinde|niciun|nicio|tot|toate|fiecare|zero|jumătate|lei|euro|costă",
        (
            "unu|una|doi|două|trei|patru|cinci|șase|șapte|opt|nouă|zece|unsprezece|douăsprezece|douăzeci|"
            "sută|mie"
        ),
        "nu|încă|nimeni ~~2 știu|știe|știm|pot|putem|cunosc",
    ),
    ru=(
        "бесплатн*|ничего|нисколько|зависит|ни|все|каждый|каждая|ноль|половин*|рублей|евро",
        "один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двенадцать|двадцать|сто|тысяч*",
        "не|пока|никто ~~2 знаю|знаем|знает|известно|могу|можем",
    ),
)


def names_a_time(text: Text, language: str) -> bool:
    """A clock, a day, a duration: something a person can wait for."""
    return any(_CLOCK.fullmatch(word) for word in text.words) or bool(TIMES.find(text, language))
