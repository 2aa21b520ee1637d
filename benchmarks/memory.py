"""Resident memory after 1,000,000 plain messages, against after the first 100,000: a bot that runs for months.

The messages come from 2,000 members in 20 channels. What is counted is the resident set of the process (MB).
"""

import asyncio
import gc
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.stage import Stage, playing, posted
from benchmarks.talk import plain

MESSAGES = 1_000_000
WARM = 100_000


def measure(stage: Stage) -> dict[str, Any]:
    return asyncio.run(_measure(stage))


async def _measure(stage: Stage) -> dict[str, Any]:
    warm = 0.0
    async with playing(stage) as (app, _):
        for number, text in enumerate(islice(plain(), MESSAGES)):
            await app.receive(posted(number, text))
            if number == WARM:
                warm = _resident()
        full = _resident()
    return {
        "after 100,000 messages, MB": warm,
        "after 1,000,000 messages, MB": full,
        "growth, MB": full - warm,
    }


def _resident() -> float:
    gc.collect()
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise LookupError("this system does not say how much memory a process has")
