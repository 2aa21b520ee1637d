"""Somebody may hurt themselves. High recall wanted: a false one costs a private look."""

from bot.detection.model import Safety, Severity
from bot.detection.rules.base import Group, PhraseRule, SignsRule

_CLEAR = PhraseRule(
    name="self_harm",
    label=None,
    severity=Severity.HIGH,
    safety=Safety.SELF_HARM,
    everywhere=True,
    groups=(
        Group(
            0.0,
            en=(
                "want|wanna|wish|going|gonna|ready|better ~2 die",
                (
                    "wants|wanted|wanting|trying|tried|planning|plans|thought|think|thinking to|of|about ~2 "
                    "die|dying"
                ),
                (
                    "kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|unalive|unaliving|drown|"
                    "starving myself"
                ),
                "kill|killing|hurt|hurting|harm|cut|cutting|hang himself|herself|themselves|themself",
                "wish i was|were|wasnt ~1 dead|alive|born|here",
                "wish|wished i|he|she had|could never been|not|just been|disappear|wake",
                "end|ending|ended|take|taking|took my|his|her|their ~1 own? life",
                "end it all|tonight|for",
                "want|need|wish ~2 it ~1 all ~1 to? stop|end|over ~1",
                (
                    "wrote|written|writing letters|letter ~1 to|for my|the ~1 parents|family|kids|mum|mom|"
                    "friends"
                ),
                "ending it all|tonight",
                "suicid*",
                "self harm*|injur*",
                "dont|not|no|didnt|never ~1 want|wanna|wants|wanted ~1 to? ~1 live|exist|alive",
                "dont|not|no|didnt ~1 want|wanna to? ~1 wake up",
                (
                    "dont|not|no|cant|never|without|hardly|barely|little ~3 reason|reasons|purpose ~2 live|"
                    "living|wake|waking|alive|exist"
                ),
                "dont|not|no|cant|whats ~2 point ~2 live|living|alive|life|waking|existing",
                "cant go on anymore|like|living",
                "cant ~1 go on $",
                "cant|dont ~1 do|take this|it life|anymore|any goodbye|sorry|forgive",
                "better off without me|him|her",
                "better off dead|if",
                "no point in|to living|live|life",
                "nobody|noone|one would|will|even ~2 miss|notice ~2 me|gone|im|i",
                "tired|sick|done of|with ~1 living|life|existing|alive",
                "overdose* on|pills|tonight",
                "od|odd on ~2 pills|meds|tablets|purpose",
                (
                    "jump|jumping|jumped|throw|throwing ~1 off|from|under|in ~3 bridge|roof|building|train|"
                    "balcony|cliff"
                ),
                "goodbye ~1 cruel? world",
                (
                    "saved|saving|counted|counting|hoarded|hoarding|stashed|stockpiled|collected ~4 pills|"
                    "tablets|meds"
                ),
                "pills|tablets|meds ~1 counted|saved|lined|ready|in ~1 hand",
                (
                    "take|took|taking|swallow|swallowed|swallowing all|every|whole|bottle|enough|handful ~4 "
                    "pills|tablets|meds"
                ),
                "slit|slitting|cut|cutting|slashed my|his|her|their wrists|wrist|arms|veins|throat",
                "suicide|goodbye|farewell ~1 note|notes|letter|letters",
                (
                    "already|have|ive|hes|shes ~1 written|wrote|write my|the|a last? letter|letters|note|"
                    "will ~2 to|for ~1 mum|mom|sister|parents|kids|family|wife|brother"
                ),
                "tired|sick|hate of? being|am|im ~1 a? burden",
                "im|am|only|just|be ~1 burden to everyone|everybody|my|you|them|all",
                "wont|not ~1 be|make here|around|alive ~1 tomorrow|morning|christmas",
                "wont be here|around|alive ~2 anymore|much|next week|tomorrow",
                "if|when ~1 im gone ~3 tell|take|dont|please",
                "last|final night|day|message|words on|of earth|this my life",
                "this is my last|final message|goodbye|post|words",
                "voices ~3 tell|telling me ~3 kill|die|hurt|jump",
                "life ~1 is ~1 not|isnt worth living|it",
                "not|isnt|never worth living|life",
                "nothing|nothings left ~1 to live|worth ~1 for|living",
                "starting|started|relapsed|back to? ~1 cutting|selfharm*",
            ),
            ro=(
                "vreau|aș|vrea|vrut|gata|prefer|vine|doresc|venea ~2 să ~1 mor|murit|dispar",
                "mă|te|se|ne ~1 omor|sinucid*|spânzur*|tai|spanzura|omori|omoare|omorî",
                "sinucid*|suicid*|sinucigaș*|sinucis",
                "îmi|își|mi-am|și-a|să-și|să-mi ~1 iau|pun|ia|pună|luat|pus ~1 viața|capăt|zilele",
                "pun|pune|să-mi|pus capăt ~1 zilelor|vieții|suferinței",
                "nu|n ~2 mai? ~1 vreau|pot|vrea|văd ~3 trăiesc|trăi|trăiască|exist|trezesc|viață",
                "nu|n-are mai? are rost|sens ~1 să|viața|nimic|sa trăiesc|mai|trezesc",
                (
                    "nu văd|găsesc|am|vad ~1 nici|niciun|nici-un|vreun|rost*|motiv* ~2 să ~2 trăiesc|trezesc|"
                    "exist|continui|mai"
                ),
                "niciun|nici-un|vreun motiv|rost ~1 să ~2 trăiesc|trezesc|exist",
                "nu mai suport viața|să-trăiesc",
                "sătul|sătulă|obosit|obosită|plictisit|scârbit ~1 de ~1 viață|trăit",
                "mai bine|ușor|usor ~2 fără mine",
                "mai bine muream|mor|nu mă|m-aș nășteam|născut",
                "mă|să-mă|m-am arunc|aruncat|arunce ~3 pod*|bloc*|geam*|etaj*|tren*|balcon*|metrou*",
                "m-am tăiat ~2 vene*|mâini|intenționat",
                "tai|tăiat|taie|tăia|cresta* ~1 venele|vene",
                "adio tuturor|lume|prieteni|viață",
                "scris* ~2 scrisoar* ~1 de? adio|rămas|pentru",
                "scrisoare* de adio|rămas",
                "mesaj|mesaje|bilet de adio",
                "pastile|pastilele|somnifere|medicamente* ~2 toate|deodată",
                "toate|pumn|cutia|flacon* ~2 pastile|pastilele|somniferele|medicamentele",
                (
                    "înghițit|luat|iau|înghit|strâns|adunat|pus ~2 toate|o-grămadă|deja|pumn ~2 pastile*|"
                    "somnifere*|medicament*"
                ),
                "povară pentru|tuturor|toți",
                "nimeni ~3 dor|simți|lipsa|plânge|observa ~2 mine|lipsa|dispar",
                "nimănui ~3 păsa|lipsi|dor ~3 mine|dispar|mor",
                "ar fi mai bine|ușor ~2 dacă ~1 aș|n-aș ~1 muri|mor|exista|dispărea",
                "ar fi mai bine|ușor ~2 fără mine",
                "termin|termina|terminat ~1 cu tot|viața|totul",
                "mă|să-mă ~1 duc ~1 după el|ea|mama|tata|dânsul",
                "n-o|nu|n-am ~2 să ~2 fiu|mai ~1 aici|viu|trezesc|prind ~1 mâine|dimineață|dimineața",
                "n-o|nu|n-am ~3 nevoie|fiu ~1 de? ~2 după noaptea|seara|azi|mâine",
                "las|lăsat ~1 trenurile|trenul|metroul să treacă|vină",
                "ales|găsit|știu ~1 podul|locul|pod ~2 unde|$",
                "ultima|ultimul mea|meu ~1 noapte|zi|seară|mesaj",
                "iertați-mă|iertați pentru|că ~2 tot|fac|plec",
                "autovătăm*|automutil*",
            ),
            ru=(
                (
                    "хочу|хочется|хочет|лучше|хотел|хотела|мечтаю ~2 умереть|сдохнуть|исчезнуть|умерла|умер|"
                    "сдох|сдохла"
                ),
                "не|нету|нет|незачем ~2 хочу|хочется|могу|вижу|зачем|хочет|смысла|вижу ~2 жить|просыпаться",
                (
                    "не вижу|нет|нету|зачем|какой ~2 смысл|смысла|причин|причины|дальше ~1 жить|просыпаться|"
                    "вставать"
                ),
                "жить ~1 не|незачем|больше хочу|хочется|могу|хочет|зачем",
                "жить незачем",
                "нет|никакого смысла жить",
                "покончить|покончу|кончу|покончил*|покончит ~1 с|собой",
                "убью|убить|убиваю|режу|порежу|порезала|порезал|резать|убьет|убила|убил|кончить|кончать себя",
                "себя ~1 убью|убить|режу|порезал*|резать",
                "суицид*|самоубийств*|самоповрежд*|селфхарм*|самоубийц*|роскомнадзорну*",
                "наложить|наложу ~2 руки",
                "руки на себя",
                (
                    "повешусь|повеситься|вскроюсь|вскрыться|выпилюсь|выпилиться|повесится|выпилится|"
                    "самовыпил*|утоплюсь"
                ),
                "вскрыть|вскрою|порезать|режет|резал*|режу|порезал*|вскрыл*|перерезал* ~1 вены|руки|запястья",
                (
                    "прыгну|прыгнуть|спрыгну|сброшусь|выброшусь|шагну|спрыгнуть|сброситься|шагнуть|кинусь|"
                    "брошусь ~2 с|из|под|вниз ~1 моста|крыши|окна|балкона|поезд|этажа|метро"
                ),
                "свести|сведу|свел* ~1 счеты ~1",
                "устал|устала|надоело|заебало|невыносимо ~1 жить|дышать|существовать",
                "без меня ~2 лучше|легче|проще",
                "стою|стоит|сижу на крыше|краю|подоконнике|мосту",
                "лучше|легче|проще ~2 без меня",
                "таблеток|таблетки|таблеточек|снотворн* ~1 наглот*|наелся|выпила|выпью|выпить|наелась|съем",
                (
                    "выпью|выпить|наглотаюсь|наглотал*|напьюсь|съем|выпила|выпил ~1 все|всю|пачку|горсть|"
                    "много|этих|упаковку ~1 таблет*|снотворн*|упаковк*"
                ),
                "накопил*|собрал*|отложил*|отсчитал* ~2 таблет*|снотворн*",
                (
                    "таблетки|таблеток|снотворное|лезвие|петля|веревка ~2 передо|перед|рядом|столе|готов* ~1 "
                    "мной|со|лежат|смотрю|$"
                ),
                "прощальн* ~1 записк*|письм*|сообщен*",
                "предсмертн* записк*|письм*",
                "всем|семье|родителям|маме ~1 легче|лучше будет|станет ~1 без",
                "я ~1 обуза|никому не|всем ~1 нужен|нужна|$",
                "никто ~2 не|даже ~2 заметит|вспомнит|заплачет|расстроится ~2 если|что|меня|пропаду|умру",
                "завтра|утром|больше ~2 меня ~1 не|уже ~2 ищите|будет|станет|ждите",
                "завтра|утром ~1 не|уже ~1 проснусь|проснуться|проснусь",
                "не|больше ~1 проснуться|проснусь ~2 завтра|утром|никогда|хочу|$",
                "хочу|хотел|хотела|лечь|заснуть|уснуть ~2 и ~1 не ~1 проснуться|просыпаться|проснулась",
                "пишу|оставил*|написал* ~3 последн* ~1 раз|письм*|сообщен*|записк*",
                "прощай|прощайте жизнь|мир|все|всем|навсегда",
                "меня ~2 скоро|больше не станет",
            ),
            es=(
                (
                    "quiero|quisiera|quería|quise|quiere|queriendo|ganas|prefiero|prefería|deseo|ojalá ~2 "
                    "morir|morirme|morirse|muriera|desaparecer"
                ),
                "me|se|quiero|voy|nos ~3 matarme|suicidarme|suicidarse|ahorcarme|colgarme",
                "me voy|quiero|pienso a? matar|suicidar|ahorcar|colgar !de",
                "se va|quiere a? matar|suicidar|ahorcar|colgar !de",
                "suicid*",
                "no|ya ~2 quiero|puedo|quiere|aguanto|soporto ~2 vivir|viviendo|existir|vida|viva|vivo",
                (
                    "no ~3 razón|motivo|sentido|razones|motivos|ganas ~2 vivir|viviendo|despertar|levantarme|"
                    "seguir"
                ),
                "sin ganas|razón|motivos de|para vivir|seguir",
                "quitarme|quitarse|acabar|terminar ~2 la|con|mi|esta vida",
                "acabar|terminar|acabo|termino con|ya todo|con",
                "estaría*|estarían|mejor|mejores|estarán ~2 sin mí",
                "mejor muerto|muerta|sin",
                "soy|ser ~1 carga para|de|$",
                "cansado|cansada|harto|harta de ~1 vivir|existir",
                "cortarme|corto|corté|cortándome|me-corto|cortarse ~2 venas|muñecas|brazos",
                (
                    "tomo|tomé|tomarme|tragarme|tragué|tomar|trago|tomaré|tomó ~2 todas|un|frasco|puñado|"
                    "muchas|bote ~3 pastillas"
                ),
                "juntado|juntando|guardado|guardando|contadas|contado|preparadas|junté ~3 pastillas",
                "pastillas ~2 juntadas|guardadas|contadas|preparadas|listas|delante|mesa",
                (
                    "tirarme|tiro|lanzarme|saltar|salto|arrojarme|me-tiro ~3 puente|balcón|tren|ventana|"
                    "azotea|metro|vías"
                ),
                "sobredosis",
                "carta|cartas|nota|mensaje|mensajes de despedida",
                "hacerme|hago daño",
                "autolesion*|autolesión*",
                "no ~2 despertar|despertarme|amanecer|despierte ~1 mañana|más|nunca",
                "mañana ~2 no ~2 estaré|esté|voy-a-estar|estar|despertaré|existiré",
                (
                    "nadie ~2 extrañ*|echaría|echará|notaría|notará|importaría ~3 mí|falta|muero|muriera|"
                    "desaparez*|menos"
                ),
                "adiós mundo|a-todos-para-siempre|vida",
                "no tiene|vale|hay sentido|pena|sentido ~1 vivir|vida|seguir-viviendo",
                "la vida no|ya ~2 vale|tiene|sentido",
            ),
            de=(
                "will|möchte|wollte|wünschte|wäre ~4 sterben|tot",
                (
                    "will|möchte|kann|mag|wollte|habe|hab ~3 nicht|keine|nimmer|keinen ~2 mehr? ~1 leben|"
                    "weiterleben|aufwachen|existieren"
                ),
                "nicht|nimmer mehr ~1 leben|weiterleben|aufwachen",
                "bringe|bring mich ~2 um",
                "bringt ~2 sich ~2 um",
                (
                    "mich|sich ~1 umbringen|umzubringen|umgebracht|erhängen|aufhängen|ritzen|erschießen|"
                    "umbringt|aufzuhängen"
                ),
                "mir|sich ~2 das leben nehmen|zu|genommen|nimmt",
                "nehme|nehm|nimmt mir|sich ~1 das leben",
                "selbstmord*|suizid*|selbstmörd*|freitod|selbstverletz*",
                "ritze|ritz|ritzen|schneide mich|mir|sich ~1 wieder|auf|die|$",
                "pulsadern|adern|handgelenke auf*|schneiden",
                (
                    "keinen|kein|keine|welchen ~1 sinn|grund|lust|kraft ~1 mehr ~3 leben|aufzuwachen|"
                    "aufzustehen|weiterzuleben"
                ),
                "keinen|kein|keine ~1 sinn|grund ~3 leben|aufzuwachen|weiterzuleben",
                "sinn ~1 im leben",
                "schluss|ende machen ~1 mit ~1 allem|leben",
                "allem|leben|dem ~1 ein ende setzen|machen|bereiten",
                "ohne mich ~4 besser|leichter",
                "besser|leichter ~2 ohne mich",
                "besser ~1 tot",
                "bin|nur|falle|fall|sein ~3 eine|zur last",
                "müde|satt|leid ~2 zu? leben|lebens|lebensmüde",
                "lebensmüde|abschiedsbrief*|überdosis",
                (
                    "alle|ganze|viele|genug|packung|paar ~2 tabletten|schlaftabletten|pillen ~3 nehmen|"
                    "genommen|nehm|schlucken|geschluckt|gesammelt|liegen|vor"
                ),
                (
                    "tabletten|schlaftabletten|pillen ~3 gesammelt|gespart|geschluckt|abgezählt|bereit|"
                    "bereitgelegt|vor-mir|alle"
                ),
                "spring|springe|springen|werf|werfe|werfen|stürz* ~4 brücke|dach|zug|balkon|fenster|hochhaus",
                "brücke|dach|zug|balkon|gleise|hochhaus ~2 springen|springe|spring|werfen|werfe|stürzen",
                "vor ~2 zug|bahn|s-bahn|lkw ~2 werfen|werfe|springen|springe|schritt|laufen",
                "beim ~1 nächsten zug ~3 schritt|spring*|vor",
                "niemand*|keiner|keinem|niemandem ~3 vermissen|fehlen|merken|vermisst|auffallen ~2",
                "würde|werde ~2 keinem|niemandem|niemand|keiner ~1 fehlen|vermissen|auffallen",
                "morgen ~3 nicht|nimmer ~2 mehr da|leben|aufwachen|hier",
                "ab ~1 morgen|heute ~2 brauch|brauche ~1 ich ~2 keinen|kein|nichts|keine|nix",
                "nicht mehr ~1 da ~1 bin|sein ~1",
                "wünschte ~1 ich wäre|wär ~1 tot|weg|nie",
                "hätte ~2 nie geboren",
                "adieu|leb|lebt wohl ~1 welt|alle|$",
                "das leben ~2 nicht|keinen ~1 mehr? ~1 wert|sinn|lebenswert|aus",
            ),
            fr=(
                (
                    "veux|voulais|voudrais|préfère|préférerais|envie|voulait|veut|voudrait|aimerais ~2 "
                    "mourir|crever|disparaître|mort|morte"
                ),
                (
                    "veux|peux|veut|voulait|envie|supporte|arrive|voudrais ~2 plus|pas ~2 vivre|exister|"
                    "réveiller|être|vie !là"
                ),
                (
                    "plus|pas|aucune|aucun ~1 envie|raison|raisons|sens|goût|de|force ~2 vivre|exister|vie|"
                    "réveiller|continuer"
                ),
                "me|se|m ~2 tuer|suicider|pendre|foutre|flinguer|buter|scarifier|tailler|flingue|suicide ~1",
                "me|se suicider|tuer|pendre|suicide|scarifie|scarifier|flinguer|mutiler|mutile",
                "suicid*|scarif*|automutil*",
                "en|d'en finir|finis ~2 vie|tout",
                "envie|veux|voudrais|vais ~1 en|d'en finir $",
                "mettre|mets|met fin ~1 à|a ~1 mes|ma|ses|sa|mes jours|vie",
                "fin à|a mes|ses jours",
                "seriez|seraient|serait|sera|serez|vivraient|mieux ~2 sans moi",
                "mieux mort|morte|sans-moi",
                "suis|être ~2 un poids|fardeau|boulet pour|a|$",
                "marre|fatigué|fatiguée|ras ~2 de vivre|vie|exister",
                "m'ouvrir|ouvrir|couper|taillader|tailladé|tailladés|taille|coupe ~2 veines|bras|poignets",
                "bras|poignets|veines tailladé*|coupé*|ouvert*|en-sang",
                (
                    "avaler|avalé|prendre|pris|avale|prends|gobé ~2 tous|toute|boîte|tout|plein ~3 "
                    "médicaments|médocs|cachets|comprimés|pilules|somnifères|boîte|plaquette"
                ),
                (
                    "gardé|accumulé|compté|préparé|stocké|économisé|mis ~4 médicaments|médocs|cachets|"
                    "comprimés|pilules|somnifères"
                ),
                "cachets|médocs|comprimés|somnifères|pilules ~2 devant|comptés|prêts|table|préparés",
                (
                    "sauter|jeter|saute|jette|balancer|jetterais ~3 pont|fenêtre|train|balcon|toit|métro|"
                    "immeuble|rails"
                ),
                "overdose|surdose de|volontaire",
                "lettre|lettres|mot|message|messages d'adieu|d'adieux",
                "personne ~2 manquer*|regretter*|remarquer* ~3",
                "manquerai|manquerais|manquerait à|a personne",
                "demain ~2 serai|sera|serais ~1 plus|pas|fini|là",
                "demain ~1 ce|ça|tout ~1 sera fini|terminé",
                "adieu ~1 tous|monde|tout",
                "la vie ~3 vaut|sert|sens ~2 plus|pas|rien",
                "plus|pas|aucune|aucun ~1 raison|raisons|sens ~2 me|de|à ~1 lever|réveiller|vivre",
                "plus me réveiller",
                (
                    "écrit|laissé|écrire ~1 une|des|la|ma lettre|lettres ~2 pour|à ~2 petits|enfants|parents|"
                    "mère|femme|famille|mari|soeur|sœur"
                ),
            ),
            uk=(
                (
                    "хочу|хочеться|краще|хотів|хотіла|хоче|мрію ~2 померти|здохнути|зникнути|померла|помер|"
                    "здох|вмерти"
                ),
                (
                    "не|нема|немає|навіщо ~2 хочу|хочеться|можу|бачу|сенсу|хоче|маю|причин ~2 жити|"
                    "прокидатися|прокидатись|жить"
                ),
                "жити ~1 не|нема|немає|навіщо|більше ~1 хочу|хочеться|можу|сенсу",
                "нема|немає|нащо|навіщо ~2 жити|прокидатися",
                "накласти|накладу ~2 руки|собе|себе",
                "вб'ю|вбити|ріжу|поріжу|порізав|порізала|різати|вбиває|убити|уб'ю себе",
                "себе ~1 вб'ю|вбити|ріжу|різати|порізав|порізала",
                "суїцид*|самогубств*|самоушкодж*|самопошкодж*|селфхарм*",
                "покінчити|покінчу|покінчив|покінчила|кінчити ~1 з собою|життям",
                "повішуся|повішусь|повіситися|повіситись|втоплюся|заріжуся",
                "вкоротити|вкорочу ~1 собі|віку",
                "різати|порізати|ріже|різав|різала|розрізати|перерізати|порізав|порізала вени|руки|зап'ястя",
                (
                    "стрибну|стрибнути|кинуся|кинусь|кинутися|викинуся|скочу ~2 з|під|із ~1 моста|даху|вікна|"
                    "балкона|поїзд|потяг|мосту|поверху"
                ),
                "втомився|втомилася|втомилась|набридло|остогидло ~1 жити|існувати",
                "без мене ~2 краще|легше",
                "краще|легше ~2 без мене",
                (
                    "вип'ю|випити|наковтаюся|наковтаюсь|наковталася|наковтався|ковтну|випила|випив ~2 "
                    "таблет*|пігул*|снодійн*"
                ),
                (
                    "таблетки|таблеток|пігулки|снодійне ~2 переді|перед|поруч|столі|зібрав|зібрала|накопичив|"
                    "накопичила"
                ),
                "накопичив|накопичила|зібрала|зібрав|назбирала|назбирав ~2 таблет*|пігул*|снодійн*",
                "прощальн* ~1 записк*|лист*|повідомлен*",
                "передсмертн* записк*|лист*",
                "я ~1 тягар|обуза для|$|всім",
                "ніхто ~2 не|навіть ~1 помітить|згадає|заплаче",
                "завтра|вранці|більше ~2 мене ~1 не|вже ~2 шукайте|буде|стане",
                "завтра|вранці|більше ~1 не прокинуся|прокинусь|прокинутися",
                "заснути|лягти ~1 і|й ~1 не прокинутися|прокинутись|прокидатися",
                "прощавай|прощавайте|прощай світе|всі|усі|назавжди|друзі",
            ),
        ),
    ),
    harmless=Group(
        0.0,
        en=(
            (
                "die|dying|died of|from ~1 laughter|laughing|embarrassment|cringe|heat|boredom|hunger|"
                "happiness|cuteness|shame|thirst|jealousy|excitement"
            ),
            "die laughing|inside|hard|peacefully",
            "kill|killing|hurt myself laughing",
            (
                "die|dying|live|jump|jumping|kill|killing ~3 boss|game|raid|lava|dungeon|level|match|"
                "round|fight|pvp|dragon|lobby|minecraft|hardcore|quest|map|parachute|respawn|zone|arena|"
                "emote"
            ),
            (
                "it|phone|battery|laptop|app|game|server|servers|plant|console|pc|fridge|company|"
                "franchise|genre|project|car|drive|character ~2 going|gonna|ready ~2 die"
            ),
            (
                "cut|hurt|hurting|kick|kicking myself ~1 on|shaving|opening|while|lifting|falling|"
                "laughing|slack|short|off"
            ),
            "suicide squad|squads|mission|door|doors|bomb|bomber|burnout|run|prevention|king|kings",
            "wanted to live|go ~1 in|there",
            "die another|for ~1 this|that|these|it|cake|pizza",
            "end it all|tonight|for now|good",
            (
                "movie|film|novel|book|song|episode|season|series|character|protagonist|npc|lyrics ~~8 "
                "suicid*|suicide|himself|herself|overdose*|bridge|die"
            ),
            "suicid*|himself|herself ~~4 movie|film|novel|book|scene|episode|season|anime|show|series|ending",
            (
                "overdose|overdosed|overdosing on|of ~1 coffee|caffeine|sugar|chocolate|pizza|cuteness|"
                "memes|content|anime"
            ),
        ),
        ro=(
            "jocul|bot*|npc* ~~3 sinucis",
            "sinucis ~1 săracul|bot*|npc*",
            "sinucid* ~2 personaj*",
            "cap|capul|mahmur*|țuică ~~6 mor",
            (
                "mor|murit|muream|moară|mori de|din ~1 râs|râs|rușine|foame|plictiseală|cald|căldură|"
                "frig|nerăbdare|fericire|invidie|curiozitate|sete|drag"
            ),
            "sinucid*|omor|omori|tai ~3 joc*|boss*|pufuleti|pufuleți|râs|rasete|nivel*",
            "film*|roman*|carte*|serial*|episod*|personaj* ~~8 sinucid*|sinucis|suicid*",
            "mă omor după|cu|muncind|dupa",
            "te omor|tai",
            "mă tai ~2 burt*|stomac*|deget*|rasă|râsul",
        ),
        ru=(
            (
                "умереть|сдохнуть|умер|умерла|сдохла|сдох|исчезнуть|помереть ~1 от|со|с ~1 смеха|смеху|"
                "скуки|стыда|голода|жары|умиления|зависти|холода|хохота|ржача|кринжа"
            ),
            "сдохнуть|сдох|умер ~~10 лол|ахах*|кек",
            "убил|убила|убить|убью себя|сам ~3 граната*|гранат*|рокет*|игре|респ*",
            (
                "фильм*|книг*|роман*|сериал*|сери*|геро*|персонаж* ~~8 суицид*|самоубий*|повес*|"
                "покончил*|записк*"
            ),
            "отряд самоубийц",
            "жить не ~1 могу|можем|хочу ~1 без|в",
            "жить ~1 без этой|этого|этих|вашего|вашей|вас|кофе|интернета",
            "сдохнуть|умереть|жить ~3 боссе|боссом|рейде|игре|катке|лаве|данже|москве|питере|общаге",
            "без меня ~1 лучше|легче|проще ~1 играют|играли|катку|рейд|справятся|не",
            "таблеток|таблетки|таблетку выпил|выпила|выпью|выпить ~1 от|и|для",
        ),
        es=(
            (
                "morir|morirme|muero|muriendo|morirse ~1 de ~1 risa|vergüenza|hambre|calor|frío|"
                "aburrimiento|sueño|amor|ganas|sed|envidia"
            ),
            "jaja*|jeje* ~3 morir|morirme|matar",
            "morir|morirme ~3 jaja*|jeje*",
            "película|libro|novela|serie|capítulo|personaje|canción ~~8 suicid*|morir",
            "escuadrón|misión suicida",
            "morir|vivir ~3 jefe|boss|juego|partida|nivel|raid|mazmorra|madrid|españa|méxico",
            "voy|va a matar|matarme de risa",
        ),
        de=(
            "sterben|sterbe|totlachen|tot ~2 vor ~1 lachen|langeweile|hunger|scham|hitze|lachen",
            "vor ~1 lachen|langeweile|hunger|scham|hitze|peinlichkeit ~2 sterben|sterbe|tot",
            "film|buch|roman|serie|folge|figur|song ~~8 selbstmord*|suizid*|sterben|umbringt|umgebracht|um",
            "will|kann|möchte ~2 nicht mehr ~1 leben|weiterleben ~2 ohne|in|bei",
            "dungeon|boss|raid|spiel|runde|level|lava ~3 sterben|tot|springen",
            "sterben|tot|springen ~3 dungeon|boss|raid|spiel|runde|level|lava",
            "selbstmordkommando*|selbstmordattent*",
        ),
        fr=(
            "mourir|crever|mort|morte|meurs de|d ~1 rire|honte|faim|chaud|froid|ennui|rire|soif|jalousie",
            "film|livre|roman|série|épisode|personnage|chanson ~~8 suicid*|mourir|pendre",
            "mourir|vivre|sauter ~3 boss|raid|jeu|partie|niveau|donjon|paris|france",
            "veux ~1 pas mourir",
            "me|m tuer|buter|flinguer de|au|la rire|travail|santé",
            "mission suicide",
        ),
        uk=(
            (
                "померти|здохнути|помер|померла|вмерти|здохну від|зо|з ~1 сміху|сорому|нудьги|голоду|"
                "спеки|реготу"
            ),
            "фільм*|книг*|роман*|серіал*|геро*|персонаж* ~~8 суїцид*|самогуб*|повіси*",
            "жити не ~1 можу|хочу ~1 без|в|у",
            "померти|здохнути|жити ~3 босі|боса|рейді|грі|лаві|києві|львові",
        ),
    ),
)


def _sign(phrases: Group) -> PhraseRule:
    return PhraseRule(name="self_harm", label=None, groups=(phrases,), everywhere=True)


_FAREWELL = _sign(
    Group(
        0.0,
        en=(
            "goodbye|farewell",
            (
                "saying|say|said|texted|text|texting|write|wrote goodbye|bye|goodbyes ~1 to? everyone|"
                "everybody|you|me|all|$"
            ),
            "thank|thanks ~2 you? for|everything ~3 years|everything|always|kind|kinder",
            "kinder|kindest|nicer|only to|ones|friends|family|people ~2 me|had|i|than",
            "bye|byebye everyone|everybody|all|guys|forever",
            "wanted to say ~1 it|thank|sorry ~1 once|before",
            "forgive me",
            "tell ~1 my|them|mom|mum|him|her ~2 love|loved|sorry|i",
            "only place|thing|friends|people i had|have",
        ),
        ro=(
            "adio|la-revedere|ramas|rămas bun|tuturor|$",
            "rămas|ramas bun",
            "iertați-mă|iertati-ma|iartă-mă|iarta-ma",
            "mulțumesc|multumesc|mersi ~2 tot|toate|ani",
            "ați|ati fost ~1 singurii|cei mei|mai ~1 prieteni|buni",
            "spuneți-i|spune-i|ziceti-i ~3 iubesc|rău|iert*",
            "scuze|scuzați ~1 că|pt|pentru ~2 scriu|mesaj",
        ),
        ru=(
            "прощай|прощайте|прощаюсь|прощания",
            "простите|прости|извините ~1 меня|что ~2 все|если|за|так|пишу|теме",
            "спасибо ~1 всем|вам|за ~1 все|годы|эти|были",
            "вы ~1 были ~1 единственн*|лучш*",
            "передайте|скажите ~2 люблю|любил*|маме|родителям|прости*",
        ),
        es=(
            "adiós|adios",
            "me despido|despedirme",
            "gracias ~1 por ~2 años|todo|siempre",
            "perdón|perdónenme|perdonen|perdónenme ~1 por|a|todos",
            "díganle|dile|decidle ~4 quiero|amo|perdón|quise",
            "los|les|os quise|amo|querré ~1 mucho|todos|siempre",
        ),
        de=(
            "lebt|leb wohl",
            "machts|macht|mach gut",
            "danke ~1 für ~2 alles|jahre|zeit",
            "war schön mit|euch",
            "verzeiht|verzeih mir",
            "sagt|sag ~2 liebe|leid|lieb*",
            "tschüss|tschüß|adieu|ciao ~1 alle|ihr|zusammen|leute|für",
        ),
        fr=(
            "adieu|adieux",
            "merci ~1 pour ~1 tout|ces|toutes",
            "pardonnez|pardonne ~1 moi",
            "pardonnez-moi|pardonne-moi",
            "dites|dis ~3 aime|aimais|désolé*",
            "au-revoir|revoir ~1 tous|tout|tlm",
            "j'en|en veux pas|personne ~1 à|$",
        ),
        uk=(
            "прощавай|прощавайте|прощаюся|прощаюсь|прощайте",
            "пробачте|вибачте|пробач|простіть ~1 мене|мені|що ~2 все|якщо|за|так|пишу",
            "дякую ~1 всім|усім|вам|за ~1 все|роки|ці|були",
            "передайте|скажіть ~2 люблю|любив|любила|мамі|батькам",
        ),
    )
)
_GIVES_AWAY = _sign(
    Group(
        0.0,
        en=(
            (
                "give|gave|giving|given ~1 away|my|all|his|her|their ~4 to my|everyone|whoever|friends|"
                "neighbour|neighbor|brother|sister|anyone"
            ),
            "gave|giving|given|give away ~1 all|my|everything|her|his",
            "you|somebody|someone|anyone can|may have|keep|take my|all|everything",
            (
                "take|look|looking ~1 care|after of? ~1 my|the|her dog|cat|kids|pets|parents|mum|mom|"
                "sister|guild|cats|dogs"
            ),
            "take|feed|adopt the|my dog|cat|dogs|cats",
            "wont|not|never ~2 need|use ~2 it|them|anymore|any",
            "wont be around|here",
            "spare key|will|password|passwords ~3 is|are|sister|brother|drawer|table",
            "told my sister|brother|mom|mum|neighbour|neighbor where",
            "left|leaving|written|wrote ~2 letter|letters|note|notes|will",
        ),
        ro=(
            (
                "dat|dau|las|împărțit|lăsat|împărțiți|donat ~2 lucrurile|hainele|contul|tot|câinele|"
                "pisica|motanul|parola|cățelul"
            ),
            "lucrurile|hainele|câinele|pisica|contul ~2 dat|las|lăsat|colegi|sora|sor-mea|frate*",
            "aveți|ai|aveti grijă|grija de",
            "n-o|nu|n-am ~3 mai? ~1 nevoie|trebuie ~2 de|după|$",
            "nu|n-o|să ~2 rămână|cadă ~2 datori*|credit* ~2",
            "uite|inca|încă bate|bătea",
            "nu|n ~1 pentru pt|mult timp",
            "închid|inchid ~1 abonamentul|contul ca|să ~2 rămână|mama|copii*",
        ),
        ru=(
            (
                "отдал*|отдам|раздал*|раздаю|оставляю|оставлю|подарил*|отдаю|завещаю ~2 кот*|собак*|вещи|"
                "сестре|брату|маме|друзьям|соседк*|аккаунт*|все"
            ),
            (
                "кота|кошку|собаку|вещи|аккаунт|пса|кошка ~2 отдал*|раздал*|оставляю|сестре|брату|маме|"
                "друзьям|соседк*|пристроил*"
            ),
            "позаботьтесь|присмотрите|заберите ~2",
            "мне ~2 больше|уже ~1 не понадоб*|нужн*|надо",
            "больше|завтра|уже ~2 не ищите|ждите|пишите|звоните",
            "телефон ~1 выключил*|отключил*|выключен|недоступен",
            "страховк* ~2 закро*|получ*|выплат*|хватит",
            "отключу его|будильник",
            "пароли|ключи|документы|деньги ~2 оставил*|лежат|столе|ящике",
        ),
        es=(
            "regalé|regalo|doy|dejo|dejé|regalado|repartí|regalando ~2 cuenta|perro|gato|cosas|ropa|todo",
            (
                "cuiden|cuida|cuídenme|cuidad|cuídamelo ~1 a|al|de|mi ~2 gato|perro|mamá|hijos|hermano|"
                "hermana|madre|familia|perra|gata"
            ),
            "no|ya ~2 voy|necesitaré|hará|necesito|haré|hace ~2 necesitar|falta ~1 más|ya|nada|$",
            "dejé|dejo|escribí|escrito|dejado|escritas ~2 carta|cartas|nota",
            "cartas|carta ~2 escritas|escrita|mesa",
            "no tengo|tiene ~1 a ~1 quién|quien|nadie",
        ),
        de=(
            (
                "verschenk*|gebe|geb|geschenkt|überlasse|vererbe|vermach* ~3 account|sachen|hund|katze|"
                "konto|alles|kater"
            ),
            (
                "account|sachen|hund|katze|konto|alles|kater ~4 verschenk*|geschenkt|geb|gebe|vermacht|"
                "bruder|schwester|überlassen"
            ),
            (
                "kümmert|pass|passt|kümmer ~3 um|auf ~2 hund|katze|kater|mama|mutter|kinder|schwester|"
                "bruder|familie"
            ),
            "brauch|brauche|benötige ~2 kein*|nichts|nix|nicht mehr|$|account",
            "hab|habe|ist|alles ~1 alles? vorbereitet|geregelt|erledigt|geordnet",
            "macht|mach euch|dir ~1 keine mühe|sorgen",
            "brief|briefe ~2 geschrieben|liegt|liegen|tisch",
        ),
        fr=(
            (
                "donné|donne|laisse|légué|distribué|lègue|laissé ~3 compte|chien|chat|affaires|clés|"
                "lettre|lettres|tout|papiers"
            ),
            (
                "prenez|prends|occupez|occupe ~1 soin|vous|toi ~1 de|du ~2 chat|chien|mère|enfants|soeur|"
                "frère|fils|fille"
            ),
            "aurai|n'aurai|besoin plus|pas|de ~1 besoin|plus|$",
            "papiers|documents|clés|testament ~2 dans|sur ~2 tiroir|table|buffet|bureau",
            "rangé|vidé|nettoyé ~1 la|ma|mon maison|chambre|appart*",
            "demande|demandais ~1 plus rien",
            "il|elle|ça répond|réponds plus|pas",
        ),
        uk=(
            (
                "віддав|віддала|роздав|роздала|віддаю|залишаю|подарував|подарувала|залишу ~2 кот*|кішк*|"
                "собак*|речі|сестрі|брату|мамі|друзям|акаунт*|все"
            ),
            (
                "кота|кішку|собаку|речі|акаунт|пса ~2 віддав|віддала|роздав|роздала|залишаю|сестрі|брату|"
                "мамі|друзям"
            ),
            "подбайте|попіклуйтеся|нагляньте|доглянь* ~2",
            "мені ~2 більше|вже ~1 не знадоб*|потріб*|треба",
            "телефон ~1 вимкнув|вимкнула|вимкнений|відключила",
        ),
    )
)
_MEANS = _sign(
    Group(
        0.0,
        en=(
            "pills|sleeping ~1 tablets",
            "all|bottle|pack ~2 tablets|meds|medication",
            "razor|razorblade|blade|noose|rope ~2 ready|hand|table|drawer|bought|tied",
            "standing|stood|stand|sitting|sit|im|go ~1 on|at|to|by ~2 bridge|platform|roof|ledge|tracks|edge",
            "bought|loaded|have ~2 rope|gun|charcoal ~1 tonight|today|ready|$",
        ),
        ro=(
            "pastilele|pastile|somnifere|somniferele",
            "pe|sus pod|peron|peronul|acoperiș|acoperis|bloc|pervaz|șine|sine",
            "podul|pervazul|ștreangul|lama|lame|frânghia|franghia",
        ),
        ru=(
            "таблетки|таблеток|снотворн*|лезви*|петл*|веревк*|вены",
            "на|с ~1 мост|мосту|крыше|крышу|подоконник*|рельс*|краю|перилах|парапет*|карнизе",
            "ножи ~1 спрятал*|убрал*",
            "перелез|перелезла|перелезал*",
        ),
        es=(
            "pastillas|soga|navaja|cuchilla|somníferos",
            "en|sobre|subido ~2 puente|azotea|vías|andén|cornisa|tejado",
        ),
        de=(
            "tabletten|schlaftabletten|pillen|strick|rasierklinge|klinge|seil",
            "auf|an|am ~2 brücke|dach|gleis|gleise|bahnsteig|geländer|bahngleis",
        ),
        fr=(
            "cachets|médocs|somnifères|comprimés|corde|lame|rasoir|médicaments",
            "sur|au ~2 pont|toit|rails|quai|rebord|parapet",
        ),
        uk=(
            "таблетки|таблеток|пігулки|снодійн*|лез*|мотузк*|зашморг*|вени",
            "на|з ~1 мості|міст|даху|дах|підвіконн*|рейк*|краю|перилах",
        ),
    )
)
_DESPAIR = _sign(
    Group(
        0.0,
        en=(
            "burden",
            "nobody|noone|one ~1 cares|misses|needs|loves ~1 me|anymore|if|$",
            "cant ~2 anymore|longer",
            "so ~1 tired of everything|all|it",
            "hate myself|my life|living",
            "rest|everything ~1 is gone|over|finished",
            "nothing left|matters|anymore",
            "dont see|know ~2 way out|how",
            "before it cut|his|her phone is|line ~1 off|dead",
            "easier|better for everyone|everybody|them|you|my",
            "soon|tomorrow|tonight ~2 it|all|everything ~2 over|end|gone",
            "one ~1 more? ~1 last ~1 time|day",
            "what|who|please do|should|can|call|help ~1 i|do|call|him|her $",
        ),
        ro=(
            "nu mai pot|am|suport ~1 chef|deloc|nimic|$",
            "mi-e|sunt ~2 scârbă|povară|singur|singură",
            "nu am|n-am ~1 cui|pe",
            "nimeni ~3 păsa|pasă|pasa|iubește|nevoie",
            "mai ușor|bine ~2 toți|tuturor|ei|toată",
            "după|până noaptea|seara|mâine ~1 asta|$",
            "nu ~1 răspunde|raspunde ~1 la telefon",
            "la noapte|diseară ~1 termin|gata",
        ),
        ru=(
            "никому ~2 не ~1 нужен|нужна|говорил*",
            "больше|уже ~1 не могу|вывожу|выдержу",
            "всем ~2 легче|лучше",
            "устал|устала ~1 от всего|так|очень|$",
            "боюсь уснуть|за|оставить",
            "смотрю|смотрел|смотрела вниз|них|на",
            "в следующий|последний раз",
            "отдал*|потерял* ~1 им? ~1 все",
            "куда ~1 звонить|обратиться|бежать",
            "что делать",
            "спать|есть|дышать не могу",
        ),
        es=(
            "no ~1 puedo|aguanto|doy más|ya|para",
            "nadie ~2 importo|quiere|ayuda|necesita",
            "soy ~2 carga|estorbo|fracaso",
            "se acabó|acaba|termina ~1 todo|problema|deuda|hoy",
            "no tengo|queda ~1 nada|nadie|quién",
            "esta noche|mañana ~1 se|todo|me|ya",
            "estoy ~1 solo|sola|harto|harta|cansad*",
        ),
        de=(
            "kann ~1 nicht|nimmer mehr|$",
            "niemand*|keiner|keinem ~3 fehlen|interessiert|braucht|liebt|auffallen",
            "allen ~2 besser|leichter|egal",
            "hat ~2 keinen sinn",
            "bin ~2 allein|alleine|last|müde|am-ende",
            "alles ~1 verloren|verzockt|vorbei|aus|sinnlos",
            "heute nacht ~2",
            "ab morgen",
        ),
        fr=(
            "en|n'en peux|pouvais plus|pas",
            "personne ~2 m'aime|aide|manque|comprend|besoin",
            "suis ~2 seul|seule|fini|finie|fatigué*|fardeau|poids",
            "demain|soir|bientôt ~3 fini|terminé|respirer*|finie",
            "sers à rien",
            "plus rien ~2",
            "aidez|aide ~1 moi",
        ),
        uk=(
            "нікому ~2 не ~1 потріб*|казав|казала",
            "більше|вже|уже ~1 не можу|витримаю|вивожу",
            "всім|усім ~2 легше|краще",
            "втомився|втомилася|втомилась ~1 від|$",
            "боюся|боюсь заснути|за|залишити",
            "що робити",
        ),
    )
)

RULE = SignsRule(_CLEAR, (_FAREWELL, _GIVES_AWAY, _MEANS, _DESPAIR))
