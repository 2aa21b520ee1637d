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
_ES_GROUP = (
    "mujeres|gays|judíos|musulmanes|inmigrantes|moros|negros|gitanos|sudacas|venezolanos|"
    "indios|chinos|extranjeros|trans|maricones|latinos|panchitos|bolivianos"
)
_DE_GROUP = (
    "frauen|juden|moslems|muslime|ausländer|flüchtlinge|türken|araber|schwarze|zigeuner|"
    "schwule|migranten|russen|polen|afrikaner|behinderte|asylanten|kanaken|neger|weiber|"
    "ukrainer"
)
_FR_GROUP = (
    "femmes|juifs|musulmans|arabes|noirs|gitans|roms|immigrés|migrants|étrangers|gays|homos|"
    "africains|chinois|asiatiques|trans|pédés|algériens|marocains"
)
_UK_GROUP = (
    "євреї|євреїв|мусульмани|мусульман|баби|баб|жінки|цигани|циган|геї|геїв|росіяни|росіян|"
    "мігранти|мігрантів|негри|негрів|москалі|москалів|біженці|біженців"
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
                (
                    f"{_EN_GROUP} ~3 should|must|deserve ~2 die|killed|exterminated|shot|gassed|hanged|burn|"
                    "deported"
                ),
                f"hate ~1 {_EN_GROUP}",
                f"kill|gas|exterminate ~1 all|the|every ~1 {_EN_GROUP}",
                "like you|them should ~1 put down|die|sterilised|sterilized|gassed|shot",
                "go back to ~1 your country",
            ),
            ro=(
                (
                    "bozgor|bozgori|bozgorilor|jidan|jidani|jidanilor|cioroi|cioară|poponari|poponarilor|"
                    "țigan|"
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
                    "чурка|чурки|чурок|чуркам|хач|хачи|хачей|жид|жиды|жидов|жидам|черножоп*|нигер|нигеры|"
                    "ниггер*|"
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
            es=(
                (
                    "sudaca|sudacas|maricón|maricones|marica|maricas|negrata|negratas|moromierda|panchito|"
                    "panchitos|machupichu|bollera|travelo|travelos|judiaco"
                ),
                (
                    f"{_ES_GROUP} ~1 son|sois ~2 basura|animales|escoria|ratas|inferiores|parásitos|plaga|"
                    "mierda|ladrones|cerdos|monos"
                ),
                (
                    f"{_ES_GROUP} ~2 deberían|merecen|hay ~2 morir|matarlos|exterminarlos|expulsados|"
                    "gasearlos|fusilarlos|quemarlos|matar|exterminar"
                ),
                f"odio|muerte|matar|mata ~1 a? ~1 los|las|todos ~1 {_ES_GROUP}",
                "moro|moros|negro|negros|gitano|gitanos|judío|indio de mierda",
                "vuelve|vete|vuélvete ~1 a tu país",
            ),
            de=(
                (
                    "kanake|kanaken|neger|negern|nigger*|zigeunerpack|judensau|judenschwein*|schlitzauge*|"
                    "schwuchtel|schwuchteln|kümmeltürke*|kameltreiber|transe|transen|zecken|untermenschen|"
                    "spaghettifresser"
                ),
                (
                    f"{_DE_GROUP} ~1 sind ~2 abschaum|tiere|ratten|dreck|ungeziefer|parasiten|minderwertig|"
                    "schweine|untermenschen|pest|affen|müll|pack"
                ),
                (
                    f"{_DE_GROUP} ~3 gehören|müssen|sollten|sollte ~2 vergast|erschossen|ausgerottet|weg|"
                    "abgeschoben|vernichtet|verbrannt|erschlagen|umgebracht|gas|deportiert"
                ),
                f"hasse ~1 {_DE_GROUP}",
                f"scheiß|scheiss|drecks {_DE_GROUP}",
                "ausländer raus",
                "geh|geht|verschwinde ~1 zurück ~1 in ~1 dein|deine|euer land|heimat",
            ),
            fr=(
                (
                    "bougnoule|bougnoules|bicot|bicots|youpin|youpins|nègre|nègres|négro|négros|tarlouze|"
                    "tarlouzes|tapette|tapettes|pédale|pédales|tantouze|bamboula|chinetoque|chinetoques|"
                    "niakoué|gouine|travelo|crouille|romanichel|romanichels"
                ),
                (
                    f"{_FR_GROUP} ~1 sont ~2 animaux|rats|parasites|ordures|déchets|inférieur*|merde|merdes|"
                    "voleurs|vermine|cafards|singes|racaille|racailles"
                ),
                (
                    f"{_FR_GROUP} ~3 devraient|faut|méritent|faudrait ~2 crever|mourir|gazer|exterminer|"
                    "brûler|tuer|expulser|pendus|buter"
                ),
                f"hais|déteste|mort|nique ~1 aux|les|tous-les ~1 {_FR_GROUP}",
                (
                    "sale|sales arabe|arabes|noir|noirs|juif|juifs|juive|gitan|gitans|rom|roms|pédé|pédés|"
                    "étranger|étrangers|noire|chinois"
                ),
                "rentre|retourne|rentrez|retournez|dégage|dégagez ~1 dans ton|votre|ton-pays|chez ~1 pays",
            ),
            uk=(
                (
                    "жид|жиди|жидів|жидам|чорножоп*|нігер|нігери|ніггер*|вузькоок*|черножоп*|хач|хачі|чурка|"
                    "чурки|педик|педики|підараси|циганва|чорномазі|чорномаз*"
                ),
                (
                    f"{_UK_GROUP} ~2 треба|слід|пора ~2 стріляти|перестріляти|вбивати|вбити|вішати|спалити|"
                    "знищити|депортувати|різати"
                ),
                f"{_UK_GROUP} ~2 нелюди|тварини|тварюки|скот|сміття|паразити|покидьки|щури|недолюди",
                f"ненавиджу|смерть|бий ~1 {_UK_GROUP}",
            ),
        ),
    ),
)
