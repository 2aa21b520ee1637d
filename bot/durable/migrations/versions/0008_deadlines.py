"""Deadlines: bot.cases.tables, cogs.deadlines.store."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _deadlines_promises()
    _cases()


def _deadlines_promises() -> None:
    op.create_table(
        "deadlines_promises",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("step", sa.String(length=30), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("seconds_left", sa.Integer(), nullable=True),
        sa.Column("reminded_at", INSTANT, nullable=True),
        sa.Column("reminded", sa.String(length=100), nullable=True),
        sa.Column("breached_at", INSTANT, nullable=True),
        sa.Column("raised_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_deadlines_promises_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_deadlines_promises_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlines_promises")),
    )
    op.create_index("ix_deadlines_promises_case", "deadlines_promises", ["case_id", "id"], unique=False)
    op.create_index(
        "ix_deadlines_promises_open",
        "deadlines_promises",
        ["community_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("ended_at is null"),
        postgresql_where=sa.text("ended_at is null"),
    )
    op.create_index(
        "ix_deadlines_promises_reminded",
        "deadlines_promises",
        ["community_id", "reminded", "reminded_at"],
        unique=False,
    )


def _cases() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("policy", sa.JSON(none_as_null=True), nullable=True))
