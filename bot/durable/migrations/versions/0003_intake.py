"""Intake: cogs.intake.store."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _thoughts()
    _acks()


def _thoughts() -> None:
    op.create_table(
        "intake_thoughts",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("member", sa.JSON(), nullable=True),
        sa.Column("spoken", sa.JSON(), nullable=True),
        sa.Column("assessment", sa.JSON(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("first_at", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("answered_by", sa.String(length=100), nullable=True),
        sa.Column("answered_name", sa.String(length=200), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answer_message", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_intake_thoughts_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_thoughts")),
    )
    op.create_index(
        "ix_intake_thoughts_state", "intake_thoughts", ["community_id", "state", "channel"], unique=False
    )


def _acks() -> None:
    op.create_table(
        "intake_acks",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("style", sa.String(length=10), nullable=False),
        sa.Column("wording", sa.Integer(), nullable=False),
        sa.Column("after_hours", sa.Boolean(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_intake_acks_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_intake_acks_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_intake_acks")),
    )
    op.create_index("ix_intake_acks_channel", "intake_acks", ["community_id", "channel", "at"], unique=False)
