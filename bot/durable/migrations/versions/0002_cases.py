"""Cases: bot.cases.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _cases()
    _timeline()


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("member_name", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("severity", sa.String(length=10), nullable=False),
        sa.Column("priority", sa.String(length=10), nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("team", sa.String(length=60), nullable=False),
        sa.Column("assignee", sa.String(length=100), nullable=True),
        sa.Column("assignee_name", sa.String(length=200), nullable=True),
        sa.Column("next_step", sa.String(length=30), nullable=True),
        sa.Column("due_at", INSTANT, nullable=True),
        sa.Column("channel", sa.String(length=100), nullable=True),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.Column("in_public", sa.Boolean(), nullable=False),
        sa.Column("ending", sa.String(length=20), nullable=True),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("solved_at", INSTANT, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')",
            name=op.f("ck_cases_status"),
        ),
        sa.CheckConstraint(
            "status in ('solved', 'closed') or (next_step is not null and due_at is not null)",
            name=op.f("ck_cases_owned_and_due"),
        ),
        sa.CheckConstraint("length(team) > 0", name=op.f("ck_cases_team")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_cases_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_cases_community_id_number")),
    )
    op.create_index("ix_cases_member", "cases", ["community_id", "member_id"], unique=False)
    op.create_index(
        "ix_cases_open",
        "cases",
        ["community_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("status not in ('solved', 'closed')"),
        postgresql_where=sa.text("status not in ('solved', 'closed')"),
    )


def _timeline() -> None:
    op.create_table(
        "timeline",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("fact", sa.String(length=40), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("actor_id", sa.String(length=100), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("channel", sa.String(length=100), nullable=True),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_timeline_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeline")),
    )
    op.create_index("ix_timeline_case", "timeline", ["case_id", "id"], unique=False)
    op.create_index("ix_timeline_message", "timeline", ["channel", "message"], unique=False)
