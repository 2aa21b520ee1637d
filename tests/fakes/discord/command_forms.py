"""What Discord takes as application commands: names, descriptions, options and how many of each."""

import unicodedata

from tests.fakes.discord.commands import GROUP, SLASH, STRING, SUB
from tests.fakes.discord.model import Json
from tests.fakes.discord.problems import invalid, too_long, wrong_length

LOCALES = frozenset((
    "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
))  # fmt: skip
MOST = {1: 100, 2: 15, 3: 15}


def check_commands(commands: list[Json]) -> None:
    """Raise the Problem of a whole list of commands, if there is one."""
    seen: set[tuple[int, str]] = set()
    for index, command in enumerate(commands):
        check_command(command, str(index))
        key = (command.get("type") or SLASH, command["name"])
        if key in seen:
            raise invalid(
                f"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        seen.add(key)
    for kind, most in MOST.items():
        if sum(each == kind for each, _name in seen) > most:
            raise wrong_length("", 0, most)


def check_command(command: Json, path: str) -> None:
    """Raise the Problem of one command."""
    if (command.get("type") or SLASH) == SLASH:
        _check_slash_name(command, path)
        _check_text(command, "description", path)
        _check_options(command, path, depth=0)
        if _characters(command) > 8000:
            raise invalid(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
        return
    if not 1 <= len(command.get("name") or "") <= 32:
        raise wrong_length(f"{path}.name", 1, 32)
    if command.get("description"):
        raise too_long(f"{path}.description", 0)


def is_command_name(name: str) -> bool:
    """Whether a slash command or an option may be called so."""
    good = all(letter in "-_'" or unicodedata.category(letter)[0] in "LNM" for letter in name)
    return 1 <= len(name) <= 32 and good and name == name.lower()


def _check_slash_name(thing: Json, path: str) -> None:
    names = {"name": thing.get("name") or ""} | (thing.get("name_localizations") or {})
    for key, name in names.items():
        if key != "name" and key not in LOCALES:
            raise invalid(f"{path}.name_localizations", "INVALID_LOCALE", f"{key} is no locale")
        if not is_command_name(name):
            raise invalid(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_text(thing: Json, field: str, path: str) -> None:
    texts = {field: thing.get(field) or ""} | (thing.get(f"{field}_localizations") or {})
    for key, text in texts.items():
        if key != field and key not in LOCALES:
            raise invalid(f"{path}.{field}_localizations", "INVALID_LOCALE", f"{key} is no locale")
        if not 1 <= len(text) <= 100:
            raise wrong_length(f"{path}.{field}", 1, 100)


def _check_options(thing: Json, path: str, depth: int) -> None:
    options = thing.get("options") or []
    if len(options) > 25:
        raise wrong_length(f"{path}.options", 0, 25)
    optional = False
    for index, option in enumerate(options):
        here = f"{path}.options.{index}"
        _check_slash_name(option, here)
        _check_text(option, "description", here)
        if option["type"] in (SUB, GROUP):
            if depth >= (1 if option["type"] == GROUP else 2):
                raise invalid(
                    here,
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command option types are nested too deep",
                )
            _check_options(option, here, depth + 1)
            continue
        if option.get("required") and optional:
            raise invalid(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or not option.get("required")
        _check_choices(option, here)
    kinds = {option["type"] in (SUB, GROUP) for option in options}
    if len(kinds) > 1 or len({option["name"] for option in options}) < len(options):
        raise invalid(
            f"{path}.options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-commands and options are exclusive, names unique",
        )


def _check_choices(option: Json, path: str) -> None:
    choices = option.get("choices") or []
    if len(choices) > 25 or (choices and option.get("autocomplete")):
        raise wrong_length(f"{path}.choices", 0, 25)
    for index, choice in enumerate(choices):
        _check_text(choice, "name", f"{path}.choices.{index}")
        if option["type"] == STRING and not 1 <= len(choice["value"]) <= 100:
            raise wrong_length(f"{path}.choices.{index}.value", 1, 100)


def _characters(thing: Json) -> int:
    """The size by which Discord measures a command: names, descriptions, values; of localisations the longest."""
    total = 0
    for field in ("name", "description"):
        texts = [thing.get(field) or "", *(thing.get(f"{field}_localizations") or {}).values()]
        total += max(len(text) for text in texts)
    total += sum(len(str(choice["value"])) + len(choice["name"]) for choice in thing.get("choices") or [])
    return total + sum(_characters(option) for option in thing.get("options") or [])


def check_completions(choices: list[Json]) -> None:
    """Raise the Problem of the choices offered while somebody types."""
    if len(choices) > 25:
        raise wrong_length("data.choices", 0, 25)
    for index, choice in enumerate(choices):
        _check_text(choice, "name", f"data.choices.{index}")
        if isinstance(choice.get("value"), str) and len(choice["value"]) > 100:
            raise wrong_length(f"data.choices.{index}.value", 0, 100)
