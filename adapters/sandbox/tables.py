"""The sandbox's own tables. Times are aware UTC and of the community's clock."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.durable.types import Instant

VERSION = 1
"""Of the file; kept in SQLite's `user_version`."""

metadata = MetaData()

people = Table(
    "people",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("language", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("bot", Boolean, nullable=False),
    Column("dms_open", Boolean, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("parent", ForeignKey("channels.id")),
    Column("beside", ForeignKey("messages.id", use_alter=True)),
    Column("member", ForeignKey("people.id")),
    Column("private_threads", Boolean, nullable=False),
    Column("key", String),
    Index("channels_key", "key"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", ForeignKey("channels.id"), nullable=False),
    Column("author", ForeignKey("people.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("body", JSON(none_as_null=True)),
    Column("at", Instant, nullable=False),
    Column("reply_to", ForeignKey("messages.id")),
    Column("revision", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("key", String),
    Column("copy", Integer, nullable=False),
    # A key stands for one message; copies exist only where deduplication was switched off.
    UniqueConstraint("key", "copy"),
    Index("messages_channel", "channel", "id"),
    # An id is never given a second time, whatever was deleted.
    sqlite_autoincrement=True,
)

removals = Table(
    "removals",
    metadata,
    # Deleted messages that the bot removed; the others their author deleted.
    Column("message", ForeignKey("messages.id"), primary_key=True),
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("message", ForeignKey("messages.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("files_message", "message"),
    sqlite_autoincrement=True,
)

reactions = Table(
    "reactions",
    metadata,
    Column("message", ForeignKey("messages.id"), primary_key=True),
    Column("emoji", String, primary_key=True),
    Column("author", ForeignKey("people.id"), primary_key=True),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("channel", ForeignKey("channels.id"), nullable=False),
    Column("message", ForeignKey("messages.id"), nullable=False),
    Column("author", ForeignKey("people.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("reply_to", Integer),
    Column("revision", Integer, nullable=False),
    Column("delivered", Boolean, nullable=False),
    Index("events_waiting", "channel", "id", sqlite_where=text("not delivered")),
    sqlite_autoincrement=True,
)

reads = Table(
    "reads",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("channel", ForeignKey("channels.id"), primary_key=True),
    Column("message", Integer, nullable=False),
)

state = Table(
    "state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)
