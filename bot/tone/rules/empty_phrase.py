"""Phrases that say nothing, to somebody who is angry: they read them as scorn."""

from bot.detection.mood import Mood
from bot.tone.base import PhraseRule, Phrases

RULE = PhraseRule(
    "empty_phrase",
    Phrases(
        en=(
            "any|the inconvenience|inconveniences",
            "apologize|apologise|apologies|sorry for|about any|the inconvenience|trouble|hassle",
            (
                "understand|hear|appreciate|get|share ~1 your frustration|concern|concerns|disappointment|anger|"
                "feelings|position"
            ),
            (
                "understand|know|imagine how|that ~2 frustrating|upsetting|annoying|disappointing|feel|upset|"
                "frustrated"
            ),
            "thank|thanks you? for ~1 reaching|contacting|getting|bearing|sharing|bringing",
            "thank|thanks you? for ~2 patience|feedback|understanding|input|loyalty|interest",
            "appreciate ~1 your ~1 patience|feedback|understanding|input|business|loyalty",
            "value your|you feedback|opinion|input|as|business|loyalty",
            "your ~1 feedback|opinion|satisfaction|experience|happiness|business is|matters ~3",
            "rest assured",
            "take ~3 very? seriously",
            "working ~1 hard|tirelessly|diligently",
            "do|doing our best|utmost|possible",
            "strive|striving|committed|dedicated to",
            "valued customer|member|player|user",
            "take|taken ~1 on board|into account|consideration",
            "please|kindly be|bear patient|with",
            "we hear you",
            "sorry to hear ~3 experience",
            "improve|improving|better our ~1 services|service|product|products",
            "at the heart of",
        ),
        ro=(
            (
                "neplăceri|neplăcerile|inconveniente|inconvenientele|inconvenient|neplacerile ~1 create|cauzate|"
                "create|$"
            ),
            (
                "pentru ~1 neplăceri|neplăcerile|inconveniente|inconvenientele|inconvenientul|disconfortul|"
                "deranj"
            ),
            (
                "înțeleg|înțelegem ~1 frustrarea|supărarea|nemulțumirea|dezamăgirea|îngrijorarea|perfect|"
                "situația"
            ),
            "înțeleg|înțelegem cât de ~1",
            (
                "mulțumesc|mulțumim ~1 pentru ~1 răbdare|răbdarea|înțelegere|înțelegerea|feedback|feedbackul|"
                "sesizare|fidelitate"
            ),
            (
                "mulțumesc|mulțumim că|pentru ne-ai|ne-ați|că|m-ai|ai|ați ~1 contactat|scris|sesizat|semnalat|"
                "apelat"
            ),
            "apreciez|apreciem ~1 răbdarea|feedbackul|feedback-ul|opinia|înțelegerea|părerea|sesizarea",
            (
                "opinia|părerea|feedbackul|satisfacția|mulțumirea|experiența ta|voastră|dumneavoastră|"
                "clienților|dvs ~1 contează|"
                "este|e|prioritatea"
            ),
            "satisfacția|mulțumirea clienților|membrilor|jucătorilor",
            "vă|te asigur|asigurăm că",
            "cu maximă|toată|deplină seriozitate|atenția|responsabilitate",
            "depunem|facem|fac toate|tot ~1 eforturile|posibilul|efortul",
            "ne străduim|dorim să",
            "vom|o să ~1 ține cont|seama",
            "rău pentru experiența",
            "îmbunătăți|îmbunătățirea|îmbunătățim ~1 serviciile|serviciilor|experiența",
            "în centrul ~2 tot|activității|atenției",
            "luăm|vom ~1 în considerare|calcul",
            "vă|te rugăm|rog ~1 să? ~1 aveți|ai|fiți|fii răbdare|răbdător|înțelegători",
        ),
        ru=(
            "за ~1 доставленные|причиненные|возможные|временные|все|эти? неудобства",
            "за неудобства|неудобство",
            (
                "понимаем|понимаю|разделяем ~1 ваше|твое|ваши|вашу|всю|как|насколько разочарование|недовольство|"
                "возмущение|"
                "чувства|негодование|обеспокоенность|ситуацию|неприятно|обидно"
            ),
            "прекрасно|отлично|полностью понимаем|понимаю",
            (
                "спасибо|благодарим|благодарю ~2 за ~2 терпение|понимание|обращение|обратную|отзыв|ожидание|"
                "бдительность"
            ),
            "спасибо|благодарим|благодарю ~1 что ~1 обратились|написали|связались|сообщили|остаетесь",
            "ценим|важно|важен|важна ~1 ваше|ваш|вашу|каждого мнение|отзыв|терпение|обратную|лояльность",
            "ваше|ваш|твое мнение|отзыв|комфорт|обращение ~1 очень|важно|важен|для",
            "удовлетворенность|комфорт клиентов|пользователей|игроков",
            "уверяем|заверяем|уверяю ~1 что|вас",
            "со всей серьезностью|ответственностью",
            "очень|максимально серьезно относимся|подходим",
            "прикладываем|приложим|делаем|сделаем ~1 все|максимум усилия|возможное|усилий",
            "обязательно учтем|примем|передадим",
            "стараемся|стремимся стать|сделать|быть|улучш*",
            "сложилось такое|негативное|неприятное впечатление",
            "улучшить|улучшения|улучшаем ~1 сервис|сервиса|качество|работу|обслуживание",
            "в центре всего|нашего|внимания",
            "просим|прошу ~1 вас? проявить|набраться|запастись ~1 терпение|терпения|понимание|терпением",
        ),
    ),
    moods=frozenset({Mood.ANGRY, Mood.INSULTING}),
)
