"""Says that it is the reader's own fault."""

from bot.tone.base import PhraseRule, Phrases

_DONE = (
    "read|checked|known|thought|told|asked|contacted|done|saved|backed|looked|listened|paid|made|noticed|tried|"
    "waited|kept|used|cancelled|canceled|written|said|reported|come|been"
)

RULE = PhraseRule(
    "blame",
    Phrases(
        en=(
            f"you|u shouldve ~1 {_DONE}",
            f"you|u should|could|ought have|of ~1 {_DONE}",
            "why didnt you|u",
            "your own fault",
            "its|thats|is|was your fault",
            "!not your own fault",
            "thats|its|is on you",
            "you must have ~2 wrong|mistake|mistyped|misread|forgotten|missed|typed|entered|clicked|deleted",
            (
                "you obviously|clearly|apparently|evidently|simply|just didnt|havent|failed|forgot|missed|"
                "ignored|misread"
            ),
            "obviously|clearly|apparently you|u didnt|havent|failed|forgot|missed|ignored|misread",
            "you|u obviously|clearly|simply|just dont understand|read|listen|get|want|care|know",
            "you failed|neglected|refused to",
            "you forgot|ignored|didnt bother|neglected to|the|my|our|it|reading",
            "you didnt|never even? read|listen|follow|bother",
            "you didnt|dont ~1 pay attention",
            "you dont read|listen",
            "if you had|d ~1 read|checked|listened|paid|followed|waited|asked|looked|done",
            "if youd ~1 read|checked|listened|paid|followed|waited|asked|looked|done",
            "had you ~1 read|checked|listened|paid|followed|waited|asked|looked",
            "next time|maybe ~1 read|pay|listen|check|try reading|the|attention|first|before",
            "user error",
            "you broke|deleted|lost|ruined it|them|that !because",
            "your own? carelessness|negligence|inattention|impatience",
            "wouldnt have happened ~2 if you|to someone|somebody",
            "you only|just have yourself",
            "yourself to blame",
            "you brought|did this|it on|to? yourself",
            "thats|what|this you get|happens when|for|if you?",
            "who pays|pay|paid|reads|read attention|carefully|instructions",
        ),
        ro=(
            (
                "!nu trebuia ~1 să citești|citiți|verifici|verificați|știi|știți|faci|faceți|întrebi|întrebați|salvezi|"
                "salvați|asculți|ascultați|aștepți|așteptați|anulezi|anulați|anunți|anunțați"
            ),
            (
                "ar fi trebuit să citești|citiți|verifici|verificați|știi|știți|faci|faceți|întrebi|întrebați|"
                "salvezi"
            ),
            "de ce n-ai|n-ați citit|verificat|întrebat|spus|zis|făcut",
            "de ce nu ai|ați citit|verificat|întrebat|spus|zis|făcut",
            "!nu e|este ~1 vina ta|dumneavoastră|voastră|dvs",
            "!nu e|este ~1 greșeala ta|dumneavoastră|voastră|dvs",
            "din|e vina|greșeala|neatenția ta|dumneavoastră|voastră|dvs",
            ("sigur|probabil|precis|clar l-ai|l-ați|ai|ați|le-ai|o ~1 greșit|uitat|încurcat"),
            "clar|evident că? nu ai|ați ~1 citit|urmat|ascultat|verificat|avut|făcut|înțeles",
            "clar|evident că? n-ai|n-ați ~1 citit|urmat|ascultat|verificat|avut|făcut|înțeles",
            "ai|ați uitat|ignorat|omis|refuzat|neglijat să|anunțul|mesajul|regulile",
            (
                "nu|n-ai|n-ați ai|ați? citit|urmat|ascultat|respectat pașii|anunțul|instrucțiunile|regulile|"
                "mesajul|ce|nimic"
            ),
            "dacă ai|ați fi citit|verificat|ascultat|urmat|întrebat|așteptat|fost|făcut",
            "dacă citeai|citeați|verificai|întrebai|ascultai|urmai",
            "dacă erai|erați ~1 atent|atentă|atenți",
            "data viitoare ~1 citește|citiți|fii|fiți|verifică|verificați|ascultă",
            "la cine|cei e|este|sunt|care|citește|ce? atent|atenți|citesc",
            "singur|singură|singuri ești|sunteți? vinovat|vinovată|de vină",
            "singur|singură|singuri ți-ai|v-ați|ai|ați făcut-o|făcut|căutat|vrut",
            "așa|asta pățești|pățiți|se când|dacă|cine întâmplă?",
            "eroare de utilizator",
            "neglijența|neatenția|graba|nerăbdarea ta|dumneavoastră|voastră",
            "tu|voi l-ai|ai|ați|le-ai stricat|șters|pierdut",
        ),
        ru=(
            (
                "!не надо|нужно|следовало|стоило|могли было|бы ~1 читать|прочитать|прочесть|думать|подумать|"
                "делать|сделать|проверять|проверить|спросить|спрашивать|слушать|сохранять|сохранить|смотреть|"
                "отменить"
            ),
            "вам|тебе следовало|стоило",
            "вам|тебе надо|нужно было",
            "почему|зачем вы|ты не прочитали|прочитал|проверили|спросили|сказали|написали|сделали|читали",
            "сами|сам|сама виноваты|виноват|виновата",
            "вы|ты ~1 виноваты|виноват|виновата",
            "!не ваша|твоя ~1 вина|ошибка $",
            "!не|нет по вашей|твоей вине|невнимательности",
            "это ваша|твоя вина|ошибка",
            (
                "значит|наверняка|видимо|очевидно|явно ~1 вы|ты|у|вас ~3 неправильно|неверно|ошиблись|ошибся|"
                "забыли|забыл|пропустили|слабый|опечатались"
            ),
            "очевидно|явно|видимо|ясно что? вы|ты ~1 не|забыли|проигнорировали|пропустили",
            "вы|ты явно|очевидно|опять не|забыли|пропустили|проигнорировали",
            "вы|ты ~2 сделали не так",
            (
                "вы|ты ~1 забыли|забыл|проигнорировали|поленились|не|удосужились удосужились|указать|отменить|"
                "прочитать|сохранить|нажать|ввести|проверить|читали|прочитали|слушаете"
            ),
            "если бы|б вы|ты ~~2 читали|прочитали|читал|слушали|проверили|были|сделали|спросили|подождали",
            "читали|прочитали|слушали|были|проверили бы внимательнее|вы|объявление|инструкцию|внимательно",
            "в следующий раз ~1 читайте|внимательнее|думайте|проверяйте|слушайте",
            "у внимательных|нормальных",
            "кто внимательно|умеет читает|читать",
            "вот что бывает|получается когда|если",
            "ошибка пользователя",
            "вашу|твою|вашей|твоей невнимательность|небрежность|спешку|невнимательности|небрежности",
            "сами|сам|сама ~1 сломали|удалили|нажали|потеряли|согласились|сломал|удалил",
        ),
    ),
    harmless=Phrases(
        en=(
            "isnt|not|wasnt your own? fault|mistake|error",
            "if you have|had|d time|questions",
            "if|case|maybe|perhaps you forgot|missed",
            "you should have been ~2 told|asked|informed|warned|answered|given|sent|refunded|charged",
            "you shouldnt have ~1 been|to",
            "you shouldve been",
        ),
        ro=("nu e|este ~1 vina|greșeala ta|dumneavoastră|voastră|dvs", "ce|dacă|cumva ai|ați uitat"),
        ru=(
            "вашей|твоей вины|ошибки",
            "не ваша|твоя вина|ошибка",
            "если|что вы|ты ~1 забыли|забыл|пропустили",
            "нам|мне|мы ~1 надо|нужно|следовало|стоило было?",
        ),
    ),
)
