"""What we do not say, as regular expressions without regard to capitals.

Lists of phrases stand for whole words (`whole_words`); GRAMMAR and GENDER_PATTERNS are complete patterns.
"""

import re
from collections.abc import Iterable, Iterator

from tests.language.entries import Entry

# What people might write to us, for trying things out: their words, not ours.
NOT_OURS = ("sandbox.example.",)


def found(entries: Iterable[Entry], patterns: Iterable[str]) -> list[str]:
    """Which entries of ours match one of the patterns, with the words that do."""
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    ours = (entry for entry in entries if not entry.key.startswith(NOT_OURS))
    return [f"{entry}: {match[0]!r}" for entry in ours if (match := pattern.search(entry.text))]


def whole_words(*phrase_lists: Iterable[str]) -> Iterator[str]:
    """Each phrase as a pattern that begins and ends with a word."""
    for phrase_list in phrase_lists:
        yield from (rf"(?<!\w){phrase}(?!\w)" for phrase in phrase_list)


NEVER = {
    "en": (
        r"soon", r"shortly", r"asap", r"as soon as possible", r"in due course",
        r"any inconvenience", r"be patient", r"rest assured", r"working hard", r"unfortunately",
        r"as per", r"our policy", r"your issue", r"successfully", r"reach(?:ing)? out", r"valued", r"kindly",
        r"your ticket", r"we understand", r"frustrat\w*", r"no worries", r"oops", r"sorry for any",
        r"don't hesitate", r"thank you for contacting", r"he/she", r"his/her", r"s/he",
    ),
    "ro": (
        r"în curând", r"cât mai repede", r"cât de curând", r"cel mai scurt timp", r"momentan",
        r"eventualele neplăceri", r"din păcate", r"conform politicii", r"v-am mai spus", r"ți-am mai spus",
        r"tichet\w*", r"issue\w*", r"user\w*", r"feedback\w*", r"dumneata", r"dvs\.?", r"dv\.",
        r"un coleg", r"o colegă", r"înțelegem frustrarea", r"stați liniștiți", r"nu ezita\w*",
    ),
    "ru": (
        r"скоро", r"вскоре", r"в ближайшее время", r"как можно скорее", r"доставленные неудобства",
        r"к сожалению", r"данн(?:ый|ая|ое|ого|ому|ым|ом) вопрос\w*", r"как уже было сказано", r"успокойтесь",
        r"успокойся", r"тикет\w*", r"вопросик\w*", r"минуточку", r"уважаем\w*", r"не волнуй(?:тесь|ся)",
        r"мы понимаем", r"юзер\w*",
        # Genders of people we don't know, and of the bot itself.
        r"я передал\w*", r"я увидел\w*", r"я записал\w*", r"(?:доволен|довольна)",
    ),
}  # fmt: skip
"""Nowhere, not even for staff."""

NEVER_TO_MEMBERS = {
    "en": (r"complaint\w*", r"ticket\w*", r"escalat\w*", r"severity"),
    "ro": (r"plânger\w*", r"reclamați\w*", r"escalad\w*", r"gravitate\w*"),
    "ru": (r"жалоб\w*", r"эскал\w*", r"серьёзность"),
}
"""Not to a member's face; staff may read these words on a card."""

APOLOGY = {
    "en": (r"sorry", r"apolog\w*"),
    "ro": (r"scuze\w*", r"pare rău", r"regret\w*"),
    "ru": (r"извин\w*", r"прощени\w*", r"сожале\w*"),
}
"""Nobody knows yet what happened when the public acknowledgement is written."""

GENDER_PATTERNS = (
    r"\((?:a|ă|e|i|s|es|ies|а|ая|ое|ы|ла|на)\)",
    r"\b(\w{4,})\w*/\1\w*",
    r"\w/(?:ă|a|ei|е|а|ла)\b",
    r"\b(?:he/she|she/he|s/he|his/her|el/ea|lui/ei|он/она|его/её)\b",
)
"""Two forms glued together because nobody knew which."""

SHOUTING = (
    r"!",
    r"(?-i:\b[A-ZĂÂÎȘȚА-ЯЁ]{2,}\s+[A-ZĂÂÎȘȚА-ЯЁ]{2,}\b)",
    r"(?-i:\b[A-ZĂÂÎȘȚА-ЯЁ]{5,}\b)",
)
"""Exclamation marks and runs of capitals; a short abbreviation (DM, JSON) may stand alone."""

DECORATION = (r"[\u2190-\u21ff\u2300-\u2bff\ufe0f\U0001f000-\U0001faff]", r"[:;]-?[)(D](?=\s|$)")
"""Emoji, dingbats, arrows, smileys."""

OTHER_REGISTER = {
    ("ro", "informal"): (r"dumneavoastră", r"dumneata"),
    ("ro", "formal"): (
        r"tu",
        r"tău",
        r"ta",
        r"tăi",
        r"tale",
        r"îți",
        r"ți-\w+",
        r"te",
        r"ție",
        r"tine",
        r"ești",
    ),
    ("ru", "informal"): (r"вы", r"вас", r"вам", r"вами", r"ваш\w*"),
    ("ru", "formal"): (r"ты", r"тебя", r"тебе", r"тобой", r"тво[йияеёю]\w*"),
}
"""Words of one way of address that must not slip into the other."""

ADDRESSED = {
    "ro": (*OTHER_REGISTER["ro", "formal"], r"dumneavoastră", r"vă", r"v-\w+", r"veți"),
    "ru": (*OTHER_REGISTER["ru", "formal"], *OTHER_REGISTER["ru", "informal"]),
}
"""Whoever is addressed needs both registers; a neutral entry has none of these words."""

NOT_A_TIME = r" \{(?!(?:n|time|at|by|due|opens|until)\})"

GRAMMAR = {
    "ro": (
        # A name has no dative that can be formed safely.
        r"\blui \{", r"\bunui \{", r"\bcătre \{(?:name|team|who)\}",
        # A moment has no weekday, so it needs "până la".
        r"\bpână \{",
    ),
    "ru": (
        # Names, topics and labels stay in the nominative: after a colon, never after a preposition.
        r"\b(?:об?|обо|про|ко?|со?|у|от|для|из|при|за|над|под|перед|между|через|по|на|без)"
        + NOT_A_TIME,
        r"\bво?(?! \{channel\})" + NOT_A_TIME,
        # No past tense with "ты", and with "вы" only the plural.
        r"\b(?:ты|вы) (?:\w+ )?\w+(?:л|ла|лся|лась)\b",
        # A capital "Вы" inside a sentence belongs in a formal letter to one person.
        r"(?<=[\w,;:—»] )(?-i:Вы|Вас|Вам|Вами|Ваш\w*)\b",
    ),
}  # fmt: skip
"""What breaks when a placeholder is filled, or gives the writer's gender away."""

SPELLING = {
    "ro": (
        r"si", r"iti", r"isi", r"pana", r"daca", r"raspuns\w*", r"raspund\w*", r"fara", r"dupa", r"cand",
        r"inca", r"catre", r"intre", r"comunitati\w*", r"discuti\w*",
    ),
    "ru": (
        r"еще", r"ее", r"нее", r"идет", r"ждет", r"придет", r"найдет", r"дает", r"ведет", r"берет", r"вернем",
        r"решен", r"учтен", r"сообщен", r"зачтен", r"твое", r"мое", r"свое", r"чье", r"счет", r"причем",
        r"объем\w*", r"прочтет", r"начнет", r"поймет", r"подойдет", r"зайдет", r"ребенк\w*",
    ),
}  # fmt: skip
"""Romanian without its diacritics, Russian without its ё."""
