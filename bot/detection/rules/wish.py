"""A wish or a suggestion, without a grievance."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="wish",
    label=Label.COMPLAINT,
    groups=(
        Group(
            -2.4,
            en=(
                "would|itd|id be|love|like ~1 cool|nice|great|awesome|good|lovely|helpful if|to",
                "^ suggestion|idea|feature request|:",
                "can|could you ~1 add|include|consider|make",
                "i wish ~1 there|you|we|it",
                "please ~1 add|consider",
                "can i suggest",
                "someday",
                "what ~3 if i|my|you|we|the|it|something",
                "how ~4 if i|my|we",
                "can|could|will|would|does|do|should ~6 if i|my|im|we",
                "^ if ~~9 ?",
            ),
            ro=(
                "ar fi ~1 mișto|fain|frumos|bine|super|tare|util",
                "propunere|sugestie|idee",
                "puteți|ați putea adăuga",
                "aș vrea|dori ca|să",
                "ce ~3 dacă",
                "cum ~3 dacă|în-caz",
                "pot|poți|se ~4 dacă",
                "^ dacă ~~9 ?",
            ),
            ru=(
                "было бы|б ~1 круто|здорово|классно|хорошо|удобно|неплохо|супер",
                "хотелось бы",
                "предложение|предлагаю|идея",
                "добавьте|добавите|можно добавить",
                "сделайте ~2 пожалуйста темную|возможность|поддержку",
                "что ~3 если",
                "как ~3 если",
                "можно ~4 если",
                "^ если ~~9 ?",
            ),
        ),
    ),
)
