"""Appeals and reports as data, and their rules. Pure: no I/O, no clock of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.cases.hours import WorkingHours
from bot.infractions.model import WARNINGS, Infraction, Step
from bot.vocabulary.places import MessageRef

LONGEST_APPEAL = 1000
"""Characters; more than that nobody reads twice."""

REPORT_DAYS = 2
"""Working days until whoever reported something hears of it."""

REPORT_ROUNDS = 3
"""So often they hear that it is still open; then, that nobody decided."""

REPORTS_A_DAY = 10
"""Open reports of one member."""

DAY = timedelta(days=1)
FIGURES_OF = 90 * DAY
SHORTEST_DAY = 60

LIGHTER: Mapping[Step, Step] = MappingProxyType(
    {Step.SECOND_WARNING: Step.FIRST_WARNING, Step.FIRST_WARNING: Step.NOTICE}
)
"""What a step counts as once it is reduced. A notice is the least there is, and a removal can't be halved."""


class Outcome(StrEnum):
    """What became of an appeal; WITHDRAWN: the measure was pardoned before anybody had decided."""

    UPHELD = "upheld"
    REDUCED = "reduced"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"


class Result(StrEnum):
    """What came of a report."""

    ACTED = "acted"
    STAYS = "stays"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Appeal:
    """One for each measure at most. `text` are the member's words, `reason` those of whoever decided.

    Words are None once they are gone. `taken_by` took the measure. `due_at` is the time the member was told; `late`
    counts how often staff were reminded after it. `place` is the key of the place where the card stands; `untold` says
    that the member could not be reached with what was decided.
    """

    id: int
    infraction_id: int
    member_id: str
    member_name: str
    language: str
    text: str | None
    taken_by: str | None
    taken_name: str | None
    made_at: datetime
    due_at: datetime
    place: str
    late: int = 0
    outcome: Outcome | None = None
    decided_at: datetime | None = None
    decided_by: str | None = None
    decided_name: str | None = None
    reason: str | None = None
    untold: bool = False

    @property
    def is_open(self) -> bool:
        return self.outcome is None


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's word that a message attacks people, or, without a `message`, that something else does.

    `text` is only kept where staff have to decide here: in `place` then stands a card of its own. `about`
    wrote the message, and is one of staff unless the card is for all of staff. `rounds` counts how often the
    reporter heard that it is still open.
    """

    id: int
    reporter_id: str
    reporter_name: str
    language: str
    made_at: datetime
    due_at: datetime
    message: MessageRef | None = None
    text: str | None = None
    about: str | None = None
    about_name: str | None = None
    place: str | None = None
    rounds: int = 0
    result: Result | None = None

    def may_decide(self, person: str) -> bool:
        return person not in (self.reporter_id, self.about)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one moderator did, and what became of the appeals against it."""

    name: str
    notices: int
    warnings: int
    removals: int
    upheld: int
    reduced: int
    overturned: int


def working_days(hours: WorkingHours, since: datetime, days: int) -> datetime:
    """The moment when the team has been there for so many of its days."""
    return hours.add(since, days * timedelta(minutes=max(hours.end - hours.start, SHORTEST_DAY)))


def reminder_at(hours: WorkingHours, since: datetime, days: int) -> datetime | None:
    """A working day before an appeal that is due in so many of them; None where there is no day before."""
    return working_days(hours, since, days - 1) if days > 1 else None


def lighter(infraction: Infraction) -> Step | None:
    """What the measure would count as if it were reduced, None if it can't be."""
    return LIGHTER.get(infraction.weight)


def kind_of(infraction: Infraction) -> str:
    """How the measure is called: a warning is one, be it the first or the second.

    Where nothing was removed, because no bot can there, its writer was only asked to delete it.
    """
    if infraction.step is Step.REMOVAL and infraction.removed_at is None:
        return "ask"
    return "warning" if infraction.step in WARNINGS else infraction.step.value


def step_of(infraction: Infraction, step: Step) -> str:
    """The measure's own name among those of the steps; `step` is its own, or what it weighs."""
    return "ask" if kind_of(infraction) == "ask" else step.value


def latest(infractions: Sequence[Infraction]) -> Infraction | None:
    """The measure a member means who names none: their last one that still stands."""
    return next((one for one in reversed(infractions) if one.undone is None), None)


def window_ends(infraction: Infraction, days: int) -> datetime:
    """Until when it can be appealed."""
    return (infraction.delivered_at or infraction.taken_at) + timedelta(days=days)


def figures(taken: Iterable[Infraction], decided: Iterable[Appeal]) -> Mapping[str, Figures]:
    """By moderator, whoever did most first. What reached nobody, and a removal that was not done, are none."""
    names: dict[str, str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for one in taken:
        if one.lost_at is not None and one.removed_at is None:
            continue
        names[one.by] = one.by_name
        kind = "warning" if one.step in WARNINGS else one.step.value
        counts[one.by, kind] += 1
    for appeal in decided:
        if appeal.taken_by is not None and appeal.outcome is not None:
            names.setdefault(appeal.taken_by, appeal.taken_name or appeal.taken_by)
            counts[appeal.taken_by, appeal.outcome.value] += 1
    kinds = ("notice", "warning", "removal", "upheld", "reduced", "overturned")
    rows = {who: tuple(counts[who, kind] for kind in kinds) for who in names}
    first = sorted(rows, key=lambda who: (-sum(rows[who]), names[who]))
    return {who: Figures(names[who], *rows[who]) for who in first}
