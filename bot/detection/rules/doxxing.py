"""Somebody's address, number or real name is spread, or that is threatened."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="doxxing",
    label=Label.ABUSE,
    severity=Severity.HIGH,
    safety=Safety.DOXXING,
    groups=(
        Group(
            3.6,
            en=(
                (
                    "his|her|their|your|moderators|mods|admins ~1 home|real|full|phone|private ~1 address|name|"
                    "number is|s|here"
                ),
                "her|his|their ~1 address|phone|number|surname is|:",
                "here is|are|s ~1 his|her|their|your ~2 address|number|phone|photo|ip",
                "he|she|they lives|live at|on|in ~2 street|st|road|avenue|#",
                "dox|doxx|doxxed|doxing|doxxing",
                (
                    "post|posting|leak|leaking|share|publish ~1 your|his|her|their ~2 address|number|photos|"
                    "nudes|ip|info|name"
                ),
                "know your ~1 address|real|ip|school|home",
            ),
            ro=(
                "adresa|numărul|telefonul|numele lui|ei|tău|lor|real|moderatorului ~1 este|e",
                "locuiește|stă pe|la ~1 strada|str|bulevardul|blocul|apartamentul",
                "public|postez|pun|dau ~2 adresa|numărul|pozele|datele ta|tău|lui|ei|tale|lor",
                "știu ~2 adresa|numele ta|tău|real",
            ),
            ru=(
                "его|ее|твой|твоя|их|модера|админа адрес|номер|телефон|фамилия|прописка ~1 #|ул|улица|вот|такой",
                "он|она|они живет|живут по|на ~2 улице|ул|проспекте|адресу",
                "вот ~1 его|ее|их|твой ~1 адрес|номер|телефон|страница|айпи|фото",
                "слить|солью|выложу|опубликую|сольем ~2 адрес|номер|фото|данные|переписку|твой|твои|его|ее",
                "деанон*|доксить|докс|сдеаноню|задоксю",
                "знаю ~1 твой|твою|где|как адрес|фамилию|школу|зовут ~1",
            ),
        ),
    ),
)
