"""Nothing reaches the port's `remove` but one function, and nothing makes what it asks for but the ladder.

The code itself is read. Nobody has to know of which type a thing is: whatever is called `remove` is looked at, and
what is meant by it where it isn't the port's is written here.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.house.source import PACKAGES, Module, dotted, functions, modules

MODEL, REMOVING, SENDING = "bot/infractions/model.py", "bot/infractions/removing.py", "bot/sending.py"

THE_ONE = (REMOVING, "remove", "platform.remove")
"""The file, the function in it, and what it uses."""

ITS_CALLER = (SENDING, "_remove", "removing.remove")

PASSED_ON = {("bot/health/watching.py", "remove", "self._platform.remove")}
"""Platforms that stand before another one: who calls their `remove` is looked at like everybody."""

SOMETHING_ELSE = {
    (
        "bot/measures.py",
        "order_removal",
        "ctx.outbox.remove",
    ): "writes a row, which is judged when it is sent",
    ("bot/refiling.py", "take_out", "ctx.timeline.remove"): "an entry of the timeline",
    ("cogs/replies/cog.py", "remove", "_store(ctx).remove"): "a saved reply",
    ("cogs/specialists/teams.py", "remove", "teams_of(ctx).remove"): "a team",
    ("adapters/sandbox/world.py", "listening", "self._listeners.remove"): "a list of listeners",
}

RECORDS = {
    "ack", "allowed", "changed", "cog", "errand", "infraction", "measure", "proposal", "row", "settings", "usual",
    "word",
}  # fmt: skip
"""What is read by names that are computed: rows and records. A platform is none of them."""

BACK_DOORS = {
    "__new__",
    "__setattr__",
    "__getattribute__",
    "__post_init__",
    "__dict__",
    "methodcaller",
    "eval",
    "exec",
}


@dataclass(frozen=True, slots=True)
class Use:
    """Something called `remove`: the file, the function around it, and how it is written."""

    path: str
    function: str
    written: str
    line: int

    @property
    def known(self) -> tuple[str, str, str]:
        return self.path, self.function, self.written


def uses(module: Module) -> Iterator[Use]:
    """Every place that takes hold of something called `remove`, called or not."""
    if "remove" not in module.text:
        return
    around = {child: function.name for function in functions(module.tree) for child in ast.walk(function)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr == "remove":
            yield Use(module.path, around.get(node, ""), ast.unparse(node), node.lineno)


def tricks(module: Module) -> Iterator[str]:
    """Ways to take hold of it without saying so."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[of, name, *_]):
                fixed = isinstance(name, ast.Constant) and name.value != "remove"
                if not fixed and dotted(of) not in RECORDS and not isinstance(of, ast.Call):
                    yield module.at(node)
            case ast.Call(args=[*names]) if dotted(node.func).endswith("attrgetter"):
                if any(not isinstance(name, ast.Constant) or "remove" in str(name.value) for name in names):
                    yield module.at(node)
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in BACK_DOORS:
                yield module.at(node)
            case ast.MatchClass(kwd_attrs=names) if "remove" in names:
                yield f"{module.path}:{node.lineno}"


def of_removing(module: Module) -> Iterator[str]:
    """Imports of the one function, or of something called like it."""
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(module=package, names=names):
                wanted = [f"{package}.{name.name}" for name in names]
            case ast.Import(names=names):
                wanted = [name.name for name in names]
            case _:
                continue
        if any(name.endswith(".remove") or name.startswith("bot.infractions.removing") for name in wanted):
            yield module.at(node)


def of_the_proof(module: Module) -> Iterator[str]:
    """Uses of the proof's type that are more than annotations, and of its seal."""
    if "Removal" not in module.text and "_SEAL" not in module.text:
        return
    annotations = {child for part in _annotations(module.tree) for child in ast.walk(part)}
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(names=names):
                if any(name.name == "_SEAL" or (name.name == "Removal" and name.asname) for name in names):
                    yield module.at(node)
            case ast.Name(id="Removal") | ast.Attribute(attr="Removal") if node not in annotations:
                yield module.at(node)
            case ast.Name(id="_SEAL") | ast.Attribute(attr="_SEAL") | ast.Constant(value="_SEAL"):
                yield module.at(node)


def _annotations(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.expr() as found) | ast.AnnAssign(annotation=found):
                yield found
            case (
                ast.FunctionDef(returns=ast.expr() as found)
                | ast.AsyncFunctionDef(returns=ast.expr() as found)
            ):
                yield found


def test_only_one_function_calls_the_ports_remove_and_only_the_sender_calls_it() -> None:
    found = [use for module in modules(*PACKAGES) for use in uses(module)]
    known = {THE_ONE, ITS_CALLER} | PASSED_ON | SOMETHING_ELSE.keys()
    assert [f"{use.path}:{use.line} {use.written}" for use in found if use.known not in known] == []
    once = [use.known for use in found]
    assert sorted(once) == sorted(known), "each of them once, and none is listed that is gone"


def test_nothing_takes_hold_of_it_without_saying_so() -> None:
    assert [trick for module in modules(*PACKAGES) for trick in tricks(module)] == []


def test_only_the_sender_knows_the_function() -> None:
    found = [place for module in modules(*PACKAGES) for place in of_removing(module)]
    assert [place.partition(":")[0] for place in found] == [SENDING]


def test_only_the_ladder_makes_the_proof() -> None:
    found = {place.partition(":")[0] for module in modules(*PACKAGES) for place in of_the_proof(module)}
    assert found == {MODEL}
    model = next(module for module in modules(*PACKAGES) if module.path == MODEL)
    permit = next(function for function in functions(model.tree) if function.name == "permit")
    made = [
        node for node in ast.walk(model.tree) if isinstance(node, ast.Call) and dotted(node.func) == "Removal"
    ]
    assert [node in set(ast.walk(permit)) for node in made] == [True]


def written(text: str) -> Module:
    return Module("cogs/example/cog.py", text, ast.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "async def f(platform, ref):\n    await platform.remove('a', ref)",
        "async def f(house, ref):\n    await house.adapters['x'].platform.remove('a', ref)",
        "do = platform.remove",
        "call = partial(platform.remove, 'a')",
    ],
)
def test_a_second_caller_is_noticed(text: str) -> None:
    assert len(list(uses(written(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "getattr(platform, 'remove')('a', ref)",
        "getattr(trip.platform, name)('a', ref)",
        "getattr(platform, 're' + 'move')",
        "attrgetter('remove')(platform)",
        "operator.attrgetter(name)(platform)",
        "operator.methodcaller('remove', 'a', ref)(platform)",
        "type(platform).__dict__['remove']",
        "match platform:\n    case Platform(remove=do):\n        do()",
        "object.__setattr__(removal, 'message', ref)",
        "Removal.__new__(Removal)",
        "eval('platform.rem' + 'ove')",
    ],
)
def test_a_trick_is_noticed(text: str) -> None:
    assert len(list(tricks(written(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "from bot.infractions.removing import remove as away",
        "from bot.infractions import removing",
        "import bot.infractions.removing",
        "from adapters.sandbox.platform import remove",
    ],
)
def test_knowing_the_function_is_noticed(text: str) -> None:
    assert len(list(of_removing(written(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Removal('c', ref, 1, (), 'me', object())",
        "model.Removal('c', ref, 1, (), 'me', object())",
        "from bot.infractions.model import Removal as Proof",
        "from bot.infractions.model import _SEAL",
        "model._SEAL",
        "vars(model)['_SEAL']",
        "make = Removal",
    ],
)
def test_making_a_proof_is_noticed(text: str) -> None:
    assert len(list(of_the_proof(written(text)))) == 1


def test_naming_the_proof_in_an_annotation_is_fine() -> None:
    text = "from bot.infractions.model import Removal\nasync def f(proof: Removal) -> Removal | None: ..."
    assert list(of_the_proof(written(text))) == []
