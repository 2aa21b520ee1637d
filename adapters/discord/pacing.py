"""At most 40 requests a second for the whole bot: discord.py has no limit of its own, and Discord's is 50."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import aiohttp

from adapters.common.pacing import Pace, Pacer, pacer_for
from bot.durable.database import Database

PACE = Pace(rate=40.0, burst=8)
"""A second's turns and a burst together stay below 50."""

HELD = frozenset({"interactions", "webhooks"})
"""Answers to people who wait; Discord does not count them into the limit."""


def requests_of(database: Database, bot: str) -> Pacer:
    """The turns of all processes of this bot that share the database."""
    return pacer_for(database, bot, "requests", PACE)


class Unheard(aiohttp.ClientError):
    """Discord may have made a thread, and failed to say so."""


def trace_of(pacer: Pacer) -> aiohttp.TraceConfig:
    """For `discord.Client(http_trace=...)`: every request of the client waits here for its turn, retries too.

    A thread that was asked for and answered with an error may be there all the same. discord.py would ask again at
    once, and make a second one, so it is stopped: the relay's next attempt looks for the thread by its name.
    """
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_waits(pacer))
    trace.on_request_end.append(_stop_after_a_thread)
    return trace


def _waits(
    pacer: Pacer,
) -> Callable[[aiohttp.ClientSession, SimpleNamespace, aiohttp.TraceRequestStartParams], Awaitable[None]]:
    async def wait(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        if HELD.isdisjoint(request.url.parts):
            await pacer.turn()

    return wait


async def _stop_after_a_thread(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, request: aiohttp.TraceRequestEndParams
) -> None:
    if request.method == "POST" and request.url.name == "threads" and request.response.status >= 500:
        request.response.close()
        raise Unheard
