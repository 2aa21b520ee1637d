"""The same by the thousand: at every time of every moment, and wherever chance wills."""

from collections import Counter

import pytest

from tests.kill.campaign import Campaign, Trial
from tests.kill.conftest import Tell
from tests.kill.stories import ASIDES, NOT_YET
from tests.kill.walk import Death, Story

pytestmark = [pytest.mark.kill, pytest.mark.soak, pytest.mark.timeout(4 * 3600)]

KILLS = 1000


@pytest.mark.parametrize("story", [NOT_YET, ASIDES], ids=["not-yet", "asides"])
async def test_killed_every_time_at_every_commit_and_call(
    campaign: Campaign, tell: Tell, story: Story
) -> None:
    times = Counter((await campaign.undisturbed(story)).moments)
    trials = [
        Trial(story, [Death(moment, nth + 1)]) for moment, count in times.items() for nth in range(count)
    ]
    await campaign.hold_all(trials)
    assert campaign.verdicts == []
    # How often the outbox is looked through depends on the machine: the last time may not come.
    assert campaign.killed.total() > 0.9 * len(trials)
    tell(f"{campaign.summary}: nothing lost, nothing said twice")


@pytest.mark.parametrize("story", [NOT_YET, ASIDES], ids=["not-yet", "asides"])
async def test_killed_a_thousand_times_at_random(campaign: Campaign, tell: Tell, story: Story) -> None:
    await campaign.hold_all(campaign.at_random(await campaign.undisturbed(story), KILLS))
    assert campaign.verdicts == []
    tell(f"{campaign.summary} at random: nothing lost, nothing said twice")
