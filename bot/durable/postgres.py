"""PostgreSQL: connections that write side by side, and connections that read one snapshot each."""

from sqlalchemy import URL, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.durable.engine import Engines, name_full_disk
from bot.errors import StartError

COMMAND_SECONDS = 60
POOL = 4


def postgres_engines(url: URL) -> Engines:
    """Writers at READ COMMITTED; readers at REPEATABLE READ, and read-only.

    Raises:
        StartError: the driver isn't installed.
    """
    try:
        migrator = _engine(url, "READ COMMITTED", timeout=None)
        writer = _engine(url, "READ COMMITTED", timeout=COMMAND_SECONDS)
        readers = _engine(url, "REPEATABLE READ", timeout=COMMAND_SECONDS)
    except ModuleNotFoundError:
        raise StartError("PostgreSQL needs one package more: pip install 'ombud[postgres]'.") from None
    return Engines(migrator, writer, readers.execution_options(postgresql_readonly=True))


def _engine(url: URL, isolation_level: IsolationLevel, timeout: int | None) -> AsyncEngine:
    engine = create_async_engine(
        url,
        isolation_level=isolation_level,
        # They are what people wrote, and errors are logged.
        hide_parameters=True,
        # A server that was restarted is noticed before a transaction, not by it.
        pool_pre_ping=True,
        pool_size=POOL,
        max_overflow=POOL,
        # Without a timeout a server that fell silent would hold a task for ever.
        connect_args={"command_timeout": timeout, "server_settings": {"application_name": "ombud"}},
    )
    event.listen(engine.sync_engine, "handle_error", _forget_the_row)
    event.listen(engine.sync_engine, "handle_error", name_full_disk)
    return engine


def _forget_the_row(context: ExceptionContext) -> None:
    """PostgreSQL quotes the failing row, and so what people wrote, in the details of its errors."""
    error = context.original_exception
    for part in (error, error.__cause__):
        if part is not None and hasattr(part, "detail"):
            part.detail = None
