"""How a workspace comes to be and changes: people, channels, user groups."""

from typing import Any

from tests.fakes.slack import payloads
from tests.fakes.slack.model import Channel, Json, Message, User, Usergroup
from tests.fakes.slack.state import State


class Building(State):
    """People and places."""

    def add_user(self, name: str, *, stranger: bool = False, bot: bool = False, **about: Any) -> User:
        """Somebody has an account: `admin`, `owner`, `guest`, `locale`, `tz`, `tz_offset`... A `stranger` is of another
        organisation, a `bot` another app's."""
        flags = {f"is_{key}": about.pop(key) for key in ("admin", "owner", "guest") if key in about}
        team = self.ids.next("T") if stranger else self.team
        made = User(self.ids.next("U"), name.lower().replace(" ", "."), team, real_name=name, is_bot=bot)
        made.email = f"{made.name}@example.org"
        for key, value in (flags | about).items():
            setattr(made, key, value)
        self.users[made.id] = made
        if not stranger:
            self.emit({"type": "team_join", "user": payloads.user(made, home=self.team), **self._when()})
        return made

    def add_channel(
        self,
        name: str,
        *members: User,
        private: bool = False,
        shared: bool = False,
        bot: bool = True,
    ) -> Channel:
        """A channel with some people and, unless told otherwise, the bot in it; nobody is told."""
        made = Channel(self.ids.next("C"), name, is_private=private, shared=shared)
        made.created = int(self.stamps.now())
        made.creator = members[0].id if members else self.slackbot.id
        made.members = dict.fromkeys([each.id for each in members] + ([self.bot.id] if bot else []))
        self.channels[made.id] = made
        return made

    def add_group(self, handle: str, *users: User) -> Usergroup:
        """A user group with some people."""
        made = Usergroup(self.ids.next("S"), handle, handle.title(), [each.id for each in users])
        self.groups[made.id] = made
        return made

    def changes_group(self, group: Usergroup, *users: User) -> None:
        """A user group has others in it from now on."""
        group.users = [each.id for each in users]
        told = payloads.usergroup(group, team=self.team, users=True)
        self.emit({"type": "subteam_updated", "subteam": told, **self._when()})

    def joins(self, who: User, channel: Channel, by: User | None = None) -> None:
        """Somebody (or the bot) comes into a channel: by themselves, or invited."""
        if who.id in channel.members:
            return
        channel.members[who.id] = None
        extra = {"inviter": by.id} if by else {}
        self.notice(channel, who, "channel_join", f"{who.mention} has joined the channel", **extra)
        told = {"type": "member_joined_channel", "user": who.id, "team": who.team}
        self.emit(told | self._place(channel) | extra, channel)

    def leaves(self, who: User, channel: Channel) -> None:
        """Somebody goes from a channel; the bot is told of its own going only as channel_left."""
        if who.id not in channel.members:
            return
        del channel.members[who.id]
        if who is self.bot:
            kind = "group_left" if channel.is_private else "channel_left"
            self.emit({"type": kind, "channel": channel.id, "actor_id": self.slackbot.id, **self._when()})
            return
        self.notice(channel, who, "channel_leave", f"{who.mention} has left the channel")
        told = {"type": "member_left_channel", "user": who.id, "team": who.team}
        self.emit(told | self._place(channel), channel)

    def archives(self, channel: Channel, by: User | None = None) -> None:
        """A channel is archived: read only from now on."""
        channel.archived = True
        self.emit(
            self._about(channel, "archive") | {"user": (by or self.slackbot).id, "is_moved": 0}, channel
        )

    def unarchives(self, channel: Channel, by: User | None = None) -> None:
        """A channel is open again."""
        channel.archived = False
        self.emit(self._about(channel, "unarchive") | {"user": (by or self.slackbot).id}, channel)

    def renames(self, channel: Channel, name: str) -> None:
        """A channel has another name."""
        channel.name = name
        told: Json = {"id": channel.id, "name": name, "is_channel": True, "created": channel.created}
        self.emit(self._about(channel, "rename") | {"channel": told}, channel)

    def removes_channel(self, channel: Channel) -> None:
        """A channel is deleted with everything in it."""
        told = self._about(channel, "deleted")
        self.emit(told, channel)
        del self.channels[channel.id]

    def changes(self, who: User, **about: Any) -> None:
        """Somebody's profile or role changes: any field of User."""
        for key, value in about.items():
            setattr(who, key, value)
        told = payloads.user(who, home=self.team, locale=True)
        self.emit({"type": "user_change", "user": told, "cache_ts": int(self.stamps.now()), **self._when()})

    def deactivates(self, who: User) -> None:
        """Somebody's account is switched off; they are in no channel any more."""
        for channel in self.channels.values():
            if not channel.is_im:
                channel.members.pop(who.id, None)
        self.changes(who, deleted=True)

    def notice(self, channel: Channel, who: User, subtype: str, text: str, **extra: Any) -> Message:
        """Slack's own line in a channel on somebody's behalf."""
        made = Message(self.stamps.next(), channel, who, text, subtype=subtype, extra=extra)
        channel.messages[made.ts] = made
        self.tell(made)
        return made

    def tell(self, message: Message) -> None:
        """The event of a new message."""
        channel = message.channel
        event = self.told(message) | {
            "channel": channel.id,
            "event_ts": message.ts,
            "channel_type": channel.type,
        }
        self.emit_message(event, channel)

    def emit_message(self, event: Json, channel: Channel) -> None:
        """An event of the message family, under the name apps subscribe to."""
        plural = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
        self.emit(event, channel, plural[channel.type])

    def _about(self, channel: Channel, what: str) -> Json:
        kind = "group" if channel.is_private else "channel"
        return {"type": f"{kind}_{what}", "channel": channel.id, **self._when()}

    def _place(self, channel: Channel) -> Json:
        letter = "G" if channel.is_private else "C"
        return {"channel": channel.id, "channel_type": letter, **self._when()}

    def _when(self) -> Json:
        return {"event_ts": self.stamps.next()}
