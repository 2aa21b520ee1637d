"""An insult whose target is a person or a group of persons: you, he, the devs, the mods. Things can't be insulted."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

_EN = (
    "idiot|idiots|moron|morons|imbecile*|retard|retards|retarded|braindead|brainless|stupid|dumb|"
    "dumbass*|dumbfuck*|scum|scumbag|"
    "scumbags|asshole*|arsehole*|bitch|bitches|cunt|cunts|bastard|bastards|prick|pricks|dick|"
    "dickhead*|wanker*|twat*|loser|losers|"
    "pig|pigs|worm|worms|parasite*|vermin|rat|rats|cow|cretin*|halfwit*|nitwit*|pathetic|"
    "worthless|disgusting|douche*|douchebag*|"
    "fatass|whore|slut|motherfucker*|fucker|fuckers|shithead*|trash|clown|clowns|monkeys|monkey|"
    "crook|crooks|thief|thieves|"
    "dumber|ugly|jackass*|dipshit*|tosser*|bellend*"
)
_EN_STAFF = (
    "devs|dev|mod|mods|moderator|moderators|admin|admins|staff|engineers|developers|team|"
    "employees|agents|support|boss|bosses|courier|driver|"
    "guy|woman|lady|man|girl|dude|people|reps|rep|drivers|idiots|everyone|players|noobs"
)
_EN_VERY = (
    "a|an|all|such|so|fucking|complete|total|totally|really|just|absolute|absolutely|utterly|the|"
    "literally|truly|bunch|of|lying|fat|little|damn|goddamn|ugly|dumb|stupid|‹censored›|pathetic|"
    "thieving|worthless|brainless"
)
_RO = (
    "prost|proasta|proști|proaste|prostule|proasto|prostilor|idiot|idioți|idioata|"
    "idiotule|idioților|tâmpit|"
    "tâmpiți|tâmpito|tampitule|tâmpiților|cretin|cretini|cretinule|cretinilor|"
    "imbecil*|bou|boi|boule|boilor|vacă|"
    "nesimțit|nesimțiți|nesimtitule|nesimțiților|handicapat*|"
    "retardat*|retard|ratat|ratați|ratatule|"
    "jegos|jegoși|jegosule|labar|labari|labagii|labagiu|curvă|curve|târfă|"
    "porc|porci|porcule|porcilor|maimuțe|"
    "maimuță|hoț|hoți|hoților|escroc|escroci|escrocilor|javră|javre|"
    "jigodie|jigodii|bulangiu|bulangii|poponar*|"
    "muist|muisti|muistule|mucos|mucosi|scursură|scursuri|gunoaie|lepădătur*|dobitoc|dobitoci|"
    "dobitocule|oligofren*|animal|animale|animalelor|golan|golani|panarama|bagabont*|sclav|"
    "mincinos|mincinoși|mincinoșilor|tălâmb|incompetenți|sugaci|"
    "nenorociți|nenorocitule|nenorociților|pulete|căcănar|cacacios|caca"
)
_RO_FEL = (
    "un|o|niște|toți|atât|așa|chiar|cam|tare|mai|foarte|doar|numai|cu|toate|"
    "de|proști|adevărat|prea|cei|cel|cea|complet|mare|total"
)
_RO_STAFF = (
    "devii|mod|modii|modul|moderatorii|moderatorul|adminii|adminul|operatorul|operatoarea|"
    "curierul|angajații|programatorii|suportul|tipul|tipa|doamna|domnul|șeful|"
    "voi|ei|ăla|aia|asta|ăștia|băiatul"
)
_RU = (
    "идиот|идиоты|идиотка|идиоток|дебил|дебилы|дебилов|дебилка|мудак|мудаки|мудаков|урод|уроды|"
    "уродов|уродина|дура|дурак|дураки|дур|козел|козлы|козлов|"
    "тварь|твари|тварей|мразь|мрази|мразей|скотина|скоты|свинья|свиньи|овца|овцы|корова|обезьяна|"
    "обезьяны|ублюдок|ублюдки|гнида|гниды|сволочь|сволочи|"
    "придурок|придурки|кретин|кретины|имбецил*|даун|дауны|дегенерат*|чмо|лох|лохи|ничтожество|"
    "ничтожества|неудачник|неудачники|долбоеб*|далбаеб*|долбоящер*|"
    "еблан*|пидор*|пидар*|гандон*|сука|суки|сучка|шлюха|шлюхи|ворье|воры|жулье|жулики|отморозк*|"
    "отброс*|быдло|тупица|безмозгл*|тупой|тупая|тупые|тупорыл*|"
    "конченый|конченые|конченая|дерьмоед*|недоумк*|недоумок|криворук*|рукожоп*|падла|жирный|"
    "жирная|крыса|крысы|выродк*|подонк*|подонок|нищеброд*"
)
_RU_OCH = (
    "все|просто|такой|такие|такая|совсем|какой|какие|полные|полный|реально|же|и|умственно|"
    "сплошь|одни|настоящий|настоящие|ж|бл|очень|вообще|там|тут|здесь|какой-то|"
    "конченый|конченые|та|еще|жирный|тупой|тупая|тупые|ну"
)
_RU_STAFF = (
    "модер|модеры|модератор*|админ|админы|админу|разраб|разрабы|разработчик*|сотрудники|оператор|"
    "операторы|операторша|курьер|курьеры|инженеры|саппорт|поддержка|он|она|они|ваши|эти|эта|этот|"
    "кассирша|менеджер|менеджеры|там"
)
_ES = (
    "idiota|idiotas|imbécil|imbéciles|estúpido|estúpida|estúpidos|estúpidas|gilipollas|"
    "subnormal|subnormales|retrasado|retrasados|retrasada|inútil|inútiles|payaso|payasos|"
    "basura|escoria|cretino|cretinos|pendejo|pendejos|pendeja|boludo|boludos|pelotudo|"
    "pelotudos|cabrón|cabrones|capullo|capullos|tarado|tarados|mongolo|mongólico|ladrón|"
    "ladrones|sinvergüenza|sinvergüenzas|mierda|zorra|puta|putas|puto|gorda|asqueroso|"
    "asquerosa|asquerosos|rata|ratas|cerdo|cerdos|incompetente|incompetentes|analfabeto|"
    "analfabetos|desgraciado|desgraciados|malparido|malparidos|gonorrea|huevón|huevones|weon|"
    "culiao|culiaos|imbecil|burro|burros"
)
_ES_VERY = (
    "un|una|unos|unas|muy|tan|más|bien|puro|puros|todos|completo|completos|verdadero|"
    "verdaderos|auténticos|tremendo|tremendos|pedazo|de|banda|panda|manga|tal|el|la|los|bola|"
    "partida"
)
_ES_STAFF = (
    "mods|mod|moderadores|moderador|admin|admins|administradores|devs|desarrolladores|"
    "repartidor|repartidores|soporte|cajera|operadora|empleados|gerente|técnico|técnicos|"
    "chofer|conductor|agentes|tipo|tipa"
)
_DE = (
    "idiot|idioten|vollidiot|vollidioten|trottel|depp|deppen|vollpfosten|arschloch|"
    "arschlöcher|wichser|hurensohn|hurensöhne|missgeburt|missgeburten|spast|spasti|spasten|"
    "penner|schwachkopf|schwachköpfe|dummkopf|abschaum|versager|lappen|opfer|schlampe|fotze|"
    "hure|nutte|drecksau|dreckssau|drecksack|drecksäcke|schwein|schweine|bastard|bastarde|"
    "kackbratze|mongo|mongos|behindert|hirntot|hirnlos|dumm|blöd|bescheuert|betrüger|"
    "verbrecher|gauner|clown|clowns|witzfigur|pfeife|pfeifen|nichtsnutz|nichtsnutze|ratte|"
    "ratten|dreck|schwuchtel|hohlkopf|pisser|vollhonk|honk|dumpfbacke|kretin|untermensch*"
)
_DE_VERY = (
    "ein|eine|einen|so|echt|einfach|alle|nur|ja|doch|der|die|das|größte|größter|völlig|total|"
    "totaler|totale|absolut|absolute|absoluter|kompletter|verdammter|verdammte|dummer|dumme|"
    "dumm|fetter|fette|kleiner|kleine|richtig|richtiger|verfickter|elender|elende|lauter|"
    "haufen|wie|hässlicher|blöder|blöde|dreckiger|dreckige"
)
_DE_STAFF = (
    "mods|mod|moderatoren|moderator|admins|admin|devs|entwickler|fahrer|zusteller|"
    "mitarbeiter|mitarbeiterin|techniker|support|typ|kassiererin|verkäufer|filialleiter|"
    "filialleiterin|chef|bote|verein"
)
_FR = (
    "con|cons|conne|connard|connards|connasse|connasses|idiot|idiots|idiote|idiotes|imbécile|"
    "imbéciles|abruti|abrutis|abrutie|débile|débiles|crétin|crétins|crétine|attardé|attardés|"
    "salaud|salauds|salope|salopes|enculé|enculés|ordure|ordures|pute|putes|batard|bâtard|"
    "bâtards|incapable|incapables|bouffon|bouffons|clown|clowns|merde|merdes|minable|"
    "minables|raté|ratés|déchet|déchets|voleur|voleurs|escroc|escrocs|mongol|mongols|"
    "mongolien|trisomique|porc|porcs|grosse|truie|raclure|sous-merde|tocard|tocards|guignol|"
    "guignols|nul|nuls|nullard|trouduc|boloss|parasite|parasites|pd|fdp|ntm|rat|rats|vermine"
)
_FR_VERY = (
    "un|une|des|de|vraiment|trop|si|tous|bande|gros|grosse|sale|sales|petit|petite|pauvre|"
    "pauvres|vrai|vrais|juste|que|espèce|la|le|les|complètement|tellement|bien|tout|d|grand|"
    "grands"
)
_FR_STAFF = (
    "modo|modos|modérateur|modérateurs|admin|admins|devs|développeurs|livreur|livreurs|"
    "vendeuse|vendeur|caissière|technicien|conseiller|conseillère|support|contrôleur|"
    "chauffeur|employés|patron|gars|mec|guichetier|guichetière"
)
_UK = (
    "ідіот|ідіоти|ідіотка|ідіотів|дебіл|дебіли|дебілка|дебілів|мудак|мудаки|виродок|виродки|"
    "виродків|дурень|дурні|дурна|дура|дурепа|козел|козли|тварюка|тварюки|тварюко|мразота|"
    "мразь|скотина|скоти|свиня|свині|вівця|корова|мавпа|мавпи|покидьок|покидьки|гнида|гниди|"
    "сволота|сволоти|придурок|придурки|кретин|кретини|імбецил*|даун|дауни|дегенерат*|лох|"
    "лохи|нікчема|нікчеми|невдаха|довбойоб*|довбень|йолоп|йолопи|бовдур|бовдури|підар*|"
    "підор*|гандон*|сука|суки|шльондра|хвойда|курва|злодії|злодюги|шахраї|бидло|тупиця|тупий|"
    "тупа|тупі|недоумок|недоумки|криворук*|рукожоп*|щур|щури|падлюка|падлюки|паскуда|паскуди|"
    "чмо|нездара|нездари"
)
_UK_VERY = (
    "всі|усі|просто|такий|такі|така|зовсім|який|які|яка|повні|повний|реально|ж|же|і|й|одні|"
    "справжній|справжні|дуже|взагалі|там|тут|якийсь|ще|ну|тупий|тупі|тупа"
)
_UK_STAFF = (
    "модер|модери|модератор*|адмін|адміни|розробник*|оператор|оператори|операторка|кур'єр|"
    "кур'єри|він|вона|вони|ваші|ця|цей|ці|менеджер|менеджери|менеджерка|"
    "касирка"
)

RULE = PhraseRule(
    name="insult_person",
    label=Label.ABUSE,
    groups=(
        Group(
            6.2,
            en=(
                (
                    f"you|u|youre|ur|yall are|re|r|is|were|such|an|a ~1 {_EN_VERY}? {_EN_VERY}? {_EN_VERY}? "
                    f"{_EN}"
                ),
                f"youre|ur {_EN_VERY}? {_EN_VERY}? {_EN_VERY}? {_EN}",
                f"you|u|yall {_EN_VERY}? {_EN_VERY}? {_EN}",
                (
                    f"your|these|the|those|this|our|fucking ~1 {_EN_STAFF} ~1 are|is|r|s|must|seem|seems ~1 "
                    f"{_EN_VERY}? {_EN_VERY}? {_EN_VERY}? {_EN}"
                ),
                f"‹mention› you|is|are|ur|youre {_EN_VERY}? {_EN_VERY}? {_EN}",
                "!the|wherever|wtf fuck you|u|yourself|urself|ya !think|are|doing|guys",
                "fuck off you|$",
                "you|u|youre are|re? a|an|such|fucking ~1 ‹censored›",
                "go fuck yourself|urself",
                "suck my dick|cock|balls",
                "shut up|the ~2 you|u|idiot|bitch|moron|up|fat|stupid",
                "stfu",
                "what an ~2 idiot|moron|asshole|imbecile !i|am|im",
                "what a|an ~1 clown|moron|asshole|loser|bitch|fool !i|am",
                "nobody|noone|one likes you|u",
                "brains of a|an",
                "piece of shit|trash|garbage you|u|person|human",
                "kys",
                "eat shit",
                "dumb as a|bricks|rocks",
                (
                    f"fucking|stupid|dumb|fat|lying|ugly {_EN_VERY}? idiot|idiots|moron|morons|bitch|bitches|"
                    "cunt"
                    "cunts|pig|pigs|cow|bastard|bastards|asshole|assholes|scum|retard|retards|monkeys"
                ),
                "people like you",
                (
                    "whoever|whomever ~5 is|must|are|was ~3 idiot|moron|braindead|retard|retarded|monkey|"
                    "clown|imbecile"
                ),
                (
                    "that|this|your|the|some idiot|moron|imbecile|retarded|braindead|stupid|dumb ~1 "
                    "technician|"
                    "driver|agent|guy|mod|dev|woman|admin|courier|of|who"
                ),
                "worthless|disgusting|pathetic piece of|freak|human|loser|losers|creature|excuse",
                "you|u ~3 disgusting|ugly|fat|worthless|stupid freak|cow|pig|bitch|loser|idiot|piece",
                "a ~1 bunch|pack|gang of ~1 idiots|retards|morons|monkeys|clowns|thieves|liars|pigs",
                "stupid|dumb|retarded|pathetic ~1 losers|idiots|cunts|fucks|people",
                "thieving|lying|cheating scum|bastards|pigs|crooks|cunts|fucks",
                (
                    "women|men|girls|boys|jews|muslims|gays|blacks ~1 are ~2 stupid|dumb|inferior|weak|"
                    "idiots|trash"
                ),
                "back to the kitchen",
                "you ~1 lying|thieving|filthy",
                "^ idiots|morons|retards|scumbags|assholes|scum|losers|clowns $",
                (
                    "you people|guys|lot ~1 are ~2 disgusting|pathetic|thieves|liars|scum|idiots|clowns|"
                    "morons|"
                    "animals|crooks|criminals|parasites"
                ),
                (
                    "mods|admins|devs|moderators|staff ~1 are ~1 nazis|idiots|fascists|clowns|morons|retards|"
                    "trash|scum|pigs|dogs|cunts"
                ),
                (
                    "mod|admin|dev|moderator|guy|agent|rep ~1 is ~2 piece of|shit|trash|idiot|moron|clown|"
                    "retard|"
                    "retarded|scum|pathetic|nazi"
                ),
                "youre|you are useless|hopeless|incompetent quit|resign|loser|idiot",
                "you people make me sick",
            ),
            ro=(
                f"ești|sunteți|sînteți {_RO_FEL}? {_RO_FEL}? {_RO_FEL}? {_RO}",
                f"{_RO_STAFF} ~2 e|este|sunt|îs|s {_RO_FEL}? {_RO_FEL}? {_RO_FEL}? {_RO}",
                f"ce {_RO} ești|sunteți|sînteți",
                f"{_RO} ești|sunteți",
                (
                    "prostule|proasto|idiotule|idioților|tâmpitule|tâmpiților|"
                    "cretinule|cretinilor|boule|nesimțitule|nesimțiților|handicapatule|"
                    "retardatule|ratatule|jegosule|labarule|porcilor|porcule|hoților|escrocilor|"
                    "dobitocule|dobitocilor|nenorocitule|nenorociților|animalelor|mincinosilor|"
                    "mincinoșilor|proștilor|muistule|fraierilor|fraierule|jegosilor|imbecilule|"
                    "imbecililor|incompetenților|retardaților|jigodiilor|javrelor"
                ),
                "vacă|curvă|scroafa proastă|grasă|ordinara|împuțită",
                (
                    "proasta|proasto|prostul|idiotul|idioata|boul|tâmpita|nesimțita|cretinul "
                    "de la|care|ăla|aia|asta"
                ),
                "muie|muja",
                "să-mi|imi suge|sugi|sugeți pula",
                "du-te|duceți-vă|duteti|dutenpula ~2 pulă|pizda|mă-tii|dracu",
                "morții mă-tii|tăi|voștri",
                "taci|tăceți ~2 gura|dracu|dracului|proast*|prost*|naibii",
                "nu te place|suportă|iubește nimeni",
                (
                    "niște ~1 nesimțiți|hoți|porci|idioți|jegoși|tâmpiți|"
                    "tampiti|escroci|incompetenți|proști|animale|retardați|boi|"
                    "labari|maimuțe|nenorociți|gunoaie|golani"
                ),
                "bă|băi prostule|idiotule|boule|handicapatule|tampitule|pulă|prostilor",
                "futu-ți|futui|fut-o|fututen ~1 mă-ta|morții|neamul",
                (
                    "retarzi|retarzii|retarzilor|incapabili|incapabilii|incapabililor|ratații|cretinii|"
                    "tâmpiții|"
                    "tampitii"
                ),
                "ești ~2 gunoi|nimic|jeg|zdreanță ~1 de? om|$",
                "gunoi|jeg|zdreanță de om",
                ("grasă|urâtă|proastă|urâto|grăsano urâtă|proastă|împuțită|ce|ieși"),
                (
                    "femeile|femei|fetele|muierile ~1 sunt|s ~1 prea|toate|niște? ~1 proaste|tâmpite|"
                    "tampite|slabe|curve"
                ),
                "marș de|javra|dracului|afară",
                "ciocu|ciocul mic ~2",
                "javră|jigodie|jigodia|scârbă|lepădătură $",
                (
                    "meșterul|tehnicianul|operatorul|angajatul|vânzătorul|șoferul|agentul ~1 "
                    "vostru|ăla ~1 e|este|i ~2 idiot|bou|prost|dobitoc|cretin|tâmpit|imbecil|nesimțit|"
                    "nesimtit|ratat"
                ),
                ("porcii|porcilor|hoții|nesimțiții|escrocii|bandiții dracului|dracu|naibii|ăștia"),
                "du-te|duceți-vă ~1 dracului|dracu|naibii ~1",
                "sugi|sugeți|suge-o pulă",
                (
                    "handicapaților|handicapati|handicapații|analfabeților|curvelor|"
                    "curvo|fraieri|fraierilor|sclavilor|animalule|viermilor|târfelor"
                ),
                "gunoaielor|fraiere|bandiților|dobitocii|nenorociților|javrelor|handicapații",
                "admin|mod|moderator handicapat|prost|idiot|retardat|cretin|bou",
                "operatoarea|doamna|tipa|fata|vânzătoarea aia|asta|ăsta ~1 proast*|tâmpit*|nesimțit*|idioat*",
                "proastă|prost|proasta ca noaptea|dracu|bocancii",
                (
                    "curierul|operatorul|șoferul|meșterul|agentul ~1 e|este|i ~1 un ~1 nesimțit|bou|idiot|"
                    "prost|"
                    "hoț|mincinos|dobitoc"
                ),
                "du-te ~1 ma dracului",
            ),
            ru=(
                f"ты|вы|вас|тебя {_RU_OCH}? {_RU_OCH}? {_RU_OCH}? {_RU}",
                f"{_RU} ты|вы",
                f"{_RU_STAFF} ~1 {_RU_OCH}? {_RU_OCH}? {_RU_OCH}? {_RU}",
                "пошел|пошла|пошли|иди|идите ты|вы|на|в ~1 нах*|хуй|жопу|хер",
                "пошел|пошла|пошли|иди|идите нахуй|нахер|нах",
                (
                    "заткнись|заткнитесь|завали|закрой ~2 ебало|рот|пасть|хлебало|жирн*|урод*|тупо*|дебил*|"
                    "дур*|"
                    "иди*|мраз*|козел|овца"
                ),
                "тебя|вас никто не любит",
                (
                    "идиоты|дебилы|уроды|твари|мрази|козлы|ублюдки|воры|ворье|жулики|сволочи|гниды|скоты|"
                    "рукожопы|криворукие|долбоебы|тупицы|придурки|имбецилы|дегенераты|недоумки|суки|мудаки $"
                ),
                "^ идиоты|дебилы|уроды|твари|мрази|козлы|ублюдки|сволочи|гниды|придурки|мудаки|долбоебы",
                "отсоси|соси хуй|мне|у",
                "умственно отсталые|отсталый|отсталая",
                (
                    "безмозглые|тупые|ленивые|тупорылые обезьяны|бараны|овцы|идиоты|уроды|твари|свиньи|"
                    "дебилы|курицы"
                ),
                "овца|корова|курица|свинья|дура тупая|безмозглая|жирная|на",
                "тупая|безмозглая|жирная овца|корова|курица|свинья|дура|тварь|сука|скотина",
                "ебись|ебитесь|ебанутый|ебанутые|ебанутая ты|вы|все",
                "твою мать ты|вы",
                "кусок мусора|дерьма|говна ~1 а не|ты",
                "ты|вы ~1 просто кусок|ничтож*|мусор|мразь",
                "бабы|женщины|девки|телки ~1 слишком|все|просто|такие? ~1 тупые|глупые|дуры",
                "бараны|ворюги|жулье|свиньи|ублюдки|козлы|уроды|мошенники|упыри|клоуны $",
                "вы бараны|свиньи|ворюги|клоуны|упыри|жулики",
                (
                    "безрукий|безмозглый|криворукий|тупой|конченый|полный|жалкий ~1 идиот|дебил|урод|"
                    "неудачник|"
                    "баран|мудак|кретин"
                ),
                "дебил|идиот|кретин|баран|мудак ~1 какой-то|безрукий|криворукий|безмозглый",
                (
                    "мастер|курьер|водитель|техник|сотрудник|менеджер|специалист ~2 идиот|дебил|кретин|мудак|"
                    "урод|козел|баран|криворукий"
                ),
                "жалкие|жалкий|тупые|тупой неудачники|неудачник|людишки|уроды|твари",
                "закрой|закройте ~1 рот|пасть|ебало|хлебало",
                "чмо|чмошник|чмошники|терпила|быдлан",
                (
                    "^ суки|твари|сволочи|уроды|мрази|гады|козлы|ворье верните|отдайте|почините|сделайте|вы|"
                    "где|"
                    "когда|хватит"
                ),
                "заткнись|заткнитесь|завали",
                (
                    "хамло|хамы|быдло|ворюга|бандиты|кретины|жулики|скоты|лошара|ничтожества|обезьяны ~1 вы|"
                    "$|"
                    "вонючие|чертовы"
                ),
                "вы ~2 стадо|сборище|кучка|банда|шайка ~1 баранов|идиотов|жуликов|дебилов|козлов|воров",
                "ты|вы ~2 никчемн*|убог*|жалк*|мерзк*|отврат*|ничтож*",
                "ты ~1 самый|самая|просто ~1 тупой|тупая|даун|дно|днище|дебил|глупый",
                "стыдно|позор ~3 ничтожества|уроды|скоты|твари|воры",
                "вали|валите|катись ~1 отсюда|на|нахер ~1 лох|лошара|урод|козел|чмо",
                "админ|модер|разраб|менеджер ~1 отсталый|тупой|дебил|баран|дно|лох|хамло|тупое",
                "дура|дебил|идиот|дурак|придурок ~1 набитая|набитый|на|из|с|ты",
                (
                    "эта|этот|ваша|ваш|эти ~1 дура|придурок|дебил|идиот|урод|уроды|кретин|овца|хамло ~1 на|"
                    "из|с|"
                    "в|разбил*|сломал*|залил*"
                ),
                (
                    "ваши|ваш|ваша|эти ~1 криворукие|тупые|безмозглые|наглые ~1 уроды|идиоты|дебилы|кретины|"
                    "мастера|рукожопы"
                ),
                (
                    "менеджер|курьер|оператор|кассир|мастер|водитель ~1 ваш|ваша|у-вас|ваши ~1 тупое|хамло|"
                    "урод|"
                    "дебил|козел|и"
                ),
                "курьер|мастер|оператор|менеджер хамло|урод|козел|дебил|мудак",
                "уродина|мерзавец|мерзавка|паскуда|гадина|гниль|тварина",
                "слышь ~1 мразь|урод|ты|козел",
                "понаехавш*",
            ),
            es=(
                f"eres|sos|sois|son|es-usted|fuiste ~1 {_ES_VERY}? {_ES_VERY}? {_ES_VERY}? {_ES}",
                f"{_ES_STAFF} ~1 es|son|parece|parecen ~1 {_ES_VERY}? {_ES_VERY}? {_ES_VERY}? {_ES}",
                f"banda|panda|manga|bola|partida|pandilla|atajo|hatajo de ~1 {_ES}|inútiles",
                "hijo|hijos|hija|hijas de ~1 puta|perra|putas|mil",
                "hijueputas|hijoputas|hdps|malparido|malparidos|malparida",
                (
                    "es|son un|una|unos|unas|puros|mero ~2 imbécil|idiota|subnormal|retrasado|retrasada|"
                    "sinvergüenza|sinvergüenzas|analfabeto|analfabeta|gilipollas|estafador|ratero|ladrón|"
                    "patán|payaso|parásitos|escoria|imbéciles|idiotas|cretino|pendejo|puto|muerto-de-hambre"
                ),
                (
                    "payaso|payasos|subnormal|subnormales|imbécil|idiota|gordo|gorda ~1 de ~1 mierda|"
                    "asqueroso|asquerosa"
                ),
                "no vales|valen|vale|sirves|sirven ~1 para|ni ~1 nada|barrer",
                (
                    "vete|váyanse|idos|andate|ándate|anda|váyase a ~1 la|tomar ~1 mierda|verga|chingada|culo|"
                    "concha|carajo|por"
                ),
                "que ~1 te|os|les ~1 den|jodan|follen|folle|den-por",
                "chinga|chinguen|chingas|chingá|chingate ~1 tu|su|a ~1 madre|puta",
                "concha ~1 de? ~1 tu|su ~1 madre|hermana",
                "conchetumadre|conchatumadre|ctm|reconchatumadre|qliao|culiao|culiaos",
                "me-cago|cago en ~1 tu|vuestra|tus|su|vuestros ~1 madre|puta|muertos|familia|padre",
                "cállate|callate|cállense ~2 idiota|imbécil|puta|boca|estúpid*|gorda|payaso|hocico",
                "pedazo|trozo de ~1 mierda|imbécil|idiota|basura ~1",
                (
                    "^ idiotas|imbéciles|ladrones|inútiles|payasos|cabrones|hijosdeputa|gilipollas|pendejos "
                    "$|devuelv*|arreglen"
                ),
                f"par|montón|grupo de ~1 {_ES}",
                "qué idiota|imbécil|inútil|gilipollas ~1 eres|sois|son|sos",
                "cara de ~1 culo|verga|mierda|pija|picha",
                "chupa|chupame|chúpame|chupala|mamame ~2 polla|verga|pija",
            ),
            de=(
                f"du|ihr|sie|dus bist|seid|sind|warst|biste ~1 {_DE_VERY}? {_DE_VERY}? {_DE_VERY}? {_DE}",
                f"du|ihr {_DE_VERY}? {_DE_VERY}? {_DE}",
                (
                    "du|ihr ~1 dumme|dummer|dummes|blöde|blöder|fette|fetter|hässliche|hässlicher|kleiner|"
                    "kleine|verfickter|verdammter|elender|elende|dreckige|dreckiger|mieser|miese|verdammte|"
                    f"verfickte|lächerliche ~1 {_DE}|sau|kuh|hund|hunde|schwein|fresse"
                ),
                f"{_DE_STAFF} ~1 ist|sind|war ~1 {_DE_VERY}? {_DE_VERY}? {_DE_VERY}? {_DE}",
                (
                    f"dieser|diese|dieses|euer|eure|eurer|der|die|ihr|dem|den {_DE_STAFF} ~1 dieser|diese|"
                    f"dieses ~1 {_DE}"
                ),
                (
                    "hurensohn|hurensöhne|missgeburt|hurensohnes|fotze|wichser|arschlöcher|drecksau|"
                    "drecksack|schwuchtel|hurentochter"
                ),
                "halt|haltet ~2 fresse|maul|klappe|schnauze",
                "fick|fickt dich|euch|deine ~1",
                (
                    "pisser|pissern|wichsern|schlampe|abschaum|untermenschen|dreckspack|drecksvolk|"
                    "charakterloses|schmierlappen"
                ),
                (
                    "ist|sind|seid ~1 ein|eine|einfach|alles|doch|nur|lauter|so|faule|verlogene|dumme ~2 "
                    "vollidiot|vollidioten|idiot|idioten|trottel|penner|arschloch|arschlöcher|lügner|"
                    "verbrecher|betrüger|affen|ungeziefer|versager|abschaum|pack|depp|deppen|schmierlappen|"
                    "nichtsnutz"
                ),
                (
                    "im|am|an|beim ~3 sitzen|sitzt|arbeiten ~2 nur|lauter ~1 affen|idioten|trottel|deppen|"
                    "clowns|penner"
                ),
                (
                    "so jemand|einer|solche|leute ~1 wie du|ihr|dich|euch ~1 gehör*|dürf*|sollte*|braucht|"
                    "gehören"
                ),
                "dich|euch ~2 vermisst|mag|braucht|leiden ~2 keiner|niemand|keine-sau|sau",
                "geh|geht sterben",
                (
                    "dieser|diese|dein|euer|eure|so ~1 fette|fetter|dumme|dummer|verlogene|verlogener|"
                    "arrogante|arroganter ~1 penner|sau|kuh|schlampe|tussi|pisser|fahrer|sack|ziege|typ"
                ),
                "verpiss|verpisst dich|euch",
                "leck|leckt mich ~1 am",
                "deine mutter|mudda|mutta ~2 hure|schlampe|ist|fick*|$",
                f"haufen|bande|verein|rudel|pack von? ~1 {_DE}|inkompetenter|unfähiger|unfähigen",
                (
                    "unfähige|unfähiges|unfähiger|inkompetente|dumme|dreckige|elende|verlogene|lausige ~1 "
                    "pack|bande|idioten|schweine|vollidioten|affen|säcke|saubande|trottel|penner|deppen|"
                    "betrüger"
                ),
                "^ idioten|vollidioten|arschlöcher|penner|abzocker|wichser|versager|trottel|saftladen-ihr $",
                "stück ~1 scheiße|dreck du|ihr|bist|$",
                "dich|euch ~1 hat|haben ~3 gehirn|verstand|kopf|geschissen",
                "zu dumm|blöd ~2 für|um|zum|zu ~4 du|ihr|seid|bist",
            ),
            fr=(
                (
                    f"tu|vous|t|t'es|tes|es|êtes ~1 es|êtes|n'es|n'êtes ~1 {_FR_VERY}? {_FR_VERY}? "
                    f"{_FR_VERY}? {_FR}"
                ),
                f"t'es|tes|vous-êtes {_FR_VERY}? {_FR_VERY}? {_FR_VERY}? {_FR}",
                f"{_FR_STAFF} ~1 est|sont|c'est ~1 {_FR_VERY}? {_FR_VERY}? {_FR_VERY}? {_FR}",
                (
                    "bande|tas|ramassis|espèce|espèces|paquet|équipe|brochette ~1 de ~1 gros|sales|petits? "
                    f"{_FR}|brêles|branques"
                ),
                (
                    "bande|tas|ramassis|espèce|espèces d'abrutis|d'incapables|d'enculés|d'escrocs|d'idiots|"
                    "d'imbéciles|d'ordures|d'abruti|d'enculé|d'idiot|d'imbécile|d'ordure|d'attardés|d'attardé"
                ),
                "fils|fille ~1 de ~1 pute|putes|chien|chienne",
                "fdp|ntm|tg|enculé|enculés|connard|connards|connasse|salope|salopes|ptdc|filsdepute",
                "ta|ferme|fermez ~1 gueule|ta-gueule|vos-gueules",
                "ta gueule",
                "personne ~1 t'aime|vous-aime|te-supporte",
                "vieux|gros|petit|vrai|espèce ~1 salopard|salaud|taré|connard|enculé|abruti|larbin|gamin",
                (
                    "gens|clients|vendeurs|modos|employés|eux ~4 vermine|ordures|parasites|moutons|"
                    "gamins-de-merde"
                ),
                "batard|bâtard|bâtards|fils d'arabe|de-juif",
                "va|allez ~1 te|vous|t ~1 faire ~1 foutre|enculer|mettre",
                "nique|niquez|niquer|baise ~1 ta|vos|tes|ta-race|leur ~1 mère|race|morts|grand-mère",
                "sale ~1 con|conne|pute|chien|race|merde|grosse|rat|porc|type|merdeux|gros",
                "pauvre ~1 con|conne|type|cons|tache|merde|abruti|cloche|débile|fille",
                "gros|grosse|petit ~1 con|connard|connasse|vache|truie|merdeux|porc|merde|batard|bâtard",
                "tête de ~1 bite|con|noeud|nœud|cul|mort",
                "trou du? cul|trouduc",
                "suce|sucez|lèche ~1 ma|mon|mes ~1 bite|queue|couilles|cul",
                f"quel|quelle|quels ~1 {_FR} ~1 ce|cette|tu|vous|ces|$",
                "^ voleurs|escrocs|incapables|abrutis|connards|enculés|bouffons|guignols|charlots $",
            ),
            uk=(
                f"ти|ви|вас|тебе {_UK_VERY}? {_UK_VERY}? {_UK_VERY}? {_UK}",
                f"{_UK} ти|ви",
                f"{_UK_STAFF} ~1 {_UK_VERY}? {_UK_VERY}? {_UK_VERY}? {_UK}",
                "пішов|пішла|пішли|іди|йди|ідіть|йдіть ти|ви|на|в|у ~1 хуй|хер|дупу|сраку|жопу",
                "пішов|пішла|пішли|іди|йди|ідіть нахуй|нахер|нах",
                (
                    "заткнися|заткнись|заткніться|стули|стуліть|закрий|закрийте ~2 пельку|писок|рот|пащу|"
                    "ідіот*|дебіл*|дур*|сук*|їбало"
                ),
                "заткнися|заткніться|стули ~1",
                (
                    "ідіоти|дебіли|виродки|тварюки|мразоти|козли|покидьки|злодії|шахраї|сволота|гниди|скоти|"
                    "рукожопи|тупиці|придурки|імбецили|дегенерати|недоумки|суки|мудаки|падлюки|паскуди|"
                    "нездари|нікчеми $"
                ),
                (
                    "безмозкі|тупі|ліниві|безмозглі|нікчемні мавпи|барани|вівці|ідіоти|виродки|тварюки|свині|"
                    "дебіли|курки"
                ),
                "тупа|безмозка|жирна|дурна вівця|корова|курка|свиня|дура|тварюка|сука|скотина|коза",
                "шматок|купа лайна|гівна|сміття ~1",
                (
                    "зграя|купка|банда|стадо|збіговисько баранів|ідіотів|шахраїв|дебілів|козлів|злодіїв|"
                    "нездар|мудаків"
                ),
                "брехун|нікчема|недоумок|нікчеми ~1 і|й|та|$ ~1 брехун|нікчема|покидьок|$",
                (
                    "суко|тварюко|мразото|гнидо|падлюко|дебіле|ідіоте|козле|виродку|мудаче|придурку|свиното|"
                    "підаре|курво"
                ),
            ),
        ),
        Group(
            3.4,
            en=(
                (
                    f"he|she|they|hes|shes|theyre ~1 {_EN_VERY}? {_EN_VERY}? idiot|idiots|moron|morons|retard*"
                    "stupid|dumb|asshole*|scum|bitch|cunt|braindead|bastard*|pathetic|liar*|thieves|"
                    "parasite*|"
                    "clown|clowns"
                ),
                "incompetent idiots|fools|clowns|monkeys",
                "lying scum*|bastards|thieves|crooks|pigs",
                (
                    "your|the|our ~1 devs|mods|staff|team|developers|admins|engineers|support are|is ~2 "
                    "incompetent|lazy|clueless|useless|clowns|greedy"
                ),
                "go touch grass",
                "get a life",
                "no one|nobody asked you|u",
                "moron|morons|retard|retards|cunt|dickhead|dumbass",
            ),
            ro=(
                (
                    f"e|este|sunt ~1 {_RO_FEL}? idiot*|tâmpit*|cretin*|retardat*|handicapat*|nesimțit"
                    "nesimtit|nesimțiți|imbecil*"
                ),
                "incompetenți|incompetent",
                "rușine escroc*|hoț*",
                "te-a|te întrebat cineva",
            ),
            ru=(
                "она|он|они ~1 идиот*|дебил*|тупой|тупая|тупые|мудак*|урод*|козел|козлы|тварь|твари|дура",
                "некомпетентн* идиот*|бараны",
                "руки из жопы|одного",
                "тебя|вас спрашивали|спрашивал",
                "дебил|дебилы|мудак|мудаки|долбоеб*|ублюдки|мразь|мрази|урод|уроды",
                "лохи|лох",
            ),
        ),
    ),
)
