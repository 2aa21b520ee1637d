"""Files of people on their way from one message to another: read when they are sent, and kept nowhere.

A row of the outbox names them, so after a crash they are read again from where they stand. One that is gone, too large
or a program in truth is left out; the words go all the same, and who counts on it is told of it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import structlog

from bot.attachments import MESSAGES, is_program
from bot.ports import DoorShut, Gone, Platform, Queued, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.replies import File, Message

AT_ONCE = 2
"""Messages with files on their way, so that the memory they take has an end."""

SOON = 0.5
"""Seconds until the next look where others carry files."""

PATIENT = 7
"""Attempts in which a file that can't be read now is waited for: about a minute."""

LONGEST_WAIT = timedelta(minutes=15)
"""Then it may be the files that do not get through, on a thin line: what waits behind them goes without."""

LONGEST_READ = 20.0
"""Seconds for all files of a message: what sends them has a limit of its own."""

Result = TypeVar("Result")

log = structlog.get_logger(__name__)


class Carrier:
    """Fetches what is attached to a message, and has it sent."""

    def __init__(self) -> None:
        self._under_way = 0

    async def carry(
        self,
        platform: Platform,
        community: str,
        message: Message,
        send: Callable[[Message], Awaitable[Result]],
        *,
        largest: int,
        attempts: int,
        waited: timedelta = timedelta(),
    ) -> tuple[Result, tuple[str, ...]]:
        """What `send` returned for the message with its files, and the names of those that are not with it.

        `attempts` were made before, `waited` is the time since it was to be said. Raises what `send` raises, Transient
        where a file may be read later, Queued where others go first.
        """
        if not message.attached:
            return await send(message), ()
        bare = replace(message, attached=())
        if waited > LONGEST_WAIT and attempts >= PATIENT:
            return await send(bare), tuple(file.name for file in message.attached)
        async with self._turn():
            files, lost = await _read(platform, community, message.attached, largest, attempts)
            if not files:
                return await send(bare), lost
            try:
                return await send(replace(bare, parts=(*bare.parts, *files))), lost
            except DoorShut as refused:
                # It may be the files that are not wanted there: the words matter more.
                log.info("file.refused", reason=str(refused), files=len(files))
                return await send(bare), tuple(file.name for file in message.attached)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self._under_way >= AT_ONCE:
            raise Queued("files", SOON)
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1


async def _read(
    platform: Platform, community: str, wanted: tuple[Attachment, ...], largest: int, attempts: int
) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """The files that are there, and the names of the others."""
    files: list[File] = []
    lost: list[str] = []
    try:
        async with asyncio.timeout(LONGEST_READ):
            # What was told of their sizes is not to be trusted: so much is held, and no more.
            left = largest * MESSAGES
            for file in wanted:
                limit = min(largest, left)
                content = await _one(platform, community, file, limit, patient=attempts < PATIENT)
                if content is None:
                    lost.append(file.name)
                else:
                    left -= len(content)
                    files.append(File(file.name, file.media_type or "application/octet-stream", content))
    except TimeoutError:
        if attempts < PATIENT:
            raise Transient("files") from None
        read = {file.name for file in files}
        lost = [file.name for file in wanted if file.name not in read]
    return tuple(files), tuple(lost)


async def _one(
    platform: Platform, community: str, file: Attachment, largest: int, *, patient: bool
) -> bytes | None:
    try:
        content = await platform.fetch(community, file, largest)
    except (DoorShut, Gone) as error:
        log.info("file.lost", reason=str(error))
        return None
    except Transient as error:
        if patient:
            raise
        log.info("file.lost", reason=str(error))
        return None
    if not content or len(content) > largest or is_program(file.name, content):
        log.info("file.lost", reason="kind")
        return None
    return content
