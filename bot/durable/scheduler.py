"""The ticker: APScheduler calls a few plain functions; what is due is kept in rows of ours, never in its jobs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Job = Callable[[], Awaitable[None]]


class Scheduler:
    """Calls each job every so many seconds, one run of it at a time, and catches up once after a stall."""

    def __init__(self, jobs: Mapping[float, Job]) -> None:
        # It warns of every tick that is left out because the last one still runs: that is as it should be.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler = AsyncIOScheduler(job_defaults=defaults, timezone="UTC")
        for seconds, job in jobs.items():
            name = str(getattr(job, "__qualname__", job))
            self._scheduler.add_job(partial(_until_stopped, job), "interval", seconds=seconds, name=name)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)


async def _until_stopped(job: Job) -> None:
    """Run it. APScheduler cancels what still runs when it is stopped, and would log that as an error."""
    with suppress(asyncio.CancelledError):
        await job()
