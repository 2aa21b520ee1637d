"""The tables of cases and their timeline."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

cases = Table(
    "cases",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("member_id", String(100), nullable=False),
    Column("member_name", String(200), nullable=False),
    Column("status", String(10), nullable=False),
    Column("severity", String(10), nullable=False),
    Column("priority", String(10), nullable=False),
    Column("topic", String(30), nullable=False),
    Column("language", String(10), nullable=False),
    Column("team", String(60), nullable=False),
    Column("assignee", String(100)),
    Column("assignee_name", String(200)),
    Column("next_step", String(30)),
    Column("due_at", Instant),
    Column("channel", String(100)),
    Column("message", String(100)),
    Column("in_public", Boolean, nullable=False),
    Column("ending", String(20)),
    Column("opened_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Column("solved_at", Instant),
    Column("closed_at", Instant),
    Column("reopened", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("policy", JSON(none_as_null=True)),
    Column("about", String(100)),
    Column("about_manager", Boolean, nullable=False, server_default=false()),
    Column("hours", JSON(none_as_null=True)),
    UniqueConstraint("community_id", "number"),
    CheckConstraint(
        "status in ('solved', 'closed') or (next_step is not null and due_at is not null)",
        name="owned_and_due",
    ),
    CheckConstraint("status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')", name="status"),
    CheckConstraint("length(team) > 0", name="team"),
)
Index("ix_cases_member", cases.c.community_id, cases.c.member_id)
Index(
    "ix_cases_open",
    cases.c.community_id,
    cases.c.due_at,
    sqlite_where=text("status not in ('solved', 'closed')"),
    postgresql_where=text("status not in ('solved', 'closed')"),
)
Index("ix_cases_topic", cases.c.community_id, cases.c.topic, cases.c.opened_at)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("topic", String(30), nullable=False),
    Column("state", String(10), nullable=False),
    Column("since", Instant, nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("people", Integer, nullable=False),
    Column("usual", Float, nullable=False),
    Column("nudges", Integer, nullable=False),
    Column("taken_by", String(100)),
    Column("taken_name", String(200)),
    Column("next_update_at", Instant),
    Column("ended_at", Instant),
    CheckConstraint("state not in ('open', 'solving') or taken_by is not null", name="somebodys"),
)
Index(
    "ix_incidents_live",
    incidents.c.community_id,
    incidents.c.topic,
    unique=True,
    sqlite_where=text("ended_at is null"),
    postgresql_where=text("ended_at is null"),
)

incident_cases = Table(
    "incident_cases",
    metadata,
    Column("case_id", Id, ForeignKey(cases.c.id), primary_key=True),
    Column("incident_id", Id, ForeignKey(incidents.c.id), nullable=False),
    Column("joined_at", Instant),
    Column("told", Id, nullable=False),
    Column("apart", Boolean, nullable=False),
)
Index("ix_incident_cases_incident", incident_cases.c.incident_id, incident_cases.c.told)

timeline = Table(
    "timeline",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey(cases.c.id), nullable=False),
    Column("at", Instant, nullable=False),
    Column("fact", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("actor_id", String(100)),
    Column("text", Text),
    Column("channel", String(100)),
    Column("message", String(100)),
)
Index("ix_timeline_case", timeline.c.case_id, timeline.c.id)
Index("ix_timeline_message", timeline.c.channel, timeline.c.message)
