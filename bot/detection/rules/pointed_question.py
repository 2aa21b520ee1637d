"""A complaint put as a question: "why do I have to …", "is this channel even read?", "what's going on?"."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="pointed_question",
    label=Label.COMPLAINT,
    groups=(
        Group(
            3.2,
            en=(
                "why|how do|am|should|must|would ~1 i|we ~2 chase|pay|paying|supposed|wait|explain|repeat",
                "why do|must|should i|we have|need",
                "how am|are|is ~2 supposed|acceptable|normal",
                "shouldnt that|this|it|you have",
                "are you ~2 going to do|help|fix",
                (
                    "why ~2 i|my|we|me|our ~4 suspended|banned|charged|removed|deleted|cancelled|closed|blocked|"
                    "denied|billed|locked|declined|pay|paying"
                ),
                "why ~2 cant|isnt|doesnt|wont|arent|hasnt|havent|nobody",
                "why no answer|reply|refund|response|update|word|support",
                "why dont you ~2 fix|answer|reply|refund|respond|listen|test|tell",
                "why is|are ~3 still|so slow|always|down|broken|missing|different",
                "even ~2 read|reads|reading|listening|listen|care|test",
                "does|do|is|are anyone|you|anybody|someone ~1 actually|even",
                "can|could|will|would somebody|someone|anyone|you ~1 please|finally ~1 explain|fix|do",
                "can|could|will|would somebody|someone|you finally ~1",
                "when will|are|is ~4 fix|fixed|fixing|resolved|back|solved|working|refund|addressed",
                "please fix",
                "please ~1 do something",
                "can|could you ~2 fix",
                "is this normal|acceptable|legal|serious|a joke?",
                "for nothing ?",
                "how is this|that|it ~1 acceptable|legal|allowed|ok|fair|still",
                "who ~2 approved|designed|tested|thought|decided",
                "how ~1 is|can ~4 unable",
                "how ~3 do|can you ~1 lose|mess|break|manage|not|still|charge",
                "you can ~~6 but ~5 takes|need|cant",
                "so you can",
            ),
            ro=(
                "de ce ~1 trebuie|nu|mi-ați|mi-a|mi|plătesc|mă|tot|mai|iar|sunt|am|îmi|nimeni|ați",
                "cât mai ~2 aștept|stau|stăm|dureaz*|trebuie",
                "când ~3 repar*|rezolv*|primesc|vine|ajunge|veni|trimite*|da*|merge|meargă",
                "mai ~1 citește|răspunde|lucrează|există cineva",
                "citește|răspunde|lucreaza cineva",
                "e|este ~1 normal|posibil|corect|legal ?|să",
                "cum e|este|ar ~1 posibil|normal",
                "ce naiba|dracu se",
                "poate cineva|careva ~3 explic*|răspund*|zic*|spun*|ajut*",
                (
                    "faceți|rezolvați|reparați|rezolvă ~2 ceva|odată|problema|"
                    "jocul|serverele|aplicația|bugul|naibii"
                ),
                "vă rog ~2 rezolv*|repar*|fac*|remedi*",
                "ce rost|sens ~1 mai",
                "asta|așa numiți|înseamnă",
                "cine ~1 a aprobat|gândit|testat|decis",
                "cum poți|puteți|poate|naiba ~2 pierde*|pierzi",
                "nu înțeleg de ce|cum",
                "ce ~1 faceți cu",
                "unde ~1 sunt|e|este ~2 mele|mea|meu|banii|punctele|comanda|coletul",
                "îmi dați ~3 sau nu",
            ),
            ru=(
                (
                    "почему ~2 я|мне|мой|моя|мои|меня|нам|нас ~3 должен|должна|должны|приходится|не|заблокир*|"
                    "забан*|списал*|удал*|отмен*|платить|бегать"
                ),
                "почему ~2 не|никто|нельзя|нет|так|до",
                "почему ~3 заблокировали|забанили|списали|удалили|отменили|закрыли",
                "зачем ~2 удалил*|убрал*|слома*|заблокир*",
                "когда ~3 почин*|исправ*|заработа*|верн*|привез*|приед*|пофикс*|решит*|ответ*",
                "до каких пор",
                "это ~1 нормально|вообще|законно ~1 ?|что|нормально",
                "что ~1 происходит|случилось|такое|творится ~2 ?|с|у",
                "вообще ~1 кто-нибудь|кто-то|кто|тестир*|читает|читаете|работает|работаете|отвечает",
                "кто-нибудь|хоть ~2 читает|отвечает|работает|следит",
                (
                    "почините|исправьте|пофиксите|разберитесь|решите|сделайте|верните ~2 что|уже|наконец|это|"
                    "проблему|сервер*|игру|баг"
                ),
                "за что ~2 плачу|платим|деньги|бан|забан*",
                "может|можете|могли ~2 кто-нибудь? объяснить|ответить|разобраться",
                "как ~3 можно|могла|умудриться ~1 потерять|забыть|так",
                "как ~4 не ~1 может|можете ~1 ответить|решить|починить",
                "кто ~1 вообще ~1 утвердил|придумал|тестировал|делал",
                "за что ~1 сняли|списали|платить|деньги",
                "опять|снова платить",
                "это ~1 вообще ~1 законно|нормально",
                "а вернуть",
            ),
        ),
        Group(
            2.0,
            en=(
                "whats|is|are|the going on|deal",
                "what ~1 going on",
                "wheres|where ~1 sense|point",
                "could someone|somebody ~1 please",
                "cant|cannot|dont believe|understand ~1 how|why|that|this|you",
            ),
            ro=("ce se întâmplă", "care e|este faza"),
            ru=("что происходит|случилось|творится", "в чем дело"),
        ),
    ),
)
