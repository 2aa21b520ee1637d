"""kill -9 at any moment of the whole loop, then start again: nothing is lost, and nothing is said twice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.kill.campaign import Campaign, Trial
from tests.kill.conftest import Tell
from tests.kill.page import Page
from tests.kill.stories import ASIDES, NOT_YET
from tests.kill.walk import Death, Step

pytestmark = [pytest.mark.kill, pytest.mark.timeout(300)]

RANDOM_KILLS = 50
TIMES = 20
STAND_STILL = ("community.meet", "outbox.reclaim", "outbox.claim", "open", "send", "edit")
"""What is done once more in the next life: who dies of it each time never gets any further."""


async def test_killed_before_and_after_every_commit_and_call(campaign: Campaign, tell: Tell) -> None:
    """Each commit and each call of the platform has a walk of its own."""
    moments = set((await campaign.undisturbed(NOT_YET)).moments)
    names = sorted({moment.partition(":")[2] for moment in moments})
    await campaign.hold_all(Trial(NOT_YET, list(deaths_around(name))) for name in names)
    assert campaign.verdicts == []
    assert set(campaign.killed) == moments
    tell(
        f"{campaign.killed.total()} kills before and after {len(names)} kinds of commits and calls: "
        "nothing lost, nothing said twice"
    )


def deaths_around(name: str) -> Iterator[Death]:
    """Before and after it; again each time it comes, where the story has moved on with it."""
    moves_on = name.partition(":")[0] not in STAND_STILL
    for _ in range(TIMES if moves_on else 1):
        yield Death(f"before:{name}")
        yield Death(f"after:{name}")


async def test_killed_in_every_life_of_one_walk(campaign: Campaign, tell: Tell) -> None:
    """One life after the other ends at the next moment that the story comes by."""
    moments = dict.fromkeys((await campaign.undisturbed(ASIDES)).moments)
    await campaign.hold(Trial(ASIDES, [Death(moment) for moment in moments]))
    assert campaign.verdicts == []
    assert campaign.killed == Counter(moments.keys())
    tell(
        f"killed at {len(moments)} commits and calls one after the other in one walk: nothing lost, nothing said twice"
    )


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


@pytest.mark.parametrize(
    ("moment", "seen"), [("after:send:reply", "said twice"), ("after:open:CasePrivate", "opened twice")]
)
async def test_where_the_platform_does_not_deduplicate_we_do_see_the_duplicates(
    campaign: Campaign, tell: Tell, moment: str, seen: str
) -> None:
    await campaign.undisturbed(NOT_YET, deduplicate=False)
    outcome = await campaign.hold(Trial(NOT_YET, [Death(moment)], deduplicate=False))
    assert campaign.killed == {moment: 1}
    doubles = [problem for problem in outcome.problems if problem.startswith(seen)]
    assert doubles
    tell(f"without deduplication, killed at {moment}: {', '.join(doubles)}")
