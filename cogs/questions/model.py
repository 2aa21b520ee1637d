"""What is a question to the team, and what counts as an answer. Pure: no I/O, no clock of its own.

Precision comes first: a list of what is none of staff's business would not be read.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.community import CommunitySettings
from bot.detection import Assessment, thresholds
from bot.detection.normalise import normalise
from bot.vocabulary.events import MessagePosted
from bot.vocabulary.people import Member
from bot.vocabulary.places import MessageRef

UNANSWERED_AFTER = timedelta(hours=4)
"""Working time without any answer, after which a question is listed."""

KEPT = timedelta(days=7)
"""How long a question stays listed; then it goes with its words."""

SOON_AFTER = timedelta(minutes=15)
"""Words of another member so soon after a question, that are no reply to something else, may well be the answer."""

LONGEST = 300

LIKELY = 0.5

_WHO = "support|staff|devs?|developers?|mods|moderators?|admins?|team"
_EN = (
    (
        rf"^(?:(?:hi|hey|hello|dear|ok|so|and)\s)*(?:{_WHO}|support team|dev team)\s"
        r"(?:can|could|will|would|when|what|how|where|do|does|please|any|may|should)\b"
    ),
    r"(?<!the\s)\b(?:devs|mods|admins|moderators|developers)\s\?$",
    rf"\b(?:anyone|anybody|someone|somebody|one)\s(?:from|in)\s(?:the\s)?(?:\w+\s)?(?:{_WHO})\b",
    rf"\bquestions?\s(?:for|to)\s(?:the\s)?(?:\w+\s)?(?:{_WHO})\b",
    (
        r"\b(?:do|will|would|are|when\s\w+)\syou\s(?:guys\s)?(?:still\s|also\s|ever\s|going\sto\s)?"
        r"(?:ship|deliver|release|accept|offer|sell|plan|planning|add)\b(?!\sme\b)"
    ),
)
_RO_WHO = "echipa|suport|suportul|moderatorii?|admini|adminii|dezvoltatorii?"
_RO = (
    rf"^(?:(?:buna|salut|hei|draga)\s)*(?:{_RO_WHO})\s(?:cand|cum|unde|ce|puteti|se|aveti|exista|livrati|pot|vine)\b",
    r"\b(?:cineva|careva)\s(?:din|de\sla)\s(?:echipa|suport|moderatori|admini|dezvoltatori)\b",
    r"\bintrebare\spentru\s(?:echipa|suport|moderatori|admini|dezvoltatori)\b",
    r"\b(?:livrati|expediati|acceptati|lansati|adaugati|vindeti|oferiti|planificati|aveti\sde\sgand)\b",
)
_RU_WHO = "команда|поддержка|техподдержка|разработчики|модераторы|админы"
_RU_WHOM = "команды|поддержки|техподдержки|разработчиков|модераторов|админов"
_RU = (
    (
        rf"^(?:(?:привет|здравствуите|уважаемая|уважаемые)\s)*(?:{_RU_WHO})\s"
        r"(?:когда|как|где|можно|будет|есть|подскажите|можете|а|что)\b"
    ),
    rf"\b(?:ктонибудь|ктото|есть\sкто)\s(?:\w+\s)?из\s(?:{_RU_WHOM})\b",
    r"\bвопрос\s(?:к|для)\s(?:команде|поддержке|техподдержке|разработчикам|модераторам|админам|команды)\b",
    r"\b(?:доставляете|отправляете|принимаете|планируете|добавите|выпустите|продаете|собираетесь)\b",
)
_ADDRESSED = re.compile("|".join((*_EN, *_RO, *_RU)))


@dataclass(frozen=True, slots=True)
class Question:
    """`text` is None once its words are gone; it is listed from `listed_at` on."""

    id: int
    message: MessageRef
    member_id: str
    member_name: str
    text: str | None
    asked_at: datetime
    listed_at: datetime | None = None


def asks_the_team(text: str, seen: Assessment, settings: CommunitySettings) -> bool:
    """Something is asked, of the team or the brand, and it is no complaint: that is heard elsewhere."""
    if seen.complaint >= thresholds(settings.sensitivity).maybe or seen.safety:
        return False
    if seen.question < LIKELY or max(seen.abuse, seen.spam) >= LIKELY:
        return False
    tokens = normalise(text).tokens
    return "?" in tokens and _ADDRESSED.search(" ".join(tokens)) is not None


def answers(event: MessagePosted, by: Member, question: Question, *, asking: bool) -> bool:
    """Whether somebody's words may be taken for an answer; in doubt they are, and nothing is listed.

    `asking` if they ask something themselves.
    """
    if by.id == question.member_id or by.bot:
        return False
    where = event.message.channel
    if event.reply_to == question.message or (
        event.within == question.message.channel and where.endswith(question.message.message)
    ):
        return True
    if event.reply_to is not None or where != question.message.channel:
        return False
    return by.is_staff or (not asking and event.at - question.asked_at <= SOON_AFTER)


def hangs_on(channel: str, question: Question) -> bool:
    """Whether words in this channel, or thread, can be about the question. A thread bears its first message's id."""
    return channel == question.message.channel or channel.endswith(question.message.message)
