"""It does not work: crashes, errors, things that fail or cannot be used."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule
from bot.detection.rules.words import CANNOT, NOT, PRODUCT, PRODUKT, PRODUS

_DO = (
    "work|works|working|load|loads|loading|open|opening|start|starting|launch|launching|connect|"
    "connecting|sync|syncing|respond|"
    "responding|install|installing|update|updating|save|saving|charge|charging|turn|boot|play|playable"
)

RULE = PhraseRule(
    name="broken",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.4,
            en=(
                "unplayable|unusable",
                (
                    "keeps|kept|keep|always|constantly ~1 crash*|freez*|disconnect*|drop*|logging|kicking|fail*|"
                    "stutter*|lagging|buffering"
                ),
                "crash*|freez*|disconnect*|fail* ~1 every|again|constantly|always",
                "bricked my",
                "nothing works",
                f"{PRODUCT} not|doesnt|wont even start|open|load|launch|work|turn",
                "fixes|fixed|solves|does|changes nothing",
                "hotfix|patch|update|fix ~1 that|which ~1 fixes|fixed|breaks|broke",
                "doesnt|dont|didnt ~1 lock|save|work|do|block|protect|cover anything",
                "nobody|noone|anyone tests|tested|test|testing ~2",
                "half ~1 of ~4 vanished|missing|gone|disappeared|broken",
                "vanished|disappeared after",
                "eating|eats|drains|draining ~1 my|the ~1 battery|data",
                "get|got|getting|gets kicked|booted|thrown ~1 to|out|from|back",
                "cant find anything|my ~1 order|files|account|messages|photos|settings|data|items|purchase",
                "from full to dead",
                "spins|spinning forever|endlessly",
                "how ~3 do you ~1 lose|break|miss|fail|forget",
            ),
            ro=(
                "nu se ~1 mai? ~1 poate juca|folosi",
                "mereu|constant|iar|iarasi ~1 crapă|pică|picat|blochează|blocat|inghetat|crapat",
                f"{PRODUS} nici nu pornește|merge|se",
                "nu merge|funcționează nimic",
                "crapă|pică ~2 mereu|constant|iar|fiecare",
                "pică din # in # minute|ore|secunde",
                "cine a testat",
                "nu ~1 testează|testați nimeni",
                "nu ~1 mai ~1 găsesc nimic",
                "nu se ~1 aude|vede|poate|deschide|încarcă ~1 nimic",
                "mănâncă|consumă ~2 bateria|datele",
                "rezolvat|reparat ~4 băgat|apărut|stricat ~2 alt*|cinci|noi",
                "mi se ~1 închide|blochează|restartează",
                "mă deconectat|deconectează",
                "nu mă|ne lasă ~1 să",
                "nu apar|apare nicăieri",
                "nu e|este valabil*|valid*",
                "am tot|lag ~1 lag|tot",
            ),
            ru=(
                "играть|пользоваться ~1 невозможно|нереально",
                "невозможно играть|пользоваться|зайти|войти|оплатить|оформить",
                (
                    "постоянно|опять|снова|вечно ~2 вылета*|вылете*|виснет|виснут|зависа*|лагает|отвалива*|глюч*|"
                    "лежит|лежат|тормоз*|упал|упали"
                ),
                "вылетает|виснет|зависает|отваливается|лагает ~3 постоянно|каждые|каждый|каждом|каждой",
                f"{PRODUKT} даже|вообще не ~1 запускается|открывается|работает|загружается|включается",
                "ничего не работает",
                "ничего ~1 не ~1 исправил*|починил*|защища*|меняет*|найти|открыть|сохраня*",
                "не ~1 исправил* ~2 ничего",
                "никто не тестир*|проверя*",
                "исчезла|пропала|пропали|исчезли ~1 половина|часть|все",
                "разряжается|садится ~2 к|за|через|быстро",
                "выкидывает ~2 в меню|каждый",
                "ничего не найти",
                "не принимается|активируется|применяется|засчит*",
                "перестал* ~1 работать|заряжать*|включать*|грузить*|открывать*",
                "с первого дня",
                "хрипит|шумит|скрипит|протекает|потек*",
                "на дню|день ~2 перезапуск*",
                "перезапускать|переустанавливать|перезагружать ~4 раз",
                "слетел*|слетают|сбросил* ~2 настройки|пароль|профиль|все",
                "оборвал*|обрыва* ~2 раз|опять|снова|звонок|созвон|связь",
                "настройки ~1 слетели|сбросились|пропали",
            ),
        ),
        Group(
            4.0,
            en=(
                (
                    f"{PRODUCT}|button|link|code|coupon|voucher|payment|search|chat|download|upload|sync|audio"
                    f"sound|camera|notifications ~1 still? doesnt|dont|isnt|wont|not|never|didnt ~1 {_DO}"
                ),
                f"{PRODUCT} ~2 laggy|buggy|unstable|unresponsive|unreliable|broken|glitchy",
                f"{PRODUCT} ~1 doesnt|wont|dont|didnt let me|us",
                "broke|breaks|broken|ruined|ruins everything",
                "broken|bugged|crashing|laggy as hell|fuck|shit",
                (
                    "dont|doesnt|not ~1 get|receive|getting|receiving ~2 notifications|notification|emails|"
                    "messages|codes|calls|sms ~1 anymore|since|at"
                ),
                "button|link ~1 does nothing",
                "keeps ~1 kicking|throwing|booting me",
            ),
            ro=(
                (
                    "nu ~1 mai? ~1 merge|mergea|funcționează|funcționa|pornește|încarcă|"
                    f"răspunde ~1 nici? {PRODUS}|butonul|linkul|codul|căutarea|plata|notificările|sunetul"
                ),
                (
                    f"{PRODUS}|butonul|linkul|codul|căutarea|plata|notificările|sunetul ~3 nu ~1 mai? ~1 merge"
                    "mergea|mers|merg|funcționează|funcționa|funcționat|pornește|deschide|încarcă|"
                    "incarca|răspunde"
                ),
                f"{PRODUS} ~1 nu mă|ne lasă",
                f"{PRODUS} ~1 blochează|crapă|pică ~1 mereu|iar|constant|întruna|zilnic",
                "stricat tot|totul|toate",
                f"{PRODUS} ~1 au|are|e|este ~1 lag|laguri|injucabil|buguit*|inutilizabil*|instabil*",
                "injucabil*|inutilizabil*|nejucabil*",
                "nu mai ~1 primesc|vin|apar|primim ~2 notific*|mailuri*|mesaj*|sms*|codul|codurile",
                "dungă|dunga|pată|pata|linie|pixel ~1 pe|mort ~1 ecran*",
                "nu face|face-nimic nimic",
                "nu pot ~1 șterge|sterge|anula|scoate|retrage|dezactiva|găsi|opri|salva",
                "nu exista|există|găsesc|gasesc ~2 opțiun*|optiun*|butonul|cum",
                "se oprește|opreste ~2 la|singur",
                "mă|ma|ne aruncă|arunca|dă|scoate ~2 din ~1 apel|joc|meci|ședință|cont",
                "resetez|repornesc|restartez ~4 ori",
                "încurcat|incurcat|stricat|dereglat ~2 toate|setările|setarile|tot",
            ),
            ru=(
                (
                    f"{PRODUKT}|кнопка|ссылка|код|промокод|поиск|оплата|звук|уведомления|камера|чат ~3 не ~1 "
                    "работает|работают|открывается|загружается|запускается|отвечает|отвечают|проходит|грузится|"
                    "грузит|приходят|включается"
                ),
                (
                    "не ~1 работает|работают|открывается|загружается|запускается|грузится ~1 ваш|ваше|ваша|этот|"
                    f"это|эта|у? {PRODUKT}|кнопка|поиск|промокод|оплата|чат"
                ),
                f"{PRODUKT} ~1 не дает|дают|пускает|позволяет",
                f"{PRODUKT} ~2 ужасно|жутко|дико|страшно|жестко ~1 лага*|тормоз*|глюч*|висн*|медленн*",
                "сломал* ~1 все|игру|сайт|приложение",
                "все сломал*|поломал*|испортил*",
                "неиграбельн*",
                (
                    "перестали|перестал|перестала|перестало ~1 приходить|работать|открываться|загружаться|"
                    "грузиться|показывать|отвечать|включаться"
                ),
                "съедает|жрет|сжирает|съело ~2 трафик|батарею|заряд|память|аккумулятор",
                "не видит|реагирует|отвечает|включает ~2 пульт|нажатие|кнопку|зарядку|сеть",
                "подтекает|протекает|греется|перегревается|искрит|дымит|пищит",
                "сгорел|сгорела|сломался|сломалась|умер|сдох ~1 на|через|за|после|в",
                "битый пиксель",
                "выбило|выбрасывает|выкидывает|вылетел ~1 из|меня",
                "сбой ~1 в|при|на",
                "кнопка ~2 серая|неактивна|не|пропала",
                "ссылка ~1 ведет|битая|не",
                "еле ~1 ползет|работает|грузит|тянет",
                "замкнутый круг",
                "пинг # ",
                "до # процентов ~2 все|хватит|и",
                "не ~1 чините|чинят|починят|исправляете|исправят",
                "отключить|удалить|отписаться|отменить|вывести|сохранить ~3 негде|нельзя|невозможно|некуда|никак",
                "не ~1 могу ~1 отписаться|удалить|отменить|найти|получить|вернуть",
                "не вывести|снять|зайти|войти|найти|открыть",
                "опять|снова|постоянно просит ~2 пароль|код|обновить*|войти",
            ),
        ),
        Group(
            3.2,
            en=(
                f"{NOT} ~1 {_DO} ~1 for|on|since|after|at|again|anymore|properly|either|whatsoever",
                f"my ~3 {NOT} ~1 {_DO}",
                f"{PRODUCT} ~3 {NOT} ~1 {_DO}",
                f"{PRODUCT} ~2 crash*|freez*|froze|frozen|lagging|laggy|buggy|stutter*|broken|glitch*",
                "stopped|stops|quit working|loading|responding|charging|syncing",
                (
                    "my|wallet|app|game|order|parcel|transaction|payment|transfer|sync|download|package|update|"
                    "install|withdrawal ~3 stuck|blocked|frozen"
                ),
                "is|are|still stuck|blocked ~1 at|on|in|for|since",
                "never ~1 seems|seem? ~1 sync|syncs|works|loads|connects|opens|finishes|updates",
                "having|have|has|got|with|same ~1 same ~1 issue|problem|error|bug|trouble",
                "unsuccessful|failed again|every|swap*|attempt*|each",
                "kill|kills|restarts|closes itself",
                (
                    f"{CANNOT} ~1 log|login|access|connect|open|sign|enter|play|use|finish|pay|check|checkout"
                    "download|install|send|withdraw|import"
                ),
                "i|im|we|were|still|am unable to",
                "impossible to",
                "i|im|we|not|were not able to",
                "get|got|getting|gives|gave|shows|throws|receive|receiving|received ~4 error|errors",
                "error when|whenever|every",
                "logs|logged|kicks|kicked|throws|threw me out",
                "blank|black|white|frozen screen",
                f"{PRODUCT} ~2 is|are|went|been ~1 down",
                "down|offline again|since",
                "fail|fails|failed|failing again|every|to|today|with",
                "failed|cancelled|lost|stuck swap*|order*|payment*|transaction*|transfer*|connection*|withdrawal*",
                "swap*|payment*|transaction*|transfer*|withdrawal*|login|upload* ~2 fail|fails|failed|failing|stuck",
                "the lag",
                "timed|timing|times out",
                "wont|doesnt|dont|didnt ~1 open|load|launch|start|turn|work",
                "half|none of the buttons|links|features|games",
                "off screen",
            ),
            ro=(
                (
                    "nu ~2 merge|mergea|mers|funcționează|funcționa|funcționat|pornește|pornea|"
                    "deschide|încarcă|conectează|răspunde"
                ),
                (
                    "nu pot|reușesc|putem ~3 intra|loga|conecta|plăti|deschide|juca|accesa|descărca|"
                    "instala|termina|finaliza|autentifica|activa"
                ),
                (
                    "nu mă|ne|se ~1 mai? pot|poate ~2 intra|loga|conecta|plăti|deschide|juca|accesa|finaliza|"
                    "autentifica"
                ),
                f"{PRODUS} ~3 crapă|crapat|pică|picat|blochează|blocat|moare|îngheață|buguit|stricat|buguita",
                "se blochează|închide|restartează|deconectează|oprește|intrerupe",
                "s-a|s-au stricat|blocat|oprit|închis|buguit",
                "îmi|mi|ne|dă|primesc|apare|afișează ~2 eroare|erori|eroarea",
                "mă|ne ~1 deloghează|deconectează|scoate|aruncă",
                "a picat|cazut",
                "e|este|sunt|iar jos|picat|picate|cazut",
                "lag|laguri groaznic|oribil|incredibil",
                "scăzut de la # la #",
                "ecran negru|alb|blocat",
            ),
            ru=(
                (
                    "не ~1 работает|работают|работал|работала|открывается|загружается|грузит|грузится|"
                    "запускается|включается|отвечает|подключается|обновляется|сохраняется|проходит|приходит|"
                    "заходит|ловит|тянет"
                ),
                (
                    "не могу|можем|получается|выходит|удается ~1 войти|зайти|оплатить|открыть|запустить|скачать|"
                    "установить|подключиться|оформить|авторизоваться|играть|вывести|обновить"
                ),
                (
                    f"{PRODUKT} ~3 вылета*|вылете*|виснет|зависа*|завис*|глюч*|лага*|тормоз*|крашит*|падает|упал"
                    "упала|сломал*|отвалива*"
                ),
                "вылетает|вылетают на|при|после|из",
                "выдает|пишет|выскакивает|появляется ~3 ошибк*",
                "ошибка|ошибку при|каждый",
                "выкидывает|выбрасывает|разлогинивает из|меня|с|на",
                "сервер|сервера|серверы|сайт|приложение ~1 лежит|лежат|упал|упали|недоступен|недоступно",
                "черный|белый экран",
                "упал|просел|упала ~2 с # до #",
                "завис|зависла|зависло|висит ~2 на|день|неделю|# ",
                "карта не работает",
                "не тянет|грузит",
            ),
        ),
        Group(
            2.2,
            en=(
                "crash|crashes|crashed|crashing",
                f"{NOT} working",
                f"{NOT} ~1 work",
                "bug|bugged|glitch|glitchy",
                "laggy|lagging",
                "error code|message",
                "broken",
                "is down",
                f"{NOT} show|showing|appear|appearing",
                "wont let me",
                "problem|problems|issue|issues|trouble with|when|activating|connecting|logging",
                "stuck at|on",
                "technical issue|issues|problem|problems|difficulties",
                "incompatib*|incapab*",
            ),
            ro=(
                "crapă|buguit*",
                "nu merge",
                "eroare|erori",
                "bug",
                "problema|probleme cu|la|când",
                "lag",
            ),
            ru=(
                "вылетает|вылетают|лагает|глючит|тормозит|виснет",
                "баг|баги|глюк*",
                "проблема|проблемы с",
                "ошибка|ошибку",
                "лаги",
            ),
        ),
    ),
)
