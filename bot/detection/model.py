"""What detection is told about a message and what it says of it: plain, immutable types."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self


class Label(StrEnum):
    """What a message can be. Several can hold at once: a complaint may also be abuse."""

    COMPLAINT = "complaint"
    ABUSE = "abuse"
    SPAM = "spam"
    QUESTION = "question"
    PRAISE = "praise"


class Severity(StrEnum):
    """The harm done, from annoyance to safety. Compare with `rank`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return list(Severity).index(self)


class Topic(StrEnum):
    """What the message is about; `service` is how staff and support behave, `moderation` how the community is run."""

    DELIVERY = "delivery"
    BILLING = "billing"
    REFUND = "refund"
    ACCOUNT = "account"
    BUG = "bug"
    OUTAGE = "outage"
    SERVICE = "service"
    MODERATION = "moderation"
    PRIVACY = "privacy"
    SAFETY = "safety"
    OTHER = "other"


class Safety(StrEnum):
    """Matters that are never acknowledged in public."""

    SELF_HARM = "self_harm"
    THREAT = "threat"
    DOXXING = "doxxing"
    MINOR = "minor"
    HARASSMENT = "harassment"
    HEALTH = "health"
    ABOUT_STAFF = "about_staff"
    PERSONAL_DATA = "personal_data"


PRESSING = frozenset({Safety.SELF_HARM, Safety.THREAT, Safety.DOXXING, Safety.MINOR})
"""When a person has to look at once."""


class Speaker(StrEnum):
    """Who speaks. A helper is a member known for answering others."""

    MEMBER = "member"
    HELPER = "helper"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that moved the assessment.

    `weight` is added to the label's score in log-odds; it is 0 for a reason that only sets a safety flag or the
    severity, and `label` is then None. `match` holds the words that did it, at most 80 characters.
    """

    rule: str
    label: Label | None
    weight: float
    match: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What detection says of one message.

    `probabilities` has all five labels, each 0..1. `language` is an ISO 639-1 code or "und". `sure` tells that the
    language is certain enough to answer in it (12 letters or more, and clear).
    """

    probabilities: Mapping[Label, float]
    severity: Severity
    topic: Topic
    language: str
    sure: bool
    safety: frozenset[Safety]
    reasons: tuple[Reason, ...]

    @property
    def complaint(self) -> float:
        """Probability that the writer states a breach of expectations."""
        return self.probabilities[Label.COMPLAINT]

    @property
    def abuse(self) -> float:
        """Probability of an attack on a person or a group."""
        return self.probabilities[Label.ABUSE]

    @property
    def spam(self) -> float:
        """Probability of unsolicited promotion, scam or phishing."""
        return self.probabilities[Label.SPAM]

    @property
    def question(self) -> float:
        """Probability that an answer is asked for."""
        return self.probabilities[Label.QUESTION]

    @property
    def praise(self) -> float:
        """Probability of praise or thanks."""
        return self.probabilities[Label.PRAISE]

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON types; `from_json` gives an equal assessment back."""
        return {
            "probabilities": {label.value: value for label, value in self.probabilities.items()},
            "severity": self.severity.value,
            "topic": self.topic.value,
            "language": self.language,
            "sure": self.sure,
            "safety": sorted(flag.value for flag in self.safety),
            "reasons": [
                {
                    "rule": reason.rule,
                    "label": reason.label.value if reason.label else None,
                    "weight": reason.weight,
                    "match": reason.match,
                }
                for reason in self.reasons
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote. Raises KeyError or ValueError on anything else."""
        return cls(
            probabilities=MappingProxyType({label: float(data["probabilities"][label]) for label in Label}),
            severity=Severity(data["severity"]),
            topic=Topic(data["topic"]),
            language=str(data["language"]),
            sure=bool(data["sure"]),
            safety=frozenset(Safety(flag) for flag in data["safety"]),
            reasons=tuple(
                Reason(
                    rule=str(reason["rule"]),
                    label=Label(reason["label"]) if reason["label"] else None,
                    weight=float(reason["weight"]),
                    match=str(reason["match"]),
                )
                for reason in data["reasons"]
            ),
        )


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier message in the same place."""

    who: Speaker
    same_author: bool
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the message: who writes, what was just said (latest last), the brand's own names."""

    speaker: Speaker = Speaker.MEMBER
    before: tuple[Said, ...] = ()
    reply_to_staff: bool = False
    brand_names: tuple[str, ...] = ()
