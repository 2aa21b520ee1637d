"""Asks something."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="question",
    label=Label.QUESTION,
    groups=(
        Group(
            4.4,
            en=(
                (
                    "how|where|what|which|when|who|why|whats|wheres|hows ~1 do|does|is|are|can|could|should|"
                    "would|the|did|to|long|much|many|will|i ~12 ?"
                ),
                "how|where do|can|to|does|would|should i|we|you|one|it",
                "^ how|where|what|which|when|who|why|whats|wheres|hows|whos",
                "does|do|did|has|have|is|are|can anyone|someone|anybody|you|there|somebody|one|it|i|we ~14 ?",
                "^ is|are|can|could|do|does|did|will|would|should|has|have|was ~14 ?",
                "anyone|anybody|someone knows|know|tried|else|got|here|have|used|playing|up",
                "quick question",
                "i have a question",
                "i was|am wondering",
                "what|whats the|is ~1 difference",
                "^ do|does|is|are|can|has|have you|anyone|there|it|we|anybody",
                "^ any idea|chance|way",
            ),
            ro=(
                "cum|unde|ce|care|când|cine|de-ce|cât|câte|câți ~12 ?",
                "^ cum|unde|care|când|cine|cât|câte|câți|ce",
                "știe|are|a|poate|există ~1 cineva|careva|vreo|vreun",
                "se poate|pot|aveți|există|merge|livrați|puteți|este|e|ai ~12 ?",
                "am o întrebare",
                "care e|este diferența",
                "merge|e|este|ai|ați|se ~8 ?",
                "^ aveți|există|are|merită",
            ),
            ru=(
                "как|где|что|какой|какая|какое|какие|когда|кто|почему|зачем|сколько|чем|куда|откуда|можно ~12 ?",
                "^ как|где|какой|какая|какое|какие|когда|кто|почему|зачем|сколько|чем|куда|откуда|можно",
                "кто|кто-нибудь|кто-то знает|пробовал|сталкивался|подскажет|использует|играет",
                "подскажите|подскажи",
                "есть ли|способ|возможность",
                "есть вопрос",
                "ли ~10 ?",
                "^ есть|стоит ли|что-нибудь|способ|обновляться",
            ),
        ),
        Group(3.0, en=("?",)),
    ),
)
