"""What there is: people, channels, messages, and how to find them. Everything that changes it is in the files beside.

Events and interactions go out through `listeners`; before somebody listens, nobody hears them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack import payloads
from tests.fakes.slack.model import Channel, File, Ids, Json, Message, Stamps, User, Usergroup, View
from tests.fakes.slack.problems import Refused


@dataclass(frozen=True, slots=True)
class Event:
    """Something an app may hear of: `channel` decides whether the bot can see it, `subscription` is its full name."""

    data: Json
    subscription: str
    channel: Channel | None = None


class State:
    """The records, with the lookups that everything else uses. `bot` is the app's user."""

    def __init__(self) -> None:
        self.stamps = Stamps()
        self.ids = Ids()
        self.team = self.ids.next("T")
        self.team_name = "Bakery"
        self.domain = "bakery"
        self.app_id = self.ids.next("A")
        self.bot_id = self.ids.next("B")
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, Usergroup] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.shown: list[Message] = []
        self.app_home: Json = {}
        self.listeners: list[Callable[[Event], None]] = []
        slackbot = User("USLACKBOT", "slackbot", self.team, real_name="Slackbot")
        self.slackbot = self.users[slackbot.id] = slackbot
        bot = User(self.ids.next("U"), "ombud", self.team, real_name="Ombud", is_bot=True)
        self.bot = self.users[bot.id] = bot

    @property
    def url(self) -> str:
        """The workspace's address."""
        return f"https://{self.domain}.slack.com/"

    def emit(self, data: Json, channel: Channel | None = None, subscription: str = "") -> None:
        """Tell whoever listens, under the name apps subscribe to."""
        for listener in self.listeners:
            listener(Event(data, subscription or str(data["type"]), channel))

    def user(self, user_id: str) -> User:
        """Refused user_not_found if there is none."""
        if (found := self.users.get(user_id)) is None:
            raise Refused("user_not_found")
        return found

    def seen(self, channel_id: str) -> Channel:
        """A conversation the bot may know of; Refused channel_not_found otherwise."""
        found = self.channels.get(channel_id)
        if found is None or (found.type != "channel" and self.bot.id not in found.members):
            raise Refused("channel_not_found")
        return found

    def joined(self, channel_id: str) -> Channel:
        """A conversation the bot is in; Refused channel_not_found or not_in_channel otherwise."""
        found = self.seen(channel_id)
        if self.bot.id not in found.members:
            raise Refused("not_in_channel")
        return found

    def message(self, channel: Channel, ts: str, error: str = "message_not_found") -> Message:
        """A message of a channel; Refused if there is none."""
        if (found := channel.messages.get(ts)) is None:
            raise Refused(error)
        return found

    def sees(self, who: User, channel: Channel) -> bool:
        """Whether somebody can read a conversation: public ones they may look into without being in them."""
        own = who.team == self.team and not who.deleted
        return who.id in channel.members or (own and channel.type == "channel" and not who.is_guest)

    def dm_with(self, who: User) -> Channel:
        """The DM of the bot and somebody, made if there is none."""
        for each in self.channels.values():
            if each.is_im and each.user is who:
                return each
        made = Channel(self.ids.next("D"), is_im=True, user=who, created=int(self.stamps.now()), open=False)
        made.members = {who.id: None, self.bot.id: None}
        self.channels[made.id] = made
        return made

    def told(self, message: Message, **how: Any) -> Json:
        """A message as Slack tells it."""
        return payloads.message(message, home=self.team, bot=self.bot, **how)
