"""Somebody's health is touched."""

from bot.detection.model import Safety, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="health",
    label=None,
    severity=Severity.HIGH,
    safety=Safety.HEALTH,
    groups=(
        Group(
            0.0,
            en=(
                (
                    "hospital|hospitalised|hospitalized|allergic|allergy|allergies|anaphyl*|seizure|seizures|"
                    "epilep*|pregnant|chemo|chemotherapy|insulin|diabet*|ambulance|miscarriage|celiac|coeliac"
                ),
                "food poisoning",
                "gluten free",
                (
                    "burned|burnt|injured|hurt|cut|shocked|electrocuted my|me ~1 hand|finger|skin|face|child|"
                    "son|"
                    "daughter|leg|arm|eye|badly"
                ),
                "got|made|getting|was me? sick|ill from|after",
                "caught fire|smoke|sparks",
                "vomiting|vomited|rash",
                "my|has|have|with ~1 cancer|depression|anxiety|disability|diagnosis|panic",
            ),
            ro=(
                (
                    "spital|spitalul|internat|internată|alerg*|gravidă|însărcinată|diabet*|"
                    "insulină|salvare|ambulanță|epilep*|celiac*|chimioterapie|toxiinfecție"
                ),
                "intoxicat*|toxiinfectie",
                "fără gluten",
                "m-am|s-a|ne-am|mi-am ars|rănit|tăiat|electrocutat",
                "mi-a|mi s-a|ne făcut rău",
                "a luat foc",
                "boală|cancer|depresie|depresia|handicap ~1",
            ),
            ru=(
                (
                    "больниц*|госпитализ*|аллерги*|беременн*|диабет*|инсулин*|скорую|скорая|эпилеп*|"
                    "химиотерап*|"
                    "инвалид|инвалидность|целиаки*"
                ),
                "отравил*|отравлени*",
                "без глютена",
                "обжег*|обожг*|травм* ~2 руку|палец|лицо|ребен*|ногу|кожу",
                "током ударил*|бьет",
                "ударил*|бьет током",
                "плохо стало|после",
                "загорел* ~1 телефон|зарядка|батарея|провод|прямо",
                "рак|депресси* у|меня|мамы",
            ),
            es=(
                (
                    "hospital|hospitalizad*|alergia|alergias|alérgic*|embarazada|diabétic*|diabetes|insulina|"
                    "ambulancia|epilep*|epilép*|celíac*|quimioterapia"
                ),
                "intoxicación|intoxicad*|intoxicó|intoxicaron|intoxicamos",
                "me|se|nos quemé|quemó|corté|electrocut*|lastimó",
                "se prendió|incendió ~1",
                "vomit*|sarpullido|convulsion*",
            ),
            de=(
                (
                    "krankenhaus|klinik|notaufnahme|allergi*|schwanger|diabet*|insulin|krankenwagen|"
                    "rettungswagen|epilep*|zöliakie|chemotherapie|rollstuhl"
                ),
                "lebensmittelvergiftung|vergiftet|erbrochen|übergeben-müssen|ausschlag",
                "mich|sich|uns ~3 verbrannt|verletzt|verbrüht",
                "stromschlag|feuer-gefangen|schwerbehindert*",
            ),
            fr=(
                (
                    "hôpital|hospitalisé*|urgences|allergie|allergies|allergique*|enceinte|diabétique|"
                    "diabète|insuline|ambulance|épilep*|coeliaque|cœliaque|chimio|handicapé*|fauteuil-roulant"
                ),
                "intoxication|intoxiqué*|vomi|vomit|vomis",
                "brûlé|brûlée|blessé|blessée|électrocuté ~2 main|doigt|visage|fils|fille|bras",
                "pris feu|le-feu",
            ),
            uk=(
                (
                    "лікарн*|госпіталіз*|алергі*|вагітн*|діабет*|інсулін*|швидку|епілеп*|хіміотерап*|"
                    "інвалідн*|целіакі*"
                ),
                "отруїв*|отруїл*|отруєн*",
                "обпік|обпекл*|травм* ~2 руку|палець|обличчя|дитин*|ногу|шкіру",
                "струмом вдарил*|б'є",
                "загорівся|загорілась|загорілася|зайнявся ~1 телефон|зарядка|батарея",
            ),
        ),
    ),
)
