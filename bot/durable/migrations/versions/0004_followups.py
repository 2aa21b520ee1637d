"""Follow-ups: cogs.followups.store."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    op.create_table(
        "followups_check_ins",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("reminded_at", INSTANT, nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("answer", sa.String(length=20), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_followups_check_ins_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_followups_check_ins_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followups_check_ins")),
        sa.UniqueConstraint("case_id", "round", name=op.f("uq_followups_check_ins_case_id_round")),
    )
    op.create_table(
        "followups_quiet",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_followups_quiet_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_followups_quiet")),
    )
