"""Not for the first time."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="repetition",
    label=Label.COMPLAINT,
    groups=(
        Group(
            2.6,
            en=(
                (
                    "second|third|fourth|fifth|sixth|nth|#|th|rd|hundredth time|reinstall|replacement|week|"
                    "attempt ~1 this|i|today|in|now|the|my"
                ),
                "third|fourth|fifth time",
                "every|each ~1 single|damn|fucking? time|month|week|day|patch|update|#",
                "every single",
                "yet again",
                "once again",
                "again and again",
                "asked|told|reported|written|emailed|contacted ~5 #|two|three|four|five|several|many times",
                "same bug|issue|problem|error|thing|story ~2 since|again|as|every",
                "how many times",
                "tried ~1 everything",
                "tried ~3 times|twice|browsers",
                "i asked twice|already",
            ),
            ro=(
                "a doua|treia|patra|cincea|n-a|# oară",
                "de două|trei|patru|zece|nenumărate|# ori",
                "iar|iarăși ~1 mi-ați|mi-a|a|ne|mi|am|ati|s-a|e|mi-au|pică|crapă",
                "de fiecare dată",
                "fiecare update|patch|dată|plată|lună",
                "același|aceeași bug|problem*|eroare|poveste",
                "câte ori|cate ori",
                "încă o dată",
            ),
            ru=(
                "второй|третий|четвертый|пятый|десятый|сотый|#|который|очередной раз",
                (
                    "опять|снова ~1 прислали|сбой|не|то|те|списали|лежит|техработы|вылет*|ошибка|отмен*|задерж*|"
                    "привезли|подняли|цены|упал"
                ),
                "каждый|каждую раз|день|месяц|оплату|неделю",
                "каждым|каждой патчем|обновлением|обновой",
                "тот же|самый баг|косяк|проблема",
                "те же|самые грабли|проблемы|баги",
                "сколько раз",
                "раз за разом",
            ),
        ),
        Group(1.2, en=("again", "twice"), ro=("iar", "iarăși", "din nou"), ru=("опять", "снова")),
    ),
)
