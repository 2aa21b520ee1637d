"""Write a version from the tables: `python -m bot.durable.migrations 0003 warnings cogs.warnings.store`.

Give its number, its name and the modules whose `metadata` changed. What the versions before that number make
is compared with the tables of those modules; an existing file of that name is written anew. Then run
`make format`, and read what came out: Alembic sees neither a changed check nor a renamed column.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.operations.ops import CreateTableOp, MigrateOperation, UpgradeOps
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, MetaData, create_engine

from bot.durable.migrations import migrate
from bot.durable.types import Id, Instant

HEAD = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {previous}
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    {calls}
'''


def write(number: str, name: str, modules: list[str], folder: Path) -> Path:
    """Write the version file into the folder and return where it is."""
    previous = f"{int(number) - 1:04}" if int(number) > 1 else None
    metadata = [import_module(module).metadata for module in modules]
    with create_engine("sqlite://").begin() as connection:
        if previous is not None:
            migrate(connection, previous)
        functions = dict(_functions(_difference(connection, metadata)))
    path = folder / f"{number}_{name}.py"
    head = HEAD.format(
        title=f"{name.replace('_', ' ').capitalize()}: {', '.join(modules)}",
        number=number,
        previous=f'"{previous}"' if previous else None,
        calls="\n    ".join(f"{function}()" for function in functions),
    )
    path.write_text("\n\n".join([head, *functions.values()]))
    return path


def _difference(connection: Connection, metadata: list[MetaData]) -> UpgradeOps:
    options = {"target_metadata": metadata, "include_object": _is_ours}
    context = MigrationContext.configure(connection, opts=options)
    # Its annotation forgets that it takes several.
    script = produce_migrations(context, metadata)  # type: ignore[arg-type]
    return script.upgrade_ops or UpgradeOps()


def _is_ours(_thing: Any, _name: str | None, kind: str, reflected: bool, defined: Any) -> bool:
    # Tables that the modules don't define belong to others, and are not to be dropped.
    return kind != "table" or not reflected or defined is not None


def _functions(operations: UpgradeOps) -> Iterator[tuple[str, str]]:
    """One function a table: its name and its text."""

    def table(operation: MigrateOperation) -> str:
        return str(getattr(operation, "table_name", "other"))

    for name, group in groupby(operations.ops, table):
        steps = list(group)
        # SQLite alters by copying, which Alembic calls a batch; a new table needs no copy.
        altered = not any(isinstance(step, CreateTableOp) for step in steps)
        code = render_python_code(UpgradeOps(steps), render_as_batch=altered, render_item=_type_name)
        body = [line for line in code.splitlines() if not line.strip().startswith("# ###")]
        yield f"_{name}", "\n".join([f"def _{name}() -> None:", "    " + body[0].strip(), *body[1:], ""])


def _type_name(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    # Versions never change, the program's types may: a version imports nothing of ours.
    if kind == "type" and isinstance(thing, Instant):
        return "INSTANT"
    return "ID" if kind == "type" and repr(thing) == repr(Id) else False


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], sys.argv[3:], Path(__file__).parent / "versions")
