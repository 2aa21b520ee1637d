"""Words that were put with the wrong case, as their writer says: out of it, and the case is as it was before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cases.model import Case, NextStep, Status
from bot.cases.timeline import Entry
from bot.context import Context
from bot.errors import UserError
from bot.vocabulary.facts import (
    CaseAbsorbed,
    CaseHeld,
    CaseOpened,
    CaseReopened,
    MemberWrote,
    StaffReplied,
)
from bot.vocabulary.questions import CaseEscalated, QuestionMoved
from bot.vocabulary.signals import WordsTakenOut
from bot.vocabulary.times import StillWaiting, TimeGiven

TURNS = (
    CaseOpened,
    MemberWrote,
    StaffReplied,
    TimeGiven,
    CaseHeld,
    CaseEscalated,
    QuestionMoved,
    StillWaiting,
    CaseReopened,
    CaseAbsorbed,
)
"""What says whose turn it is in a case."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the actor wrote, and its entry on the timeline."""

    entry: Entry
    wrote: MemberWrote


async def own_words(ctx: Context, entry: int) -> Words:
    """The actor's own words. Raises UserError if they are not there any more, or never were theirs."""
    found = await ctx.timeline.entry(entry)
    wrote = found.fact if found is not None else None
    if found is None or not isinstance(wrote, MemberWrote) or wrote.by != ctx.doer.id or wrote.text is None:
        raise UserError("cases.meant.gone")
    return Words(found, wrote)


async def take_out(ctx: Context, words: Words) -> None:
    """Their case waits again for what it waited for, and every feature hears of it."""
    await ctx.timeline.remove(words.entry)
    case = await ctx.cases.get(words.wrote.case)
    entries = await ctx.timeline.of_case(case.id)
    before = _as_before(ctx, case, entries, words.entry.id)
    if before != case:
        await ctx.reschedule(before)
    await ctx.dispatch(ctx, WordsTakenOut(case.id, words.entry.id))


def _as_before(ctx: Context, case: Case, entries: Sequence[Entry], taken: int) -> Case:
    """The words had made it ours; it is the member's or somebody else's again, unless more has happened since."""
    turns = [entry for entry in entries if isinstance(entry.fact, TURNS)]
    if case.status is not Status.OPEN or not turns or turns[-1].id > taken:
        return case
    match turns[-1].fact:
        case StaffReplied() | QuestionMoved(turn="asked"):
            return case.waits_again(ctx.owed_in(case, NextStep.MEMBER_REPLY))
        case CaseHeld():
            return case.held(ctx.owed_in(case, NextStep.THIRD_PARTY))
    return case
