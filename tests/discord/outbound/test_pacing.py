"""The bot never asks more of Discord than it takes."""

import asyncio
import time

from adapters.discord.pacing import PACE
from tests.common.test_pacing import never_ahead
from tests.discord.outbound.conftest import Stage


async def test_the_client_never_meets_the_global_limit(stage: Stage) -> None:
    began = time.monotonic()
    await asyncio.gather(*(stage.client.fetch_user(stage.ana.id) for _ in range(120)))
    asked = [request.at for request in stage.fake.requests]
    assert len(asked) == 120 and not stage.fake.limits.refused
    assert never_ahead(asked, began, PACE)
