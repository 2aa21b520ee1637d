"""Wants a person instead of a machine, or a superior."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="asked_for_human",
    label=Label.COMPLAINT,
    groups=(
        Group(
            4.4,
            en=(
                (
                    "want|need|let|can|could|like|how|please|may ~3 speak|talk|chat|speaking|talking to|with ~1 "
                    "a|an|the|any|your|somebody|someone? ~1 real|human|manager|supervisor|responsible|person"
                    "human|manager|supervisor|responsible"
                ),
                "want|need|get|give|reach|connect|transfer|find ~3 real|actual|live person|human|people",
                "not ~1 bot|robot|chatbot",
                "chatbot|bot ~3 circles|loop|useless|nonsense",
                "how do i contact|reach ~2 human|person|anyone",
                "need|want ~2 human|manager|supervisor",
                "is there ~1 a|any manager|supervisor|human|person|someone ~2 i|we|that|who|to",
                "someone in charge",
                "stop ~1 sending|giving ~3 bot|automatic|automated|canned|template",
            ),
            ro=(
                "vreau|doresc|pot|vrem|aș ~2 vorbesc|vorbim|vorbi|discut ~2 cu ~1 un|cineva|o",
                "nu cu robot*|botul|un",
                "om|persoană real*|adevărat*",
                "robotul|chatbotul|botul ~3 cerc|prost*|inutil|degeaba",
                "vorbesc|discut|vorbi|discuta ~2 un|cu ~1 responsabil*|șef|manager|superior|om",
                "cu botul|robotul ~3 nu|nicăieri",
            ),
            ru=(
                (
                    "поговорить|связаться|соедините|переключите|дайте|пообщаться ~3 человек*|оператор*|живым|"
                    "руководств*|менеджер*"
                ),
                "живой|живого|живым человек*|оператор*",
                "бот|чатбот|робот ~3 кругу|тупит|бесполезн*|отвечает",
                "а не бот|ботом|с|робот*",
                "кто-нибудь|кто|есть ~1 главный|старший|вменяемый|живой|ответственный",
                "разговор|общение с ботом",
                "позовите|дайте ~1 старшего|главного|менеджера|начальника",
            ),
        ),
    ),
)
