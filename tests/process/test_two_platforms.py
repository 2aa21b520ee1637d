"""Discord and Slack in one process: whichever is down when it starts holds up no other."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.discord.bakery import Process
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.nursery import nursery
from tests.fakes.slack.server import FakeSlack


@asynccontextmanager
async def started(folder: Path, discord: FakeDiscord, slack: FakeSlack) -> AsyncIterator[Process]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    ours = {"DATABASE_URL": f"sqlite:///{folder}/ombud.db", "PYTHONPATH": str(Path.cwd())}
    process = Process(await nursery().bear((), folder, kept | ours | discord.environment | slack.environment))
    try:
        yield process
    finally:
        if process.running:
            await process.kill()
        # Shown by pytest when the test fails.
        sys.stdout.write("\n".join((*process.said, *process.logged, "")))


async def test_discord_does_not_wait_for_a_slack_that_is_down(tmp_path: Path) -> None:
    async with FakeDiscord() as discord, FakeSlack() as slack:
        slack.faults.outage(600)
        async with started(tmp_path, discord, slack) as process:
            await discord.ready(seconds=20)
            await eventually(lambda: any("On Discord" in line for line in process.said), 20, "Discord")
            assert not any("On Slack" in line for line in process.said)
            slack.faults.clear()
            await slack.ready(2)
            await eventually(lambda: any("On Slack" in line for line in process.said), 20, "Slack")
            assert await process.stop() == 0
            assert process.errors() == []


async def test_a_token_that_is_refused_later_is_said(tmp_path: Path) -> None:
    """Slack was down at the start: what is wrong with its token is found out when it is there again."""
    async with FakeDiscord() as discord, FakeSlack() as slack:
        slack.faults.outage(600)
        async with started(tmp_path, discord, slack) as process:
            await eventually(lambda: any("On Discord" in line for line in process.said), 20, "Discord")
            slack.faults.clear()
            slack.faults.revoke_token()
            assert await process.ended() == 2
            assert any("Slack doesn't accept SLACK_BOT_TOKEN" in line for line in process.logged)
