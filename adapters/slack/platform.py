"""The platform port on Slack: the only way the bot's words get there, apart from answers to interactions.

Every request waits for its turn in `web`; `errors` has what refusals mean, `breaker` when no more is asked, `repeats`
how nothing is said twice, `doors` how private places are opened, `attaching` how files come to a
message.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from adapters.common.attempts import repeated_since
from adapters.common.breaker import Breaker
from adapters.slack.address import is_direct, is_ts, split, threaded
from adapters.slack.admin import Admin
from adapters.slack.attaching import Attaching
from adapters.slack.doors import Doors
from adapters.slack.drawing import Drawn
from adapters.slack.emoji import name_of
from adapters.slack.errors import Refused
from adapters.slack.files import LARGEST, fetch
from adapters.slack.office import Office
from adapters.slack.painting import Painter
from adapters.slack.repeats import Repeats, Said, mark_of
from adapters.slack.saying import Saying
from bot.durable.database import Database
from bot.ports import Destination, Door, DoorShut, Gone, Opening, Platform, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, MessageRef, Public
from bot.vocabulary.replies import Message

PATIENCE = 30.0
"""Seconds for one errand: others wait behind it."""


class SlackPlatform(Platform):
    """`rows` gives the row id of a community by its key; `patience` is in seconds.

    `admin` is who can remove what others wrote, where an admin of the workspace has lent a token for it.
    """

    name = "slack"
    doors = frozenset({Door.DM, Door.PRIVATE_CHANNEL, Door.FORM})
    largest_file = LARGEST

    def __init__(
        self,
        office: Office,
        rows: Callable[[str], int],
        database: Database,
        patience: float = PATIENCE,
        admin: Admin | None = None,
    ) -> None:
        self._admin = admin or Admin(None)
        self.removes = self._admin.there
        self.painter = Painter(office.workspace, rows)
        self._office = office
        self._web = office.web
        self._rows = rows
        self._database = database
        self._repeats = Repeats(office.web, office.workspace)
        self._saying = Saying(office.web)
        self._attaching = Attaching(office.web, office.workspace)
        self._doors = Doors(office, rows, database, self.painter, self._saying)
        self._breaker = Breaker()
        self._patience = patience

    async def open(self, community: str, opening: Opening) -> str:
        self._check(community)
        match opening:
            case Opening(Public(message)):
                return message.channel
            case Opening(CaseStaff(), beside=MessageRef(channel, message)):
                place, _ = self._place(channel)
                self._numbers(message)
                return threaded(place, message)
            case Opening(MemberDM(member)):
                async with self._asking(f"direct:{member}"):
                    return await self._doors.direct(community, member)
            case Opening(CasePrivate() | Aside(), door=Door.DM, member=str() as member):
                async with self._asking(f"direct:{member}"):
                    return await self._doors.thread(community, opening)
            case Opening(CasePrivate() | Aside(), door=Door.PRIVATE_CHANNEL, member=str()):
                async with self._asking("channels"):
                    return await self._doors.private_channel(community, opening)
            case Opening(CasePrivate() | Aside(), door=Door.PRIVATE_THREAD):
                raise DoorShut("no_private_threads")
        raise DoorShut("no_such_door")

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        self._check(community)
        place, within = self._place(to.channel)
        self._numbers(to.reply_to)
        channel = threaded(place, within or to.reply_to)
        mark = mark_of(key, channel)
        async with self._asking(place):
            drawn = self.painter.draw(community, message)
            since = await repeated_since(self._database, self._rows(community), key)
            said = await self._repeats.said(channel, mark, since) if since else None
            attached = bool(said.get("files")) if said else False
            # Before anything is said: if they are refused, it is said without them.
            files = await self._attaching.upload(drawn.files) if drawn.files and not attached else []
            async with self._attaching.kept(files):
                ts = (
                    str(said["ts"])
                    if said
                    else await self._post(community, channel, to.reply_to, drawn, mark)
                )
                if files:
                    await self._attaching.attach(place, ts, drawn, files)
        return MessageRef(channel, ts)

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        """Raises Gone where the workspace lets nobody edit an old message: it is taken down, to be posted anew."""
        self._check(community)
        place, _ = self._message(message)
        async with self._asking(place):
            drawn = self.painter.draw(community, new)
            before = await self._now(message) if drawn.files else {}
            try:
                await self._attaching.update(place, message.message, drawn, before)
            except Refused as refused:
                if str(refused) != "edits_capped":
                    raise
                await self._delete(place, message.message)
                raise Gone("edits_capped") from refused

    async def retract(self, community: str, message: MessageRef) -> None:
        self._check(community)
        place, _ = self._message(message)
        with suppress(Gone):
            async with self._asking(place):
                # A file outlives the message it was attached to.
                await self._attaching.clear(await self._now(message))
                await self._delete(place, message.message)

    async def remove(self, community: str, message: MessageRef) -> None:
        self._check(community)
        place, _ = self._message(message)
        async with self._asking(place):
            await self._admin.delete(place, message.message)

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        self._check(community)
        place, _ = self._message(message)
        await self._once(
            place,
            "reactions.add",
            "already_reacted",
            channel=place,
            timestamp=message.message,
            name=name_of(emoji),
        )

    async def pin(self, community: str, message: MessageRef) -> None:
        self._check(community)
        place, _ = self._message(message)
        await self._once(
            f"pins:{place}", "pins.add", "already_pinned", channel=place, timestamp=message.message
        )

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        self._check(community)
        place, _ = self._message(file.message)
        async with self._asking(place):
            return await fetch(self._web, file, limit)

    async def dm_answered(self, community: str, member: str) -> None:
        """The member wrote to the bot: direct messages to them are tried again."""
        await self._doors.accepted(community, member)

    async def _post(self, community: str, channel: str, reply_to: str | None, drawn: Drawn, mark: str) -> str:
        place, thread = split(channel)
        if reply_to is not None and thread is not None:
            await self._saying.look(place, thread, reply_to)
        try:
            return await self._saying.post(channel, drawn, mark)
        except Refused as shut:
            if is_direct(place):
                await self._doors.refused(community, place, str(shut))
            raise

    async def _now(self, message: MessageRef) -> Said:
        """The message as it is now; empty where that can't be known."""
        with suppress(Transient):
            return await self._repeats.one(message.channel, message.message) or {}
        return {}

    async def _delete(self, place: str, ts: str) -> None:
        await self._web.call("chat.delete", channel=place, ts=ts)

    async def _once(self, watched: str, method: str, done: str, **arguments: str) -> None:
        """Do what is no error if it is done already."""
        async with self._asking(watched):
            try:
                await self._web.call(method, **arguments)
            except Refused as refused:
                if refused.code != done:
                    raise

    @asynccontextmanager
    async def _asking(self, place: str) -> AsyncIterator[None]:
        with self._breaker.watching(place):
            try:
                async with asyncio.timeout(self._patience):
                    yield
            except TimeoutError as error:
                raise Transient("unreachable") from error

    def _check(self, community: str) -> None:
        """Raises Gone for a community of another platform or workspace."""
        if not self._office.is_ours(community):
            raise Gone("community")

    def _place(self, channel: str) -> tuple[str, str | None]:
        try:
            return split(channel)
        except ValueError as error:
            raise Gone("not an id of Slack") from error

    def _message(self, message: MessageRef) -> tuple[str, str | None]:
        self._numbers(message.message)
        return self._place(message.channel)

    def _numbers(self, ts: str | None) -> None:
        if ts is not None and not is_ts(ts):
            raise Gone("not an id of Slack")
