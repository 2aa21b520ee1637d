"""The workspace with its people: what they do, and what they get to see.

Everything people do is a plain call that takes effect at once; what the app does about it comes later, so tests wait
with `eventually` or the methods of an `Interaction`.
"""

from collections.abc import Mapping, Sequence
from mimetypes import guess_type

from tests.fakes.discord.commands import NotOffered
from tests.fakes.discord.interactions import eventually
from tests.fakes.slack.acting import Acting
from tests.fakes.slack.model import Channel, File, Json, Message, User, View
from tests.fakes.slack.reading import Reader, travelling
from tests.fakes.slack.talking import Words


class World(Acting):
    """A whole workspace in memory. Methods named in the third person are what people do."""

    def posts(
        self,
        who: User,
        channel: Channel,
        text: str = "",
        *,
        thread_ts: str | Message | None = None,
        broadcast: bool = False,
        subtype: str | None = None,
        files: Mapping[str, bytes] | None = None,
        blocks: Sequence[Json] | None = None,
    ) -> Message:
        """Somebody writes in a channel, a DM or a thread; NotOffered where they can't."""
        if channel.archived or who.id not in channel.members or who.deleted:
            raise NotOffered(f"{who.name} can't write in #{channel.name}")
        root = thread_ts.thread_ts or thread_ts.ts if isinstance(thread_ts, Message) else thread_ts
        if root is not None and root not in channel.messages:
            raise NotOffered("there is no such thread")
        if channel.is_im and not self.app_home.get("messages_tab_enabled", True):
            raise NotOffered("the app takes no messages")
        if channel.is_im and self.app_home.get("messages_tab_read_only_enabled", False):
            raise NotOffered("the app's messages tab is read only")
        uploads = [self._upload(who, channel, name, content) for name, content in (files or {}).items()]
        kind = subtype or ("file_share" if uploads else None)
        extra: Json = {"client_msg_id": self.ids.next("m")} if not who.is_bot else {}
        inside = blocks or _typed(text)
        said = Words(travelling(text), root, kind, inside, files=uploads, broadcast=broadcast, extra=extra)
        return self.say(channel, who, said)

    def _upload(self, who: User, channel: Channel, name: str, content: bytes) -> File:
        made = File(
            self.ids.next("F"), name, name, content, "text/plain", who.id, [channel.id], uploaded=True
        )
        made.home, made.mimetype = self.base or made.home, guess_type(name)[0] or made.mimetype
        self.files[made.id] = made
        return made

    def posts_as_bot(
        self, channel: Channel, text: str, *, workflow: bool = False, thread_ts: str | None = None
    ) -> Message:
        """Another app writes (as `bot_message`, without a user), or a workflow of Slack's own."""
        name = "Lunch order" if workflow else "Weather"
        about = User(self.ids.next("U"), name, self.team, real_name=name, is_bot=True)
        extra: Json = {"workflow_id": self.ids.next("Wf")} if workflow else {}
        said = Words(text, thread_ts, "bot_message", username=name, bot_id=self.ids.next("B"), extra=extra)
        return self.say(channel, about, said)

    def writes_to_bot(self, who: User, text: str, *, thread_ts: str | Message | None = None) -> Message:
        """Somebody writes the bot a direct message."""
        return self.posts(who, self.dm_with(who), text, thread_ts=thread_ts)

    def edits(self, message: Message, text: str, by: User | None = None) -> Message:
        """The author changes their message."""
        edited = {"user": (by or message.author).id, "ts": self.stamps.next()}
        return self.change(message, text=travelling(text), blocks=_typed(text), edited=edited)

    def deletes(self, *messages: Message) -> None:
        """The author or an admin deletes messages."""
        for message in messages:
            self.remove(message)

    def unfurls(self, message: Message, title: str) -> None:
        """Slack adds a preview of a link: told as a change, although nobody edited anything."""
        preview = {"title": title, "fallback": title, "from_url": "https://example.org", "id": 1}
        self.change(message, attachments=[*message.attachments, preview])

    def reacts(self, who: User, message: Message, name: str) -> None:
        """Somebody gives a reaction, such as `eyes`."""
        self.react(message, who, name)

    # What people see.

    def reads(self, what: Message | View | str) -> str:
        """The words of a message, a view or a text as a client shows them: names for ids, nothing escaped."""
        read = Reader(self.users, self.channels, self.groups)
        return read(what if isinstance(what, str) else what.says)

    def sees_messages(
        self, who: User, channel: Channel, thread_ts: str | Message | None = None
    ) -> list[Message]:
        """What somebody reads in a channel, or in a thread with its first message, oldest first, with what is shown
        to them alone, without Slack's notices; nothing where they can't look."""
        if not self.sees(who, channel):
            return []
        root = thread_ts.ts if isinstance(thread_ts, Message) else thread_ts
        mine = [each for each in self.shown if each.reader is who and each.channel is channel]
        there = sorted([*channel.messages.values(), *mine], key=lambda each: each.ts)
        here = (each.in_channel if root is None else root in (each.ts, each.thread_ts) for each in there)
        return [each for each, fits in zip(there, here, strict=True) if fits and not each.is_notice]

    def ephemerals(self, who: User, channel: Channel | None = None) -> list[Message]:
        """What only that person was shown, oldest first."""
        return [each for each in self.shown if each.reader is who and channel in (None, each.channel)]

    def dm(self, who: User) -> list[Message]:
        """The conversation of somebody with the bot, oldest first, threads included."""
        return list(self.dm_with(who).messages.values())

    def home(self, who: User) -> View | None:
        """What the app's home shows somebody."""
        return self.homes.get(who.id)

    def modal(self, who: User) -> View | None:
        """The modal somebody has before them."""
        mine = [
            each for each in self.views.values() if each.user is who and each.open and each.type == "modal"
        ]
        return mine[-1] if mine else None

    def by_bot(self, *channels: Channel) -> list[Message]:
        """What the bot has said in some channels, or anywhere, and is still there."""
        places = channels or tuple(self.channels.values())
        said = [each for place in places for each in place.messages.values() if each.author is self.bot]
        return [each for each in said if not each.is_notice]

    def thread(self, root: Message) -> list[Message]:
        """The replies of a thread, oldest first."""
        return [root.channel.messages[ts] for ts in root.replies]

    async def hears(
        self,
        channel: Channel,
        words: str = "",
        seconds: float = 20.0,
        *,
        after: Message | None = None,
        thread_ts: str | Message | None = None,
    ) -> Message:
        """The first message of the bot in a channel (or one of its threads) that contains some words, as soon as it is
        there."""
        since = after.ts if after else ""
        root = thread_ts.ts if isinstance(thread_ts, Message) else thread_ts

        def look() -> Message | None:
            said = (each for each in self.by_bot(channel) if each.ts > since and words in each.says)
            return next((each for each in said if root in (None, each.thread_ts)), None)

        return await eventually(look, seconds, f"{words!r} by the bot in {channel.name or 'the DM'}")

    async def private_channel(self, seconds: float = 20.0) -> Channel:
        """The newest private channel the bot made, as soon as there is one."""

        def look() -> Channel | None:
            made = [
                each for each in self.channels.values() if each.is_private and each.creator == self.bot.id
            ]
            return made[-1] if made else None

        return await eventually(look, seconds, "a private channel")


def _typed(text: str) -> list[Json]:
    """As Slack's own clients send what people type."""
    if not text:
        return []
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return [{"type": "rich_text", "elements": [section]}]
