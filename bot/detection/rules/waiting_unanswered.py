"""Waiting, and nobody answers."""

from bot.detection.model import Label, Severity
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="waiting_unanswered",
    label=Label.COMPLAINT,
    severity=Severity.MEDIUM,
    groups=(
        Group(
            4.8,
            en=(
                (
                    "nobody|noone ~2 answer|answers|answered|answering|reply|replies|replied|responds|"
                    "responded|helps|cares|bothered"
                ),
                "nobody|noone ~1 picks|pick|picked up",
                "no one ~2 answer*|repl*|respond*|helps|cares|picks",
                (
                    "zero|no|without|not|any reply|replies|response|responses|answer|answers ~2 since|from|for|"
                    "yet|so|to|at|after|in|whatsoever"
                ),
                (
                    "emails|emailed|mails|messages|tickets|calls|letters ~6 no|zero|without|any reply|replies|"
                    "response|answer|answers"
                ),
                "emailed|mailed|wrote|called|messaged|contacted|written ~4 times|twice",
                "still|been waiting ~3 for|on|#|since|to|over|days|weeks|months",
                "waiting for ~4 days|weeks|months|hours|forever|ages",
                "havent|hasnt|not ~1 heard ~1 back|from|anything|a ~1 you|support|them|anyone|thing|since|yet|word",
                "havent|hasnt ~1 answered|replied|responded",
                "asked|told|written|emailed|reported ~5 #|two|three|four|five|several|many times",
                "pending|sitting|stuck ~1 for|since|in|at ~2 #|since|days|weeks",
                "trying to reach|contact|call ~8 hours|days|#|no|two|all|since",
                "days|weeks|hours ~1 trying to reach|contact|get|call",
                "no explanation|communication|information|info|compensation|update|updates ~3 from|on|about",
                "ignored|ignoring me|us|my|by|our|for",
                "keep|keeps getting|being ~1 ignored",
                "support|service|team|hotline|they|you ~2 ignores|ignored|ignoring|ghosted|unreachable",
                "closed without ~1 answer|reply|response|solution|explanation",
                "hung|hangs up on|after|again",
                "cant|nobody|anyone ~1 reach anyone|support|you|them|someone",
                "on hold for",
                "tried ~3 team|support ~1 no help|luck|answer",
                (
                    "for ~1 second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth day|week|month|time|night "
                    "running|now|straight"
                ),
                "day|week|time|month running|straight",
                (
                    "told|explained ~4 #|two|three|four|five|second|third|fourth|fifth|sixth|seventh|eighth|"
                    "ninth|tenth ~1 different|agents|people|times"
                ),
                "hasnt|havent ~1 moved|changed|budged|updated ~1 since|in|for",
                "under|in review|investigation|processing ~1 since|for",
                "ticket|case|request|claim|complaint ~3 open|pending ~1 for|since",
                "look|looked|looking at my|our ticket|case|request|order|claim|account",
                "from the beginning|start|scratch",
                "told me to ~1 post|write|come|ask ~1 here",
                "goes|going nowhere",
                "nobody|noone ~1 apologised|apologized|bothered|cared|came",
                "couldnt|dont|doesnt care less|care",
                "unable to answer|reply|fix|help|find",
                "moved|postponed|rescheduled ~2 again",
                "time ~1 im|i|ive ~1 asking|ask|asked|writing|write|reporting|report|contacting",
                "how long does it take to ~1 answer|reply|respond|fix|refund",
                "closed|ended ~2 chat|dispute|ticket|case|claim|request|appeal ~3 while|in|within|without|before",
                "no way anyone|somebody|someone read|looked|checked",
                "nobody ~2 could|can ~1 tell|say|explain",
                "how much longer ~2 wait|must|take",
                "how long do|must i|we ~2 have ~1 wait",
                "month|months|week|weeks|days|hours ~1 without ~1 answer|reply|response|news|word|update",
                "keeps telling|putting me ~2 off|tomorrow|next",
                "queue ~3 one person|counter|desk",
            ),
            ro=(
                (
                    "nimeni nu|n-a|n-au|nu-mi|nu-i ~2 răspunde|răspuns|răspunzi|știe|spune|ajută|sună|sunat|"
                    "interesează|contactat|zice"
                ),
                "nu|n-a|nu-mi ~2 răspunde|răspuns|sunat|contactat|sună nimeni",
                "niciun|zero|fără un|niciun? răspuns|raspunsuri|reacție",
                "încă|tot aștept|așteptăm|stau",
                "aștept de ~3 zile|luni|săptămâni|ore|ieri",
                "m-ați|m-au|mă|ne ignorat|ignoră|ignorați",
                "am scris|sunat|trimis ~4 ori|mailuri|mesaje ~3 nimic|nimeni|niciun",
                "de # ori ~2 scris|sunat",
                "mi-a|mi-au|mi-ați|mi închis telefonul|inchis",
                "s-a|mi-ați|au ~1 închis ~2 tichet* ~2 fără",
                "suportul|callcenter* ~2 nu răspunde",
                "de #|luni|marți|miercuri|joi|vineri|săptămâni|zile|două aștept",
                "aștept ~2 răspuns|rezolvare|veste",
                "fiecare ~2 zice|spune|îmi ~1 altceva|alta",
                "vorbit|sunat ~2 cu ~1 #|doi|trei|patru|cinci operatori|persoane|agenți",
                "răspuns|mesaj automat",
                "deschisă|deschis|așteptare|verificare|procesare ~1 din|de",
                "vă uitați la cererea|tichetul|mesajul|cazul",
                "și nimic $",
                "nu răspunde niciodată",
                "nu ajung nicăieri",
                "încă ~1 îl|o aștept",
                "ridicat din umeri",
                "nici măcar ~1 n-ați|nu",
                "sună ocupat",
                "are deja # ~1 zile|ore|săptămâni",
                "încă nu ~2 asumă",
                "nu-și asumă",
                "a ~1 doua|treia|patra|cincea oară ~2 când ~1 întreb|scriu|cer|sun|raportez|reclam",
                "cât ~3 mai ~1 aștept|așteptăm|durează|stau",
                "aștept|stau ~3 telefon|linie|coadă|suport ~2 de",
                "cât durează ~1 să ~2 răspund*|rezolv*|repar*",
                "închis ~2 chatul|disputa|tichetul|cazul|cererea|reclamația ~2 în|fără|înainte|cât",
                "nu ~1 a ~1 citit-o|citit nimeni",
                "respins ~2 contestați*|cererea|reclamația|disputa",
                "tot mă|ma|ne ~1 amână*|amanati|amânați|plimbă|plimba|duc",
                "in lucru|verificare|procesare|curs ~3 de|din",
                "al # lea|al-34-lea",
                "în|in așteptare|asteptare $",
                "luni|zile|săptămâni ~1 de alergătură|drumuri|telefoane",
                "operatorii ~1 sunt ocupați",
                "nu ~1 mă|ma sună|suna|caută|cauta nimeni",
                "nici măcar ~4 scuze|rău|nu|n-am|n-ați",
                "coadă ~3 un singur|om",
            ),
            ru=(
                (
                    "никто ~1 не ~1 отвечает|ответил|отвечал|берет|знает|может|реагирует|помог|помогает|"
                    "перезвонил|перезванивает|читает|связался"
                ),
                "не отвечает|ответил|отвечаете|отвечают|отвечали|ответили|реагирует|реагируете|реагируют",
                "ни|без|ноль|никакого одного? ответа|ответов|реакции",
                "жду|ждем ~3 день|дней|дня|неделю|недели|недель|месяц|месяца|часа|часов|ответа|возврата|уже",
                "сколько можно|еще ~1 ждать|терпеть",
                "игнорируете|игнорирует|игнорируют|игнор|морозитесь|морозит",
                "закрыли|закрыт без|не",
                "молчит|молчите|молчат|тишина|молчание",
                "трубку|трубки не|никто ~1 берет|берут|брали|бросают|бросили|взял*",
                "сбросили|бросили|сбрасывают",
                "не перезвонил*",
                "писал|писала|звонил|звонила ~3 раз|раза|поддержку ~4 не|ноль|без|тишина|ни",
                "уже ~1 второму|третьему|четвертому|пятому оператору|сотруднику|раз",
                "объясняю|объяснял|повторяю|рассказываю ~3 одно|раз|заново",
                "трек|статус|посылка ~1 не обновляется|двигается|меняется",
                "на рассмотрении|проверке|модерации ~1 с|уже|#|второй|неделю",
                "обращени*|заявк*|тикет* ~4 # дней|недель|суток",
                "посмотрите ~2 мое|на обращение|заявку|тикет|заказ",
                "пишу ~1 второй|третий|в|десятый раз",
                "от вас ни слова|ответа",
                "всем|им плевать|пофиг",
                "разводит|разводят руками",
                "никто ~1 даже? не ~1 извинился|извинились|пришел|приехал",
                "ни к чему не",
                "перенесли|переносят ~3 даже|опять|снова|запись",
                (
                    "спрашиваю|пишу|прошу|звоню|обращаюсь|повторяю ~1 уже? ~1 второй|третий|четвертый|пятый|"
                    "десятый|#|сотый ~1 раз"
                ),
                "сколько ~1 еще ~1 ждать|терпеть",
                "сколько ~2 можно|нужно ~2 ждать|отвечать|ответить",
                "нет|никакого ответа ~1 от|уже|#|так",
                "вишу|висим|висел*|сижу ~2 на ~1 линии|телефоне",
                "дней|день|недель|часов|неделю|сутки ~1 нет|без ответа",
                "закрыл* ~2 чат|спор|тикет|обращение|заявку|жалобу ~3 за|пока|без|не",
                "спор|чат|тикет|обращение|заявку ~1 закрыл*",
                "никто ~1 не ~1 читал|смотрел|проверял|вникал",
                "кормит|кормят|кормите завтраками",
                "не явился|явилась|явились|пришел",
                "ответьте ~2 уже|наконец|хоть|пожалуйста",
                "хоть ~1 что-нибудь|кто-нибудь ответьте|ответит|ответьте",
                "уже в ~1 #|второй|третий|четвертый|пятый|шестой|седьмой|десятый раз",
                (
                    "второй|третий|четвертый|пятый|шестой|#|который месяц|год|неделю|день ~1 прошу|жду|пишу|не|"
                    "обещ*|хожу|бегаю"
                ),
                "не ~1 понимаю|знаю ~1 куда ~1 еще ~1 писать|обращаться|идти|жаловаться",
                "в работе|обработке ~1 с|уже|второй|третий",
                "ни ~1 звонка|письма|слова|весточки",
                "операторы|линии ~1 заняты",
                "в очереди $",
                "беготни|мытарств",
                "хоть бы ~1 извинил*|ответил*|позвонил*|предупред*",
            ),
        ),
        Group(
            2.4,
            en=(
                "still waiting",
                "any update|updates|news on",
                "hello|anyone|hellooo ?",
                "no reply|response|answer|answers",
                "anyone there",
                "how long ~3 wait",
                "how much longer",
            ),
            ro=("aștept răspuns", "mai răspunde|citește cineva", "nicio veste", "e cineva"),
            ru=("жду ответа", "есть кто", "хоть кто", "кто-нибудь читает|вообще|отвечает|ответит", "ау"),
        ),
    ),
)
