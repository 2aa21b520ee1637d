"""Plain messages a second: through `App.receive`, against an empty async handler, and against `assess` alone.

The three are fed the same messages, one after the other, in five rounds in turn; the median round counts. The
messages are ordinary talk in three languages that matter to no feature, in 20 watched channels, from 2,000 members.
"""

import asyncio
from itertools import islice
from statistics import median
from typing import Any

from benchmarks.stage import Stage, playing, posted, rate
from benchmarks.talk import plain
from bot.detection import assess
from bot.vocabulary.events import MessagePosted

MESSAGES = 10_000
ROUNDS = 5


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    events = [posted(number, text) for number, text in enumerate(islice(plain(), MESSAGES))]
    through, empty, alone = list[float](), list[float](), list[float]()
    async with playing(stage) as (app, _):
        await rate(app.receive, events[:2000])
        for _ in range(ROUNDS):
            through.append(await rate(app.receive, events))
            empty.append(await rate(_nothing, events))
            alone.append(await rate(_assess, events))
    return {
        "through App, messages/s": median(through),
        "empty handler, messages/s": median(empty),
        "assess alone, messages/s": median(alone),
        "App to empty handler": median(through) / median(empty),
        "App to assess alone": median(through) / median(alone),
    }


async def _nothing(event: MessagePosted) -> None:
    pass


async def _assess(event: MessagePosted) -> None:
    assess(event.text)
