"""Incidents: bot.cases.tables, cogs.incidents.store."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _incidents()
    _incident_cases()
    _incidents_affected()
    _incidents_notices()
    _incidents_updates()
    _cases()


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("usual", sa.Float(), nullable=False),
        sa.Column("nudges", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.String(length=100), nullable=True),
        sa.Column("taken_name", sa.String(length=200), nullable=True),
        sa.Column("next_update_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "state not in ('open', 'solving') or taken_by is not null", name=op.f("ck_incidents_somebodys")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_incidents_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(
        "ix_incidents_live",
        "incidents",
        ["community_id", "topic"],
        unique=True,
        sqlite_where=sa.text("ended_at is null"),
        postgresql_where=sa.text("ended_at is null"),
    )


def _incident_cases() -> None:
    op.create_table(
        "incident_cases",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("incident_id", ID, nullable=False),
        sa.Column("joined_at", INSTANT, nullable=True),
        sa.Column("told", ID, nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_incident_cases_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incident_cases_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_incident_cases")),
    )
    op.create_index("ix_incident_cases_incident", "incident_cases", ["incident_id", "told"], unique=False)


def _incidents_affected() -> None:
    op.create_table(
        "incidents_affected",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("incident_id", ID, nullable=True),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_incidents_affected_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_incidents_affected_community_id_communities")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incidents_affected_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents_affected")),
        sa.UniqueConstraint("case_id", "member_id", name=op.f("uq_incidents_affected_case_id_member_id")),
        sa.UniqueConstraint(
            "incident_id", "member_id", name=op.f("uq_incidents_affected_incident_id_member_id")
        ),
    )
    op.create_index(
        "ix_incidents_affected_member", "incidents_affected", ["community_id", "member_id"], unique=False
    )


def _incidents_notices() -> None:
    op.create_table(
        "incidents_notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("incident_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_incidents_notices_community_id_communities")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incidents_notices_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents_notices")),
        sa.UniqueConstraint("incident_id", "channel", name=op.f("uq_incidents_notices_incident_id_channel")),
    )
    op.create_index(
        "ix_incidents_notices_message",
        "incidents_notices",
        ["community_id", "channel", "message"],
        unique=False,
    )


def _incidents_updates() -> None:
    op.create_table(
        "incidents_updates",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("incident_id", ID, nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("as_team", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_incidents_updates_community_id_communities")
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_incidents_updates_incident_id_incidents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents_updates")),
    )
    op.create_index("ix_incidents_updates_incident", "incidents_updates", ["incident_id", "id"], unique=False)


def _cases() -> None:
    op.create_index("ix_cases_topic", "cases", ["community_id", "topic", "opened_at"], unique=False)
