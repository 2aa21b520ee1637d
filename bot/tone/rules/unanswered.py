"""The member asked when, or how much, and the reply doesn't say, nor ask back."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.detection.languages import identify
from bot.tone.base import Phrases, Reply, Span
from bot.tone.rules.times import OPEN_TIMES, SUMS, names_a_time

WHEN = Phrases(
    en=(
        "^ and|so|but|ok|hi|hello? when ~~10 ?",
        "^ by|until|till when ~~10 ?",
        "when will|do|does|can|is|are|am ~~8 ?",
        "how long ~~8 ?",
        "^ when will|do|does i|my|the|it|you|this",
    ),
    ro=(
        "^ și|dar|deci|bună|salut? când ~~10 ?",
        "^ până|de pe|la? când ~~10 ?",
        "când primesc|ajung|ajunge|vine|va|vor|o|se|merge|apare|începe|îmi|mi|repară|revine|pot ~~8 ?",
        "cât timp|durează|mai|aștept ~~8 ?",
    ),
    ru=(
        "^ а|и|ну|так|здравствуйте? когда ~~10 ?",
        "^ до|к какого|какому|скольки ~~10 ?",
        "когда будет|вернут|придут|придет|заработает|можно|починят|мне|уже ~~8 ?",
        "сколько ~1 ждать|времени|дней|часов|недель ~~8 ?",
        "как|насколько долго ~~8 ?",
    ),
)

HOW_MUCH = Phrases(
    en=("how much|many ~~10 ?", "what will|does|would|do ~2 cost ~~8 ?"),
    ro=(
        "cât|câți|câte costă|mă|ne|am|trebuie|e|este|plătesc|ani|locuri|bani ~~10 ?",
        "^ cât|câți|câte ~~10 ?",
    ),
    ru=("сколько ~~10 ?",),
)

FAR_BACK = Phrases(
    en=("since when", "when was|were|did|have|has"), ro=("de când", "când am|ai|a|au"), ru=("с каких",)
)
"""Questions about what was, and halves of sentences: their answers look otherwise."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Looks for an answer of the kind that was asked for; finding none, it points behind the reply."""

    name: str = "unanswered"

    def find(self, reply: Reply) -> Sequence[Span]:
        asked = reply.answers
        if asked is None or "?" in reply.text.tokens:
            return ()
        language, _ = identify(asked)
        if FAR_BACK.find(asked, language):
            return ()
        end = len(reply.text.tokens)
        when = WHEN.find(asked, language)
        much = [] if when else HOW_MUCH.find(asked, language)
        lacks = (when and not _says_when(reply)) or (much and not SUMS.find(reply.text, reply.language))
        return [(end, end)] if lacks else ()


def _says_when(reply: Reply) -> bool:
    """A time, or that it isn't known, or what it waits for."""
    timed = reply.timed or names_a_time(reply.text, reply.language)
    return timed or bool(OPEN_TIMES.find(reply.text, reply.language))


RULE = Unanswered()
