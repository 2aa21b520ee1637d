"""The writer or somebody named may be under age, or a child may be in danger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.detection.model import Reason, Safety, Severity
from bot.detection.phrases import Key
from bot.detection.rules.base import Group, Message, PhraseRule, excerpt, together

OF_AGE = 18
YOUNGEST = 5


def _list(phrases: Group, harmless: Group | None = None) -> PhraseRule:
    return PhraseRule(name="minor", label=None, groups=(phrases,), harmless=harmless, everywhere=True)


_AGES = _list(
    Group(
        0.0,
        en=(
            "im|hes|shes|is|turned only|just? # years|yo|yrs|y|and|so|btw|but|$",
            "i|he|she am|is|was only|just? # years|yo|yrs|y|and|so|btw|but|$",
            "# year|yr|years|yrs|yearold|yearolds|yo old|boy|girl|kid",
            "# yearold|yearolds|yo",
            "im|am # and|a|he|she|but",
        ),
        ro=(
            "am|are|avea doar|numai? # ani|anișori",
            "de # ani ~1 fetiță|copil*|băiat|fiul|fiica|fata",
        ),
        ru=("мне|ей|ему только|всего? # лет|год|года|$", "# летн* девочк*|мальчик*|ребен*|сын*|доч*"),
        es=("tengo|cumplí solo|apenas? # años|añitos|y|$", "niña|niño|menor de # años"),
        de=(
            "ich bin erst? # und|jahre|$",
            "bin # jahre|und",
            "# jährige|jähriger|jährigen|jähriges",
            "bin|ist erst|gerade # jahre|und|$",
        ),
        fr=("j'ai|ai que? # ans !de|d'expérience|d'ancienneté",),
        uk=(
            "мені|їй|йому тільки|лише|всього? # років|рік|роки|рочків|$",
            "# річн* дівчин*|хлопч*|дитин*|син*|доньк*",
        ),
    ),
    Group(
        0.0,
        en=(
            "# and a half|quarter|bit",
            (
                "# years|yrs|year ~1 ago|experience|warranty|late|customer|later|contract|client|member|"
                "subscriber"
            ),
            "im|is|hes|shes|am # years ~1 in|into|late|with",
            (
                "car|laptop|phone|dog|cat|account|fridge|tv|console|house|company|server|pc|washer|"
                "machine|boiler is # years|yrs"
            ),
            (
                "# year old car|laptop|phone|dog|cat|account|fridge|tv|console|house|pc|bug|game|"
                "computer|mac|iphone|whisky|server"
            ),
        ),
        ro=(
            "am|are # ani ~1 de|vechime|experiență|garanție|contract|în",
            "mașina|laptopul|telefonul|câinele|contul|frigiderul ~1 are # ani",
        ),
        ru=("# лет|года ~1 назад|опыта|стажа|гарантии|пользуюсь|подряд",),
        es=(
            "tengo # años ~1 siendo|como|de|con|usando",
            "el|la coche|carro|portátil|perro|gato|cuenta|móvil tiene # años",
        ),
        fr=("ai|a # ans ~1 de|d'expérience|d'ancienneté|que|plus",),
        de=("ist # jahre ~1 her|alt !mädchen", "ist am|# uhr"),
        uk=("# років|роки ~1 тому|досвіду|гарантії|поспіль",),
    ),
)

_CHILD_AGES = _list(
    Group(
        0.0,
        en=(
            (
                "son|daughter|brother|sister|kid|child|niece|nephew|cousin|girl|boy|student|grandson|"
                "granddaughter|who|she|he|im|am|little|shes|hes ~1 is|only|just|aged|turned|age? #"
            ),
            "aged|age #",
        ),
        ro=(
            (
                "fiica|fiul|fiică-mea|fiu-meu|nepot*|nepoata|fata|fetița|băiatul|copilul|sora|soră-mea|"
                "frate-miu|puști*|elev*|el|ea|care|mea|meu ~2 de|are|doar|numai? #"
            ),
            "# ani",
        ),
        ru=(
            (
                "дочке|дочка|дочери|сыну|сын|брату|сестре|ребенку|внук*|внучк*|племянниц*|племянник*|мне|"
                "ей|ему|мальчик*|девочк* ~1 всего|только? #"
            ),
            "# лет",
        ),
        es=(
            (
                "hija|hijo|hermana|hermano|sobrina|sobrino|niña|niño|nieta|nieto|menor|tengo|tiene|prima|"
                "primo ~2 de|solo|apenas? #"
            ),
            "# años",
        ),
        de=(
            (
                "tochter|sohn|bruder|schwester|kind|nichte|neffe|mädchen|junge|bin|ist|enkel*|schüler* "
                "~1 ist|erst|gerade? #"
            ),
            "# jahre|jährige|jähriger|jährigen",
        ),
        fr=(
            (
                "fille|fils|soeur|sœur|frère|nièce|neveu|enfant|petite|petit|gamin|gamine|cousine|cousin|"
                "ai|j'ai|a ~2 de|que|qui-a? #"
            ),
            "# ans",
        ),
        uk=(
            (
                "доньці|донька|доньки|сину|син|брату|сестрі|дитині|онук*|племінниц*|племінник*|мені|їй|"
                "йому|хлопчик*|дівчинк*|дівчинці ~1 лише|тільки|всього? #"
            ),
            "# років|рочків",
        ),
    )
)

_CHILD = _list(
    Group(
        0.0,
        en=(
            (
                "my|his|her|our|little|the ~1 little? daughter|son|niece|nephew|grandson|granddaughter|"
                "stepdaughter|stepson"
            ),
            "little|young|small|underage|other girl|girls|boy|boys|kid|kids|child|children|brother|sister",
            "my ~1 kid|child|kids|children",
            "im|am ~2 in ~2 grade|school",
            "mum|mom|mummy|mommy|stepdad|stepfather ~1",
        ),
        ro=(
            (
                "fiica|fiică-mea|fica|fiul|fiu-meu|fetița|fetiței|fetitei|fetita|copilul|copilului|"
                "nepotului|nepotul|nepoata|nepoatei|băiețelul|băiatul|băiatului|fata|puștiul|pustiul|"
                "fiicei|fetiței|fiului|copiilor ~1"
            ),
            "tata|tatăl|mama|tatal ~1 mă|ne|mea|meu ~1 bate|lovește|atinge",
            "tatăl|tata vitreg",
            "alor mei ~1",
        ),
        ru=(
            (
                "дочке|дочка|дочки|дочери|дочь|дочку|сыну|сына|сын|ребенку|ребенка|ребенок|внучк*|внук*|"
                "племянниц*|племянник* ~1"
            ),
            "отчим|мачеха|маме|мамке|родителям|родители ~1",
            "девочк*|мальчик*|детск*|школьни* ~1",
        ),
        es=(
            "mi|su|nuestra ~1 hija|hijo|hermanita|hermanito|sobrina|sobrino|niña|niño|nieta|nieto",
            "niña|niño|niños|niñas|chiquita|menor ~1",
            "padrastro|madrastra ~1",
        ),
        de=(
            "meine|meiner|mein|meinem|unsere ~1 tochter|sohn|nichte|neffe|enkelin|enkel|kind",
            "mädchen|kind|kinder|stiefvater|schülerin ~1",
        ),
        fr=(
            "ma|mon|sa|notre ~1 fille|fils|nièce|neveu|gamine|gamin|enfant|petite-fille",
            "fillette|gamine|gosse|collégienne|mineure|mineur|enfants|beau-père ~1",
        ),
        uk=(
            (
                "доньці|донька|доньки|доньку|дочці|сину|сина|дитині|дитина|дитину|онучк*|онук*|"
                "племінниц*|племінник* ~1"
            ),
            "вітчим|мамі|батькам ~1",
            "дівчинк*|дівчинці|хлопчик*|школяр* ~1",
        ),
    )
)

_ASKS = _list(
    Group(
        0.0,
        en=(
            (
                "dont|not|never|keep|told ~4 tell|secret|secrets|hide ~3 mum|mom|parents|mummy|mommy|"
                "anyone|dad|anybody|nobody|from"
            ),
            "keep ~4 secret|chats|between",
            (
                "wants|want|asks|asked|asking|ask|told|tells|invited|offered|promised|begged ~3 to|for "
                "~2 meet|nudes|pics|photos|pictures|cam|webcam|alone|video|come|visit|address|school|"
                "hotel"
            ),
            (
                "wants|asked|asks|asking|says|keeps ~3 her|him|me|them ~4 photos|pics|pictures|school|"
                "address|alone|meet|hotel|cam|body|bra|number"
            ),
            "meet|see ~1 her|him|me|them ~1 alone|after|in-person|irl|secretly",
            (
                "wants|come|comes|coming|wait|waits|waiting to|at|outside|near ~1 my|her|his|the ~1 "
                "school|house|bus"
            ),
            "send|sent|sending|sends|if ~2 him|me|her|i ~2 pictures|pics|photos|nudes|gifts|coins|money",
            "took|taking|takes photos|pictures|pics|videos of ~2 girl|boy|kid|child|kids|children",
            "delete|deleting|erase the|our|my|all|these chat|chats|messages|convo",
            "older man|guy|dude|men",
            "strange|grown|adult man|guy|men|woman",
            "stranger|strangers !asleep|who|sitting|slept",
            "he|she|user says|said ~1 he|she|hes|shes ~1 is? ~1 # ~1 and",
            "which|what school|bus|hotel|class ~4",
            "beats|hits|touches|touched|hurts|abuses|molest*|rapes|raped me|her|him|us|them",
            "scared|afraid to go home",
        ),
        ro=(
            (
                "să|sa ~2 nu ~2 spună|spun|zică|spui|spună-mi|spuna|spuna-mi|zici|spuneți ~3 mie|mamei|"
                "părinți*|parinti*|mei|nimănui|alor|nimeni|lui|$|mami"
            ),
            "cere|ceruse|cerut|ceri|vrea|trimit*|dau|trimită ~4 poze|poza|nuduri|video|cam|cameră|filmări",
            "să|sa intre|pornească|stea|mute ~4 cam|cameră|camera|aplicatie|aplicație",
            (
                "cheamă|chema|întâlnească|intalneasca|întâlnesc|întâlnește|intalneste|vadă|vada|aștepta "
                "~4 parc*|singur*|școal*|casă|el|mașin*|hotel*"
            ),
            "se întâlnește|întâlnească|întâlnesc|vadă|intalneasca ~2 cu",
            "să|sa ~1 șteargă|stearga|șterg|ștergi ~2 mesaj*|conversați*",
            "un|unui|unul ~2 adult|necunoscut|străin",
            "bomboană|bomboane|bomboana|cadouri|păpuși|papusi|dulciuri|cățel*|catel* ~1",
            "unul de|are|cu ~2 # ~1 ani|+|de|și|si",
            "ce|la ~1 școală|scoala|scoală|clasă ~1 merge|e|învață|este",
            "să|sa încuie|incuie|închidă ~1 ușa|usa",
            "mă|o|îl|ne ~1 bate|lovește|atinge|pipăie|abuzează|molestează|violează",
            "mi-e|îmi-e|ii frică|frica ~3 acasă|acasa",
            "zice|spune ~2 că|ca ~1 are|e # ~1",
            "agresat|agresată|abuzat|abuzată ~1",
        ),
        ru=(
            "взрослый|взрослая|незнакомец|незнакомый|дядя|дядька|мужик|дяденька",
            (
                "просит|просил*|говорит|велел*|сказал*|просят|никому ~4 не ~1 говори*|рассказыва*|скажет|"
                "показывать"
            ),
            "маме|родителям|никому ~1 не ~1 говор*|рассказ*|скажет|скажешь",
            (
                "просит|просил*|требует|хочет|прислать|скинуть|прошу ~4 фото|фотк*|интим*|голы*|снимк*|"
                "видео|камеру|раздеться"
            ),
            (
                "зовет|позвал*|приглашает|предлагает|хочет|просит ~4 встретит*|встреч*|погулять|"
                "увидеться|гости|приехать|машин*|гаражей|выйти"
            ),
            "сообщения|переписку|чат ~2 стирать|удалять|удали*|стереть|стирай",
            "подарок|подарки|деньги|конфет*|котят*|скины ~3 обещает|дает|дарит|если|пообещал*",
            "бьет|избивает|трогает|лапает|домогается|насилует|приставал*|пристает ~2",
            "боюсь ~2 домой|дома|его|отчима",
            "выйдет|придет|пойдет к ~1 нему|школе",
            "когда родителей|мамы ~1 нет|не",
        ),
        es=(
            "no ~2 le|les|se|lo ~1 diga|digas|cuente|cuentes|diga-a ~3 mamá|papá|padres|nadie|madre|mami|$",
            (
                "me|le|nos|les|te ~1 pide|pidió|pedía|piden|ofrece|pidiendo|dice|manda ~4 fotos|foto|"
                "whatsapp|cámara|video|quedar|dirección|vernos|packs|desnuda|ropa|verme"
            ),
            (
                "quiere|quería|pidió|propuso ~2 quedar|verme|vernos|conocerme|verla|conocerla|"
                "encontrarse|que ~3 casa|parque|solo|sola|solos|$|escuela"
            ),
            "un|una adulto|desconocido|desconocida|viejo",
            "haciéndose|hace|hizo pasar por ~1 niño|niña|menor",
            "mandar|enviar|mande|mandó|envíe|pase|enviara ~2 fotos|foto|desnud*|nudes|whatsapp|video",
            "me|la|lo|nos pega|golpea|toca|tocó|abusa|viola|manosea",
            "borrar|borre|borra|bórralos ~2 mensajes|chats|chat",
            "miedo ~2 casa|volver",
        ),
        de=(
            "will|wollte|möchte|wollen ~2 mich|sie|ihn|uns ~1 treffen|sehen|besuchen|allein|alleine|abholen",
            (
                "soll|sollte|solle|will|fragt|fragte|bittet|verlangt ~3 bilder|fotos|nacktbilder|"
                "nacktfotos|videos|cam|bild|foto ~2 schicken|senden|machen|$|von"
            ),
            "nicht|niemandem|keinem|nichts ~3 mama|eltern|mutter|erzählen|erzähle|sagen|verraten",
            "wenn ~1 ich ~2 es|das ~1 wem|jemandem|jemand|mama ~1 erzähle|sage|erzähl|sag",
            "trau|traue ~1 mich ~1 nicht",
            "fremder|fremde|erwachsener|älterer|unbekannter|alter ~1 mann|typ|kerl|herr|",
            "schlägt|schlagt|begrapscht|missbraucht|vergewaltigt ~1 mich|sie|ihn|uns|jeden",
            "fasst|packt mich|sie|ihn ~2 an",
            "chat|nachrichten|verlauf ~2 löschen|lösche|gelöscht",
            "angst ~3 hause|heim",
            "reifer ~1 als|wie",
        ),
        fr=(
            "dis|dire|dise|dites|parle|raconte|répète ~3 rien|pas|personne|parents|maman|mère|secret",
            "le|la|tout dit|dira|dire a|à mes|ses parents",
            (
                "veut|voulait|demande|demandait|demandé|insiste|propose|oblige ~4 photos|photo|nudes|cam|"
                "caméra|rencontrer|voir|nue|nu|déshabill*|vidéo|appart|chambre|seule|seul|venir"
            ),
            "rencontrer|voir|retrouver ~1 seule|seul|après|seuls|en-vrai",
            "allume|jalume|j'allume|allumer|ouvre ~1 ma|sa|la cam|caméra|webcam",
            "un|une inconnu|inconnue|adulte !vous",
            "mec|homme|gars|type de # ans",
            "envoyer|envoie|envoyé|envoies|j'envoie ~3 photos|photo|nudes|nue|billet|cadeau|cadeaux|argent",
            "venir|aller|vient|va ~1 chez lui|elle|moi ~1",
            "me|la|le|nous frappe|tape|touche|viole|bat|cogne ~1",
            "peur ~2 rentrer|maison",
            "supprimer|efface|effacer|supprime ~2 messages|conversation|chat",
            "ferme|fermer ~2 porte",
        ),
        uk=(
            "дорослий|доросла|незнайомець|незнайомий|дядько|дядя|мужик",
            "просить|просив|каже|велів|сказав|нікому ~4 не ~1 казати|розповідати|говорити|скаже|кажи",
            "мамі|батькам|нікому ~1 не ~1 каж*|казати|розповіда*|говори*|скаже",
            "просить|просив|вимагає|хоче|надіслати|скинути ~4 фото|фотки|інтим*|голі|знімк*|відео|камеру",
            (
                "кличе|покликав|запрошує|пропонує|хоче|просить ~4 зустрі*|погуляти|побачитися|гості|"
                "приїхати|вийти"
            ),
            "повідомлення|листування|чат ~2 стирати|видаляти|видалити|стерти",
            "б'є|бʼє|побиває|чіпає|лапає|домагається|ґвалтує ~2",
            "боюся|боюсь ~2 додому|вдома|його|вітчима",
        ),
    )
)

_DANGER = _list(
    Group(
        0.0,
        en=(
            "underage|grooming|groomed|groomer|pedo|pedos|pedophile*|paedo*|childporn",
            "child porn|abuse|pornography|molester|predator*",
            "cp|csam link|links|trade|video|videos",
            ("my ~1 son|daughter|kid|child ~4 nudes|dm|messaged|sexual*|harass*|bullied|threatened"),
            "my ~1 son|daughter|kid|child ~4 stranger !who|asleep|on|sitting",
            "asked|asking|asks ~2 minor|kid|child|girl|boy ~3 nudes|pics|photos|meet",
            "school ~2 bullied|bullying|hits|beats",
            "sexual* ~3 minor|minors|child|children|kid|kids",
        ),
        ro=(
            "minor|minoră|minori|pedofil*|agresor sexual",
            (
                "fiul|fiica|fetița|copilul|băiatul|fata meu|mea ~4 poze|întâlneasc*|scris|"
                "amenin*|hărțu*|nuduri|necunoscut"
            ),
            "poze ~2 nud|goală|dezbrăcat* ~4 copil*|fetiț*|minor*",
        ),
        ru=(
            "несовершеннолетн*|педофил*|груминг|педо",
            (
                "мой|моя|моему|моей|моего сын*|доч*|ребенк* ~4 незнаком*|пишет|фото|встретиться|угрож*|"
                "травят|интим*"
            ),
            "детск* порно*",
            "с|просит|пристает|к|фото|трогал*|лапал* малолетк*|малолетней|малолетним|малолетнюю",
        ),
        es=(
            "pederasta*|pedófil*|pedofil*|grooming|ciberacoso",
            "pornografía|abuso|abusos infantil|menores",
            "menor|menores ~1 de edad",
            "acosa|acosan|acosando|abusa|abusan|molesta ~2 a ~1 mi|una|menores ~1 hija|hijo|niña|niño|$",
            "mi hija|hijo|sobrina|sobrino ~5 fotos|desconocido|desnud*|acosa|acosan|amenaza*|quedar",
        ),
        de=(
            (
                "minderjährig*|pädophil*|pädo|kinderporno*|kindesmissbrauch|cybergrooming|grooming|"
                "kinderschänder*"
            ),
            (
                "meine|meiner|mein|meinem tochter|sohn|kind|nichte|neffe|schwester ~5 nacktbilder|"
                "fremder|fotos|bilder|belästig*|treffen|bedroht"
            ),
        ),
        fr=(
            "pédophil*|pédocriminel*|pedophil*|pédo|pédos|pédopornographi*|pédoporno*",
            "est|suis|une|un|des|sur|avec|elle|il mineure|mineurs|mineures|mineur !de|qui-est",
            "ma|mon fille|fils|nièce|neveu|soeur ~5 photos|inconnu|nues|harcèle|rencontrer|menac*",
        ),
        uk=(
            "неповнолітн*|педофіл*|грумінг",
            (
                "мій|моя|моєму|моїй|мого|мою син*|доньк*|доньці|дитин* ~4 незнайом*|пише|фото|зустрітися|"
                "погрож*|цькують|інтим*"
            ),
            "дитяч* порно*",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Minor:
    """Ages below 18, words of danger to a child, or a child beside what grown-ups must not ask of one."""

    name: str = "minor"
    severity: Severity | None = Severity.HIGH
    safety: Safety | None = Safety.MINOR

    @property
    def wakes(self) -> frozenset[Key]:
        """Exact tokens and stems that wake it."""
        return _AGES.wakes.union(_CHILD_AGES.wakes, _CHILD.wakes, _ASKS.wakes, _DANGER.wakes)

    def match(self, message: Message, places: Sequence[int]) -> Iterable[Reason]:
        """Return a reason for a stated age below 18, for words of danger, or for a child and what is asked of it."""
        yield from _DANGER.match(message, places)
        yield from tuple(_young(_AGES, message, places))[:1]
        child = next(_young(_CHILD_AGES, message, places), None) or next(
            iter(_CHILD.match(message, places)), None
        )
        asked = next(iter(_ASKS.match(message, places)), None) if child else None
        if child and asked:
            yield together(self.name, None, 0.0, (child, asked))


def _young(ages: PhraseRule, message: Message, places: Sequence[int]) -> Iterator[Reason]:
    """The places where an age below 18 is told."""
    for _, start, end in ages.told(message, places):
        words = message.text.words[start:end]
        if any(YOUNGEST <= int(word) < OF_AGE for word in words if word.isdecimal() and len(word) < 3):
            yield Reason(ages.name, None, 0.0, excerpt(words))


RULE = Minor()
