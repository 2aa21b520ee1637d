"""It is over: solved, arrived, a false alarm, or told of the past."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="solved",
    label=Label.COMPLAINT,
    groups=(
        Group(
            -5.0,
            en=(
                "nevermind|nvm",
                "never mind",
                (
                    "!not|isnt|arent|never|nothing|stopped|dont|doesnt|wont|still|quit works|working|worked|fine|"
                    "resolved|solved|fixed|ok|okay now|again|finally|perfectly|great"
                ),
                "now|finally|its ~1 !not|isnt|never|stopped|nothing works|working|fixed|solved|resolved",
                "finally ~2 got|arrived|came|works|able|figured|fixed",
                "fixed|solved|sorted it|that|out|my !by",
                "i|we|ive fixed|solved|resolved|sorted|figured",
                "figured|worked ~1 out",
                (
                    "got|received my|the refund|money|parcel|package|order today|yesterday|already|back|now|"
                    "finally|,|all|thanks"
                ),
                "got it ~1 working|sorted|fixed|now",
                "all good|set|fine|sorted",
                "false alarm",
                "no longer an|a issue|problem|happens|crashes",
                "used to ~2 crash*|be|freeze|lag|fail|have|hate|get",
                "arrived|came this|today|yesterday|on|safely ~4 thanks|thank|happy|great|fine",
                "rock solid",
                "was my ~2 firewall|fault|mistake|bad|antivirus|vpn|cable|own",
                "problem|issue|it|error|matter is|was|got|has|been ~1 solved|resolved|fixed|sorted|gone",
                "that|this|it ~1 worked|fixed|helped",
                "my bad|mistake",
                "no worries|problem|problems|complaints|issues",
                "jumped to conclusions",
                "but|still ~1 love it|this|him|her",
                "today|now its|it|is|everything ~1 smooth|fine|good|great|perfect|back",
                "turned|turns out ~5 my|mine",
                "on my side|end",
                "replaced|fixed|solved|sorted ~1 it|everything? ~1 within|in ~1 #|two|a|no",
                "case closed",
                "were|its|all good",
            ),
            ro=(
                "!cum|nu am|s-a|l-am|mi-au|mi-ați|gata|deja ~1 rezolvat|reparat|remediat",
                "rezolvat !nu",
                "acum|deja|gata|acu ~1 !nu|nici|mai merge|funcționează|mere",
                "!nu|nici|mai merge|funcționează acum|perfect|brici|bine",
                "!nu merge din nou",
                (
                    "!nu|nici|n a|mi-a|mi-au ajuns|venit|sosit ~2 !nici azi|ieri|astăzi|dimineață|"
                    "mersi|bani*|coletul"
                ),
                "!nu|nici|n am primit|recuperat ~2 banii|coletul|comanda|rambursarea|pachetul !înapoi",
                "alarmă falsă",
                "totul|toate ~1 ok|bine|perfect|rezolvat|în",
                "!nu e|este ~1 ok|bine|rezolvat acum|gata|$",
                "e|este|totul|toate ~1 în regulă acum|gata|$ !nu",
                "înainte ~2 crăpa|pica|mergea|se",
                "era|a fost ~2 firewall*|vina|greșeala|gresala|cablu|antivirus*|mea",
                "nu mai e|este|contează nevoie|problemă",
                "las că|nu",
                "nicio problemă",
                "dar ~1 îl|o|imi iubesc|ador|place",
                "azi|acum ~1 e|este|merge ~1 fluid|bine|ok|perfect|brici",
                "la|de mine $",
                "schimbat|reparat|rezolvat ~1 în ~1 #|două|o|câteva ~1 zile|ore|zi|oră",
                "caz închis",
                "suntem ok|bine",
                "era un|o|de|la cablu|setare|mine|firewall",
                "mi-au|mi-a ~1 dat|returnat|înapoiat ~1 banii ~1 înapoi !nu|greu",
            ),
            ru=(
                (
                    "!не|ничего|никак разобрал*|решил|решила|решилось|решено|починил|починила|заработал*|"
                    "исправил|исправила|наладил* !не"
                ),
                "теперь|уже|сейчас|снова ~1 !не работает|заработало|норм|нормально",
                "проблема|вопрос решена|решен|решилась|ушла|решился",
                "все ~1 хорошо|ок|норм|нормально|отлично|работает|летает|решил*",
                (
                    "вернули|пришли|пришла|пришел|получил|получила|дошла ~2 сегодня|утром|вчера|деньги|посылка|"
                    "спасибо|наконец !не"
                ),
                (
                    "деньги|посылка|заказ|возврат ~1 вернули|пришла|пришли|пришел|получил|дошла ~3 сегодня|утром|"
                    "вчера|спасибо|все"
                ),
                "ложная тревога",
                "раньше ~1 вылетал*|лагал*|висл*|глючил*|был*|тормозил*",
                "это был|была|было ~1 мой|моя|мое",
                "никаких|ни проблем|одной",
                "не актуально",
                "неактуально",
                "уже не|неважно ~1 надо|нужно|важно",
                "на моей стороне",
                "но ~2 люблю|обожаю",
                "сегодня|теперь|сейчас ~1 идеально|норм|отлично|хорошо|летает|все",
                "оказал* ~3 кабель|мой|моя|мое|плохой|сам",
                "заменили|починили|вернули|решили ~1 за ~2 дня|часа|день|час|минут",
                "вопрос|тема|дело закрыт*",
                "снова|опять работает|заработало",
                "отбой",
                "все ~1 починил*|заработало|наладили",
            ),
        ),
    ),
)
