"""Habits of the house that no linter knows."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.house.source import PACKAGES, ROOT, Module, dotted, modules, read, text_files

# The only places that catch everything: each logs what it caught with a reference code, and counts it.
EDGES = {
    "bot/acting.py": "App: a click or a command",
    "bot/lanes.py": "App: an event",
    "bot/relay.py": "the relay",
    "bot/sending.py": "the relay: one row of the outbox",
    "bot/ticking.py": "the tick",
    "bot/understanding/worker.py": "the encoder: code of others, of which anything may come",
    "adapters/sandbox/guard.py": "the sandbox's listeners",
    "adapters/common/guard.py": "a platform: whatever it set off",
    "adapters/discord/lanes.py": "Discord: a message that can't be taken in",
    "adapters/discord/marks.py": "Discord: a mark that can't be written",
}

# Run by Alembic as a script, which is how Alembic wants it.
SCRIPTS = ("bot/durable/migrations/env.py",)

BROAD = {"Exception", "BaseException", "builtins.Exception", "builtins.BaseException"}
SETS_SOMETHING_OFF = {
    "open", "read_text", "read_bytes", "write_text", "getenv", "environ", "load_dotenv", "connect",
    "create_engine", "create_async_engine", "basicConfig", "configure", "create_task", "run", "now", "getpid",
}  # fmt: skip
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
ON_SOMEBODYS_DISK = re.compile(r"(?<![\w.~$}/-])/(?:work|root|home|Users)/\w")


def broad_handlers(module: Module) -> Iterator[str]:
    """Handlers and `suppress` calls that take any failure and do not raise it again."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            passes_on = isinstance(node.body[-1], ast.Raise)
            if not passes_on and any(kind is None or dotted(kind) in BROAD for kind in caught):
                yield module.at(node)
        elif isinstance(node, ast.Call) and dotted(node.func).endswith("suppress"):
            yield from (module.at(node) for kind in node.args if dotted(kind) in BROAD)


def test_only_the_edges_catch_everything() -> None:
    found = [place for module in modules(*PACKAGES) for place in broad_handlers(module)]
    assert [place for place in found if place.split(":")[0] not in EDGES] == []


def test_every_edge_still_catches_everything() -> None:
    assert [path for path in EDGES if not list(broad_handlers(read(ROOT / path)))] == []


def test_nothing_is_left_for_later() -> None:
    left = []
    for module in modules(*PACKAGES, "tests"):
        if not LATER.search(module.text):
            continue
        tokens = tokenize.generate_tokens(io.StringIO(module.text).readline)
        comments = (token for token in tokens if token.type == tokenize.COMMENT)
        left += [f"{module.path}:{token.start[0]}" for token in comments if LATER.search(token.string)]
    for path in text_files(".js", ".css", ".html", ".md", ".po"):
        lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
        left += [f"{path.relative_to(ROOT)}:{number}" for number, line in lines if LATER.search(line)]
    assert left == []


def test_nothing_is_left_unimplemented() -> None:
    """Ports are protocols and need no body; everything else does what it says."""
    raised = [
        module.at(node)
        for module in modules(*PACKAGES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and node.id == "NotImplementedError"
    ]
    assert raised == []


def test_only_the_command_line_prints() -> None:
    printed = [
        module.at(node)
        for module in modules(*PACKAGES)
        if not module.path.endswith("/__main__.py")  # a command line, which speaks to a terminal
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and dotted(node.func) in {"print", "sys.stdout.write", "sys.stderr.write"}
    ]
    assert printed == []


def test_no_file_knows_whose_machine_it_was_written_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in text_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if ON_SOMEBODYS_DISK.search(line)
    ]
    assert found == []


def set_off_at_import(module: Module) -> Iterator[str]:
    """Statements of a module that do more than give things a name."""
    for node in module.tree.body:
        match node:
            case (
                ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef()
            ):
                continue
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Expr(
                value=ast.Call(func=ast.Name(id="Index"))
            ):  # SQLAlchemy's way of saying more of a table
                continue
            case ast.If(test=test) if dotted(test).endswith("TYPE_CHECKING") or "__name__" in ast.unparse(
                test
            ):
                continue
            case ast.Assign(value=value) | ast.AnnAssign(value=value):
                if value is not None and not gives_a_name(value):
                    yield module.at(node)
            case _:
                yield module.at(node)


def gives_a_name(value: ast.expr) -> bool:
    """Whether an expression is a constant: it sets nothing off and is no container waiting to be filled."""
    waiting = {"[]", "{}", "dict()", "list()", "set()", "defaultdict(list)", "defaultdict(dict)"}
    names = {dotted(node).split(".")[-1] for node in ast.walk(value)}
    return ast.unparse(value) not in waiting and not names & SETS_SOMETHING_OFF


def test_nothing_happens_at_import() -> None:
    found = [
        place
        for module in modules(*PACKAGES)
        if module.path not in SCRIPTS
        for place in set_off_at_import(module)
    ]
    assert found == []


def test_nothing_is_global() -> None:
    found = [
        module.at(node)
        for module in modules(*PACKAGES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []
