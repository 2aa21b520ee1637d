"""What people write, change and delete, who comes and who leaves, told to the core before Slack hears that we have it.

Slack keeps no order of its own, so there is one per channel here: what was heard first is stored first. Most messages
of a busy workspace end here.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, time

import structlog

from adapters.slack.events import (
    Payload,
    by_a_person,
    deleted,
    edited,
    is_direct,
    is_gone,
    left,
    posted,
    time_of,
)
from adapters.slack.parts import Parts
from adapters.slack.turns import Turns
from adapters.slack.words import people_in, plain, words_of
from bot.errors import StorageFull
from bot.ports import DoorShut, Gone, Opening, Transient
from bot.vocabulary.events import CommunityJoined, PlatformEvent
from bot.vocabulary.people import Role
from bot.vocabulary.places import MemberDM

LONGEST_WAIT = 30.0
"""Seconds between two attempts, at most; the first wait is half a second, then it doubles."""

NAMED = 10
"""People whose names are looked up for one message, at most."""

NAMING = 1.0
"""Seconds for that, at most: without a name the id is shown, and Slack waits three to hear that we have it."""

log = structlog.get_logger(__name__)

Hear = Callable[[Payload], Coroutine[None, None, None]]


class Inbound:
    """The ear for words. What is heard here is `event` of an envelope."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._turns = Turns()
        self._hears: dict[str, Hear] = {
            "message": self._said,
            "user_change": self._changed,
            "member_joined_channel": self._came,
            "member_left_channel": self._went,
        }

    def ear_for(self, event: Payload) -> Hear | None:
        """Who takes it in; None for what is nothing to us."""
        hear = self._hears.get(str(event.get("type")))
        if event.get("type") != "message" or event.get("subtype") in {"message_changed", "message_deleted"}:
            return hear
        return hear if by_a_person(event) and self._may_matter(event) else None

    def _may_matter(self, event: Payload) -> bool:
        """In a watched channel, in a thread, or among few: whatever else, nobody asked us to read it."""
        among_all = event.get("channel_type") == "channel"
        return not among_all or "thread_ts" in event or self._parts.communities.watches(str(event["channel"]))

    async def _said(self, event: Payload) -> None:
        """A message that was posted, changed or deleted."""
        async with self._turns.turn(str(event["channel"])):
            told = await self._told(event)
            if told is not None:
                await self._taken_in(told)

    async def _told(self, event: Payload) -> PlatformEvent | None:
        key = self._parts.key
        if is_gone(event):
            return deleted(key, event)
        if event.get("subtype") == "message_changed":
            message = event["message"]
            return edited(key, event, await self._plain(message)) if by_a_person(message) else None
        if is_direct(event):
            await self._parts.platform.dm_answered(key, str(event["user"]))
        return posted(key, event, await self._plain(event))

    async def _plain(self, message: Payload) -> str:
        text, names = words_of(message), {}
        with suppress(Transient, TimeoutError):
            async with asyncio.timeout(NAMING):
                for person in people_in(text)[:NAMED]:
                    known = await self._parts.directory.member(self._parts.key, person)
                    if known is not None:
                        names[person] = known.name
        return plain(text, names)

    async def _changed(self, event: Payload) -> None:
        """Somebody's profile is another: their name, their role, or whether they are here at all."""
        member = str(event["user"]["id"])
        self._parts.directory.told(event["user"])
        gone = left(self._parts.key, event)
        if gone is not None:
            async with self._turns.turn(member):
                await self._taken_in(gone)

    async def _came(self, event: Payload) -> None:
        """Somebody joined a channel; the bot does when it is invited."""
        self._parts.directory.room_changed(str(event["channel"]))
        inviter = event.get("inviter")
        if event.get("user") == self._parts.office.workspace.bot and inviter:
            await self.welcomed(str(inviter), time_of(str(event["event_ts"])))

    async def _went(self, event: Payload) -> None:
        self._parts.directory.room_changed(str(event["channel"]))

    async def welcomed(self, member: str, at: datetime | None = None) -> None:
        """A manager brought the bot, or came to see it, and nothing is set up: it says how, to them alone.

        Without a time it is said once a day.
        """
        parts, key = self._parts, self._parts.key
        if parts.communities.is_set_up:
            return
        known = await parts.directory.member(key, member)
        if known is None or known.role is not Role.MANAGER:
            return
        today = datetime.combine(datetime.now(UTC).date(), time(), UTC)
        try:
            channel = await parts.platform.open(
                key, Opening(MemberDM(member), "", f"dm:{member}", member=member)
            )
        except (DoorShut, Gone):
            return
        await self._taken_in(CommunityJoined(key, at or today, channel))

    async def _taken_in(self, event: PlatformEvent) -> None:
        """Until the core has it; as long as there is no space for it, what is newer in the channel waits."""
        wait = 0.5
        while True:
            try:
                await self._parts.core.receive(event)
            except (StorageFull, Transient) as error:
                log.warning("slack.waiting", seconds=wait, exc_info=error)
            else:
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
