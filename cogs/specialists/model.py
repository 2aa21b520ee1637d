"""What becomes of a question to specialists, and whose turn it is. Pure: no I/O, no clock of its own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.cases.hours import AS_USUAL, OwnHours, WorkingHours
from bot.errors import UserError

MANAGERS = "managers"
"""The team that has the cases about somebody of staff."""


class State(StrEnum):
    """`called`: somebody was asked to take it; `asked`: it waits for the member."""

    CALLED = "called"
    TAKEN = "taken"
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    RETURNED = "returned"
    CANCELLED = "cancelled"


OPEN = (State.CALLED, State.TAKEN, State.ASKED)


class Step(StrEnum):
    """What can be done with a question, or happen to it."""

    CALL = "call"
    TAKE = "take"
    ASK = "ask"
    HEAR = "hear"
    ANSWER = "answer"
    DECLINE = "decline"
    RETURN = "return"
    CANCEL = "cancel"


_C, _T, _A = OPEN
TRANSITIONS: Mapping[Step, Mapping[State, State]] = MappingProxyType(
    {
        Step.CALL: {_C: _C, _T: _C, _A: _C},
        Step.TAKE: {_C: _T, _T: _T, _A: _A},
        Step.ASK: {_C: _A, _T: _A, _A: _A},
        Step.HEAR: {_A: _T},
        Step.ANSWER: {_C: State.ANSWERED, _T: State.ANSWERED, _A: State.ANSWERED},
        Step.DECLINE: {_C: State.DECLINED, _T: State.DECLINED, _A: State.DECLINED},
        Step.RETURN: {_C: State.RETURNED, _T: State.RETURNED, _A: State.RETURNED},
        Step.CANCEL: {_C: State.CANCELLED, _T: State.CANCELLED, _A: State.CANCELLED},
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a team; `id` is the platform's."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is not there until then (UTC); `stand_in` does their part, of cases too if they are `staff`."""

    person: Person
    until: datetime
    stand_in: Person | None = None
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    """`people` in the order of their turns, `turn` the position of whoever is next.

    Of its `own` hours, what is not set is as in the community.
    """

    id: int
    name: str
    turn: int = 0
    people: tuple[Person, ...] = ()
    language: str | None = None
    own: OwnHours = AS_USUAL

    @property
    def own_hours(self) -> OwnHours | None:
        """None if it is there when its community is."""
        return self.own if self.own != AS_USUAL else None

    def hours(self, usual: WorkingHours) -> WorkingHours:
        """When it answers."""
        return self.own.within(usual)


@dataclass(frozen=True, slots=True)
class Errand:
    """One question in one case. `person` is who was called or has it, `watcher` the moderator who asked.

    `due_at` is None only while it waits for the member, and when it is over. `told` is whom the member was told of.
    """

    id: int
    case_id: int
    entry_id: int | None
    team: str
    state: State
    person: Person
    watcher: Person
    opened_at: datetime
    due_at: datetime | None
    told: str | None = None
    reminded_at: datetime | None = None
    late_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def _after(self, step: Step) -> State:
        if self.state not in TRANSITIONS[step]:
            raise UserError("specialists.over")
        return TRANSITIONS[step][self.state]

    def called(self, person: Person, team: str, due_at: datetime) -> "Errand":
        """Somebody else is asked to take it, with a time of their own."""
        state = self._after(Step.CALL)
        fresh = replace(self, reminded_at=None, late_at=None)
        return replace(fresh, state=state, person=person, team=team, due_at=due_at)

    def taken(self, by: Person) -> "Errand":
        return replace(self, state=self._after(Step.TAKE), person=by)

    def asked(self, by: Person) -> "Errand":
        """The member is asked something first: the clock stands still."""
        return replace(self, state=self._after(Step.ASK), person=by, due_at=None)

    def heard(self, due_at: datetime) -> "Errand":
        """The member has answered."""
        return replace(self, state=self._after(Step.HEAR), due_at=due_at, reminded_at=None, late_at=None)

    def ended(self, step: Step, now: datetime, by: Person | None = None) -> "Errand":
        """Answered, declined, returned or cancelled."""
        return replace(self, state=self._after(step), person=by or self.person, due_at=None, ended_at=now)


def in_turn(
    team: Team, away: Mapping[str, Away], now: datetime, skip: Collection[str] = ()
) -> tuple[Person, int] | None:
    """Who is called next, and whose turn it is after that; None when nobody of the team is there.

    Whoever is away is skipped, or represented by a stand-in who is there.
    """
    count = len(team.people)
    for step in range(count):
        position = (team.turn + step) % count
        person = present(team.people[position], away, now)
        if person is not None and person.id not in skip:
            return person, (position + 1) % count
    return None


def present(person: Person, away: Mapping[str, Away], now: datetime) -> Person | None:
    """The person, or their stand-in while they are away; None if nobody is there."""
    absent = away.get(person.id)
    if absent is None or absent.until <= now:
        return person
    if absent.stand_in is None or is_away(absent.stand_in.id, away, now):
        return None
    return absent.stand_in


def is_away(person: str, away: Mapping[str, Away], now: datetime) -> bool:
    return person in away and away[person].until > now


def remind_at(opened: datetime, due: datetime, hours: WorkingHours, percent: int) -> datetime:
    """When so much of the working time is over: whoever was called is called once more, or the next one is."""
    return min(hours.add(opened, hours.between(opened, due) * percent / 100), due)


def numbered(numbers: Sequence[int]) -> str:
    """Cases in one line: #1, #4."""
    return ", ".join(f"#{number}" for number in sorted(numbers))


LONGEST_AWAY = timedelta(days=180)
SHORTEST_AWAY = timedelta(minutes=30)
