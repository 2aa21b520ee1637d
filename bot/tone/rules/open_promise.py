"""A promise without a time: soon, shortly, as soon as possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.tone.base import PhraseRule, Phrases, Reply, Span
from bot.tone.rules.times import names_a_time

PHRASES = PhraseRule(
    "open_promise",
    Phrases(
        en=(
            "!too|how|as|very|so soon !as|after|enough|rather",
            "very|quite|pretty soon",
            "asap",
            "as soon|quickly|fast as ~1 possible|humanly",
            "as soon|quickly as i|we can|know|have|are|hear",
            "shortly !after|before",
            "in due course|time",
            "in the near|foreseeable future",
            "keep|keeping you posted|updated|informed",
            "keep you in the loop",
            "you|youll will? hear from us|me",
            "at the|our earliest|next convenience|opportunity",
            "any time|day|moment now",
            "stay tuned",
            "in a bit|while|moment",
            "when|once i|we can|get|have a|around|time chance|to?",
            "!great !nice !be at some point",
            "sometime|eventually $",
        ),
        ro=(
            "în curând|scurt|scurtă",
            "cât|cat mai repede|curând|rapid|iute",
            "cât de curând|repede",
            "cel|cât mai scurt timp",
            "când|cum putem|pot|apucăm|ajungem|avem timp|$",
            "când se poate",
            "de îndată|imediat ce putem|pot|se|aflăm",
            "în perioada|viitorul următoare|apropiat|apropiată",
            "la un moment dat",
            "rămâi|rămâneți pe aproape",
            "cu prima ocazie",
            "ținem|țin la curent",
            "auzi|auziți de noi",
            "vești de la noi",
        ),
        ru=(
            "!не|слишком скоро",
            "в|за ближайшее|ближайшие|скором|скорое ~1 время|времени|дни|часы",
            "в|за кратчайшие|самые|короткие ~1 сроки",
            "в|за кратчайший срок",
            "как можно скорее|быстрее|раньше",
            "как только сможем|смогу|сможет|появится|получится|узнаем|узнаю|будет",
            "держать|держим|держу ~1 в курсе",
            "дадим о себе знать",
            "при первой возможности",
            "по мере возможности|сил",
            "со временем $",
            "когда-нибудь",
            "следите за новостями|обновлениями",
        ),
    ),
    harmless=Phrases(
        en=("see|talk you|soon soon?", "get well soon", "as|the soon|sooner as you|the", "soon as you"),
        ro=("cât|cat mai repede ~2 cu|atât", "când pot|poți|puteți ~2 ?"),
        ru=("скорейшего выздоровления", "чем скорее|раньше"),
    ),
)


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Where a time stands in the reply as well, nothing is missing."""

    name: str = "open_promise"

    def find(self, reply: Reply) -> Sequence[Span]:
        found = PHRASES.find(reply)
        return () if found and (reply.timed or names_a_time(reply.text, reply.language)) else found


RULE = OpenPromise()
