"""Complaints a second, until each has its effects on the platform: private place, opener, public reply, card, mirror.

200 complaints of 200 members are handed in as fast as they are taken. The clock stops when the outbox is empty. What
is sent is settled in groups; the number of transactions for each complaint shows how well.
"""

import asyncio
from itertools import islice
from time import perf_counter
from typing import Any

from sqlalchemy import func, select

from benchmarks.stage import Stage, playing, posted
from benchmarks.talk import complaints
from bot.app import App
from bot.durable.outbox import LIVE
from bot.durable.tables import inbox, outbox

COMPLAINTS = 200


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    async with playing(stage) as (app, platform):
        texts = list(islice(complaints(), COMPLAINTS))
        began = perf_counter()
        await asyncio.gather(*(app.receive(posted(n, text, f"c{n}")) for n, text in enumerate(texts)))
        while await _unfinished(app):  # noqa: ASYNC110  # rows are counted, there is no event
            await asyncio.sleep(0.02)
        seconds = perf_counter() - began
    return {
        "complaints/s": COMPLAINTS / seconds,
        "effects/s": platform.performed / seconds,
        "effects a complaint": platform.performed / COMPLAINTS,
    }


async def _unfinished(app: App) -> bool:
    async with app.house.database.reading() as tx:
        waiting = select(func.count()).select_from(inbox).where(inbox.c.state == "new")
        unsent = select(func.count()).select_from(outbox).where(outbox.c.state.in_(LIVE))
        return bool(await tx.scalar(waiting) or await tx.scalar(unsent))
