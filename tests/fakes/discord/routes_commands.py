"""Application commands over REST, global and of a guild."""

from typing import Any

from tests.fakes.discord.calls import Call, Created, Route
from tests.fakes.discord.command_forms import check_command, check_commands
from tests.fakes.discord.commands import SLASH
from tests.fakes.discord.model import Json
from tests.fakes.discord.problems import Problem

DEFAULTS: Json = {
    "name_localizations": None,
    "description_localizations": None,
    "default_member_permissions": None,
    "dm_permission": True,
    "contexts": None,
    "integration_types": [0],
    "nsfw": False,
}


def _scope(call: Call) -> int:
    if call.id("application_id") != call.bot.id:
        raise Problem(10002)
    return call.guild.id if "guild_id" in call.request.params else 0


def _same(command: Json, other: Json) -> bool:
    kind = command.get("type") or SLASH
    return bool(command["name"] == other["name"] and kind == (other.get("type") or SLASH))


def _made(call: Call, command: Json, scope: int) -> Json:
    """A command as Discord keeps it: an existing one of that name and type keeps its id."""
    earlier = next((each for each in call.world.commands.get(scope, []) if _same(each, command)), None)
    if earlier is None:
        call.world.command_creates += 1
        if call.world.command_creates > call.settings.command_creates:
            raise Problem(30034, {"retry_after": 3600.0, "global": False})
    needs = command.get("default_member_permissions")
    return {
        **DEFAULTS,
        "description": "",
        **{key: value for key, value in command.items() if value is not None},
        "type": command.get("type") or SLASH,
        "default_member_permissions": str(needs) if needs is not None else None,
        "id": earlier["id"] if earlier else str(call.world.snowflakes.next()),
        "application_id": str(call.bot.id),
        "version": str(call.world.snowflakes.next()),
        **({"guild_id": str(scope)} if scope else {}),
    }


async def listed(call: Call) -> Any:
    """All commands of a scope."""
    return call.world.commands.get(_scope(call), [])


async def replaced(call: Call) -> Any:
    """These commands and no others."""
    scope = _scope(call)
    commands = call.request.json
    check_commands(commands)
    call.world.commands[scope] = [_made(call, each, scope) for each in commands]
    return call.world.commands[scope]


async def added(call: Call) -> Any:
    """One command more, or in the place of one with its name."""
    scope = _scope(call)
    check_command(call.body, "")
    there = call.world.commands.setdefault(scope, [])
    made = _made(call, call.body, scope)
    kept = [each for each in there if not _same(each, made)]
    call.world.commands[scope] = [*kept, made]
    return Created(made, 201 if len(kept) == len(there) else 200)


def _one(call: Call) -> tuple[int, Json]:
    scope, wanted = _scope(call), call.request.params["command_id"]
    for each in call.world.commands.get(scope, []):
        if each["id"] == wanted:
            return scope, each
    raise Problem(10063)


async def got(call: Call) -> Any:
    """A command by id."""
    return _one(call)[1]


async def changed(call: Call) -> Any:
    """A command's fields become others."""
    scope, command = _one(call)
    changed_to = command | call.body | {"version": str(call.world.snowflakes.next())}
    check_command(changed_to, "")
    call.world.commands[scope] = [
        changed_to if each is command else each for each in call.world.commands[scope]
    ]
    return changed_to


async def deleted(call: Call) -> Any:
    """A command is gone."""
    scope, command = _one(call)
    call.world.commands[scope].remove(command)


def _routes(prefix: str) -> tuple[Route, ...]:
    return (
        ("GET", prefix, listed),
        ("PUT", prefix, replaced),
        ("POST", prefix, added),
        ("GET", f"{prefix}/{{command_id}}", got),
        ("PATCH", f"{prefix}/{{command_id}}", changed),
        ("DELETE", f"{prefix}/{{command_id}}", deleted),
    )


ROUTES = _routes("/applications/{application_id}/commands") + _routes(
    "/applications/{application_id}/guilds/{guild_id}/commands"
)
