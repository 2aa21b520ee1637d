"""Thanks. It is told as praise, and speaks against a complaint unless what follows it shows otherwise."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="thanks",
    label=Label.PRAISE,
    groups=(
        Group(
            4.0,
            en=(
                "thanks|thank|thx|ty|tysm|thankyou|tks",
                "appreciate|appreciated it|that|you|the|your|all|$|#",
                "cheers",
                "appreciate the|your help|quick|answer",
            ),
            ro=(
                "mulțumesc|mersi|merci|ms|mulțumim|mulțumiri|multam|mersic|thx",
                "apreciez",
                "sărut|sarut mâna|mana",
            ),
            ru=(
                "спасибо|спс|спасибки|спасиб|благодарю|пасиб|пасибо|сенкс|благодарим|благодарен|благодарна",
                "ценю",
                "выручили|выручил|поклон",
            ),
        ),
    ),
)
