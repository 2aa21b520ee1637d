"""The platform port on Discord: the only way the bot's words get there, apart from answers to interactions.

Every request waits for its turn in `pacing`; `errors` has what refusals mean, `breaker` when no more is asked,
`repeats` how nothing is said twice, `threads` and `direct` how private places are opened.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

import discord
from cachetools import LRUCache

from adapters.common.breaker import Breaker
from adapters.common.refusals import Refusals
from adapters.discord.channels import Channels, guild_of
from adapters.discord.direct import DirectMessages
from adapters.discord.drawing import Drawn
from adapters.discord.errors import ARCHIVED, FORBIDDEN, translated
from adapters.discord.files import LARGEST, fetch
from adapters.discord.markup import is_snowflake
from adapters.discord.painting import Painter
from adapters.discord.repeats import Mark, Repeats, Sought, mark_of
from adapters.discord.threads import Threads
from bot.durable.database import Database
from bot.ports import Destination, Door, DoorShut, Gone, Opening, Platform, Transient
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import Aside, CasePrivate, CaseStaff, MemberDM, MessageRef, Public
from bot.vocabulary.replies import Message

Result = TypeVar("Result")

PATIENCE = 30.0
"""Seconds for one errand: discord.py waits as long as a rate limit lasts, be it minutes, and others wait behind.

Its own option for that, `max_ratelimit_timeout`, refuses every request of a limit with a longer window, also when there
are some left.
"""

OLD, OLD_PATIENCE = timedelta(hours=1), 4.0
"""Edits of messages older than an hour are capped (code 30046, a 429): discord.py waits for the next one."""


MARKS = 1000
"""Messages whose marks are remembered. An edit without its mark would take a message's away."""

AUDITED = "Ombud"
"""What the server's own audit log has as the reason; ours has who decided it, and why."""


class DiscordPlatform(Platform):
    """Speaks through a client that has logged in. `rows` gives the row id of a community by its key."""

    name = "discord"
    doors = frozenset({Door.PRIVATE_THREAD, Door.DM, Door.FORM})
    largest_file = LARGEST
    removes = True

    def __init__(
        self,
        client: discord.Client,
        rows: Callable[[str], int],
        database: Database,
        channels: Channels | None = None,
    ) -> None:
        channels = channels or Channels(client)
        self.painter = Painter(channels, rows)
        self._client = client
        self._rows = rows
        self._repeats = Repeats(database)
        self._refusals = Refusals(database)
        self._direct = DirectMessages(client, channels, self._refusals)
        self._threads = Threads(client, channels)
        self._breaker = Breaker()
        self._marks: LRUCache[str, int] = LRUCache(MARKS)

    async def open(self, community: str, opening: Opening) -> str:
        self._check(community)
        match opening:
            case Opening(Public(message)):
                return message.channel
            case Opening(MemberDM(member)):
                return await self._open_direct(community, member)
            case Opening(CaseStaff(), title, beside=MessageRef() as card):
                self._numbers(card.channel, card.message)
                async with self._asking(f"threads:{card.channel}"):
                    return await self._threads.on_card(card, title)
            case Opening(CasePrivate() | Aside(), door=Door.DM, member=str() as member):
                return await self._open_direct(community, member)
            case Opening(CasePrivate() | Aside(), door=Door.PRIVATE_THREAD, beside=MessageRef() as beside):
                self._numbers(beside.channel, opening.member or "")
                async with self._asking(f"threads:{beside.channel}"):
                    return await self._threads.private(
                        opening, await self._repeats.since(self._rows(community))
                    )
        raise DoorShut("no_such_door")

    async def send(self, community: str, to: Destination, message: Message, key: str) -> MessageRef:
        self._check(community)
        self._numbers(to.channel, to.reply_to or to.channel)
        row, mark = self._rows(community), mark_of(key, to.channel)
        async with self._asking(to.channel):
            drawn = await self.painter.draw(community, message, mark.number)
            said = await self._repeats.said(self._place(to.channel), self._me, Sought(row, to, drawn, mark))
            if said is not None:
                self._marks[said.message] = mark.number
                return said
            try:
                with translated():
                    sent = await self._awake(int(to.channel), lambda: self._post(to, drawn, mark))
            except DoorShut as shut:
                with suppress(Transient), translated():
                    await self._direct.refused(row, int(to.channel), str(shut))
                raise
        self._marks[str(sent.id)] = mark.number
        return MessageRef(str(sent.channel.id), str(sent.id))

    async def edit(self, community: str, message: MessageRef, new: Message) -> None:
        """Raises Gone where Discord takes no more edits of an old message: it is taken down, to be posted anew."""
        self._check(community)
        ours = self._message(message)
        async with self._asking(message.channel):
            # It keeps its mark: whoever is killed between this and its settling has to know it again.
            drawn = await self.painter.draw(community, new, self._marks.get(message.message))
            old = datetime.now(UTC) - ours.created_at > OLD
            limit = asyncio.timeout(OLD_PATIENCE if old else None)
            try:
                async with limit:
                    await self._awake(int(message.channel), lambda: ours.edit(**drawn.editing()))
            except TimeoutError as error:
                if not limit.expired():
                    raise
                # If it can be deleted, Discord is there, and it was the edit that it held back.
                await ours.delete()
                raise Gone("edits_capped") from error

    async def retract(self, community: str, message: MessageRef) -> None:
        self._check(community)
        ours = self._message(message)
        with suppress(Gone):
            async with self._asking(message.channel):
                # Looked at first: who may manage messages could take down anybody's.
                if (await ours.fetch()).author.id != self._me:
                    raise DoorShut("not_ours")
                await self._awake(int(message.channel), ours.delete)

    async def remove(self, community: str, message: MessageRef) -> None:
        self._check(community)
        theirs = self._message(message)
        delete = partial(self._client.http.delete_message, theirs.channel.id, theirs.id, reason=AUDITED)
        async with self._asking(message.channel):
            try:
                await self._awake(int(message.channel), delete)
            except discord.HTTPException as error:
                if error.code not in FORBIDDEN:
                    raise
                raise DoorShut("may_not_remove") from error

    async def react(self, community: str, message: MessageRef, emoji: str) -> None:
        self._check(community)
        async with self._asking(message.channel):
            theirs = self._message(message)
            await self._awake(int(message.channel), lambda: theirs.add_reaction(emoji))

    async def pin(self, community: str, message: MessageRef) -> None:
        self._check(community)
        async with self._asking(f"pins:{message.channel}"):
            await self._awake(int(message.channel), self._message(message).pin)

    async def fetch(self, community: str, file: Attachment, limit: int) -> bytes:
        self._check(community)
        message = self._message(file.message)
        async with self._asking(file.message.channel):
            return await fetch(self._client, message, file.id, limit)

    async def dm_answered(self, community: str, member: str) -> None:
        """The member wrote to the bot: direct messages to them are tried again."""
        await self._refusals.forget(self._rows(community), member)

    async def _open_direct(self, community: str, member: str) -> str:
        self._numbers(member)
        with translated():
            return await self._direct.open(self._rows(community), int(member))

    async def _post(self, to: Destination, drawn: Drawn, mark: Mark) -> discord.Message:
        arguments = drawn.posting()
        if to.reply_to is not None:
            arguments["reference"] = discord.MessageReference(
                message_id=int(to.reply_to), channel_id=int(to.channel), fail_if_not_exists=True
            )
        return await self._place(to.channel).send(**arguments, nonce=mark.nonce)

    async def _awake(self, channel: int, request: Callable[[], Awaitable[Result]]) -> Result:
        """Do it; in an archived thread, after taking it out of the archive."""
        try:
            return await request()
        except discord.HTTPException as error:
            if error.code != ARCHIVED or not await self._threads.wake(channel):
                raise
        return await request()

    @asynccontextmanager
    async def _asking(self, channel: str) -> AsyncIterator[None]:
        with self._breaker.watching(channel), translated():
            async with asyncio.timeout(PATIENCE):
                yield

    @property
    def _me(self) -> int:
        user = self._client.user
        if user is None:
            raise Transient("not_connected")
        return user.id

    def _check(self, community: str) -> None:
        """Raises Gone for a community of another platform, Transient while there is no connection."""
        try:
            guild_of(community)
        except ValueError as error:
            raise Gone("community") from error
        if self._client.is_closed():
            raise Transient("not_connected")

    def _numbers(self, *ids: str) -> None:
        if not all(is_snowflake(each) for each in ids):
            raise Gone("not an id of Discord")

    def _place(self, channel: str) -> discord.PartialMessageable:
        self._numbers(channel)
        return self._client.get_partial_messageable(int(channel))

    def _message(self, message: MessageRef) -> discord.PartialMessage:
        self._numbers(message.message)
        return self._place(message.channel).get_partial_message(int(message.message))
