"""Promises follow what happens to their case: they begin, stand still, go on, and end as kept, broken or obsolete."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.model import Case, NextStep, Owed, Status
from bot.catalogue.declare import on
from bot.context import Context
from bot.durable.outbox import View
from bot.vocabulary.facts import (
    CaseAbsorbed,
    CaseClaimed,
    CaseClosed,
    CaseHeld,
    CaseOpened,
    CaseReleased,
    CaseReopened,
    CaseSolved,
    CaseTransferred,
    CaseWithdrawn,
    Fact,
    MemberWrote,
    StaffReplied,
)
from bot.vocabulary.places import StaffRoom
from bot.vocabulary.questions import CaseEscalated, CaseSealed, QuestionMoved
from bot.vocabulary.signals import WordsTakenOut
from bot.vocabulary.times import DeadlineBreached, DeadlineCancelled, DeadlineMet, StillWaiting, TimeGiven
from cogs.deadlines.model import ANSWERS, AT_WORK, Fate, Outcome, Promise, fate
from cogs.deadlines.store import Store
from cogs.deadlines.watching import NEXT_LEVEL, TEAM, arm, watch, wind_digest


class Clocks:
    """Keeps the promises of a case in step with it."""

    @on(
        CaseOpened,
        MemberWrote,
        StaffReplied,
        TimeGiven,
        CaseEscalated,
        QuestionMoved,
        CaseHeld,
        StillWaiting,
        CaseAbsorbed,
        CaseSolved,
        CaseReopened,
        CaseClosed,
        CaseWithdrawn,
    )
    async def follow(self, ctx: Context, fact: Fact | WordsTakenOut) -> None:
        if isinstance(fact, CaseOpened):
            await ctx.cases.freeze(fact.case, ctx.community.settings.policy)
        case = await ctx.cases.get(fact.case)
        if case.is_open:
            await wind_digest(ctx)
        before = await Store(ctx.tx, ctx.community.id).open_of(case.id)
        after = [await _moved(ctx, case, promise, fact) for promise in before]
        running = [promise for promise in after if promise.ended_at is None and not promise.paused]
        new = _new(ctx, case, running)
        if isinstance(fact, MemberWrote) and after == before and not new:
            return  # one message more about what is owed anyway
        case = await _went_on(ctx, case, before, running)
        if isinstance(fact, CaseAbsorbed):
            await _absorbed(ctx, case, running)
        running += [await _begin(ctx, case, owed) for owed in new]
        since = next((p.started_at for p in running if p.step == case.next_step), ctx.now)
        await watch(ctx, case, since)
        await refresh(ctx, before)

    @on(WordsTakenOut)
    async def unsaid(self, ctx: Context, fact: WordsTakenOut) -> None:
        """What words made due that belong to another case was never owed: it is neither kept nor broken."""
        case, store = await ctx.cases.get(fact.case), Store(ctx.tx, ctx.community.id)
        begun = [p for p in await store.open_of(case.id) if p.step in ANSWERS]
        if case.status is Status.PENDING:
            for promise in begun:
                ended = replace(promise, ended_at=ctx.now, outcome=Outcome.CANCELLED)
                await store.save(ended)
                await arm(ctx, case, ended)
                await tell_outcome(ctx, promise, ended)
            await refresh(ctx, begun)
        await self.follow(ctx, fact)

    @on(CaseClaimed, CaseReleased, CaseTransferred, CaseSealed)
    async def handed(self, ctx: Context, fact: Fact) -> None:
        """The lists say who has it, and nothing of what not everybody may see."""
        await refresh(ctx, await Store(ctx.tx, ctx.community.id).open_of(fact.case))


async def _moved(ctx: Context, case: Case, promise: Promise, fact: Fact | WordsTakenOut) -> Promise:
    """The promise after what has happened, with its next due time."""
    fated = fate(promise.step, case, answered=_answers(fact), held=_holds(fact))
    changed = _by_fate(ctx, case, promise, fated)
    if changed != promise:
        await Store(ctx.tx, ctx.community.id).save(changed)
        await arm(ctx, case, changed)
        await tell_outcome(ctx, promise, changed)
    return changed


def _answers(fact: Fact | WordsTakenOut) -> bool:
    """A person has told the member something: an answer, or who has it now and by when."""
    if isinstance(fact, QuestionMoved):
        return fact.until is not None
    return isinstance(fact, StaffReplied | TimeGiven | CaseEscalated)


def _holds(fact: Fact | WordsTakenOut) -> bool:
    return isinstance(fact, CaseHeld)


def _by_fate(ctx: Context, case: Case, promise: Promise, fate: Fate) -> Promise:
    hours = ctx.hours_of(case, promise.step)
    match fate:
        case Fate.RUN:
            return promise.resume(ctx.now, hours)
        case Fate.PAUSE:
            return promise.pause(ctx.now, hours)
        case Fate.KEPT:
            return promise.end(Outcome.MET, ctx.now)
        case Fate.OBSOLETE:
            return promise.end(Outcome.CANCELLED, ctx.now)


async def refresh(ctx: Context, promises: Sequence[Promise]) -> None:
    """The lists that these promises stand in are stale."""
    if any(promise.reminded_at or promise.breached_at for promise in promises):
        await ctx.outbox.show(StaffRoom(), View(TEAM, 0))
    if any(promise.raised_at for promise in promises):
        await ctx.outbox.show(StaffRoom(), View(NEXT_LEVEL, 0))


async def tell_outcome(ctx: Context, before: Promise, after: Promise) -> None:
    """On the timeline, once: kept, broken, or owed no more. A review of ours is nothing that was promised."""
    if after.step is NextStep.THIRD_PARTY:
        return
    if after.breached_at is not None and before.breached_at is None:
        await ctx.record(DeadlineBreached(after.case_id, after.step, after.due_at))
    elif after.outcome is Outcome.MET:
        await ctx.record(DeadlineMet(after.case_id, after.step, after.due_at))
    elif after.outcome is Outcome.CANCELLED:
        await ctx.record(DeadlineCancelled(after.case_id, after.step, after.due_at))


async def _went_on(ctx: Context, case: Case, before: Sequence[Promise], running: Sequence[Promise]) -> Case:
    """An answer that stood still while the case was on hold is due no later than it would have been."""
    stood = {promise.id for promise in before if promise.paused}
    for promise in running:
        kept = promise.breached_at is None and promise.step in ANSWERS
        if kept and promise.id in stood and case.due_at is not None:
            owed = Owed(promise.step, min(promise.due_at, case.due_at))
            return await ctx.reschedule(case.postponed(owed))
    return case


async def _absorbed(ctx: Context, case: Case, running: Sequence[Promise]) -> None:
    """What was owed in a case that goes on in this one is owed no later than it was there."""
    for promise in running:
        if promise.step in ANSWERS and case.due_at is not None and case.due_at < promise.due_at:
            earlier = replace(promise, due_at=case.due_at)
            await Store(ctx.tx, ctx.community.id).save(earlier)
            await arm(ctx, case, earlier)


def _new(ctx: Context, case: Case, running: Sequence[Promise]) -> list[Owed]:
    """What the case owes that no promise stands for yet."""
    steps = {promise.step for promise in running}
    new = []
    if case.next_step is not None and case.due_at is not None and case.next_step is not NextStep.MEMBER_REPLY:
        answering = case.next_step in ANSWERS and steps & set(ANSWERS)
        if case.next_step not in steps and not answering:
            new.append(Owed(case.next_step, case.due_at))
    if case.status in AT_WORK and NextStep.RESOLUTION not in steps:
        new.append(ctx.owed_in(case, NextStep.RESOLUTION))
    return new


async def _begin(ctx: Context, case: Case, owed: Owed) -> Promise:
    store = Store(ctx.tx, ctx.community.id)
    promise = await store.begin(case.id, owed.step, ctx.now, owed.due_at)
    await arm(ctx, case, promise)
    return promise
