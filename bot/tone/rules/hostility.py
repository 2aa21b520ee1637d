"""Contempt, insults, being shown the door."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.detection.model import Context
from bot.detection.rules import insult_person, slur
from bot.detection.rules.base import Message, excerpt
from bot.tone.base import PhraseRule, Phrases, Reply, Span

PHRASES = PhraseRule(
    "hostility",
    Phrases(
        en=(
            "are you serious|kidding|joking|deaf|blind|dense",
            "in plain english",
            "learn to read|listen|use|google",
            "learn how to read|use",
            "cant you ~1 read",
            "can you even ~1 read",
            "did|do you even ~1 read|try|bother|look|listen|know|understand",
            "did you bother",
            "nobody|noone cares",
            "nobody|noone asked you",
            "no one cares",
            "i|we dont|couldnt care less|what|about|that",
            "then|just|so leave $",
            "then ~1 go elsewhere|away|somewhere",
            "feel free to leave|go|unsubscribe|quit",
            "nobody|noone is|s? ~1 forcing|making|keeping|stopping you",
            "nobodys|noones forcing|making|keeping|stopping you",
            "theres|there the|is? the? door",
            "good riddance",
            "dont let the door",
            "dont like it ~2 leave|go|bye",
            "what|whats is|s? wrong with you",
            "whats your problem $",
            (
                "stop|quit whining|crying|complaining|moaning|spamming|bitching|nagging|bothering|pestering|"
                "annoying"
            ),
            "stop acting|behaving like",
            "wast* ~2 my|our time",
            "my|our time on|with you",
            "sick|tired|fed of|up ~2 your|you",
            "shut up",
            "shut it $",
            "grow up $",
            "get lost",
            "rtfm|lmgtfy",
            "read the ‹censored›|damn|fucking|bloody manual|faq|rules|pins",
            "genius|sherlock $",
            "oh ~1 please spare|stop",
            "another one who",
            "with ~1 an? attitude|tone like? that",
            "with that|your|this attitude|tone",
            "dont expect ~2 anyone|anybody|us|me|help|sympathy",
            "not in kindergarten|school",
            "are|youre you|like ~1 five years|child|baby",
            "act*|behav*|are|youre like a child|baby|toddler",
            "boo hoo",
            "cry me|about",
            "use your brain|head|eyes",
            "its not rocket science",
            "even a child|monkey|toddler",
            "you people",
            "idiot|idiots|moron|morons|imbecile*|retard|retards|scumbag*|asshole*|dumbass*",
            "enjoy|like|love being difficult|annoying|rude",
            "for|to|with someone|somebody|people like you $",
            "spell it out",
            "do i|we have|need to|me draw",
            "not|arent the only customer",
            "dont be ~1 an? ~1 idiot|stupid|silly|ridiculous|dense|childish|child|baby|moron|fool",
            "dont know what ~1 you want",
        ),
        ro=(
            "vorbești|vorbiți serios",
            "ești|sunteți surd|orb|serios|serioasă|surzi|orbi",
            "pe înțelesul oricui|tuturor|proștilor",
            "învață|învățați ~1 să citești|citiți|asculți|ascultați|folosești|folosiți",
            "știi|știți să citești|citiți",
            "ai|ați încercat măcar",
            "măcar să citești|citiți",
            "nu|nici interesează|pasă|interesa pe? nimeni|nimănui",
            "nu ne|mă|îmi interesează|pasă ~1 ce|de|$",
            "cui îi|ii pasă",
            "atunci|păi|deci pleacă|plecați|du-te|duceți-vă $",
            "ușa e|este acolo",
            "ușa e|este deschisă $",
            "acolo|uite e|este? ușa",
            "nu|nici te|vă ține|obligă|forțează|oprește ~1 nimeni",
            "nu-ți|nu-vă|nuți convine|place ~~3 pleacă|plecați|ușa|pa",
            "drum bun|întins $",
            "ce e|este în neregulă cu tine|dumneavoastră|voi",
            "ce ai|aveți la cap",
            "nu|termină|terminați|încetează|încetați te|vă|nu|cu|să mai? plânge|plângeți|văicări|văicăriți",
            "termină|terminați|încetează|încetați ~2 plângi|plânsul|văicăreala|spamul|prostiile",
            "nu ne? ne-|mă? mai spama|spamați|spamezi|bate|bateți|stresa|stresați|freca",
            "pierd|pierdem|irosesc|irosim ~2 timpul|vremea cu tine|dumneavoastră|voi",
            "m-am|ne-am săturat de tine|voi|dumneavoastră|mesajele|plângerile",
            "taci|tăceți",
            "maturizează-te|maturizați-vă",
            "bravo $",
            "încă unul|una care nu",
            "alt geniu",
            "cu atitudinea|tonul asta|ăsta|aceasta|acesta|ta",
            "nu te|vă aștepta|așteptați ~2 ajute|ajutor|ajutăm|milă",
            "nu suntem la grădiniță|creșă",
            "nu ești|sunteți singurul|singura client|clientă",
            "să|vrei|vreți ~1 îți|vă? desenez|desenăm",
            "îți|vă face plăcere să ~2 dificil|dificilă|dificili|certați|plângi|plângeți",
            "idioților|idiotule|proștilor|prostule|tâmpiților|tâmpitule|nesimțiților|nesimțitule|cretinilor",
            "de nasul tău|dumneavoastră",
            "ca un copil|bebeluș|prost|idiot",
            "ca pentru proști|copii",
            "pune|puneți mâna și? citește|citiți|învață",
            "folosește-ți|folosiți-vă|foloseste mintea|capul|creierul|ochii",
            "și|până un copil ~1 știe|poate|înțelege|reușește",
            "nu știu|știm ~1 ce mai? vrei|vreți|doriți",
            "nu fi|fiți prost|proastă|idiot|tâmpit|penibil|ridicol",
        ),
        ru=(
            "вы|ты серьезно|издеваетесь|издеваешься|глухой|глухие|слепой|слепые|тупой|тупые",
            "русским языком",
            "для тупых|идиотов",
            "научитесь|научись читать|слушать|пользоваться",
            "читать|слушать научитесь|научись|умеете|умеешь",
            "вообще|хоть ~1 пробовали|пытались|читали|читаете|слушаете|умеете|понимаете|думаете",
            "никого|никому|нас|меня не волнует|интересует|интересно|касается|колышет|важно",
            "нам|мне плевать|неинтересно",
            "нам|мне все равно $|что|как",
            "кого|кому это? волнует|интересно|какое",
            "уходите|уходи|валите|вали|проваливайте|идите|свободны $",
            "ну и уходите|уходи|пожалуйста",
            "скатертью дорога|дорожка",
            "дверь там|вот|знаете",
            "дверь открыта $",
            "вы|ты не единственный клиент|пользователь|покупатель",
            "вам|тебе по буквам|слогам",
            "для|у таких как вы|ты",
            "вам|тебе нравится ~1 усложнять|скандалить|жаловаться|спорить",
            "вот|там дверь|выход",
            "никто|никого|не ~1 держит|держим|заставляет|заставляем",
            "не нравится ~~3 уходите|уходи|держит|держим|дверь|выход|свободны",
            "что|че ~1 с вами|тобой не так",
            "у вас|тебя проблемы|плохо с головой|памятью|глазами",
            (
                "хватит|прекратите|перестаньте|прекрати ~3 ныть|жаловаться|спамить|истерить|скандалить|плакать|"
                "нытье|писать|дергать"
            ),
            "тратить|тратим|трачу ~2 на вас|тебя",
            "тратите|отнимаете ~1 наше|мое",
            "надоели|достали|задолбали вы|ваши|своими|мне|нам|нас|меня|уже|$",
            "мы|я устали|устал|устала от вас|ваших",
            "заткнитесь|заткнись|замолчите",
            "повзрослейте|повзрослей",
            "браво|гений $",
            "еще один|одна кто|умник|гений",
            "с таким|вашим|твоим отношением|тоном|настроем|характером",
            "не ждите|жди|рассчитывайте ~3 помо*|поможет|сочувствия",
            "не в детском саду|садике|школе",
            "как|даже ребенку|ребенок|маленькому|дураку|обезьяна",
            "включите|включи мозг|голову|мозги",
            "разуйте|откройте глаза",
            "не|вы будьте|ведите ~2 идиотом|дураком|ребенок|смешным",
            "не знаю|знаем|понимаю ~1 чего|что вы|ты хотите|хочешь",
            "идиоты|идиот|дебил|дебилы|дурак|дураки|кретин*|тупиц*|придурок|придурки",
            "вам|тебе ~1 делать нечего",
        ),
    ),
    harmless=Phrases(
        en=(
            "you people asked|reported|voted|wrote|wanted",
            "congratulations on|to",
            "i|im|me ~4 idiot|moron|imbecile",
            "in plain english below|here",
        ),
        ro=("felicitări pentru|tuturor", "bravo pentru"),
        ru=("поздравляю|поздравляем с", "я ~3 идиот|дурак|дебил|кретин", "вы серьезно пострадали|относитесь"),
    ),
)


SELF = frozenset({"i", "im", "ive", "me", "eu", "sunt", "am", "я", "меня"})
NEAR = 4
"""So many words before an insult say whom it means."""


@dataclass(frozen=True, slots=True)
class Hostility:
    """The phrases above, and whatever detection would call an attack on a person if a member wrote it."""

    name: str = "hostility"

    def find(self, reply: Reply) -> Sequence[Span]:
        return PHRASES.find(reply) or list(_attacks(reply))


def _attacks(reply: Reply) -> Iterator[Span]:
    tokens, words = reply.text.tokens, reply.text.words
    message = Message(reply.text, Context(), reply.language)
    for rule in (insult_person.RULE, slur.RULE):
        for reason in rule.match(message, range(len(tokens))):
            span = _where(words, reason.match)
            if span is not None and SELF.isdisjoint(tokens[max(0, span[0] - NEAR) : span[1]]):
                yield span


def _where(words: Sequence[str], match: str) -> Span | None:
    """The words that a reason of detection shows."""
    size = len(match.split())
    return next(
        ((at, at + size) for at in range(len(words)) if excerpt(words[at : at + size]) == match), None
    )


RULE = Hostility()
