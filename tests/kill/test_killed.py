"""kill -9 at any moment of the whole loop, then start again: nothing is lost, and nothing is said twice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.kill.campaign import Campaign, Trial
from tests.kill.conftest import Tell
from tests.kill.page import Page
from tests.kill.stories import ASIDES, NOT_YET
from tests.kill.walk import Death, Step

pytestmark = [pytest.mark.kill, pytest.mark.timeout(300)]

RANDOM_KILLS = 20
TIMES = 8
MOVES_ON = ("inbox.store", "inbox.handle", "outbox.settle", "timers.tick")
"""The commits that take a story on: whoever dies around one finds the next in the next life."""


@pytest.mark.soak
async def test_killed_around_every_commit_that_takes_the_story_on(campaign: Campaign, tell: Tell) -> None:
    """Before and after the first of a kind, in the next lives before and after the second, and so on."""
    await campaign.hold_all(
        Trial(NOT_YET, [Death(f"before:{name}"), Death(f"after:{name}")] * TIMES) for name in MOVES_ON
    )
    assert campaign.verdicts == []
    assert {f"{side}:{name}" for name in MOVES_ON for side in ("before", "after")} == set(campaign.killed)
    tell(f"{campaign.killed.total()} kills around {', '.join(MOVES_ON)}: nothing lost, nothing said twice")


async def test_killed_at_every_commit_and_call_one_life_after_the_other(
    campaign: Campaign, tell: Tell
) -> None:
    """Every kind of commit and call of the platform that a story comes by ends a life, in the same walk."""
    told = [await campaign.undisturbed(story) for story in (NOT_YET, ASIDES)]
    trials = [Trial(outcome.trial.story, each=frozenset(outcome.moments)) for outcome in told]
    await campaign.hold_all(trials)
    assert campaign.verdicts == []
    assert campaign.killed == Counter(moment for trial in trials for moment in trial.each)
    kills, kinds = campaign.killed.total(), len(campaign.killed)
    tell(f"{kills} kills, at each of {kinds} commits and calls: nothing lost, nothing said twice")


@pytest.mark.soak  # the moments that matter are met one by one above
async def test_killed_at_random_moments(campaign: Campaign, tell: Tell) -> None:
    await campaign.hold_all(campaign.at_random(await campaign.undisturbed(NOT_YET), RANDOM_KILLS))
    assert campaign.verdicts == []
    tell(f"{campaign.summary} at random: nothing lost, nothing said twice")


async def test_away_for_a_minute_before_the_private_conversation_was_open(campaign: Campaign) -> None:
    """The acknowledgement does not wait that long; it leads there all the same in the end."""

    def steps(pages: Mapping[str, Page]) -> Sequence[Step]:
        member = pages["max"]
        leads_there = Step(
            "the acknowledgement leads to the private conversation",
            member.catches_up,
            lambda: member.sees("#1", "public") and not member.offers("case write", "public"),
        )
        return *NOT_YET.steps(pages)[:2], leads_there, *NOT_YET.steps(pages)[2:]

    story = replace(NOT_YET, steps=steps)
    away = Death("before:open:CasePrivate", away=timedelta(minutes=1))
    outcome = await campaign.hold(Trial(story, [away]))
    assert (campaign.killed.total(), outcome.problems) == (1, [])


async def test_where_the_platform_does_not_deduplicate_we_do_see_the_duplicates(
    campaign: Campaign, tell: Tell
) -> None:
    await campaign.undisturbed(NOT_YET, deduplicate=False)
    for moment, seen in {"after:send:reply": "said twice", "after:open:CasePrivate": "opened twice"}.items():
        outcome = await campaign.hold(Trial(NOT_YET, [Death(moment)], deduplicate=False))
        doubles = [problem for problem in outcome.problems if problem.startswith(seen)]
        assert doubles
        tell(f"without deduplication, killed at {moment}: {', '.join(doubles)}")
    assert campaign.killed == {"after:send:reply": 1, "after:open:CasePrivate": 1}
