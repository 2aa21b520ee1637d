"""The world with its people: what they do, and what they get to see.

Everything people do is a plain call that takes effect at once; what the bot does about it comes later, so tests wait
with `eventually` or the methods of an `Interaction`.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from mimetypes import guess_type

from tests.fakes.discord import payloads
from tests.fakes.discord.acting import Acting, account
from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import eventually
from tests.fakes.discord.model import Attachment, Channel, ChannelType, Member, Message, User, moment
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.talking import EPHEMERAL, Words

SNAPSHOT = 1 << 14


class World(Acting):
    """A whole Discord in memory. Methods named in the third person are what people do."""

    def posts(
        self,
        who: Member | User,
        channel: Channel,
        text: str = "",
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Somebody writes in a channel or thread; NotOffered where they can't."""
        user = account(who)
        sending = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
        held = self.permissions(user, channel)
        if not held & Permission.VIEW_CHANNEL or not held & sending:
            raise NotOffered(f"{user.name} can't write in #{channel.name}")
        if channel.is_thread and channel.locked and not held & Permission.MANAGE_THREADS:
            raise NotOffered(f"#{channel.name} is locked")
        attachments = [
            Attachment(
                self.snowflakes.next(), name, content, guess_type(name)[0] or "application/octet-stream"
            )
            for name, content in (files or {}).items()
        ]
        allowed = None if ping else {"parse": ["users", "roles", "everyone"], "replied_user": False}
        return self.say(
            channel, user, Words(text, attachments=attachments, reply_to=reply_to, allowed=allowed)
        )

    def writes_to_bot(self, who: Member | User, text: str) -> Message:
        """Somebody writes the bot a direct message."""
        user = account(who)
        return self.say(self.dm_with(user), user, Words(text))

    def forwards(self, who: Member | User, message: Message, channel: Channel) -> Message:
        """Somebody forwards a message into another channel: its words travel as a snapshot, without an author."""
        user = account(who)
        keys = (
            "type",
            "content",
            "embeds",
            "attachments",
            "timestamp",
            "edited_timestamp",
            "flags",
            "components",
        )
        told = payloads.message(message, self.base)
        made = Message(self.snowflakes.next(), channel, user, flags=SNAPSHOT)
        made.snapshots = [{"message": {key: told[key] for key in (*keys, "mentions", "mention_roles")}}]
        made.reference = {"type": 1, "message_id": str(message.id), "channel_id": str(message.channel.id)}
        self._append(made)
        return made

    def edits(self, message: Message, text: str) -> Message:
        """The author changes their message."""
        return self.edit(message, {"content": text})

    def deletes(self, *messages: Message) -> None:
        """The author or a moderator deletes a message, or a moderator many in a channel at once."""
        self.delete(*messages)

    def reacts(self, who: Member | User, message: Message, emoji: str) -> None:
        """Somebody gives a reaction."""
        self.react(message, account(who), emoji)

    def starts_thread(
        self,
        who: Member | User,
        channel: Channel,
        name: str,
        *,
        private: bool = False,
        at: Message | None = None,
    ) -> Channel:
        """Somebody opens a thread: public, private, at a message, or (in a forum) as a post of its own."""
        kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
        if channel.type is ChannelType.ANNOUNCEMENT:
            kind = ChannelType.ANNOUNCEMENT_THREAD
        return self.open_thread(channel, name, account(who), kind, start=at)

    def archives(self, thread: Channel, *, locked: bool = False) -> None:
        """A thread is archived: by somebody, or because nobody wrote for long. Locked, only moderators open it."""
        self.change_thread(thread, archived=True, locked=locked)

    def archives_idle(self, later: timedelta) -> list[Channel]:
        """Every thread in which nobody would have written for its archive time that much later is archived."""
        idle = []
        for channel in list(self.channels.values()):
            if not channel.is_thread or channel.archived:
                continue
            quiet = moment(self.snowflakes.next()) + later - moment(channel.last_message_id or channel.id)
            if quiet >= timedelta(minutes=channel.archive_minutes):
                self.archives(channel)
                idle.append(channel)
        return idle

    def ages(self, message: Message, by: timedelta) -> None:
        """A message was sent that much earlier, for the rules about old ones. Its id still tells when it was made."""
        message.sent_at -= by

    # What people see.

    def sees_messages(self, who: Member | User, channel: Channel) -> list[Message]:
        """What somebody can read in a channel, oldest first, without notices; nothing where they can't look."""
        user = account(who)
        readable = self.permissions(user, channel) & Permission.VIEW_CHANNEL
        return [each for each in channel.messages.values() if readable and not each.is_notice]

    def ephemerals(self, who: Member | User, channel: Channel | None = None) -> list[Message]:
        """What only that person was shown, oldest first."""
        shown = [
            each for one in self.interactions.values() for each in (one.response, *one.followups) if each
        ]
        mine = [
            each
            for each in shown
            if each.flags & EPHEMERAL and each.reader is account(who) and not each.deleted
        ]
        return sorted((each for each in mine if channel in (None, each.channel)), key=lambda each: each.id)

    def dm(self, who: Member | User) -> list[Message]:
        """The conversation of somebody with the bot, oldest first."""
        return list(self.dm_with(account(who)).messages.values())

    def threads_of(self, channel: Channel) -> list[Channel]:
        """The threads of a channel, archived ones too, oldest first."""
        assert channel.guild is not None
        return [each for each in channel.guild.threads.values() if each.parent is channel]

    def by_bot(self, *channels: Channel) -> list[Message]:
        """What the bot has said in some channels, or anywhere, and is still there, without notices."""
        places: Iterable[Channel] = channels or self.channels.values()
        return [
            each
            for place in places
            for each in place.messages.values()
            if each.author is self.bot and not each.is_notice
        ]

    async def hears(
        self, channel: Channel, words: str = "", seconds: float = 20.0, *, after: Message | None = None
    ) -> Message:
        """The first message of the bot in a channel that contains some words, as soon as it is there."""

        def look() -> Message | None:
            since = after.id if after else 0
            said = (each for each in self.by_bot(channel) if each.id > since and words in each.says)
            return next(said, None)

        return await eventually(look, seconds, f"{words!r} by the bot in {channel.name or 'the DM'}")

    async def thread_of(
        self, channel: Channel, seconds: float = 20.0, *, private: bool | None = None
    ) -> Channel:
        """The newest thread of a channel as soon as there is one."""

        def look() -> Channel | None:
            there = [each for each in self.threads_of(channel) if private in (None, each.is_private_thread)]
            return there[-1] if there else None

        return await eventually(look, seconds, f"a thread in #{channel.name}")
