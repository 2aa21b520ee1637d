"""The versions of the database's schema, and how a database is brought to the newest.

`versions/` holds one file a step, each after the one before it. How to add one: `__main__.py`.
"""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from bot.errors import NewerDatabase, StartError


def migrate(connection: Connection, target: str = "head") -> None:
    """Bring the database to a version, by default the newest, inside the transaction the caller has begun.

    Raises:
        NewerDatabase: the database is at a version this program doesn't know.
        StartError: a row refers to one that doesn't exist.
    """
    with as_file(files(__name__)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        script = ScriptDirectory.from_config(config)
        revision = MigrationContext.configure(connection).get_current_revision()
        _check_known(script, revision)
        if revision != script.get_current_head():
            command.upgrade(config, target)
            _check_references(connection)


def _check_known(script: ScriptDirectory, revision: str | None) -> None:
    try:
        if revision is not None:
            script.get_revision(revision)
    except CommandError:
        raise NewerDatabase(
            f"The database was written by a newer version of Ombud (revision {revision}); "
            "install that version or restore a backup."
        ) from None


def _check_references(connection: Connection) -> None:
    """On SQLite foreign keys are off while migrating: what is broken shows here, and all of it is undone."""
    if connection.dialect.name == "sqlite":
        broken = sorted({row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})
        if broken:
            raise StartError(
                f"Rows of {', '.join(broken)} refer to rows that don't exist, so the migration was undone; "
                "restore a backup."
            )
