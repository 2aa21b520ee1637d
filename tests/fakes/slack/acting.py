"""Clicks, commands, shortcuts and forms: what people do with what the app offers."""

import secrets
from collections.abc import Callable
from typing import Any

from tests.fakes.discord.commands import NotOffered
from tests.fakes.slack import payloads
from tests.fakes.slack.filling import action, submission, wanted
from tests.fakes.slack.interactions import ACTIONS, COMMAND, SUBMISSION, Interaction
from tests.fakes.slack.model import Channel, Json, Message, User, View, elements
from tests.fakes.slack.reading import escaped
from tests.fakes.slack.talking import Talking

VERIFICATION = "verification-token"


class Acting(Talking):
    """What people do. `commands` and `shortcuts` are what the manifest offers; None while there is no manifest."""

    def __init__(self) -> None:
        super().__init__()
        self.base = ""
        self.commands: set[str] | None = None
        self.shortcuts: dict[str, str] | None = None
        self.hands: list[Callable[[Interaction], None]] = []
        self.interactions: dict[str, Interaction] = {}
        self.triggers: dict[str, Interaction] = {}

    def slash(self, who: User, channel: Channel, command: str, text: str = "") -> Interaction:
        """Somebody sends a slash command in a channel or DM; in threads Slack has none."""
        if self.commands is not None and command not in self.commands:
            raise NotOffered(f"no {command} among {sorted(self.commands)}")
        if who.team != self.team:
            raise NotOffered("people of other organisations don't have our commands")
        self._must_see(who, channel)
        told = {
            "token": VERIFICATION,
            "team_id": self.team,
            "team_domain": self.domain,
            "channel_id": channel.id,
            "channel_name": _place(channel),
            "user_id": who.id,
            "user_name": who.name,
            "command": command,
            "text": escaped(text.strip()),
            "api_app_id": self.app_id,
            "is_enterprise_install": "false",
        }
        return self.interact(Interaction(COMMAND, who, told, channel), answers=True)

    def presses(self, who: User, place: Message | View, button: str) -> Interaction:
        """Somebody presses a button of a message, a modal or their home, named by action_id or what is on it."""
        return self._use(who, place, button, None, buttons=True)

    def picks(self, who: User, place: Message | View, element: str, value: Any) -> Interaction:
        """Somebody chooses in a select or the like that stands in a message, a modal or their home."""
        return self._use(who, place, element, value, buttons=False)

    def _use(self, who: User, place: Message | View, name: str, value: Any, *, buttons: bool) -> Interaction:
        there = [each for each in elements(place.blocks) if (each.get("type") == "button") == buttons]
        element = wanted(there, name)
        stamp = self.stamps.next()
        told = self._common(ACTIONS, who) | {"actions": [action(element, value, stamp)]}
        if isinstance(place, View):
            self._must_have(who, place)
            told |= {"container": {"type": "view", "view_id": place.id}, "view": self.shows(place)}
            return self.interact(Interaction(ACTIONS, who, told, view=place))
        self._must_see(who, place.channel, place)
        told |= self._from_message(place) | {"state": {"values": {}}}
        return self.interact(Interaction(ACTIONS, who, told, place.channel, place), answers=True)

    def _from_message(self, message: Message) -> Json:
        ephemeral = message.reader is not None
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel.id,
            "is_ephemeral": ephemeral,
        }
        if message.thread_ts is not None:
            container["thread_ts"] = message.thread_ts
        told: Json = {"container": container, "channel": _told(message.channel)}
        # Of an ephemeral message Slack does not tell the content.
        return told if ephemeral else told | {"message": self.told(message)}

    def shortcut(self, who: User, message: Message | None, name: str) -> Interaction:
        """Somebody chooses a shortcut of a message, or a global one (None), by callback_id or name."""
        callback = self._callback(name)
        if message is None:
            told = self._common("shortcut", who) | {"callback_id": callback, "action_ts": self.stamps.next()}
            return self.interact(Interaction("shortcut", who, told))
        self._must_see(who, message.channel, message)
        told = self._common("message_action", who) | {
            "callback_id": callback,
            "action_ts": self.stamps.next(),
            "message_ts": message.ts,
            "message": self.told(message),
            "channel": _told(message.channel),
        }
        return self.interact(Interaction("message_action", who, told, message.channel, message), answers=True)

    def _callback(self, name: str) -> str:
        if self.shortcuts is None or name in self.shortcuts:
            return name
        found = next((key for key, words in self.shortcuts.items() if words == name), None)
        if found is None:
            raise NotOffered(f"no {name!r} among {list(self.shortcuts.values())}")
        return found

    def submits(self, who: User, view: View, values: Json | None = None) -> Interaction:
        """Somebody fills in a modal, by action_id, block_id or label, and sends it."""
        self._must_have(who, view)
        view.values, view.errors = submission(view, values or {}), {}
        told = self._common(SUBMISSION, who) | {"view": self.shows(view), "response_urls": []}
        return self.interact(Interaction(SUBMISSION, who, told, view=view))

    def closes(self, who: User, view: View) -> Interaction | None:
        """Somebody closes a modal; the app is told if it asked to be."""
        self._must_have(who, view)
        view.open = False
        if not view.payload.get("notify_on_close"):
            return None
        told = self._common("view_closed", who) | {"view": self.shows(view), "is_cleared": False}
        del told["trigger_id"]
        return self.interact(Interaction("view_closed", who, told, view=view))

    def types_in(self, who: User, place: Message | View, element: str, text: str) -> Interaction:
        """Somebody has typed so far in an external select; `suggestions()` are the options they get."""
        found = wanted(elements(place.blocks), element)
        told = self._common("block_suggestion", who) | {
            "action_id": found["action_id"],
            "block_id": found["block_id"],
            "value": text,
        }
        del told["trigger_id"]
        if isinstance(place, View):
            self._must_have(who, place)
            told |= {"container": {"type": "view", "view_id": place.id}, "view": self.shows(place)}
            return self.interact(Interaction("block_suggestion", who, told, view=place))
        told |= self._from_message(place)
        return self.interact(Interaction("block_suggestion", who, told, place.channel, place))

    def opens_home(self, who: User, tab: str = "home") -> None:
        """Somebody looks at the app's home, or at its messages tab."""
        told: Json = {"type": "app_home_opened", "user": who.id, "channel": self.dm_with(who).id, "tab": tab}
        if (home := self.homes.get(who.id)) is not None and tab == "home":
            told["view"] = self.shows(home)
        self.emit(told | {"event_ts": self.stamps.next()})

    def shows(self, view: View) -> Json:
        """A view as Slack tells it."""
        return payloads.view(view, team=self.team, app_id=self.app_id, bot_id=self.bot_id)

    def interact(self, made: Interaction, *, answers: bool = False) -> Interaction:
        """Tell the app of something somebody did; for what the other methods are too strict for."""
        made.token = secrets.token_hex(12)
        made.since = self.stamps.next()
        if made.kind == COMMAND:
            made.payload["trigger_id"] = self._trigger()
        if answers:
            made.payload["response_url"] = f"{self.base}/response/{self.team}/{made.token}"
        made.ephemerals = lambda: [
            each for each in self.shown if each.reader is made.user and each.ts > made.since
        ]
        made.home = lambda: self._home_since(made)
        self.interactions[made.token] = made
        if made.trigger_id:
            self.triggers[made.trigger_id] = made
        for hand in self.hands:
            hand(made)
        return made

    def by_trigger(self, trigger_id: str) -> Interaction | None:
        """The interaction a trigger id belongs to."""
        return self.triggers.get(trigger_id)

    def _home_since(self, made: Interaction) -> View | None:
        home = self.homes.get(made.user.id)
        return home if home is not None and home.hash > made.since else None

    def _common(self, kind: str, who: User) -> Json:
        person = {"id": who.id, "username": who.name, "name": who.name, "team_id": who.team}
        return {
            "type": kind,
            "token": VERIFICATION,
            "api_app_id": self.app_id,
            "team": {"id": self.team, "domain": self.domain},
            "user": person,
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self._trigger(),
        }

    def _trigger(self) -> str:
        return f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"

    def _must_see(self, who: User, channel: Channel, message: Message | None = None) -> None:
        hidden = message is not None and (message.deleted or message.reader not in (None, who))
        if hidden or not self.sees(who, channel):
            raise NotOffered(f"{who.name} does not see that")

    def _must_have(self, who: User, view: View) -> None:
        if view.user is not who or not view.open:
            raise NotOffered(f"{who.name} does not have {view.title or 'that home'!r} before them")


def _place(channel: Channel) -> str:
    """Slack keeps the names of private places to itself."""
    return "directmessage" if channel.is_im else "privategroup" if channel.is_private else channel.name


def _told(channel: Channel) -> Json:
    return {"id": channel.id, "name": _place(channel)}
