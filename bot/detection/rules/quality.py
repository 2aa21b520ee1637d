"""What came is damaged, cold, late, falls apart or gets worse."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="quality",
    label=Label.COMPLAINT,
    severity=Severity.LOW,
    groups=(
        Group(
            4.2,
            en=(
                (
                    "arrived|came|delivered|received|showed|turned|got ~2 broken|damaged|cracked|cold|smashed|"
                    "opened|torn|wet|empty|expired|rotten|dirty|used|scratched|defective|stale|leaking|raw|burnt|"
                    "soggy|spoiled|mouldy|moldy"
                ),
                "fell|falls|falling|came apart|off ~2 after",
                (
                    "broke|broken|dead|died|dies|stopped ~2 after|in|within|on ~2 #|a|two|one|three|day|week|"
                    "hours|days|first"
                ),
                "battery dies|drains|lasts ~1 #|in|after|within|two|three|only|fast|so|by",
                "every patch|update ~3 worse|break*|slower|buggier",
                "gets|getting|got|gotten|made|makes ~2 worse|slower",
                "went|dropped|down from # to #",
                (
                    "my|our ~2 flight|train|booking|room|reservation|appointment|trip|bus ~2 cancelled|canceled|"
                    "delayed|overbooked|moved"
                ),
                "cancelled|canceled our|my ~1 room|booking|flight|order|reservation|ticket|appointment",
                "no ~1 hotel|voucher|staff|refund|explanation|apology|info|reply no",
                "missed|missing my|our ~1 connection|connecting|flight|train|appointment|meeting|wedding",
                "stranded|dumped here|at|in|with|us|passengers|customers",
                "hair|fly|bug|plastic|worm in my|the|our food|soup|salad|burger|pizza|meal|room|bed",
                "dirty|filthy|smelly|mouldy ~1 room|sheets|bathroom|table|plates|seat",
                "poor|terrible|bad|awful quality|service|experience|communication|packaging",
                "wrong ~1 size|order|item|colour|color|address|meal|model ~2 again|and|instead|arrived",
                "delayed|late ~1 again",
                "raw|undercooked|burnt|rotten|mouldy|stale|sour ~2 in|inside|middle|and|when",
                (
                    "smelled|smells|stank|stinks|reeked ~1 of|like ~2 smoke|mould|mold|sewage|cigarettes|urine|"
                    "damp|chemicals|sweat|piss|fish"
                ),
                "arrived|came|delivered ~2 late !tonight",
                "leaked|leaks|leaking|broke|failed on ~1 day|first",
                "tear|hole|crack|scratch|stain|dent ~1 in|on",
                "zip|sole|button|handle|strap|screen|wheel|lid|seam ~1 came|fell|broke|snapped off|apart|on|after",
                "threw|dropped|left|dumped|tossed ~1 the|my|our ~1 box|parcel|package|it ~1 over|in|at|on|outside",
                "glass|pieces|water everywhere",
                "hours without",
                "nearly|almost ate|drank|choked|fell",
                "crap|shit|shitty|garbage|trash|awful quality|service|food|support|packaging",
                "room|shower|bathroom|sheets|toilet ~2 cold|dirty|smelled|filthy|stank|broken|wet",
                "drilled through",
                (
                    "item|product|box|package|parcel|screen|order|it was|is|were ~1 damaged|broken|cracked|"
                    "smashed|defective ~2 when|on|upon|in|out"
                ),
                "pink|bloody|frozen|raw inside|in",
                "chicken|meat|burger|fish|steak ~2 pink|raw|bloody|off|rotten",
                "opened ~2 box|package|parcel|envelope ~3 empty|broken|wrong|nothing",
                "broken all week|day|month|night",
                "my|our ~1 order|parcel|package|delivery|refund|food|pizza|luggage|shipment ~2 late|delayed|overdue",
                "driver|courier|rider ate|eaten|drank|opened",
                "bag|box|parcel|package|seal|food ~1 was|came ~1 opened|open|broken|torn",
            ),
            ro=(
                (
                    "venit|ajuns|primit|livrat|adus|sosit ~3 rece|reci|spart*|crăpat*|stricat*|defect*|"
                    "desfăcut*|ud|uda|expirat*|gol|goală|zgâriat*|murdar*|rupt*|incomplet*|"
                    "crud*|ars*"
                ),
                "s-a|s-au descusut|rupt|stricat|dezlipit|spart|decolorat|desfăcut ~1 după|în|la|din",
                "bateria ~2 moare|doar|abia|numai",
                "nu ~1 mai? ține ~1 bateria",
                "zbor*|cursa|tren*|rezervare*|camera|programarea ~2 anulat*|întârziat*|amânat*",
                "anulat ~1 camera|zborul|comanda|rezervarea|programarea|cursa",
                "fără hotel|voucher|nimeni|explicații|scuze fără",
                "fără ~2 fără ~2 fără",
                "tot mai prost|lent|slab",
                "fiecare ~3 prost|rău|lent",
                "mai prost|rău|lent|slab ca|decât|de",
                "lăsat|aruncat ~2 pachetul|coletul ~2 ploaie|poartă|gard|stradă|drum|scară",
                "calitate|calitatea|servicii|serviciile ~1 proast*|jalnic*|slab*|lasă",
                "fir|fire de păr",
                "mizerie|murdar* ~2 cameră|baie|baia|masă|cearșaf*",
                "zgâriat*|spart*|crăpat*|îndoit*|pătat* ~2 pe|la|toată|din|în",
                "mucegai|gândaci|șobolan*|păr ~1 în|pe|la",
                "acră|crud|crudă|arsă|sărat*|rânced*|stricată ~3",
                (
                    "supa|mâncarea|pizza|burgerul|carnea|ciorba ~1 era|e|a ~3 acră|rece|crud*|ars*|"
                    "râncedă|stricat*"
                ),
                "rupt|stricat|crăpat|dezlipit ~1 fermoarul|talpa|ecranul|mânerul|din|după|cureaua",
                "nu intră la|în garanție",
                "răsturnat*|vărsat* ~2 pungă|cutie|sacoșă",
                "a|au plecat ~2 #|zece|cinci|douăzeci|mai ~1 minute|devreme ~2",
                "găurit|spart|stricat|distrus ~1 țeava|peretele|ușa|parchetul",
                "căcat|rahat|jeg servicii|mâncare|calitate|suport",
                "rahat|căcat de",
                "bateria ține ~1 #|trei|două|o ~1 ore|oră|minute ~4 scrie|promis*|zice|doar|reclam*",
                "s-a|s-au defectat|rupt|dezlipit|descusut|stricat|spart|crăpat",
                "cameră|baie|baia|masa|așternut*|cearșaf*|prosoap*|vesela ~3 murdar*|mizerabil*|jegoas*",
                "pui*|carn*|burger*|pește*|friptur* ~2 roz|crud*|stricat*|ars*",
                "cutia|coletul|pachetul|plicul ~3 gol|goală",
                "comanda|coletul|livrarea|pachetul|rambursarea|mâncarea ~2 întârzie|întârziat|întârziată",
                "livratorul|curierul ~2 mâncat|desfăcut|băut|deschis",
                "punga|cutia|coletul|sigiliul ~1 era|e| ~1 deschis*|desfăcut*|rupt*|gol|goală",
                "miros de|a ~1 mucegai|gaz|ars|canal|țigară|tigara",
                "vedere|vederea la ~1 ghenă|ghena|gunoi|zid|parcare",
                "mi-au|mi-a|ne-au spart|crăpat|zgâriat|stricat|rupt ~2",
                "service* ~2 cu altă|alta",
                "omorât|omorat|stricat|distrus|nerfuit ~2 preferat*|modul|clasa|jocul|arma",
                "fără|fara ~1 supă|supa|sos|salată|garnitură|cartofi ~2 deși|desi|pe",
            ),
            ru=(
                (
                    "пришел|пришла|пришло|пришли|приехал|приехала|приехало|привезли|доставили|получил|получила|"
                    "принесли ~4 холодн*|сломан*|разбит*|битый|битая|битое|треснут*|треснувш*|брак*|поврежден*|"
                    "вскрыт*|мятый|мятая|мокр*|пустой|пустая|просроч*|грязн*|поцарап*|порван*|сырой|сырая|"
                    "позже|рваный|рваная"
                ),
                "развалил*|сломал*|порвал*|отклеил*|сдох|сдохла|умер|умерла|полинял* ~1 после|через|за|на",
                "батаре*|аккумулятор ~2 держит|садится|сдыхает|разряжается",
                "рейс|поезд|бронь|номер|запись|автобус|вылет ~2 отменили|отменен*|перенесли|задерж*",
                "отменил* ~2 бронь|рейс|заказ|номер|запись|нашу|мой|мою",
                "ни отеля|ваучера|извинений|воды|объяснений|одного",
                "только хуже",
                "все хуже|медленнее",
                "хуже|медленнее чем|стал*|прежн*",
                "стало|стал|стала ~1 хуже|медленнее|невозможно",
                "бросил|бросили|оставил|кинул|швырнул ~1 коробку|посылку|заказ|пакет ~2 под|у|на",
                "качество|качеством|качества ~1 ужасн*|отвратительн*|никакое|хромает|упало|плохое|ниже",
                "волос в",
                "грязн* ~1 номер|белье|постель|стол|посуда|ванн*",
                "внутри|сверху|снизу ~1 сыр*|вдребезги|разбит*|треснул*|битое|мокр*",
                "котлета|курица|мясо|рыба|суп|пицца ~2 сыр*|холодн*|пересол*|кисл*|тухл*",
                "воняло|воняет|пахло|провонял*|несет ~1 ",
                "душ|вода|еда|чай|батареи холодн*|ледян*",
                "молния|подошва|ручка|кнопка|замок|экран ~1 отвалил*|сломал*|треснул*|порвал*|оторвал*",
                "порван|порвана|порвано|рваный|рваная|дырявый|треснут ~1 левый|рукав|правый|шов|карман|чехол|# ",
                "перекинул|швырнул|кинул|бросил ~1 коробку|посылку|пакет ~1 через|на|у|в",
                "часа|часов просидели|простояли|прождали|стояли|сидели ~5 без",
                "по гарантии отказ*|не",
                "отказ* по гарантии",
                "просверлил*|испортил*|залил*|затопил* ~1 трубу|стену|пол|потолок|дверь",
                "номер|комната|ванная|белье|постель|посуда|стол ~4 грязн*|воня*|сломан*",
                "курица|мясо|рыба|бургер|стейк ~2 розов*|сыр*|тухл*",
                "коробк*|посылк*|пакет ~2 пуст*",
                "заказ|посылка|доставка|возврат|еда ~2 опаздывает|задерживается|задержали|задерживают",
                "курьер ~1 ел|съел|сожрал|вскрыл|открыл",
                "пакет|коробка|посылка|упаковка ~1 был|была|пришла? ~1 открыт*|вскрыт*|порван*|мят*",
                "просрочен|просрочена|просрочено|просрочены",
                "остыл|остыла|остыло|остыли ~1 пока|пришло",
                "замок|ручк*|колес* ~2 сломали|оторвали|отломали",
                "развалились|развалился|развалилась|развалилось|расклеились ~1 за|через|после|на",
                "запах* ~1 плесени|гари|сырости|табака",
                "вид ~1 на ~4 окна|помойку|стройку|стену",
                "под окнами стройка|ремонт|помойка|дискотека",
                "выписали|оформили|сделали ~1 на ~2 не|другое|физлицо|чужое",
                "после ~1 вашего|ремонта|сервиса ~4 греется|не|хуже|сломал*",
            ),
        ),
        Group(
            2.0,
            en=(
                "delayed",
                "cancelled",
                "damaged|debacle|disorganized|disorganised|disorganization|miserable|stranded",
                "cracked|crooked|scratched",
                "worse",
                "flight|train ~2 delayed|cancelled|overbooked",
                "messed|screwed up",
            ),
            ro=("stricat|stricata|defect|defecta", "anulat", "întârziat"),
            ru=("сломан*|брак", "отменили", "опоздали|опоздание|опозданием", "хуже"),
        ),
    ),
)
