"""A file fits in one sitting, a function on one screen. Tables are exempt: they are read by looking up."""

import ast

from tests.house.source import Module, functions, modules

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50

# Functions that are tables: a migration lists columns, and nothing else happens in it.
TABLES = ("bot/durable/migrations/versions/",)


def lines(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def lines_to_read(module: Module) -> int:
    """The lines of a file without its tables: values of several lines given to a name of the module."""
    tables = (node for node in module.tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    return len(module.text.splitlines()) - sum(lines(table) - 1 for table in tables)


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from `def` to its end, without the docstring."""
    docstring = function.body[0] if ast.get_docstring(function) else None
    return lines(function) - (lines(docstring) if docstring else 0)


def test_no_file_is_longer_than_one_sitting() -> None:
    long = {
        module.path: count
        for module in modules("bot", "cogs", "adapters", "tests")
        if (count := lines_to_read(module)) > LINES_OF_A_FILE
    }
    assert long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{module.at(function)} {function.name}": count
        for module in modules("bot", "cogs", "adapters", "tests")
        if not module.path.startswith(TABLES)
        for function in functions(module.tree)
        if (count := lines_of_code(function)) > LINES_OF_A_FUNCTION
    }
    assert long == {}
