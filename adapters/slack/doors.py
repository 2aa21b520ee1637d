"""Private places: the direct message with its thread for each case, and the private channel.

A thread is begun by one line of the bot, and bears a mark, so that it is found again. A channel is found again by its
name.
"""

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from cachetools import LRUCache

from adapters.common.attempts import repeated_since
from adapters.common.refusals import Refusals
from adapters.slack import limits
from adapters.slack.address import is_user, threaded
from adapters.slack.errors import Refused
from adapters.slack.office import Office
from adapters.slack.painting import Painter
from adapters.slack.repeats import Repeats, mark_of
from adapters.slack.saying import Saying
from bot.durable.database import Database
from bot.ports import DoorShut, Gone, Opening, PortError, Transient
from bot.vocabulary.places import CasePrivate
from bot.vocabulary.replies import Mention, Message, say

REMEMBERED = 4096
"""Direct messages that were opened."""

REFUSED = frozenset({"dm_closed", "user_disabled"})
"""Reasons that are worth remembering: it will be the same tomorrow."""

LOOKED_BACK, LOOKED_THROUGH = timedelta(days=30), 100
"""How far a thread's first line is looked for at every opening, and among how many messages."""

CHANNELS = 10_000

_STRANGE = re.compile(r"[^a-z0-9]+")


class Doors:
    """`rows` gives the row id of a community by its key."""

    def __init__(
        self,
        office: Office,
        rows: Callable[[str], int],
        database: Database,
        painter: Painter,
        saying: Saying,
    ) -> None:
        self._office = office
        self._rows = rows
        self._database = database
        self._painter = painter
        self._saying = saying
        self._repeats = Repeats(office.web, office.workspace)
        self._refusals = Refusals(database)
        self._open: LRUCache[str, str] = LRUCache(REMEMBERED)
        self._partners: LRUCache[str, str] = LRUCache(REMEMBERED)

    async def direct(self, community: str, member: str) -> str:
        """The direct message with this member. Raises DoorShut where it was refused lately, or can't be."""
        await self._may_be_met(member)
        refused = await self._refusals.of(self._rows(community), member)
        if refused is not None:
            raise DoorShut(refused)
        if member not in self._open:
            try:
                answer = await self._office.web.call("conversations.open", users=member)
            except Refused as shut:
                await self._remember(community, member, str(shut))
                raise
            self._open[member] = str(answer["channel"]["id"])
        self._partners[self._open[member]] = member
        return self._open[member]

    async def refused(self, community: str, channel: str, reason: str) -> None:
        """A message to this channel was refused; remembered if it is somebody's direct message."""
        if channel in self._partners:
            await self._remember(community, self._partners[channel], reason)

    async def accepted(self, community: str, member: str) -> None:
        """They wrote to the bot: direct messages to them are tried again."""
        await self._refusals.forget(self._rows(community), member)

    async def thread(self, community: str, opening: Opening) -> str:
        """The thread of a case in the member's direct message, begun by a line if it isn't there yet."""
        member = opening.member or ""
        channel = await self.direct(community, member)
        mark = mark_of(opening.key, channel)
        root = await self._root(community, channel, mark)
        if root is None:
            drawn = self._painter.draw(community, await self._first_line(community, opening.title, member))
            try:
                root = await self._saying.post(channel, drawn, mark)
            except Refused as shut:
                await self._remember(community, member, str(shut))
                raise
        return threaded(channel, root)

    async def private_channel(self, community: str, opening: Opening) -> str:
        """A channel for the case, with the member and the staff in it.

        Raises DoorShut for users of other organisations and for whoever can't be let in; the channel is archived then.
        """
        member = opening.member or ""
        await self._may_be_met(member)
        channel = await self._channel(channel_name(opening))
        try:
            await self._invite(channel, [member])
        except (Refused, Gone) as error:
            with suppress(PortError):
                await self._office.web.call("conversations.archive", channel=channel)
            raise DoorShut("member_not_let_in") from error
        await self._invite_staff(community, channel, member)
        return channel

    async def _first_line(self, community: str, title: str, member: str) -> Message:
        """It mentions the member: whoever is mentioned in a thread is told of the answers in it."""
        person = await self._office.people.of(member)
        voice = await self._office.voice(community, person)
        mention = Mention(member, person.name if person else title)
        return say(*voice.say("slack.root", member=mention, title=title))

    async def _may_be_met(self, member: str) -> None:
        if not is_user(member):
            raise Gone("not an id of Slack")
        person = await self._office.people.of(member)
        if person is not None and person.stranger:
            raise DoorShut("other_organisation")

    async def _remember(self, community: str, member: str, reason: str) -> None:
        if reason in REFUSED:
            await self._refusals.remember(self._rows(community), member, reason)

    async def _root(self, community: str, channel: str, mark: str) -> str | None:
        """The line that begins the thread, of an earlier opening.

        Where nothing is being repeated there hardly is one, so a history that can't be read now isn't waited for.
        """
        since = await repeated_since(self._database, self._rows(community))
        try:
            found = await self._repeats.said(
                channel, mark, since or datetime.now(UTC) - LOOKED_BACK, LOOKED_THROUGH
            )
        except Transient:
            if since is not None:
                raise
            return None
        return str(found["ts"]) if found else None

    async def _channel(self, name: str) -> str:
        """The private channel of this name; made if there is none of ours."""
        try:
            answer = await self._office.web.call("conversations.create", name=name, is_private=True)
        except Refused as refused:
            if refused.code != "name_taken":
                raise
            return await self._made_before(name)
        return str(answer["channel"]["id"])

    async def _made_before(self, name: str) -> str:
        found = self._office.web.pages(
            "users.conversations",
            "channels",
            most=CHANNELS,
            page=limits.LARGE_PAGE,
            types="private_channel",
            exclude_archived=True,
        )
        async for channel in found:
            if channel.get("name") == name and channel.get("creator") == self._office.workspace.bot:
                return str(channel["id"])
        raise DoorShut("channel_archived")

    async def _invite_staff(self, community: str, channel: str, member: str) -> None:
        """Everybody in the staff room. Who can't be let in finds the case on its card."""
        room = (await self._office.settings(community)).staff_room
        everybody = await self._office.circles.in_channel(room) if room else frozenset()
        staff = sorted(everybody - {member, self._office.workspace.bot})
        for start in range(0, len(staff), limits.INVITED):
            with suppress(Refused, Gone):
                await self._invite(channel, staff[start : start + limits.INVITED])

    async def _invite(self, channel: str, users: list[str]) -> None:
        several = True if len(users) > 1 else None
        try:
            await self._office.web.call(
                "conversations.invite", channel=channel, users=",".join(users), force=several
            )
        except Refused as refused:
            if refused.code != "already_in_channel":
                raise


def channel_name(opening: Opening) -> str:
    """The same for one opening, and for no other; it tells nobody more than a number."""
    kind = "case" if isinstance(opening.place, CasePrivate) else "note"
    number = _STRANGE.sub("-", opening.title.lower()).strip("-")
    suffix = hashlib.sha256(opening.key.encode()).hexdigest()[:8]
    return "-".join(filter(None, (kind, number[: limits.CHANNEL_NAME // 2], suffix)))
