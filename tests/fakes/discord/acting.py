"""Clicks, commands and forms: what people do with what the bot offers, and what the bot answers."""

import secrets
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.commands import MESSAGE_MENU, SLASH, USER_MENU, NotOffered, find, offered, typed
from tests.fakes.discord.interactions import Interaction, Kind
from tests.fakes.discord.model import Channel, Json, Member, Message, User, walk
from tests.fakes.discord.permissions import Permission
from tests.fakes.discord.state import Event
from tests.fakes.discord.talking import Talking

BUTTON, TEXT_INPUT, LABEL, ROW = 2, 4, 18, 1
LINK_STYLE = 5
SELECTS = {3: None, 5: "users", 6: "roles", 7: None, 8: "channels"}


def account(who: Member | User) -> User:
    """The user behind a member."""
    return who.user if isinstance(who, Member) else who


class Acting(Talking):
    """What people do to commands, buttons and forms. `scope` 0 of the commands is global, others are guild ids."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: dict[int, list[Json]] = {}
        self.command_creates = 0
        self.dm_openings: list[float] = []
        self.interactions: dict[str, Interaction] = {}

    def offers(self, who: Member | User, channel: Channel) -> list[Json]:
        """The commands and menus that somebody is offered in a channel."""
        user = account(who)
        everywhere = self.commands.get(0, [])
        if channel.guild is None:
            return offered(everywhere, Permission(0), in_guild=False)
        held = self.permissions(user, channel)
        if not held & Permission.USE_APPLICATION_COMMANDS:
            return []
        return offered(everywhere + self.commands.get(channel.guild.id, []), held, in_guild=True)

    def slash(
        self, who: Member | User, channel: Channel, command: str, options: Json | None = None
    ) -> Interaction:
        """Somebody sends a command, such as "case claim"; members, channels and roles are given as themselves."""
        return self._command(Kind.COMMAND, who, channel, command, options or {}, None)

    def autocompletes(
        self, who: Member | User, channel: Channel, command: str, options: Json, focused: str | None = None
    ) -> Interaction:
        """Somebody has typed so far; the option they are in is `focused`, the last one given unless named."""
        return self._command(Kind.AUTOCOMPLETE, who, channel, command, options, focused or list(options)[-1])

    def _command(
        self, kind: Kind, who: Member | User, channel: Channel, name: str, options: Json, focused: str | None
    ) -> Interaction:
        words = name.removeprefix("/").split()
        command = find(self.offers(who, channel), words[0], SLASH)
        filled = typed(command, words[1:], options, focused)
        data: Json = {"id": command["id"], "name": command["name"], "type": SLASH}
        if filled.options:
            data["options"] = filled.options
        if filled.resolved:
            data["resolved"] = filled.resolved
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return self.interact(kind, who, channel, data)

    def menu(
        self, who: Member | User, target: Message | Member, name: str, channel: Channel | None = None
    ) -> Interaction:
        """Somebody chooses an entry of the menu of a message, or of a member seen in a channel."""
        here = target.channel if isinstance(target, Message) else channel
        assert here is not None, "a member's menu is opened in some channel"
        kind = MESSAGE_MENU if isinstance(target, Message) else USER_MENU
        command = find(self.offers(who, here), name, kind)
        data: Json = {"id": command["id"], "name": name, "type": kind, "target_id": str(target.id)}
        if isinstance(target, Message):
            self._must_see(account(who), target)
            data["resolved"] = {"messages": {str(target.id): payloads.message(target, self.base)}}
        else:
            member = payloads.member(target, with_user=False) | {"permissions": "0"}
            users = {str(target.id): payloads.user(target.user)}
            data["resolved"] = {"users": users, "members": {str(target.id): member}}
        return self.interact(Kind.COMMAND, who, here, data)

    def presses(self, who: Member | User, message: Message, button: str) -> Interaction:
        """Somebody presses a button, named by its custom_id or by what is written on it."""
        component = self._component(account(who), message, button, {BUTTON})
        data = {"custom_id": component["custom_id"], "component_type": BUTTON, "id": component.get("id", 0)}
        return self.interact(Kind.COMPONENT, who, message.channel, data, message)

    def picks(self, who: Member | User, message: Message, select: str, *values: Any) -> Interaction:
        """Somebody chooses in a select menu: values of its options, or members, roles, channels themselves."""
        component = self._component(account(who), message, select, set(SELECTS))
        data: Json = {"custom_id": component["custom_id"], "component_type": component["type"]}
        data |= {
            "id": component.get("id", 0),
            "values": [str(getattr(value, "id", value)) for value in values],
        }
        if component["type"] == 3:
            there = {option["value"] for option in component["options"]}
            if missing := set(data["values"]) - there:
                raise NotOffered(f"{missing} is not among {there}")
        else:
            data["resolved"] = self._resolved(values)
        return self.interact(Kind.COMPONENT, who, message.channel, data, message)

    def _resolved(self, values: tuple[Any, ...]) -> Json:
        options = [{"name": str(n), "type": 9} for n in range(len(values))]
        return typed({"options": options}, [], {str(n): value for n, value in enumerate(values)}).resolved

    def _component(self, user: User, message: Message, wanted: str, types: set[int]) -> Json:
        self._must_see(user, message)
        there = [
            each for each in walk(message.components) if each.get("type") in types and each.get("custom_id")
        ]
        for component in there:
            if wanted in (component["custom_id"], component.get("label")):
                if component.get("disabled"):
                    raise NotOffered(f"{wanted!r} is disabled")
                return component
        raise NotOffered(f"no {wanted!r} among {[each.get('label') or each['custom_id'] for each in there]}")

    def _must_see(self, user: User, message: Message) -> None:
        if message.deleted or message.reader not in (None, user) or not self.sees(user, message.channel):
            raise NotOffered(f"{user.name} does not see that message")

    def submits_modal(self, opened: Interaction, values: Json) -> Interaction:
        """The person who got a form fills it in, by custom_id or by label, and sends it."""
        assert opened.modal is not None, "no form was opened"
        left = dict(values)
        components = [_filled_in(component, left) for component in opened.modal["components"]]
        if left:
            raise NotOffered(f"the form has no {sorted(left)}")
        data = {"custom_id": opened.modal["custom_id"], "components": components}
        who = self.member_of(opened.channel, opened.user) or opened.user
        made = self.interact(Kind.MODAL, who, opened.channel, data, opened.message)
        made.opened_by = opened
        return made

    def interact(
        self, kind: Kind, who: Member | User, channel: Channel, data: Json, message: Message | None = None
    ) -> Interaction:
        """Tell the bot of something somebody did; for what the other methods are too strict for."""
        user = account(who)
        made = Interaction(
            self.snowflakes.next(), secrets.token_urlsafe(24), kind, user, channel, data, message
        )
        self.interactions[made.token] = made
        told: Json = {
            "id": str(made.id),
            "application_id": str(self.bot.id),
            "type": int(kind),
            "token": made.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": payloads.channel(channel),
            "locale": user.locale,
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
            "app_permissions": str(int(self.permissions(self.bot, channel))),
        }
        if channel.guild is None:
            told |= {"user": payloads.user(user), "context": 1, "authorizing_integration_owners": {"0": "0"}}
        else:
            told |= self._from_guild(channel.guild.members[user.id], channel)
        if message is not None:
            told["message"] = payloads.message(message, self.base)
        self.emit(Event("INTERACTION_CREATE", told, channel.guild))
        return made

    def _from_guild(self, member: Member, channel: Channel) -> Json:
        guild = member.guild
        held = str(int(self.permissions(member.user, channel)))
        return {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": ["COMMUNITY"]},
            "guild_locale": guild.locale,
            "member": payloads.member(member) | {"permissions": held},
            "context": 0,
            "authorizing_integration_owners": {"0": str(guild.id)},
        }


def _filled_in(component: Json, left: Json) -> Json:
    """One component of a form as it is sent back; what was used is taken out of `left`."""
    if component["type"] == ROW:
        return {
            "type": ROW,
            "id": 0,
            "components": [_filled_in(each, left) for each in component["components"]],
        }
    if component["type"] == LABEL:
        inner = component["component"] | {"label": component["label"]}
        return {"type": LABEL, "id": 0, "component": _filled_in(inner, left)}
    sent: Json = {"type": component["type"], "id": 0}
    if "custom_id" not in component:
        return sent
    sent["custom_id"] = component["custom_id"]
    key = next((each for each in (component["custom_id"], component.get("label")) if each in left), None)
    value = left.pop(key) if key is not None else component.get("value", "")
    if component["type"] != TEXT_INPUT:
        values = [value] if isinstance(value, str) and value else value or []
        there = {option["value"] for option in component.get("options", [])}
        if component["type"] == 3 and set(values) - there:
            raise NotOffered(f"{values} is not among {there}")
        return sent | {"values": list(values)}
    least, most = component.get("min_length", 0), component.get("max_length", 4000)
    if (component.get("required", True) and not value) or (value and not least <= len(value) <= most):
        raise NotOffered(f"{component['custom_id']!r} takes {least} to {most} characters, not {len(value)}")
    return sent | {"value": value}
