"""Money taken wrongly, kept or gone."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="payment",
    label=Label.COMPLAINT,
    severity=Severity.HIGH,
    groups=(
        Group(
            5.0,
            en=(
                "charged|billed|debited|paid ~3 twice|double|again|wrongly|thrice",
                "was|were|been|got|you|they|i ~1 charged|billed ~3 extra",
                "double|over|wrongly charged|billed",
                "overcharged|overbilled",
                (
                    "charged|billed|billing|charging me|my|us ~4 without|after|even|although|despite|"
                    "cancelled|anyway"
                ),
                "why ~2 charging|charged|billed",
                "cancelled|canceled|unsubscribed ~6 charged|billed|billing|charging|charge",
                "took|taken|taking|withdrew|stole|stolen ~3 from ~1 account|card|wallet|bank",
                (
                    "my ~2 money|funds|balance|coins|deposit|savings ~3 gone|missing|vanished|disappeared|"
                    "stolen|"
                    "lost|zero"
                ),
                "account balance ~5 gone|missing|zero",
                "unauthorised|unauthorized ~1 charge*|payment*|transaction*|withdrawal*|access",
                "didnt|not authorise|authorize",
                "where|wheres ~2 my money|refund|funds",
                "chase ~3 money",
                "refusing|refuse|refuses|refused|denied|rejected ~3 refund|return|pay|deposit",
                "refund ~4 denied|refused|rejected|late|overdue|pending",
                "owe|owes me ~2 refund|money|‹money›|#",
                "paid ~5 never|nothing|nowhere|but|and ~3 received|arrived|got|work|works|start",
                "losing|lose|lost|loose ~3 fee|fees|money|funds|deposit",
                "swallowed|ate|kept|retained my ~1 card|money|voucher|cash|balance",
                "billed|charged for ~4 closed|cancelled|canceled|after|when",
                "collection letters|agency|notice|agencies",
                "exchange rate ~5 not|wasnt|isnt|wrong|different",
                "take money ~8 back|return",
                "rate|amount|price|sum you|they showed|quoted ~4 not|wasnt|charged|different",
                "spent # ~6 lock|without|because",
                "paid ~2 #|late|premium|full|for ~6 ads|adverts|late|nobody",
                "charged|billed|billing ~2 after ~2 cancelled|canceled|cancelling",
                (
                    "payment|money|funds|card ~2 taken|charged|deducted|withdrawn|debited ~5 not|didnt|never|"
                    "nothing|failed|no"
                ),
                "payment|transaction failed ~5 taken|charged|deducted|gone|debited",
                "lost # ~2 because|due|thanks ~3 your|bug|you",
                "still ~1 being|getting|get ~1 charged|billed",
                "wont|cant let me|withdraw ~1 my? money",
            ),
            ro=(
                "luat|retras|plătit|încasat|taxat|debitat|facturat ~4 de două|2|# ori",
                "luat|retras|încasat|debitat|taxat ~2 banii|bani ~3 fără|și|degeaba|iar|de",
                "taxat|facturat|încasat dublu|greșit|degeaba|iar|aiurea",
                "plata|suma|factura ~3 dublă|greșită|de două",
                "anulat|reziliat|renunțat ~6 plătesc|factur*|tax*|luați|luat|bani",
                "unde ~2 banii",
                "alerg|umblu|aleargă ~2 după ~1 banii|bani",
                "mi-au|mi-a|mi-ați dispărut|furat|luat ~2 bani*|lei|euro",
                "refuz* ~4 banii|ramburs*|returnez*|plat*",
                "nu ~3 dați|dau|dă|returnat|restituit|înapoiat|rambursat banii|garanția",
                "am plătit ~4 nu|n-am|n-a|nici ~2 primit|venit|ajuns|merge|pornește",
                "înghițit|reținut|mâncat ~2 card*|bani*|banc*",
                "factur* ~4 mai|dublu|triplu mare|mult",
                "de #|două|trei|patru ori mai mare|scump*",
                "îmi|mi-a|mi-au ~1 ia|luat|iau|oprit|retras|tras ~1 bani*|#|lei|din",
                "rambursar* ~6 zile|săptămâni|luni|niciodată|promis*",
                "hoților|hoți ~4 bani*",
                "oprit ~2 abonament* ~4 plătit",
                "amendă|penalizări ~4 nu|fără|degeaba",
                "plata|tranzacția ~3 bani* ~2 luat*|retras*|dus*|plecat*",
                "bani* ~3 luat*|retras*|încasat* ~4 nu|n-am|n-a|eșuat|fără",
                "plata|tranzacția ~2 eșuat|respins* ~6 luat*|retras*|tras*",
                "pierdut # ~2 de? ~1 lei|euro|bani ~4 vostru|voastră|bug*|cauza|voi",
                "bani* ~2 luați|retrași",
                "încă|tot ~1 îmi|mi ~1 iau|luați|ia|retrag|taxați ~1 bani*|#|din",
                "taxat ~3 de ~1 două ori",
                "oprit|luat|încasat ~2 #|două|doua|trei ore|lei|zile ~1 deși|desi",
                "penalizări|penalizari|dobândă|amendă ~3 dacă|daca|deși ~1 am",
                "nu pot scoate|retrage|primi ~1 banii",
                "salariul|banii|suma ~3 blocat*|blocați ~1 la",
                "nu primesc|primim banii",
                "citirea|indexul|contorul|consumul ~2 greșit*",
                "am de plată|plata #|de",
                "altă|alta sumă|suma|factură",
                "reînnoiește|reinnoieste|prelungește ~1 singur|automat|fără",
            ),
            ru=(
                "дважды|повторно|два|2|лишние|лишнее|# раза? ~1 списал*|снял*|оплат*|взяли|списание",
                (
                    "списал*|сняли|снимают|снимаете|списываете|списывают|списывается ~3 дважды|повторно|два|"
                    "2|"
                    "без|опять|снова|до|лишн*|ни"
                ),
                (
                    "списали|сняли|снимаете|украли|списывают|взяли ~2 деньги|денег|рублей|тысяч*|руб|"
                    "средства|бабки"
                ),
                (
                    "отменил|отменила|отписался|отписалась|отключил|отключила ~6 снимают|снимаете|списал*|"
                    "списыва*|деньги"
                ),
                "деньги|средства|баланс ~3 пропали|исчезли|пропал|исчез|украли|зависли|не вернули",
                "где ~1 мои? деньги|средства",
                "бегать за ~2 деньгами",
                "отказ* ~3 возврат*|вернуть|возвращать|деньги|выплат*",
                "не ~1 возвращ*|вернул*|верните|отда* ~2 деньги|денег|залог|средства|предоплат*",
                "заплатил*|оплатил* ~5 а|но|и ~3 не|нет|ничего|равно",
                "кинули|кинул|развели|развел|обманули|надули на|меня|нас|# ",
                "съел|проглотил|заблокировал|зажевал ~1 карт*|деньги|купюр*",
                "сняли|списали|сняла|взяли|снимают ~1 # ~1 рублей|руб|евро|тысяч*|лей|долларов|с|за|ни",
                "списали|сняли по другому|больше|лишн*",
                "коллектор*",
                "договор* ~4 не подписывал*|заключал*",
                "зачислил* ~4 позже|не|до",
                "деньги ~6 зачислили|вернули ~2 позже|не",
                "потратил* # ~8 не|из-за|защит*",
                "оплата|платеж ~2 не ~1 прошел|прошла|прошло ~4 списал*|снял*|деньги",
                "деньги ~1 списал*|снял* ~4 не|а",
                "оплатил*|заплатил*|купил* ~4 не ~1 получил*|пришл*|выдали|начислили",
                "потерял* # ~1 рублей|руб|тысяч*|долларов|евро|лей ~2 из-за|вашего",
                "подписк* ~2 продл*|оформил*|списал* ~2 без",
                "до сих пор ~1 снимают|списывают|снимаете|списываете|берут",
                "снимают|списывают|снимаете|списываете за ~4 отказал*|отменил*|отключил*",
                "с ~1 карты|счета|баланса ~1 ушло|ушли|списалось|исчезло|пропало",
                "куда ~1 делись|делось|ушли|пропали ~1 #|деньги|рубл*|средства|баллы",
                "это ~1 за списание|деньги|платеж",
                "взяли|содрали|слупили ~2 доплату|деньги|плату|штраф|залог",
                "деньги ~3 за ~1 отмен* ~4 у вас",
                "оплачен*|списано|оплатил* ~1 дважды|два-раза",
                "дважды ~1 оплачен*",
                "зарплата|деньги|перевод ~2 зависл*|застрял*|завис",
                "откуда пени|штраф|долг|задолженность",
                "посчитали|посчитана|рассчитали|начислили ~3 неверно|неправильно|пустую|лишн*|дважды",
                "списала|списало|списал|списали ~1 за ~2 часа|дня|месяц* ~1 хотя",
                "в квитанции|счете ~3 другая|посчит*|лишн*|не",
                "без денег",
                "деньги ~1 не вывести|снять|вернуть",
            ),
            es=(
                (
                    "cobraron|cobrado|cobró|cobrando|cargaron|cargado|descontaron|debitaron ~3 dos|doble|2|# "
                    "veces|doblemente|demás|más"
                ),
                (
                    "me|nos|siguen|han|les ~2 cobraron|cobrado|cobrando|cargaron|debitaron|descontaron|"
                    "cobran|robaron ~4 sin|después|cancel*|baja|todavía|aunque|dinero|plata|€|‹money›|#|doble"
                ),
                "cobro|cobros|cargo|cargos duplicado|doble|indebido|indebidos|duplicados|no-autorizado",
                "dónde ~2 mi dinero|reembolso|plata",
                "pagué|pagado|pagamos ~4 no|nunca|nada ~3 llega|llegó|recibí|funciona|recibido|aparece|han",
                (
                    "no ~2 devuelven|devolvieron|devuelve|reembolsan|devuelto|regresan ~3 dinero|plata|"
                    "depósito|fianza|importe"
                ),
                "me deben|debéis ~3 #|dinero|‹money›",
            ),
            de=(
                (
                    "doppelt|zweimal|mehrfach|2|# mal? ~1 abgebucht|berechnet|belastet|bezahlt|kassiert|"
                    "eingezogen"
                ),
                (
                    "abgebucht|eingezogen|berechnet|abkassiert ~5 obwohl|ohne|trotz|gekündigt|doppelt|"
                    "zweimal|falsch|storniert|zu"
                ),
                "gekündigt|storniert|kündigung ~6 abgebucht|abbuch*|buchen|rechnung|belastet",
                "mein|unser|mein|das geld ~3 weg|verschwunden|nicht|einbehalten|futsch",
                "wo ~2 mein|meine|unser geld|erstattung|rückerstattung",
                (
                    "bezahlt ~4 nichts|nicht|nie|keine|kein ~2 bekommen|erhalten|da|angekommen|geliefert|"
                    "gekommen|freigeschaltet"
                ),
                (
                    "unberechtigte|falsche|unbefugte|nicht-autorisierte abbuchung*|rechnung|buchung*|"
                    "zahlung*|mahnung*"
                ),
            ),
            fr=(
                (
                    "débité|prélevé|facturé|débitée|prélevée|facturée|payé|encaissé ~3 deux|double|2|# fois|"
                    "doublon"
                ),
                "double|doublon prélèvement|débit|facturation|paiement",
                (
                    "prélevé|prélève|prélèvent|prélevez|débité|facturé|prélevée|débitée ~4 sans|alors|malgré|"
                    "après|encore|résili*|annul*|toujours"
                ),
                "résilié|annulé|désabonné ~6 prélev*|prélèv*|factur*|débit*",
                "mon|notre|l argent ~3 disparu|volé|bloqué|parti|pas|où",
                "où ~2 mon|l argent|remboursement",
                "payé ~4 rien|jamais|pas|toujours ~2 reçu|arrivé|eu|livré|fonctionne|marche",
                "refuse|refusent|refusez ~3 rembours*|rendre",
                "devez ~2 #|‹money›|argent|remboursement",
            ),
            uk=(
                "двічі|повторно|два|2|зайві|зайве|# рази? ~1 списал*|знял*|оплат*|взяли|списання",
                (
                    "списал*|зняли|знімають|знімаєте|списуєте|списують ~3 двічі|повторно|два|2|без|знову|"
                    "зайв*|гроші|гривень|грн|коштів"
                ),
                "гроші|кошти|баланс ~3 пропали|зникли|пропав|зник|вкрали|зависли|не-повернули",
                "де ~1 мої? гроші|кошти",
                "заплатив|заплатила|оплатив|оплатила ~5 а|але|і|й ~3 не|нема|немає|нічого",
                "не ~1 повертають|повернули|повертаєте|віддають ~2 гроші|кошти|заставу",
                "відмов* ~3 поверн*|гроші|виплат*",
            ),
        ),
        Group(
            2.6,
            en=(
                "charged|billed me",
                "paid # ~1 for ~6 and|but|that",
                "# bucks|dollars|euro|euros|quid for ~3 game|piece|this|that|crap",
            ),
            ro=("am dat|plătit # ~2 pe|pentru", "mi s-a|s-au luat|retras"),
            ru=("отдал|отдала|заплатил|заплатила|выложил # ~2 за", "отдал|отдала|заплатил ~2 тысяч* за"),
        ),
    ),
)
