"""Slurs and dehumanising words about a group."""

from bot.detection.model import Label, Safety
from bot.detection.rules.base import Group, PhraseRule

_EN_GROUP = (
    "women|men|gays|jews|muslims|immigrants|blacks|whites|russians|ukrainians|gypsies|romanians|"
    "asians|mexicans|arabs|indians|disabled|trans|lesbians|refugees|foreigners|poles|turks|"
    "chinese|africans|christians"
)
_EN_LESS = (
    "subhuman|vermin|animals|scum|filth|cockroaches|rats|disease|parasites|trash|disgusting|"
    "inferior|plague|pigs|garbage|apes"
)
_RO_GRUP = (
    "țigani|țiganii|evrei|evreii|unguri|ungurii|femeile|femei|homosexualii|"
    "musulmani|musulmanii|negrii|negri|rușii|ucrainenii|moldovenii|străinii|"
    "arabii|romii"
)
_RU_GRUP = (
    "евреи|евреев|мусульмане|мусульман|бабы|баб|женщины|кавказцы|кавказцев|цыгане|цыган|геи|геев|"
    "хохлы|хохлов|русских|русские|украинцы|молдаване|молдаван|негры|негров|мигранты|мигрантов|"
    "таджики|таджиков|узбеков|румыны"
)

RULE = PhraseRule(
    name="slur",
    label=Label.ABUSE,
    safety=Safety.HARASSMENT,
    groups=(
        Group(
            6.0,
            en=(
                (
                    "nigger*|nigga|faggot*|tranny|trannies|kike|kikes|chink|chinks|paki|pakis|spic|spics|"
                    "wetback*|gook|gooks|raghead*|coon|coons"
                ),
                "fag|fags|dyke|dykes",
                f"{_EN_GROUP} ~1 are|is|r ~2 {_EN_LESS}",
                f"{_EN_GROUP} ~3 should|must|deserve ~2 die|killed|exterminated|shot|gassed|hanged|burn|deported",
                f"hate ~1 {_EN_GROUP}",
                f"kill|gas|exterminate ~1 all|the|every ~1 {_EN_GROUP}",
                "like you|them should ~1 put down|die|sterilised|sterilized|gassed|shot",
                "go back to ~1 your country",
            ),
            ro=(
                (
                    "bozgor|bozgori|bozgorilor|jidan|jidani|jidanilor|cioroi|cioară|poponari|poponarilor|țigan|"
                    "tigan împuțit|jegos"
                ),
                "țigan* ~1 împuțit*|jegos*|borât*|spurcat*",
                (f"{_RO_GRUP} ~2 ar trebui ~1 împușcați|omorâți|arși|gazați|exterminați|uciși|dați|trimisi"),
                (
                    f"{_RO_GRUP} ~1 sunt|s|is ~2 gunoaie|animale|jegoși|paraziți|hoți"
                    "scursuri|subumani|inferioare|inferiori"
                ),
                "la camera|săpun cu|gaz* ~2",
                f"urăsc|moarte ~1 {_RO_GRUP}",
            ),
            ru=(
                (
                    "чурка|чурки|чурок|чуркам|хач|хачи|хачей|жид|жиды|жидов|жидам|черножоп*|нигер|нигеры|ниггер*|"
                    "узкоглаз*|чернозадый|чернозадые|петушара|пиндос*"
                ),
                (
                    f"{_RU_GRUP} ~2 надо|нужно|пора ~2 стрелять|перестрелять|убивать|убить|вешать|сжечь"
                    "расстрелять|истребить|депортировать|давить|резать"
                ),
                f"{_RU_GRUP} ~2 нелюди|животные|твари|скот|мусор|паразиты|отбросы|недочеловеки|крысы|не люди",
                f"ненавижу|смерть|бей ~1 {_RU_GRUP}|баб",
                "всех ~3 перестрелять|расстрелять|вырезать",
                "этих|всех ~1 понаехавш*|черных|нерусских|хачей|чурок ~2 давить|гнать|резать|стрелять|вешать",
            ),
        ),
    ),
)
