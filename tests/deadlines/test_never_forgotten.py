"""Whatever people and clocks do: no open case without owner, next step and due time; nothing is due twice, or lost."""

import asyncio
import json
import shutil
from collections import Counter
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.cases.model import Case, NextStep
from bot.catalogue.until import Until
from bot.detection import Severity
from bot.durable.database import Database
from bot.errors import UserError
from bot.vocabulary.facts import Undelivered
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import CasePrivate, MemberDM, Place, Public, parse_place
from bot.vocabulary.times import DeadlineBreached, DeadlineCancelled, DeadlineMet, HoldingSent
from cogs.deadlines.model import ANSWERS, AT_WORK, MOST_HOLDING, OURS
from cogs.deadlines.store import Store
from cogs.deadlines.watching import HOLDING, MORNING, PROMISE, SILENCE, ladder
from cogs.specialists.desk import DUE
from cogs.specialists.errands import Errands
from cogs.specialists.model import Errand, Team
from cogs.specialists.store import Teams
from tests.deadlines.hamlet import IOANA, Hamlet
from tests.fakes.clock import FixedClock
from tests.fakes.directory import MAX, MIHAI

BUCHAREST = ZoneInfo("Europe/Bucharest")
DARIA = Member("daria", "Daria", Role.MODERATOR)
# Fridays before the clocks are changed, and a Wednesday with nothing about it.
BEGINNINGS = [
    datetime(2026, 3, 27, 10, 7, tzinfo=BUCHAREST),
    datetime(2026, 10, 23, 16, 50, tzinfo=BUCHAREST),
    datetime(2026, 6, 3, 3, 30, tzinfo=BUCHAREST),
]
NOTE = "the bank says it was us, keep that to ourselves"
STAFF_DO: dict[str, dict[str, Any]] = {
    "case claim": {},
    "case note": {"text": NOTE},
    "case release": {},
    "case reply": {"text": "We look at it."},
    "case time": {"text": "The bank has to confirm it."},
    "case hold": {},
    "case solve": {"ending": "solved", "text": "Done."},
    "case reopen": {},
    "case close": {},
}
LENGTHS = (timedelta(minutes=1), timedelta(days=40))
"""Shorter and longer than is allowed, too."""
MEMBERS_DO = ("case settled", "case waits")
SPECIALISTS_DO: dict[str, dict[str, Any]] = {
    "question take": {},
    "question answer": {"text": "Once only."},
    "question ask-back": {"text": "Which day was it?"},
    "question decline": {"text": "It is the bank's."},
    "question hand-on": {"text": "They know parcels.", "team": "delivery"},
}
QUESTION = "Was the card charged twice?"
AMONG_US = (NOTE, QUESTION, "It is the bank's.", "They know parcels.")
"""What is said among staff and specialists."""
TEAMS = ("billing", "delivery")
ZONES = ("Europe/Bucharest", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe")
LOST = ("silence", "holding", "held")
"""What may not have reached the member."""


class BrokenOffError(Exception):
    """The program has stopped in the middle."""


class Life(RuleBasedStateMachine):
    """Random people in a community, with a program that is stopped and started."""

    migrated: Path
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.file = self.folder / "life.db"
        self.clock = FixedClock()
        self.numbers: list[int] = []
        self.stack = AsyncExitStack()
        self.hamlet: Hamlet

    @initialize(at=st.sampled_from(BEGINNINGS))
    def begins(self, at: datetime) -> None:
        shutil.copyfile(self.migrated, self.file)
        self.clock = FixedClock(at.astimezone(UTC))
        self.runner.run(self._start())

    async def _start(self) -> None:
        database = await self.stack.enter_async_context(Database.open(f"sqlite:///{self.file}"))
        self.hamlet = await Hamlet.settle(database, self.clock)
        for team, person in zip(TEAMS, (IOANA, MIHAI), strict=True):
            await self.hamlet.hires(team, person)

    async def _stop(self) -> None:
        await self.stack.aclose()
        self.stack = AsyncExitStack()

    @rule()
    def is_started_again(self) -> None:
        self.runner.run(self._stop())
        self.runner.run(self._start())

    @precondition(lambda self: len(self.numbers) < 4)
    @rule(severity=st.sampled_from(Severity))
    def somebody_complains(self, severity: Severity) -> None:
        self.numbers.append(self.runner.run(self.hamlet.opens(severity)))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), action=st.sampled_from(sorted(STAFF_DO)), data=st.data())
    def staff_do_something(self, which: int, action: str, data: st.DataObject) -> None:
        values = dict(STAFF_DO[action])
        if action in ("case time", "case hold"):
            values["duration"] = data.draw(st.timedeltas(*LENGTHS))
        self.runner.run(self.hamlet.does(MIHAI, action, self._case(which), **values))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), action=st.sampled_from(MEMBERS_DO))
    def the_member_presses_something(self, which: int, action: str) -> None:
        self.runner.run(self.hamlet.does(MAX, action, self._case(which)))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3))
    def the_member_writes(self, which: int) -> None:
        number = self._case(which)
        if self.runner.run(self.hamlet.case(number)).closed_at is None:
            self.runner.run(self.hamlet.writes(number))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), action=st.sampled_from(sorted(STAFF_DO)))
    def it_breaks_off_in_the_middle(self, which: int, action: str) -> None:
        """Of what was not finished nothing is left."""
        number = self._case(which)
        before = self.runner.run(self.hamlet.case(number))
        self.runner.run(self._broken_off(number, action))
        assert self.runner.run(self.hamlet.case(number)) == before

    async def _broken_off(self, number: int, action: str) -> None:
        values = STAFF_DO[action] | ({"duration": LENGTHS[1] / 40} if action == "case time" else {})
        handler = self.hamlet.village.house.catalogue.actions[action].handler
        with suppress(UserError, BrokenOffError):
            async with self.hamlet.village.doing() as ctx:
                await handler(
                    replace(ctx, actor=MIHAI, language="en"), await ctx.cases.by_number(number), **values
                )
                raise BrokenOffError

    @precondition(lambda self: len(self.numbers) > 1)
    @rule(which=st.integers(0, 3), into=st.integers(0, 3))
    def two_are_put_together(self, which: int, into: int) -> None:
        other = self.runner.run(self.hamlet.case(self._case(into)))
        self.runner.run(self.hamlet.does(MIHAI, "case merge", self._case(which), into=other))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), team=st.sampled_from(TEAMS))
    def specialists_are_asked(self, which: int, team: str) -> None:
        by = DARIA if team == "delivery" else MIHAI
        asked = self.hamlet.does(by, "case escalate", self._case(which), team=team, text=QUESTION)
        self.runner.run(asked)

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), action=st.sampled_from(sorted(SPECIALISTS_DO)))
    def a_specialist_does_something(self, which: int, action: str) -> None:
        self.runner.run(self.hamlet.answers(IOANA, self._case(which), action, **SPECIALISTS_DO[action]))

    @rule(who=st.sampled_from((IOANA, MIHAI)), days=st.integers(0, 9), alone=st.booleans())
    def somebody_is_away_or_back(self, who: Member, days: int, alone: bool) -> None:
        if days:
            away: dict[str, Any] = {
                "until": Until(time=timedelta(days=days)),
                "stand_in": None if alone else DARIA,
            }
            self.runner.run(self.hamlet.orders("away", by=who, **away))
        else:
            self.runner.run(self.hamlet.orders("back", by=who))

    @rule(team=st.sampled_from(TEAMS), zone=st.sampled_from(ZONES), data=st.data())
    def a_team_works_at_other_hours(self, team: str, zone: str, data: st.DataObject) -> None:
        if data.draw(st.booleans()):
            self.runner.run(self.hamlet.orders("team usual-hours", team=team))
            return
        opens, closes = data.draw(st.lists(st.integers(0, 24), min_size=2, max_size=2))
        hours: dict[str, Any] = {"opens": opens * 60, "closes": closes * 60, "zone": ZoneInfo(zone)}
        self.runner.run(self.hamlet.orders("team hours", team=team, **hours))
        self.runner.run(
            self.hamlet.orders(
                "team holidays", team=team, country=data.draw(st.sampled_from(("-", "RO", "JP")))
            )
        )

    @rule(alone=st.booleans())
    def the_member_wants_to_be_left_alone_or_not(self, alone: bool) -> None:
        self.runner.run(self.hamlet.change(left_alone=frozenset({MAX.id} if alone else ())))

    @precondition(lambda self: self.numbers)
    @rule(which=st.integers(0, 3), what=st.sampled_from(LOST))
    def something_does_not_reach_the_member(self, which: int, what: str) -> None:
        self.runner.run(self._lost(self._case(which), what))

    async def _lost(self, number: int, what: str) -> None:
        async with self.hamlet.village.doing() as ctx:
            case = await ctx.cases.by_number(number)
            await ctx.record(Undelivered(case.id, what, "refused"))

    @rule(minutes=st.sampled_from([5, 20, 45, 150, 600, 1440, 3000, 8000, 12000]))
    def time_passes(self, minutes: int) -> None:
        self.runner.run(self.hamlet.passes(minutes=minutes))

    @rule(minutes=st.integers(1, 180))
    def the_clock_is_set_back(self, minutes: int) -> None:
        self.runner.run(self.hamlet.passes(minutes=-minutes))

    @invariant()
    def nothing_is_forgotten_and_nothing_is_due_twice(self) -> None:
        if self.numbers:
            self.runner.run(self._look())

    async def _look(self) -> None:
        timers = await self.hamlet.timers()
        assert await self.hamlet.stumbled() == []
        async with self.hamlet.village.looking() as ctx:
            store, errands = Store(ctx.tx, ctx.community.id), Errands(ctx.tx, ctx.community.id)
            teams = {team.name: team for team in await Teams(ctx.tx, ctx.community.id).all()}
            for number in self.numbers:
                case = await ctx.cases.by_number(number)
                check_case(case, timers)
                promises = [p for p in await store.of_case(case.id) if p.ended_at is None]
                running = [promise for promise in promises if not promise.paused]
                assert bool(promises) == case.is_open or not running
                steps = [promise.step for promise in running]
                assert steps.count(NextStep.RESOLUTION) == (case.status in AT_WORK)
                assert sum(step in ANSWERS for step in steps) == (case.next_step in ANSWERS)
                for promise in running:
                    coming = ladder(ctx, case, promise.step).next(promise, ctx.now)
                    assert (coming is None) == ((PROMISE, promise.id) not in timers), promise
                asked = [errand for errand in await errands.of_case(case.id) if errand.is_open]
                check_question(case, asked, teams, timers)
                facts = [entry.fact for entry in await ctx.timeline.of_case(case.id)]
                check_facts(facts)
        rows = await self.hamlet.village.rows()
        assert Counter(row.key for row in rows).most_common(1)[0][1] == 1
        heard = "\n".join(json.dumps(row.payload) for row in rows if is_members(parse_place(row.place)))
        assert not [words for words in AMONG_US if json.dumps(words).strip('"') in heard]

    def _case(self, which: int) -> int:
        return self.numbers[which % len(self.numbers)]

    def teardown(self) -> None:
        self.runner.run(self._stop())
        self.runner.close()


def is_members(place: Place) -> bool:
    """Whether the member reads there; staff have direct messages too."""
    return isinstance(place, CasePrivate | Public) or place == MemberDM(MAX.id)


def check_case(case: Case, timers: dict[tuple[str, int], datetime]) -> None:
    """It has an owner, a next step and a due time, and somebody wakes up for each of them."""
    assert case.team
    if not case.is_open:
        assert case.due_at is None and not {("cases.due", case.id), (HOLDING, case.id)} & timers.keys()
        return
    assert case.next_step is not None and case.due_at is not None
    assert (MORNING, 0) in timers
    waits = case.next_step is NextStep.MEMBER_REPLY
    assert ((SILENCE, case.id) in timers) == waits
    assert waits == (case.next_step not in OURS)


def check_question(
    case: Case, asked: list[Errand], teams: dict[str, Team], timers: dict[tuple[str, int], datetime]
) -> None:
    """One question at most, of an open case, and its time runs in the hours of whoever was asked."""
    assert len(asked) <= 1 and (case.is_open or not asked)
    assert case.hours == (teams[asked[0].team].own_hours if asked else None)
    for errand in asked:
        waits = errand.due_at is None or errand.late_at is not None
        assert ((DUE, errand.id) in timers) != waits, errand


def check_facts(facts: list[Any]) -> None:
    """Each promise ended in one way, and the member was not put off for ever."""
    ends = [fact for fact in facts if isinstance(fact, DeadlineMet | DeadlineBreached | DeadlineCancelled)]
    broken = Counter((f.step, f.due_at) for f in ends if isinstance(f, DeadlineBreached))
    assert all(times == 1 for times in broken.values())
    assert sum(isinstance(fact, HoldingSent) for fact in facts) <= MOST_HOLDING


def live(migrated: Path, folder: Path, examples: int, steps: int) -> None:
    machine = type("Lives", (Life,), {"migrated": migrated, "folder": folder})
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)


def test_whatever_people_and_clocks_do(migrated_file: Path, tmp_path: Path) -> None:
    live(migrated_file, tmp_path, examples=4, steps=25)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_whatever_people_and_clocks_do_for_long(migrated_file: Path, tmp_path: Path) -> None:
    live(migrated_file, tmp_path, examples=250, steps=40)
