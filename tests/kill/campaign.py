"""Many walks, two side by side, each in a folder of its own."""

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic

from tests.kill.runner import Order, passed
from tests.kill.walk import Death, Kill, Story, Walk

SIDE_BY_SIDE = 2
DEATHS = 6
"""Random deaths planned for one walk; those that would come after its end are left out."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A story, the deaths in it (see `Walk`), and what the platform is like (see `runner.Order`)."""

    story: Story
    deaths: Sequence[Death] = ()
    each: frozenset[str] = frozenset()
    deduplicate: bool = True
    cut: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`moments` are those of the last life, in order."""

    trial: Trial
    folder: Path
    kills: Sequence[Kill]
    moments: Sequence[str]
    problems: Sequence[str]
    steps: int
    seconds: float

    @property
    def verdict(self) -> str:
        """One line for people, empty if nothing is wrong."""
        deaths = ", ".join(kill.moment for kill in self.kills) or "nowhere"
        return f"killed at {deaths} (see {self.folder}): {'; '.join(self.problems)}" if self.problems else ""


class Campaign:
    """Holds trials and keeps their outcomes."""

    def __init__(self, folder: Path) -> None:
        self.outcomes: list[Outcome] = []
        self._folders = (folder / f"walk-{number}" for number in count())

    @property
    def killed(self) -> Counter[str]:
        """How often each moment was the last before a death."""
        return Counter(kill.moment for outcome in self.outcomes for kill in outcome.kills)

    @property
    def disturbed(self) -> Counter[str]:
        """How often each step of a story was disturbed by a death."""
        return Counter(kill.during for outcome in self.outcomes for kill in outcome.kills)

    @property
    def summary(self) -> str:
        """How often was killed, where in the stories and after how many different moments."""
        steps = ", ".join(f"{times} in {step}" for step, times in self.disturbed.items())
        walks = sum(1 for outcome in self.outcomes if outcome.kills)
        return f"{self.killed.total()} kills in {walks} walks after {len(self.killed)} moments ({steps})"

    @property
    def verdicts(self) -> Sequence[str]:
        """What is wrong, one line for each walk that did not end as its story does."""
        return [outcome.verdict for outcome in self.outcomes if outcome.problems]

    async def undisturbed(self, story: Story, *, deduplicate: bool = True) -> Outcome:
        """The story without a death: it ends as it should, or no other walk proves anything."""
        outcome = await self.hold(Trial(story, deduplicate=deduplicate))
        assert outcome.problems == []
        return outcome

    async def hold(self, trial: Trial) -> Outcome:
        """Tell the story, and read both sides; the files are kept only if something is wrong with them."""
        folder = next(self._folders)
        folder.mkdir()
        order = Order(folder, deduplicate=trial.deduplicate, cut=trial.cut)
        walk, began = Walk(trial.story, order, trial.deaths, trial.each), monotonic()
        try:
            problems = [*await walk.tell(), *_errors(order)]
        except (AssertionError, TimeoutError) as error:
            problems = [f"{error!r} in {walk.during}"]
        seconds = monotonic() - began
        outcome = Outcome(trial, folder, walk.kills, passed(order), problems, walk.steps, seconds)
        self.outcomes.append(outcome)
        if not problems:
            shutil.rmtree(folder)
        return outcome

    async def hold_all(self, trials: Iterable[Trial]) -> None:
        waiting = iter(trials)

        async def work() -> None:
            for trial in waiting:
                await self.hold(trial)

        async with asyncio.TaskGroup() as group:
            for _ in range(SIDE_BY_SIDE):
                group.create_task(work())

    def at_random(self, undisturbed: Outcome, kills: int) -> Iterator[Trial]:
        """Trials of that story with deaths at random moments of its steps, until there were so many kills."""
        story, steps = undisturbed.trial.story, undisturbed.steps
        # Twice as long as a step takes: what does not die in this one dies in the next.
        span = 2 * undisturbed.seconds / steps
        for seed in count():
            if self.killed.total() >= kills:
                return
            chance = random.Random(seed)
            chosen = sorted(chance.randrange(steps) for _ in range(DEATHS))
            yield Trial(story, [Death(seconds=chance.uniform(0, span), step=step) for step in chosen])


def _errors(order: Order) -> Iterator[str]:
    """What the program logged as an error. A machine under load has warnings, and may have them."""
    lines = order.log.read_text("utf-8").splitlines()
    return (f"it logged: {line}" for line in lines if "error" in line.lower() or "Traceback" in line)
