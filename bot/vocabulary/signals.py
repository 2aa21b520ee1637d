"""What one feature tells the others in passing: heard by them, and kept on no timeline.

Names are as in `facts`.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.vocabulary.corrections import How, NotOne
from bot.vocabulary.places import MessageRef


@dataclass(frozen=True, slots=True)
class MaybeRaised:
    """Staff were asked whether this is one for us.

    `safety` are detection's safety flags.
    """

    thought: int
    message: MessageRef
    safety: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyRaised:
    """Later words in a case say that somebody may be in danger.

    `safety` are detection's safety flags; `again` is the timeline's entry if it was said and dealt with before.
    """

    case: int
    safety: tuple[str, ...]
    again: int | None = None


@dataclass(frozen=True, slots=True)
class QuietWanted:
    """A member wants to be left alone: nothing that they wrote is watched any more."""

    member: str


@dataclass(frozen=True, slots=True)
class MorningNeeded:
    """A feature has something for the next morning's list (`@agenda`)."""


@dataclass(frozen=True, slots=True)
class MaybeJudged:
    """Staff said what the card is: `right` if it was one for us, and became this `case`.

    `sure` if it would have been acted on without asking, were the community not watching only.
    """

    right: bool
    sure: bool
    language: str
    case: int | None = None


@dataclass(frozen=True, slots=True)
class ComplaintJudged:
    """Staff said whether a message is a complaint. `message` is the first one where several are one thought.

    `rules` are detection's that matched. `why` and `text` are the reason, where one was asked for.
    """

    message: MessageRef
    member: str
    language: str
    right: bool
    how: How
    rules: tuple[str, ...] = ()
    why: NotOne | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class PerhapsAnother:
    """The member wrote where several cases are spoken of; `entry` of this case's timeline has the words."""

    case: int
    entry: int


@dataclass(frozen=True, slots=True)
class FormOpened:
    """A form of this action stands open before one of staff, about this case."""

    case: int
    action: str
    by: str
    name: str


@dataclass(frozen=True, slots=True)
class AnswerBegun:
    """One of staff has begun to write to the member; nothing may come of it."""

    case: int
    by: str
    name: str


@dataclass(frozen=True, slots=True)
class WordsTakenOut:
    """The member said that the words belong to another case: the entry is gone."""

    case: int
    entry: int


@dataclass(frozen=True, slots=True)
class CaseAcknowledged:
    """How loudly a new case was acknowledged: reply, quiet, private or silent."""

    case: int
    style: str


@dataclass(frozen=True, slots=True)
class EffectSettled:
    """What became of an outbox row.

    `place` is a place's key, `subject` the view's subject (0 for what is said once), `outcome` one of delivered,
    shut, gone, expired and dead. `waited` is the seconds from the row's writing until now, `lost` the names of files
    that could not be carried.
    """

    community: int
    key: str
    place: str
    effect: str
    name: str
    subject: int
    case: int | None
    outcome: str
    reason: str | None
    message: MessageRef | None
    waited: float = 0.0
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AbuseReported:
    """Somebody says that this message attacks people: a member, or one of staff. `text` is the message's."""

    by: str
    message: MessageRef
    author: str
    author_name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AbuseJudged:
    """What staff made of messages that looked like abuse: `right` if a measure was taken.

    `messages` are all that were proposed together; `by` is the moderator, None if nobody decided in time. `rules` are
    detection's that matched.
    """

    messages: tuple[MessageRef, ...]
    member: str
    right: bool
    by: str | None
    language: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureTaken:
    """A step of the ladder was taken; `infraction` is its id."""

    infraction: int
    member: str


@dataclass(frozen=True, slots=True)
class MeasureReduced:
    """An appeal lets a measure count as a milder step."""

    infraction: int


@dataclass(frozen=True, slots=True)
class MeasureUndone:
    """A measure was pardoned or overturned by an appeal; `how` is one of `bot.infractions.model.Undone`."""

    infraction: int
    member: str
    how: str
