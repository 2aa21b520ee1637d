"""What there is: guilds, channels, people, and how to find them. Everything that changes it is in the files beside.

Events go out through `emit`, which the gateway listens to; before it listens, nobody hears them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fakes.discord import payloads
from tests.fakes.discord.model import Channel, ChannelType, Guild, Json, Member, Message, Snowflakes, User
from tests.fakes.discord.permissions import NONE, Permission, in_channel, sees
from tests.fakes.discord.problems import Problem


@dataclass(frozen=True, slots=True)
class Event:
    """Something sessions may hear of: `guild` picks the shard, `channel` decides whether the bot can see it."""

    name: str
    data: Json
    guild: Guild | None = None
    channel: Channel | None = None


class State:
    """The records, with the lookups that everything else uses. The bot's user id is its application's id."""

    def __init__(self) -> None:
        self.snowflakes = Snowflakes()
        self.base = ""
        self.guilds: dict[int, Guild] = {}
        self.users: dict[int, User] = {}
        self.channels: dict[int, Channel] = {}
        self.dms: dict[int, Channel] = {}
        self.nonces: dict[tuple[int, str], Message] = {}
        self.bot = User(self.snowflakes.next(), "Ombud", bot=True)
        self.users[self.bot.id] = self.bot
        self.listeners: list[Callable[[Event], None]] = []

    def emit(self, event: Event) -> None:
        """Tell whoever listens."""
        for listener in self.listeners:
            listener(event)

    def channel(self, channel_id: int) -> Channel:
        """A channel, thread or DM by id; Problem 10003 if there is none."""
        if (found := self.channels.get(channel_id)) is None:
            raise Problem(10003)
        return found

    def guild(self, guild_id: int) -> Guild:
        """A guild the bot is in; Problem 10004 otherwise, as Discord says even of those that exist."""
        found = self.guilds.get(guild_id)
        if found is None or self.bot.id not in found.members:
            raise Problem(10004)
        return found

    def message(self, channel: Channel, message_id: int) -> Message:
        """A message of a channel; Problem 10008 if there is none."""
        if (found := channel.messages.get(message_id)) is None:
            raise Problem(10008)
        return found

    def member_of(self, channel: Channel, user: User) -> Member | None:
        """Who a user is where a channel is; None outside guilds or if they are no member."""
        return channel.guild.members.get(user.id) if channel.guild else None

    def permissions(self, user: User, channel: Channel) -> Permission:
        """What a user may do in a channel; nothing if they aren't there, all that DMs know in their own DM."""
        if channel.guild is None:
            inside = channel.recipient is not None and user.id in (channel.recipient.id, self.bot.id)
            return Permission(0x7FFFFFFFFFFFF) & ~Permission.MANAGE_MESSAGES if inside else NONE
        member = self.member_of(channel, user)
        return in_channel(member, channel) if member else NONE

    def sees(self, user: User, channel: Channel) -> bool:
        """Whether a channel is there at all for a user."""
        if channel.guild is None:
            return bool(self.permissions(user, channel))
        member = channel.guild.members.get(user.id)
        return member is not None and sees(member, channel)

    def require(self, user: User, channel: Channel, *wanted: Permission) -> None:
        """Problem 50001 if a user doesn't see a channel, 50013 if they lack a permission in it."""
        held = self.permissions(user, channel)
        if not held & Permission.VIEW_CHANNEL:
            raise Problem(50001)
        if any(not held & each for each in wanted):
            raise Problem(50013)

    def mutual(self, user: User) -> list[Guild]:
        """The guilds that hold both a user and the bot."""
        return [guild for guild in self.guilds.values() if {user.id, self.bot.id} <= guild.members.keys()]

    def dm_with(self, user: User) -> Channel:
        """The DM of the bot and a user, made if there is none."""
        if user.id not in self.dms:
            made = Channel(self.snowflakes.next(), ChannelType.DM, recipient=user)
            self.channels[made.id] = self.dms[user.id] = made
        return self.dms[user.id]

    def full(self, message: Message) -> Json:
        """A message as the gateway tells it: with guild, member and the kind of its channel."""
        told = payloads.message(message, self.base)
        told["channel_type"] = int(message.channel.type)
        if message.nonce is not None:
            told["nonce"] = message.nonce
        if message.channel.guild is not None:
            told["guild_id"] = str(message.channel.guild.id)
            member = message.channel.guild.members.get(message.author.id)
            if member is not None and message.webhook_id in (None, self.bot.id):
                told["member"] = payloads.member(member, with_user=False)
        return told
