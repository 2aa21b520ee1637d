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
            es=(
                (
                    "quiero|exijo|necesito|devuélvanme|devolvedme|devuelvan|pido ~2 mi|un|el|la ~1 dinero|"
                    "reembolso|devolución|plata"
                ),
                "devuélvanme|devuélvame|devolvedme|regrésenme ~1",
                "quiero|exijo ~1 que ~2 devuelvan|reembolsen",
                "dónde ~2 reembolso|devolución",
            ),
            de=(
                "will|möchte|verlange|fordere|wollen ~3 geld|erstattung|rückerstattung ~1 zurück|haben|$",
                "gebt|erstattet|gib|überweist ~2 mein|unser|mir ~1 geld|das",
                "geld ~1 zurück !bekommen|erhalten|da|überwiesen",
                "wo|wann ~3 rückerstattung|erstattung",
            ),
            fr=(
                (
                    "veux|exige|demande|voudrais|souhaite ~2 remboursement|remboursé|remboursée|rembourse|"
                    "rembourser"
                ),
                "remboursez|rendez|rembourse ~1 moi|mon|nous|argent",
                "rendez-moi|remboursez-moi ~1",
                "où|quand ~3 remboursement",
            ),
            uk=(
                "поверніть|віддайте|повернути|повертайте ~2 гроші|кошти|бабки",
                "вимагаю|хочу|чекаю|прошу ~2 повернення|повернути|компенсаці*|замін*",
                "коли ~2 повернете|повернуть|віддасте",
                "де ~2 повернення",
            ),
        ),
        Group(3.2, en=("my money back",), ro=("!dat|dau|au banii înapoi",), ru=("деньги назад|обратно",)),
    ),
)
