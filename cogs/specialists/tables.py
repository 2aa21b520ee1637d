"""The tables of specialists: teams, their people, what goes to whom, who is away, and the questions they are asked."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
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

from bot.cases.tables import cases, timeline
from bot.durable.tables import NAMING, communities
from bot.durable.types import Id, Instant

metadata = MetaData(naming_convention=NAMING)

teams = Table(
    "specialists_teams",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("name", String(60), nullable=False),
    Column("language", String(10)),
    Column("zone", String(60)),
    Column("days", JSON(none_as_null=True)),
    Column("starts", Integer),
    Column("ends", Integer),
    Column("country", String(20)),
    Column("turn", Integer, nullable=False),
    UniqueConstraint("community_id", "name"),
)
"""`turn` is the position of whoever is next; hours that are not set are the community's."""

people = Table(
    "specialists_people",
    metadata,
    Column("team_id", Id, ForeignKey(teams.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("position", Integer, nullable=False),
)

routes = Table(
    "specialists_routes",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("topic", String(30), primary_key=True),
    Column("severity", String(10), primary_key=True),
    Column("team_id", Id, ForeignKey(teams.c.id), nullable=False),
)
"""`severity` is empty where it is all the same."""

away = Table(
    "specialists_away",
    metadata,
    Column("community_id", Id, ForeignKey(communities.c.id), primary_key=True),
    Column("member_id", String(100), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("until", Instant, nullable=False),
    Column("stand_in", String(100)),
    Column("stand_in_name", String(200)),
    Column("stand_in_staff", Boolean, nullable=False),
)

errands = Table(
    "specialists_errands",
    metadata,
    Column("id", Id, primary_key=True),
    Column("community_id", Id, ForeignKey(communities.c.id), nullable=False),
    Column("case_id", Id, ForeignKey(cases.c.id), nullable=False),
    Column("entry_id", Id, ForeignKey(timeline.c.id, ondelete="SET NULL")),
    Column("team", String(60), nullable=False),
    Column("state", String(20), nullable=False),
    Column("person", String(100), nullable=False),
    Column("person_name", String(200), nullable=False),
    Column("told", String(100)),
    Column("watcher", String(100), nullable=False),
    Column("watcher_name", String(200), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("reminded_at", Instant),
    Column("late_at", Instant),
    Column("ended_at", Instant),
    CheckConstraint(
        "state not in ('called', 'taken') or (due_at is not null and length(person) > 0)",
        name="whose_and_due",
    ),
)
"""`entry_id` has the question; `told` is whom the member was told of last."""

Index("ix_specialists_errands_case", errands.c.case_id, errands.c.id)
Index(
    "ix_specialists_errands_open",
    errands.c.community_id,
    errands.c.person,
    sqlite_where=text("ended_at is null"),
    postgresql_where=text("ended_at is null"),
)
