"""A community under stress: random people, clocks and platforms, over the real rows and the real sender.

Whenever a message is gone the judge is asked.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from bot.context import Context
from bot.infractions.model import Infraction, Refused, Step, Undone
from bot.measures import (
    acknowledged,
    delivered,
    lost,
    order_removal,
    reduce,
    standing_of,
    take,
    undo,
    wrote,
)
from bot.ports import Transient
from bot.vocabulary.people import Member, Role
from bot.vocabulary.places import MessageRef
from tests.fakes.clock import MONDAY_NOON
from tests.fakes.platform import FakePlatform
from tests.fakes.village import Village
from tests.infractions.flaws import BEFORE, SAID, Flaw
from tests.infractions.judge import (
    ABUSE,
    BOTH,
    COMPLAINT,
    DANGER,
    HARMLESS,
    Around,
    Kind,
    Said,
    Told,
    judge,
    wanted,
)

MIHAI, DARIA = Member("mihai", "Mihai", Role.MODERATOR), Member("daria", "Daria", Role.MODERATOR)
MODERATORS = (MIHAI, DARIA)
MEMBERS = ("max", "vera")
LASTS = {
    Step.NOTICE: timedelta(days=14),
    Step.FIRST_WARNING: timedelta(days=30),
    Step.SECOND_WARNING: timedelta(days=60),
}
LATEST = st.sampled_from((0, 0, 0, 1, 2, 5))
"""Which one, counted from the end."""

Done = TypeVar("Done")

PAUSES = [
    timedelta(**pause)
    for pause in (
        {"minutes": 2},
        {"minutes": 11},
        {"minutes": 16},
        {"hours": 3},
        {"hours": 25},
        {"days": 9},
        {"days": 31},
    )
]


class Court(RuleBasedStateMachine):
    """Two members, two moderators, a platform that fails at times, and somebody who tries to trick them all."""

    village: Village
    runner: asyncio.Runner

    def __init__(self) -> None:
        super().__init__()
        self.platform = FakePlatform(f"fake{id(self)}-{len(self.village.house.adapters)}")
        self.village.adopt(self.platform)
        self._pass(MONDAY_NOON - self.now)
        self.others = count()
        self.messages: list[Said] = []
        self.told: dict[int, Told] = {}
        self.at_work: dict[str, datetime] = {}
        self.removal_on, self.two_needed = True, False
        self.runner.run(self._do(self._begin))

    @property
    def now(self) -> datetime:
        return self.village.clock.now()

    def _pass(self, pause: timedelta) -> None:
        self.village.clock.move(seconds=pause.total_seconds())

    async def _do(self, what: Callable[[Context], Awaitable[Done]]) -> Done:
        async with self.village.doing(self.platform.name) as ctx:
            return await what(ctx)

    def do(self, what: Callable[[Context], Awaitable[Done]]) -> Done:
        """In a transaction; with a refusal it is undone."""
        return self.runner.run(self._do(what))

    async def _begin(self, ctx: Context) -> None:
        for person in MODERATORS:
            await self._works(ctx, person)

    async def _works(self, ctx: Context, person: Member) -> None:
        await ctx.deciders.seen(person.id, ctx.now)
        self.at_work[person.id] = ctx.now

    # What people do.

    @rule(
        author=st.sampled_from(MEMBERS),
        kind=st.sampled_from((ABUSE, ABUSE, COMPLAINT, BOTH, DANGER, HARMLESS)),
    )
    def somebody_writes(self, author: str, kind: Kind) -> None:
        self.messages.append(Said(MessageRef("support", f"m{len(self.messages)}"), author, self.now, kind))
        self.do(lambda ctx: wrote(ctx, author, self.now))
        for told in self.told.values():
            if told.member == author and told.arrived and self.now - told.arrived >= timedelta(minutes=10):
                told.read.append(self.now)

    @precondition(lambda self: self.messages)
    @rule(which=LATEST, kind=st.sampled_from((ABUSE, COMPLAINT, HARMLESS)))
    def somebody_edits(self, which: int, kind: Kind) -> None:
        self._edited(self._message(which), kind)

    def _edited(self, said: Said, kind: Kind) -> None:
        said.kind = kind
        self.do(lambda ctx: ctx.infractions.weigh(said.ref, *kind, urgent=kind is DANGER))

    @precondition(lambda self: self.messages)
    @rule(
        which=LATEST,
        who=st.sampled_from(MODERATORS),
        reason=st.sampled_from(("It insults Ana.", "It insults Ana.", " ")),
    )
    def a_moderator_takes_the_next_step(self, which: int, who: Member, reason: str) -> None:
        said = self._message(which)

        async def taken(ctx: Context) -> None:
            await self._works(ctx, who)
            stands = await standing_of(ctx, said.author, said.at)
            if stands.wait is None:
                await self._take(ctx, said, stands.step, who, reason)

        with suppress(Refused):
            self.do(taken)

    @precondition(lambda self: self.messages)
    @rule(which=LATEST, who=st.sampled_from(MODERATORS))
    def a_moderator_wants_it_removed_at_once(self, which: int, who: Member) -> None:
        with suppress(Refused):
            self.do(lambda ctx: self._take(ctx, self._message(which), Step.REMOVAL, who, "I don't like it."))

    @precondition(lambda self: self.messages)
    @rule(which=LATEST, by=st.sampled_from(("mihai", "max", "vera")))
    def a_removal_is_forged(self, which: int, by: str) -> None:
        """As if some other code had written the rows, or had forgotten to ask."""
        self._wants(self._message(which), by, "Because.")

    def _wants(self, said: Said, by: str, reason: str) -> None:
        async def forged(ctx: Context) -> None:
            kept = await ctx.infractions.add(wanted(said, Step.REMOVAL, Member(by, by), reason, ctx.now))
            self._know(kept, said)
            await order_removal(ctx, kept)

        self.do(forged)

    @precondition(lambda self: self.told)
    @rule(which=LATEST)
    def a_button_is_forged(self, which: int) -> None:
        """The number of a measure that is no removal, or of one that is nobody's."""
        number = self._number(which)

        async def forged(ctx: Context) -> None:
            found = await ctx.infractions.get(number)
            assert found is not None
            await ctx.outbox.remove(number, found.message, f"forged:{number}:{self.now}")
            await ctx.outbox.remove(number + 10_000, found.message, f"forged:{number + 10_000}:{self.now}")

        self.do(forged)

    async def _take(self, ctx: Context, said: Said, step: Step, who: Member, reason: str) -> None:
        taken = await take(ctx, wanted(said, step, who, reason, ctx.now))
        self._know(taken, said)
        if step is Step.REMOVAL:
            await order_removal(ctx, taken)

    def _know(self, taken: Infraction, said: Said) -> None:
        self.told[taken.id] = Told(said.author, taken.step, said, self.now, taken.by, taken.reason)

    @precondition(lambda self: self.told)
    @rule(which=LATEST, agrees=st.sampled_from(MODERATORS))
    def a_second_moderator_agrees(self, which: int, agrees: Member) -> None:
        number = self._number(which)
        self.told[number].second_by = agrees.id
        self.do(lambda ctx: self._change(ctx, number, lambda one: replace(one, second_by=agrees.id)))

    async def _change(self, ctx: Context, number: int, change: Callable[[Infraction], Infraction]) -> None:
        await ctx.infractions.save(change(await self._measure(ctx, number)))

    async def _measure(self, ctx: Context, number: int) -> Infraction:
        found = await ctx.infractions.get(number)
        assert found is not None
        return found

    # What becomes of measures.

    @precondition(lambda self: self.told)
    @rule(which=LATEST, arrives=st.booleans())
    def a_measure_arrives_or_every_door_is_shut(self, which: int, arrives: bool) -> None:
        number = self._number(which)
        told = self.told[number]
        if told.arrived is None:
            self.do(lambda ctx: self._brought(ctx, number, arrives=arrives))

    async def _brought(self, ctx: Context, number: int, *, arrives: bool) -> None:
        told, found = self.told[number], await self._measure(ctx, number)
        await (delivered if arrives else lost)(ctx, found)
        if arrives:
            told.arrived = self.now
            told.until = self.now + LASTS[told.milder or told.step] if told.step in LASTS else None

    @precondition(lambda self: self.told)
    @rule(which=LATEST)
    def the_member_says_that_it_was_read(self, which: int) -> None:
        self._press(self._number(which))

    def _press(self, number: int) -> None:
        async def pressed(ctx: Context) -> None:
            await acknowledged(ctx, await self._measure(ctx, number))

        self.do(pressed)
        if self.told[number].arrived is not None:
            self.told[number].read.append(self.now)

    @precondition(lambda self: self.told)
    @rule(which=LATEST, how=st.sampled_from(Undone))
    def a_measure_is_taken_back(self, which: int, how: Undone) -> None:
        self._taken_back(self._number(which), how)

    def _taken_back(self, number: int, how: Undone) -> None:
        async def back(ctx: Context) -> None:
            await undo(ctx, await self._measure(ctx, number), how, MODERATORS[1])

        self.do(back)
        self.told[number].taken_back = True

    @precondition(lambda self: self.told)
    @rule(which=LATEST, to=st.sampled_from((Step.NOTICE, Step.FIRST_WARNING)))
    def an_appeal_makes_it_milder(self, which: int, to: Step) -> None:
        with suppress(ValueError):
            self._made_milder(self._number(which), to)

    def _made_milder(self, number: int, to: Step) -> None:
        async def milder(ctx: Context) -> None:
            await reduce(ctx, await self._measure(ctx, number), to, MODERATORS[1])

        self.do(milder)
        told = self.told[number]
        told.milder = to
        if told.arrived is not None and told.until is not None:
            told.until = min(told.until, told.arrived + LASTS[to])

    @rule(flaw=st.sampled_from(Flaw))
    def somebody_is_warned_as_it_has_to_be_but_for_one_flaw(self, flaw: Flaw) -> None:
        """Then a message of theirs is wanted gone, by somebody who doesn't ask the ladder first."""
        self.the_platform_fails_or_is_back(down=False)
        self.the_settings_are_changed(on=True, two=flaw is Flaw.SECOND)
        self.a_moderator_works_or_leaves(DARIA, stays=True)
        self._pass(timedelta(days=91 if flaw is Flaw.ABSENT else 0))
        self.a_moderator_works_or_leaves(MIHAI, stays=True)
        author = f"member {next(self.others)}"
        warnings = self._warned(author, flaw)
        writer = f"member {next(self.others)}" if flaw is Flaw.SOMEBODY_ELSE else author
        self.somebody_writes(writer, SAID.get(flaw, ABUSE))
        said = self.messages[-1]
        self._pass(timedelta(days=2 if flaw is Flaw.TOO_LATE else 0))
        self._wants(
            said,
            writer if flaw is Flaw.THEMSELVES else "mihai",
            " " if flaw is Flaw.NO_REASON else "It hurts.",
        )
        self._meanwhile(flaw, warnings, said)
        self.things_go_out()
        assert (said.ref in self.platform.removed) == (flaw is Flaw.NOTHING), flaw

    def _warned(self, author: str, flaw: Flaw) -> list[int]:
        """The numbers of the measures, a notice first."""
        numbers: list[int] = []
        most = 2 if flaw is Flaw.ONE_WARNING else 3
        for nth in range(most):
            self._pass(timedelta(hours=3))
            self.somebody_writes(author, ABUSE)
            self.a_moderator_takes_the_next_step(0, MIHAI, "It hurts.")
            numbers.append(max(self.told))
            self._goes_as_it_does(numbers[-1], flaw if nth == most - 1 else Flaw.NOTHING)
        self._pass(BEFORE.get(flaw, timedelta(hours=3)))
        return numbers

    def _goes_as_it_does(self, number: int, flaw: Flaw) -> None:
        """The measure is brought and read, or not."""
        if flaw in (Flaw.UNREAD, Flaw.READ_LATER):
            self._pass(timedelta(minutes=30))
        if flaw is not Flaw.ON_ITS_WAY:
            self.do(partial(self._brought, number=number, arrives=flaw is not Flaw.LOST))
        if flaw not in (Flaw.ON_ITS_WAY, Flaw.LOST, Flaw.UNREAD, Flaw.READ_LATER):
            self._press(number)

    def _meanwhile(self, flaw: Flaw, numbers: list[int], said: Said) -> None:
        """Between the click and the platform."""
        match flaw:
            case Flaw.READ_LATER:
                self._pass(timedelta(hours=1))
                self._press(numbers[-1])
                self.somebody_writes(said.author, HARMLESS)
            case Flaw.PARDONED:
                self._taken_back(numbers[1], Undone.PARDONED)
            case Flaw.MILDER:
                self._made_milder(numbers[1], Step.NOTICE)
            case Flaw.OVERTURNED:
                self._taken_back(max(self.told), Undone.OVERTURNED)
            case Flaw.EDITED:
                self._edited(said, COMPLAINT)
            case Flaw.OFF:
                self.the_settings_are_changed(on=False, two=False)
            case Flaw.ALONE:
                self.a_moderator_works_or_leaves(DARIA, stays=False)

    # What is around them.

    @rule(pause=st.sampled_from(PAUSES))
    def time_passes(self, pause: timedelta) -> None:
        self._pass(pause)

    @rule(on=st.booleans(), two=st.booleans())
    def the_settings_are_changed(self, on: bool, two: bool) -> None:
        async def changed(ctx: Context) -> None:
            await (await ctx.set("removal", on)).set("second_moderator", two)

        if (on, two) != (self.removal_on, self.two_needed):
            self.do(changed)
        self.removal_on, self.two_needed = on, two

    @rule(who=st.sampled_from(MODERATORS), stays=st.booleans())
    def a_moderator_works_or_leaves(self, who: Member, stays: bool) -> None:
        if stays:
            self.do(lambda ctx: self._works(ctx, who))
        else:
            self.do(lambda ctx: ctx.deciders.lost(who.id))
            self.at_work.pop(who.id, None)

    @rule(down=st.booleans())
    def the_platform_fails_or_is_back(self, down: bool) -> None:
        self.platform.error = lambda _method, _channel: Transient("down") if down else None

    @rule()
    def things_go_out(self) -> None:
        before = len(self.platform.removed)
        self.runner.run(self._go_out())
        for ref in self.platform.removed[before:]:
            around = Around(self.now, self.removal_on, self.two_needed, self.at_work)
            judge(next(said for said in self.messages if said.ref == ref), self.told.values(), around)
        assert len(set(self.platform.removed)) == len(self.platform.removed), "each message once"

    async def _go_out(self) -> None:
        await self.village.hurry()
        for errand in await self.village.claimed():
            await self.village.settled(await self.village.sender.perform(errand))

    def _message(self, which: int) -> Said:
        return self.messages[-1 - which % len(self.messages)]

    def _number(self, which: int) -> int:
        numbers = sorted(self.told)
        return numbers[-1 - which % len(numbers)]

    def teardown(self) -> None:
        self.platform.error = lambda _method, _channel: None
        self.things_go_out()
