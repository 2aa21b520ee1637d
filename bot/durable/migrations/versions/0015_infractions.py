"""Infractions: bot.infractions.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _deciders()
    _infractions()
    _infraction_log()


def _deciders() -> None:
    op.create_table(
        "deciders",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_deciders_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_deciders")),
    )


def _infractions() -> None:
    op.create_table(
        "infractions",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("member_name", sa.String(length=200), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("context", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("taken_at", INSTANT, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("counts_as", sa.String(length=20), nullable=True),
        sa.Column("delivered_at", INSTANT, nullable=True),
        sa.Column("refused", sa.JSON(), nullable=False),
        sa.Column("lost_at", INSTANT, nullable=True),
        sa.Column("acknowledged_at", INSTANT, nullable=True),
        sa.Column("wrote_at", INSTANT, nullable=True),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.Column("undone", sa.String(length=20), nullable=True),
        sa.Column("undone_at", INSTANT, nullable=True),
        sa.Column("undone_by", sa.String(length=100), nullable=True),
        sa.Column("removed_at", INSTANT, nullable=True),
        sa.Column("abuse", sa.Float(), nullable=False),
        sa.Column("complaint", sa.Float(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("second_by", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_infractions_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_infractions")),
    )
    op.create_index("ix_infractions_member", "infractions", ["community_id", "member_id"], unique=False)
    op.create_index(
        "ix_infractions_message", "infractions", ["community_id", "channel", "message"], unique=False
    )
    op.create_index("ix_infractions_taken", "infractions", ["community_id", "taken_at"], unique=False)


def _infraction_log() -> None:
    op.create_table(
        "infraction_log",
        sa.Column("id", ID, nullable=False),
        sa.Column("infraction_id", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=True),
        sa.Column("by_name", sa.String(length=200), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["infraction_id"], ["infractions.id"], name=op.f("fk_infraction_log_infraction_id_infractions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_infraction_log")),
    )
    op.create_index("ix_infraction_log_infraction", "infraction_log", ["infraction_id", "id"], unique=False)
