"""A word of praise where there is nothing to praise: "Card blocked on holiday. Great." """

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="irony",
    label=Label.COMPLAINT,
    groups=(
        Group(
            1.2,
            en=(
                (
                    "great|nice|perfect|lovely|wonderful|brilliant|fantastic|awesome|consistent|classy|congrats|"
                    "bravo|congratulations $"
                ),
                "thanks a lot|so|guys",
                "real|really nice|great|classy",
                "🙄|🤡|👏|🙃",
            ),
            ro=(
                "minunat|superb|excelent|frumos|perfect|bravo|felicitări|genial|grozav $",
                "mersi mult|frumos",
                "bravo vouă",
            ),
            ru=(
                "прекрасно|чудесно|замечательно|браво|гениально|класс|молодцы|отлично|супер|спасибо $",
                "спасибо большое|огромное",
                "как всегда",
            ),
        ),
    ),
)
