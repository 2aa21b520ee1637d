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
                "would|itd|id be|love|like ~1 cool|nice|great|awesome|good|lovely|to-see|helpful if|to",
                "^ suggestion|idea|feature request|:",
                "can|could you ~1 add|include|consider|make",
                "i wish ~1 there|you|we|it",
                "please ~1 add|consider",
                "can i suggest",
                "someday|one-day",
            ),
            ro=(
                "ar fi ~1 mișto|misto|fain|frumos|bine|super|tare|util",
                "propunere|sugestie|idee",
                "puteți|puteti|ați putea adăuga|adauga",
                "aș vrea|dori|as-vrea ca|să|sa",
            ),
            ru=(
                "было бы|б ~1 круто|здорово|классно|хорошо|удобно|неплохо|супер",
                "хотелось бы",
                "предложение|предлагаю|идея",
                "добавьте|добавите|можно добавить",
                "сделайте ~2 пожалуйста темную|тёмную|возможность|поддержку",
            ),
        ),
    ),
)
