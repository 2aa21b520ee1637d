"""Whatever people, clocks and platforms do: nobody's message is removed without what was promised first."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.durable.database import Database
from tests.fakes.village import Village
from tests.infractions.court import Court
from tests.infractions.flaws import Flaw


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    """A database of this test's own, with every table."""
    return Path(shutil.copyfile(migrated_file, tmp_path / "court.db"))


@contextmanager
def sitting(file: Path) -> Iterator[type[Court]]:
    """Courts over one database; each has a community of its own in it."""
    with asyncio.Runner() as runner:
        opened = AsyncExitStack()
        database = runner.run(opened.enter_async_context(Database.open(f"sqlite:///{file}")))
        try:
            yield type("Courts", (Court,), {"runner": runner, "village": Village(database)})
        finally:
            runner.run(opened.aclose())


def stories(file: Path, examples: int, steps: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    with sitting(file) as courts:
        run_state_machine_as_test(courts, settings=chosen)


def test_one_thing_amiss_is_enough_to_keep_a_message_and_with_nothing_amiss_it_is_removed(file: Path) -> None:
    with sitting(file) as courts:
        for flaw in Flaw:
            courts().somebody_is_warned_as_it_has_to_be_but_for_one_flaw(flaw)


def test_nobody_loses_a_message_without_two_warnings_that_arrived_and_were_read(file: Path) -> None:
    stories(file, examples=8, steps=14)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_nor_in_thousands_of_stories(file: Path) -> None:
    stories(file, examples=2000, steps=40)
