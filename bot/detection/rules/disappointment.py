"""The writer says how they feel about it, or calls it unacceptable."""

from bot.detection.model import Label
from bot.detection.rules.base import Group, PhraseRule

RULE = PhraseRule(
    name="disappointment",
    label=Label.COMPLAINT,
    groups=(
        Group(
            4.2,
            en=(
                "unacceptable|outrageous|inexcusable|unprofessional|disgraceful|appalling|abysmal",
                "this is ~2 ridiculous|absurd|disgusting|shameful|pathetic|insulting|unfair",
                (
                    "absolutely|completely|utterly|simply|beyond|such ridiculous|disgusting|useless|terrible|"
                    "awful|horrible|unbelievable"
                ),
                "how i|we get|am|are treated",
                "fed up with|of",
                "fucking|so|totally|‹censored›|absolutely|officially done with",
                "tired|sick of ~3 this|your|waiting|these|being|asking|the",
                "disappointed with|in|by|about|at",
                "shame on you|your|them",
                "‹mention›|they suck|sucks",
                "^ you|u guys|people|all? suck",
                "you|u|guys|team ~1 fucking|really|truly? suck|blow",
                (
                    "is|are|was|what ~1 a|total|complete|an|absolute ~1 disaster|nightmare|debacle|shitshow|"
                    "fiasco|headache"
                ),
                "worst ~3 service|support|company|experience|update|bank|airline|app|provider|patch",
                "never ~1 buying|ordering|using|flying|booking|again|recommend ~3 again|you|this|from",
                "will never|wont order|buy|use|fly|book|come ~3 again|back",
                "not|dont recommend|recommended",
                "waste of ~1 money|time",
                "what a joke|scam|ripoff|disgrace|shame|mess",
                "last straw",
                "struggle|struggling with",
                (
                    "is|are|was|its ~1 very|so|extremely|super|too|fucking annoying|upsetting|frustrating|"
                    "disappointing|irritating"
                ),
                "not good|fair|correct|right|okay|ok enough|faith|that",
                "unethical|bad faith",
                "i give up",
                "^ you win $",
                "keep the|your|my ~1 #|money|change",
                "couldnt|could care|not less",
                "this is going nowhere",
                "costs|cost double|more|twice ~4 less|worse",
                "is|are not|isnt|arent okay|ok|acceptable that",
                "really|just|so not okay|ok",
                "last|so tired of",
                "ripped off",
                "done with this|your|you|these",
                (
                    "hate ~1 the|this|your|that ~1 new|latest|stupid ~1 design|ui|update|layout|interface|"
                    "version|patch|app|look"
                ),
                "sick of ~1 this|your|the",
                "love to hate",
                "not|arent|isnt ~1 happy|impressed|satisfied|pleased with",
                "who came up with",
                "ruined the|my|our ~1 party|birthday|evening|trip|wedding|holiday|weekend",
            ),
            ro=(
                "inadmisibil*|inacceptabil*|revoltător|scandalos|rușinos|jalnic*|strigător",
                "bătaie de joc",
                "sunt|foarte|extrem|super|profund|total ~1 dezamăgit*|nemulțumit*|revoltat*|indignat*",
                "m-am|ne-am săturat",
                "sătul|sătulă de|până",
                (
                    "cel|cea mai prost*|slab*|jalnic*|proast* ~3 serviciu|firmă|bancă|experiență|suport|"
                    "operator|companie|update|aplicație"
                ),
                "nu ~1 recomand|recomandăm|recomanda|merită",
                "nu mai cumpăr|comand|calc|revin|iau",
                "așa sunt|suntem trataț*",
                "nu e|este normal|corect|ok|posibil|firesc|cinstit",
                "țeapă|păcăleală",
                "rușine",
                "nesimțire",
                "dezamăgire|dezastru|catastrofă",
                "pierdere de timp|vreme|bani",
                "de ~1 toată jena",
                "bani|banii aruncați|degeaba",
                "de ~1 proastă calitate",
                "e|este groaznic|oribil|ingrozitor ~2 cum|ce|serviciu*|aplicați*",
                "renunț ~2 păstrați*|vă|bani*",
                "păstrați-vă|păstrați",
                "mă așteptam la|ca|mai",
                "dezamăgitor|dezamăgitoare",
                "firmă ca a|voastra",
                "nu mai calc|comand|cumpăr|revin",
                "în veci|niciodată nu ~1 mai",
                "abia merge|se|ține",
                (
                    "urăsc ~1 noul|noua|noile|ultimul|acest ~1 design|update|interfața|aspectul|"
                    "versiunea|actualizarea"
                ),
                "nu mai suport|rezist|înghit",
                "gata cu voi|firma|aplicația",
                "ridicol*|penibil*|batjocur* ~2 $",
                "nu ~1 sunt|suntem ~1 mulțumit*|încântat*",
                "nu vă|va pasă|pasa",
                "asta|așa|asta-i ~1 vindeți|vindeti|faceți|oferiți|numiți",
                "de unde până|pana unde",
                "dracu|naiba|dracul să|sa vă|va ia ~2 cu",
                "ce folos că|ca|dacă",
                "ce ~1 cretinătate|tâmpenie|prostie|mizerie|bătaie de",
                "nu mai înțeleg|inteleg|găsesc|gasesc nimic|ceva|butonul|unde",
            ),
            ru=(
                (
                    "недопустимо|возмутительно|безобразие|позор|позорище|беспредел|издевательство|отвратительно|"
                    "отвратительн*|хамство|неприемлемо"
                ),
                (
                    "разочарован*|разочарова* ~2 качеств*|сервис*|вами|вашим|вашей|полностью|очень|покупк*|"
                    "обслуж*|в|отнош*"
                ),
                "такое|вот|наплевательск* отношение",
                "ни в какие ворота",
                "сколько можно",
                (
                    "надоел*|достал*|задолбал*|заебал*|замучил*|устал|устала ~2 ждать|этот|эта|эти|ваш|ваша|ваши|"
                    "вы|уже|просить|писать|банк*|так"
                ),
                "больше|никогда ~2 не ~1 закажу|куплю|обращусь|пойду|буду|вернусь|полечу",
                "никому ~1 не советую|рекомендую",
                "не советую|рекомендую",
                "худш* ~2 сервис|банк|магазин|компани*|опыт|поддержка|обнов*|из",
                "ужасн* ~1 сервис|обслуживание|поддержка|качество|приложение|служба|магазин|доставка|отношение",
                "цирк|дно|шарашк*|лохотрон|днище",
                "пустая трата",
                "деньги на ветер",
                "обидно|неприятно ~2 что",
                "сдаюсь",
                "оставьте|забирайте|подавитесь ~1 себе|своими|эти|ими",
                "больше ни ногой",
                "такое чувство|ощущение|впечатление что",
                "вдвое|втрое дороже|хуже|меньше",
                "хренов*|паршив*|никудышн*|халтурн*|мерзк* ~1 качество|сервис|работа",
                "а не интернет|сервис|поддержка|магазин|банк",
                "задолбал*|заебал*|достал*|замучил* ~1 реклам*|баг*|лаг*|вылет*|обнов*|эт*|ваш*|очеред*|сбо*|спам*",
                (
                    "ненавижу ~1 новый|новое|новую|этот|ваш|вашу|последний ~1 дизайн|обновление|обнову|интерфейс|"
                    "версию|патч|приложение"
                ),
                "это ~1 развод|кидалово|обман|издевательство|грабеж|бред",
                "терпеть|терплю не ~1 могу|больше",
                "недоволен|недовольна|недовольны",
                "не ~1 доволен|довольна|довольны|устраивает",
                "насмарку",
                "нормально|норм $ !все",
                "это ~1 нормально ?|что|по-вашему",
                "разочаровали|подвели|достали|задрали|замучили|утомили",
                "раньше ~3 было|были лучше",
                "вам ~1 не ~1 стыдно",
                "не стыдно",
                "смешно $",
                "какого лешего|хера|хрена|черта|фига",
                "из-за ~1 ваших|вас|вашего|вашей ~4",
                "что ~1 за ~1 убогий|убожество|цирк|бардак|бред|дичь|интерфейс",
                "да ну нафиг|нафик|нах",
                "кто ~1 придумал|додумался",
                "небо и земля",
            ),
        ),
        Group(
            2.2,
            en=(
                (
                    "disaster|incompetence|incompetent|miserable|worst|fail|ridiculous|shame|debacle|nightmare|"
                    "headache|disappointment|lack of|nonsense"
                ),
                (
                    "disappointed|disappointing|frustrating|frustrated|annoying|annoyed|ridiculous|upsetting|"
                    "useless|awful|horrible|unhappy|unfair|sloppy|irritated|irritating"
                ),
                "not happy|impressed|satisfied|acceptable|okay with",
                "lets|let|letting me|us|everyone|customers? down",
                "wast* my|our|time",
                "do better",
                "this|it sucks",
                "unethical",
                "seriously ?",
                "come on",
                "sick of|and tired",
                "im afraid the|my|that|i ~6 not|broken|damaged|arrived|wrong|missing|cracked",
                "makes no sense",
                "hassle",
                "unbelievable",
            ),
            ro=(
                (
                    "dezamăgit*|enervant*|frustrant*|nasol|aiurea|oribil|groaznic|ridicol|jenant|nervi|naspa|"
                    "penibil|absurd"
                ),
                "din păcate",
                "păcat că",
                "nu e|sunt mulțumit*|ok",
                "serios ?",
            ),
            ru=(
                "разочаров*|бесит|раздражает|ужас|кошмар|обидно|отстой|фигня|недоволен|недовольна|печально",
                "к сожалению",
                "серьезно ?",
                "за что",
                "смешно",
            ),
        ),
    ),
)
