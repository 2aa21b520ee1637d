"""How long it has lasted: "day 9", "since Tuesday", "for three weeks"."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

_UNIT = "minutes|min|mins|hour|hours|hrs|day|days|week|weeks|month|months|year|years"
_COUNT = "#|two|three|four|five|six|seven|eight|nine|ten|a|couple|several|few|many"
_SINCE = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|morning|last|january|"
    "february|march|april|may|june|july|"
    "august|september|october|november|december|christmas"
)
_ZIUA = (
    "luni|marți|miercuri|joi|vineri|sâmbătă|duminică|ieri|alaltăieri|azi|săptămâna|ianuarie|"
    "februarie|martie|aprilie|mai|iunie|iulie|august"
)
_NUM = "#|două|trei|patru|cinci|șase|șapte|opt|nouă|zece|o|câteva"

RULE = PhraseRule(
    name="duration",
    label=Label.COMPLAINT,
    groups=(
        Group(
            2.2,
            en=(
                "^ day|week|month #",
                f"for|been|after|already|its {_COUNT} {_UNIT} now|already|and|later",
                f"{_COUNT} {_UNIT} late|overdue|later|delayed|behind|now",
                f"been ~1 {_COUNT} {_UNIT}",
                f"since ~1 {_SINCE}",
                f"third|fourth|second|whole|entire|over|more|almost ~1 {_UNIT} ~2 now|without|no|still|nobody",
                f"waited|waiting|hold|wait ~2 {_COUNT} {_UNIT}",
            ),
            ro=(
                f"de {_NUM} zile|săptămâni|luni|ore|ani|minute|oră|săptămână|lună|zi",
                f"a|au trecut ~1 {_NUM} zile|săptămâni|luni|ore|săptămână|lună",
                f"încă|tot|iar ~2 de {_ZIUA}",
                f"de {_ZIUA} ~1 tot|nu|dimineață|seară|trecută|stau|aștept",
                "ziua # si|fara|nimic",
                "cu o oră|ore|zi|săptămână întârziere|mai",
                "întârziere",
                f"așteptat|aștept|stat ~1 {_NUM} ore|zile|luni|săptămâni|minute|oră",
                "a # săptămână|zi|lună",
                "a doua|treia|patra|cincea săptămână|zi|lună",
            ),
            ru=(
                (
                    "уже|вот|целую|целый|почти ~1 #|неделю|неделя|месяц|сутки|два|три|четыре|пять|вторую|третью|"
                    "вторая|третья|полгода|год ~1 дня|дней|день|недели|неделю|неделя|недель|месяц|месяца|часа|"
                    "часов|сутки|жду|не|нет"
                ),
                "# день|сутки|неделя|неделю|месяц ~2 нет|не|жду|тишина|без",
                "второй|третий|четвертый|пятый|шестой|седьмой|восьмой|девятый|десятый день|месяц|час|год",
                "вторая|третья|четвертая|пятая|вторую|третью|четвертую неделя|неделю",
                (
                    "с|со ~1 понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья|вчерашнего|утра|"
                    "вечера|прошлой|прошлого|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|"
                    "ноября|декабря"
                ),
                "неделю|месяц|сутки|неделями|месяцами|часами никто|не|нет|жд*|молч*",
                "на ~1 час|два|три|день|неделю|#|полчаса ~1 позже|опозд*",
                "# минут|часов|часа|дней|дня|недель жду|ждал*|ждем|прошло|потом",
                (
                    "ждал*|ждать|жду|висел*|прожд* ~1 #|два|три|четыре|пять|полтора|неделю|месяц ~1 минут|часа|"
                    "часов|дня|дней|недели|месяца|месяцев|недель"
                ),
            ),
        ),
        Group(
            1.2,
            en=(f"for {_COUNT} {_UNIT}", f"{_COUNT} {_UNIT} ago", f"{_COUNT} days|weeks|months"),
            ro=(f"{_NUM} zile|săptămâni|luni", f"de {_ZIUA}"),
            ru=("# дней|недель|месяцев|часов", "неделю|месяц назад"),
        ),
    ),
)
