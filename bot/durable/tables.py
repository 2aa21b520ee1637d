"""The core's own tables. Times are aware UTC (`Instant`); payloads are JSON made by `bot.vocabulary.codec`."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.durable.types import Id, Instant

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

communities = Table(
    "communities",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("created_at", Instant, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("name", String(100), primary_key=True),
    Column("value", JSON, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("language", String(10)),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("key", String(300), nullable=False),
    Column("lane", String(100), nullable=False),
    Column("payload", JSON(none_as_null=True)),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("reference", String(20)),
    UniqueConstraint("community_id", "key"),
)
Index(
    "ix_inbox_waiting",
    inbox.c.community_id,
    inbox.c.lane,
    inbox.c.id,
    sqlite_where=text("state = 'new'"),
    postgresql_where=text("state = 'new'"),
)
Index(
    "ix_inbox_dead",
    inbox.c.id,
    sqlite_where=text("state = 'dead'"),
    postgresql_where=text("state = 'dead'"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("place", String(300), nullable=False),
    Column("effect", String(20), nullable=False),
    Column("payload", JSON(none_as_null=True)),
    Column("key", String(300), nullable=False, unique=True),
    Column("case_id", Id),
    Column("priority", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("lease_until", Instant),
    Column("settled_at", Instant),
    Column("channel", String(100)),
    Column("message", String(100)),
    Column("reason", String(200)),
)
Index(
    "ix_outbox_waiting",
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=text("state in ('waiting', 'sending')"),
    postgresql_where=text("state in ('waiting', 'sending')"),
)
Index(
    "ix_outbox_place",
    outbox.c.community_id,
    outbox.c.place,
    outbox.c.id,
    sqlite_where=text("state in ('waiting', 'sending')"),
    postgresql_where=text("state in ('waiting', 'sending')"),
)
Index(
    "ix_outbox_dead",
    outbox.c.id,
    sqlite_where=text("state = 'dead'"),
    postgresql_where=text("state = 'dead'"),
)
Index("ix_outbox_message", outbox.c.community_id, outbox.c.channel, outbox.c.message)

places = Table(
    "places",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("place", String(300), primary_key=True),
    Column("channel", String(100), nullable=False),
    Column("opened_at", Instant, nullable=False),
)
Index("ix_places_channel", places.c.community_id, places.c.channel)

views = Table(
    "views",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("place", String(300), primary_key=True),
    Column("name", String(100), primary_key=True),
    Column("subject", Id, primary_key=True),
    Column("channel", String(100)),
    Column("message", String(100)),
    Column("hash", String(64)),
    Column("posting", Integer, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("name", String(100), nullable=False),
    Column("subject", Id, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("dead", Boolean, nullable=False),
    Column("reference", String(20)),
    UniqueConstraint("community_id", "name", "subject"),
)
Index(
    "ix_timers_due",
    timers.c.due_at,
    sqlite_where=text("dead = 0"),
    postgresql_where=text("not dead"),
)
Index(
    "ix_timers_dead",
    timers.c.id,
    sqlite_where=text("dead = 1"),
    postgresql_where=text("dead"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("action", String(100), nullable=False),
    Column("words", JSON, nullable=False),
    Column("expires_at", Instant, nullable=False),
)
