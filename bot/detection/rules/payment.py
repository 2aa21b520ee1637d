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
                "charged|billed|billing|charging me|my|us ~4 without|after|even|although|despite|cancelled|anyway",
                "why ~2 charging|charged|billed",
                "cancelled|canceled|unsubscribed ~6 charged|billed|billing|charging|charge",
                "took|taken|taking|withdrew|stole|stolen ~3 from ~1 account|card|wallet|bank",
                (
                    "my ~2 money|funds|balance|coins|deposit|savings ~3 gone|missing|vanished|disappeared|stolen|"
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
                "încă|tot ~1 îmi|mi ~1 iau|luați|ia|retrag|taxați ~1 bani*|# |din",
            ),
            ru=(
                "дважды|повторно|два|2|лишние|лишнее|# раза? ~1 списал*|снял*|оплат*|взяли|списание",
                (
                    "списал*|сняли|снимают|снимаете|списываете|списывают|списывается ~3 дважды|повторно|два|2|"
                    "без|опять|снова|до|лишн*|ни"
                ),
                "списали|сняли|снимаете|украли|списывают|взяли ~2 деньги|денег|рублей|тысяч*|руб|средства|бабки",
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
