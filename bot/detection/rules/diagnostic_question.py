"""How helpers talk: "did you try restarting?", "which version?", "if it crashes, clear the cache"."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="diagnostic_question",
    label=Label.COMPLAINT,
    groups=(
        Group(
            -4.0,
            en=(
                (
                    "did|have|do|are|were you|u ~1 try|tried|check|checked|restart*|install*|update|updated|use|"
                    "using|get|getting|see|run|running|have|sure|on|able|still|reinstall*"
                ),
                (
                    "^ what|which|whats ~2 version|error|os|device|browser|wallet|phone|model|mode|message ~3 "
                    "you|your|are|is|do|?"
                ),
                "can|could|please you ~1 send|share|post|provide|try|check|dm|confirm",
                "^ try|restart|reinstall|update|clear|check|delete|use|go|run",
                "please|just|then|maybe ~1 try|restart|reinstall|check|clear|update|send|share|dm",
                (
                    "you need|should|have|can|must|could|may|might|dont|will to|try|update|restart|check|use|"
                    "also|need|have|get|be|see"
                ),
                "does it ~2 ?|crash*|work|happen|show|load|say",
                "is it ~3 ?|working|crashing|happening",
                "make sure",
                "we are|were|re ~1 aware|working|looking|investigating",
                "were|are aware",
                "our team ~2 working|investigating|looking",
                "sorry to hear",
                "your issue|problem|ticket|order|wallet|node|device|version|phone ~4 ?",
                (
                    "if ~1 you|your|u|someone|anyone|it|they ~8 try|restart|reinstall|check|clear|send|update|"
                    "then|just|should|can|go|use|let|please|open|press|click"
                ),
                "if you|your|u|someone|anyone",
                "for anyone|everyone|those ~2 having|with|who|experiencing",
                "in case",
                "known issue|bug|problem",
                "when|where|what exactly ~2 payment|fail*|happen*|error|crash*|did|does",
                "is|are|was fixed in #|the",
                "fixed in #",
                "known bug|issue",
                "what does ~4 say|show",
                "open|press|click the|on|settings ~8 report|button|page",
            ),
            ro=(
                ("ai|ați ~1 încercat|verificat|reinstalat|repornit|actualizat|făcut|dat|șters"),
                (
                    "ce|care versiune|eroare|sistem|telefon|browser|model|mesaj ~4 ai|ați|aveți|folosești|"
                    "folosesti|îți|e|ți|?|apare"
                ),
                "îmi|poți|puteți ~2 trimiți|trimite|zici|spui|încerca|verifica",
                ("^ încearcă|repornește|reinstalează|actualizează|actualizeaza|șterge|verifică|încercați"),
                (
                    "dacă ~1 îți|crapă|apare|pică|ai|are|cineva|nu-ți|încarcă ~8 "
                    "încearcă|șterge|dă|repornește|reinstal*|verific*|trebuie|scrie|"
                    "zi|poți|deschide|apasă|intră"
                ),
                "dacă cineva|ai|aveți",
                (
                    "trebuie|trebuia ~1 să ~1 faci|dai|actualizezi|reinstalezi|instalezi|intri|stergi|"
                    "folosești|verifici"
                ),
                "știm că",
                "lucrăm la",
                "crapă|merge|pică|apare ~1 înainte|după|și|doar ~4 ?",
                "când|ce|unde anume|exact",
                "reparat|rezolvat|fixat ~1 în # ",
                "bug cunoscut",
                "dați|dă update|restart|un",
                ("dacă ~1 întârzie|lipsește ~6 deschide|apasă|scrie|verific*|intră"),
            ),
            ru=(
                (
                    "пробовал|пробовала|пробовали|пытались|проверили|проверял|перезагружал|перезагружали|"
                    "переустанавливали|обновляли|обновлял ~3 ?|перезагр*|переустан*|обнов*|почист*"
                ),
                (
                    "какая|какой|какую|какое|что|чё ~2 версия|ошибка|ошибку|система|браузер|телефон|модель|пишет|"
                    "версию|устройство|вас ~6 ?"
                ),
                (
                    "пришлите|скиньте|пришли|скинь|покажите|напишите|отправьте|уточните|подскажите ~3 ошибк*|"
                    "скрин*|лог*|текст|номер|версию|какой|какая"
                ),
                (
                    "попробуй|попробуйте|перезагрузите|перезагрузи|переустановите|переустанови|очистите|почисти|"
                    "обновите|обнови|проверьте|проверь"
                ),
                (
                    "если ~1 не|вылетает|зависает|появляется ~6 попробуй*|перезагруз*|переустанов*|очист*|"
                    "почист*|провер*|напиши*|обнов*|надо|нужно|открой*|нажми*|зайди*"
                ),
                "если ~2 опаздыва*|задерж*|пропал* ~6 попробуй*|напиши*|открой*|нажми*|провер*",
                "если у|кто|вас|кого",
                (
                    "нужно|надо|сначала|придется ~1 обновиться|обновить|переустановить|перезагрузить|скачать|"
                    "проверить|нужно"
                ),
                "мы|уже знаем|чиним|работаем|разбираемся|исправляем",
                "вылетает|зависает|пишет до|после|какую|или|ли ~6 ?",
                "известная проблема|ошибка",
                "когда|что|где именно|точно",
                "исправлен|исправлено|починен|починили в # ",
                "известный|известная баг|проблема|ошибка",
                "обновитесь|обновись",
                "что ~1 в логе|логах|консоли",
            ),
        ),
    ),
)
