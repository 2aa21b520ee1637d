"""What tone is told about a reply and what it says of it: plain, immutable types."""

from dataclasses import dataclass

MOST = 2
"""Remarks on one reply: more are not read."""


@dataclass(frozen=True, slots=True)
class Written:
    """A reply before it goes out. `answers` are the member's last words; None where it answers nobody in particular.

    One that is `timed` is told together with a time.
    """

    text: str
    answers: str | None = None
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that could hurt. `match` holds the words that do it, at most 80 characters; empty where some lack."""

    rule: str
    match: str


@dataclass(frozen=True, slots=True)
class Advice:
    """At most two remarks, the gravest first; `instead` is the reply without what hurts, if a rule can say it."""

    remarks: tuple[Remark, ...]
    instead: str | None = None
