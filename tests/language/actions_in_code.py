"""The sentence keys that declared actions need, found by reading the cogs.

An action needs `<cog>.label.<action>`, a command also `<cog>.help.<action>`; each argument of a handler needs
`argument.<name>`, free text
`<cog>.asks.<action>`, and one whose values are an enumeration `<name>.<value>` for each of them.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from tests.language.keys_in_code import Named, called

DECLARATIONS = {"command", "button", "message_menu"}
Handler = ast.FunctionDef | ast.AsyncFunctionDef


def actions_in(trees: Mapping[str, ast.Module]) -> Iterator[Named]:
    """Every key needed by the actions that the cogs in these files declare."""
    enums = dict(_enums(trees.values()))
    names = _names(trees)
    for where, tree in trees.items():
        for handler, declared in _declarations(tree):
            cog = names.get(PurePath(where).parent, "?")
            for key in (*_keys_of_action(cog, declared), *_keys_of_arguments(cog, handler, declared, enums)):
                yield Named(f"{where}:{declared.lineno}", key, re.escape(key))


def _declarations(tree: ast.Module) -> Iterator[tuple[Handler, ast.Call]]:
    for method in ast.walk(tree):
        if isinstance(method, Handler):
            for decorator in method.decorator_list:
                if isinstance(decorator, ast.Call) and called(decorator) in DECLARATIONS:
                    yield method, decorator


def _keys_of_action(cog: str, declared: ast.Call) -> Iterator[str]:
    action = _part(declared)
    yield f"{cog}.label.{action}"
    if called(declared) == "command":
        yield f"{cog}.help.{action}"


def _part(declared: ast.Call) -> str:
    """The action's name as part of a key."""
    return str(ast.literal_eval(declared.args[0])).replace(" ", "_").replace("-", "_")


def _keys_of_arguments(
    cog: str, handler: Handler, declared: ast.Call, enums: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    if called(declared) == "message_menu":
        return
    for argument in (*handler.args.args, *handler.args.kwonlyargs):
        annotated = {node.id for node in ast.walk(argument) if isinstance(node, ast.Name)}
        if argument.arg not in {"self", "ctx"} and "Survey" not in annotated:
            yield f"argument.{argument.arg}"
            if "Words" in annotated:
                yield f"{cog}.asks.{_part(declared)}"
            for enum in annotated & enums.keys():
                yield from (f"{argument.arg}.{value}" for value in enums[enum])


def _enums(trees: Iterable[ast.Module]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each enumeration of strings with its values."""
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "StrEnum" for base in node.bases):
                values = (item.value for item in node.body if isinstance(item, ast.Assign))
                yield node.name, tuple(str(v.value) for v in values if isinstance(v, ast.Constant))


def _names(trees: Mapping[str, ast.Module]) -> dict[PurePath, str]:
    """The name of the cog in each folder: `name = "cases"` in one of its classes."""
    return {
        PurePath(where).parent: name
        for where, tree in trees.items()
        for cog in ast.walk(tree)
        if isinstance(cog, ast.ClassDef) and any(_declarations(tree))
        for name in _name_of(cog)
    }


def _name_of(cog: ast.ClassDef) -> Iterator[str]:
    for node in cog.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id="name")], value=ast.Constant(value=str(name)))
                | ast.AnnAssign(target=ast.Name(id="name"), value=ast.Constant(value=str(name)))
            ):
                yield name
