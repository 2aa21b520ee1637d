"""Why managers are called, when, and who is next. Pure: no I/O, no clock of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.cases.hours import WorkingHours
from bot.cases.model import Case
from bot.cases.timeline import Entry
from bot.community import CommunitySettings, Contact
from bot.detection import PRESSING, Assessment, Label, Severity, assess
from bot.vocabulary.facts import (
    CaseClaimed,
    CaseReleased,
    CaseSolved,
    CaseTransferred,
    Fact,
    MemberWrote,
    StaffReplied,
)


class Reason(StrEnum):
    """Why, the most pressing first."""

    SAFETY = "safety"
    LEGAL = "legal"
    SEVERE = "severe"
    REOPENED = "reopened"
    REPEATED = "repeated"
    BOUNCED = "bounced"


URGENT = frozenset({Reason.SAFETY, Reason.LEGAL, Reason.SEVERE})
"""Heard at any hour, where the community is called at night for what is grave."""

LEGAL_RULES = frozenset({"legal"})
"""Rules of detection that find lawyers, courts, authorities, the press."""

TAKE_WITHIN = timedelta(minutes=30)
TAKE_WITHIN_SAFETY = timedelta(minutes=5)

MOST_REOPENED = 2
MOST_CONTACTS = 3
MOST_OWNERS = 3

ONE_CONTACT = timedelta(minutes=15)
"""Messages so close to each other are one contact: people write in fragments."""


class State(StrEnum):
    """`waiting` for people to be there; `unclaimed` if everybody was called, or too many came at once."""

    WAITING = "waiting"
    CALLED = "called"
    UNCLAIMED = "unclaimed"
    TAKEN = "taken"
    DONE = "done"
    OVER = "over"


LIVE = (State.WAITING, State.CALLED, State.UNCLAIMED, State.TAKEN)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One a case. `called` are the ids of everybody who was called, `now` whoever is called now or has taken it.

    `place` is the key of the place where its card stands; None: nowhere, it is a line of the list.
    """

    case_id: int
    member_id: str
    reasons: tuple[Reason, ...]
    state: State
    since: datetime
    rung_at: datetime | None = None
    called: tuple[str, ...] = ()
    now: Contact | None = None
    place: str | None = None

    @property
    def is_listed(self) -> bool:
        """Without a card of its own: too many came at once."""
        return self.state is State.UNCLAIMED and self.place is None

    @property
    def waits_for_a_person(self) -> bool:
        """Somebody may be in danger, and nobody has said yet that they have seen to it."""
        return Reason.SAFETY in self.reasons and self.state in (State.CALLED, State.UNCLAIMED, State.TAKEN)

    def news(self, found: Iterable[Reason]) -> frozenset[Reason]:
        """What of it managers have to hear. Danger is news as often as it is spoken of while nobody is at it."""
        named = frozenset(found)
        settled = self.state in (State.UNCLAIMED, State.DONE, State.OVER)
        again = named & {Reason.SAFETY} if settled else frozenset[Reason]()
        return named.difference(self.reasons) | again

    def because(self, more: Iterable[Reason]) -> "Alarm":
        """With these reasons as well, the most pressing first."""
        known = {*self.reasons, *more}
        return replace(self, reasons=tuple(reason for reason in Reason if reason in known))

    def calling(self, people: Sequence[Contact], now: datetime) -> "Alarm":
        """These are called; the last of them is the one it waits for."""
        called = tuple(dict.fromkeys((*self.called, *(person.id for person in people))))
        last = people[-1] if people else None
        return replace(self, state=State.CALLED, called=called, now=last, rung_at=self.rung_at or now)

    def unclaimed(self, now: datetime) -> "Alarm":
        return replace(self, state=State.UNCLAIMED, now=None, rung_at=self.rung_at or now)

    def listed(self) -> "Alarm":
        """A line among others: nobody is called, so it does not count as a call."""
        return replace(self, state=State.UNCLAIMED, now=None)

    def held_by(self, person: Contact, state: State) -> "Alarm":
        """Taken or done by this person."""
        called = tuple(dict.fromkeys((*self.called, person.id)))
        return replace(self, state=state, now=person, called=called)

    def over(self) -> "Alarm":
        """Nothing is left to take; who had taken it is still known."""
        had = self.now if self.state in (State.TAKEN, State.DONE) else None
        return replace(self, state=State.OVER, now=had)


def of_opening(severity: Severity, rules: Iterable[str], safety: Iterable[str]) -> frozenset[Reason]:
    """What the first words of a case say by themselves; `rules` and `safety` are detection's."""
    reasons = {Reason.SAFETY} if PRESSING.intersection(safety) else set()
    if LEGAL_RULES.intersection(rules):
        reasons.add(Reason.LEGAL)
    return frozenset(reasons | ({Reason.SEVERE} if severity is Severity.HIGH else set()))


def of_words(seen: Assessment) -> frozenset[Reason]:
    """What later words of the member say; how grave something is counts if it is about a breach at all."""
    grave = seen.severity if seen.complaint >= 0.5 else Severity.LOW
    return of_opening(grave, (reason.rule for reason in seen.reasons), seen.safety)


def of_history(case: Case, entries: Sequence[Entry]) -> frozenset[Reason]:
    """What has become of the case says: opened again and again, asked again and again, handed from one to the next."""
    found = {
        Reason.REOPENED: case.reopened >= MOST_REOPENED,
        Reason.REPEATED: contacts_after_an_answer(case, entries) >= MOST_CONTACTS,
        Reason.BOUNCED: len(owners([entry.fact for entry in entries])) >= MOST_OWNERS,
    }
    return frozenset(reason for reason, holds in found.items() if holds)


def contacts_after_an_answer(case: Case, entries: Sequence[Entry]) -> int:
    """How often the member came back by themselves after a person had answered.

    Whoever answers a question of ours, or only says thanks, does not come back about it.
    """
    contacts, answered, asked = 0, False, False
    last: datetime | None = None
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, StaffReplied):
            answered, asked, last = True, "?" in (fact.text or ""), None
        elif isinstance(fact, MemberWrote) and fact.by == case.member_id and answered:
            apart = last is None or entry.at - last > ONE_CONTACT
            last = entry.at
            if apart and not asked and not _thanks(fact.text or ""):
                contacts += 1
            asked = False
    return contacts


def _thanks(text: str) -> bool:
    """Nothing but praise or thanks."""
    seen = assess(text)
    return seen.praise >= 0.5 and seen.probabilities[Label.COMPLAINT] < 0.5 and seen.question < 0.5


def owners(facts: Sequence[Fact]) -> frozenset[str]:
    """Everybody who has had the case."""
    had: set[str] = set()
    has: str | None = None
    for fact in facts:
        match fact:
            case CaseClaimed(by=person) | CaseTransferred(to=person):
                has = person
            case CaseReleased():
                has = None
            case StaffReplied(by=person) if has is None:
                has = person
            case CaseSolved(by=str(person), ending=ending) if has is None and ending != "silent":
                has = person
        if has is not None:
            had.add(has)
    return frozenset(had)


def at_any_hour(reasons: Iterable[Reason], settings: CommunitySettings) -> bool:
    """Danger always; what is grave if people are called at night at all."""
    found = set(reasons)
    return Reason.SAFETY in found or (settings.high_at_any_hour and bool(found & URGENT))


def rings_at(reasons: Iterable[Reason], now: datetime, settings: CommunitySettings) -> datetime:
    """When managers hear of it (UTC): now, or when somebody is there."""
    return now if at_any_hour(reasons, settings) else settings.hours.next_open(now)


def goes_on_at(reasons: Iterable[Reason], now: datetime, settings: CommunitySettings) -> datetime:
    """When the next one is called if nobody has taken it (UTC)."""
    found = set(reasons)
    wait = TAKE_WITHIN_SAFETY if Reason.SAFETY in found else TAKE_WITHIN
    hours: WorkingHours = settings.hours
    return now + wait if at_any_hour(found, settings) else hours.add(now, wait)


def names(settings: CommunitySettings, about: str | None) -> list[Contact]:
    """Everybody who can be called, in order, each once; never whom the case is about."""
    first = (settings.next_level,) if settings.next_level else ()
    people: dict[str, Contact] = {}
    for person in (*first, *settings.alarm_people):
        if person.id != about:
            people.setdefault(person.id, person)
    return list(people.values())


def next_of(people: Sequence[Contact], called: Sequence[str]) -> Contact | None:
    """Whoever has not been called yet."""
    return next((person for person in people if person.id not in called), None)
