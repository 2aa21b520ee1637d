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

RULE = PhraseRule(
    name="insult_person",
    label=Label.ABUSE,
    groups=(
        Group(
            6.2,
            en=(
                f"you|u|youre|ur|yall are|re|r|is|were|such|an|a ~1 {_EN_VERY}? {_EN_VERY}? {_EN_VERY}? {_EN}",
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
                    f"fucking|stupid|dumb|fat|lying|ugly {_EN_VERY}? idiot|idiots|moron|morons|bitch|bitches|cunt"
                    "cunts|pig|pigs|cow|bastard|bastards|asshole|assholes|scum|retard|retards|monkeys"
                ),
                "people like you",
                "whoever|whomever ~5 is|must|are|was ~3 idiot|moron|braindead|retard|retarded|monkey|clown|imbecile",
                (
                    "that|this|your|the|some idiot|moron|imbecile|retarded|braindead|stupid|dumb ~1 technician|"
                    "driver|agent|guy|mod|dev|woman|admin|courier|of|who"
                ),
                "worthless|disgusting|pathetic piece of|freak|human|loser|losers|creature|excuse",
                "you|u ~3 disgusting|ugly|fat|worthless|stupid freak|cow|pig|bitch|loser|idiot|piece",
                "a ~1 bunch|pack|gang of ~1 idiots|retards|morons|monkeys|clowns|thieves|liars|pigs",
                "stupid|dumb|retarded|pathetic ~1 losers|idiots|cunts|fucks|people",
                "thieving|lying|cheating scum|bastards|pigs|crooks|cunts|fucks",
                "women|men|girls|boys|jews|muslims|gays|blacks ~1 are ~2 stupid|dumb|inferior|weak|idiots|trash",
                "back to the kitchen",
                "you ~1 lying|thieving|filthy",
                "^ idiots|morons|retards|scumbags|assholes|scum|losers|clowns $",
                (
                    "you people|guys|lot ~1 are ~2 disgusting|pathetic|thieves|liars|scum|idiots|clowns|morons|"
                    "animals|crooks|criminals|parasites"
                ),
                (
                    "mods|admins|devs|moderators|staff ~1 are ~1 nazis|idiots|fascists|clowns|morons|retards|"
                    "trash|scum|pigs|dogs|cunts"
                ),
                (
                    "mod|admin|dev|moderator|guy|agent|rep ~1 is ~2 piece of|shit|trash|idiot|moron|clown|retard|"
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
                    "retarzi|retarzii|retarzilor|incapabili|incapabilii|incapabililor|ratații|cretinii|tâmpiții|"
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
                    "curierul|operatorul|șoferul|meșterul|agentul ~1 e|este|i ~1 un ~1 nesimțit|bou|idiot|prost|"
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
                    "заткнись|заткнитесь|завали|закрой ~2 ебало|рот|пасть|хлебало|жирн*|урод*|тупо*|дебил*|дур*|"
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
                "безмозглые|тупые|ленивые|тупорылые обезьяны|бараны|овцы|идиоты|уроды|твари|свиньи|дебилы|курицы",
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
                    "безрукий|безмозглый|криворукий|тупой|конченый|полный|жалкий ~1 идиот|дебил|урод|неудачник|"
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
                    "^ суки|твари|сволочи|уроды|мрази|гады|козлы|ворье верните|отдайте|почините|сделайте|вы|где|"
                    "когда|хватит"
                ),
                "заткнись|заткнитесь|завали",
                (
                    "хамло|хамы|быдло|ворюга|бандиты|кретины|жулики|скоты|лошара|ничтожества|обезьяны ~1 вы|$|"
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
                    "эта|этот|ваша|ваш|эти ~1 дура|придурок|дебил|идиот|урод|уроды|кретин|овца|хамло ~1 на|из|с|"
                    "в|разбил*|сломал*|залил*"
                ),
                (
                    "ваши|ваш|ваша|эти ~1 криворукие|тупые|безмозглые|наглые ~1 уроды|идиоты|дебилы|кретины|"
                    "мастера|рукожопы"
                ),
                (
                    "менеджер|курьер|оператор|кассир|мастер|водитель ~1 ваш|ваша|у-вас|ваши ~1 тупое|хамло|урод|"
                    "дебил|козел|и"
                ),
                "курьер|мастер|оператор|менеджер хамло|урод|козел|дебил|мудак",
                "уродина|мерзавец|мерзавка|паскуда|гадина|гниль|тварина",
                "слышь ~1 мразь|урод|ты|козел",
                "понаехавш*",
            ),
        ),
        Group(
            3.4,
            en=(
                (
                    f"he|she|they|hes|shes|theyre ~1 {_EN_VERY}? {_EN_VERY}? idiot|idiots|moron|morons|retard*"
                    "stupid|dumb|asshole*|scum|bitch|cunt|braindead|bastard*|pathetic|liar*|thieves|parasite*|"
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
