"""Setup: cogs.setup.store."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _setup_judgements()
    _setup_notices()
    _setup_progress()


def _setup_judgements() -> None:
    op.create_table(
        "setup_judgements",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("acked_at", INSTANT, nullable=True),
        sa.Column("right", sa.Boolean(), nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_setup_judgements_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_setup_judgements_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setup_judgements")),
        sa.UniqueConstraint("case_id", name=op.f("uq_setup_judgements_case_id")),
    )
    op.create_index(
        "ix_setup_judgements_acked", "setup_judgements", ["community_id", "acked_at"], unique=False
    )


def _setup_notices() -> None:
    op.create_table(
        "setup_notices",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_setup_notices_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "channel", name=op.f("pk_setup_notices")),
    )


def _setup_progress() -> None:
    op.create_table(
        "setup_progress",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("card", sa.String(length=120), nullable=True),
        sa.Column("seen", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("notice_reason", sa.Text(), nullable=True),
        sa.Column("paused_by", sa.String(length=200), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("trusted_at", INSTANT, nullable=True),
        sa.Column("suggested", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_setup_progress_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_setup_progress")),
    )
