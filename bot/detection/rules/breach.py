"""What was due did not come, or something else did: the plain breach of an expectation."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule
from bot.detection.rules.words import HAVE_NOT, MINE

RULE = PhraseRule(
    name="breach",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            5.0,
            en=(
                (
                    f"still|yet ~2 {HAVE_NOT} ~1 receive|received|arrived|refunded|shipped|fixed|answered"
                    "credited|delivered"
                ),
                f"still|yet ~2 {HAVE_NOT} ~1 got|gotten|get|seen|had ~3 {MINE}|anything|response",
                f"{HAVE_NOT} ~1 receive|received|gotten|got|get ~3 {MINE} yet",
                f"never ~1 got|received|saw ~2 {MINE}",
                f"{MINE} ~2 never arrived|came|showed|shipped|arrives|comes|happened",
                f"still|yet no {MINE}|parcel|update|fix|response|sign|word",
                "nothing was|has ~1 delivered|arrived|happened|changed|received",
                "not what i|we ordered|paid|asked|expected|was",
                (
                    "sent|got|received|delivered|brought ~3 wrong size|item|order|product|colour|color|one|model|"
                    "address|food|meal"
                ),
                "not as described|advertised|pictured|promised",
                "nothing like the picture*|photo*|description|ad",
                "was|were|been promised",
                "you|they promised",
                "you|they said ~4 but",
                "never|didnt ~1 showed|show up",
                (
                    "was supposed|meant to ~1 come|arrive|be|get|receive|deliver|happen|call ~3 yesterday|monday|"
                    "tuesday|wednesday|thursday|friday|last|between|by"
                ),
                "still|yet not|isnt|hasnt ~1 fixed|solved|resolved|working|arrived|refunded|back",
                "debited|sent|paid ~4 not|never ~1 credited|received|arrived|delivered|came",
                "specifically asked",
                "was|were given|sold to ~1 someone|somebody|another else|customer|passenger|person",
                "i want what i paid",
                "dont|didnt want a|your voucher|coupon|credit|apology",
                "what i|we paid for",
                (
                    "contract|box|ad|receipt|description|listing|page|website says|said|shows|promised ~3 #|"
                    "lifetime|unlimited|free|included"
                ),
                "never turned|showed up",
                "moved|postponed|rescheduled without|again ~3 asking",
                "as i|we asked ~2 in|on|you|last|before",
                "promised ~1 a|my|me|us ~1 refund|call|callback|replacement|delivery|answer|compensation",
                "to the wrong country|address|city|person|house|flat|hotel|branch",
                "asked ~1 for no|without",
                "the one you used|showed|promised|advertised",
                "delivered|shipped|sent ~2 to ~2 wrong|different|another|someone ~1 address|person|city|house|elses",
                (
                    "renewed|subscribed|signed|enrolled|upgraded ~4 without ~1 my|our|any ~1 consent|permission|"
                    "knowledge|approval"
                ),
                (
                    "hasnt|havent|wasnt|isnt|not ~1 been ~1 delivered|shipped|refunded|processed|resolved|fixed|"
                    "sent|answered|dispatched"
                ),
                "not what i|we ~1 pay|signed|bargained",
                "couldnt|cant|wont ~1 tell me ~2 when|where|why",
                "was|were not|nowhere ~1 in the system",
            ),
            ro=(
                (
                    "tot|încă|nici nu|n-a|n-am|n-au|n-ati|nu-i ~2 ajuns|venit|primit|sosit|rezolvat|reparat|"
                    "răspuns|livrat|apărut|trimis|returnat|rambursat"
                ),
                "nici acum",
                (
                    "n-am|nu am ~1 primit ~2 colet*|comanda|banii|nimic|produs*|rambursar*|factura|"
                    "pachet*|răspuns"
                ),
                (
                    "nu|n-a|nu-a|n-au ~1 mai? venit|ajuns|sosit nimic|nimeni|coletul|comanda|tehnicianul|"
                    "curierul|niciodata"
                ),
                (
                    "nu mi|mi-a|mi-ați|mi-au|ne-au|ne-ați ~1 ajuns|trimis|livrat ~2 colet*|comanda|banii|pachet*|"
                    "produs*"
                ),
                "trimis|primit|adus|livrat|venit ~2 greșit*",
                "altă|alt mărime|produs|culoare|model",
                "nu e|este ce am|trebuia|scria",
                "nu corespunde|seamănă",
                "mi-ați|mi-au|ne-au|mi-a|ne-ați|mi promis",
                "mi s-a promis|spus|zis",
                "ați|au|a|voi promis",
                "am comandat|platit ~6 nimic",
                "n-a|nu a|mai venit|apărut",
                "nici|tot|încă nu|n-ati|n-au ~1 ați|au ~1 reparat|rezolvat|fixat",
                "fără jumătate din",
                "livrat ~4 n-am|nu ~2 primit",
                "trebuia|trebuiau ~1 să ~1 vină|ajungă|fie|primesc|vin|livreze|sune",
                "zice|scrie una ~3 alta|altceva",
                "una ~3 apare|e|primesc|pe alta",
                "în alt|altă oraș|limbă|adresă|țară|localitate",
                "am rămas fără|în|pe",
                "nu eram|apar|apare|apărea|figurez|exist ~1 în|nicăieri|sistem|listă",
                "vreau ~2 pe care i-am|l-am|am",
                "nu vreau voucher|cupon|scuze|credit",
                "v-am ~1 cerut|rugat|spus|scris ~2 să|de|din",
                "fără apă|curent|căldură|net|lumină|semnal",
                "ziceți|spuneți ~2 că ~1 nu|n-ați|nu-l",
                "deși ~3 cont|am|plăt*|premium|cerut",
                (
                    "colet*|comanda|pachet*|cutia|produsul|marfa|factura ~3 nu|n-a|nu-a ~3 ajuns|venit|sosit|"
                    "livrat*|primit|apărut"
                ),
                "nu|n-a ~2 ajuns|venit|sosit|livrat* ~1 nici|coletul|comanda|pachetul",
                "la|pe altă|alt|altei adresă|persoană|oraș",
                "fără acordul|consimțământul|permisiunea|știrea",
                "nu ~2 fost livrat*|trimis*|expediat*|rambursat*|rezolvat*|procesat*",
                "nu ~1 pentru|de asta plătesc|dau",
                "nu știe|poate|pot ~1 spune|zică|zice? ~1 când|unde|de",
                "s-a întors|intors ~2 la|singur",
                "spus|zis ~2 că|ca ~1 nu ~1 sunt|e|este|mai valabil*",
                "nu ~2 s-au|s-a deblocat|activat|adăugat|afișat|aplicat",
                "am ~1 zis|spus|cerut|rugat fără|fara ~3 primit|venit|adus|pus",
                "cerut ~4 și|si|iar ~2 mi-ați|mi-au|au emis|trimis|dat|făcut",
                "nicio|nici-o legătură|legatura cu",
                "deși|desi ~1 era|am|scria|cerusem|plătisem|platit|plecat",
                "scrie ~1 că|ca ~1 nu ~1 eram|am ~1 acasă|acasa|răspuns",
                "noi|eu ~1 plătisem|platisem|rezervasem|rezervat|cerusem",
                "vândut|vandut ~3 resigilat|folosit|vechi|defect|expirat",
                "cu altă|alta problemă|problema|defecțiune",
                "anulat ~1 cursa|comanda|programarea ~2 după|dupa|când|fără",
                "polița|polita|contul|plata|comanda ~3 nu ~1 apare|figurează|exista",
            ),
            ru=(
                "до сих пор не|нет|ни",
                (
                    "так и не|нет ~3 пришл*|пришел|приехал*|получил*|дошл*|дошел|ответил*|вернул*|починил*|"
                    "исправил*|привезли|доставили|перезвонил*|появил*"
                ),
                (
                    "все еще|равно не|нет ~1 пришл*|пришел|приехал*|получил*|дошл*|вернул*|починил*|"
                    "исправил*|привезли"
                ),
                (
                    "посылки|заказа|денег|возврата|ответа|доставки|товара|курьера ~1 все|до|нет|так ~1 еще? "
                    "нет|не|никакого"
                ),
                "все|по-прежнему нет",
                (
                    "не ~1 пришло|пришла|пришел|пришли|приехал|приехали|привезли|доставили|получил|получила|"
                    "дошла|дошло ~2 посылк*|заказ*|деньг*|денег|товар*|ничего|курьер*|мастер*"
                ),
                (
                    "посылка|заказ|деньги|товар|курьер|мастер ~2 не ~1 пришло|пришла|пришел|пришли|приехал|дошла|"
                    "дошел|поступил*"
                ),
                "ничего не|нет ~1 пришло|привезли|доставили|изменилось|получил|получила|починили",
                "не соответствует",
                "не тот|ту|те|то|та размер|товар|цвет|заказ|модель|адрес|блюдо",
                "не то что заказ*|обещал*|было|на",
                "прислали|привезли|пришел|пришла|пришло ~2 не тот|ту|те|то|другой|другая|другое",
                "обещали|обещано|пообещали|обещал|клялись",
                "и|тоже|опять|снова|все ~3 не починили|исправили|пофиксили|решили",
                "не починили|пофиксили|исправили",
                "без половины",
                "если он|она|они не приехал*",
                "должны ~1 были|был привезти|приехать|доставить|подключить|прийти|позвонить",
                "по ~1 договору|тарифу|контракту|описанию ~1 #|одно|а|должно",
                "по факту",
                "показали|написали|обещали|указали ~2 одно|один|одну ~3 а",
                "продали|отдали ~2 двум|другому|другим",
                "мне нужно|нужен|нужна ~1 то|что|не",
                "не нужен|нужна купон|промокод|ваши",
                "за что ~1 я|мы? заплатил*|платил*|плачу",
                "в другой|чужой город|адрес|дом",
                "ещё|уже ~1 в ~1 июне|мае|августе|января|марте|прошлом просил*|писал*|обращал*",
                "без воды|света|тепла|связи|интернета|объяснений|отопления",
                "просил|просила ~1 без|не|убрать|заменить",
                "угадайте что",
                "а скинов|товара|денег|доступа|бонусов|баллов ~3 нет",
                "навсегда а|и теперь",
                "навязал*|подключили ~2 платн*|без|услуг*",
                "доставк* ~1 должна|должны ~1 была|были",
                "по другому|чужому|неверному адресу",
                "без ~1 моего|нашего согласия|ведома|разрешения",
                "заказ|посылка|товар ~4 не доставлен*|отправлен*|пришел|пришла|приехал*|собран*|обработан*",
                "ещё|все не ~1 доставлен*|пришел|пришла|отправлен*|привезли|получил*",
                "не за это|то плачу|платим|платил*",
                "не ~1 может|могут|знает|знают ~1 сказать|объяснить|ответить|когда",
                "так и не открыли|дали|подключили|вернули|включили|установили|выслали",
                "с|на чужим|чужую|чужой|другим ~1 именем|фамилию|адрес|номером",
                "заселили|поселили|посадили ~3 в|на ~2 комнат*|место|раскладуш*|другой|чуж*",
                "не дали ~4 хотя|отметила|просил*",
                "прислали|пришло|положили|привезли ~1 два|две ~1 лев*|прав*|одинаков*",
                "вместо ~3 прислали|положили|привезли|дали|принесли|налили",
                "просил|просила ~1 без ~4 налили|положили|принесли|дали|привезли",
                "ключ|код|билет*|промокод ~2 оказал*|уже ~1 использован*|недействит*|занят*|неактивн*",
                "недействительн*|недействителен",
                "купил|купила|оплатил|оплатила ~4 не ~1 открыл*|активир*|появил*|пришл*|начисл*|дали|показыва*",
                "кто-то ~1 забрал|получил",
                "в базе ~1 нет",
                "чужой ~1 товар|заказ|имя",
                "заменили ~2 без|никто|на|не",
                "на сайте ~2 пишут|написано|одно|не",
                "отменили|отменен* ~2 когда|за|без|в",
                "не ~1 застали дома",
                "оплатили|заплатили|бронировали ~2 вид|люкс|место|номер ~3 а",
                "вот вам и",
            ),
        ),
        Group(
            4.0,
            en=(
                f"wheres|where is|are|s ~1 my|our ~1 {MINE}|parcel|stuff|refund",
                "without ~1 notice|warning|permission|consent|notifying|explanation",
                "without ~1 telling|asking me|us|anyone|people|anybody|customers",
                "instead of the|what ~3 i|we|as",
                "not mentioned|disclosed|included|honoured|honored",
                (
                    "wasnt|werent mentioned|told|informed|included|delivered|shipped|refunded|answered|honoured|"
                    "disclosed"
                ),
                "never agreed|asked|ordered|authorised|authorized|signed|subscribed|consented to|for|it|this",
                "did not authorize|authorise|agree|order",
                "my|our|order|parts|items|half ~3 missing",
                "missing from my|the ~1 order|box|package|parcel|delivery|account|bag",
                "no longer supports|works|available|support",
                "box|ad|website|page says|said|claims",
                (
                    "you|they|airline|courier|driver|hotel|company|post|lost ~1 lost ~3 my|our ~1 luggage|bag|"
                    "parcel|package|suitcase|order"
                ),
                "was|were supposed|meant to ~3 but|and",
                "ordered ~5 and ~1 got|received|came|sent",
            ),
            ro=(
                "unde e|este|sunt|îmi|mi-e ~1 coletul|banii|comanda|pachetul|rambursarea",
                "fără să ne|mă|anunț*|spun*|întreb*|sune",
                "fără acord*|preaviz|explicați*|niciun|nicio|avertis*|motiv",
                "în loc să|de",
                "nu scria|scrie ~1 nicăieri|asta|de",
                "lipsă|lipsesc|lipsește|lipsea|lipseau",
                "pe cutie scrie|scria",
                "pierdut ~2 coletul|bagajul|pachetul|comanda|bagajele|valiza",
                "plătesc ~4 prind|primesc|am ~2 de",
                "comandat ~3 și|iar|dar ~1 mi-a|am|au|mi-au ~1 venit|primit|trimis|livrat",
                "fără să ~2 anunț*|spun*|întreb*|sun*|știu|știm",
            ),
            ru=(
                "где мой|моя|мои|моё|обещанн* ~1 посылк*|деньги|заказ|возврат|товар|багаж",
                "где ~1 деньги|посылка|заказ|возврат",
                "без предупреждения|спроса|согласия|объяснений|уведомления|причин*|ведома",
                "никого|никто|меня|нас|даже не предупредил*|спросил*|уведомил*|позвонил*",
                "не было ни слова|указано|предупреж*|сказано",
                "вместо того|обещанн*|заказанн*",
                "не хватает|хватало|доложили|довезли|положили",
                "на коробке|сайте|упаковке написано|было|указано",
                "потеряли ~1 мой|мою|мои|наш|багаж|посылку|заказ|чемодан",
                "плачу|платим за ~4 а",
                "заказывал*|заказал* ~3 прислали|привезли|пришел|пришла|пришло|получил*|а",
                "не ~1 заказывал*|просил*|подключал*|соглашал*|давал* ~1",
            ),
        ),
    ),
)
