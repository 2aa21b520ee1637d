"""Appeals: cogs.appeals.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _abuse_labels()
    _abuse_reports()
    _appeals()


def _abuse_labels() -> None:
    op.create_table(
        "abuse_labels",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("abuse", sa.Boolean(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_abuse_labels_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abuse_labels")),
        sa.UniqueConstraint(
            "community_id", "channel", "message", name=op.f("uq_abuse_labels_community_id_channel_message")
        ),
    )
    op.create_index("ix_abuse_labels_member", "abuse_labels", ["community_id", "member_id"], unique=False)


def _abuse_reports() -> None:
    op.create_table(
        "abuse_reports",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("reporter_id", sa.String(length=100), nullable=False),
        sa.Column("reporter_name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=True),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("about", sa.String(length=100), nullable=True),
        sa.Column("about_name", sa.String(length=200), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_abuse_reports_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abuse_reports")),
        sa.UniqueConstraint(
            "community_id",
            "reporter_id",
            "channel",
            "message",
            name=op.f("uq_abuse_reports_community_id_reporter_id_channel_message"),
        ),
    )
    op.create_index(
        "ix_abuse_reports_message", "abuse_reports", ["community_id", "channel", "message"], unique=False
    )


def _appeals() -> None:
    op.create_table(
        "appeals",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("infraction_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("member_name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("taken_by", sa.String(length=100), nullable=True),
        sa.Column("taken_name", sa.String(length=200), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by", sa.String(length=100), nullable=True),
        sa.Column("decided_name", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("untold", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_appeals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint(
            "community_id", "infraction_id", name=op.f("uq_appeals_community_id_infraction_id")
        ),
    )
    op.create_index("ix_appeals_member", "appeals", ["community_id", "member_id"], unique=False)
