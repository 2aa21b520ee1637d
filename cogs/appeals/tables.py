"""The tables of appeals: appeals, and reports by members.

A measure is named by its id without a foreign key: whoever is forgotten is forgotten table by table.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

appeals = Table(
    "appeals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("infraction_id", Id, nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member_name", String(200), nullable=False),
    Column("language", String(10), nullable=False),
    Column("text", Text),
    Column("taken_by", String(100)),
    Column("taken_name", String(200)),
    Column("made_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("place", String(200), nullable=False),
    Column("late", Integer, nullable=False),
    Column("outcome", String(20)),
    Column("decided_at", Instant),
    Column("decided_by", String(100)),
    Column("decided_name", String(200)),
    Column("reason", Text),
    Column("untold", Boolean, nullable=False),
    UniqueConstraint("community_id", "infraction_id"),
)
Index("ix_appeals_member", appeals.c.community_id, appeals.c.member_id)

reports = Table(
    "abuse_reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("reporter_id", String(100), nullable=False),
    Column("reporter_name", String(200), nullable=False),
    Column("language", String(10), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("channel", String(100)),
    Column("message", String(100)),
    Column("text", Text),
    Column("about", String(100)),
    Column("about_name", String(200)),
    Column("place", String(200)),
    Column("rounds", Integer, nullable=False),
    Column("result", String(20)),
    UniqueConstraint("community_id", "reporter_id", "channel", "message"),
)
Index("ix_abuse_reports_message", reports.c.community_id, reports.c.channel, reports.c.message)
