"""The address of the database: what people may write, and what SQLAlchemy is given."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import BadDatabaseUrl

FORMS = (
    "Give DATABASE_URL as sqlite:///ombud.db, sqlite:////var/lib/ombud/ombud.db "
    "or postgresql://user:password@host/ombud."
)
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def parse_url(text: str) -> URL:
    """The address with the driver we use. A SQLite one without a path becomes `:memory:`.

    Raises:
        BadDatabaseUrl: it isn't an address, or is of a database we don't know. The message holds no password.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise BadDatabaseUrl(f"The address of the database can't be read. {FORMS}") from None
    if url.drivername not in DRIVERS:
        raise BadDatabaseUrl(f"Ombud doesn't work with {url.drivername}. {FORMS}")
    url = url.set(drivername=DRIVERS[url.drivername])
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)


def _sqlite(url: URL) -> URL:
    if url.host or url.query:
        raise BadDatabaseUrl(f"The address of a SQLite database is sqlite:/// and a path, no more. {FORMS}")
    return url.set(database=url.database or ":memory:")


def _postgres(url: URL) -> URL:
    if not url.database:
        raise BadDatabaseUrl(f"The address names no database. {FORMS}")
    # libpq, and so every hosting provider, says sslmode; asyncpg says ssl and means the same.
    if mode := url.query.get("sslmode"):
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url
