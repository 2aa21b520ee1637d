"""Application commands as people see them: which are offered, and what typing one tells the bot."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.discord import payloads
from tests.fakes.discord.model import Channel, Json, Member, Role, User
from tests.fakes.discord.permissions import Permission

SUB, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = range(1, 11)
SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3


class NotOffered(AssertionError):
    """A person can't do this: no such command, button or choice, or not for them."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with its options as the interaction carries them."""

    options: list[Json]
    resolved: Json


def offered(commands: list[Json], held: Permission, *, in_guild: bool) -> list[Json]:
    """Those of some commands that somebody with these permissions is offered here."""
    found = []
    for command in commands:
        contexts = command.get("contexts")
        in_dms = command.get("dm_permission", True) if contexts is None else 1 in contexts
        here = (contexts is None or 0 in contexts) if in_guild else in_dms
        needs = command.get("default_member_permissions")
        allowed = needs is None or not in_guild or bool(held & Permission.ADMINISTRATOR)
        if needs is not None and not allowed:
            allowed = int(needs) != 0 and int(held) & int(needs) == int(needs)
        if here and allowed:
            found.append(command)
    return found


def find(commands: list[Json], name: str, kind: int) -> Json:
    """The command of a kind by name; NotOffered with those there are."""
    for command in commands:
        if command["name"] == name and command.get("type", SLASH) == kind:
            return command
    raise NotOffered(f"no command {name!r} among {[each['name'] for each in commands]}")


def typed(command: Json, path: list[str], values: Json, focused: str | None = None) -> Typed:
    """What is sent when somebody types a command with values for its options."""
    resolved: Json = {}
    if not path:
        return Typed(_filled(command.get("options") or [], values, resolved, focused), resolved)
    for option in command.get("options") or []:
        if option["name"] == path[0] and option["type"] in (SUB, GROUP):
            below = typed(option, path[1:], values, focused)
            return Typed(
                [{"name": path[0], "type": option["type"], "options": below.options}], below.resolved
            )
    raise NotOffered(f"/{command['name']} has no {path[0]!r}")


def _filled(options: list[Json], values: Json, resolved: Json, focused: str | None) -> list[Json]:
    if unknown := values.keys() - {option["name"] for option in options}:
        raise NotOffered(f"no options {sorted(unknown)} among {[option['name'] for option in options]}")
    if any(option["type"] in (SUB, GROUP) for option in options):
        raise NotOffered(f"choose one of {[option['name'] for option in options]}")
    filled = []
    for option in options:
        name = option["name"]
        if name in values:
            value = _value(option, values[name], resolved, typing=focused is not None)
            filled.append({"name": name, "type": option["type"], "value": value})
            if name == focused:
                if not option.get("autocomplete"):
                    raise NotOffered(f"{name!r} completes nothing")
                filled[-1]["focused"] = True
        elif option.get("required") and focused is None:
            raise NotOffered(f"{name!r} is required")
    return filled


def _value(option: Json, value: Any, resolved: Json, *, typing: bool) -> Any:
    kind = option["type"]
    if kind in (USER, CHANNEL, ROLE, MENTIONABLE):
        return _resolve(value, resolved)
    if typing:
        return str(value)
    types: dict[int, tuple[type, ...]] = {
        INTEGER: (int,),
        BOOLEAN: (bool,),
        NUMBER: (int, float),
        STRING: (str,),
    }
    if kind in types and (
        not isinstance(value, types[kind]) or (kind == INTEGER and isinstance(value, bool))
    ):
        raise NotOffered(f"{option['name']!r} takes no {value!r}")
    choices = option.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise NotOffered(f"{value!r} is no choice for {option['name']!r}: {choices}")
    size = len(value) if isinstance(value, str) else value
    low = option.get("min_length", option.get("min_value"))
    high = option.get("max_length", option.get("max_value", 6000 if isinstance(value, str) else None))
    if (low is not None and size < low) or (high is not None and size > high):
        raise NotOffered(f"{option['name']!r} takes {low} to {high}, not {size}")
    return value


def _resolve(value: Member | User | Channel | Role, resolved: Json) -> str:
    match value:
        case Member():
            resolved.setdefault("users", {})[str(value.id)] = payloads.user(value.user)
            in_guild = payloads.member(value, with_user=False) | {"permissions": "0"}
            resolved.setdefault("members", {})[str(value.id)] = in_guild
        case User():
            resolved.setdefault("users", {})[str(value.id)] = payloads.user(value)
        case Channel():
            told = payloads.channel(value) | {"permissions": str((1 << 53) - 1)}
            resolved.setdefault("channels", {})[str(value.id)] = told
        case Role():
            resolved.setdefault("roles", {})[str(value.id)] = payloads.role(value)
    return str(value.id)
