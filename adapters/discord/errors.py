"""What Discord refuses, in the three words of the port.

The codes are Discord's own (API reference, "JSON error codes"). What may work later is `Transient`; what is no longer
there is `Gone`; everything else that Discord refuses on purpose is `DoorShut` with a short reason.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.ports import DoorShut, Gone, PortError, Transient

UNREACHABLE = (aiohttp.ClientError, asyncio.TimeoutError, OSError)

DM_CLOSED, NO_SHARED_SERVER, TOO_MANY_DMS = 50007, 50278, 40003
ARCHIVED, THREAD_EXISTS = 50083, 160004
TOO_LARGE = 40005
FORBIDDEN = frozenset({50001, 50003, 50013})
"""No access, not among direct messages, no permission."""

REASONS = {
    DM_CLOSED: "dm_closed",
    NO_SHARED_SERVER: "no_shared_server",
    50001: "missing_access",
    50013: "missing_permission",
    50005: "not_ours",
    50024: "not_a_text_channel",
    50008: "not_a_text_channel",
    ARCHIVED: "thread_archived",
    160005: "thread_locked",
    160006: "too_many_threads",
    160007: "too_many_threads",
    30003: "too_many_pins",
    30010: "too_many_reactions",
    90001: "reaction_blocked",
    10014: "unknown_emoji",
    TOO_LARGE: "too_large",
    200000: "blocked_by_automod",
    200001: "blocked_by_automod",
}
MAYBE_LATER = frozenset({TOO_MANY_DMS, 20016, 20022, 20028, 20029, 30046, 40060, 130000})
LATER = 60.0
"""Seconds until the next try where Discord gives no time: it is a limit that fills slowly, or a token that is wrong."""


@contextmanager
def translated() -> Iterator[None]:
    """Raises Transient, DoorShut or Gone instead of what discord.py and the network raise.

    A request that Discord calls malformed is a ValueError: it is a mistake in the program.
    """
    try:
        yield
    except discord.RateLimited as error:
        raise Transient("rate_limited", error.retry_after) from error
    except discord.HTTPException as error:
        raise port_error(error) from error
    except UNREACHABLE as error:
        raise Transient("unreachable") from error


def port_error(error: discord.HTTPException) -> PortError | ValueError:
    """The port's word for an answer of Discord."""
    if error.status >= 500:
        return Transient("platform_down")
    if error.status in (401, 429) or error.code in MAYBE_LATER:
        return Transient("rate_limited" if error.status == 429 else "refused_for_now", LATER)
    if error.code in REASONS:
        return DoorShut(REASONS[error.code])
    if error.status == 413:
        return DoorShut("too_large")
    if error.status == 404 or "message_reference" in error.text:
        return Gone(f"code_{error.code}")
    if error.status == 403:
        return DoorShut(f"refused_{error.code}")
    return ValueError(f"Discord did not understand the request: {error.status}, code {error.code}")
