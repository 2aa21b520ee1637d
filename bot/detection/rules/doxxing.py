"""Somebody's address, number or real name is spread, or that is threatened."""

from bot.detection.model import Label, Safety, Severity
from bot.detection.rules.base import Group, PhraseRule, SignsRule

_WEIGHT = 3.6

_CLEAR = PhraseRule(
    name="doxxing",
    label=Label.ABUSE,
    severity=Severity.HIGH,
    safety=Safety.DOXXING,
    everywhere=True,
    groups=(
        Group(
            _WEIGHT,
            en=(
                (
                    "his|her|their|moderators|mods|admins ~1 home|real|full|phone|private ~1 address|name|"
                    "number is|s|here|:|#"
                ),
                "her|his|their ~1 address|phone|number|surname is ~1 #",
                "her|his|their ~1 home|private ~1 address|number|phone",
                "here is|are|s ~1 his|her|their ~2 address|number|phone|photo|ip",
                "he|she|they lives|live at|on|in ~2 street|st|road|avenue|#",
                "dox|doxx|doxxed|doxing|doxxing",
                (
                    "post|posting|leak|leaking|publish|expose|drop ~1 your|his|her|their ~2 address|number|"
                    "photos|"
                    "nudes|ip|info|name|face"
                ),
                "know your ~1 address|real|ip|school|home",
                "is|are|aka really|actually ~2 lives|live|living at|in|on",
                "lives|live|living|stays|works at|in|on ~5 # ~8 ring|call|visit|hello|night|text|go|show",
            ),
            ro=(
                "adresa|numărul|telefonul|numele lui|ei|lor|moderatorului|adminului ~1 este|e|de",
                "locuiește|stă pe|la|în ~3 strada|str|bulevardul|blocul|apartamentul|aleea|bd|bl|calea",
                "public|postez|pun|dau|afișez ~2 adresa|numărul|pozele|datele ta|tău|lui|ei|tale|lor",
                "îți|iti|îi|ii|le public|postez|afișez|dau ~2 adresa|numărul|pozele|datele|fotografiile",
                "știu ~2 adresa|numele ta|tău|real",
                "cheamă|cheama|numește ~5 str|strada|bl|bloc|aleea|bulevardul ~6 #",
            ),
            ru=(
                (
                    "его|ее|твой|твоя|их|модера|админа адрес|номер|телефон|фамилия|прописка ~1 #|ул|улица|"
                    "вот|такой"
                ),
                (
                    "он|она|они|модер|админ|тварь живет|живут ~1 по|на|в|г|ул ~3 улице|ул|проспекте|адресу|"
                    "пер|улица|кв|дом"
                ),
                (
                    "живет|живут|прописан|прописана|обитает ~4 ул|улица|улице|пер|кв|проспект|переулок|"
                    "общаг* ~3 #"
                ),
                "вот ~1 его|ее|их|твой ~1 адрес|номер|телефон|страница|айпи|фото",
                (
                    "слить|солью|выложу|опубликую|сольем|выложим ~2 адрес|номер|фото|данные|переписку|твой|"
                    "твои|его|ее"
                ),
                "деанон*|доксить|докс|сдеаноню|задоксю|докснуть",
                "знаю ~1 твой|твою|где|как адрес|фамилию|школу|зовут ~1",
            ),
            es=(
                "su|sus dirección|domicilio|teléfono|celular|número|celu|móvil ~1 es|son|: ~3 #",
                (
                    "vive|viven|reside ~1 en ~5 # ~6 visita|llámen*|llame*|saben|pasen|vayan|molest*|tel|"
                    "celu|teléfono|cel|móvil"
                ),
                "vive|viven en ~1 calle|avenida|av|avda|plaza|paseo|carrera ~4 #",
                "aquí|aqui ~1 está|va|tienen|tenéis ~1 su|la|el ~1 dirección|teléfono|número|domicilio|ip",
                (
                    "voy|vamos a ~1 publicar|filtrar|subir|difundir|exponer ~2 tu|tus|su|sus ~1 dirección|"
                    "datos|fotos|número|teléfono|nudes|casa"
                ),
                "publicaré|filtraré|difundiré ~1 tu|tus|su|sus dirección|datos|fotos|número|teléfono",
                "doxear|doxeo|doxeado|doxeamos|doxearlo|doxearte|doxing|doxxing",
            ),
            de=(
                (
                    "seine|ihre|deine ~1 adresse|handynummer|telefonnummer|privatnummer|anschrift|"
                    "privatadresse lautet|ist ~3 #"
                ),
                (
                    "hier ~1 ist? seine|ihre|ihr|die|sein ~1 private? adresse|handynummer|telefonnummer|"
                    "privatnummer|anschrift|klarname"
                ),
                (
                    "wohnt|wohnen|lebt ~1 in|im|am|auf|der|bei? ~4 # ~10 handy|klingelt|ruft|besucht|besuch|"
                    "tel|telefon|nachts|hausbesuch"
                ),
                "heißt|heisst ~3 wohnt|wohnhaft|adresse|anschrift ~6 #",
                "heißt|heisst ~5 # ~5 handy|tel|telefon|mobil|nummer",
                (
                    "veröffentliche|poste|leake|verbreite|verbreiten|veröffentlichen ~2 deine|seine|ihre|"
                    "eure ~1 adresse|nummer|fotos|daten|bilder|klarnamen|anschrift"
                ),
                (
                    "deine|seine|ihre ~1 adresse|nummer|fotos|daten|bilder|anschrift ~1 öffentlich|online|"
                    "hier ~1 stellen|posten|veröffentlichen|leaken"
                ),
                "gedoxxt|doxxen|doxxe|doxen",
            ),
            fr=(
                "son|sa|ton|ta|leur ~1 adresse|téléphone|numéro|tel|portable ~1 perso? ~1 est|c'est|: ~3 #",
                "voici|voilà ~1 son|sa|leur ~1 adresse|numéro|téléphone|tel|nom|ip|photo",
                "habite|habitent|vit|crèche ~2 rue|avenue|impasse|boulevard|allée|chemin|place|bd",
                "habite|habitent|vit|crèche au|à # ~4",
                "s'appelle|appelle|nomme ~6 rue|avenue|impasse|boulevard|allée|chemin|place",
                (
                    "vais|va|je ~1 publier|balancer|poster|leaker|diffuser|balance|publie|poste ~2 ton|ta|"
                    "tes|son|sa|ses adresse|photos|numéro|nudes|infos|nom|tel"
                ),
                "doxxer|doxer|doxx|doxé|doxxé|doxxing",
            ),
            uk=(
                (
                    "його|її|твоя|твій|їх|їхня|модера|адміна адреса|номер|телефон|прізвище ~1 #|вул|вулиця|"
                    "ось|такий|така"
                ),
                (
                    "живе|живуть|прописаний|прописана|мешкає ~4 вул|вулиця|вулиці|пров|кв|проспект|гуртожит* "
                    "~3 #"
                ),
                "ось ~2 його|її|їх|твій|твоя|адреса ~1 адреса|номер|телефон|сторінка|фото",
                (
                    "зіллю|викладу|опублікую|зіллємо|викладемо ~2 адресу|номер|фото|дані|переписку|твої|його|"
                    "її|твою"
                ),
                "деанон*|доксити|доксну",
                "знаю ~1 твою|твоє адресу|прізвище|школу",
            ),
        ),
    ),
    harmless=Group(
        0.0,
        en=(
            (
                "his|her|their ~1 phone|number|address is|s ~1 off|dead|broken|wrong|not|old|busy|"
                "private|missing|unreachable|disconnected|on|out"
            ),
            "dox|doxx|doxxed|doxing|doxxing ~2 is|are not? ~1 forbidden|banned|allowed|illegal|against",
            "no|against|anti|rule|rules ~2 doxxing|doxing|dox",
            (
                "leak|leaking|drop|post ~1 your|his|her ~1 patch|build|setup|info|name ~2 below|here|"
                "please|for|pls"
            ),
            "know your ~1 address|school|ip ~1 settings|is|range|before",
        ),
        ro=("știu ~1 adresa voastră|corectă|magazinului",),
        ru=("знаю ~1 как ~1 зовут", "деанон* запрещ*"),
        de=("ihre adresse|anschrift|telefonnummer ist ~1 unvollständig|falsch|nicht",),
    ),
)


def _sign(phrases: Group) -> PhraseRule:
    return PhraseRule(name="doxxing", label=None, groups=(phrases,), everywhere=True)


_WHERE = _sign(
    Group(
        0.0,
        en=(
            (
                "street|road|lane|court|avenue|row|drive|close|st|rd|ave|terrace|flat|apartment|apt|"
                "block|house .? ~2 #"
            ),
            "# ~2 street|road|lane|court|avenue|row|drive|close|st|rd|ave|terrace|boulevard|way|crescent",
            "mobile|cell|phone|tel|number .? ~2 #",
            "lives|living|stays ~1 at|in|on",
            "drives|walks|takes his|her|their kids|children|son|daughter",
        ),
        ro=(
            "str|strada|bl|ap|blocul|aleea|bulevardul|bd|scara|calea .? ~3 #",
            "tel|telefon|mobil|numărul|numarul .? ~1 #",
            "copilul|copiii|fata|băiatul ~1 merge|merg|e|învață ~1 la ~1 grădinița|școala|gradinita|scoala",
            "locuiește|locuieste|sta|stă ~1 în|in|pe|la",
        ),
        ru=(
            "ул|улица|пер|кв|проспект|подъезд|комн|общага|дом|домофон|переулок|этаж|квартира|шоссе .? ~2 #",
            "тел|телефон|номер|сотовый|мобильный|домашний .? ~4 #",
            "живет|прописан|прописана|обитает",
        ),
        es=(
            "calle|avenida|av|avda|depto|piso|carrera|plaza|portal .? ~4 #",
            "teléfono|tel|celular|celu|móvil|cel|número .? ~2 #",
            "vive|viven en",
        ),
        de=(
            "straße|str|weg|gasse|platz|wohnung|hausnummer .? ~2 #",
            "handy|tel|telefon|mobil|nummer .? ~1 #",
            "wohnt|wohnhaft .? ~4 #",
        ),
        fr=(
            "rue|impasse|avenue|boulevard|allée|chemin|appt|bât|place .? ~4 #",
            "# ~1 rue|impasse|avenue|boulevard|allée|chemin|place",
            "tel|téléphone|portable|numéro|06|07 .? ~1 #",
            "habite|crèche ~3",
        ),
        uk=(
            "вул|вулиця|пров|кв|проспект|під'їзд|кімн|гуртожиток|будинок|поверх|квартира .? ~2 #",
            "тел|телефон|номер|мобільний|домашній .? ~3 #",
            "живе|мешкає|прописаний|прописана",
        ),
    )
)
_GO = _sign(
    Group(
        0.0,
        en=(
            "pass ~1 it|this on|along|around",
            "spread|share|repost ~1 this|it|the ~1 word|everywhere|around",
            "go|come|everyone|everybody|lets ~1 say hello|hi ~1",
            "pay|give him|her|them ~1 a ~1 visit|call|knock",
            "ring|call|phone|text|visit|knock ~3 at|in ~2 night|3am|2am|midnight|morning ~2 so|$|and|!please",
            "ring|call|phone|text|visit him|her|them ~3 night|home|all|everyone|everybody|yourselves",
            "where|how to find|reach|visit|get him|her|them",
            "found|find|this|thats|heres|its him|her|guy|who",
            "found ~2 guy|him|her|who ~2 did|is|it",
            "is|are really ~2",
            "do|you know what to do",
            "so ~1 he|she|they learns|learn|pays|knows",
        ),
        ro=(
            "sunați|sunati|sunați-o|sunați-l|sunaţi ~3 noapte|noaptea|acasă|acasa|toți|toti|voi",
            "sunați-o|sunați-l|vizitați-l|vizitați-o|căutați-l|căutați-o",
            "dați|dati|share|trimiteți ~1 mai departe",
            "faceți-i|faceti-i|treceți|treceti|mergeți ~2 vizită|vizita|el|ea",
            "treceți|treceti pe la",
            "vreți|vreti|vrei să știți|stiti|știi ~1 cine ~1 e|este",
            (
                "ala|ăla|asta|ăsta|uite|iată|iat-o ~1 cu|e|este ~2 șofer*|sofer*|recenz*|casier*|"
                "moderator*|admin*"
            ),
            "l-am|am-o|am ~1 găsit|gasit|aflat",
        ),
        ru=(
            "разносите|распространите|передавайте|репост|перешлите|раскидайте|кидайте|разнесите",
            (
                "звоните|звонят|названивайте|навестите|заходите|заезжайте|загляните ~3 ночью|ночам|гости|"
                "ему|ей|все|всем|к"
            ),
            "пусть ~3 звонят|спать|спит|знает|ночью ~2",
            "нашел|нашла|вычислил*|пробил* ~1 его|ее|эту|этого|кто",
            (
                "вот ~1 эта|этот|эту|этого|он|она ~2 сука|тварь|урод|мразь|гнида|козел|умник|герой|"
                "продавец|оператор|модер"
            ),
            "модер|админ|модератор|оператор|менеджер|курьер ~1 ваш|наш|этот|живет",
            "вашего|вашей|нашего ~3",
            "все знайте|знают|пусть",
        ),
        es=(
            "ya saben|sabéis|sabes ~1 qué|que hacer",
            "llámenlo|llámenla|llamadle|llámenle|visítenlo|visítenla|molestenlo|escríbanle|háganle",
            "llamen|llamad|pasen|vayan|hagan ~3 noche|madrugada|casa|visita|saludar|todos",
            "pásenlo|compartan|difundan|difúndanlo|rúlenlo|pasadlo",
            "se llama ~2",
            "encontré|encontramos ~1 al|a|quién|quien",
        ),
        de=(
            "klingelt|ruft|besucht|schaut|geht|meldet ~2 ruhig|mal|ihn|sie|vorbei|gern",
            "klingelt|ruft|besucht ~4 nachts|durch|an|alle",
            "weitersagen|weiterleiten|teilt|verbreitet|weitergeben",
            "heißt|heisst ~3",
            "hab|habe|haben ~1 ihn|sie|den gefunden",
        ),
        fr=(
            "faites|fait|faut tourner|passer|circuler",
            "appelez|appelez-le|appelez-la|harcelez|sonnez|passez ~3 nuit|lui|voir|tous|chez|elle",
            "qu'il|qu'elle|qu'ils ~1 dorme|dorment|comprenne|apprenne ~1",
            "partagez|diffusez|relayez",
            "s'appelle ~1",
            "retrouvé|trouvé ~1 le|la|l'adresse ~1",
        ),
        uk=(
            (
                "телефонуйте|дзвоніть|навідайте|заходьте|завітайте|заїжджайте ~3 ночі|вночі|уночі|гості|"
                "йому|їй|всі|усі|до"
            ),
            "розносьте|поширте|поширюйте|передавайте|репост|перешліть",
            "хай|нехай ~3 дзвонять|спить|знає|спати ~2",
            "знайшов|знайшла|вирахував|пробив ~1 його|її|цю|цього|хто",
            "ось ~3 ваша|ваш|ця|цей ~2",
            "менеджерка|менеджер|модер|адмін|оператор|кур'єр ваш|ваша|наш",
        ),
    )
)

RULE = SignsRule(_CLEAR, (_WHERE, _GO), _WEIGHT)
