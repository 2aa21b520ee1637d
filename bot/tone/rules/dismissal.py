"""Waves the matter away: calm down, as I already said, that's impossible, works for me."""

from bot.tone.base import PhraseRule, Phrases

RULE = PhraseRule(
    "dismissal",
    Phrases(
        en=(
            "calm|simmer down",
            "^ please? relax|chill $",
            "^ please? relax|chill out|it|its|there|dude|man|mate",
            "chill|relax out? a? bit|dude|man|mate",
            (
                "as|like i|we|ive|weve ~2 already|before|previously|earlier ~1 said|told|mentioned|explained|"
                "wrote|stated|times|$"
            ),
            (
                "as|like i|we ~1 said|told|mentioned|explained|wrote|stated ~2 before|already|earlier|"
                "previously|you|times|above"
            ),
            "as|like already|previously|repeatedly said|told|mentioned|explained|stated",
            "as|like ive|i|we|weve already|have said|told|mentioned|explained",
            (
                "i|we|ive|weve already|have|repeatedly already? told|explained|answered|said ~1 you|this|that|"
                "it|your"
            ),
            "how many|often ~1 times|do|must i|we have|to",
            "for the last|third|hundredth|umpteenth|nth|tenth time ~1 i|we|you|$",
            "again|repeat i|myself for",
            "^ thats|its|this|that is|just|simply? ~1 impossible $",
            "^ thats|its|this is? ~1 impossible the|it|you|we|they|that|there|this|$",
            "that|this cant|cannot be $",
            "that|this cant|cannot be happen|possible|right|true",
            "theres|is there|nothing|not|can nothing|we|i? i|we can? ~1 do|help $",
            "nothing ~1 i|we can ~1 do",
            "nothing ~1 more i|we can",
            "cant|wont do anything ~2 about",
            "^ case|matter|discussion|topic closed $",
            "end of story|discussion",
            "youre|you|are overreacting|exaggerating|imagining|overdramatic|dramatic",
            "out of ~1 proportion",
            "not|isnt a|that big deal|tragedy|drama|catastrophe",
            "not the end of the world",
            "no big deal",
            "its|thats only|just a ~1 game|parcel|cosmetic",
            "nobody|noone|one else ~2 complain*|reported",
            "nobody|noone|one else has|had ~1 problem|problems|issue|issues|trouble",
            "works|working fine|perfectly|well|ok for ~1 me|us|everyone|everybody|others",
            "works|working fine|perfectly here $",
            "works for me|everyone|everybody|us|others",
            "everything is|works fine|ok|working on our|my",
            "not|isnt my|our|really problem|issue|job|fault|concern|responsibility",
            "deal with it",
            "get over it",
            "live with it",
            "its|thats what it? is|life $",
            "whatever $",
            "^ so what",
            "you worry|complain|ask too much|many",
            "stop being|making so|such|a ~1 dramatic|drama|fuss|scene",
            "^ there is no problem|issue|bug here|$",
            "^ theres no problem|issue|bug here|$",
            "you|must are|be imagining|mistaken",
            "you should be grateful|happy|glad",
            "what the|all fuss",
            "take a deep breath",
            "discussed to death|enough|already",
            "no way that|this|it happened|could|can",
        ),
        ro=(
            (
                "calmează-te|calmați-vă|calmeaza-te|liniștește-te|liniștiți-vă|potolește-te|potoliți-vă|relaxează-te|"
                "relaxați-vă"
            ),
            "te rog|vă calmează|calmezi|calmați|liniștiți|liniștești",
            "ia-o|luați-o ușor|încet",
            (
                "cum|după|precum cum? ~1 v-am|ți-am|am mai? deja? ~1 spus|zis|explicat|menționat|scris|precizat "
                "~1 deja?"
            ),
            "v-am|ți-am|am mai|deja mai? spus|zis|explicat",
            "v-am|ți-am spus|zis|explicat deja|de|o ~2",
            "de câte ori ~1 să|trebuie",
            "repet încă|din|o|pentru|că|ultima",
            "pentru ultima|a oară|mia",
            "^ e|este|asta ~1 imposibil|exclus $",
            "^ e|este|asta e|este? ~1 imposibil|exclus prețul|nu|obiectele|sistemul|așa|ce",
            "nu are|avea|e cum|nicio|posibil $",
            "nu se poate așa ceva",
            "^ nu se poate $",
            "nu|n-avem|nu-i avem|am|e|mai ~1 ce să? ~2 face|fac|facem|facă $",
            "nu|n- mai am|avem ce să|face vă? ~1",
            "nu avem|am|e ce|nimic de? face",
            "n-avem|n-am|nu-i ce face|să",
            "caz|discuție|subiect închis|închisă|încheiat|încheiată",
            "exagerezi|exagerați|dramatizezi|dramatizați",
            "nu mai? exagera|exagerați|dramatiza|dramatizați",
            "nu e|este|i ~1 mare|chiar|o lucru|scofală|tragedie|catastrofă|dramă|brânză|așa",
            "nu e|i sfârșitul lumii",
            "nu a|n-a|nici murit nimeni",
            "e|este|i doar|numai un|o colet|joc|jucărie|fleac|moft",
            "nimeni altcineva ~1 nu ~1 s-a|a|are ~1 plâns|reclamat|zis|spus|problema|problema*",
            "nimeni nu s-a mai? plâns",
            (
                "la ceilalți|mine|noi|alții|toți|restul ~1 merge|funcționează|totul|toate ~1 bine|perfect|ok|"
                "funcționează|$|nu"
            ),
            "la mine|noi totul|toate funcționează|merge|e|sunt ~1 bine|perfect|ok|$",
            "nu e|este|i|ține ~1 problema|treaba|grija|de noastră|mea|noi|mine",
            "asta e $",
            "asta e situația|viața",
            "te|vă plângi|plângeți prea|degeaba ~1",
            "obișnuiește-te|obișnuiți-vă|descurcă-te|descurcați-vă",
            "doar ți|vi s-a|se părut|pare",
            "de ce atâta|atâtea agitație|gălăgie|supărare|scandal",
            "trage|trageți aer în piept",
            "s-a discutat destul|deja",
            "n-avea|n-are cum $",
            "n-avea cum să ~2 întâmple|dispară",
            "trecem mai departe $",
            "fii|fiți mulțumit|mulțumită|mulțumiți|recunoscător că",
        ),
        ru=(
            "успокойтесь|успокойся|остыньте|остынь|расслабьтесь|расслабься|угомонитесь|потише",
            "спокойнее|полегче $",
            (
                "не волнуйтесь|нервничайте|кипятитесь|горячитесь|психуйте|истерите|переживайте|паникуйте "
                "вы? так"
            ),
            (
                "как ~1 уже|неоднократно|ранее ~2 сказано|говорили|говорил|говорила|писали|писал|писала|"
                "объяснял|объясняли|"
                "упоминал|упоминалось|сообщалось|сказал|сказала"
            ),
            (
                "вам|тебе ~1 уже|же ~2 сказал|сказала|сказали|объяснил|объяснили|объяснял|говорил|говорила|говорили|"
                "отвечали|ответили|ответил|писал|писали"
            ),
            (
                "я|мы ~1 уже|же ~1 говорил|говорила|говорили|писал|писали|сказал|сказала|объяснил|объяснял|объясняли "
                "вам|тебе|что|об|$"
            ),
            "сто|десять|сколько раз говорили|обсуждали|объясняли|говорил|объяснял",
            "столько|весь|этот шум|шума|крика",
            "сделайте|сделай глубокий вдох",
            "не могло ~1 такого|быть|случиться",
            "да ладно вам|тебе",
            "повторяю ~1 еще|вам|снова|$",
            "сколько|который раз ~1 можно|повторять|вам|говорить",
            "в последний раз повторяю|говорю|объясняю",
            "^ это|такое ~1 невозможно|исключено",
            "^ исключено|невозможно $",
            "такого|этого|так не может|бывает быть?",
            "не может ~1 быть $",
            "ничего|ничем ~2 не? сделать|помочь|поделать ~1 не? можем|могу|сможем|смогу|$",
            "ничего|ничем ~1 не можем|могу|поделаешь|сможем|смогу",
            "больше ничем ~1 помочь|не",
            "больше ничего не? можем|могу|сможем|смогу",
            "^ вопрос|тема|разговор|обсуждение закрыт|закрыта|закрыто|окончен|окончено $",
            "вы|ты преувеличиваете|преувеличиваешь|драматизируете|драматизируешь|утрируете",
            "не ~1 преувеличивайте|драматизируйте|драматизировать|преувеличивать|раздувайте|истерите",
            "ничего страшного|такого|особенного не случилось|произошло",
            "не конец света",
            "никто не умер",
            "не трагедия|катастрофа",
            "всего|это лишь|просто|только всего? ~1 посылка|игра|мелочь|косметика",
            "больше|другой|кроме ~1 никто ~1 не жал*|сообщал|сообщали|писал|обращался|замечал",
            "никто ~1 больше|другой|кроме ~2 не жал*|сообщал|сообщали|писал|обращался|замечал",
            "у всех|меня|нас|остальных|других ~1 все ~1 работает|хорошо|нормально|отлично|порядке|идет",
            "не|это наши|наша|мои|моя ~1 проблемы|проблема|дело|забота",
            "это ~1 не наши|наша|мои ~1 проблемы|проблема|дело|забота",
            "смиритесь|смирись|привыкайте|терпите",
            "вам|тебе показалось|мерещится",
            "ну и что $",
            "скажите ~1 спасибо",
            "радуйтесь что",
        ),
    ),
    harmless=Phrases(
        en=(
            "impossible to|for|after|before|until|because|on",
            "nothing ~1 you|is|needed",
            "works for me|us too",
            "monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|that|which|date works for me|us",
            "works|working for me|us only|just|if|in|on|with",
            "does ~1 that|it work ~1 for",
            "just|only a minute|moment|setting|question|note",
        ),
        ro=(
            "asta e ~2 # link|soluția|pagina|adresa",
            "imposibil să|pentru",
            "merge|funcționează doar|numai|dacă|cu|în|pe",
        ),
        ru=(
            "не волнуйтесь ~1 деньги|данные|файлы|прогресс|посылка",
            "невозможно ~1 после|до|из",
            "работает только|лишь|без|если|с|в",
            "снова|уже|опять работает",
            "сказано|говорится в|на",
        ),
    ),
)
