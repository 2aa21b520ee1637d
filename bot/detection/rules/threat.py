"""Threats and wishes of death against a person."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule, SignsRule

_WEIGHT = 6.0
_EN_LAUGH = "lol|lmao|haha*|xd|😂|🤣|❤|💕|😘"
_RO_LAUGH = "haha*|xd|😂|🤣|❤|iubesc|pup|frățioare"
_RU_LAUGH = "ахах*|хаха*|лол|😂|🤣|❤|днюхой|люблю|обожаю|шучу"
_EN_GAME = (
    "game|ranked|round|match|lobby|boss|raid|rematch|1v1|pvp|mario|kart|chess|fortnite|"
    "minecraft|duel|sparring|"
    "leaderboard|server|map|arena|scrim|fifa|quest|paintball|lasertag|uno|monopoly|respawn|ingame"
)
_RO_GAME = "joc|jocul|ranked|rundă|runda|meci|boss|lobby|raid|arenă|arena|șah|remi|table|fifa|pvp|duel"
_RU_GAME = "игре|катке|катку|раунде|рейде|ранкеде|рейтинге|матче|боссе|шахматах|дуэли|пвп|арене|каток|доте|кс"

_CLEAR = PhraseRule(
    name="threat",
    label=Label.ABUSE,
    severity=Severity.HIGH,
    safety=Safety.THREAT,
    everywhere=True,
    groups=(
        Group(
            _WEIGHT,
            en=(
                "know where|which|what ~2 your|his|her kids|children|wife|daughter|son|mother|family",
                "know|found|knows|find where you|u|he|she|they ~1 live|lives|work|works|sleep|park",
                (
                    "ill|will|gonna|im|lets|coming ~2 kill|murder|stab|shoot|beat|hurt|find|rape|strangle|"
                    "slit|hunt ~1 "
                    "you|u|him|her|ur|them"
                ),
                (
                    "ill|will|gonna|going|come|coming ~1 and|to? ~1 break|smash|cut|rip|slit|crush ~1 your|"
                    "his|her|ur|their ~1 "
                    "legs|face|neck|head|bones|throat|arms|fingers|kneecaps|skull|teeth"
                ),
                "youre|you ~1 going|end ~3 hospital",
                "you|u|he|she|they|deserve ~1 should|deserve|deserves|to ~1 die|rot",
                "hope ~1 you|u|he|she|they|your ~2 die|choke|rot|burn|cancer|suffer",
                "kill|hang|shoot yourself|urself|yourselves",
                "drop dead !gorgeous",
                "!will|to|gonna|ill go die",
                "die in a|ditch ~1 fire|you",
                "watch your back",
                "sleep with one eye ~1",
                "youre|you|u dead|finished meat|when|tomorrow|if",
                "you|u will|are going|gonna ~1 regret|pay ~2 this|blood|life",
                "come|coming ~1 to|for ~1 your house|home|office|you|family",
                "coming|come ~1 with ~1 a|my? knife|gun|bat|hammer|petrol|gasoline|machete|axe|rifle",
                (
                    "bomb|burn|shoot|blow|torch ~2 your|the|up office|building|house|shop|headquarters|place|"
                    "store|branch|home|car"
                ),
                "be put down ~1 like|dog|dogs",
                "smash|break|cave|kick|rearrange|bash your|his|her ~1 face|head|teeth|skull|legs|neck",
                "we|i ~1 will|gonna|ill find|hunt you|u|him|her|them",
                "someone|somebody should|needs|ought to? ~1 shoot|stab|kill|hang you|him|her|them",
                "put a bullet|knife in you|your|his|her|their|him",
                "youre|you are? ~1 going|gonna to? ~2 bleed|hospital|morgue|grave",
                "dont ~1 walk|go out|home alone",
                "your ~1 family|kids|children|wife|daughter|son|mother ~3 dead|pay|next|hurt|bleed|suffer",
            ),
            ro=(
                (
                    "știu|știm|aflat|aflu|stiu ~1 unde|pe-unde|în|la|ce ~2 stai|stați|locuiești|lucrezi|"
                    "lucrați|locuiți|dormi|parchezi|stă|copiii|copii"
                ),
                (
                    "te|vă|îl|o|îi|tei|să-te omor|omorâm|ucid|tai|bat|spintec|găsesc|împușc|calc|"
                    "sparg|nenorocesc|violez|rup|strâng|strang|îngrop|castrez|omoram|înjunghii"
                ),
                (
                    "îți|vă|ți|îi|le|i|să-i|să-ți ~1 rup|sparg|tai|zbor|crăp|scot|mut|rupem ~2 picioarele|"
                    "fața|capul|gâtul|"
                    "dinții|mâinile|oasele|ochii|mațele|gura|fălcile|botul|degetele"
                ),
                "numeri|aduni|culegi|numara ~1 dinții|măselele",
                "mori|crapă|crapa-ti|muriți ~1 odată|dracului|naibii|javră|jegosule|în|dracu|toti",
                "să muriți|crăpați|crapi|putreziți",
                "să mori !de|din|când|dacă",
                "du-te ~2 omoară|spânzură|sinucide",
                "omoară-te|sinucide-te|spânzură-te",
                "ai|aveți grijă ~2 spate|stradă",
                "vin|venim|viu ~2 peste|după ~1 tine|voi|acasă",
                (
                    "vin|venim|viu ~3 cu ~1 bâta|bata|cuțit*|topor*|benzin*|ranga|pistol*|canistr*|băieți*|"
                    "toporul|sabia"
                ),
                "o|ai|veți să ~2 regreți|plătești|pățești|regretați",
                (
                    "dau|dăm|pun|punem|dau-ți ~1 foc|bombă ~2 la|sediul*|birou*|casei|magazin*|cârcium*|"
                    "mașin*|firm*"
                ),
                "sper să ~1 mori|faci|crapi|pățești",
                (
                    "te|vă|îl ~1 caut|găsesc|gasesc|prind|aștept ~1 eu? ~1 acasă|acasa|stradă|pe-stradă|colț|"
                    "poartă|poarta|jos|ieșire|parcare"
                ),
                "te fac praf|bucăți|zob|poștă",
                "nu ~1 mai ajungi|ajungeți acasă|viu|întreg",
                "nu mai dormi|dormiți ~1 liniștit*",
                "să-și|săți|să-ți ~1 facă|faci testamentul|sicriul",
                "te|vă scot|dau din|jos mașină|masină|masina|casă ~4 tai|bat|rup|omor",
                "pe|la ceafă|spate ~2 glonț|cuțit",
            ),
            ru=(
                (
                    "знаю|найду|узнаю|пробью|пробил|пробила|нашел|вычислил|вычислю|знаем где|адрес|твой ~1 "
                    "ты|вы|твой|твоя ~1 живешь|живете|дом|учишься|работаешь|работаете|обитаешь|живет|"
                    "тусуешься"
                ),
                (
                    "знаю|пробил|пробила|нашел|вычислил|вычислю|знаем где|адрес|твой живешь|живете|дом|"
                    "учишься|работаешь|живет"
                ),
                "знаю|узнаю|пробью|знаем|найду твой|ваш|его|ее ~1 адрес|дом|подъезд|школу|садик|машину",
                "знаю|найду|узнаю тебя|вас|твой !по",
                (
                    "знаю|знаем где ~1 твои|ваши|твой|твоя|его ~1 дети|ребенок|дочь|дочка|сын|мать|жена|"
                    "семья|родители"
                ),
                "знаю ~1 во|со сколько ~3 работы|выходишь|смены|возвращаешься",
                (
                    "убью|убьем|зарежу|прирежу|пристрелю|изнасилую|закопаю|порву|урою|придушу|застрелю|"
                    "грохну|завалю ~2 тебя|"
                    "вас|его|ее|всех|нахуй|суку|тварь|вместе"
                ),
                (
                    "тебя|вас|его|ее|тя ~1 убью|убьем|зарежу|найду|прирежу|закопаю|порву|урою|придушу|"
                    "пристрелю|найдем|грохну|сожгу|завалю"
                ),
                (
                    "найду|найдем|встречу|приеду|поймаю ~1 и|тебя ~1 закопаю|убью|зарежу|прирежу|урою|сломаю|"
                    "переломаю|отрежу|прибью|пересчитаю"
                ),
                (
                    "переломаю|сломаю|оторву|отрежу|разобью|выбью|поломаю|выдерну|проломлю|пересчитаю|вырву "
                    "~2 ноги|руки|голову|лицо|ебало|башку|"
                    "зубы|шею|рожу|пальцы|ребра|хребет|колени"
                ),
                (
                    "ноги|руки|лицо|шею|голову|башку|зубы|пальцы|ребра|хребет ~1 переломаю|сломаю|оторву|"
                    "разобью|сверну|выдерну|проломлю|пересчитаю|выбью|вырву"
                ),
                (
                    "сдохни|сдохните|подохни|подохните|помри|умри ~1 тварь|мразь|сука|уже|урод|гнида|скотина|"
                    "падла|сволочь|в|нахуй|все|от|админ|модер|$"
                ),
                (
                    "чтоб|чтобы ~1 ты|вы|он|она|они|вам|тебе ~2 сдох*|подох*|умер*|сгнил*|рак|сгорел*|"
                    "подавил*|провал*"
                ),
                (
                    "убей|убейся|повесься|вскройся|выпились|роскомнадзорнись|самоубейся ~1 себя|об|$|уже|"
                    "тварь|нахуй"
                ),
                "убей себя",
                "ходи|оглядывайся и|по",
                "ходи|ходите ~2 оглядывайся|оглядываясь",
                "ты труп",
                "ты|вы ~1 пожалеешь|пожалеете|ответишь",
                "приеду|приедем|придем|приду|подъеду ~3 тебе|вам|офис|домой|дом|отделение ~2 и|сожгу|взорву",
                (
                    "приеду|приедем|придем|приду|подожду|встречу|подъеду|ждать|жду ~5 с битой|ножом|молотком|"
                    "канистрой|бензином|топором|стволом|монтировкой|ломом|арматурой|пацанами"
                ),
                "взорву|сожгу|подожгу|спалю ~2 офис|дом|магазин|здание|вас|вам|машину|отделение",
                "морду|рожу|лицо|ебало|челюсть разобью|набью|сломаю|начищу",
                "место в|на ~1 могиле|кладбище|гробу",
                "чтоб|чтобы ~1 у|тебе|вам|тебя|вас ~2 рак|сдох*|отсох*|сгор*",
                "башку|голову|шею ~2 откручу|оторву|сверну|проломлю|отрежу",
                "из-под земли ~1 достану|достанем",
                "чтоб ~1 ты|вы ~1 сдохла|сдох|сдохли|подох|подохла",
                "пусть|пускай прощается|ходит|молится|готовится ~1 с|к|гроб|$",
                "поговорим ~3 ножом|битой|по-другому|кулаками",
                "не ~1 выходи|ходи|гуляй ~1 один|одна",
            ),
            es=(
                (
                    "te|los|lo|la|le|les|os ~1 voy|vamos|va|van a ~1 matar|reventar|partir|romper|encontrar|"
                    "degollar|violar|quemar|apuñalar|rajar|enterrar|buscar|descuartizar|cortar"
                ),
                (
                    "voy|vamos a ~1 matarte|matarlos|matarlo|matarla|reventarte|romperte|partirte|"
                    "encontrarte|buscarte|quemarte|rajarte|degollarte|mataros|enterrarte"
                ),
                (
                    "te|los|lo|os|la|les|le ~1 mato|reviento|rajo|degüello|entierro|quemo|apuñalo|encuentro|"
                    "mataré|encontraré|reventaré ~1 !a-besos"
                ),
                (
                    "te|le|les|os|los ~1 parto|rompo|corto|arranco|saco|quiebro|voy-a ~2 piernas|cara|cabeza|"
                    "cuello|dedos|dientes|huesos|brazos|rodillas|boca|tripas|madre"
                ),
                (
                    "sé|se|sabemos|averigüé|averiguaré dónde ~2 vives|viven|vive|trabajas|trabaja|trabajan|"
                    "duermes|estudias|estudia|vivís"
                ),
                "sé|se|conozco tu|su|dónde dirección|casa ~2",
                "lo|te|la|los|os espero|esperamos|esperaré ~2 salida|afuera|casa|esquina|calle|fuera",
                "ojalá ~2 te|se|os ~2 mueras|muera|mueran|muráis|pudras|maten|atropellen|cáncer|muere",
                "muérete|muéranse|mátate|suicídate|ahórcate|morite|matate",
                "vas|van|vais a morir|lamentarlo|pagarlo|arrepentirte|arrepentir ~1 !de-risa",
                "estás|están muerto|muertos|muerta",
                "cuídate|cuida|cuídense ~1 la|las espalda|espaldas",
                (
                    "voy|vamos|iré ~2 con ~1 un|una|el|mi|la ~1 cuchillo|bate|pistola|gasolina|machete|"
                    "martillo|navaja|fierro"
                ),
                (
                    "quemar|quemo|incendiar|volar|prender|quemaré|prendo ~2 la|el|tu|su|fuego|oficina ~1 "
                    "oficina|casa|tienda|local|edificio|sucursal|carro|coche"
                ),
                "no vas|van ~1 a ~1 salir|llegar ~1 vivo|vivos|casa",
                "merece|mereces|merecen|deberían|debería ~1 morir|matarte|matarlos|matarlo|morirte",
                "ya ~2 vas|verás|van a? ver ~2 piernas|muerto|calle|encuentre|salida",
            ),
            de=(
                "ich|wir|dann|werde|werd ~2 bringe|bring|bringen dich|euch|ihn|sie|eure ~4 um",
                (
                    "dich|euch|ihn|den|sie ~2 umbringen|abstechen|totschlagen|erschießen|erstechen|"
                    "kaltmachen|verprügeln|abknallen|finden|kriegen|fertigmachen|aufschlitzen ~1 werde|will|$"
                ),
                (
                    "werde|werd|werden dich|euch|ihn ~3 umbringen|töten|finden|abstechen|erschießen|"
                    "totschlagen|kaltmachen|verprügeln|verbrennen"
                ),
                (
                    "ich|wir|dann ~1 stech|steche|knall|knalle|mach|mache|schlag|schlage dich|euch|ihn ~3 ab|"
                    "kalt|tot|nieder|krankenhausreif|zusammen|platt"
                ),
                (
                    "ich|dann|und ~1 brech|breche|hau|haue|schlag|schlage|schneid|schneide|zertrümmer* ~1 "
                    "dir|euch|ihm|ihr ~3 finger|beine|bein|knochen|genick|fresse|kopf|zähne|schädel|kehle|"
                    "nase|arme|hals|knie|rein|ein|ab"
                ),
                (
                    "dir|euch|ihm ~4 finger|beine|knochen|genick|fresse|zähne|schädel|kehle|nase|arme|knie "
                    "~3 brechen|breche|einschlagen|rausschlagen|schneiden|polieren|einschlage|ausschlagen"
                ),
                (
                    "weiß|weiss|wissen|finde|rausgefunden|herausgefunden ~1 wo|in|wann ~4 wohnst|wohnt|"
                    "wohnen|arbeitest|arbeitet|sitzt|lebst|schläfst|parkt|parkst|feierabend|haus"
                ),
                "hab|habe|kenne|kenn|weiß ~1 deine|eure|deinen|seine|ihre adresse|wohnung|anschrift|schulweg",
                "komm|komme|kommen ~1 wir|ich? ~1 zu dir ~1 nach heim|hause",
                (
                    "komm|komme|kommen ~3 mit ~2 messer|schläger|knarre|benzin|kanister|hammer|axt|"
                    "baseballschläger|jungs|pistole"
                ),
                "^ verreck|verrecke|verreckt|krepiert|stirb ~1 du|ihr|doch|endlich|elend*|$",
                "stirb ~1 endlich|du|elend*",
                "bring|bringt dich|euch ~1 um",
                "häng|hängt|erschieß|erschießt dich|euch ~1 auf|doch|weg|selbst|$",
                (
                    "hoffe|hoff|hoffentlich ~3 stirbst|sterbt|verreckt|verreckst|krebs|krepierst|krepiert|"
                    "stirbt ~1"
                ),
                "du|ihr|der|die wirst|werdet|wird ~3 bereuen|bluten|büßen|bezahlen ~1",
                "du bist ~2 tot|fällig|dran ~1 !müde",
                "brennt ~2 laden|filiale|hütte|haus|auto|büro|es ~4 drin|mit",
                (
                    "zünde|zünd|fackel|fackle|spreng|sprenge ~3 laden|filiale|haus|auto|büro|bude|zentrale|"
                    "euch ~3 an|ab|in|weg"
                ),
                "pass|passt ~2 auf ~2 rücken|heimweg|deine|nachhauseweg",
                "gehört|gehörst|gehören ~3 erschossen|vergast|aufgehängt|erschlagen|abgestochen|umgebracht",
                "lauer|lauere|wart|warte ~2 dir|euch|ihm|ihr ~3 auf|parkplatz|feierabend|ausgang",
                "warte|wart ~2 auf dich|ihn|euch ~3 draußen|parkplatz|ausgang|feierabend",
            ),
            fr=(
                (
                    "vais|va|allons|vont ~1 te|vous|le|la|les|lui|leur|t ~1 tuer|buter|crever|planter|"
                    "défoncer|égorger|retrouver|frapper|violer|péter|casser|saigner|massacrer|brûler|"
                    "exploser|éclater|démonter|fracasser|couper|choper !de"
                ),
                (
                    "je|on te|vous|le|la les? ~1 tue|bute|crève|plante|retrouve|égorge|défonce|retrouverai|"
                    "tuerai|buterai|saigne|démonte"
                ),
                (
                    "je|on retrouve|trouve|retrouverai|trouverai ~1 ton|ta|votre|où ~1 lycée|adresse|maison|"
                    "école|boulot|bureau|ip|t'habites|habites"
                ),
                (
                    "te|vous|lui|leur|t ~1 pète|casse|brise|arrache|éclate|coupe|péter|casser|casserai|"
                    "briser|tranche ~2 jambes|gueule|dents|doigts|bras|genoux|tête|os|gorge|nuque|nez|rotules"
                ),
                "planter|plante|mettre ~1 un|une|mon couteau|balle|lame ~1 dans|entre|entre-les",
                "dents en moins",
                (
                    "sais|sait|savons|trouvé|trouver ~1 où|dans ~2 tu|t'habites|vous|il|elle|quel|t ~2 "
                    "habites|habitez|habite|travailles|travaillez|travaille|vis|dors|bosses|bosse|traîne"
                ),
                "sais où|ou t'habites|tu|vous|elle|il ~1 habites|habitez|habite|vis|travailles|bosses|$",
                "j'ai|on-a|connais ton|votre|ta|son adresse|plaque|ip ~3 viens|venir|arrive|passer|attention",
                "vais|je ~1 débarquer|débarque|débouler|déboule chez toi",
                (
                    "viens|venir|arrive|débarque|débarquer|viendrai ~3 avec ~1 un|une|mon|ma|mes ~1 couteau|"
                    "batte|essence|fusil|marteau|flingue|potes|hache|barre"
                ),
                "t'attends|attends|attend|attendre ~3 sortie|parking|sors|devant|dehors|coin",
                "^ crève|crevez|creve ~1 bande|tous|sale|connard|ordure|salope|espèce|fils",
                "va|allez crever|mourir|te-pendre|vous-pendre !de",
                "va te pendre|tuer|suicider|crever|buter",
                "tue-toi|suicide-toi|pends-toi|bute-toi|tuez-vous|suicidez-vous",
                (
                    "espère|souhaite ~3 crèves|crève|crever|meures|meurs|cancer|mourir|mourrez|crèverez|"
                    "crevez|meure"
                ),
                "tu|vous vas|allez|t ~1 le|la? ~1 regretter|payer|mourir|saigner|crever ~1 !de",
                "tu es|t'es mort|morte ~1 !de",
                (
                    "foutre|mettre|mets|mettrai|cramer|brûler|brûle ~2 feu|boutique|agence|magasin|maison|"
                    "locaux|voiture ~1"
                ),
                "surveille|fais ~1 tes|gaffe|attention ~1 arrières|dos",
                "mérite|méritez|mérites|devrait|devrais ~2 crever|mourir|pendu|buté|qu'on-te",
                "tu ne? sortiras|rentreras|sortira ~2 pas|plus ~1 vivant|chez|entier",
            ),
            uk=(
                (
                    "знаю|знайду|дізнаюся|дізнаюсь|пробив|вирахую|знаємо ~1 де|твою|твій|вашу|де-ти ~2 живеш|"
                    "живете|адресу|працюєш|працюєте|вчишся|дім|будинок|живе"
                ),
                (
                    "вб'ю|уб'ю|заріжу|приріжу|застрелю|зґвалтую|закопаю|порву|задушу|придушу|пристрелю ~1 "
                    "тебе|вас|його|її|всіх|усіх|нахуй|суко"
                ),
                (
                    "тебе|вас|його|її ~1 вб'ю|уб'ю|заріжу|приріжу|застрелю|закопаю|знайду|задушу|придушу|"
                    "знайдемо|порішу"
                ),
                (
                    "переламаю|поламаю|відірву|відріжу|розіб'ю|виб'ю|зламаю|повириваю|проломлю ~2 ноги|руки|"
                    "голову|лице|морду|зуби|шию|пальці|ребра|щелепу|пику"
                ),
                (
                    "ноги|руки|голову|морду|зуби|шию|пальці|пику ~1 переламаю|поламаю|відірву|розіб'ю|виб'ю|"
                    "скручу|зламаю"
                ),
                (
                    "здохни|здохніть|подохни|здохнеш|помри ~1 тварюко|суко|мразото|вже|уже|виродку|гнидо|всі|"
                    "нахуй|$"
                ),
                "щоб|хай|нехай ~1 ти|ви|він|вона|вам|тобі ~2 здох*|подох*|помер*|згнив*|рак|згорів*|вмер*",
                "вбий|убий|повісься|вбийся|убийся ~1 себе|вже|нахуй|$",
                "ти труп",
                "ти|ви ~1 пошкодуєш|пошкодуєте|поплатишся",
                (
                    "приїду|прийду|підʼїду|приїдемо|прийдемо|чекатиму|чекаю|зустріну ~5 з|із битою|ножем|"
                    "сокирою|каністрою|бензином|молотком|пістолетом|хлопцями"
                ),
                "приїду|прийду|підʼїду|зустріну|знайду ~3 й|і|та переламаю|вб'ю|заріжу|поламаю|спалю|закопаю",
                "підірву|спалю|підпалю ~2 офіс|дім|магазин|хату|вас|вам|машину|відділення",
                "морду|пику|щелепу розіб'ю|наб'ю|зламаю",
                "з-під землі ~1 дістану|дістанемо",
                "ходи|ходіть ~2 озирайся|оглядайся|озирайтесь",
            ),
        ),
    ),
    harmless=Group(
        0.0,
        en=(
            f"kill|beat|destroy|hunt|find|stab|shoot|murder|hurt you|u|him|her|them|ur ~~8 {_EN_GAME}",
            f"{_EN_GAME} ~~8 kill|beat|destroy|hunt|find|stab|shoot|murder you|u|him|her|them",
            f"kill|murder|strangle|die|beat|hunt|legs|face|neck ~~10 {_EN_LAUGH}",
            "beat you|u|him|her|them ~1 at|in|to|next",
            "find you|u|them|him|her ~1 a|another|the|some|one|something|on|your",
            "go die ~1 in ~1 the|a ~1 hammock|bed|corner|couch|sofa",
            "kill|hurt you|u|him|her ~1 to|if ~1 say|ask|answer|be|smile|try|read|wait|reply",
            (
                "come|coming ~1 to|for ~1 your home|office|house|you ~2 with ~1 cake|gifts|flowers|"
                "coffee|tomorrow|deliver*|fix|install|repair"
            ),
            "come|coming to your house ~~4 fix|install|repair|deliver*|between|collect",
            "told|tells|said|says|yelled|screamed|called|wrote|messaged ~~6 die|kill|yourself|dead|rot",
            (
                "character|movie|film|book|novel|villain|chapter|scene|episode|npc ~~8 kill|die|dead|"
                "stab|find|live"
            ),
            "bad|ugly ~3 be put down|like",
            "die|rot in a video|game",
            "shoot|shooting you|him|her|them a|an|my|the ~1 message|email|dm|text|link|mail|quick",
            "put down like",
        ),
        ro=(
            f"te|vă|îl|o omor|bat|rup|sparg|calc|găsesc|tai ~~6 {_RO_GAME}",
            f"{_RO_GAME} ~~6 te|vă|îl|o omor|bat|rup|sparg|calc|tai",
            f"omor|bat|rup|tai|picioarele|capul ~~12 {_RO_LAUGH}",
            "aștept ~~5 colet*|comanda|comandă|pachet*|curier*|livrare*",
            "o|îl|te omor|bat ~1 cu|la ~1 linguriț*|drag*|dragoste|pernă|pupici",
            "vreau|aș|vrea|prefer|doresc|venea să mor",
            "zice|zis|spus|scrie|urlat|strigat|țipat ~~8 mor|mori|crăp|omor*",
            "film*|roman*|carte*|serial*|episod*|personaj* ~~8 omor|ucid|mori|știu",
            "te găsesc|gasesc pe|la ~1 discord|steam|mess|facebook|insta|server|teams|birou",
            "să mori tu|jur|eu|mama ~1",
            "legume*|moși* ~~8 mori",
            "îl|o calc|tai|bat|strâng|rup|sparg !în",
            "o|îl găsesc|gasesc",
            "mori odată|odata ba|bă",
        ),
        ru=(
            f"убью|порву|урою|разобью|вынесу|прирежу ~~6 {_RU_GAME}",
            f"{_RU_GAME} ~~6 убью|порву|урою|разобью|прирежу|тебя|вас|его",
            f"убью|придушу|прибью|порву|зарежу|убил|закопаю|найду ~~10 {_RU_LAUGH}",
            "сказал*|говорит|крикнул*|кричал*|написал*|пишет|орал* ~~6 сдохни|умри|убью|убей|сдохните",
            "найду тебя|вас в|на ~1 дискорде|стиме|вк|почте|телеге|серве*",
            "узнаю|знаю|найду тебя|вас ~1 ты|лучше|давно|хорошо|хороший|хорошая",
            "знаю|узнаю|найду вас|тебя $",
            "фильм*|книг*|роман*|сериал*|сери*|геро*|персонаж* ~~8 убью|зарежу|сдохни|умри",
            "разобью|сломаю|выбью свое|себе|свои|свой",
            "умри|сдохни ~1 но|или|от смеха|зависти",
            "его|ее найду|найдем $|и|где",
            "сдохни|умри босс*|моб*|дракон*|уже",
        ),
        es=(
            (
                "te|lo|la|los|os mato|reviento|parto|voy ~~8 jaja*|jeje*|besos|juego|partida|ranked|fifa|"
                "ronda|boss|❤|😂|🤣|risa"
            ),
            "jaja*|jeje* ~~6 te|lo|la|los mato|reviento|voy",
            "la|lo|los|les|le encuentro|espero|voy|va|vamos ~1 a? ~1 encontrar|buscar|casa",
            "lo|la|le|se van|va|vamos a romper|partir|quemar|cortar|buscar|encontrar",
            "dijo|dice|gritó|escribió|dijeron ~~6 matar|muere*|muérete|mataré|mato",
            "película|libro|novela|serie|personaje|capítulo ~~8 matar|mueras|muere|mato",
            "vas|van a morir|pagarlo ~3 jefe|boss|risa|juego|nivel",
            "vas a morir de",
            "la|lo|les quemo|corto|rajo|encuentro ~1 $",
        ),
        de=(
            "dich|euch|ihn ~~8 spiel|runde|match|ranked|boss|raid|duell|fifa|😂|🤣|haha*|lol|mario|kart",
            "ihn|sie|den ~2 finden|kriegen|fertigmachen",
            (
                "komm|komme|kommen ~~4 vorbei|hause ~~6 kuchen|bier|abholen|lieferung|techniker|kaffee|"
                "grillen|spielen"
            ),
            "film|buch|roman|serie|folge|figur ~~8 umbringen|stirb|umbringt|verreck*",
            "sagte|schrieb|meinte|schreibt|gesagt|geschrieben ~~6 stirb|verreck*|umbringen|um",
            "verreck* ~1 pc|handy|gerät|akku",
            "techniker|fahrer|lieferung|monteur ~~4 komm*",
        ),
        fr=(
            (
                "te|vous|le|la tue|bute|vais|défonce|démonte|retrouve|tuer|buter|défoncer|démonter|péter "
                "~~8 jeu|partie|ranked|match|round|boss|raid|😂|🤣|haha*|mdr|ptdr|lol|fifa|mario"
            ),
            "le|la|les retrouve|plante|crève|défonce !toi",
            "le|la|les vais|va|allons|vont ~1 retrouver|casser|péter|brûler|couper|planter",
            "va|vont ~1 le|la|les|lui|leur ~1 retrouver|casser|péter|brûler|couper|planter|crever|exploser",
            "film|livre|roman|série|épisode|personnage ~~8 tuer|tue|crève|mourir",
            "dit|disait|écrit|crié|écrivait ~~6 crève|crever|tuer|tuerai|tue",
            (
                "viens|venir|arrive|passe|passer ~3 chez toi|vous|lui|elle ~~6 technicien|livraison|"
                "livrer|apéro|manger|gâteau|colis"
            ),
            "crève|creve la|de",
            "ça|qui|ca va ~1 te|vous ~1 tuer|crever|exploser|péter",
        ),
        uk=(
            "вб'ю|порву|закопаю|знайду|приб'ю ~~8 грі|катці|раунді|рейді|матчі|😂|🤣|ахах*|хаха*|люблю|❤",
            "фільм*|книг*|роман*|серіал*|геро*|персонаж* ~~8 вб'ю|заріжу|здохни|помри",
            "сказав|сказала|каже|написав|пише|кричав ~~6 здохни|помри|вб'ю|вбий",
            "його|її знайду|знайдемо",
        ),
    ),
)


def _sign(phrases: Group) -> PhraseRule:
    return PhraseRule(name="threat", label=None, groups=(phrases,), everywhere=True)


_KNOWS = _sign(
    Group(
        0.0,
        en=(
            (
                "find|found|know|knows|figure ~1 out? where|what|which|when ~2 your|you|u|his|her|he|she|"
                "they|support|mods ~6 live|work|lunch|team|office|building|car|kids|shift|finish|gym|"
                "park|school|bar|house"
            ),
            (
                "got|have|ive|know|saw ~2 your|his|her|their|ur ~1 number|licence|license|address|plate|"
                "numberplate|car|ip|picture|photo"
            ),
            (
                "guy|man|woman|idiot|clerk|agent|driver in|at|from ~1 your|the ~2 office|desk|branch|"
                "counter|store|depot"
            ),
            "after|when ~3 shift|work|closing|leaves|leave",
            "waiting|wait|see ~1 for? you|u|him|her ~2 outside|parking|exit|car|door|tonight",
        ),
        ro=(
            (
                "știu|aflat|stiu|aflu ~1 unde|la|în|pe|ce ~2 scară|scara|bloc|clădire|cladire|sediu*|oră|"
                "ora|stradă|strada|mașină|școală|lucrați|cumpărăturile|faceți"
            ),
            "ți-am|i-am|am ~1 luat|notat|văzut numărul|numarul|adresa|fața|fata",
            "băiatul|tipul|omul|doamna|fata|ăla|ala ~1 de la|din ~1 ghișeu*|casă|depozit*|service|recepție",
            "când|cand ~1 ieși|ieșiți|iese|iesi|termini|pleci ~2 tură|tura|muncă|program",
            "te|vă|îl aștept|astept|prind|prinde ~2 jos|poartă|poarta|parcare|meet|colț|scară",
        ),
        ru=(
            (
                "знаю|узнал*|пробил*|нашел|запомнил*|записал* ~3 где|номер|твой|ваш|адрес|подъезд|лицо|"
                "машин*|голос"
            ),
            "номер|голос|лицо|машину ~2 твой|твоей|твое|твою ~3 запомнил*|записал*",
            "во|в ~1 сколько|котором ~2 смену|работы|домой|выход*|сдаешь|заканчива*",
            "после смены|работы|пар|школы|уроков|закрытия ~4",
            "передайте|передай ~1 этому|приемщик*|ваше*|мастер*|менеджер*|оператор*|роману|той|тому",
            "найду|вычислю|пробью ~2 по ~1 айпи*|номеру|ip|геолокац*|фото",
            "еще раз ~4",
        ),
        es=(
            "sé|se|averigüé|sabemos ~1 dónde|quién|a-qué ~3",
            "a qué hora ~1 sales|sale|salen",
            "tengo ~1 tu|su|vuestra|sus dirección|matrícula|placa|patente|foto|ip",
            "cuando|salida ~2 salgas|salga|turno|trabajo",
        ),
        de=(
            (
                "weiß|weiss|finde|kenne ~1 wo|in|wann|welchem|welches|deine|dein ~6 parkt|parkst|auto|"
                "büro|sitzt|wohnst|wohnt|arbeitest|feierabend|schule|kita"
            ),
            "hab|habe|kenn ~1 deine|eure|dein|euer adresse|kennzeichen|gesicht|nummer|ip",
            "nach|wenn ~3 feierabend|schicht|feierabend-hast",
            "bis ~1 freitag|montag|morgen|samstag|dienstag|mittwoch|donnerstag",
        ),
        fr=(
            (
                "sais|trouvé|connais ~1 dans|où|quel|à ~3 bar|bureau|heure|rue|immeuble|lycée|école|"
                "adresse|travaille|gare"
            ),
            "j'ai ~1 ta|votre|ton|sa plaque|adresse|ip|photo|numéro",
            "quand ~2 sors|sortira|sort|sortez|finis",
            "continue|continuez ~1 à ~3",
        ),
        uk=(
            (
                "знаю|дізнався|дізналася|пробив|запам'ятав|записав ~3 де|номер|твій|ваш|адрес*|підʼїзд|"
                "обличчя|машин*|голос"
            ),
            "о котрій ~2 зміну|роботи|виходиш|закінчуєш",
            "після зміни|роботи|пар|школи|уроків",
        ),
    )
)
_VIOLENCE = _sign(
    Group(
        0.0,
        en=(
            (
                "bring|bringing|with|got ~1 a|my|the ~1 hammer|knife|bat|gun|petrol|gasoline|machete|axe|"
                "crowbar|rope|friends|brick"
            ),
            "better run|hide|pray",
            "see|lets ~2 how ~1 he|she|you|they|u like|likes|feel|feels|laugh|laughs|enjoy*",
            "falls|drop|drops|happens on|to him|you|her|them",
            "who ~1 laugh|laughs|laughing ~1 then|last|now|$",
            "wont ~1 laugh|laughing|walk|smile|make ~2 anymore|again|home|then",
            "break|smash|burn|bleed|bullet|teach|punch|slap ~2 him|you|her|them|lesson|legs|face|ground",
            "say goodbye to|hello",
        ),
        ro=(
            "cu ~1 bâta|bata|ranga|cuțit*|topor*|benzin*|canistr*|băieții|ciocan*|levier*|pistol*",
            "vedem|vad|vezi|văd ~3 râde|râzi|razi|rade|zâmbești|șmecher*",
            "numeri|pe jos dinți*|dinții",
            "tai|sparg|rup|omor|ard|bat|îngrop ~2 gâtul|gura|fața|capul|față",
            "nu|n ~1 mai ajungi|mergi|dormi|râzi|ieși",
            "nu ~1 crezi|crezi-că ~1 glumesc",
        ),
        ru=(
            (
                "с|ножом битой|ножом|молотком|канистрой|бензином|топором|монтировкой|ребятами|пацанами|"
                "арматурой|стволом"
            ),
            "с ребятами|пацанами|братвой|битой",
            "ножом|битой|молотком|топором|канистрой",
            "посмотрим ~3 как|кто ~2 запоешь|смеяться|смеется|заговоришь|ржать",
            "сломаю|переломаю|проломлю|выдерну|закопаю|пересчитаю|прибью|отметелю|уебу|убью",
            "пусть|пускай прощается|боится|ждет|молится",
            "жди меня|гостей|нас|$",
        ),
        es=(
            "con ~1 un|una|el|mi ~1 cuchillo|bate|pistola|gasolina|machete|martillo|navaja|fierro|amigos",
            "le|te|les|os|lo parto|rompo|reviento|mato|quemo|rajo ~2",
            "a ver|veremos ~2 si|quién ~2 ríe|ríes|risa|gracioso|valiente",
            "ya verás|vas-a-ver|saben ~1",
        ),
        de=(
            "mit ~2 messer|schläger|knarre|benzin|kanister|hammer|axt|jungs|pistole",
            "brennt|brech|brechen|knallt|verbrenn* ~2",
            "bring ~2 besser ~1 jemand|freunde|verstärkung ~1 mit",
            "mal sehen|schauen ~3 lachst|lacht|lustig|witzig",
            "nicht ~1 mehr ~1 lachen|heim|nach-hause|laufen",
        ),
        fr=(
            "avec ~1 un|une|ma|mon|mes ~1 couteau|batte|essence|fusil|marteau|flingue|potes|hache|barre",
            "verra|verrez|voir ~2 si|qui ~2 malin|rire|rigole|rigoles|rigolera|rit|fais",
            "dents|jambes|côtes en|entre ~1 moins",
            "plus ~2 rigoler|marcher|sourire",
        ),
        uk=(
            "з|із битою|ножем|молотком|каністрою|бензином|сокирою|хлопцями|пацанами",
            "подивимось|подивимося|побачимо ~3 як|хто ~2 заспіваєш|сміятися|сміється|заговориш",
            "зламаю|переламаю|закопаю|приб'ю|вб'ю",
            "хай|нехай прощається|боїться|чекає|молиться",
        ),
    )
)

RULE = SignsRule(_CLEAR, (_KNOWS, _VIOLENCE), _WEIGHT)
