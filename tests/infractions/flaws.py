"""What can be wrong with a removal, one thing at a time."""

from datetime import timedelta
from enum import StrEnum

from tests.infractions.judge import COMPLAINT, DANGER, HARMLESS


class Flaw(StrEnum):
    """What is wrong with a story in which everything else is as it has to be."""

    NOTHING = "nothing"
    ONE_WARNING = "one warning only"
    ON_ITS_WAY = "the last warning has not arrived"
    LOST = "every door was shut to the last warning"
    UNREAD = "the last warning was not read"
    READ_LATER = "the last warning was read afterwards"
    OUTBURST = "said in the same outburst"
    EXPIRED = "a warning has expired"
    PARDONED = "a warning was pardoned after the click"
    MILDER = "an appeal has made a warning a notice, after the click"
    OVERTURNED = "the removal itself was taken back"
    NO_REASON = "no reason was given"
    TOO_LATE = "wanted two days later"
    EDITED = "edited into a complaint after the click"
    COMPLAINT = "a complaint"
    HARMLESS = "nothing that hurts anybody"
    DANGER = "a matter of danger"
    OFF = "the community wants none"
    ALONE = "nobody else is on staff"
    ABSENT = "nobody else was at work for months"
    SECOND = "a second moderator had to agree"
    THEMSELVES = "wanted by its own writer"
    SOMEBODY_ELSE = "the warnings are somebody else's"


BEFORE = {
    Flaw.EXPIRED: timedelta(days=31),
    Flaw.OUTBURST: timedelta(minutes=14),
    Flaw.UNREAD: timedelta(minutes=5),
    Flaw.READ_LATER: timedelta(minutes=5),
}
"""How long after the last warning the message is said."""

SAID = {Flaw.COMPLAINT: COMPLAINT, Flaw.HARMLESS: HARMLESS, Flaw.DANGER: DANGER}
