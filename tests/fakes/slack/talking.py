"""Messages: how they are made, changed and taken away, whoever does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.fakes.slack.building import Building
from tests.fakes.slack.model import Channel, File, Json, Message, User

MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Words:
    """What a message is made of."""

    text: str = ""
    thread_ts: str | None = None
    subtype: str | None = None
    blocks: Sequence[Json] = ()
    attachments: Sequence[Json] = ()
    metadata: Json | None = None
    files: Sequence[File] = ()
    broadcast: bool = False
    username: str | None = None
    of_app: bool = False
    bot_id: str | None = None
    reader: User | None = None
    extra: Json = field(default_factory=dict)


class Talking(Building):
    """Messages, reactions and pins."""

    def say(self, channel: Channel, author: User, words: Words) -> Message:
        """A message appears; an ephemeral one is shown to its reader and kept nowhere."""
        made = Message(self.stamps.next(), channel, author, words.text, words.thread_ts, words.subtype)
        made.blocks, made.attachments = self.named(words.blocks), list(words.attachments)
        made.metadata, made.files = words.metadata, list(words.files)
        made.username, made.reader, made.extra = words.username, words.reader, dict(words.extra)
        if words.of_app:
            made.bot_id, made.app_id = self.bot_id, self.app_id
        elif words.bot_id:
            made.bot_id, made.app_id = words.bot_id, "A0OTHERAPP"
        if words.reader is not None:
            self.shown.append(made)
            return made
        channel.open = True
        channel.messages[made.ts] = made
        if made.is_reply and made.thread_ts is not None:
            channel.messages[made.thread_ts].replies.append(made.ts)
            if words.broadcast:
                made.broadcast, made.subtype = True, "thread_broadcast"
        self.tell(made)
        self._mention(made)
        return made

    def named(self, blocks: Sequence[Json]) -> list[Json]:
        """Slack names every block that has no name yet."""
        return [each if each.get("block_id") else each | {"block_id": self.ids.next("b")} for each in blocks]

    def _mention(self, message: Message) -> None:
        """A mention of the bot is a second event for the same message; not in DMs, and not for what an app wrote."""
        mentioned = self.bot.id in MENTION.findall(message.text)
        if (
            not mentioned
            or message.channel.is_im
            or message.bot_id
            or message.subtype not in (None, "file_share")
        ):
            return
        event = self.told(message) | {
            "type": "app_mention",
            "channel": message.channel.id,
            "event_ts": message.ts,
        }
        self.emit(event, message.channel)

    def change(self, message: Message, **to: object) -> Message:
        """A message becomes another: `text`, `blocks`, `attachments`, `metadata`, `edited`."""
        before = self.told(message)
        for key, value in to.items():
            setattr(message, key, value)
        if message.reader is None:
            self._tell_changed(message, before)
        return message

    def _tell_changed(self, message: Message, before: Json) -> None:
        now = self.stamps.next()
        told = {"message": self.told(message), "previous_message": before, "ts": now, "event_ts": now}
        about = {"type": "message", "subtype": "message_changed", "hidden": True}
        channel = message.channel
        self.emit_message(about | told | {"channel": channel.id, "channel_type": channel.type}, channel)

    def remove(self, message: Message) -> None:
        """A message is gone; the first of a thread that has replies leaves a tombstone in its place."""
        channel, before = message.channel, self.told(message)
        message.deleted = True
        if message.reader is not None:
            self.shown.remove(message)
            return
        if message.ts in channel.pins:
            channel.pins.remove(message.ts)
        if message.replies:
            # Slack keeps the place, and tells it as a change.
            message.subtype, message.text, message.author = (
                "tombstone",
                "This message was deleted.",
                self.slackbot,
            )
            message.blocks, message.files, message.metadata, message.bot_id = [], [], None, None
            message.extra = {"hidden": True}
            self._tell_changed(message, before)
            return
        del channel.messages[message.ts]
        root = channel.messages.get(message.thread_ts or "")
        if root is not None and message.ts in root.replies:
            root.replies.remove(message.ts)
        now = self.stamps.next()
        told = {"type": "message", "subtype": "message_deleted", "hidden": True, "deleted_ts": message.ts}
        told |= {"previous_message": before, "ts": now, "event_ts": now}
        self.emit_message(told | {"channel": channel.id, "channel_type": channel.type}, channel)

    def react(self, message: Message, who: User, name: str) -> bool:
        """A reaction is given; False if it was there already."""
        given = message.reactions.setdefault(name, [])
        if who.id in given:
            return False
        given.append(who.id)
        self._tell_reaction(message, who, name, "reaction_added")
        return True

    def unreact(self, message: Message, who: User, name: str) -> bool:
        """A reaction is taken back; False if it was not there."""
        if who.id not in message.reactions.get(name, []):
            return False
        message.reactions[name].remove(who.id)
        if not message.reactions[name]:
            del message.reactions[name]
        self._tell_reaction(message, who, name, "reaction_removed")
        return True

    def _tell_reaction(self, message: Message, who: User, name: str, kind: str) -> None:
        item = {"type": "message", "channel": message.channel.id, "ts": message.ts}
        told = {"type": kind, "user": who.id, "reaction": name, "item": item, "event_ts": self.stamps.next()}
        self.emit(told | {"item_user": message.author.id}, message.channel)

    def pin(self, message: Message, who: User) -> bool:
        """A message is pinned; False if it was already."""
        channel = message.channel
        if message.pinned:
            return False
        channel.pins.append(message.ts)
        self.notice(channel, who, "pinned_item", f"{who.mention} pinned a message to this channel.")
        item = {"type": "message", "channel": channel.id, "message": self.told(message), "created_by": who.id}
        told = {"type": "pin_added", "user": who.id, "channel_id": channel.id, "item": item}
        self.emit(told | {"event_ts": self.stamps.next()}, channel)
        return True
