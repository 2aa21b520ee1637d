"""Somebody writes while the platform doesn't say who they are: their words are kept first, and handled when it does."""

import pytest

from bot.attention import Glance
from bot.catalogue.declare import matters, on
from bot.context import Context
from bot.durable.database import Database
from bot.sensing import LONGEST_ASKED
from bot.vocabulary.events import MessageEvent, MessagePosted
from tests.fakes.running import running


def test_slack_hears_in_time_that_we_have_it() -> None:
    assert LONGEST_ASKED < 3


class Doorman:
    """Notes who said what, and as whom."""

    name = "doorman"

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, bool]] = []

    @matters
    def concerns(self, glance: Glance, event: MessageEvent) -> bool:
        return isinstance(event, MessagePosted)

    @on(MessagePosted)
    async def posted(self, ctx: Context, event: MessagePosted) -> None:
        self.heard.append((ctx.doer.name, event.text, ctx.doer.is_staff))


@pytest.mark.parametrize("down", ["out", "hangs"])
async def test_what_nobody_can_be_asked_about_is_kept_soon(sqlite_database: Database, down: str) -> None:
    doorman = Doorman()
    async with running(sqlite_database, doorman) as core:
        core.directory.down = down
        await core.says("max", "it crashes")
        for number in range(3):
            await core.says("ana", f"hello {number}")
        letter, *_ = await core.letters()
        assert (letter.state, letter.lane) == ("new", "max")
        core.directory.down = "out"
        await core.says("mihai", "let me look")
        core.directory.down = None
        await core.says("max", "twice a day")
        await core.settled()
    said = {text: (name, staff) for name, text, staff in doorman.heard}
    in_line = [waited for waited in core.directory.waited if waited < LONGEST_ASKED]
    assert len(in_line) == (3 if down == "hangs" else 0), "others are not kept waiting as long as the first"
    assert said["it crashes"] == ("Max", False)
    assert said["let me look"] == ("Mihai", True), "by then it is known that he is of the team"
    assert [text for name, text, _ in doorman.heard if name == "Max"] == ["it crashes", "twice a day"]


async def test_killed_meanwhile_it_is_handled_after_the_start(sqlite_database: Database) -> None:
    doorman = Doorman()
    async with running(sqlite_database, doorman) as core:
        core.directory.down = "out"
        await core.says("max", "it crashes")
    assert doorman.heard == []
    async with running(sqlite_database, doorman) as core:
        await core.settled()
    assert doorman.heard == [("Max", "it crashes", False)]


async def test_a_program_that_could_not_be_told_apart_is_not_answered(sqlite_database: Database) -> None:
    doorman = Doorman()
    async with running(sqlite_database, doorman) as core:
        core.directory.down = "out"
        await core.says("robot", "nightly build failed")
        core.directory.down = None
        await core.settled()
        (letter,) = await core.letters()
        assert (letter.state, letter.payload) == ("done", None)
    assert doorman.heard == []
