"""Messages and threads: how they are made, changed and taken away, whoever does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.fakes.discord import payloads
from tests.fakes.discord.building import Building
from tests.fakes.discord.model import Attachment, Channel, ChannelType, Json, Message, User, walk
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.problems import Problem
from tests.fakes.discord.state import Event

MENTION = re.compile(r"<@!?(\d+)>")
ROLE_MENTION = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(everyone|here)")
HAS_THREAD = 1 << 5
EPHEMERAL = 1 << 6
THREAD_CREATED, RECIPIENT_ADDED, REPLY, PINNED = 18, 1, 19, 6


@dataclass(frozen=True, slots=True)
class Words:
    """What a message is made of; `allowed` is Discord's allowed_mentions object, None for "all of them"."""

    content: str = ""
    embeds: Sequence[Json] = ()
    components: Sequence[Json] = ()
    attachments: Sequence[Attachment] = ()
    flags: int = 0
    allowed: Json | None = None
    reply_to: Message | None = None
    nonce: str | None = None
    type: int = 0
    interaction: Json | None = None
    reader: User | None = None
    extra: Json = field(default_factory=dict)


class Talking(Building):
    """Messages and threads."""

    def say(self, channel: Channel, author: User, words: Words) -> Message:
        """A message appears; an archived thread wakes up for it, and whom it mentions joins a private one."""
        made = Message(self.snowflakes.next(), channel, author, words.content, words.type)
        made.embeds, made.components = list(words.embeds), list(words.components)
        made.attachments, made.flags, made.nonce = list(words.attachments), words.flags, words.nonce
        made.interaction, made.reader = words.interaction, words.reader
        if words.interaction is not None:
            made.webhook_id = self.bot.id
        self._refer(made, words)
        self._mention(made, words)
        if words.reader is not None:
            return made
        if channel.is_thread:
            self.wakes(channel)
        self._append(made)
        self._pull_in(made)
        return made

    def _append(self, made: Message) -> None:
        made.channel.messages[made.id] = made
        if made.nonce is not None:
            self.nonces[made.author.id, made.nonce] = made
        made.channel.last_message_id = made.id
        made.channel.message_count += 1
        self.emit(Event("MESSAGE_CREATE", self.full(made), made.channel.guild, made.channel))

    def _refer(self, made: Message, words: Words) -> None:
        if words.reply_to is None:
            return
        made.type, made.replied_to = REPLY, words.reply_to
        made.reference = {
            "type": 0,
            "message_id": str(words.reply_to.id),
            "channel_id": str(words.reply_to.channel.id),
        }
        if made.channel.guild is not None:
            made.reference["guild_id"] = str(made.channel.guild.id)

    def _mention(self, message: Message, words: Words) -> None:
        """Who is truly mentioned: what the text names, as far as allowed_mentions lets it."""
        texts = [message.content] + [
            str(each["content"]) for each in walk(message.components) if each.get("type") == 10
        ]
        text = "\n".join(texts)
        allowed: Json = {"parse": ["users", "roles", "everyone"], "replied_user": True}
        if words.allowed is not None:
            allowed = {"parse": [], "replied_user": False, **words.allowed}
        users = {int(found) for found in MENTION.findall(text)}
        if "users" not in allowed["parse"]:
            users &= {int(each) for each in allowed.get("users") or ()}
        if message.replied_to is not None and allowed["replied_user"]:
            users.add(message.replied_to.author.id)
        message.mentions = [self.users[each] for each in sorted(users) if each in self.users]
        roles = {int(found) for found in ROLE_MENTION.findall(text)}
        if "roles" not in allowed["parse"]:
            roles &= {int(each) for each in allowed.get("roles") or ()}
        message.mention_roles = sorted(roles)
        if EVERYONE.search(text) and "everyone" in allowed["parse"]:
            held = self.permissions(message.author, message.channel)
            message.mention_everyone = bool(held & Permission.MENTION_EVERYONE)
        else:
            message.mention_everyone = False

    def _pull_in(self, message: Message) -> None:
        thread = message.channel
        if not thread.is_thread or thread.guild is None or thread.parent is None:
            return
        if message.author.id not in thread.members:
            self.adds_to_thread(thread, message.author)
        held = self.permissions(message.author, thread)
        open_to_all = (
            thread.invitable or message.author.id == thread.owner_id or held & Permission.MANAGE_THREADS
        )
        for user in message.mentions:
            here = user.id in thread.guild.members and self.sees(user, thread.parent)
            if here and open_to_all and user.id not in thread.members:
                self.adds_to_thread(thread, user)

    def edit(self, message: Message, changes: Json) -> Message:
        """A message's content, embeds, components, attachments or flags become others."""
        for key in ("content", "embeds", "components", "attachments", "flags"):
            if key in changes:
                setattr(
                    message, key, changes[key] if changes[key] is not None else "" if key == "content" else []
                )
        message.edited_at = datetime.now(UTC)
        self._mention(message, Words(allowed=changes.get("allowed_mentions")))
        if message.reader is None:
            self.emit(Event("MESSAGE_UPDATE", self.full(message), message.channel.guild, message.channel))
        return message

    def delete(self, *messages: Message) -> None:
        """Messages of one channel are gone; more than one at a time is a bulk deletion."""
        channel = messages[0].channel
        for message in messages:
            message.deleted = True
            channel.messages.pop(message.id, None)
        if messages[0].reader is not None:
            return
        told: Json = {"channel_id": str(channel.id)}
        if channel.guild is not None:
            told["guild_id"] = str(channel.guild.id)
        if len(messages) > 1:
            told["ids"] = [str(message.id) for message in messages]
            self.emit(Event("MESSAGE_DELETE_BULK", told, channel.guild, channel))
        else:
            told["id"] = str(messages[0].id)
            self.emit(Event("MESSAGE_DELETE", told, channel.guild, channel))

    def pin(self, message: Message, by: User, *, pinned: bool = True) -> None:
        """A message is pinned, which the channel is told by a message of its own, or unpinned."""
        pins = message.channel.pins
        if message.pinned == pinned:
            return
        if pinned:
            pins.append(message.id)
        else:
            pins.remove(message.id)
        told = {"channel_id": str(message.channel.id), "last_pin_timestamp": payloads.iso(datetime.now(UTC))}
        if message.channel.guild is not None:
            told["guild_id"] = str(message.channel.guild.id)
        self.emit(Event("CHANNEL_PINS_UPDATE", told, message.channel.guild, message.channel))
        self.emit(Event("MESSAGE_UPDATE", self.full(message), message.channel.guild, message.channel))
        if pinned:
            notice = Message(self.snowflakes.next(), message.channel, by, type=PINNED)
            notice.reference = {
                "type": 0,
                "message_id": str(message.id),
                "channel_id": str(message.channel.id),
            }
            self._append(notice)

    def react(self, message: Message, who: User, emoji: str, *, gone: bool = False) -> None:
        """A reaction is given or taken back."""
        given = message.reactions.setdefault(emoji, set())
        (given.discard if gone else given.add)(who.id)
        if not given:
            del message.reactions[emoji]
        told: Json = {
            "user_id": str(who.id),
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
        }
        told |= {"emoji": {"id": None, "name": emoji}, "burst": False, "type": 0}
        if message.channel.guild is not None:
            told["guild_id"] = str(message.channel.guild.id)
        name = "MESSAGE_REACTION_REMOVE" if gone else "MESSAGE_REACTION_ADD"
        self.emit(Event(name, told, message.channel.guild, message.channel))

    def open_thread(
        self,
        parent: Channel,
        name: str,
        by: User,
        type: ChannelType = ChannelType.PUBLIC_THREAD,  # noqa: A002  # Discord's word for it
        *,
        start: Message | None = None,
        invitable: bool = True,
        archive_minutes: int = 4320,
    ) -> Channel:
        """A thread with its maker in it; one begun at a message has that message's id."""
        if start is not None and start.thread is not None:
            raise Problem(160004)
        made = Channel(start.id if start else self.snowflakes.next(), type, name, parent.guild, parent)
        made.owner_id, made.invitable, made.archive_minutes = by.id, invitable, archive_minutes
        made.members[by.id] = datetime.now(UTC)
        assert parent.guild is not None
        parent.guild.threads[made.id] = self.channels[made.id] = made
        told = payloads.thread(made, self.bot.id) | {"newly_created": True}
        self.emit(Event("THREAD_CREATE", told, parent.guild, made))
        if start is not None:
            start.thread, start.flags = made, start.flags | HAS_THREAD
            self.emit(Event("MESSAGE_UPDATE", self.full(start), parent.guild, parent))
        elif type is not ChannelType.PRIVATE_THREAD and parent.type is not ChannelType.FORUM:
            notice = Message(self.snowflakes.next(), parent, by, name, THREAD_CREATED)
            notice.reference = {"type": 0, "channel_id": str(made.id), "guild_id": str(parent.guild.id)}
            self._append(notice)
        return made

    def adds_to_thread(self, thread: Channel, user: User, by: User | None = None) -> None:
        """Somebody is in a thread from now on; added `by` another, the thread is told by a notice."""
        if user.id in thread.members:
            return
        seen = self.sees(self.bot, thread)
        thread.members[user.id] = datetime.now(UTC)
        if user is self.bot and not seen:
            self.emit(Event("THREAD_CREATE", payloads.thread(thread, user.id), thread.guild, thread))
        assert thread.guild is not None
        added = payloads.thread_member(thread, user.id)
        if user.id in thread.guild.members:
            added |= {"member": payloads.member(thread.guild.members[user.id]), "presence": None}
        self._members_changed(thread, {"added_members": [added]})
        if by is not None and by is not user:
            self._append(Message(self.snowflakes.next(), thread, by, type=RECIPIENT_ADDED, mentions=[user]))

    def removes_from_thread(self, thread: Channel, user: User) -> None:
        """Somebody is out of a thread."""
        if user.id in thread.members:
            self._members_changed(thread, {"removed_member_ids": [str(user.id)]}, out=user.id)

    def _members_changed(self, thread: Channel, change: Json, out: int | None = None) -> None:
        assert thread.guild is not None
        if out is not None and out != self.bot.id:
            del thread.members[out]
        told = {"id": str(thread.id), "guild_id": str(thread.guild.id), "member_count": len(thread.members)}
        self.emit(Event("THREAD_MEMBERS_UPDATE", told | change, thread.guild, thread))
        if out == self.bot.id:
            del thread.members[out]

    def change_thread(self, thread: Channel, **changes: object) -> None:
        """Name, archived, locked, invitable or archive_minutes become others."""
        if changes.get("archived", thread.archived) != thread.archived:
            thread.archived_at = datetime.now(UTC)
        for key, value in changes.items():
            setattr(thread, key, value)
        self.emit(Event("THREAD_UPDATE", payloads.thread(thread), thread.guild, thread))

    def wakes(self, thread: Channel) -> None:
        """An archived thread is active again because somebody wrote in it."""
        if thread.archived:
            self.change_thread(thread, archived=False)
