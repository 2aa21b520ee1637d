"""The tables of measures, of what was done about them, and of who could hear an appeal."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

infractions = Table(
    "infractions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member_name", String(200), nullable=False),
    Column("step", String(20), nullable=False),
    Column("channel", String(100), nullable=False),
    Column("message", String(100), nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("text", Text),
    Column("context", JSON(none_as_null=True)),
    Column("rule", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("by", String(100), nullable=False),
    Column("by_name", String(200), nullable=False),
    Column("reason", Text),
    Column("language", String(10), nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("case_id", Id),
    Column("counts_as", String(20)),
    Column("delivered_at", Instant),
    Column("refused", JSON, nullable=False),
    Column("lost_at", Instant),
    Column("acknowledged_at", Instant),
    Column("wrote_at", Instant),
    Column("expires_at", Instant),
    Column("undone", String(20)),
    Column("undone_at", Instant),
    Column("undone_by", String(100)),
    Column("removed_at", Instant),
    Column("abuse", Float, nullable=False),
    Column("complaint", Float, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("second_by", String(100)),
)
Index("ix_infractions_member", infractions.c.community_id, infractions.c.member_id)
Index("ix_infractions_message", infractions.c.community_id, infractions.c.channel, infractions.c.message)
Index("ix_infractions_taken", infractions.c.community_id, infractions.c.taken_at)

infraction_log = Table(
    "infraction_log",
    metadata,
    Column("id", Id, primary_key=True),
    Column("infraction_id", Id, ForeignKey(infractions.c.id), nullable=False),
    Column("at", Instant, nullable=False),
    Column("what", String(40), nullable=False),
    Column("by", String(100)),
    Column("by_name", String(200)),
    Column("detail", JSON, nullable=False),
)
Index("ix_infraction_log_infraction", infraction_log.c.infraction_id, infraction_log.c.id)

deciders = Table(
    "deciders",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("seen_at", Instant, nullable=False),
)
