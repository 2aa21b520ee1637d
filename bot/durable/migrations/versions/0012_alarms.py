"""Alarms: cogs.alarms.store."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _alarms()


def _alarms() -> None:
    op.create_table(
        "alarms",
        sa.Column("case_id", ID, autoincrement=False, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("rung_at", INSTANT, nullable=True),
        sa.Column("called", sa.JSON(), nullable=False),
        sa.Column("now_id", sa.String(length=100), nullable=True),
        sa.Column("now_name", sa.String(length=200), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_alarms_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_alarms_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_alarms")),
    )
    op.create_index("ix_alarms_state", "alarms", ["community_id", "state"], unique=False)
