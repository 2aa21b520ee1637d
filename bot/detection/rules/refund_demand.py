"""Asks for the money back."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="refund_demand",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.6,
            en=(
                "want|demand|need|give|deserve ~3 money|cash back",
                "want|demand|deserve|give ~2 refund|replacement|compensation|reimburs*",
                "id like ~1 a|my refund|replacement|money",
                "refund me|my|us",
                "refunds ~3 myth|joke|impossible|never",
                "wheres|where ~2 refund",
                "refund ~6 never|weeks|still|late|ignored",
            ),
            ro=(
                "vreau|doresc|aștept|dați-mi|cer|vrem|dati ~2 banii înapoi",
                "vreau|aș dori|vrea ~3 ramburs*|despăgub*|înlocui*|schimb",
                "dați|da banii",
                "returnați|returnati-mi|restituiți|rambursați ~2 banii",
                "vreau|cer|doresc|aștept|vrem ~1 rambursar*|returul|returnarea|despăgub*",
            ),
            ru=(
                "верните|возвращайте|отдайте|вернуть ~2 деньги|денег|бабки|средства",
                "возврат денег ~3 миф|сказка|жду|где|не",
                "требую|хочу|жду ~2 возврат*|вернуть|компенсаци*|замен*",
                "прошу ~2 заменить|вернуть|возместить|компенсировать|разобраться",
                "когда ~2 вернете|вернут|отдадите",
                "хочу|прошу|требую ~1 вернуть|возврат",
                "верните|отдайте ~2 доступ|деньги|товар|мой",
            ),
        ),
        Group(3.2, en=("my money back",), ro=("!dat|dau|au banii înapoi",), ru=("деньги назад|обратно",)),
    ),
)
